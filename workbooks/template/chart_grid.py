"""Where Historik's charts stand: a grid beside the table, no chart across the edge of a page.

Heights are in points from the top of the sheet, widths in characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbooks.coordinates import column_letter, column_number
from workbooks.form import TableLayout
from workbooks.template.paging import DEFAULT_ROW_HEIGHT

COLUMNS = 3
"""How many charts stand side by side, each in a column of its own width."""
GAP_WIDTH, COLUMN_WIDTH = 3.0, 55.0
HEIGHT = 168.0
PITCH = 178.0
"""From the top of one row of charts to the top of the next."""

_BELOW_EDGE = 4.0
"""A frame on the very edge of a page would be printed on both sides of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """The upper left corner of a chart: column and row counted from 0, and points below it."""

    column: int
    row: int
    below: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of all charts, and where the sheet's pages end now."""

    places: tuple[Place, ...]
    breaks: tuple[int, ...]
    """The rows after which a page ends: the table's own and those that charts need below it."""
    last_row: int
    """The last row that a chart reaches."""


def chart_columns(table: TableLayout) -> Iterator[tuple[str, float]]:
    """The columns to the right of the table with their widths: a gap, then the charts'."""
    gap = len(table.columns) + 1
    yield column_letter(gap), GAP_WIDTH
    for number in range(COLUMNS):
        yield column_letter(gap + 1 + number), COLUMN_WIDTH


def grid_of(
    count: int,
    table: TableLayout,
    tops: Sequence[float],
    breaks: Sequence[int],
    page_height: float,
) -> Grid:
    """Places for `count` charts from the table's first row of data down.

    `tops` are the upper edges of the rows, `breaks` the rows after which the table's pages end,
    `page_height` what one page holds.
    """
    ends = list(breaks)
    first_column = column_number(next(iter(chart_columns(table)))[0])
    places: list[Place] = []
    y = tops[table.first_row - 1] + _BELOW_EDGE
    for start in range(0, count, COLUMNS):
        end = _page_end(y, tops, ends, page_height)
        if y + PITCH > _top(tops, end):
            if end not in ends:
                ends.append(end)
            y = _top(tops, end) + _BELOW_EDGE
        row = _row_at(tops, y)
        for column in range(min(COLUMNS, count - start)):
            places.append(Place(first_column + column, row, y - _top(tops, row)))
        y += PITCH
    return Grid(tuple(places), tuple(ends), _row_at(tops, y - (PITCH - HEIGHT)) + 1)


def _page_end(y: float, tops: Sequence[float], ends: Sequence[int], page_height: float) -> int:
    """The row after which the page that `y` is on ends."""
    for row in ends:
        if _top(tops, row) > y:
            return row
    page_top = _top(tops, ends[-1]) if ends else 0.0
    return max(_row_at(tops, page_top + page_height), len(tops) - 1)


def _top(tops: Sequence[float], row: int) -> float:
    """The upper edge of the row (counted from 0); rows below the table have the usual height."""
    beyond = row - (len(tops) - 1)
    return tops[row] if beyond <= 0 else tops[-1] + beyond * DEFAULT_ROW_HEIGHT


def _row_at(tops: Sequence[float], y: float) -> int:
    """The row (counted from 0) that `y` is in."""
    if y >= tops[-1]:
        return len(tops) - 1 + int((y - tops[-1]) // DEFAULT_ROW_HEIGHT)
    return max(row for row, top in enumerate(tops) if top <= y)
