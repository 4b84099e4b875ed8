"""A plan's template: the workbook that an agency fills in, or a copy that is filled in already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.library import plan_file_name
from resultatplan.plan import Plan
from texts import workbook as say
from workbooks.blueprint import Blueprint, blueprint_of
from workbooks.blueprint.prose import height_of
from workbooks.blueprint.specs import DATE_FORMAT, CellValue
from workbooks.coordinates import absolute
from workbooks.form import ATTAINABLE_CELL, REPORT_INPUTS, SECURED_CELL, Sheet
from workbooks.prefill import CARRIED_FIELDS, NOTE_CELL, Prefill, kept_cells, note_of
from workbooks.template import palette
from workbooks.template.feedback import mark_carried
from workbooks.template.sheet import render
from workbooks.template.styles import FONT, TEXT_SIZE
from workbooks.template.xlsx_file import packed

LANGUAGE = "da-DK"
TOTAL_NAMES = {
    "Sikret_maalopfyldelse": SECURED_CELL,
    "Opnaaelig_maalopfyldelse": ATTAINABLE_CELL,
}
"""The workbook's names for the totals."""
_NOTE_WIDTH = "A3:C3"


def template_name(plan: Plan) -> str:
    """The file name of a plan's template: `<id>.xlsx`, a later version's `<id>@1.1.xlsx`."""
    return f"{Path(plan_file_name(plan)).stem}.xlsx"


def build_template(
    plan: Plan,
    inputs: Mapping[tuple[Sheet, str], CellValue] | None = None,
    prefill: Prefill | None = None,
) -> bytes:
    """The template as an .xlsx file: the same plan gives the same bytes.

    `inputs` are values for input cells by sheet and address (percent as 0.82), for a filled copy;
    `prefill` tells which of them were carried from an earlier report, to be marked.
    Raises `ValueError` for a cell that takes no input.
    """
    blueprint = blueprint_of(plan)
    values = dict(inputs or {})
    for sheet, address in values:
        taken = blueprint.cell(sheet, address)
        if taken is None or taken.input is None:
            raise ValueError(f"{sheet}!{address} takes no input")
    book = Workbook()
    book.remove(book.worksheets[0])
    for spec in blueprint.sheets:
        typed = {address: value for (name, address), value in values.items() if name == spec.name}
        render(book.create_sheet(spec.name), spec, blueprint.layout, typed)
    if prefill is not None:
        _mark_prefilled(book, blueprint, prefill)
    book.active = 0
    book.security = WorkbookProtection(lockStructure=True)
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    in_force = datetime.combine(plan.valid_from, time())
    book.properties = DocumentProperties(
        creator=plan.ministry,
        lastModifiedBy=plan.ministry,
        title=say.DOCUMENT_TITLE.format(year=plan.year, institution=plan.institution),
        subject=say.DOCUMENT_SUBJECT.format(plan=plan.id, version=plan.version),
        language=LANGUAGE,
        created=in_force,
        modified=in_force,
    )
    for name, address in TOTAL_NAMES.items() if plan.has_total else ():
        target = f"{quote_sheetname(Sheet.GOALS)}!{absolute(address)}"
        book.defined_names[name] = DefinedName(name, attr_text=target)
    titles = [chart.title for chart in blueprint.sheet(Sheet.HISTORY).charts]
    return packed(book, [(title, say.CHART_ALT.format(title=title)) for title in titles])


def _mark_prefilled(book: Workbook, blueprint: Blueprint, prefill: Prefill) -> None:
    """Keep the carried values in the workbook, mark their cells, and say so in the guide."""
    plan, layout = blueprint.plan, blueprint.layout
    for address, value in kept_cells(plan, prefill).items():
        cell = book[Sheet.HIDDEN][address]
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        elif isinstance(value, date):
            cell.number_format = DATE_FORMAT
    first = layout.report.cell(REPORT_INPUTS[0], 0)
    last = layout.report.cell(REPORT_INPUTS[-1], layout.report.rows - 1)
    mark_carried(book[Sheet.REPORT], f"{first}:{last}", first, first)
    for name, (_, kept) in CARRIED_FIELDS.items():
        field = layout.field_cell(name)
        mark_carried(book[Sheet.MASTER], field, field, absolute(kept))
    note = note_of(plan, prefill.period_id, accepted=prefill.accepted)
    if note is not None:
        _say(book[Sheet.GUIDE], note, sum(blueprint.sheet(Sheet.GUIDE).widths))


def _say(sheet: Worksheet, note: str, width: float) -> None:
    sheet.merge_cells(_NOTE_WIDTH)
    cell = sheet[NOTE_CELL]
    cell.value = note
    cell.font = Font(name=FONT, size=TEXT_SIZE, italic=True, color=palette.CARRIED.ink)
    cell.fill = PatternFill("solid", start_color=palette.CARRIED.fill)
    cell.alignment = Alignment(vertical="center", wrap_text=True, indent=1)
    cell.protection = Protection(locked=True)
    sheet.row_dimensions[3].height = height_of(note, width) + 6
