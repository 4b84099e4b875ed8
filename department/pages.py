"""A sheet with a title and one table, as the department's workbooks have them.

Rows are written to disk as they come. Whatever a received file said is written as text: nothing
that begins with `= + - @` becomes a formula, and nothing becomes a link.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from department.inert import inert

Value = str | int | float | date | None

_DARK = "1F3864"
_GREY = "595959"
_FILLS = {
    "good": PatternFill("solid", fgColor="E2EFDA"),
    "warn": PatternFill("solid", fgColor="FFF2CC"),
    "bad": PatternFill("solid", fgColor="FBE0DD"),
    "open": PatternFill("solid", fgColor="EDEDED"),
}
_FONT = Font(name="Calibri", size=10)
_HEADING_FONT = Font(name="Calibri", size=10, bold=True, color="FFFFFF")
_TITLE_FONT = Font(name="Calibri", size=16, bold=True, color=_DARK)
_SUBTITLE_FONT = Font(name="Calibri", size=11, color=_GREY)
_HEADING_FILL = PatternFill("solid", fgColor=_DARK)
_HEADING_PLACE = Alignment(vertical="center", wrap_text=True)
_PLACE = Alignment(vertical="center", wrap_text=True)
_NUMBER_PLACE = Alignment(horizontal="center", vertical="center")
_LINE = Border(bottom=Side(style="thin", color="D0D7E5"))
_FORMATS = {"text": "General", "date": "dd-mm-yyyy", "score": "0.00", "number": "General"}
HEADER_ROW = 4
_LINE_HEIGHT = 15.0
_MOST_LINES = 25
_LONGEST = 32_000
_A4 = 9


@dataclass(frozen=True, slots=True)
class Shade:
    """A value with a colour (good, warn, bad, open) that repeats what it says."""

    value: Value
    fill: str


Item = Value | Shade


def _kind(value: Value) -> str:
    if isinstance(value, str):
        return "text"
    if isinstance(value, date):
        return "date"
    return "score" if isinstance(value, float) else "number"


class PageWriter:
    """One sheet of a write-only workbook: title and subtitle, headings, then row by row."""

    def __init__(
        self,
        workbook: Workbook,
        name: str,
        table: str,
        headings: Sequence[tuple[str, float]],
        titles: tuple[str, str],
    ) -> None:
        self._sheet: Worksheet = workbook.create_sheet(name)
        self._workbook = workbook
        self._styles: set[str] = set()
        self._table = table
        self._headings = tuple(headings)
        self._rows = 0
        self._set_up()
        title, subtitle = (self._text(text) for text in titles)
        title.font = _TITLE_FONT
        subtitle.font = _SUBTITLE_FONT
        self._sheet.append([title])
        self._sheet.append([subtitle])
        self._sheet.append([])
        self._sheet.append([self._heading(text) for text, _ in self._headings])

    def add(self, items: Sequence[Item]) -> None:
        """Add a row, an item per heading."""
        self._rows += 1
        lines = 1
        for item, (_, width) in zip(items, self._headings, strict=True):
            if isinstance(item, str):
                lines = max(lines, -(-len(item) // int(width)))
        height = min(lines, _MOST_LINES) * _LINE_HEIGHT + 3
        self._sheet.row_dimensions[HEADER_ROW + self._rows].height = height
        self._sheet.append([self._cell(item) for item in items])

    def finish(self) -> None:
        """Make the rows a table: filters and all."""
        last = get_column_letter(len(self._headings))
        if self._rows == 0:
            self._sheet.append([None] * len(self._headings))
        bottom = HEADER_ROW + max(self._rows, 1)
        ref = f"A{HEADER_ROW}:{last}{bottom}"
        table = Table(displayName=self._table, ref=ref, autoFilter=AutoFilter(ref=ref))
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        table.tableColumns = [
            TableColumn(id=number, name=heading)
            for number, (heading, _) in enumerate(self._headings, start=1)
        ]
        with warnings.catch_warnings():
            # openpyxl warns that a write-only sheet must name its table's columns: they are.
            warnings.simplefilter("ignore", UserWarning)
            self._sheet.add_table(table)

    def _set_up(self) -> None:
        sheet = self._sheet
        for number, (_, width) in enumerate(self._headings, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.row_dimensions[HEADER_ROW].height = 30
        sheet.freeze_panes = f"B{HEADER_ROW + 1}"
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"

    def _cell(self, item: Item) -> Cell:
        value = item.value if isinstance(item, Shade) else item
        cell = self._text(value) if isinstance(value, str) else self._plain(value)
        cell.style = self._style(_kind(value), item.fill if isinstance(item, Shade) else "")
        return cell

    def _style(self, kind: str, fill: str) -> str:
        """The name of a cell style, made once: styles set cell by cell are slow."""
        name = f"rp {kind} {fill}".rstrip()
        if name not in self._styles:
            style = NamedStyle(
                name,
                font=_FONT,
                border=_LINE,
                alignment=_PLACE if kind == "text" else _NUMBER_PLACE,
                number_format=_FORMATS[kind],
            )
            if fill:
                style.fill = _FILLS[fill]
            if name not in self._workbook.named_styles:
                self._workbook.add_named_style(style)
            self._styles.add(name)
        return name

    def _heading(self, text: str) -> Cell:
        cell = self._text(text)
        cell.font, cell.fill, cell.alignment = _HEADING_FONT, _HEADING_FILL, _HEADING_PLACE
        return cell

    def _text(self, text: str) -> Cell:
        clean = inert(text)[:_LONGEST]
        cell = self._plain(clean)
        cell.data_type = "s"
        return cell

    def _plain(self, value: Value) -> Cell:
        cell: Cell = WriteOnlyCell(self._sheet)
        cell.value = value
        return cell
