"""`rp annual-report PLAN`: the goal report for the annual report, as .docx and .xlsx."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from department.helping import Command
from department.register.options import register_option, today_option
from texts import annual as texts
from texts import commandline as say
from texts.language import Language

_OUT = "udbakke"


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def write(plan: str, register: str | None, out: str, today: date) -> None:
        from department.annual_report.content import annual_report
        from department.annual_report.document import document_bytes
        from department.annual_report.workbook import workbook_bytes
        from department.output import write_bytes
        from department.planning.chosen_plan import chosen_plan
        from department.register.address import address_of
        from department.register.opening import reading

        chosen = chosen_plan(plan, lang)
        with reading(address_of(register, lang), lang) as store:
            desk = store.desk(today, [chosen])
            report = annual_report(desk, desk.agencies[0], lang)
        if report is None:
            raise click.ClickException(texts.NO_ACCEPTED_REPORT(lang, plan=chosen.id))
        for ending, make in ((".docx", document_bytes), (".xlsx", workbook_bytes)):
            path = Path(out) / f"{texts.NAME.format(plan=chosen.id)}{ending}"
            write_bytes(path, make(report, lang), lang)
            click.echo(say.WROTE(lang, path=path))
        if not report.is_final:
            period = report.record.summary.period_name
            click.echo(texts.FROM_PROVISIONAL(lang, period=period))

    return Command(
        "annual-report",
        lang=lang,
        summary=texts.COMMAND,
        examples=(
            "rp annual-report socialstyrelsen-2020",
            "rp annual-report socialstyrelsen-2020 --register udbakke/register --out aarsrapport",
        ),
        params=[
            click.Argument(["plan"], metavar=texts.PLAN_ARGUMENT),
            register_option(lang),
            click.Option(
                ["--out"],
                default=_OUT,
                metavar="MAPPE",
                help=say.OUT_FOLDER_OPTION(lang),
            ),
            today_option(lang),
        ],
        callback=write,
    )
