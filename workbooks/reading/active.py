"""What in a workbook could run, fetch or pretend something. It is named, never followed or run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbooks.reading.container import Container
from workbooks.reading.relations import read_relations
from workbooks.reading.xml_parts import parse

if TYPE_CHECKING:
    from workbooks.reading.book import ReadSheet


class ActiveKind(StrEnum):
    """Kinds of active content."""

    MACRO = "macro"
    EXTERNAL_LINK = "external_link"
    DDE = "dde"
    EMBEDDED = "embedded"
    CONNECTION = "connection"
    FUNCTION = "function"
    HYPERLINK = "hyperlink"


@dataclass(frozen=True, slots=True)
class Active:
    """One piece of active content: what it is called, and the cell where there is one."""

    kind: ActiveKind
    name: str
    sheet: str | None = None
    cell: str | None = None


_PARTS: tuple[tuple[re.Pattern[str], ActiveKind], ...] = (
    (re.compile(r"vbaproject|vbadata|/macrosheets/|xlm", re.I), ActiveKind.MACRO),
    (re.compile(r"/embeddings/|/activex/|oleobject|/ctrlprops/|webextension", re.I),
     ActiveKind.EMBEDDED),
    (re.compile(r"connections\.xml$|/querytables/|/model/|xmlmaps\.xml$", re.I),
     ActiveKind.CONNECTION),
)  # fmt: skip

_FUNCTION = re.compile(
    r"(?<![\w.])(?:_xlfn\.|_xlws\.)*"
    r"(WEBSERVICE|FILTERXML|HYPERLINK|CALL|REGISTER(?:\.ID)?|RTD|IMAGE|STOCKHISTORY|DDE|EXEC|"
    r"SQL\.REQUEST|CUBEVALUE|CUBEMEMBER|IMPORTXML|IMPORTDATA)\s*\(",
    re.IGNORECASE,
)
_DDE = re.compile(r"""^=?\s*[+\-@]*\s*'?[\w .]+'?\s*\|\s*'?[^|]*!""")
_STRING = re.compile(r'"(?:[^"]|"")*"')
_ADD_IN = re.compile(r"\.xla[m]?$", re.IGNORECASE)


def find_active(container: Container, sheets: Sequence[ReadSheet]) -> tuple[Active, ...]:
    """All active content of a workbook."""
    found = [*_in_parts(container), *_external_links(container)]
    for sheet in sheets:
        found += _in_formulas(sheet)
        found += (
            Active(ActiveKind.HYPERLINK, link.target, sheet.name, link.ref.partition(":")[0])
            for link in sheet.links
        )
    return tuple(found)


def _in_parts(container: Container) -> Iterator[Active]:
    for kind in (ActiveKind.MACRO, ActiveKind.EMBEDDED, ActiveKind.CONNECTION):
        patterns = [pattern for pattern, its_kind in _PARTS if its_kind is kind]
        names = _matching(sorted(container.names), patterns)
        first = next(names, None)
        if first is not None:
            yield Active(kind, first)


def _matching(names: Iterable[str], patterns: Sequence[re.Pattern[str]]) -> Iterator[str]:
    return (name for name in names if any(pattern.search(name) for pattern in patterns))


def _external_links(container: Container) -> Iterator[Active]:
    """Links to other workbooks; one to an add-in is how Excel notes the RP_ functions."""
    for part in sorted(container.names):
        if not (part.startswith("xl/externalLinks/") and part.endswith(".xml")):
            continue
        if _has_dde(container, part):
            yield Active(ActiveKind.DDE, part)
            continue
        targets = [each.target for each in read_relations(container, part).values()]
        if not targets or not all(_ADD_IN.search(target) for target in targets):
            yield Active(ActiveKind.EXTERNAL_LINK, targets[0] if targets else part)


def _has_dde(container: Container, part: str) -> bool:
    found = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal found
        found = found or name in ("ddeLink", "oleLink")

    parse(container.part(part), part, start)
    return found


def _in_formulas(sheet: ReadSheet) -> Iterator[Active]:
    for cell in sheet.cells.values():
        if cell.formula is None:
            continue
        code = _STRING.sub('""', cell.formula)
        match = _FUNCTION.search(code)
        if match:
            yield Active(ActiveKind.FUNCTION, match[1].upper(), sheet.name, cell.address)
        elif "|" in code and _DDE.match(code):
            yield Active(ActiveKind.DDE, cell.formula[:60], sheet.name, cell.address)
