"""`rp plan rollover PLAN --year 2025`: next year's draft in a workbook, with what is to decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from department.helping import Command
from texts import commandline as say
from texts import plan_commands
from texts import rollover as texts
from texts.language import Language

if TYPE_CHECKING:
    from department.planning.final_results import Results
    from resultatplan.plan import Plan

LAST_YEAR = 2100


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def rollover(name: str, year: int, out: str, report: str | None, register: str | None) -> int:
        from department.output import inert_line, write_bytes
        from department.planning.chosen_plan import chosen_plan
        from resultatplan.rollover import NothingLeftError, roll_over
        from workbooks.authoring.build import draft_workbook
        from workbooks.authoring.content import CannotHoldError
        from workbooks.authoring.decision_sheet import Marked

        plan = chosen_plan(name, lang)
        context = click.get_current_context()
        if not plan.year < year <= LAST_YEAR:
            message = texts.NOT_AFTER(lang, year=plan.year, last=LAST_YEAR)
            raise click.UsageError(message, context)
        if report is not None and register is not None:
            raise click.UsageError(texts.ONE_SOURCE(lang), context)
        results, source = _results(plan, report, register, lang)
        try:
            rolled = roll_over(plan, year, results)
            data = draft_workbook(rolled.plan, Marked(plan.year, rolled.decisions))
        except NothingLeftError as error:
            raise click.ClickException(texts.NOTHING_LEFT(lang, plan=plan.id)) from error
        except CannotHoldError as error:
            value = inert_line(str(error))
            message = plan_commands.CANNOT_HOLD(lang, plan=plan.id, value=value)
            raise click.ClickException(message) from error
        write_bytes(Path(out), data, lang)
        click.echo(say.WROTE(lang, path=out))
        if source is None:
            click.echo(texts.NO_RESULTS(lang, year=plan.year))
        else:
            click.echo(texts.RESULTS_FROM(lang, file=inert_line(source)))
        click.echo(texts.COUNT(lang, count=len(rolled.decisions)))
        return 0

    return Command(
        "rollover",
        lang=lang,
        summary=texts.ROLLOVER,
        examples=(
            "rp plan rollover social-og-boligstyrelsen-2024 --year 2025 --out udkast.xlsx",
            "rp plan rollover socialstyrelsen-2020 --year 2021 --report endelig.xlsx"
            " --out udkast.xlsx",
        ),
        params=[
            click.Argument(["name"], metavar="PLAN"),
            click.Option(
                ["--year"], required=True, type=int, metavar="ÅR", help=texts.YEAR_OPTION(lang)
            ),
            click.Option(["--out"], required=True, metavar="FIL", help=say.OUT_FILE_OPTION(lang)),
            click.Option(["--report"], metavar="RAPPORT", help=texts.REPORT_OPTION(lang)),
            click.Option(["--register"], metavar="ADRESSE", help=texts.REGISTER_OPTION(lang)),
        ],
        callback=rollover,
    )


def _results(
    plan: Plan, report: str | None, register: str | None, lang: Language
) -> tuple[Results | None, str | None]:
    """The year's results, and the file that they are from; None without a source."""
    if report is None and register is None:
        return None, None
    from department.planning.final_results import results_from_file, results_from_register

    if report is not None:
        return results_from_file(plan, report, lang), report
    return results_from_register(plan, register or "", lang)
