"""From what an agency reported to criteria, goals and total: the one place that judges a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from resultatplan.combinations import ByRule, GoalOutcome
from resultatplan.criteria import Facts, State, judge_number, measure
from resultatplan.exact import HUNDRED, PERCENT_DECIMALS, RATIO_DECIMALS, rounded
from resultatplan.goals import Criterion, Goal, HistoryEntry
from resultatplan.outcome import Outcome, Status
from resultatplan.plan import Plan
from resultatplan.reasons import explain_criterion, explain_goal, explain_ruled
from resultatplan.rulings import Ruling, left_as
from resultatplan.scales import Degree, Interval, state_of
from resultatplan.scoring import Score, total
from texts import explanations as say
from texts.functions import PERCENT
from texts.language import DANISH, Language, number, quantity


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported for one criterion, in the plan's units (percent as 82)."""

    basis: Decimal | None = None
    result: Decimal | None = None
    delivered: date | None = None
    done: bool | None = None
    partly: bool = False
    """Whether the answer was `Delvist`; then `done` is None."""
    grade: int | None = None
    """The grade given between no (0) and yes (100); then `done` is None."""
    provisional: bool = False
    """Whether the figure is preliminary (Foreløbig)."""
    status: Status | None = None
    forecast: Reported | None = None
    """What is expected to be reported when the year is over: a result, a date or an answer."""


NOTHING = Reported()
_NOT_MET = Interval(0, 0)


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion judged."""

    criterion: Criterion
    reported: Reported
    outcome: Outcome
    ruling: Ruling | None
    """What the department has decided about it, or about its goal."""

    @property
    def has_left(self) -> bool:
        """Whether it is by a ruling no part of the computation."""
        return self.ruling is not None and self.ruling.is_out

    @property
    def interval(self) -> Interval:
        """The least and the most that it can count; 0 by a ruling."""
        return self.outcome.interval if self.ruling is None else _NOT_MET

    @property
    def state(self) -> State:
        """Fulfilled, partial or not where that is decided, pending, or what it has left as."""
        if self.ruling is not None and self.ruling.is_out:
            return left_as([self.ruling])
        return state_of(self.interval.value)

    @property
    def degree(self) -> Degree | None:
        """How much it counts, 0 to 100; None while it is pending, or where it has left."""
        return None if self.has_left else self.interval.value

    @property
    def expected(self) -> Degree | None:
        """How much it is expected to count; None where nothing tells, or where it has left."""
        if self.ruling is None:
            return self.outcome.expected
        return None if self.has_left else 0

    @property
    def is_on_level(self) -> bool | None:
        """Whether a pending figure would be met if the year ended with it; None without one."""
        return self.outcome.is_on_level if self.ruling is None else None

    @property
    def is_deviation(self) -> bool:
        """Whether it is lost for good or expected not to be met, which is to be explained."""
        return self.ruling is None and self.outcome.is_deviation

    @property
    def measured(self) -> Decimal | None:
        """The measured value, in the plan's units."""
        return self.outcome.facts.measured

    @property
    def target(self) -> Decimal | None:
        """The plan's target; for a benchmark its level, of an interval the least."""
        return self.outcome.facts.target

    def explain(self, lang: Language = DANISH) -> str:
        """One sentence: why it is what it is."""
        if self.ruling is not None:
            return explain_ruled(self.state, [self.ruling.words(lang)], lang)
        return explain_criterion(self.outcome, unit=self.criterion.unit, lang=lang)


@dataclass(frozen=True, slots=True)
class GoalResult:
    """A goal judged: its state, its fulfilment, and its criteria.

    `fulfilment` is 0 to 100, None where it is pending or has left; it lies between `low` and
    `high`, which are the same where it is decided, and `expected` lies between them. A goal that
    has left has the weight 0.
    """

    goal: Goal
    weight: float
    state: State
    fulfilment: Degree | None
    criteria: tuple[CriterionResult, ...]
    low: Degree
    expected: Degree
    high: Degree
    final: bool
    outcome: GoalOutcome | None
    """What it comes to by its criteria; None where all of them have left."""
    plan: Plan = field(repr=False, compare=False)

    def explain(self, lang: Language = DANISH) -> str:
        """One sentence: why it is what it is, and what it weighs where goals weigh differently."""
        goal, outcome, rulings = self.goal, self.outcome, self.plan.rulings_on(self.goal)
        if outcome is None or rulings:
            return explain_ruled(self.state, [each.words(lang) for each in rulings], lang)
        clauses = []
        for state in (State.WITHDRAWN, State.NOT_MEASURED):
            gone = [each.criterion.short for each in self.criteria if each.state is state]
            text = say.CRITERIA_LEFT_ONE if len(gone) == 1 else say.CRITERIA_LEFT_MANY
            clauses += [text[state](lang, keys=", ".join(gone))] if gone else []
        if goal.weight is not None:
            clauses.append(say.GOAL_WEIGHT(lang, weight=quantity(self.weight, PERCENT, lang, 2)))
        elif goal.points is not None:
            fields = {
                "points": number(goal.points, lang),
                "all": number(self.plan.all_points, lang),
            }
            if self.fulfilment is None:
                clauses.append(say.GOAL_POINTS_OPEN(lang, **fields))
            else:
                earned = number(goal.points * self.fulfilment / HUNDRED, lang)
                clauses.append(say.GOAL_POINTS(lang, earned=earned, **fields))
        return explain_goal(
            outcome,
            in_part=not (goal.is_binary and isinstance(outcome.combination, ByRule)),
            has_total=self.plan.has_total,
            final=self.final,
            clauses=clauses,
            lang=lang,
        )

    @property
    def told_state(self) -> State:
        """Its state; what is pending in the final report is not met, or as its rest decides."""
        return self.state if self.fulfilment is None else state_of(self.fulfilment)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A whole report judged."""

    goals: tuple[GoalResult, ...]
    score: Score | None
    """None where the plan has no total."""

    @property
    def criteria(self) -> dict[str, CriterionResult]:
        """The criteria by key, in the plan's order."""
        return {each.criterion.key: each for goal in self.goals for each in goal.criteria}


