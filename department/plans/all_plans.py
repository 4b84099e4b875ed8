"""The plans that there are: as a table, whole as JSON (a contract others rely on), the one that a
person names, by id, by id and version, or by its file, and a plan's template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import click
from pydantic import BaseModel
from rich.markup import escape
from rich.table import Table

from department.bilingual import wrong_usage
from department.output import inert, inert_line, said_plainly
from department.screen import table_of
from department.wording import scheme_words
from resultatplan.combinations import Combine
from resultatplan.goals import Criterion, HistoryEntry
from resultatplan.library import (
    all_plans,
    broken_plans,
    known_ids,
    plan_named,
    plan_reference,
    versions_of,
)
from resultatplan.plan import FIRST_VERSION, Plan, Scoring, deadline_of
from resultatplan.plan_file import PlanError, read_plan
from texts import commandline as command_texts
from texts import handwritten as handwritten_texts
from texts import plans as texts
from texts import standing as say
from texts.findings import Severity
from texts.language import Language, day, said_quantity, weekday
from validators.findings import finding
from workbooks.form import Layout
from workbooks.formulas import LONGEST_FORMULA, too_long_for_excel
from workbooks.template.build import build_template

Json = dict[str, object]

_PLAN_FILE, _WORKBOOK = ".toml", ".xlsx"
_OF_PLAN = ("id", "version", "ministry", "institution", "year")
_OF_GOAL = ("rule", "points", "combine", "partial_rule")


def plans_json(plans: Sequence[Plan]) -> Json:
    """All plans whole; dates are ISO, what a criterion does not have is null."""
    return {"plans": [_plan(plan) for plan in plans]}


def plans_table(plans: Sequence[Plan], lang: Language) -> Table:
    """A row per plan: its name, agency, year, size and deadlines."""
    headings = (say.PLAN, say.INSTITUTION, say.YEAR, say.GOALS, say.CRITERIA, say.PERIODS)
    table = table_of(lang, headings, (), show_lines=True)
    for plan in plans:
        deadlines = ((each.name, deadline_of(plan, each)) for each in plan.reporting.periods)
        table.add_row(
            plan.id if plan.version == FIRST_VERSION else plan_reference(plan),
            "\n".join((escape(inert(plan.institution)), *scheme_words(plan, lang))),
            str(plan.year),
            str(len(plan.goals)),
            str(len(plan.criteria)),
            "\n".join(f"{name}: {weekday(due, lang)} {day(due, lang)}" for name, due in deadlines),
        )
    return table


def tell_broken_plans(lang: Language, plan_id: str | None = None) -> bool:
    """Say on standard error what is wrong with files in the plans folder (of one plan); whether
    there are any."""
    broken = broken_words(lang, plan_id)
    for line in broken:
        click.echo(line, err=True)
    return bool(broken)


def broken_words(lang: Language, plan_id: str | None = None) -> list[str]:
    """What is wrong with files in the plans folder (of one plan), a line for each mistake; also
    that Excel would refuse the formulas of its template."""
    mistakes = [each for error in broken_plans(plan_id) for each in error.messages(lang)]
    for plan in all_plans() if plan_id is None else versions_of(plan_id):
        mistakes += _too_long_words(plan, lang)
    return [handwritten_texts.BROKEN(lang, message=inert_line(each)) for each in mistakes]


def template_of(plan: Plan, lang: Language) -> bytes:
    """The plan's template. Raises as `require_fit`."""
    require_fit(plan, lang)
    return build_template(plan)


def require_fit(plan: Plan, lang: Language) -> None:
    """Raises `click.ClickException` with the goals whose formulas Excel would refuse."""
    too_long = _too_long_words(plan, lang)
    if too_long:
        raise click.ClickException("\n".join(too_long))


def _too_long_words(plan: Plan, lang: Language) -> list[str]:
    longest = said_quantity(LONGEST_FORMULA)
    told = [
        finding("RP-835", found=goal, expected=longest) for goal in too_long_for_excel(Layout(plan))
    ]
    return [
        inert_line(f"{plan_reference(plan)}: {each.code} {each.message(lang)} {each.hint(lang)}")
        for each in told
    ]


