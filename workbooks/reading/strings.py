"""The shared strings of a workbook: each text once, phonetic guides left out."""

from __future__ import annotations

from workbooks.reading.cells import unescape
from workbooks.reading.xml_parts import MAX_DEPTH, guarded_parser, run, tags, too_deep

_TAGS = tags("si", "t", "rPh")


def read_shared_strings(data: bytes, part: str) -> tuple[str, ...]:
    """The texts of `sharedStrings.xml`, in their order."""
    strings: list[str] = []
    pieces: list[str] = []
    parser = guarded_parser(part)
    depth = 0
    phonetic = 0

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal depth, phonetic
        depth += 1
        if depth > MAX_DEPTH:
            raise too_deep(part)
        tag = _TAGS.get(name)
        if tag == "t" and not phonetic:
            parser.CharacterDataHandler = pieces.append
        elif tag == "si":
            pieces.clear()
        elif tag == "rPh":
            phonetic += 1

    def end(name: str) -> None:
        nonlocal depth, phonetic
        depth -= 1
        tag = _TAGS.get(name)
        if tag == "t":
            parser.CharacterDataHandler = None
        elif tag == "si":
            strings.append(unescape("".join(pieces)))
        elif tag == "rPh":
            phonetic -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    run(parser, data, part)
    return tuple(strings)
