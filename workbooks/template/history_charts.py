"""Historik's charts: targets and results of each numeric criterion, in a grid beside the table.

No chart stands across the edge of a page. Heights are in points from the top of the sheet, widths
in characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from openpyxl.chart import LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import NumData, NumDataSource, NumVal
from openpyxl.chart.layout import Layout as ChartLayout
from openpyxl.chart.layout import ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.criteria import Kind
from texts import workbook as say
from workbooks.blueprint.specs import ChartSpec
from workbooks.coordinates import column_letter, column_number
from workbooks.form import HistoryColumn, TableLayout
from workbooks.template import palette
from workbooks.template.print_layout import DEFAULT_ROW_HEIGHT

COLUMNS = 3
"""How many charts stand side by side, each in a column of its own width."""
GAP_WIDTH, COLUMN_WIDTH = 3.0, 55.0
HEIGHT = 168.0
PITCH = 178.0
"""From the top of one row of charts to the top of the next."""

_BELOW_EDGE = 4.0
"""A frame on the very edge of a page would be printed on both sides of it."""
_EMU_PER_POINT = 12_700
_EMU_PER_PIXEL = 9_525
_PIXELS_PER_CHARACTER = 7
_PIXELS_BETWEEN = 12
_TITLE_SIZE, _LETTER_SIZE = 900, 800
"""Hundredths of a point."""
_LINE_WIDTH = 22_000


class _Line(NamedTuple):
    column: HistoryColumn
    name: str
    colour: str
    dash: Literal["solid", "dash"]
    mirrored: bool = False
    """Whether it is the other limit of what may deviate either way: as far below 0."""


_LINES = (
    _Line(HistoryColumn.TARGET, say.CHART_TARGET, palette.STEEL, "dash"),
    _Line(HistoryColumn.TARGET, say.CHART_TARGET_BELOW, palette.STEEL, "dash", mirrored=True),
    _Line(HistoryColumn.TARGET_TO, say.CHART_TARGET_TO, palette.STEEL, "dash"),
    _Line(HistoryColumn.RESULT, say.CHART_RESULT, palette.NAVY, "solid"),
)


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
    # Below the table all rows have the usual height: room for every chart, and a page more.
    table_end, room = len(tops) - 1, (count + COLUMNS) * PITCH + 2 * page_height
    more = int(room // DEFAULT_ROW_HEIGHT)
    tops = [*tops, *(tops[-1] + row * DEFAULT_ROW_HEIGHT for row in range(1, more + 1))]
    ends = list(breaks)
    first_column = column_number(next(iter(chart_columns(table)))[0])
    places: list[Place] = []
    y = tops[table.first_row - 1] + _BELOW_EDGE
    for start in range(0, count, COLUMNS):
        end = next((row for row in ends if tops[row] > y), None)
        if end is None:
            page_top = tops[ends[-1]] if ends else 0.0
            end = max(_row_at(tops, page_top + page_height), table_end)
        if y + PITCH > tops[end]:
            if end not in ends:
                ends.append(end)
            y = tops[end] + _BELOW_EDGE
        row = _row_at(tops, y)
        for column in range(min(COLUMNS, count - start)):
            places.append(Place(first_column + column, row, y - tops[row]))
        y += PITCH
    return Grid(tuple(places), tuple(ends), _row_at(tops, y - (PITCH - HEIGHT)) + 1)


def add_charts(
    sheet: Worksheet, table: TableLayout, charts: tuple[ChartSpec, ...], grid: Grid
) -> None:
    """Draw each chart of the table's figures, which are in place, at its place in the grid."""
    width = int(COLUMN_WIDTH * _PIXELS_PER_CHARACTER) - _PIXELS_BETWEEN
    size = XDRPositiveSize2D(width * _EMU_PER_PIXEL, int(HEIGHT * _EMU_PER_POINT))
    for spec, place in zip(charts, grid.places, strict=True):
        chart, below = _chart(sheet, table, spec), int(place.below * _EMU_PER_POINT)
        corner = AnchorMarker(col=place.column, colOff=0, row=place.row, rowOff=below)
        # The stubs know the anchor as an address only; the object gives an exact size.
        chart.anchor = OneCellAnchor(_from=corner, ext=size)  # type: ignore[assignment]
        sheet.add_chart(chart)


