"""A template that was filled in beforehand: what was carried looks so until it is changed."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.plan import Plan
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.cells import DATE_FORMAT
from workbooks.blueprint.measure import height_of
from workbooks.form import REPORT_INPUTS, Field, Layout, Sheet
from workbooks.prefill import NOTE_CELL, PREPARED_BY_ROW, Prefill, kept_cells, note_of
from workbooks.template import palette
from workbooks.template.styles import FONT, TEXT_SIZE

_INK, _FILL = palette.CARRIED.ink, palette.CARRIED.fill
_NOTE_WIDTH = "A3:C3"


def mark_prefilled(book: Workbook, plan: Plan, prefill: Prefill) -> None:
    """Keep the carried values in the workbook, mark their cells, and say so in the guide."""
    layout = Layout(plan)
    _keep(book[Sheet.HIDDEN], plan, prefill)
    report = layout.report
    first = report.letter(REPORT_INPUTS[0])
    last = report.letter(REPORT_INPUTS[-1])
    cells = f"{first}{report.first_row}:{last}{report.last_row}"
    _mark(book[Sheet.REPORT], cells, f"{first}{report.first_row}", f"{first}{report.first_row}")
    prepared_by = layout.field_cell(Field.PREPARED_BY)
    _mark(book[Sheet.MASTER], prepared_by, prepared_by, f"$B${PREPARED_BY_ROW}")
    note = note_of(plan, prefill.period_id, accepted=prefill.accepted)
    if note is not None:
        _say(book[Sheet.GUIDE], note, sum(blueprint_of(plan).sheet(Sheet.GUIDE).widths))


def _keep(sheet: Worksheet, plan: Plan, prefill: Prefill) -> None:
    for address, value in kept_cells(plan, prefill).items():
        cell = sheet[address]
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        elif isinstance(value, date):
            cell.number_format = DATE_FORMAT


def _mark(sheet: Worksheet, cells: str, cell: str, kept: str) -> None:
    """Violet and slanted while a cell holds what was carried into it."""
    kept = f"{Sheet.HIDDEN}!{kept}"
    look = DifferentialStyle(font=Font(italic=True, color=_INK), fill=PatternFill(bgColor=_FILL))
    rule = Rule("expression", formula=[f'AND({kept}<>"",{cell}={kept})'], dxf=look)
    sheet.conditional_formatting.add(cells, rule)


def _say(sheet: Worksheet, note: str, width: float) -> None:
    sheet.merge_cells(_NOTE_WIDTH)
    cell = sheet[NOTE_CELL]
    cell.value = note
    cell.font = Font(name=FONT, size=TEXT_SIZE, italic=True, color=_INK)
    cell.fill = PatternFill("solid", start_color=_FILL)
    cell.alignment = Alignment(vertical="center", wrap_text=True, indent=1)
    cell.protection = Protection(locked=True)
    sheet.row_dimensions[3].height = height_of(note, width) + 6
