"""XML without surprises: expat, no DOCTYPE, bounded depth, names with known namespaces only."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from workbooks.reading.container import Trouble, UnreadableError

MAX_DEPTH = 64

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]

SEPARATOR = "\x1f"
"""What stands between namespace and name in the names that expat gives."""

SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespaces of sheets: transitional and strict."""


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
    parser = guarded_parser(part)
    depth = 0

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise too_deep(part)
        start(local(name), attributes)

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(local(name))

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if characters is not None:
        parser.CharacterDataHandler = characters
    run(parser, data, part)


def guarded_parser(part: str) -> expat.XMLParserType:
    """A parser that gives names as namespace, separator, name, and refuses a DOCTYPE."""
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True

    def refuse_doctype(*_: object) -> None:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: DOCTYPE")

    parser.StartDoctypeDeclHandler = refuse_doctype
    return parser


def run(parser: expat.XMLParserType, data: bytes, part: str) -> None:
    """Let the parser read all of `data`; `UnreadableError` for broken XML."""
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: {error}") from error


def too_deep(part: str) -> UnreadableError:
    """The error for XML nested beyond any workbook's."""
    return UnreadableError(Trouble.BAD_XML, f"{part}: depth")


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(SEPARATOR)[2]


def tags(*names: str) -> dict[str, str]:
    """The full names of spreadsheet elements, to their local names."""
    return {f"{space}{SEPARATOR}{name}": name for space in SPREADSHEET for name in names}


def relation_id(attributes: dict[str, str]) -> str | None:
    """The `r:id` of an element, whichever namespace (transitional or strict) it is in."""
    for name, value in attributes.items():
        if name.endswith(f"relationships{SEPARATOR}id"):
            return value
    return None
