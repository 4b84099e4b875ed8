"""The shared strings of a workbook: each text once, phonetic guides left out.

Most texts come back as they were sent out. An element `<si>…</si>` that was read once is known
from then on; one that no pattern covers is read on its own by the pass that reads whole parts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from workbooks.reading.cells import unescape
from workbooks.reading.container import Trouble, UnreadableError
from workbooks.reading.xml_parts import EXTENSIONS, MAX_DEPTH, guarded_parser, run, tags, too_deep

_TAGS = tags("sst", "si", "r", "t", "rPh", EXTENSIONS)
_PARENTS = {"sst": ("",), "si": ("sst",), "r": ("si",), "t": ("si", "r")}
_PASSED_OVER = frozenset({"rPh", EXTENSIONS})

_HEAD = re.compile(
    rb'(?:<\?xml version="1\.0" encoding="[Uu][Tt][Ff]-8"(?: standalone="(?:yes|no)")?\?>\s*)?'
    rb"<sst(?: [^<>]*[^<>/])?>"
)
_ITEM, _END = b"<si>", b"</si>"
_PLAIN = re.compile(r'<si><t(?: xml:space="preserve")?>([^<>&\x00-\x08\x0b-\x1f\ufffe\uffff]*)</t>')
_COUNTS = re.compile(rb' (?:count|uniqueCount)="[0-9]*"')
_PROBE = b"<si><t>?</t></si></sst>"
_MOST_HEADS, _MOST_KNOWN, _LONGEST_KNOWN = 16, 8192, 2048


def read_shared_strings(data: bytes, part: str) -> tuple[str, ...]:
    """The texts of `sharedStrings.xml`, in their order."""
    plain = read_plain_strings(data)
    return read_strings(data, part) if plain is None else plain


def read_plain_strings(data: bytes) -> tuple[str, ...] | None:
    """What `read_strings` gives for a part in the form that programs write, None for any other."""
    head = _HEAD.match(data)
    if head is None:
        return None
    *items, rest = data[head.end() :].split(_END)
    if rest.strip(b"\r\n") != b"</sst>":
        return None
    try:
        known = _texts_below(head[0])
        return tuple(
            [
                _learn(known, head[0], item) if text is None else text
                for item, text in zip(items, map(known.get, items), strict=True)
            ]
        )
    except (UnreadableError, UnicodeDecodeError, ValueError):
        return None


@lru_cache(maxsize=_MOST_HEADS)
def _texts_below(head: bytes) -> dict[bytes, str]:
    """The texts that are known below an opening tag, by their elements without the closing tag.

    Raises `UnreadableError` or `ValueError` for a tag below which texts are not what they seem.
    """
    (_,) = read_strings(head + _PROBE, "")
    return _texts_below_namespaces(_COUNTS.sub(b"", head))


@lru_cache(maxsize=_MOST_HEADS)
def _texts_below_namespaces(_: bytes) -> dict[bytes, str]:
    return {}


def _learn(known: dict[bytes, str], head: bytes, item: bytes) -> str:
    """The text of one element, read by itself (`ValueError` where it is not one)."""
    if b"<!" in item or b"<?" in item:
        raise ValueError(item)
    plain = _PLAIN.fullmatch(item.decode())
    if plain is not None:
        text = unescape(plain[1])
    else:
        (text,) = read_strings(head + item + _END + b"</sst>", "")
    if len(item) <= _LONGEST_KNOWN:
        if len(known) >= _MOST_KNOWN:
            known.clear()
        known[item] = text
    return text


def read_strings(data: bytes, part: str) -> tuple[str, ...]:
    """The texts of the part, tag by tag (`UnreadableError` for what no workbook holds)."""
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
