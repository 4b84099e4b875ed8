"""What a workbook's formulas should show by what its inputs give, and where that is not asked.

What follows from a mistake that is told already is not told again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from resultatplan.criteria import State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.scales import Degree, state_of
from validators.findings import Finding
from validators.inputs import Inputs
from validators.report import DEGREES, ShownCells
from workbooks.form import Column, GoalColumn
from workbooks.formulas import (
    BELOW_LEVEL,
    FULFILLED,
    LEFT,
    NOT_FULFILLED,
    ON_LEVEL,
    PARTIAL,
    PENDING,
    UNKNOWN,
)

LABELS = {
    State.FULFILLED: FULFILLED,
    State.NOT_FULFILLED: NOT_FULFILLED,
    State.PENDING: PENDING,
    State.PARTIAL: PARTIAL,
    **LEFT,
}
"""What a cell of Opfyldt says."""
PENDING_LABELS = {True: ON_LEVEL, False: BELOW_LEVEL}
Value = Degree | str
"""What a figure is: a number in the plan's units, or a word (`afventer`, `opfyldt`)."""


def row_values(result: CriterionResult) -> Mapping[Column, Value]:
    """What the formulas of a criterion's row show, its measure and a benchmark's target aside."""
    if result.has_left:
        return dict.fromkeys((*DEGREES, Column.STATE), LABELS[result.state])
    if result.ruling is not None:
        return {**dict.fromkeys(DEGREES, 0), Column.STATE: NOT_FULFILLED}
    outcome, level = result.outcome, result.is_on_level
    return {
        Column.DEGREE: PENDING if outcome.current is None else outcome.current,
        Column.LOW: outcome.secured,
        Column.EXPECTED: UNKNOWN if outcome.expected is None else outcome.expected,
        Column.HIGH: outcome.attainable,
        Column.STATE: LABELS[result.state] if level is None else PENDING_LABELS[level],
    }


def goal_values(goal: GoalResult) -> dict[GoalColumn, Value]:
    """What the formulas of a goal's row show."""
    pending = LABELS[goal.state] if goal.state.has_left else PENDING
    return {
        GoalColumn.LOW: goal.low,
        GoalColumn.EXPECTED: goal.expected,
        GoalColumn.HIGH: goal.high,
        GoalColumn.FULFILMENT: pending if goal.fulfilment is None else goal.fulfilment,
    }


def total_values(evaluation: Evaluation) -> tuple[float, float, float]:
    """What the totals show: secured, expected, attainable, or where the plan has none how many
    goals are met, partly met and not met."""
    score = evaluation.score
    if score is not None:
        return score.secured, score.expected, score.attainable
    met, partly, missed = how_many([goal.fulfilment for goal in evaluation.goals])
    return met, partly, missed


def how_many(fulfilments: Sequence[Value | None]) -> list[int]:
    """How many are met, partly met and not met; a word is none of them."""
    states = Counter(state_of(each) for each in fulfilments if isinstance(each, int | Decimal))
    return [states[each] for each in (State.FULFILLED, State.PARTIAL, State.NOT_FULFILLED)]


@dataclass(frozen=True, slots=True)
class Doubts:
    """Which of the shown figures cannot be compared, since what they come from is wrong."""

    criteria: frozenset[str]
    """Criteria whose row has an error; all where the form of Afrapportering is broken or the
    period refused."""
    goals: frozenset[str]
    """Goals with an error in their row of Målopfyldelse."""
    weights: bool
    """Whether a weight was changed: shares and totals then follow from it."""
    places: frozenset[tuple[str | None, str | None]]
    """The cells, by sheet and address, that an error names."""


def doubts_about(shown: ShownCells, inputs: Inputs, form: Iterable[Finding]) -> Doubts:
    """The doubts that the findings about the form (RP-2xx, 3xx) and the inputs (RP-4xx) raise, and
    what has been decided since the template was made: its formulas know nothing of that."""
    form = [each for each in form if each.is_error]
    named = {each.place.key for each in (*form, *inputs.findings) if each.is_error}
    # The day by which all rows are judged stands above them, and belongs to none of them.
    is_broken = not inputs.is_period_known or any(
        each.place.sheet == shown.report_sheet and each.place.key is None for each in form
    )
    on_goals = [each for each in form if each.place.sheet == shown.goals_sheet]
    goals = {each.place.key for each in on_goals if each.place.key is not None}
    decided = {each.key for each in inputs.decided_since}
    goal_of = {each.key: inputs.plan.goal_by_key[each.key].number for each in inputs.plan.criteria}
    concerned = {key: goal for key, goal in goal_of.items() if decided & {key, goal}}
    doubted = goal_of.keys() & (named | concerned.keys())
    return Doubts(
        criteria=frozenset(goal_of if is_broken else doubted),
        goals=frozenset(goals | set(concerned.values())),
        weights=bool(decided) or any(each.code == "RP-305" for each in on_goals),
        places=frozenset((each.place.sheet, each.place.cell) for each in form),
    )
