"""Drop-downs, prompts, and the colours that say what a kind needs and does not use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.criteria import LABELS, Kind
from texts import authoring as say
from workbooks.authoring.choices import label_of
from workbooks.authoring.entries import Column, Entry, ListName, PlanField, TableName, Typed
from workbooks.authoring.layout import AuthoringLayout, AuthoringTable
from workbooks.reading.cells import date_to_serial
from workbooks.template import palette

FIRST_YEAR, LAST_YEAR = 2000, 2100
LIMITS: dict[PlanField | Column, tuple[int, int]] = {
    PlanField.YEAR: (FIRST_YEAR, LAST_YEAR),
    PlanField.DAYS: (1, 120),
    PlanField.STATED_GOALS: (1, 1000),
    Column.YEAR: (FIRST_YEAR, LAST_YEAR),
}
"""The least and the greatest of each whole number."""
_TITLE_LENGTH = 32

RuleType = Literal["whole", "list", "date"]

_NUMERIC = frozenset(kind for kind in Kind if kind.is_numeric)
NEEDED_BY: dict[Column, frozenset[Kind]] = {
    Column.TARGET: frozenset(kind for kind in Kind if kind.needs_target),
    Column.UNIT: _NUMERIC,
    Column.DEADLINE: frozenset({Kind.DELIVERED_BY}),
    Column.ASSESSOR: frozenset({Kind.ASSESSED}),
}
"""The kinds that cannot do without a column."""
TAKEN_BY: dict[Column, frozenset[Kind]] = {
    Column.TARGET: NEEDED_BY[Column.TARGET],
    Column.UNIT: _NUMERIC,
    Column.BASIS: frozenset(kind for kind in Kind if kind.needs_basis),
    Column.BASIS_TEXT: frozenset(kind for kind in Kind if kind.needs_basis),
    Column.LEVEL_UNIT: frozenset(kind for kind in Kind if kind.needs_basis),
    Column.ASSESSOR: NEEDED_BY[Column.ASSESSOR],
    Column.PARTLY: frozenset({Kind.DONE, Kind.ASSESSED}),
    Column.PARTIAL_DEADLINE: frozenset({Kind.DELIVERED_BY}),
    Column.STEPS: _NUMERIC,
    Column.LINEAR_ZERO: _NUMERIC,
    Column.LINEAR_FULL: _NUMERIC - {Kind.BENCHMARK},
}
"""The kinds that use a column; it is grey for the others."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Where each drop-down finds its choices: a range of another sheet."""

    ranges: Mapping[ListName, str]


def add_entry(sheet: Worksheet, cells: str, entry: Entry, lists: Lists) -> None:
    """The prompt of a field or a column, and what it lets a person type."""
    check, first, second, error = _check(entry, lists)
    validation = DataValidation(
        type=check,
        operator="between" if second is not None else None,
        formula1=first,
        formula2=second,
        allowBlank=True,
        showInputMessage=True,
        showErrorMessage=bool(error),
        errorStyle="stop",
        promptTitle=entry.name[:_TITLE_LENGTH],
        prompt=prompt_of(sheet.title, entry.name),
        errorTitle=say.DATE_ERROR_TITLE if error else None,
        error=error or None,
    )
    validation.add(cells)
    sheet.add_data_validation(validation)


def prompt_of(sheet: str, name: str) -> str:
    """What is said beside a cell when it is chosen."""
    of_column = say.COLUMN_PROMPTS.get(name, "")
    of_field = say.FIELD_HELP.get(name, of_column)
    return say.COLUMN_PROMPTS.get(f"{sheet}/{name}", of_field if sheet == "Plan" else of_column)


def _check(entry: Entry, lists: Lists) -> tuple[RuleType | None, str | None, str | None, str]:
    """What is checked, between what, and what is said where it does not fit."""
    if entry.choices is not None:
        error = "" if entry.type is Typed.SUGGESTED else say.CHOICE_ERROR
        return "list", lists.ranges[entry.choices], None, error
    if entry.type is Typed.DATE:
        first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        return "date", str(date_to_serial(first)), str(date_to_serial(last)), say.DATE_ERROR
    if entry.name in LIMITS:
        least, greatest = LIMITS[entry.name]
        return "whole", str(least), str(greatest), say.WHOLE_ERROR
    return None, None, None, ""


def colour_criteria(sheet: Worksheet, table: AuthoringTable) -> None:
    """Grey where the row's kind does not use a column, framed in red where it needs it."""
    kind = f"${table.cell(Column.KIND, 0)}"
    for column in dict.fromkeys((*NEEDED_BY, *TAKEN_BY)):
        cell = f"${table.cell(column, 0)}"
        if column in NEEDED_BY:
            _mark_missing(sheet, table, column, f'AND({_is(kind, NEEDED_BY[column])},{cell}="")')
        if column in TAKEN_BY:
            unused = [each for each in Kind if each not in TAKEN_BY[column]]
            _grey(sheet, table, column, _is(kind, unused))


def colour_required(sheet: Worksheet, table: AuthoringTable) -> None:
    """Framed in red where a row has its key and lacks what every row needs."""
    key, *others = (entry.name for entry in table.columns if entry.required)
    started = f"${table.cell(Column(key), 0)}"
    for column in map(Column, others):
        cell = f"${table.cell(column, 0)}"
        _mark_missing(sheet, table, column, f'AND({started}<>"",{cell}="")')


def colour_weights(sheet: Worksheet, layout: AuthoringLayout) -> None:
    """Weights and points: grey where the plan does not weigh by them, red where they lack."""
    table = layout.tables[TableName.GOALS]
    address = layout.field_cell(PlanField.WEIGHTING)
    weighting = f"Plan!${address[0]}${address[1:]}"
    for column, meaning in ((Column.WEIGHT, "weights"), (Column.POINTS, "points")):
        used = f'{weighting}="{label_of(ListName.WEIGHTINGS, meaning)}"'
        started, cell = f"${table.cell(Column.NUMBER, 0)}", f"${table.cell(column, 0)}"
        _mark_missing(sheet, table, column, f'AND({used},{started}<>"",{cell}="")')
        _grey(sheet, table, column, f"NOT({used})")


def _is(cell: str, kinds: Iterable[Kind]) -> str:
    labels = ",".join(f'{cell}="{LABELS[kind]}"' for kind in Kind if kind in set(kinds))
    return f"OR({labels})"


def _mark_missing(sheet: Worksheet, table: AuthoringTable, column: Column, formula: str) -> None:
    side = Side("thin", color=palette.WARNING_EDGE)
    look = DifferentialStyle(
        border=Border(left=side, right=side, top=side, bottom=side),
        fill=PatternFill(bgColor=palette.WARNING_FILL),
    )
    _add(sheet, table, column, Rule("expression", formula=[formula], dxf=look))


def _grey(sheet: Worksheet, table: AuthoringTable, column: Column, formula: str) -> None:
    look = DifferentialStyle(fill=PatternFill(bgColor=palette.UNUSED_FILL))
    _add(sheet, table, column, Rule("expression", formula=[formula], dxf=look))


def _add(sheet: Worksheet, table: AuthoringTable, column: Column, rule: Rule) -> None:
    sheet.conditional_formatting.add(table.area(column).replace("$", ""), rule)
