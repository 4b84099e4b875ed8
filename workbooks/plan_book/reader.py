"""From a workbook as read to what was typed in it: fields and rows, each cell with its address.

Nothing is judged here. Fields and columns are found by their words, wherever they stand, so that
a workbook in which somebody inserted a row is read all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from workbooks.coordinates import column_letter
from workbooks.plan_book.fields import (
    DECISIONS,
    FIELDS,
    PLAN_SHEET,
    REQUIRED_MARK,
    TABLES,
    TYPED_SHEETS,
    Table,
)
from workbooks.reading.active import Active
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import Cell
from workbooks.reading.number_formats import Shows
from workbooks.reading.read_sheet import ReadSheet

MOST_ROWS = 5000
"""Rows that a table may have; no plan comes near."""
_MOST_MERGED = 200
"""Merged places of a sheet that are looked at for each cell; no plan comes near."""
_LEAST_HEADINGS = 2
_NO_END = 1 << 20

Rows = Mapping[int, list[Cell]]


class Oddity(Enum):
    """How a workbook is not the form that it should be."""

    SHEET_MISSING = auto()
    HEADING_MISSING = auto()
    NOT_READ = auto()
    """Something stands where nothing is read."""
    TOO_MANY_ROWS = auto()
    GAP = auto()
    """There are empty rows above this one."""
    MERGED = auto()
    """Several cells are one: only the first of them is read."""
    HIDDEN = auto()
    """A row, a column or a sheet that is read is not seen; the words are which of them."""
    STRUCK = auto()
    """A cell that is read is struck through."""


@dataclass(frozen=True, slots=True)
class Anomaly:
    """One oddity: the sheet and the cell, where there is one, and what is missing or was found."""

    oddity: Oddity
    sheet: str | None
    cell: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A cell that is typed in, where, and what its format shows of a number."""

    sheet: str
    cell: Cell
    shows: Shows = Shows.NUMBER
    is_merged_away: bool = False
    """Whether it is the second or a later row that a merged area covers: the first one is told."""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it but blanks."""
        text = self.cell.text
        return self.cell.is_empty or (
            text is not None and not text.strip() and self.cell.formula is None
        )


TypedRow = Mapping[str, TypedCell]
"""One row of a table that holds something: all its cells that are typed in, by their names."""


@dataclass
class TypedPlan:
    """All that was typed, by the plan's names. What could not be found is not there."""

    from_1904: bool = False
    active: tuple[Active, ...] = ()
    """What in the workbook could run or fetch something."""
    fields: dict[str, TypedCell] = field(default_factory=dict)
    tables: dict[str, tuple[TypedRow, ...]] = field(default_factory=dict)
    first_cells: dict[str, str] = field(default_factory=dict)
    """Where the first row of each table begins: under the first heading that is there."""
    decisions: tuple[TypedRow, ...] = ()
    """The rows of a draft's list of what is left to decide."""
    anomalies: list[Anomaly] = field(default_factory=list)


def read_plan_book(data: bytes) -> TypedPlan:
    """What was typed in the workbook with these bytes. Raises `UnreadableError`."""
    book = read_book(data)
    plan = TypedPlan(book.from_1904, tuple(book.active))
    sheets = {name: book.sheet(name) for name in TYPED_SHEETS}
    missing = ", ".join(name for name, sheet in sheets.items() if sheet is None)
    if missing:
        plan.anomalies.append(Anomaly(Oddity.SHEET_MISSING, None, words=missing))
    for sheet in sheets.values():
        if sheet is not None and not missing:
            _read_sheet(plan, sheet)
    _read_decisions(plan, book)
    return plan


Headings = Mapping[str, int]
"""The column of each heading that was found, by its field's name."""