def _row_at(tops: Sequence[float], y: float) -> int:
    """The row (counted from 0) that `y` is in."""
    return bisect_right(tops, y) - 1


def _chart(sheet: Worksheet, table: TableLayout, spec: ChartSpec) -> LineChart:
    chart = LineChart()
    chart.title = _title(spec.title)
    chart.legend = Legend(legendPos="b", overlay=False, txPr=_letters(_LETTER_SIZE))
    chart.display_blanks = "gap"
    chart.roundedCorners = False
    chart.graphical_properties = _line(palette.GRID)
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.txPr = _letters(_LETTER_SIZE)
        axis.graphicalProperties = _line(palette.STEEL)
    chart.y_axis.majorGridlines = ChartLines(spPr=_line(palette.TOTAL_FILL))
    chart.y_axis.number_format = spec.number_format
    chart.x_axis.number_format = "0"
    chart.x_axis.tickLblPos = "low"
    for line in _LINES:
        is_drawn = line.column in table.columns
        if is_drawn and (not line.mirrored or spec.kind is Kind.WITHIN):
            figures = _figures(sheet, table, spec, line)
            if any(each is not None for each in figures):
                chart.append(_series(sheet, table, spec, line, figures))
    chart.set_categories(_values(sheet, table, spec, HistoryColumn.YEAR))
    return chart


def _series(
    sheet: Worksheet,
    table: TableLayout,
    spec: ChartSpec,
    line: _Line,
    figures: Sequence[float | None],
) -> Series:
    series: Series = SeriesFactory(_values(sheet, table, spec, line.column))
    if line.mirrored:
        points = [NumVal(idx=n, v=-each) for n, each in enumerate(figures) if each is not None]
        # Literal numbers: there are no cells for them, since the table is the plan's own.
        series.val = NumDataSource(numLit=NumData(ptCount=len(figures), pt=points))
    series.tx = SeriesLabel(v=line.name)
    series.smooth = False
    dot = GraphicalProperties(solidFill=line.colour, ln=LineProperties(solidFill=line.colour))
    series.marker = Marker(symbol="circle", size=5, spPr=dot)
    series.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=line.colour, w=_LINE_WIDTH, prstDash=line.dash)
    )
    return series


def _figures(
    sheet: Worksheet, table: TableLayout, spec: ChartSpec, line: _Line
) -> list[float | None]:
    letter = table.letter(line.column)
    cells = (sheet[f"{letter}{row}"].value for row in range(spec.first_row, spec.last_row + 1))
    return [value if isinstance(value, int | float) else None for value in cells]


def _values(
    sheet: Worksheet, table: TableLayout, spec: ChartSpec, column: HistoryColumn
) -> Reference:
    number = column_number(table.letter(column))
    return Reference(sheet, min_col=number, min_row=spec.first_row, max_row=spec.last_row)


def _title(text: str) -> Title:
    letters = CharacterProperties(sz=_TITLE_SIZE, b=True, solidFill=palette.NAVY)
    paragraph = Paragraph(
        pPr=ParagraphProperties(algn="l", defRPr=letters), r=[RegularTextRun(rPr=letters, t=text)]
    )
    corner = ManualLayout(xMode="edge", yMode="edge", x=0.02, y=0.03)
    return Title(
        tx=Text(rich=RichText(p=[paragraph])),
        layout=ChartLayout(manualLayout=corner),
        overlay=False,
    )


def _letters(size: int) -> RichText:
    letters = CharacterProperties(sz=size, solidFill=palette.QUIET)
    return RichText(
        p=[Paragraph(pPr=ParagraphProperties(algn="l", defRPr=letters), endParaRPr=letters)]
    )


def _line(colour: str) -> GraphicalProperties:
    return GraphicalProperties(ln=LineProperties(solidFill=colour))
