"""A plan's workbook as a person is given it: as it stands, and as next year's draft."""

from __future__ import annotations

import click

from department.output import inert_line
from department.plans.final_results import Results
from resultatplan.plan import Plan
from resultatplan.rollover import NothingLeftError, Rollover, roll_over
from texts import plans as say
from texts.language import Language
from workbooks.plan_book.plan_rows import CannotHoldError
from workbooks.plan_book.writer import plan_workbook


def next_years_draft(
    plan: Plan, year: int, results: Results | None, lang: Language
) -> tuple[bytes, int]:
    """The workbook of `year`'s draft, and how many decisions it leaves to take.

    Raises `click.ClickException` where nothing would be left of the plan.
    """
    try:
        rolled = roll_over(plan, year, results)
    except NothingLeftError as error:
        raise click.ClickException(say.NOTHING_LEFT(lang, plan=plan.id)) from error
    return workbook_of(rolled.plan, lang, rolled, name=plan.id), len(rolled.decisions)


def workbook_of(plan: Plan, lang: Language, draft: Rollover | None = None, name: str = "") -> bytes:
    """The workbook of a plan, or of the draft made from the plan that is called `name`.

    Raises `click.ClickException` for a value that no cell can hold.
    """
    try:
        return plan_workbook(plan, draft)
    except CannotHoldError as error:
        value = inert_line(str(error))
        message = say.CANNOT_HOLD(lang, plan=name or plan.id, value=value)
        raise click.ClickException(message) from error
