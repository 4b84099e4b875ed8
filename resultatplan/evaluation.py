"""From what an agency reported to criteria, goals and total: the one place that judges a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from resultatplan.combinations import ByRule, combine
from resultatplan.criteria import Facts, Kind, State, judge_number, measure
from resultatplan.criterion_reasons import explain_criterion, explain_withdrawn
from resultatplan.exact import PERCENT_DECIMALS, RATIO_DECIMALS, rounded
from resultatplan.goal_reasons import explain_goal, left_clause, points_clause, weight_clause
from resultatplan.plan import Criterion, Goal, HistoryEntry, Plan, Withdrawn
from resultatplan.scales import Degree, Scale, degree_of, state_of
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


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion judged."""

    criterion: Criterion
    reported: Reported
    facts: Facts
    state: State
    degree: Degree | None
    """How much it counts, 0 to 100; None while it is pending, or where it has left."""
    scale: Scale | None
    """How much it may count between met and not met."""
    withdrawn: str | None
    """Why it is withdrawn, where it is."""
    final: bool

    @property
    def measured(self) -> Decimal | None:
        """The measured value, in the plan's units."""
        return self.facts.measured

    @property
    def target(self) -> Decimal | None:
        """The plan's target; for a benchmark its level."""
        return self.facts.target

    def explain(self, lang: Language = DANISH) -> str:
        """One sentence: why it is what it is."""
        if self.withdrawn is not None:
            return explain_withdrawn(self.state, self.withdrawn, lang)
        return explain_criterion(
            self.criterion.kind,
            self.facts,
            unit=self.criterion.unit,
            scale=self.scale,
            final=self.final,
            lang=lang,
        )

    @property
    def explanation(self) -> Text:
        """The same in both languages."""
        return in_both(self.explain)


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
        goal = self.goal
        if goal.why_withdrawn is not None:
            return explain_withdrawn(self.state, goal.why_withdrawn, lang)
        clauses = []
        if gone := [each.criterion.short for each in self.criteria if _has_left(each)]:
            clauses.append(left_clause(gone, lang))
        if goal.weight is not None:
            clauses.append(weight_clause(self.weight, lang))
        elif goal.points is not None:
            points = self.plan.all_points
            clauses.append(points_clause(goal.points, points, self.fulfilment, lang))
        combination = self.plan.combinations[goal.number]
        return explain_goal(
            combination,
            _degrees(self.criteria),
            in_part=not (goal.is_binary and isinstance(combination, ByRule)),
            final=self.final,
            clauses=clauses,
            lang=lang,
        )

    @property
    def explanation(self) -> Text:
        """The same in both languages."""
        return in_both(self.explain)


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
    secured = total([goal.low for goal in goals], plan.weights)
    attainable = total([goal.high for goal in goals], plan.weights)
    return Evaluation(goals, Score(secured, attainable))


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


def judge_history(criterion: Criterion, entry: HistoryEntry) -> State:
    """Whether the result that the plan prints for an earlier year met that year's own target.

    Both are in the unit that the entry states, or else in the criterion's, so a year that was
    agreed in mio. kr. is judged in mio. kr. although the plan's own year is in pct. The plan
    prints measured values (a deviation, a reduction, a share), so nothing is computed from a
    basis. `measured` is judged where the entry has it, `result` otherwise; a benchmark's level
    is the entry's target. Pending where the year prints no target or no result.

    Raises `ValueError` for a criterion that is not judged on a number.
    """
    if not criterion.kind.is_numeric:
        raise ValueError(f"{criterion.key}: {criterion.kind} is not judged on a number")
    measured = entry.result if entry.measured is None else entry.measured
    return judge_number(criterion.kind, entry.target, measured)


def _as_compared(criterion: Criterion, value: Decimal | None) -> Decimal | None:
    """A value with the decimals that the cells compare."""
    if value is None:
        return None
    return rounded(value, PERCENT_DECIMALS if criterion.in_percent else RATIO_DECIMALS)


def _judge_goal(
    plan: Plan, goal: Goal, weight: float, reported: Mapping[str, Reported], final: bool
) -> GoalResult:
    criteria = tuple(
        _judge_criterion(plan, criterion, reported.get(criterion.key, NOTHING), final)
        for criterion in goal.criteria
    )
    combination = plan.combinations.get(goal.number)
    if combination is None:
        return GoalResult(goal, weight, State.WITHDRAWN, None, criteria, 0, 0, final, plan)
    interval = combine(combination, _degrees(criteria))
    low, high = interval.low, interval.low if final else interval.high
    value = low if low == high else None
    state = state_of(interval.value)
    return GoalResult(goal, weight, state, value, criteria, low, high, final, plan)


def _judge_criterion(
    plan: Plan, criterion: Criterion, reported: Reported, final: bool
) -> CriterionResult:
    kind, target = criterion.kind, criterion.target
    if kind is Kind.BENCHMARK:
        basis = reported.basis if criterion.basis is None else criterion.basis
        target = _as_compared(criterion, basis)
    facts = Facts(
        target,
        measured_value(criterion, reported),
        criterion.deadline,
        reported.delivered,
        reported.done,
        reported.partly,
    )
    scale, withdrawn = plan.scales.get(criterion.key), plan.why_withdrawn(criterion)
    degree = degree_of(kind, scale, facts) if withdrawn is None else 0
    state = state_of(degree)
    if withdrawn is not None and plan.scoring.withdrawn is Withdrawn.LEAVES:
        degree, state = None, State.WITHDRAWN
    return CriterionResult(criterion, reported, facts, state, degree, scale, withdrawn, final)


def _has_left(result: CriterionResult) -> bool:
    return result.state is State.WITHDRAWN


def _degrees(criteria: tuple[CriterionResult, ...]) -> dict[str, Degree | None]:
    """The degrees of the criteria that are part of their goal, by their keys within it."""
    return {each.criterion.short: each.degree for each in criteria if not _has_left(each)}
