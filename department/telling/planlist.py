"""The plans as a table on the screen and whole as JSON (a contract others rely on)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TypedDict

from rich.markup import escape
from rich.table import Table

from department.output import inert
from resultatplan.deadlines import deadline_of
from resultatplan.goals import Combine, Linear
from resultatplan.library import FIRST_VERSION, plan_reference
from resultatplan.plan import Criterion, Goal, HistoryEntry, Plan, Scoring, Weighting, Withdrawn
from texts import commandline as say
from texts import plan_list as texts
from texts.language import Language
from texts.notation import day, number, weekday


class HistoryJson(TypedDict):
    """A year of a criterion's history."""

    year: int
    target: int | float | None
    result: int | float | None
    unit: str | None
    provisional: bool
    note: str | None


class StepJson(TypedDict):
    """A level and what reaching it counts, in percent."""

    at: int | float | None
    credit: int | float | None


class LinearJson(TypedDict):
    """The level that counts 0 and the one that counts 100; null where that is the benchmark."""

    zero: int | float | None
    full: int | float | None


class CriterionJson(TypedDict):
    """A criterion of a plan; the last six are null where the plan agrees on nothing such."""

    key: str
    kind: str
    text: str
    unit: str | None
    target: int | float | None
    deadline: str | None
    basis: int | float | None
    basis_text: str | None
    assessor: str | None
    source: str | None
    notes: list[str]
    history: list[HistoryJson]
    weight: int | float | None
    partly: bool | None
    partial_deadline: str | None
    steps: list[StepJson] | None
    linear: LinearJson | None
    withdrawn: str | None


class GoalJson(TypedDict):
    """A goal of a plan; `rule` is null where all criteria must be met.

    `weight` is its share in percent; `combine` is null where the rule decides.
    """

    goal: str
    title: str
    section: str
    rule: str | None
    weight: float
    points: int | float | None
    combine: str | None
    partial_rule: str | None
    withdrawn: str | None
    criteria: list[CriterionJson]


class PeriodJson(TypedDict):
    """A reporting period with its deadline."""

    id: str
    name: str
    deadline: str
    final: bool


class ScoringJson(TypedDict):
    """How a plan is scored: `equal`, `weights` or `points`; `leaves` or `not_met`."""

    weighting: str
    partial_credit: int | float | None
    withdrawn: str | None


class PlanJson(TypedDict):
    """A plan; `scoring` is null where goals weigh the same and nothing more is agreed."""

    id: str
    version: str
    ministry: str
    institution: str
    year: int
    scoring: ScoringJson | None
    periods: list[PeriodJson]
    goals: list[GoalJson]


def plans_json(plans: Sequence[Plan]) -> dict[str, list[PlanJson]]:
    """All plans whole; dates are ISO, what a criterion does not have is null."""
    return {"plans": [_plan(plan) for plan in plans]}


def plans_table(plans: Sequence[Plan], lang: Language) -> Table:
    """A row per plan: its name, agency, year, size and deadlines."""
    table = Table(show_lines=True)
    for heading in (say.PLAN, say.INSTITUTION, say.YEAR, say.GOALS, say.CRITERIA, say.PERIODS):
        table.add_column(heading(lang), overflow="fold")
    for plan in plans:
        deadlines = []
        for period in plan.reporting.periods:
            due = deadline_of(plan, period)
            deadlines.append(f"{period.name}: {weekday(due, lang)} {day(due, lang)}")
        table.add_row(
            plan.id if plan.version == FIRST_VERSION else plan_reference(plan),
            "\n".join((escape(inert(plan.institution)), *_scheme(plan, lang))),
            str(plan.year),
            str(len(plan.goals)),
            str(len(plan.criteria)),
            "\n".join(deadlines),
        )
    return table


def _plan(plan: Plan) -> PlanJson:
    return {
        "id": plan.id,
        "version": plan.version,
        "ministry": plan.ministry,
        "institution": plan.institution,
        "year": plan.year,
        "scoring": _scoring(plan.scoring),
        "periods": [
            {
                "id": period.id,
                "name": period.name,
                "deadline": deadline_of(plan, period).isoformat(),
                "final": period.final,
            }
            for period in plan.reporting.periods
        ],
        "goals": [
            _goal(goal, section.title, weight)
            for (section, goal), weight in zip(
                ((section, goal) for section in plan.sections for goal in section.goals),
                plan.weights,
                strict=True,
            )
        ],
    }


def _goal(goal: Goal, section: str, weight: float) -> GoalJson:
    return {
        "goal": goal.number,
        "title": goal.title,
        "section": section,
        "rule": goal.rule,
        "weight": weight,
        "points": _number(goal.points),
        "combine": None if goal.combine is Combine.RULE else goal.combine.value,
        "partial_rule": goal.partial_rule,
        "withdrawn": goal.withdrawn,
        "criteria": [_criterion(criterion) for criterion in goal.criteria],
    }


def _criterion(criterion: Criterion) -> CriterionJson:
    return {
        "key": criterion.key,
        "kind": criterion.kind.value,
        "text": criterion.text,
        "unit": criterion.unit,
        "target": _number(criterion.target),
        "deadline": _iso(criterion.deadline),
        "basis": _number(criterion.basis),
        "basis_text": criterion.basis_text,
        "assessor": criterion.assessor,
        "source": criterion.source,
        "notes": list(criterion.notes),
        "history": [_entry(entry, criterion.unit) for entry in criterion.history],
        "weight": _number(criterion.weight),
        "partly": criterion.partly or None,
        "partial_deadline": _iso(criterion.partial_deadline),
        "steps": [
            {"at": _number(step.at), "credit": _number(step.credit)} for step in criterion.steps
        ]
        or None,
        "linear": _linear(criterion.linear),
        "withdrawn": criterion.withdrawn,
    }


def _scoring(scoring: Scoring) -> ScoringJson | None:
    if scoring == Scoring():
        return None
    return {
        "weighting": scoring.weighting.value,
        "partial_credit": _number(scoring.partial_credit),
        "withdrawn": None if scoring.withdrawn is None else scoring.withdrawn.value,
    }


def _linear(linear: Linear | None) -> LinearJson | None:
    if linear is None:
        return None
    return {"zero": _number(linear.zero), "full": _number(linear.full)}


def _scheme(plan: Plan, lang: Language) -> Iterator[str]:
    """What is not the usual way of scoring, in words."""
    weighting = {Weighting.WEIGHTS: texts.WEIGHTS, Weighting.POINTS: texts.POINTS}
    if plan.scoring.weighting in weighting:
        yield weighting[plan.scoring.weighting](lang)
    if plan.scoring.partial_credit is not None:
        yield texts.PARTIAL(lang, credit=number(plan.scoring.partial_credit, lang))
    if any(each.steps or each.linear for each in plan.criteria):
        yield texts.SCALES(lang)
    if any(goal.combine is not Combine.RULE for goal in plan.goals):
        yield texts.MEANS(lang)
    places = [goal.number for goal in plan.goals if goal.withdrawn is not None]
    places += [each.key for each in plan.criteria if each.withdrawn is not None]
    if places:
        leaves = plan.scoring.withdrawn is Withdrawn.LEAVES
        yield (texts.LEFT if leaves else texts.NOT_MET)(lang, places=", ".join(places))


def _entry(entry: HistoryEntry, unit: str | None) -> HistoryJson:
    return {
        "year": entry.year,
        "target": _number(entry.target),
        "result": _number(entry.result),
        "unit": entry.unit or unit,
        "provisional": entry.provisional,
        "note": entry.note,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
