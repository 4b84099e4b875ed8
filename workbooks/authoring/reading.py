"""From a workbook as read to what was typed in it: fields and rows, each cell with its address.

Nothing is judged here. Fields and columns are found by their words, wherever they stand, so that
a workbook in which somebody inserted a row is read all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from texts.authoring import REQUIRED_MARK
from workbooks.authoring.entries import (
    COLUMNS,
    FIELDS,
    SHEET_OF,
    AuthoringSheet,
    Column,
    Entry,
    PlanField,
    TableName,
    Typed,
)
from workbooks.coordinates import column_letter
from workbooks.reading.book import Book
from workbooks.reading.cells import Cell
from workbooks.reading.number_formats import Shows, what_it_shows
from workbooks.reading.read_sheet import ReadSheet

MOST_ROWS = 5000
"""Rows that a table may have; no plan comes near."""
_TYPED_SHEETS = (
    AuthoringSheet.PLAN,
    AuthoringSheet.GOALS,
    AuthoringSheet.CRITERIA,
    AuthoringSheet.HISTORY,
)
_LEAST_HEADINGS = 2


class Oddity(Enum):
    """How a workbook is not the form that it should be."""

    SHEET_MISSING = auto()
    FIELD_MISSING = auto()
    TABLE_MISSING = auto()
    COLUMN_MISSING = auto()
    NOT_READ = auto()
    """Something stands where nothing is read."""
    TOO_MANY_ROWS = auto()


@dataclass(frozen=True, slots=True)
class Anomaly:
    """One oddity: the sheet, the cell where there is one, and what is missing or was found."""

    oddity: Oddity
    sheet: str
    cell: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell that is typed in, and where. `is_percent`: it shows its number in percent."""

    sheet: str
    cell: Cell
    is_percent: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it but blanks."""
        text = self.cell.text
        return self.cell.is_empty or (
            text is not None and not text.strip() and self.cell.formula is None
        )


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One row of a table that holds something: all its cells that are typed in."""

    table: TableName
    number: int
    cells: Mapping[Column, TypedCell]


@dataclass(frozen=True, slots=True)
class TypedTable:
    """The rows of a table that hold something; `gaps` are cells before a row after empty rows."""

    rows: tuple[TypedRow, ...] = ()
    gaps: tuple[TypedCell, ...] = ()
    first_cell: str = ""
    """Where the first row begins: under the first heading that is there."""


@dataclass(frozen=True)
class TypedPlan:
    """All that was typed. Fields and tables that could not be found are not there."""

    fields: Mapping[PlanField, TypedCell]
    tables: Mapping[TableName, TypedTable]
    anomalies: tuple[Anomaly, ...]
    from_1904: bool = False

    def rows(self, table: TableName) -> tuple[TypedRow, ...]:
        """The rows of one table."""
        return self.tables.get(table, TypedTable()).rows

    @property
    def is_plan(self) -> bool:
        """Whether this is an authoring workbook at all, be it a damaged one."""
        return not any(each.oddity is Oddity.SHEET_MISSING for each in self.anomalies)


@dataclass(frozen=True, slots=True)
class _Heading:
    """Where a table's headings stand."""

    row: int
    columns: dict[Column, int]


@dataclass
class _Finding:
    """What was found so far."""

    fields: dict[PlanField, TypedCell] = field(default_factory=dict)
    tables: dict[TableName, TypedTable] = field(default_factory=dict)
    anomalies: list[Anomaly] = field(default_factory=list)


def read_typed(book: Book) -> TypedPlan:
    """What was typed in an authoring workbook."""
    found = _Finding()
    sheets = {name: book.sheet(name) for name in _TYPED_SHEETS}
    for name, sheet in sheets.items():
        if sheet is None:
            found.anomalies.append(Anomaly(Oddity.SHEET_MISSING, name, words=name))
    is_whole = not found.anomalies
    for name, sheet in sheets.items():
        if sheet is not None and is_whole:
            _read_sheet(found, name, sheet)
    return TypedPlan(found.fields, found.tables, tuple(found.anomalies), book.from_1904)


def _read_sheet(found: _Finding, name: AuthoringSheet, sheet: ReadSheet) -> None:
    by_row = sheet.rows()
    tables = [table for table, where in SHEET_OF.items() if where is name]
    headings: dict[TableName, _Heading] = {}
    after = 0
    for table in tables:
        heading = _find_heading(by_row, COLUMNS[table], after)
        if heading is None:
            words = ", ".join(_words(COLUMNS[table]))
            found.anomalies.append(Anomaly(Oddity.TABLE_MISSING, sheet.name, words=words))
            continue
        headings[table] = heading
        after = heading.row
    if name is AuthoringSheet.PLAN:
        end = min((each.row for each in headings.values()), default=1 << 20)
        _read_fields(found, sheet, by_row, end)
    last = max(by_row, default=0)
    ends = dict.fromkeys(headings, last)
    for table, following in zip(headings, [*headings][1:], strict=False):
        ends[table] = headings[following].row - 2  # its title stands above its headings
    for table, heading in headings.items():
        _read_table(found, sheet, by_row, (table, heading, ends[table]))


