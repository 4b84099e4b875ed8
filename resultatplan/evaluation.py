"""From what an agency reported to criteria, goals and total: the one place that judges a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resultatplan.criteria import Kind, State, judge, measure
from resultatplan.exact import PERCENT_DECIMALS, RATIO_DECIMALS, rounded
from resultatplan.explaining import explain_criterion, explain_goal
from resultatplan.plan import Criterion, Goal, Plan
from resultatplan.rules import judge_rule
from resultatplan.scoring import Score, fulfilment, score
from texts.language import DANISH, Language


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported for one criterion, in the plan's units (percent as 82)."""

    basis: Decimal | None = None
    result: Decimal | None = None
    delivered: date | None = None
    done: bool | None = None


NOTHING = Reported()


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion judged. `target` is the benchmark's level for a benchmark."""

    criterion: Criterion
    reported: Reported
    state: State
    measured: Decimal | None
    target: Decimal | None
    explanation: str


@dataclass(frozen=True, slots=True)
class GoalResult:
    """A goal judged: its state, 100, 0 or None (pending), and its criteria."""

    goal: Goal
    weight: float
    state: State
    fulfilment: int | None
    criteria: tuple[CriterionResult, ...]
    explanation: str


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


def evaluate(
    plan: Plan, reported: Mapping[str, Reported], *, final: bool, lang: Language = DANISH
) -> Evaluation:
    """Judge what was reported, by criterion key; a key that is not there reports nothing.

    In the `final` report a pending criterion stays pending, but its goal counts as not
    fulfilled where the rest of the rule does not decide it.
    """
    goals = tuple(
        _judge_goal(goal, weight, reported, final, lang)
        for goal, weight in zip(plan.goals, plan.weights, strict=True)
    )
    totals = score([goal.fulfilment for goal in goals], [goal.weight for goal in goals])
    return Evaluation(goals, totals)


def measured_value(criterion: Criterion, reported: Reported) -> Decimal | None:
    """The measured value in the plan's units; None where a basis of 0 gives none."""
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
    goal: Goal, weight: float, reported: Mapping[str, Reported], final: bool, lang: Language
) -> GoalResult:
    criteria = tuple(
        _judge_criterion(criterion, reported.get(criterion.key, NOTHING), final, lang)
        for criterion in goal.criteria
    )
    states = {result.criterion.short: result.state for result in criteria}
    state = judge_rule(goal.rule_tree, states)
    return GoalResult(
        goal,
        weight,
        state,
        fulfilment(state, final=final),
        criteria,
        explain_goal(goal.rule_tree, states, final=final, lang=lang),
    )


def _judge_criterion(
    criterion: Criterion, reported: Reported, final: bool, lang: Language
) -> CriterionResult:
    measured = measured_value(criterion, reported)
    target = criterion.target
    if criterion.kind is Kind.BENCHMARK:
        basis = reported.basis if criterion.basis is None else criterion.basis
        target = _as_compared(criterion, basis)
    facts = {"deadline": criterion.deadline, "delivered": reported.delivered}
    state = judge(criterion.kind, target=target, measured=measured, done=reported.done, **facts)
    explanation = explain_criterion(
        criterion.kind,
        unit=criterion.unit,
        target=target,
        measured=measured,
        done=reported.done,
        final=final,
        lang=lang,
        **facts,
    )
    return CriterionResult(criterion, reported, state, measured, target, explanation)
