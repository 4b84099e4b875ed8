"""The decisions of a draft as they stand in a workbook that came back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbooks.authoring.decision_layout import BETWEEN, DECISIONS, HEADER_ROW, DecisionColumn
from workbooks.authoring.entries import SHEET_OF, AuthoringSheet, Column, PlanField, TableName
from workbooks.authoring.passages import without_holders
from workbooks.authoring.reading import TypedCell, TypedPlan, TypedRow
from workbooks.coordinates import column_number
from workbooks.form import YES
from workbooks.reading.book import Book
from workbooks.reading.cells import Cell
from workbooks.reading.read_sheet import ReadSheet

MOST_DECISIONS = 5000
_KEYS = {
    AuthoringSheet.GOALS: (TableName.GOALS, (Column.NUMBER,)),
    AuthoringSheet.CRITERIA: (TableName.CRITERIA, (Column.KEY,)),
    AuthoringSheet.HISTORY: (TableName.HISTORY, (Column.KEY, Column.YEAR)),
}


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A decision that is still to be taken. `cell` is where, None for what was left out."""

    number: str
    row: int
    what: str
    key: str | None
    cell: TypedCell | None


def is_draft(book: Book) -> bool:
    """Whether the workbook is a draft, with a list of decisions."""
    return book.sheet(DECISIONS) is not None


def has_headings(book: Book) -> bool:
    """Whether the list has the headings that it is read by."""
    sheet = book.sheet(DECISIONS)
    return sheet is not None and all(
        _at(sheet, HEADER_ROW, column).text == column for column in DecisionColumn
    )


def open_decisions(book: Book, typed: TypedPlan) -> Iterator[OpenDecision]:
    """The decisions that nobody has taken: the cell is as proposed, and not said to be settled."""
    sheet = book.sheet(DECISIONS)
    if sheet is None:
        return
    rows = sorted(row for row in sheet.rows() if row > HEADER_ROW)
    for row in rows[:MOST_DECISIONS]:
        what = _at(sheet, row, DecisionColumn.WHAT).text
        answer = _at(sheet, row, DecisionColumn.SETTLED).text or ""
        if what is None or answer.strip().casefold() == YES.casefold():
            continue
        number = _shown(_at(sheet, row, DecisionColumn.NUMBER))
        if not _at(sheet, row, DecisionColumn.CELL).text:
            yield OpenDecision(number, row, what, None, None)
            continue
        found = _cell(sheet, row, typed)
        proposal = _at(sheet, row, DecisionColumn.PROPOSAL)
        if found is not None and _is_as_proposed(found.cell, proposal):
            key = (_at(sheet, row, DecisionColumn.KEY).text or "").partition(" ")[0]
            yield OpenDecision(number, row, what, key or None, found)


def _cell(sheet: ReadSheet, row: int, typed: TypedPlan) -> TypedCell | None:
    """The cell that a decision is about; None where its row is gone from the plan."""
    name = _at(sheet, row, DecisionColumn.SHEET).text
    key = _at(sheet, row, DecisionColumn.KEY).text or ""
    heading = _at(sheet, row, DecisionColumn.FIELD).text or ""
    if name == AuthoringSheet.PLAN:
        if heading in _FIELDS:
            field = typed.fields.get(PlanField(heading))
            if field is not None:
                return field
        address = _at(sheet, row, DecisionColumn.CELL).text
        return _on_plan(typed, address or "")
    if name not in _TABLE_SHEETS or heading not in _HEADINGS:
        return None
    table, columns = _KEYS[AuthoringSheet(name)]
    for each in typed.rows(table):
        if " ".join(_typed_key(each, column) for column in columns) == key:
            return each.cells.get(Column(heading))
    return None


_TABLE_SHEETS = frozenset(map(str, _KEYS))
_FIELDS = frozenset(map(str, PlanField))
_HEADINGS = frozenset(map(str, Column))


def _on_plan(typed: TypedPlan, address: str) -> TypedCell | None:
    """A cell of the short tables on the sheet Plan."""
    for table, where in SHEET_OF.items():
        if where is AuthoringSheet.PLAN:
            for row in typed.rows(table):
                for cell in row.cells.values():
                    if cell.cell.address == address:
                        return cell
    return None


def _typed_key(row: TypedRow, column: Column) -> str:
    cell = row.cells.get(column)
    return "" if cell is None else _shown(cell.cell)


def _is_as_proposed(cell: Cell, proposal: Cell) -> bool:
    """Whether a cell holds what was proposed, or one of the passages that were meant."""
    if proposal.is_empty:
        return cell.is_empty or not (cell.text is None or _words(cell.text))
    if proposal.text is None:
        return cell.number is not None and cell.number == proposal.number
    if cell.text is None:
        return False
    words = _words(cell.text)
    passages = (_words(each) for each in proposal.text.split(BETWEEN))
    return any(each and each in words for each in passages)


def _words(text: str) -> str:
    return " ".join(without_holders(text).split())


def _shown(cell: Cell) -> str:
    if cell.number is not None:
        return f"{cell.number:.15g}"
    return " ".join((cell.text or "").split())


def _at(sheet: ReadSheet, row: int, column: DecisionColumn) -> Cell:
    return sheet.cell(row, column_number(column.letter))
