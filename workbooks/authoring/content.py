"""What a plan puts in the authoring workbook: the value of every field, the rows of every table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resultatplan.criteria import LABELS
from resultatplan.exact import exact
from resultatplan.goals import Combine, Criterion, Goal, HistoryEntry
from resultatplan.plan import Plan
from workbooks.authoring.choices import label_of
from workbooks.authoring.entries import Column, ListName, PlanField, TableName
from workbooks.authoring.passages import joined_notes, written_steps
from workbooks.form import NO, YES

Value = str | int | float | date | None
Row = Mapping[Column, Value]

LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""
_FIRST_DAY = date(1900, 3, 1)
"""Before this Excel counts days in its own way, or not at all."""
_NO_CELL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no cell can hold; a carriage return comes back as another line end."""


class CannotHoldError(ValueError):
    """A value of the plan that no workbook can hold as it is."""


@dataclass(frozen=True)
class Content:
    """The values of the fields, and the rows of the tables; what is left out is blank."""

    fields: Mapping[PlanField, Value]
    tables: Mapping[TableName, tuple[Row, ...]]

    def rows(self, table: TableName) -> tuple[Row, ...]:
        """The rows of one table."""
        return self.tables.get(table, ())


def content_of(plan: Plan) -> Content:
    """Everything that the plan holds. Raises `CannotHoldError` for what no cell can hold."""
    titles = [section.title for section in plan.sections]
    if len(set(map(str.casefold, titles))) != len(titles):
        raise CannotHoldError("; ".join(titles))
    content = Content(_fields(plan), _tables(plan))
    for value in content.fields.values():
        _require_holdable(value)
    for rows in content.tables.values():
        for row in rows:
            for value in row.values():
                _require_holdable(value)
    return content


def new_plan(year: int) -> Content:
    """What an empty workbook begins with: the settings that most plans have."""
    return Content(
        {
            PlanField.YEAR: year,
            PlanField.VERSION: "1.0",
            PlanField.DAYS: 14,
            PlanField.HOLIDAYS: NO,
            PlanField.WEIGHTING: label_of(ListName.WEIGHTINGS, "equal"),
        },
        {},
    )


def _fields(plan: Plan) -> dict[PlanField, Value]:
    scoring, reporting, bonus = plan.scoring, plan.reporting, plan.bonus
    withdrawn = scoring.withdrawn
    return {
        PlanField.MINISTRY: plan.ministry,
        PlanField.INSTITUTION: plan.institution,
        PlanField.YEAR: plan.year,
        PlanField.TITLE: plan.title,
        PlanField.ID: plan.id,
        PlanField.VERSION: plan.version,
        PlanField.VALID_FROM: plan.valid_from,
        PlanField.VALID_TO: plan.valid_to,
        PlanField.DAYS: reporting.days,
        PlanField.HOLIDAYS: YES if reporting.heeds_holidays else NO,
        PlanField.REPORTING_TEXT: reporting.text,
        PlanField.STATED_GOALS: plan.stated_goals,
        PlanField.STATED_GOALS_TEXT: plan.stated_goals_text,
        PlanField.SCORING_TEXT: plan.scoring_text,
        PlanField.WEIGHTING: label_of(ListName.WEIGHTINGS, scoring.weighting),
        PlanField.PARTIAL_CREDIT: _number(scoring.partial_credit),
        PlanField.WITHDRAWN: withdrawn and label_of(ListName.WITHDRAWN, withdrawn),
        PlanField.BONUS_TEXT: bonus.text,
        PlanField.DISCRETION: bonus.discretion,
        PlanField.BONUS_SHARE: bonus.share_of_bonus,
    }


