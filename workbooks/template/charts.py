"""Historik's charts: a line of targets and one of results for each numeric criterion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from openpyxl.chart import LineChart, Reference
from openpyxl.chart.axis import ChartLines
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

from texts import workbook as say
from workbooks.blueprint.cells import ChartSpec
from workbooks.coordinates import column_number
from workbooks.form import HistoryColumn, TableLayout
from workbooks.template import palette
from workbooks.template.chart_grid import COLUMN_WIDTH, HEIGHT, Grid, Place

_EMU_PER_POINT = 12_700
_EMU_PER_PIXEL = 9_525
_PIXELS_PER_CHARACTER = 7
_PIXELS_BETWEEN = 12
_TITLE_SIZE, _LETTER_SIZE = 900, 800
"""Hundredths of a point."""
_LINE_WIDTH = 22_000


@dataclass(frozen=True, slots=True)
class _Line:
    column: HistoryColumn
    name: str
    colour: str
    dash: Literal["solid", "dash"]


_LINES = (
    _Line(HistoryColumn.TARGET, say.CHART_TARGET, palette.STEEL, "dash"),
    _Line(HistoryColumn.RESULT, say.CHART_RESULT, palette.NAVY, "solid"),
)


def add_charts(
    sheet: Worksheet, table: TableLayout, charts: tuple[ChartSpec, ...], grid: Grid
) -> None:
    """Draw each chart of the table's figures, which are in place, at its place in the grid."""
    for spec, place in zip(charts, grid.places, strict=True):
        chart = _chart(sheet, table, spec)
        # The stubs know the anchor as an address only; the object gives an exact size.
        chart.anchor = _anchor(place)  # type: ignore[assignment]
        sheet.add_chart(chart)


def _anchor(place: Place) -> OneCellAnchor:
    marker = AnchorMarker(
        col=place.column, colOff=0, row=place.row, rowOff=int(place.below * _EMU_PER_POINT)
    )
    width = int(COLUMN_WIDTH * _PIXELS_PER_CHARACTER) - _PIXELS_BETWEEN
    size = XDRPositiveSize2D(width * _EMU_PER_PIXEL, int(HEIGHT * _EMU_PER_POINT))
    return OneCellAnchor(_from=marker, ext=size)


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
        if _has_figures(sheet, table, spec, line):
            chart.append(_series(sheet, table, spec, line))
    chart.set_categories(_values(sheet, table, spec, HistoryColumn.YEAR))
    return chart


def _series(sheet: Worksheet, table: TableLayout, spec: ChartSpec, line: _Line) -> Series:
    series: Series = SeriesFactory(_values(sheet, table, spec, line.column))
    series.tx = SeriesLabel(v=line.name)
    series.smooth = False
    series.marker = Marker(symbol="circle", size=5, spPr=_dot(line.colour))
    series.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=line.colour, w=_LINE_WIDTH, prstDash=line.dash)
    )
    return series


def _has_figures(sheet: Worksheet, table: TableLayout, spec: ChartSpec, line: _Line) -> bool:
    letter = table.letter(line.column)
    rows = range(spec.first_row, spec.last_row + 1)
    return any(sheet[f"{letter}{row}"].value is not None for row in rows)


def _values(
    sheet: Worksheet, table: TableLayout, spec: ChartSpec, column: HistoryColumn
) -> Reference:
    number = column_number(table.letter(column))
    return Reference(sheet, min_col=number, min_row=spec.first_row, max_row=spec.last_row)


def _title(text: str) -> Title:
    letters = CharacterProperties(sz=_TITLE_SIZE, b=True, solidFill=palette.NAVY)
    paragraph = Paragraph(
        pPr=ParagraphProperties(defRPr=letters), r=[RegularTextRun(rPr=letters, t=text)]
    )
    corner = ManualLayout(xMode="edge", yMode="edge", x=0.02, y=0.03)
    return Title(
        tx=Text(rich=RichText(p=[paragraph])),
        layout=ChartLayout(manualLayout=corner),
        overlay=False,
    )


def _letters(size: int) -> RichText:
    letters = CharacterProperties(sz=size, solidFill=palette.QUIET)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)])


def _line(colour: str) -> GraphicalProperties:
    return GraphicalProperties(ln=LineProperties(solidFill=colour))


def _dot(colour: str) -> GraphicalProperties:
    return GraphicalProperties(solidFill=colour, ln=LineProperties(solidFill=colour))
