"""The plan that a person names on the command line: by id, by id and version, or by its file."""

from __future__ import annotations

from pathlib import Path

import click

from department.output import inert_line
from department.plans.all_plans import tell_broken_plans
from resultatplan.library import known_ids, plan_named
from resultatplan.plan import Plan
from resultatplan.plan_file import PlanError, read_plan
from texts import commandline as say
from texts import plans as texts
from texts.findings import Severity
from texts.language import Language

_PLAN_FILE, _WORKBOOK = ".toml", ".xlsx"


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
        raise click.UsageError(texts.NO_PLAN_FILE(lang, path=inert_line(reference)), _context())
    tell_broken_plans(lang, reference.partition("@")[0])
    known = ", ".join(known_ids())
    raise click.UsageError(
        say.UNKNOWN_PLAN(lang, name=inert_line(reference), known=known), _context()
    )


def _from_file(path: Path, lang: Language) -> Plan:
    try:
        return read_plan(path)
    except OSError as error:
        reason = say.disk_reason(error, lang)
        raise click.ClickException(say.CANNOT_READ(lang, path=path, reason=reason)) from error
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


def _context() -> click.Context:
    return click.get_current_context()
