"""XML without surprises: expat, no DOCTYPE, bounded depth, names of known namespaces only.

Two readers may differ on what stands in foreign markup: one takes a choice that the other does
not know. Elements of ours are therefore refused there, but for the extension lists (`extLst`),
which every reader passes over.
"""

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

_PACKAGE = (
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
)
_RELATION_IDS = tuple(
    f"{space}{SEPARATOR}id"
    for space in (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
)
_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii"})
"""Every program writes one of these; what others mean differs from reader to reader."""
EXTENSIONS = "extLst"


def parse(
    data: bytes,
    part: str,
    start: Start,
    end: End | None = None,
    characters: Characters | None = None,
) -> None:
    """Walk through an XML part: its elements of known namespaces, by their local names.

    Raises `UnreadableError` for broken XML, a DOCTYPE, nesting beyond any workbook's, and for
    elements of ours inside foreign ones.
    """
    parser = guarded_parser(part)
    stack: list[str | None] = []
    """Local names; None for a foreign element, `extLst` for all that stands in one."""

    def on_start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) >= MAX_DEPTH:
            raise too_deep(part)
        above = stack[-1] if stack else ""
        known = None if above == EXTENSIONS else _known(name)
        stack.append(EXTENSIONS if above == EXTENSIONS else known)
        if known is None or known == EXTENSIONS:
            return
        if above is None:
            raise UnreadableError(Trouble.BAD_XML, f"{part}: {known} in foreign markup")
        start(known, attributes)

    def on_end(_: str) -> None:
        tag = stack.pop()
        if end is not None and tag is not None and tag != EXTENSIONS:
            end(tag)

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if characters is not None:
        parser.CharacterDataHandler = characters
    run(parser, data, part)


def _known(name: str) -> str | None:
    space, _, tag = name.rpartition(SEPARATOR)
    return tag if space in SPREADSHEET or space in _PACKAGE else None


def guarded_parser(part: str) -> expat.XMLParserType:
    """A parser that gives names as namespace, separator, name, and refuses a DOCTYPE."""
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True

    def refuse_doctype(*_: object) -> None:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: DOCTYPE")

    def refuse_encoding(_: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise UnreadableError(Trouble.BAD_XML, f"{part}: {encoding[:20]}")

    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.XmlDeclHandler = refuse_encoding
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


def tags(*names: str) -> dict[str, str]:
    """The full names of spreadsheet elements, to their local names."""
    return {f"{space}{SEPARATOR}{name}": name for space in SPREADSHEET for name in names}


def relation_id(attributes: dict[str, str]) -> str | None:
    """The `r:id` of an element, in the transitional or the strict namespace."""
    return next((attributes[name] for name in _RELATION_IDS if name in attributes), None)
