"""One sheet of the workbook, rendered from its specification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from workbooks.blueprint.prose import height_of
from workbooks.blueprint.specs import CellSpec, CellValue, SheetSpec
from workbooks.coordinates import column_letter, position_of
from workbooks.form import Layout, Sheet, ValueType
from workbooks.template import palette
from workbooks.template.feedback import add_colours, add_validations
from workbooks.template.history_charts import add_charts, chart_columns, grid_of
from workbooks.template.print_layout import (
    DEFAULT_ROW_HEIGHT,
    block_starts,
    last_row_of,
    page_breaks,
    page_of,
    print_in_two,
    row_tops,
    set_up_printing,
)
from workbooks.template.styles import Dress, dress_of, put_on, rich_text

_FILTERED = (Sheet.REPORT, Sheet.HISTORY)
_TAB_COLOURS = {
    Sheet.GUIDE: palette.STEEL,
    Sheet.MASTER: palette.NAVY,
    Sheet.REPORT: palette.NAVY,
    Sheet.GOALS: palette.STEEL,
    Sheet.HISTORY: palette.STEEL,
    Sheet.CODES: palette.STEEL,
}
_TABLE_STYLE = "TableStyleLight1"


def render(
    sheet: Worksheet, spec: SheetSpec, layout: Layout, inputs: Mapping[str, CellValue]
) -> None:
    """Fill the empty `sheet`; `inputs` are values for its input cells, by address."""
    starts = block_starts(spec, layout)
    first: dict[Dress, str] = {}
    for address, each in spec.cells.items():
        cell = sheet[address]
        _write(cell, each, inputs.get(address))
        dress = dress_of(spec, address, starts)
        if dress in first:
            # As the first cell that wears it: dressing each by itself is slow.
            cell._style = copy(sheet[first[dress]]._style)
        else:
            put_on(cell, dress)
            first[dress] = address
    for cells in spec.merged:
        sheet.merge_cells(cells)
    heights = _heights(spec, inputs)
    for number, width in enumerate(spec.widths, start=1):
        sheet.column_dimensions[column_letter(number)].width = width
    for row, height in heights.items():
        sheet.row_dimensions[row].height = height
    if spec.table is not None:
        table = spec.table
        is_filtered = table.sheet in _FILTERED
        add_table(sheet, table.name, table.ref, table.columns, filtered=is_filtered)
    add_validations(sheet, spec, layout.plan)
    add_colours(sheet, spec, layout)
    _lay_out_pages(sheet, spec, layout, heights)
    _set_view(sheet, spec)
    protect(sheet, comments=any(cell.input is not None for cell in spec.cells.values()))


def _write(cell: Cell, spec: CellSpec, typed: CellValue) -> None:
    text = rich_text(spec)
    value = spec.value if typed is None else typed
    if text is not None:
        cell.value = text
    elif spec.formula is not None:
        cell.value = spec.formula
    else:
        cell.value = value
        if isinstance(value, str):
            # A text such as "+/-" or "=A1" stays text.
            cell.data_type = "s"


def _heights(spec: SheetSpec, inputs: Mapping[str, CellValue]) -> dict[int, float]:
    """The row heights of the template, more where a long text was filled in."""
    heights = dict(spec.heights)
    for address, value in inputs.items():
        cell = spec.cells[address]
        if cell.input is None or cell.input.type is not ValueType.TEXT or value is None:
            continue
        column, row = position_of(address)
        needed = height_of(str(value), spec.widths[column - 1])
        heights[row] = max(heights.get(row, DEFAULT_ROW_HEIGHT), needed)
    return heights


def add_table(
    sheet: Worksheet, name: str, ref: str, headings: Iterable[str], *, filtered: bool
) -> None:
    """A range as a table of Excel's own, with or without arrows to filter by."""
    table = Table(displayName=name, ref=ref)
    for number, heading in enumerate(headings, start=1):
        table.tableColumns.append(TableColumn(id=number, name=str(heading)))
    if filtered:
        table.autoFilter = AutoFilter(ref=ref)
    table.tableStyleInfo = TableStyleInfo(name=_TABLE_STYLE, showRowStripes=False)
    sheet.add_table(table)


def _lay_out_pages(
    sheet: Worksheet, spec: SheetSpec, layout: Layout, heights: Mapping[int, float]
) -> None:
    page = page_of(spec)
    tops = row_tops(heights, last_row_of(spec))
    repeated = 0.0
    if spec.freeze is not None and spec.table is not None:
        repeated = heights.get(spec.table.header_row, DEFAULT_ROW_HEIGHT)
    breaks: list[int] = []
    if not spec.one_page:
        breaks = page_breaks(tops, block_starts(spec, layout), page.height, repeated)
    if not spec.charts or spec.table is None:
        set_up_printing(sheet, spec, layout.plan, breaks)
        return
    table = spec.table
    grid = grid_of(len(spec.charts), table, tops, breaks, page.height - repeated)
    for letter, width in chart_columns(table):
        sheet.column_dimensions[letter].width = width
    add_charts(sheet, table, spec.charts, grid)
    set_up_printing(sheet, spec, layout.plan, grid.breaks)
    _, first, *_, last = (letter for letter, _ in chart_columns(table))
    print_in_two(
        sheet,
        page,
        f"A1:{column_letter(len(table.columns))}{table.last_row}",
        f"{first}{table.first_row}:{last}{grid.last_row}",
    )


def _set_view(sheet: Worksheet, spec: SheetSpec) -> None:
    show(sheet, _TAB_COLOURS.get(spec.name), spec.zoom)
    sheet.sheet_view.tabSelected = spec.name is Sheet.GUIDE
    if spec.freeze is not None:
        sheet.freeze_panes = spec.freeze
    if spec.hidden:
        sheet.sheet_state = "veryHidden"


def show(sheet: Worksheet, tab_colour: str | None, zoom: int = 100) -> None:
    """Without grid lines, at this zoom in percent, the tab in its colour."""
    view = sheet.sheet_view
    view.showGridLines = view.tabSelected = False
    view.zoomScale = view.zoomScaleNormal = zoom
    if tab_colour is not None:
        sheet.sheet_properties.tabColor = tab_colour


def protect(sheet: Worksheet, *, comments: bool = False) -> None:
    """Without a password: protection guides, the validator guards. Comments may be allowed."""
    protection = sheet.protection
    protection.sheet = True
    protection.objects = protection.scenarios = not comments
    protection.selectLockedCells = protection.selectUnlockedCells = False
    protection.formatRows = protection.formatColumns = False
    protection.autoFilter = False
