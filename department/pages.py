"""A sheet with a title and one table, as the department's workbooks have them.

Whatever a received file said is written as text: nothing that begins with `= + - @` becomes a
formula, and nothing becomes a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | None

_DARK = "1F3864"
_GREY = "595959"
_LINE = Side(style="thin", color="D0D7E5")
_FILLS = {
    "good": PatternFill("solid", fgColor="E2EFDA"),
    "warn": PatternFill("solid", fgColor="FFF2CC"),
    "bad": PatternFill("solid", fgColor="FBE0DD"),
    "open": PatternFill("solid", fgColor="EDEDED"),
}
_DATE_FORMAT = "dd-mm-yyyy"
_SCORE_FORMAT = "0.00"
HEADER_ROW = 4
_LINE_HEIGHT = 15.0
_LONGEST = 32_000


@dataclass(frozen=True, slots=True)
class Shade:
    """A value with a colour (good, warn, bad, open) that repeats what it says."""

    value: Value
    fill: str


Item = Value | Shade


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its name, its table's name, headings with widths, and rows."""

    name: str
    table: str
    headings: tuple[tuple[str, float], ...]
    rows: tuple[tuple[Item, ...], ...]


def write_page(workbook: Workbook, page: Page, title: str, subtitle: str) -> Worksheet:
    """Add the page to the workbook, ready to be filtered and printed."""
    sheet: Worksheet = workbook.create_sheet(page.name)
    _text(sheet, "A1", title).font = Font(size=16, bold=True, color=_DARK)
    _text(sheet, "A2", subtitle).font = Font(color=_GREY)
    for number, (heading, width) in enumerate(page.headings, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = width
        cell = _text(sheet, f"{letter}{HEADER_ROW}", heading)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_DARK)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[HEADER_ROW].height = 30
    for offset, row in enumerate(page.rows, start=1):
        _write_row(sheet, HEADER_ROW + offset, row, page.headings)
    _finish(sheet, page)
    return sheet


def _write_row(
    sheet: Worksheet, row: int, items: Sequence[Item], headings: Sequence[tuple[str, float]]
) -> None:
    lines = 1
    for number, (item, (_, width)) in enumerate(zip(items, headings, strict=True), start=1):
        shade = item if isinstance(item, Shade) else None
        value = shade.value if shade is not None else item
        address = f"{get_column_letter(number)}{row}"
        if isinstance(value, str):
            cell = _text(sheet, address, value)
            lines = max(lines, -(-len(value) // int(width)))
        else:
            cell = sheet[address]
            cell.value = None if isinstance(value, Shade) else value
            if isinstance(value, date):
                cell.number_format = _DATE_FORMAT
            elif isinstance(value, float):
                cell.number_format = _SCORE_FORMAT
        if shade is not None:
            cell.fill = _FILLS[shade.fill]
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.border = Border(bottom=_LINE)
    sheet.row_dimensions[row].height = lines * _LINE_HEIGHT + 3


def _text(sheet: Worksheet, address: str, text: str) -> Cell:
    cell: Cell = sheet[address]
    cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text)[:_LONGEST]
    cell.data_type = "s"
    return cell


def _finish(sheet: Worksheet, page: Page) -> None:
    last = get_column_letter(len(page.headings))
    bottom = HEADER_ROW + max(len(page.rows), 1)
    table = Table(displayName=page.table, ref=f"A{HEADER_ROW}:{last}{bottom}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    sheet.freeze_panes = f"B{HEADER_ROW + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
