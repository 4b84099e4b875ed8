"""The shared strings of a workbook: each text once, phonetic guides left out."""

from __future__ import annotations

from workbooks.reading.cells import unescape
from workbooks.reading.container import Trouble, UnreadableError
from workbooks.reading.xml_parts import EXTENSIONS, MAX_DEPTH, guarded_parser, run, tags, too_deep

_TAGS = tags("sst", "si", "r", "t", "rPh", EXTENSIONS)
_PARENTS = {"sst": ("",), "si": ("sst",), "r": ("si",), "t": ("si", "r")}
_PASSED_OVER = frozenset({"rPh", EXTENSIONS})


def read_shared_strings(data: bytes, part: str) -> tuple[str, ...]:
    """The texts of `sharedStrings.xml`, in their order."""
    strings: list[str] = []
    pieces: list[str] = []
    parser = guarded_parser(part)
    stack = [""]

    def start(name: str, _: dict[str, str]) -> None:
        if len(stack) > MAX_DEPTH:
            raise too_deep(part)
        above = stack[-1]
        tag = _TAGS.get(name, "?")
        if above in _PASSED_OVER or tag in _PASSED_OVER:
            stack.append(EXTENSIONS)
            return
        if above == "t" or above not in _PARENTS.get(tag, (above,)):
            raise UnreadableError(Trouble.BAD_XML, f"{part}: {tag} in {above}")
        stack.append(tag)
        if tag == "t":
            parser.CharacterDataHandler = pieces.append
        elif tag == "si":
            pieces.clear()

    def end(_: str) -> None:
        tag = stack.pop()
        if tag == "t":
            parser.CharacterDataHandler = None
        elif tag == "si":
            strings.append(unescape("".join(pieces)))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    run(parser, data, part)
    return tuple(strings)
