"""`rp reply`, `rp annual-report`: what the department sends and publishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from department.bilingual import command, option
from department.commands.options import day, register_option, today_option
from department.output import deliver, echo
from texts import annual_report as annual_report_texts
from texts import commandline as say
from texts import letters as letter_texts
from texts.language import Language


@command(
    "reply",
    help=letter_texts.COMMAND,
    examples=("rp reply --out udbakke/svar", "rp reply --out svar --mend-by 2024-11-01"),
)
@option("--out", required=True, metavar="MAPPE", help=letter_texts.OUT_OPTION)
@register_option
@option("--mend-by", type=day, metavar="DAG", help=letter_texts.MEND_BY_OPTION)
@option("--all", "all_files", is_flag=True, help=letter_texts.ALL_OPTION)
@today_option
def reply(
    lang: Language,
    out: str,
    register: str | None,
    mend_by: date | None,
    all_files: bool,
    today: date,
) -> None:
    """A letter, a draft mail and an annotated copy for each agency that has reported."""
    from department.letters.files import ReplyDesk, write_replies
    from department.register.opening import reading
    from department.workers import Workers

    with Workers(1) as executor, reading(register, lang) as store:
        source = ReplyDesk(store.desk(today), store.original, executor, lang, mend_by)
        count = write_replies(source, Path(out), all_files=all_files)
    if count == 0:
        click.echo(letter_texts.NOTHING_TO_REPLY(lang))
    else:
        echo(letter_texts.WROTE_REPLIES(lang, count=count, path=out))


@command(
    "annual-report",
    help=annual_report_texts.COMMAND,
    examples=(
        "rp annual-report socialstyrelsen-2020",
        "rp annual-report socialstyrelsen-2020 --register udbakke/register --out aarsrapport",
    ),
)
@click.argument("plan", metavar=annual_report_texts.PLAN_ARGUMENT)
@register_option
@option("--out", default="udbakke", metavar="MAPPE", help=say.OUT_FOLDER_OPTION)
@today_option
def annual_report(lang: Language, plan: str, register: str | None, out: str, today: date) -> None:
    """The goal report for the annual report, as .docx and .xlsx."""
    from department.annual_report.content import annual_report
    from department.annual_report.document import document_bytes
    from department.annual_report.workbook import workbook_bytes
    from department.plans.chosen_plan import chosen_plan
    from department.register.opening import reading

    chosen = chosen_plan(plan, lang)
    with reading(register, lang) as store:
        desk = store.desk(today, [chosen])
        report = annual_report(desk, desk.agencies[0], lang)
    if report is None:
        raise click.ClickException(annual_report_texts.NO_ACCEPTED_REPORT(lang, plan=chosen.id))
    for ending, make in ((".docx", document_bytes), (".xlsx", workbook_bytes)):
        path = Path(out) / f"{annual_report_texts.NAME.format(plan=chosen.id)}{ending}"
        deliver(path, make(report, lang), lang)
    if not report.is_final:
        click.echo(
            annual_report_texts.FROM_PROVISIONAL(lang, period=report.record.summary.period_name)
        )
