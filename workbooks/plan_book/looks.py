"""How the plan's workbook looks, in the template's colours and letters: titles, the cells that are
typed in with their drop-downs and prompts, and the colours that say what a kind needs and does not
use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.criteria import LABELS, Kind
from resultatplan.goals import FIRST_YEAR, LAST_YEAR
from texts import authoring as say
from workbooks.blueprint.specs import DATE_FORMAT, TEXT_FORMAT, Look
from workbooks.coordinates import column_letter
from workbooks.plan_book.fields import Field, Placed, PlanLayout, Type, label_of
from workbooks.plan_book.plan_rows import Value
from workbooks.reading.cells import date_to_serial
from workbooks.template import palette
from workbooks.template.styles import MISSING, dress

LEAST_HEIGHT = 18.0
_TITLE_LENGTH = 32
_CENTRED = (Type.NUMBER, Type.WHOLE, Type.DATE, Type.YES_NO, Type.KEY)
_AS_NUMBERS = (Type.NUMBER, Type.WHOLE, Type.COMPUTED)
_LOOKS_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""A text that Excel would take for an escaped character."""
_UNUSED = DifferentialStyle(fill=PatternFill(bgColor=palette.UNUSED_FILL))


def begin(sheet: Worksheet, title: str, lead: str, widths: Iterable[float]) -> None:
    """The title of a sheet, what it is for, and its columns' widths."""
    for address, words, look in (("A1", title, Look.TITLE), ("A2", lead, Look.SUBTITLE)):
        write_value(sheet[address], words)
        dress(sheet[address], look)
    sheet.row_dimensions[1].height = 27
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letter(number)].width = width


def input_look(typed: Type) -> Look:
    """The look of a cell in which this is typed."""
    if typed is Type.COMPUTED:
        return Look.LOCKED
    return Look.INPUT if typed in _CENTRED else Look.INPUT_LINE


def number_format(typed: Type) -> str:
    """Texts stay what was typed (`1.1` would become a day); `82 %` as a number stays a percent."""
    if typed is Type.DATE:
        return DATE_FORMAT
    return "General" if typed in _AS_NUMBERS else TEXT_FORMAT


def write_value(cell: Cell | MergedCell, value: Value) -> None:
    """A value as it is: a text such as `+/-` or `=a` stays text."""
    if isinstance(cell, MergedCell):
        raise TypeError(f"{cell.coordinate} is merged into another cell")
    if isinstance(value, str):
        cell.value = _LOOKS_ESCAPED.sub(r"_x005F\g<0>", value)
        cell.data_type = "s"
    elif value is not None:
        cell.value = value


def row_height(*needed: float) -> float:
    """The height of a row in points: what its texts need."""
    return max(LEAST_HEIGHT, *needed)


def add_validation(sheet: Worksheet, cells: str, field: Field, choices: str | None) -> None:
    """The prompt of a field, and what it lets a person type. `choices` is where its list stands."""
    check: Literal["whole", "list", "date"] | None = None
    first, second, error = choices, None, ""
    if choices is not None:
        check, error = "list", "" if field.type is Type.SUGGESTED else say.CHOICE_ERROR
    elif field.type is Type.DATE:
        days = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        first, second = (str(date_to_serial(day)) for day in days)
        check, error = "date", say.DATE_ERROR
    elif field.type is Type.WHOLE:
        first, second = map(str, field.limits)
        check, error = "whole", say.WHOLE_ERROR
    validation = DataValidation(
        type=check,
        operator="between" if second is not None else None,
        formula1=first,
        formula2=second,
        allowBlank=True,
        showInputMessage=True,
        showErrorMessage=bool(error),
        errorStyle="stop",
        promptTitle=field.heading[:_TITLE_LENGTH],
        prompt=field.prompt,
        errorTitle=say.DATE_ERROR_TITLE if error else None,
        error=error or None,
    )
    validation.add(cells)
    sheet.add_data_validation(validation)


def colour_kinds(sheet: Worksheet, placed: Placed) -> None:
    """Grey where the row's kind does not use a column, framed in red where it needs it."""
    kind = f"${placed.cell('kind', 0)}"
    for field in placed.table.typed:
        if field.needed_by:
            missing = f'AND({_is(kind, field.needed_by)},${placed.cell(field.name, 0)}="")'
            _colour(sheet, placed, field, missing, MISSING)
        unused = [each for each in Kind if each not in field.used_by]
        if unused:
            _colour(sheet, placed, field, _is(kind, unused), _UNUSED)


def colour_required(sheet: Worksheet, placed: Placed) -> None:
    """Framed in red where a row has its key and lacks what every row needs."""
    key, *others = (field for field in placed.table.typed if field.required)
    started = f"${placed.cell(key.name, 0)}"
    for field in others:
        missing = f'AND({started}<>"",${placed.cell(field.name, 0)}="")'
        _colour(sheet, placed, field, missing, MISSING)


def colour_weights(sheet: Worksheet, layout: PlanLayout) -> None:
    """Weights and points: grey where the plan does not weigh by them, red where they lack."""
    placed = layout.tables["goals"]
    weighting = layout.field_reference("scoring.weighting")
    started = f"${placed.cell('number', 0)}"
    for name, meaning in (("weight", "weights"), ("points", "points")):
        field = placed.table.column(name)
        used = f'{weighting}="{label_of("Vægtning", meaning)}"'
        missing = f'AND({used},{started}<>"",${placed.cell(name, 0)}="")'
        _colour(sheet, placed, field, missing, MISSING)
        _colour(sheet, placed, field, f"NOT({used})", _UNUSED)


def _is(cell: str, kinds: Iterable[Kind]) -> str:
    labels = ",".join(f'{cell}="{LABELS[kind]}"' for kind in Kind if kind in set(kinds))
    return f"OR({labels})"


def _colour(
    sheet: Worksheet, placed: Placed, field: Field, formula: str, look: DifferentialStyle
) -> None:
    rule = Rule("expression", formula=[formula], dxf=look)
    sheet.conditional_formatting.add(placed.data_range(field.name).replace("$", ""), rule)
