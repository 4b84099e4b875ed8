"""From what an agency reported to criteria, goals and total: the one place that judges a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from resultatplan.combining import ByRule, Interval, combine
from resultatplan.criteria import Kind, State, judge, measure
from resultatplan.degrees import DEGREES, FULL, Degree, Facts, Scale, degree_of, state_of
from resultatplan.exact import PERCENT_DECIMALS, RATIO_DECIMALS, rounded
from resultatplan.explaining import criterion_explained, goal_explained
from resultatplan.explaining_goals import explain_combination
from resultatplan.explaining_schemes import explain_left, explain_weight, explain_withdrawn
from resultatplan.plan import Criterion, Goal, Plan
from resultatplan.rules import judge_rule
from resultatplan.scheme import Withdrawn
from resultatplan.scoring import Score, total
from texts.language import DANISH, Language, Text, in_both


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported for one criterion, in the plan's units (percent as 82)."""

    basis: Decimal | None = None
    result: Decimal | None = None
    delivered: date | None = None
    done: bool | None = None
    partly: bool = False
    """Whether the answer was `Delvist`; then `done` is None."""


NOTHING = Reported()


class CriterionResult(NamedTuple):
    """A criterion judged. `target` is the benchmark's level for a benchmark."""

    criterion: Criterion
    reported: Reported
    state: State
    measured: Decimal | None
    target: Decimal | None
    degree: Degree | None
    """How much it counts, 0 to 100; None while it is pending, or where it has left."""
    scale: Scale | None
    """How much it may count between met and not met."""
    withdrawn: str | None
    """Why it is withdrawn, where it is."""
    final: bool

    def explain(self, lang: Language = DANISH) -> str:
        """One sentence: why it is what it is."""
        return self.explanation(lang)

    @property
    def explanation(self) -> Text:
        """The same in both languages."""
        withdrawn = self.withdrawn
        if withdrawn is not None:
            return in_both(lambda lang: explain_withdrawn(self.state, withdrawn, lang))
        criterion, reported = self.criterion, self.reported
        facts = Facts(
            self.target,
            self.measured,
            criterion.deadline,
            reported.delivered,
            reported.done,
            reported.partly,
        )
        return criterion_explained(criterion.kind, facts, criterion.unit, self.scale, self.final)


@dataclass(frozen=True, slots=True)
class GoalResult:
    """A goal judged: its state, its fulfilment, and its criteria.

    `fulfilment` is 0 to 100, None where it is pending or has left; it lies between `low` and
    `high`, which are the same where it is decided. A goal that has left has the weight 0.
    """

    goal: Goal
    weight: float
    state: State
    fulfilment: Degree | None
    criteria: tuple[CriterionResult, ...]
    low: Degree
    high: Degree
    final: bool
    plan: Plan = field(repr=False, compare=False)

    def explain(self, lang: Language = DANISH) -> str:
        """One sentence: why it is what it is, and what it weighs where goals weigh differently."""
        return self.explanation(lang)

    @property
    def explanation(self) -> Text:
        """The same in both languages."""
        goal, combination = self.goal, self.plan.combinations.get(self.goal.number)
        if combination is None or goal.is_wholly_withdrawn:
            why = _why_withdrawn(goal)
            return in_both(lambda lang: explain_withdrawn(self.state, why, lang))
        left = [result for result in self.criteria if result.state is not State.WITHDRAWN]
        gone = [each.criterion.short for each in self.criteria if each.state is State.WITHDRAWN]
        clauses = (*explain_left(gone), *explain_weight(self.plan, goal, self.fulfilment))
        if goal.is_binary and isinstance(combination, ByRule):
            states = tuple([result.state for result in left])
            return goal_explained(combination.rule, self.state, states, self.final, clauses)
        degrees = {result.criterion.short: result.degree for result in left}
        return in_both(
            lambda lang: explain_combination(
                combination, degrees, final=self.final, clauses=clauses, lang=lang
            )
        )


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A whole report judged."""

    goals: tuple[GoalResult, ...]
    score: Score

    def criterion(self, key: str) -> CriterionResult:
        """The result of one criterion (KeyError for an unknown key)."""
        for goal in self.goals:
            for result in goal.criteria:
                if result.criterion.key == key:
                    return result
        raise KeyError(key)


def evaluate(plan: Plan, reported: Mapping[str, Reported], *, final: bool) -> Evaluation:
    """Judge what was reported, by criterion key; a key that is not there reports nothing.

    In the `final` report a pending criterion stays pending, but its goal counts as not
    fulfilled where the rest of the rule does not decide it.
    """
    goals = tuple(
        _judge_goal(plan, goal, weight, reported, final)
        for goal, weight in zip(plan.goals, plan.weights, strict=True)
    )
    weights = [goal.weight for goal in goals]
    lows, highs = [goal.low for goal in goals], [goal.high for goal in goals]
    return Evaluation(goals, Score(total(lows, weights), total(highs, weights)))


def measured_value(criterion: Criterion, reported: Reported) -> Decimal | None:
    """The measured value in the plan's units; None where a basis of 0 gives none."""
    if reported.result is None:
        return None
    basis = reported.basis if criterion.basis is None else criterion.basis
    try:
        measured = measure(criterion.kind, basis, reported.result, in_percent=criterion.in_percent)
    except ZeroDivisionError:
        return None
    return _as_compared(criterion, measured)


