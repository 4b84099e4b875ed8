"""What the department typed on *Vurdering* in the overview before: carried into the next one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from department.spreadsheet import HEADER_ROW
from texts import overview as say
from texts import standing as standing_texts
from texts.language import Text
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import Cell
from workbooks.reading.read_sheet import ReadSheet


class Decision(NamedTuple):
    """An agency's row as typed: the share (0 to 1), the largest amount in kr., the decision."""

    share: float | None = None
    maximum: float | None = None
    words: str = ""


Decisions = Mapping[tuple[str, int], Decision]
"""By institution and year."""
NO_DECISIONS: Decisions = {}


def decisions_in(data: bytes) -> Decisions:
    """What is typed in an overview; nothing where it has no such sheet.

    Raises `UnreadableError` for what is no readable workbook.
    """
    sheet = _sheet(read_book(data))
    if sheet is None:
        return {}
    columns = _columns(sheet)
    found: dict[tuple[str, int], Decision] = {}
    for row in sorted({cell.row for cell in sheet.cells.values() if cell.row > HEADER_ROW}):

        def typed(heading: Text, at: int = row) -> Cell | None:
            column = columns.get(heading)
            return None if column is None else sheet.cell(at, column)

        year = _number(typed(standing_texts.YEAR))
        decision = Decision(
            _number(typed(say.SHARE)), _number(typed(say.MAXIMUM)), _text(typed(say.DECISION))
        )
        if year is not None and decision != Decision():
            found[_text(typed(standing_texts.INSTITUTION)), int(year)] = decision
    return found


def _sheet(book: Book) -> ReadSheet | None:
    names = (say.SHEET_ASSESSMENT.da, say.SHEET_ASSESSMENT.en)
    return next((sheet for sheet in map(book.sheet, names) if sheet is not None), None)


def _columns(sheet: ReadSheet) -> dict[Text, int]:
    headings = (
        standing_texts.INSTITUTION,
        standing_texts.YEAR,
        say.SHARE,
        say.MAXIMUM,
        say.DECISION,
    )
    at = {cell.value: cell.column for cell in sheet.cells.values() if cell.row == HEADER_ROW}
    return {
        heading: at[text] for heading in headings for text in (heading.da, heading.en) if text in at
    }


def _number(cell: Cell | None) -> float | None:
    value = None if cell is None else cell.value
    return value if isinstance(value, float) else None


def _text(cell: Cell | None) -> str:
    value = None if cell is None else cell.value
    return value if isinstance(value, str) else ""