def _read_sheet(plan: TypedPlan, sheet: ReadSheet) -> None:
    plan.anomalies += _hidden_whole(sheet)
    found: list[tuple[Table, int, Headings]] = []
    for table in TABLES:
        if table.sheet != sheet.name:
            continue
        row, columns = _find_headings(sheet.rows, table, found[-1][1] if found else 0)
        if columns:
            found.append((table, row, columns))
        elif not table.may_lack:
            words = ", ".join(each.heading for each in table.columns)
            plan.anomalies.append(Anomaly(Oddity.HEADING_MISSING, sheet.name, words=words))
    if sheet.name == PLAN_SHEET:
        _read_fields(plan, sheet, min((row for _, row, _ in found), default=_NO_END))
    # The title of a table stands above its headings.
    ends = [row - 2 for _, row, _ in found[1:]] + [_NO_END]
    for (table, row, columns), end in zip(found, ends, strict=False):
        names = [each for each in table.typed if each.name not in columns]
        missing = [each.heading for each in names if not each.may_lack]
        plan.anomalies += (
            Anomaly(Oddity.HEADING_MISSING, sheet.name, f"A{row}", words) for words in missing
        )
        plan.tables[table.part] = tuple(_rows(plan, sheet, table, row, columns, end))
        first = min((columns[each.name] for each in table.typed if each.name in columns), default=1)
        plan.first_cells[table.part] = f"{column_letter(first)}{row + 1}"
        if sheet.name != PLAN_SHEET and not missing:
            # Where a heading is missing, its column is that finding and no other.
            plan.anomalies += _not_read(sheet, row, columns)


def _hidden_whole(sheet: ReadSheet) -> Iterator[Anomaly]:
    """The sheet itself, or its columns with something in them, that are not seen."""
    if sheet.state != "visible":
        yield Anomaly(Oddity.HIDDEN, sheet.name, None, "sheet")
        return
    hidden = dict[int, str]()
    for address, cell in sheet.cells.items():
        if sheet.appearance.hides_column(cell.column):
            hidden.setdefault(cell.column, address)
    for address in hidden.values():
        yield Anomaly(Oddity.HIDDEN, sheet.name, address, "column")


def _read_decisions(plan: TypedPlan, book: Book) -> None:
    sheet = book.sheet(DECISIONS.sheet)
    if sheet is None:
        return
    row, columns = _find_headings(sheet.rows, DECISIONS, 0)
    missing = [each.heading for each in DECISIONS.columns if each.name not in columns]
    if missing:
        place, words = f"A{row}" if columns else None, ", ".join(missing)
        plan.anomalies.append(Anomaly(Oddity.HEADING_MISSING, sheet.name, place, words))
        return
    told = len(plan.anomalies)
    plan.decisions = tuple(_rows(plan, sheet, DECISIONS, row, columns, _NO_END))
    del plan.anomalies[told:]  # Empty rows between decisions are nothing to tell.


def _folded(text: str | None) -> str:
    """A heading or a label without its mark, whatever the case."""
    return " ".join((text or "").replace(REQUIRED_MARK, " ").split()).casefold()


def _find_headings(rows: Rows, table: Table, after: int) -> tuple[int, Headings]:
    """The first row with the most of the headings, and where they stand in it."""
    wanted = {_folded(each.heading): each.name for each in table.columns}
    best: tuple[int, Headings] = (0, {})
    for row in (row for row in sorted(rows) if row > after):
        columns: dict[str, int] = {}
        for cell in rows[row]:
            name = wanted.get(_folded(cell.text))
            if name is not None:
                columns.setdefault(name, cell.column)
        if len(columns) >= max(_LEAST_HEADINGS, len(best[1]) + 1):
            best = row, columns
        if len(best[1]) == len(wanted):
            break
    return best