def _as_compared(criterion: Criterion, value: Decimal | None) -> Decimal | None:
    """A value with the decimals that the cells compare."""
    if value is None:
        return None
    return rounded(value, PERCENT_DECIMALS if criterion.in_percent else RATIO_DECIMALS)


def _judge_goal(
    plan: Plan, goal: Goal, weight: float, reported: Mapping[str, Reported], final: bool
) -> GoalResult:
    criteria = tuple(
        [
            _judge_criterion(plan, criterion, reported.get(criterion.key, NOTHING), final)
            for criterion in goal.criteria
        ]
    )
    combination = plan.combinations.get(goal.number)
    if combination is None:
        return GoalResult(goal, weight, State.WITHDRAWN, None, criteria, 0, 0, final, plan)
    if goal.is_binary and isinstance(combination, ByRule):
        states = {result.criterion.short: result.state for result in criteria}
        state = judge_rule(combination.rule, states)
        interval = _INTERVALS[state]
    else:
        degrees = {
            result.criterion.short: result.degree
            for result in criteria
            if result.state is not State.WITHDRAWN
        }
        interval = combine(combination, degrees)
        state = state_of(interval.value)
    low, high = interval
    if final:
        high = low
    value = low if low == high else None
    return GoalResult(goal, weight, state, value, criteria, low, high, final, plan)


def _judge_criterion(
    plan: Plan, criterion: Criterion, reported: Reported, final: bool
) -> CriterionResult:
    kind, deadline = criterion.kind, criterion.deadline
    measured, target = measured_value(criterion, reported), criterion.target
    if kind is Kind.BENCHMARK:
        basis = reported.basis if criterion.basis is None else criterion.basis
        target = _as_compared(criterion, basis)
    scale = plan.scales.get(criterion.key)
    withdrawn = plan.why_withdrawn(criterion)
    degree: Degree | None
    if withdrawn is not None:
        leaves = plan.scoring.withdrawn is Withdrawn.LEAVES
        degree = None if leaves else 0
        state = State.WITHDRAWN if leaves else State.NOT_FULFILLED
    elif scale is None:
        state = judge(
            kind,
            target=target,
            measured=measured,
            deadline=deadline,
            delivered=reported.delivered,
            done=reported.done,
        )
        degree = DEGREES[state]
    else:
        facts = Facts(
            target,
            measured,
            deadline,
            reported.delivered,
            reported.done,
            reported.partly,
        )
        degree = degree_of(kind, scale, facts)
        state = state_of(degree)
    return CriterionResult(
        criterion, reported, state, measured, target, degree, scale, withdrawn, final
    )


def _why_withdrawn(goal: Goal) -> str:
    reasons = (each.withdrawn for each in goal.criteria if each.withdrawn is not None)
    return goal.withdrawn or "; ".join(dict.fromkeys(reasons))


_INTERVALS = {
    State.FULFILLED: Interval(FULL, FULL),
    State.NOT_FULFILLED: Interval(0, 0),
    State.PENDING: Interval(0, FULL),
}
