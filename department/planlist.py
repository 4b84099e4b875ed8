"""The plans as a table on the screen and whole as JSON (a contract others rely on)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypedDict

from rich.table import Table

from resultatplan.deadlines import deadline_of
from resultatplan.library import FIRST_VERSION, plan_reference
from resultatplan.plan import Criterion, Goal, HistoryEntry, Plan
from texts import commandline as say
from texts.language import Language
from texts.notation import day, weekday


class HistoryJson(TypedDict):
    """A year of a criterion's history."""

    year: int
    target: int | float | None
    result: int | float | None
    unit: str | None
    provisional: bool
    note: str | None


class CriterionJson(TypedDict):
    """A criterion of a plan."""

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


class GoalJson(TypedDict):
    """A goal of a plan; `rule` is null where all criteria must be met."""

    goal: str
    title: str
    section: str
    rule: str | None
    weight: float
    criteria: list[CriterionJson]


class PeriodJson(TypedDict):
    """A reporting period with its deadline."""

    id: str
    name: str
    deadline: str
    final: bool


class PlanJson(TypedDict):
    """A plan."""

    id: str
    version: str
    ministry: str
    institution: str
    year: int
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
            plan.institution,
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
    }


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
