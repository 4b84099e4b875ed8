"""How a sheet is printed: paper and scale, and pages that break between goals and criteria.

All sizes are in points, as Excel measures rows; a column's width is in characters of the
standard font, seven pixels each.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break, ColBreak, RowBreak
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.plan import Plan
from texts import workbook as say
from workbooks.blueprint.specs import Look, SheetSpec, shortened
from workbooks.coordinates import column_letter, column_number, position_of
from workbooks.form import Column, HistoryColumn, Layout, Sheet

DEFAULT_ROW_HEIGHT = 15.0

_POINTS_PER_CHARACTER = 7 * 0.75
_POINTS_PER_INCH = 72
_SIDE_MARGIN, _TOP_MARGIN, _BOTTOM_MARGIN, _FOOTER_MARGIN = 0.4, 0.5, 0.65, 0.3
"""Inches; the footer stands in the bottom margin."""
_LONGEST_FOOTER = 90
"""Characters of the left footer: all of them doubled still leave room in Excel's 255."""
_FOOTER_SIZE = 8
_A4, _A3 = (9, 595.0, 842.0), (8, 842.0, 1191.0)
"""Excel's number for the paper, and its sides."""
_LINES_KEPT = 3
"""How many lines of running text stay with their heading."""
_ROWS_KEPT = 2
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
    """The page of a sheet that is fitted to the paper's width, or to that of two pages."""
    _, short, long = _A4
    width, height = (long, short) if spec.landscape else (short, long)
    width -= 2 * _SIDE_MARGIN * _POINTS_PER_INCH
    height -= (_TOP_MARGIN + _BOTTOM_MARGIN) * _POINTS_PER_INCH
    table_width = sum(spec.widths) * _POINTS_PER_CHARACTER
    if spec.second_page is not None:
        split, kept = column_number(spec.second_page) - 1, _frozen_columns(spec)
        halves = spec.widths[:split], spec.widths[:kept] + spec.widths[split:]
        table_width = max(map(sum, halves)) * _POINTS_PER_CHARACTER
    scale = min(width / table_width * _SLACK, 1.0)
    return Page(width / scale, height / scale * _SLACK, int(scale * 100))


def _frozen_columns(spec: SheetSpec) -> int:
    return 0 if spec.freeze is None else position_of(spec.freeze)[0] - 1


def row_tops(heights: Mapping[int, float], last_row: int) -> list[float]:
    """The upper edge of each row from row 1 to the row after the last; index 0 is row 1."""
    sizes = (heights.get(row, DEFAULT_ROW_HEIGHT) for row in range(1, last_row + 1))
    return list(accumulate(sizes, initial=0.0))


def last_row_of(spec: SheetSpec) -> int:
    """The last row that holds something."""
    return max(position_of(address)[1] for address in spec.cells)


def block_starts(spec: SheetSpec, layout: Layout) -> frozenset[int]:
    """The rows at which a block begins that should be seen, and printed, as one.

    A block is a goal, a criterion's history, or a heading with the text below it.
    """
    cells = spec.cells
    if spec.name in (Sheet.GUIDE, Sheet.GOALS):
        headings = {position_of(each)[1] for each in cells if cells[each].look is Look.HEADING}
        held = {row + below for row in headings for below in range(1, _LINES_KEPT + 1)}
        return frozenset(range(1, last_row_of(spec) + 1)) - (held - headings)
    if spec.name is Sheet.REPORT:
        firsts = (layout.report_cell(goal.number, Column.KEY) for goal in layout.plan.goals)
        return frozenset(position_of(first)[1] for first in firsts)
    if spec.name is Sheet.HISTORY:
        table = layout.history
        column = [cells.get(table.cell(HistoryColumn.KEY, row)) for row in range(table.rows)]
        keys = [None, *(None if cell is None else cell.key for cell in column)]
        changes = enumerate(pairwise(keys), start=table.first_row)
        return frozenset(row for row, (above, key) in changes if key != above)
    return frozenset()


def page_breaks(
    tops: Sequence[float], starts: Collection[int], page_height: float, repeated: float
) -> list[int]:
    """The rows after which a page ends, when blocks are kept whole where a page can hold them.

    `repeated` is the height of the heading rows that every further page begins with.
    """
    last_row = len(tops) - 1
    ends = {start: after - 1 for start, after in pairwise([*sorted(starts), last_row + 1])}
    breaks: list[int] = []
    page_top, room = 0.0, page_height
    for row in range(1, last_row + 1):
        kept_with = ends.get(row, row)
        bottom = tops[kept_with]
        if bottom - tops[row - 1] > page_height - repeated:
            bottom = tops[min(row + _ROWS_KEPT, kept_with)]
        if bottom - page_top > room and row > 1:
            breaks.append(row - 1)
            page_top, room = tops[row - 1], page_height - repeated
    return breaks


def set_up_page(
    sheet: Worksheet, footers: tuple[str, str, str], *, a3: bool, landscape: bool
) -> None:
    """Paper, margins and the three footers; the sheet is fitted to one page's width.

    The left one is plain text, cut so that Excel takes all three; the others hold its codes.
    """
    setup = sheet.page_setup
    setup.paperSize, *_ = _A3 if a3 else _A4
    setup.orientation = "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = _SIDE_MARGIN
    margins.top, margins.bottom = _TOP_MARGIN, _BOTTOM_MARGIN
    margins.header = margins.footer = _FOOTER_MARGIN
    footer = HeaderFooterItem()
    parts = (footer.left, footer.center, footer.right)
    left = shortened(footers[0], _LONGEST_FOOTER).replace("&", "&&")
    for part, text in zip(parts, (left, *footers[1:]), strict=True):
        part.text, part.size = text, _FOOTER_SIZE
    sheet.HeaderFooter.oddFooter = footer


def set_up_printing(sheet: Worksheet, spec: SheetSpec, plan: Plan, breaks: Iterable[int]) -> None:
    """The page of a sheet of the template, its repeated headings and its breaks."""
    left = say.PRINT_LEFT.format(institution=plan.institution, year=plan.year)
    footers = left, say.PRINT_CENTRE.format(version=plan.version), say.PRINT_RIGHT
    set_up_page(sheet, footers, a3=False, landscape=spec.landscape)
    sheet.page_setup.fitToHeight = 1 if spec.one_page else 0
    sheet.print_options.horizontalCentered = True
    if spec.freeze is not None and spec.table is not None:
        sheet.print_title_rows = f"{spec.table.header_row}:{spec.table.header_row}"
    sheet.row_breaks = RowBreak(brk=[Break(id=row) for row in breaks])
    if spec.second_page is not None:
        _give_scale(sheet, page_of(spec))
        sheet.page_setup.pageOrder = "overThenDown"
        sheet.col_breaks = ColBreak(brk=[Break(id=column_number(spec.second_page) - 1)])
        sheet.print_title_cols = f"A:{column_letter(_frozen_columns(spec))}"


def print_in_two(sheet: Worksheet, page: Page, table: str, charts: str) -> None:
    """Print the table first, then the charts beside it on pages of their own: two ranges."""
    _give_scale(sheet, page)
    sheet.print_area = f"{table},{charts}"


def _give_scale(sheet: Worksheet, page: Page) -> None:
    """Excel heeds the breaks for certain only where the scale is given."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
    sheet.page_setup.scale = page.scale
