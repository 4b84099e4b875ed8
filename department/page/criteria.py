"""An agency's goals and criteria by period: each figure with the cell it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from department.page.ledger import Deviation, Found, Said, said_value
from department.page.marks import STATUSES, StateMarks, marks
from department.record import CriterionRecord, GoalRecord, ReportRecord
from department.wording import percent, requirement_words
from resultatplan.criteria import State
from resultatplan.plan import Plan
from texts import page as say
from texts.language import Language
from texts.notation import quantity

_COMPUTED = frozenset({"within", "reduction"})


class Column(NamedTuple):
    """One period that a report is shown for, with what the report raised."""

    period: str
    file: str
    href: str | None
    mark: Markup
    record: ReportRecord
    findings: dict[str, list[Found]]
    deviations: dict[str, Deviation]


class Figure(NamedTuple):
    """A figure of the agency's: what it is, the figure, and its cell (nothing where computed).

    `is_text` where the cell holds no number and no date.
    """

    label: str
    said: Said
    is_text: bool = False


class CriterionCell(NamedTuple):
    """A criterion in one period."""

    period: str
    state: Markup
    degree: str
    """How far it is met, where it is met in part."""
    status: Markup | str | None
    figures: tuple[Figure, ...]
    deviation: str
    findings: tuple[Found, ...]


class CriterionRow(NamedTuple):
    """A criterion through the year; None where a period's report does not have it."""

    anchor: str
    key: str
    text: str
    demand: str
    cells: tuple[CriterionCell | None, ...]
    reason: str


class GoalCell(NamedTuple):
    """A goal in one period."""

    period: str
    state: Markup
    fulfilment: str


class GoalRows(NamedTuple):
    """A goal through the year, with its criteria."""

    number: str
    title: str
    section: str
    rule: str
    weight: str
    cells: tuple[GoalCell | None, ...]
    reason: str
    criteria: tuple[CriterionRow, ...]


def anchors(index: int, keys: Sequence[str]) -> dict[str, str]:
    """The id of each criterion's row in the agency with this number."""
    return {key: f"a{index}-{key}" for key in keys}


class GoalTable:
    """Makes the goals of one language; the marks are made once."""

    def __init__(self, lang: Language) -> None:
        self._lang = lang
        self._states = StateMarks(lang)
        self._statuses = marks(STATUSES, lang)

    def rows(
        self, plan: Plan, columns: Sequence[Column], anchor_of: dict[str, str]
    ) -> tuple[GoalRows, ...]:
        """The goals of the latest report, and those that only earlier ones have."""
        latest_first = [column.record for column in reversed(columns)]
        goals: dict[str, GoalRecord] = {}
        for record in latest_first:
            for goal in record.goals:
                goals.setdefault(goal.number, goal)
        units = {each.key: each.reported_unit for each in plan.criteria}
        by_number = [{goal.number: goal for goal in each.record.goals} for each in columns]
        return tuple(
            self._goal(
                goal, columns, [each.get(goal.number) for each in by_number], units, anchor_of
            )
            for goal in goals.values()
        )

    def _goal(
        self,
        latest: GoalRecord,
        columns: Sequence[Column],
        found: Sequence[GoalRecord | None],
        units: dict[str, str | None],
        anchor_of: dict[str, str],
    ) -> GoalRows:
        lang = self._lang
        return GoalRows(
            latest.number,
            latest.title,
            latest.section,
            "" if len(latest.criteria) == 1 else say.RULE(lang, rule=latest.rule(lang)),
            say.WEIGHT(lang, weight=percent(latest.weight, lang)),
            tuple(
                None if goal is None else self._goal_cell(column.period, goal)
                for column, goal in zip(columns, found, strict=True)
            ),
            latest.explanation(lang),
            tuple(self._criterion(each, columns, units, anchor_of) for each in latest.criteria),
        )

    def _goal_cell(self, period: str, goal: GoalRecord) -> GoalCell:
        fulfilment = goal.fulfilment
        said = (
            ""
            if fulfilment is None
            else say.PERCENT(self._lang, value=percent(fulfilment, self._lang))
        )
        # In the final report a goal that still pends counts as 0.
        return GoalCell(period, self._states.of(goal.state, is_final=fulfilment == 0), said)

    def _criterion(
        self,
        latest: CriterionRecord,
        columns: Sequence[Column],
        units: dict[str, str | None],
        anchor_of: dict[str, str],
    ) -> CriterionRow:
        key = latest.key
        unit = units.get(key, latest.unit)
        return CriterionRow(
            anchor_of.get(key, ""),
            key,
            latest.text,
            requirement_words(latest, self._lang),
            tuple(self._cell(column, key, unit) for column in columns),
            latest.explanation(self._lang),
        )

    def _cell(self, column: Column, key: str, unit: str | None) -> CriterionCell | None:
        criterion = column.record.criteria.get(key)
        if criterion is None:
            return None
        status = criterion.typed("Status")
        deviation = column.deviations.get(key)
        return CriterionCell(
            column.period,
            self._states.of(criterion.state, is_final=column.record.summary.final),
            self._degree(criterion),
            self._statuses.get(status, status or None),
            tuple(self._figures(criterion, unit)),
            "" if deviation is None else deviation.anchor,
            tuple(column.findings.get(key, ())),
        )

    def _degree(self, criterion: CriterionRecord) -> str:
        if criterion.state is not State.PARTIAL or criterion.degree is None:
            return ""
        return say.PERCENT(self._lang, value=percent(criterion.degree, self._lang))

    def _figures(self, criterion: CriterionRecord, unit: str | None) -> list[Figure]:
        lang = self._lang
        figures = []
        for value in criterion.inputs:
            label = say.COLUMNS.get(value.column)
            if label is not None:
                own = criterion.unit if value.column == "Forventet årsresultat" else unit
                said = Said(said_value(value, own, lang), value.cell)
                figures.append(Figure(label(lang), said, isinstance(value.value, str)))
        if criterion.measured is not None and criterion.kind in _COMPUTED:
            measured = quantity(criterion.measured, criterion.unit, lang)
            figures.append(Figure(say.MEASURED(lang), Said(measured, "")))
        provisional = criterion.input("Foreløbig")
        if provisional is not None and criterion.is_provisional:
            figures.append(Figure(say.PROVISIONAL(lang), Said(say.YES(lang), provisional.cell)))
        return figures
