"""The sheet Beslutninger of a draft: its columns, and where each value of a plan is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from resultatplan.rollover_decisions import Part, Where
from texts.rollover import SHEET_TITLE
from workbooks.authoring.content import Content, Value
from workbooks.authoring.entries import SHEET_OF, AuthoringSheet, Column, PlanField, TableName
from workbooks.authoring.layout import AuthoringLayout
from workbooks.coordinates import column_letter

DECISIONS = SHEET_TITLE
"""What the sheet is called."""
HEADER_ROW = 4
BETWEEN = " […] "
"""Stands between two passages of one text."""


class DecisionColumn(StrEnum):
    """The columns of the sheet, from A on."""

    NUMBER = "Nr."
    SHEET = "Ark"
    CELL = "Celle"
    KEY = "Hører til"
    FIELD = "Felt"
    WHAT = "Hvad skal besluttes"
    PROPOSAL = "Står der nu"
    SETTLED = "Afgjort"

    @property
    def letter(self) -> str:
        """The letter of the column."""
        return column_letter(1 + tuple(DecisionColumn).index(self))


PLAN_FIELDS: Mapping[str, PlanField] = {
    "title": PlanField.TITLE,
    "year": PlanField.YEAR,
    "reporting.text": PlanField.REPORTING_TEXT,
    "stated_goals_text": PlanField.STATED_GOALS_TEXT,
    "scoring_text": PlanField.SCORING_TEXT,
    "bonus.text": PlanField.BONUS_TEXT,
    "bonus.discretion": PlanField.DISCRETION,
}
_TABLES: Mapping[Part, TableName] = {
    Part.PERIOD: TableName.PERIODS,
    Part.SECTION: TableName.SECTIONS,
    Part.TOLERANCE: TableName.TOLERANCES,
    Part.NOTE: TableName.NOTES,
    Part.GOAL: TableName.GOALS,
    Part.CRITERION: TableName.CRITERIA,
    Part.HISTORY: TableName.HISTORY,
}
_COLUMNS: Mapping[Part, Mapping[str, Column]] = {
    Part.PERIOD: {"name": Column.PERIOD_NAME, "ends": Column.ENDS},
    Part.SECTION: {"title": Column.SECTION},
    Part.TOLERANCE: {"base_budget": Column.BASE_BUDGET},
    Part.NOTE: {"note": Column.NOTE},
    Part.GOAL: {
        "title": Column.TITLE,
        "heading": Column.HEADING,
        "description": Column.DESCRIPTION,
        "rule": Column.RULE,
        "weight": Column.WEIGHT,
        "points": Column.POINTS,
        "source": Column.SOURCE,
        "notes": Column.NOTES,
    },
    Part.CRITERION: {
        "text": Column.TEXT,
        "target": Column.TARGET,
        "unit": Column.UNIT,
        "deadline": Column.DEADLINE,
        "basis": Column.BASIS,
        "basis_text": Column.BASIS_TEXT,
        "assessor": Column.ASSESSOR,
        "partial_deadline": Column.PARTIAL_DEADLINE,
        "steps": Column.STEPS,
        "linear_zero": Column.LINEAR_ZERO,
        "source": Column.SOURCE,
        "notes": Column.NOTES,
    },
    Part.HISTORY: {"target": Column.TARGET, "result": Column.RESULT, "note": Column.NOTE},
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value of the plan is typed: its sheet, cell, key, heading, and what it holds."""

    sheet: AuthoringSheet
    cell: str
    key: str
    heading: str
    value: Value


def spot_of(where: Where, layout: AuthoringLayout, content: Content) -> Spot:
    """The cell of a value. Raises `LookupError` for one that the content does not have."""
    if where.part is Part.PLAN:
        name = PLAN_FIELDS[where.field]
        value = content.fields.get(name)
        return Spot(AuthoringSheet.PLAN, layout.field_cell(name), "", name, value)
    table = _TABLES[where.part]
    column = _COLUMNS[where.part][where.field]
    row = _row_of(where, content)
    cell = layout.tables[table].cell(column, row)
    value = content.rows(table)[row].get(column)
    key = where.key if table in _KEYED else ""
    return Spot(SHEET_OF[table], cell, key, column, value)


_KEYED = (TableName.GOALS, TableName.CRITERIA, TableName.HISTORY)


def _row_of(where: Where, content: Content) -> int:
    rows = content.rows(_TABLES[where.part])
    if where.part is Part.GOAL:
        keys = [str(row[Column.NUMBER]) for row in rows]
    elif where.part is Part.CRITERION:
        keys = [str(row[Column.KEY]) for row in rows]
    elif where.part is Part.HISTORY:
        keys = [f"{row[Column.KEY]} {row[Column.YEAR]}" for row in rows]
    else:
        keys = [str(number) for number in range(len(rows))]
    if where.key not in keys:
        raise LookupError(where.key)
    return keys.index(where.key)
