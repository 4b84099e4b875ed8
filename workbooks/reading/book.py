"""The workbook as read: its sheets in order, their cells, their tables."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbooks.reading.cells import Cell, blank
from workbooks.reading.container import Container, Trouble, UnreadableError, open_container
from workbooks.reading.sheets import SheetCells, SheetReader, read_shared_strings
from workbooks.reading.xml_parts import parse, relation_id

MAX_SHEETS = 256

_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: its name, its range, its headings."""

    name: str
    ref: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class ReadSheet:
    """One sheet as the file has it."""

    name: str
    state: str
    cells: SheetCells
    tables: tuple[Table, ...] = ()
    merged: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a position, blank where the file has none."""
        empty = blank(row, column)
        return self.cells.get(empty.address, empty)

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

    def sheet(self, name: str) -> ReadSheet | None:
        """The sheet of this name (Excel takes no note of case), or None."""
        folded = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == folded), None)


@dataclass
class _Directory:
    """What `workbook.xml` lists."""

    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    from_1904: bool = False


def read_book(data: bytes) -> Book:
    """The workbook in a file's bytes. Raises `UnreadableError` and nothing else."""
    container = open_container(data)
    directory = _read_directory(container)
    targets = _relations(container, _WORKBOOK)
    shared = _shared_strings(container, targets.values())
    sheets = []
    for name, state, relation in directory.sheets:
        part = targets.get(relation)
        if part is None:
            raise UnreadableError(Trouble.PART_MISSING, name)
        sheets.append(_read_sheet(container, name, state, part, shared, directory.from_1904))
    return Book(tuple(sheets), directory.from_1904)


def _read_directory(container: Container) -> _Directory:
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
    if not names or len(set(names)) != len(names) or len(names) > MAX_SHEETS:
        raise UnreadableError(Trouble.BAD_XML, f"{_WORKBOOK}: sheets")
    return directory


def _relations(container: Container, part: str) -> dict[str, str]:
    """The parts that a part refers to, by relation id; links out of the file are left out."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    targets: dict[str, str] = {}
    if not container.has(relations):
        return targets

    def start(name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        targets[attributes.get("Id", "")] = posixpath.normpath(path)

    parse(container.part(relations), relations, start)
    return targets


def _shared_strings(container: Container, targets: Iterable[str]) -> tuple[str, ...]:
    part = next((name for name in targets if name.endswith("sharedStrings.xml")), None)
    if part is None or not container.has(part):
        return ()
    return read_shared_strings(container.part(part), part)


def _read_sheet(
    container: Container,
    name: str,
    state: str,
    part: str,
    shared: tuple[str, ...],
    from_1904: bool,
) -> ReadSheet:
    reader = SheetReader(part, shared, from_1904=from_1904)
    cells = reader.read(container.part(part))
    tables: tuple[Table, ...] = ()
    if reader.table_ids:
        targets = _relations(container, part)
        parts = [targets[table] for table in reader.table_ids if table in targets]
        tables = tuple(_read_table(container, each) for each in parts)
    return ReadSheet(name, state, cells, tables, tuple(reader.merged))


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
