"""Where pages break: between goals and criteria rather than through them.

All sizes are in points, as Excel measures rows; a column's width is in characters of the
standard font, seven pixels each.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from workbooks.blueprint.cells import SheetSpec

DEFAULT_ROW_HEIGHT = 15.0
POINTS_PER_CHARACTER = 7 * 0.75
SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 0.4, 0.5, 0.65
"""Inches; the footer stands in the bottom margin."""

_POINTS_PER_INCH = 72
_A4 = (595.0, 842.0)
_A3 = (842.0, 1191.0)
_KEPT_WITH_HEADING = 2
"""How many rows stay with the first row of a block that no page can hold."""
_SLACK = 0.94
"""Printers and fonts differ a little: a page is planned not quite full."""


@dataclass(frozen=True, slots=True)
class Page:
    """What fits on one printed page of a sheet, in the sheet's own points."""

    width: float
    height: float
    scale: int
    """In percent."""


def page_of(spec: SheetSpec) -> Page:
    """The page of a sheet that is fitted to the paper's width."""
    short, long = _A3 if spec.paper_a3 else _A4
    width, height = (long, short) if spec.landscape else (short, long)
    width -= 2 * SIDE_MARGIN * _POINTS_PER_INCH
    height -= (TOP_MARGIN + BOTTOM_MARGIN) * _POINTS_PER_INCH
    table_width = sum(spec.widths) * POINTS_PER_CHARACTER
    scale = min(width / table_width * _SLACK, 1.0)
    return Page(width / scale, height / scale * _SLACK, int(scale * 100))


def row_tops(heights: Mapping[int, float], last_row: int) -> list[float]:
    """The upper edge of each row from row 1 to the row after the last; index 0 is row 1."""
    sizes = (heights.get(row, DEFAULT_ROW_HEIGHT) for row in range(1, last_row + 1))
    return list(accumulate(sizes, initial=0.0))


def last_row_of(spec: SheetSpec) -> int:
    """The last row that holds something."""
    return max(int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for address in spec.cells)


def page_breaks(
    tops: Sequence[float], block_starts: Collection[int], page_height: float, repeated: float
) -> list[int]:
    """The rows after which a page ends, when blocks are kept whole where a page can hold them.

    `repeated` is the height of the heading rows that every further page begins with.
    """
    breaks: list[int] = []
    page_top, room = 0.0, page_height
    last_row = len(tops) - 1
    ends = dict(_blocks(block_starts, last_row))
    for row in range(1, last_row + 1):
        kept_with = ends.get(row, row)
        bottom = tops[kept_with]
        if bottom - tops[row - 1] > page_height - repeated:
            bottom = tops[min(row + _KEPT_WITH_HEADING, kept_with)]
        if bottom - page_top > room and row > 1:
            breaks.append(row - 1)
            page_top, room = tops[row - 1], page_height - repeated
    return breaks


def _blocks(starts: Collection[int], last_row: int) -> list[tuple[int, int]]:
    ordered = sorted(starts)
    ends = [*(start - 1 for start in ordered[1:]), last_row]
    return list(zip(ordered, ends, strict=True)) if ordered else []