def chosen_plan(reference: str, lang: Language, *, or_workbook: bool = False) -> Plan:
    """The plan `socialstyrelsen-2020`, `socialstyrelsen-2020@1.1` or `mappe/plan.toml`.

    With `or_workbook` also `mappe/plan.xlsx`, a plan that somebody is writing: as soon as it can
    be read as a plan, be there decisions left to take.

    Raises `click.UsageError` for an unknown plan and `click.ClickException` for a file with
    mistakes, which are told on standard error.
    """
    plan = plan_named(reference)
    if plan is not None:
        return plan
    path = Path(reference)
    if path.suffix.casefold() == _PLAN_FILE:
        return _from_file(path, lang)
    if or_workbook and path.suffix.casefold() == _WORKBOOK:
        return _from_workbook(reference, lang)
    if path.exists() and path.suffix:
        raise wrong_usage(texts.NO_PLAN_FILE(lang, path=inert_line(reference)))
    tell_broken_plans(lang, reference.partition("@")[0])
    known = ", ".join(known_ids())
    raise wrong_usage(command_texts.UNKNOWN_PLAN(lang, name=inert_line(reference), known=known))


def _from_file(path: Path, lang: Language) -> Plan:
    try:
        with said_plainly(path, lang):
            return read_plan(path)
    except PlanError as error:
        for message in error.messages(lang):
            click.echo(inert_line(message), err=True)
        raise click.ClickException(texts.PLAN_UNUSABLE(lang, path=path)) from error


def _from_workbook(name: str, lang: Language) -> Plan:
    from department.plans.checked_plan import check_file  # pandas takes its time

    checked = check_file(name)
    if checked.plan is None:
        for each in checked.findings:
            if each.severity is Severity.ERROR:
                click.echo(inert_line(f"{each.code} {each.message(lang)}"), err=True)
        raise click.ClickException(texts.PLAN_UNUSABLE(lang, path=inert_line(name)))
    return checked.plan


def _plan(plan: Plan) -> Json:
    """A plan; `scoring` is null where goals weigh the same and nothing more is agreed."""
    goals = ((section.title, goal) for section in plan.sections for goal in section.goals)
    return {
        **_fields(plan, _OF_PLAN),
        "scoring": None if plan.scoring == Scoring() else _plain(plan.scoring),
        "periods": [
            {
                **_fields(period, ("id", "name")),
                "deadline": deadline_of(plan, period).isoformat(),
                "final": period.final,
            }
            for period in plan.reporting.periods
        ],
        "frames": _plain(plan.bonus.frames),
        "goals": [
            {
                "goal": goal.number,
                "title": goal.title,
                "section": section,
                "weight": weight if plan.has_total else None,
                **_fields(goal, _OF_GOAL),
                "criteria": [_criterion(criterion) for criterion in goal.criteria],
            }
            for (section, goal), weight in zip(goals, plan.weights, strict=True)
        ],
        "rulings": rulings_json(plan),
    }


def rulings_json(plan: Plan) -> object:
    """What the department has decided during the year, in the order in which it did."""
    return _plain(plan.rulings)


def _criterion(criterion: Criterion) -> Json:
    """A criterion; what the plan does not agree on is null."""
    history = [
        {**_fields(each, HistoryEntry.model_fields), "unit": each.unit or criterion.unit}
        for each in criterion.history
    ]
    told = _fields(criterion, Criterion.model_fields)
    absent = {name: told[name] or None for name in ("partly", "grades", "steps")}
    return {**told, "history": history, **absent}


def _fields(part: BaseModel, names: Iterable[str]) -> Json:
    return {name: _plain(getattr(part, name)) for name in names}


def _plain(value: object) -> object:
    """A value of the plan as JSON has it; what is combined by a rule is not said to be combined."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Enum):
        return None if value is Combine.RULE else value.value
    if isinstance(value, BaseModel):
        return _fields(value, type(value).model_fields)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
