"""The workbook as read: its sheets in order, their cells, their tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbooks.layout import column_letter
from workbooks.reading.active import Active, find_active
from workbooks.reading.audit import DEFAULT_LIMITS, Limits
from workbooks.reading.cells import Cell, blank
from workbooks.reading.container import Container, Trouble, UnreadableError, open_container
from workbooks.reading.relations import read_relations
from workbooks.reading.sheets import SheetCells, SheetContent, scan_sheet, settle_sheet
from workbooks.reading.strings import read_shared_strings
from workbooks.reading.xml_parts import parse, relation_id

_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: its name, its range, its headings."""

    name: str
    ref: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink out of the file: the cells it stands on, and where it leads."""

    ref: str
    target: str


@dataclass(frozen=True)
class ReadSheet:
    """One sheet as the file has it."""

    name: str
    state: str
    content: SheetContent
    tables: tuple[Table, ...] = ()
    merged: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def cells(self) -> SheetCells:
        """The non-empty cells by address."""
        return self.content.cells

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a position, blank where the file has none."""
        found = self.content.cells.get(f"{column_letter(column)}{row}")
        return blank(row, column) if found is None else found

    def rows(self) -> dict[int, list[Cell]]:
        """The non-empty cells by row, each row from left to right."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells.values():
            rows.setdefault(cell.row, []).append(cell)
        for row in rows.values():
            row.sort(key=lambda cell: cell.column)
        return rows


@dataclass(frozen=True)
class Book:
    """A workbook: its sheets in their order. `from_1904` shifts its dates by four years."""

    sheets: tuple[ReadSheet, ...]
    from_1904: bool = False
    active: tuple[Active, ...] = ()
    """What could run or fetch something if a program let it."""

    def sheet(self, name: str) -> ReadSheet | None:
        """The sheet of this name (Excel takes no note of case), or None."""
        folded = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == folded), None)


@dataclass
class _Directory:
    """What `workbook.xml` lists."""

    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    from_1904: bool = False


def read_book(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Book:
    """The workbook in a file's bytes. Raises `UnreadableError` and nothing else."""
    container = open_container(data, limits)
    directory = _read_directory(container, limits)
    targets = {
        name: each.target
        for name, each in read_relations(container, _WORKBOOK).items()
        if not each.is_external
    }
    source = _Source(
        container, _shared_strings(container, targets.values()), limits, directory.from_1904
    )
    sheets = []
    for name, state, relation in directory.sheets:
        part = targets.get(relation)
        if part is None:
            raise UnreadableError(Trouble.PART_MISSING, name)
        sheets.append(_read_sheet(source, name, state, part))
        if sum(len(sheet.cells) for sheet in sheets) > limits.cells:
            raise UnreadableError(Trouble.TOO_LARGE, "cells")
    return Book(tuple(sheets), directory.from_1904, find_active(container, sheets))


def _read_directory(container: Container, limits: Limits) -> _Directory:
    directory = _Directory()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            relation = relation_id(attributes)
            if relation is None or "name" not in attributes:
                raise UnreadableError(Trouble.BAD_XML, f"{_WORKBOOK}: sheet")
            state = attributes.get("state", "visible")
            directory.sheets.append((attributes["name"], state, relation))
        elif name == "workbookPr":
            directory.from_1904 = attributes.get("date1904") in ("1", "true")

    parse(container.part(_WORKBOOK), _WORKBOOK, start)
    names = [name.casefold() for name, _, _ in directory.sheets]
    if not names or len(set(names)) != len(names) or len(names) > limits.sheets:
        raise UnreadableError(Trouble.BAD_XML, f"{_WORKBOOK}: sheets")
    return directory


def _shared_strings(container: Container, targets: Iterable[str]) -> tuple[str, ...]:
    part = next((name for name in targets if name.endswith("sharedStrings.xml")), None)
    if part is None or not container.has(part):
        return ()
    return read_shared_strings(container.part(part), part)


@dataclass(frozen=True, slots=True)
class _Source:
    """What every sheet is read from."""

    container: Container
    shared: tuple[str, ...]
    limits: Limits
    from_1904: bool


def _read_sheet(source: _Source, name: str, state: str, part: str) -> ReadSheet:
    container = source.container
    scanned = scan_sheet(container.part(part), part, source.limits)
    content = settle_sheet(scanned, source.shared, from_1904=source.from_1904)
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    if scanned.tables or scanned.links:
        relations = read_relations(container, part)
        parts = [relations[each].target for each in scanned.tables if each in relations]
        tables = tuple(_read_table(container, each) for each in parts)
        links = tuple(
            Link(address, relations[each].target)
            for address, each in scanned.links
            if each in relations and relations[each].is_external
        )
    return ReadSheet(name, state, content, tables, scanned.merged, links)


def _read_table(container: Container, part: str) -> Table:
    found: dict[str, str] = {}
    columns: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            found.update(attributes)
        elif name == "tableColumn":
            columns.append(attributes.get("name", ""))

    parse(container.part(part), part, start)
    return Table(
        found.get("displayName", found.get("name", "")), found.get("ref", ""), tuple(columns)
    )
