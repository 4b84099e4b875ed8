"""A plan's template: the workbook that an agency fills in, or a copy that is filled in already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties
from openpyxl.workbook.protection import WorkbookProtection

from resultatplan.library import plan_file_name
from resultatplan.plan import Plan
from texts import workbook as say
from workbooks.blueprint import Blueprint, blueprint_of
from workbooks.blueprint.cells import CellValue
from workbooks.form import ATTAINABLE_CELL, SECURED_CELL, Sheet
from workbooks.prefill import Prefill
from workbooks.template.packing import packed
from workbooks.template.prefilled import mark_prefilled
from workbooks.template.sheets import render

LANGUAGE = "da-DK"
TOTAL_NAMES = {
    "Sikret_maalopfyldelse": SECURED_CELL,
    "Opnaaelig_maalopfyldelse": ATTAINABLE_CELL,
}
"""The workbook's names for the totals."""


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
    _require_input_cells(blueprint, values)
    book = Workbook()
    book.remove(book.worksheets[0])
    for spec in blueprint.sheets:
        typed = {address: value for (name, address), value in values.items() if name == spec.name}
        render(book.create_sheet(spec.name), spec, blueprint.layout, typed)
    if prefill is not None:
        mark_prefilled(book, plan, prefill)
    book.active = 0
    book.security = WorkbookProtection(lockStructure=True)
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    book.properties = _properties(plan)
    for name, address in TOTAL_NAMES.items():
        letter, row = address[0], address[1:]
        target = f"{quote_sheetname(Sheet.GOALS)}!${letter}${row}"
        book.defined_names[name] = DefinedName(name, attr_text=target)
    charts = blueprint.sheet(Sheet.HISTORY).charts
    return packed(
        book, tuple((chart.title, say.CHART_ALT.format(title=chart.title)) for chart in charts)
    )


def _require_input_cells(
    blueprint: Blueprint, values: Mapping[tuple[Sheet, str], CellValue]
) -> None:
    for sheet, address in values:
        spec = blueprint.cell(sheet, address)
        if spec is None or spec.input is None:
            raise ValueError(f"{sheet}!{address} takes no input")


def _properties(plan: Plan) -> DocumentProperties:
    in_force = datetime.combine(plan.valid_from, time())
    return DocumentProperties(
        creator=plan.ministry,
        lastModifiedBy=plan.ministry,
        title=say.DOCUMENT_TITLE.format(year=plan.year, institution=plan.institution),
        subject=say.DOCUMENT_SUBJECT.format(plan=plan.id, version=plan.version),
        language=LANGUAGE,
        created=in_force,
        modified=in_force,
    )
