"""XML without surprises: expat, no DOCTYPE, bounded depth, names without their prefixes."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from workbooks.reading.container import Trouble, UnreadableError

MAX_DEPTH = 64

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]

_SEPARATOR = "\x1f"


def parse(
    data: bytes,
    part: str,
    start: Start,
    end: End | None = None,
    characters: Characters | None = None,
) -> None:
    """Walk through an XML part. Element and attribute names come without their namespaces.

    Raises `UnreadableError` for broken XML, a DOCTYPE or nesting beyond any workbook's.
    """
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    depth = 0

    def refuse_doctype(*_: object) -> None:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: DOCTYPE")

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise UnreadableError(Trouble.BAD_XML, f"{part}: depth")
        start(local(name), attributes)

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(local(name))

    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if characters is not None:
        parser.CharacterDataHandler = characters
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: {error}") from error


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(_SEPARATOR)[2]


def relation_id(attributes: dict[str, str]) -> str | None:
    """The `r:id` of an element, whichever namespace (transitional or strict) it is in."""
    for name, value in attributes.items():
        if name.endswith(f"relationships{_SEPARATOR}id"):
            return value
    return None
