"""The plan that a person names on the command line: by id, by id and version, or by its file."""

from __future__ import annotations

from pathlib import Path

import click

from department.broken_plans import tell_broken_plans
from department.inert import inert_line
from resultatplan.library import PlanError, known_ids, plan_named, read_plan
from resultatplan.plan import Plan
from texts import commandline as say
from texts import disk
from texts import versions as texts
from texts.language import Language

_PLAN_FILE = ".toml"


def chosen_plan(reference: str, lang: Language) -> Plan:
    """The plan `socialstyrelsen-2020`, `socialstyrelsen-2020@1.1` or `mappe/plan.toml`.

    Raises `click.UsageError` for an unknown plan and `click.ClickException` for a file with
    mistakes, which are told on standard error.
    """
    plan = plan_named(reference)
    if plan is not None:
        return plan
    path = Path(reference)
    if path.suffix.casefold() == _PLAN_FILE:
        return _from_file(path, lang)
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
        reason = disk.reason(error, lang)
        raise click.ClickException(say.CANNOT_READ(lang, path=path, reason=reason)) from error
    except PlanError as error:
        for message in error.messages(lang):
            click.echo(inert_line(message), err=True)
        raise click.ClickException(texts.PLAN_UNUSABLE(lang, path=path)) from error


def _context() -> click.Context:
    return click.get_current_context()