def _tables(plan: Plan) -> dict[TableName, tuple[Row, ...]]:
    return {
        TableName.PERIODS: tuple(
            {Column.PERIOD: each.id, Column.PERIOD_NAME: each.name, Column.ENDS: each.ends}
            for each in plan.reporting.periods
        ),
        TableName.SECTIONS: tuple(
            {Column.SECTION_NUMBER: each.number, Column.SECTION: each.title}
            for each in plan.sections
        ),
        TableName.TOLERANCES: tuple(
            {
                Column.SIZE: each.size,
                Column.HEADCOUNT: each.headcount,
                Column.BASE_BUDGET: _number(each.base_budget),
                Column.FOLLOW_UP_2: _number(each.follow_up_2),
                Column.UNIT: each.unit,
            }
            for each in plan.tolerances
        ),
        TableName.NOTES: tuple({Column.NOTE: note} for note in plan.notes),
        TableName.GOALS: tuple(
            _goal(section.title, goal) for section in plan.sections for goal in section.goals
        ),
        TableName.CRITERIA: tuple(map(_criterion, plan.criteria)),
        TableName.HISTORY: tuple(
            _history(criterion.key, entry)
            for criterion in plan.criteria
            for entry in criterion.history
        ),
    }


def _goal(section: str, goal: Goal) -> Row:
    combine = goal.combine
    return {
        Column.SECTION: section,
        Column.NUMBER: goal.number,
        Column.TITLE: goal.title,
        Column.HEADING: goal.heading,
        Column.DESCRIPTION: goal.description,
        Column.COMBINE: None if combine is Combine.RULE else label_of(ListName.COMBINES, combine),
        Column.RULE: goal.rule,
        Column.PARTIAL_RULE: goal.partial_rule,
        Column.WEIGHT: _number(goal.weight),
        Column.POINTS: _number(goal.points),
        Column.WITHDRAWN: goal.withdrawn,
        Column.SOURCE: goal.source,
        Column.NOTES: joined_notes(goal.notes),
    }


def _criterion(criterion: Criterion) -> Row:
    linear = criterion.linear
    return {
        Column.KEY: criterion.key,
        Column.TEXT: criterion.text,
        Column.KIND: LABELS[criterion.kind],
        Column.TARGET: _number(criterion.target),
        Column.UNIT: criterion.unit,
        Column.DEADLINE: criterion.deadline,
        Column.BASIS: _number(criterion.basis),
        Column.LEVEL_UNIT: criterion.level_unit,
        Column.BASIS_TEXT: criterion.basis_text,
        Column.ASSESSOR: criterion.assessor,
        Column.CRITERION_WEIGHT: _number(criterion.weight),
        Column.PARTLY: YES if criterion.partly else None,
        Column.PARTIAL_DEADLINE: criterion.partial_deadline,
        Column.STEPS: written_steps(criterion.steps),
        Column.LINEAR_ZERO: None if linear is None else _number(linear.zero),
        Column.LINEAR_FULL: None if linear is None else _number(linear.full),
        Column.WITHDRAWN: criterion.withdrawn,
        Column.SOURCE: criterion.source,
        Column.NOTES: joined_notes(criterion.notes),
    }


def _history(key: str, entry: HistoryEntry) -> Row:
    return {
        Column.KEY: key,
        Column.YEAR: entry.year,
        Column.TARGET: _number(entry.target),
        Column.RESULT: _number(entry.result),
        Column.UNIT: entry.unit,
        Column.PROVISIONAL: YES if entry.provisional else None,
        Column.MEASURED: _number(entry.measured),
        Column.NOTE: entry.note,
    }


def _number(value: Decimal | None) -> int | float | None:
    """A quantity as its cell holds it, in the plan's units (percent as 82)."""
    if value is None:
        return None
    if exact(value) != value:
        raise CannotHoldError(str(value))
    return int(value) if value == value.to_integral_value() else float(value)


def _require_holdable(value: Value) -> None:
    """Raises `CannotHoldError` for texts and dates that would come back as something else."""
    if isinstance(value, str):
        length = len(value.encode("utf-16-le", "surrogatepass")) // 2
        if length > LONGEST_TEXT or _NO_CELL.search(value):
            raise CannotHoldError(value[:60])
    if isinstance(value, date) and value < _FIRST_DAY:
        raise CannotHoldError(value.isoformat())