def _read_fields(plan: TypedPlan, sheet: ReadSheet, end: int) -> None:
    """Each label in the column that has most of them, and the cell to its right."""
    wanted = {_folded(each.heading): each.name for each in FIELDS}
    by_column: dict[int, dict[str, Cell]] = {}
    for row in (row for row in sorted(sheet.rows) if row < end):
        for cell in sheet.rows[row]:
            name = wanted.get(_folded(cell.text))
            if name is not None:
                by_column.setdefault(cell.column, {}).setdefault(name, cell)
    labels = max(by_column.values(), key=len, default={})
    for each in FIELDS:
        label = labels.get(each.name)
        if label is None:
            anomaly = Anomaly(Oddity.HEADING_MISSING, sheet.name, words=each.heading)
            plan.anomalies.append(anomaly)
            continue
        typed = plan.fields[each.name] = _typed(sheet, label.row, label.column + 1)
        plan.anomalies += _merged(sheet, label.row, label.row, [label.column + 1])
        if label.row in sheet.appearance.hidden_rows and not typed.is_blank:
            plan.anomalies.append(Anomaly(Oddity.HIDDEN, sheet.name, typed.cell.address, "row"))


def _rows(
    plan: TypedPlan, sheet: ReadSheet, table: Table, header: int, headings: Headings, end: int
) -> Iterator[TypedRow]:
    """The rows of a table that hold something, and a word about gaps and rows without end."""
    names = [each.name for each in table.typed if each.name in headings]
    columns = {headings[name] for name in names}
    count, above, look = 0, header, sheet.appearance
    for number in (row for row in sorted(sheet.rows) if header < row <= end):
        if columns.isdisjoint(cell.column for cell in sheet.rows[number]):
            continue
        cells = {name: _typed(sheet, number, headings[name]) for name in names}
        filled = [cell.cell.address for cell in cells.values() if not cell.is_blank]
        if not filled:
            continue
        if count == MOST_ROWS:
            place, words = f"A{number}", str(MOST_ROWS)
            plan.anomalies.append(Anomaly(Oddity.TOO_MANY_ROWS, sheet.name, place, words))
            return
        if number > above + 1:
            plan.anomalies.append(Anomaly(Oddity.GAP, sheet.name, filled[0]))
        if number in look.hidden_rows:
            plan.anomalies.append(Anomaly(Oddity.HIDDEN, sheet.name, filled[0], "row"))
        struck = [address for address in filled if address in look.struck]
        plan.anomalies += [Anomaly(Oddity.STRUCK, sheet.name, address) for address in struck[:1]]
        count, above = count + 1, number
        yield cells
    plan.anomalies += _merged(sheet, header + 1, above, columns)


def _merged(sheet: ReadSheet, first: int, last: int, columns: Iterable[int]) -> Iterator[Anomaly]:
    """The merged cells that have to do with these columns in some of the rows."""
    for area in sheet.appearance.merged:
        is_read = any(area.first_column <= column <= area.last_column for column in columns)
        if is_read and area.first_row <= last and area.last_row >= first:
            place = area.text.partition(":")[0]
            yield Anomaly(Oddity.MERGED, sheet.name, place, area.text)


def _not_read(sheet: ReadSheet, header: int, headings: Headings) -> Iterator[Anomaly]:
    """The first cell of each column below the headings that is none of the table's."""
    seen = {*headings.values()}
    for row in (row for row in sorted(sheet.rows) if row > header):
        for cell in sheet.rows[row]:
            if cell.column not in seen and not TypedCell(sheet.name, cell).is_blank:
                seen.add(cell.column)
                words = cell.text or cell.formula or f"{cell.value}"
                yield Anomaly(Oddity.NOT_READ, sheet.name, cell.address, words)


def _typed(sheet: ReadSheet, row: int, column: int) -> TypedCell:
    cell = sheet.cell(row, column)
    is_merged_away = any(
        area.first_column <= column <= area.last_column
        and area.first_row + 1 < row <= area.last_row
        for area in sheet.appearance.merged[:_MOST_MERGED]
    )
    return TypedCell(sheet.name, cell, sheet.shows(cell), is_merged_away)