def _words(entries: Iterable[Entry]) -> Iterator[str]:
    return (str(entry.name) for entry in entries)


def _word(cell: Cell) -> str:
    """What a cell says as a heading or a label: without the mark, whatever the case."""
    return " ".join((cell.text or "").replace(REQUIRED_MARK, " ").split()).casefold()


def _find_heading(
    by_row: Mapping[int, list[Cell]], entries: tuple[Entry, ...], after: int
) -> _Heading | None:
    """The first row with the most of the headings."""
    wanted = {str(entry.name).casefold(): Column(entry.name) for entry in entries}
    best: _Heading | None = None
    for row in sorted(by_row):
        if row <= after:
            continue
        columns: dict[Column, int] = {}
        for cell in by_row[row]:
            column = wanted.get(_word(cell))
            if column is not None:
                columns.setdefault(column, cell.column)
        if len(columns) >= _LEAST_HEADINGS and (best is None or len(columns) > len(best.columns)):
            best = _Heading(row, columns)
        if best is not None and len(best.columns) == len(wanted):
            break
    return best


def _read_fields(
    found: _Finding, sheet: ReadSheet, by_row: Mapping[int, list[Cell]], end: int
) -> None:
    """Each label in the column that has most of them, and the cell to its right."""
    wanted = {str(entry.name).casefold(): PlanField(entry.name) for entry in FIELDS}
    by_column: dict[int, dict[PlanField, Cell]] = {}
    for row in sorted(by_row):
        for cell in by_row[row] if row < end else ():
            name = wanted.get(_word(cell))
            if name is not None:
                by_column.setdefault(cell.column, {}).setdefault(name, cell)
    labels = max(by_column.values(), key=len, default={})
    for name in wanted.values():
        label = labels.get(name)
        if label is None:
            found.anomalies.append(Anomaly(Oddity.FIELD_MISSING, sheet.name, words=name))
        else:
            found.fields[name] = _typed(sheet, label.row, label.column + 1)


def _read_table(
    found: _Finding,
    sheet: ReadSheet,
    by_row: Mapping[int, list[Cell]],
    where: tuple[TableName, _Heading, int],
) -> None:
    name, heading, end = where
    typed = [entry for entry in COLUMNS[name] if entry.type is not Typed.COMPUTED]
    for entry in typed:
        if entry.name not in heading.columns:
            place = f"{column_letter(1)}{heading.row}"
            found.anomalies.append(
                Anomaly(Oddity.COLUMN_MISSING, sheet.name, place, str(entry.name))
            )
    columns = {
        Column(entry.name): heading.columns[Column(entry.name)]
        for entry in typed
        if entry.name in heading.columns
    }
    rows: list[TypedRow] = []
    gaps: list[TypedCell] = []
    for number in (row for row in sorted(by_row) if heading.row < row <= end):
        cells = {column: _typed(sheet, number, index) for column, index in columns.items()}
        if all(cell.is_blank for cell in cells.values()):
            continue
        if len(rows) == MOST_ROWS:
            address = f"{column_letter(1)}{number}"
            found.anomalies.append(
                Anomaly(Oddity.TOO_MANY_ROWS, sheet.name, address, str(MOST_ROWS))
            )
            break
        if number > (rows[-1].number if rows else heading.row) + 1:
            gaps.append(next(cell for cell in cells.values() if not cell.is_blank))
        rows.append(TypedRow(name, number, cells))
    first = min(columns.values(), default=1)
    first_cell = f"{column_letter(first)}{heading.row + 1}"
    found.tables[name] = TypedTable(tuple(rows), tuple(gaps), first_cell)
    if SHEET_OF[name] is not AuthoringSheet.PLAN and len(columns) == len(typed):
        # Where a heading is missing, its column is that finding and no other.
        known = {*heading.columns.values()}
        found.anomalies.extend(_not_read(sheet, by_row, heading, known))


def _not_read(
    sheet: ReadSheet, by_row: Mapping[int, list[Cell]], heading: _Heading, known: set[int]
) -> Iterator[Anomaly]:
    """The first cell of each column below the headings that is none of the table's."""
    seen = set(known)
    for row in (row for row in sorted(by_row) if row > heading.row):
        for cell in by_row[row]:
            if cell.column not in seen and not TypedCell(sheet.name, cell).is_blank:
                seen.add(cell.column)
                words = cell.text or cell.formula or f"{cell.value}"
                yield Anomaly(Oddity.NOT_READ, sheet.name, cell.address, words)


def _typed(sheet: ReadSheet, row: int, column: int) -> TypedCell:
    cell = sheet.cell(row, column)
    code = sheet.appearance.formats.get(cell.address)
    number = cell.number
    percent = (
        code is not None and number is not None and what_it_shows(code, number) is Shows.PERCENT
    )
    return TypedCell(sheet.name, cell, percent)