def evaluate(
    plan: Plan,
    reported: Mapping[str, Reported],
    *,
    final: bool,
    period_ends: date | None = None,
) -> Evaluation:
    """Judge what was reported, by criterion key; a key that is not there reports nothing.

    Before the `final` report only what is irrevocable is decided, as of the last day of the period
    (None while that is unknown). In the final report a pending criterion stays pending, but its
    goal counts as not fulfilled where the rest of the rule does not decide it.
    """
    as_of = None if final else period_ends or date.min
    goals = tuple(
        _judge_goal(plan, goal, weight, reported, as_of)
        for goal, weight in zip(plan.goals, plan.weights, strict=True)
    )
    if not plan.has_total:
        return Evaluation(goals, None)
    degrees = zip(*((goal.low, goal.expected, goal.high) for goal in goals), strict=True)
    return Evaluation(goals, Score(*(total(each, plan.weights) for each in degrees)))


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
    return judge_number(criterion.kind, entry.target, measured, entry.target_to)


def _as_compared(criterion: Criterion, value: Decimal | None) -> Decimal | None:
    """A value with the decimals that the cells compare."""
    if value is None:
        return None
    return rounded(value, PERCENT_DECIMALS if criterion.in_percent else RATIO_DECIMALS)


def _judge_goal(
    plan: Plan, goal: Goal, weight: float, reported: Mapping[str, Reported], as_of: date | None
) -> GoalResult:
    criteria = tuple(
        judge_criterion(plan, criterion, reported.get(criterion.key, NOTHING), as_of)
        for criterion in goal.criteria
    )
    final = as_of is None
    combination = plan.combinations.get(goal.number)
    if combination is None:
        state = left_as(plan.rulings_on(goal))
        return GoalResult(goal, weight, state, None, criteria, 0, 0, 0, final, None, plan)
    staying = {each.criterion.short: each for each in criteria if not each.has_left}
    outcome = GoalOutcome(
        combination,
        {key: each.interval for key, each in staying.items()},
        {key: each.expected for key, each in staying.items()},
    )
    interval, expected = outcome.interval, outcome.expected
    low, high = interval.low, interval.low if final else interval.high
    value = low if low == high else None
    state = state_of(interval.value)
    return GoalResult(
        goal, weight, state, value, criteria, low, expected, high, final, outcome, plan
    )


def judge_criterion(
    plan: Plan, criterion: Criterion, reported: Reported, as_of: date | None
) -> CriterionResult:
    """Judge one criterion as of a day, None in the final report (see `Outcome.as_of`)."""
    forecast = reported.forecast
    if forecast is not None:
        basis = reported.basis if forecast.basis is None else forecast.basis
        forecast = replace(forecast, basis=basis)
    outcome = Outcome(
        criterion.kind,
        _facts(criterion, reported),
        plan.scales.get(criterion.key),
        criterion.counts,
        reported.provisional,
        None if forecast is None else _facts(criterion, forecast),
        reported.status,
        as_of,
    )
    return CriterionResult(criterion, reported, outcome, plan.ruling_on(criterion))


def _facts(criterion: Criterion, reported: Reported) -> Facts:
    target = criterion.target
    if criterion.kind.is_benchmark:
        basis = reported.basis if criterion.basis is None else criterion.basis
        target = _as_compared(criterion, basis)
    return Facts(
        target,
        measured_value(criterion, reported),
        criterion.target_to,
        criterion.deadline,
        reported.delivered,
        reported.done,
        reported.partly,
        reported.grade,
    )
