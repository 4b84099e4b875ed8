"""`rp reply`, `rp annual-report`: what the department sends and publishes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from department.bilingual import command, option
from department.commands.options import day, register_option, today_option
from department.output import echo
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
@option("--checker", type=click.File("rb"), metavar="FIL", help=letter_texts.CHECKER_OPTION)
@option("--all", "all_files", is_flag=True, help=letter_texts.ALL_OPTION)
@today_option
def reply(
    lang: Language,
    out: str,
    register: str | None,
    mend_by: date | None,
    checker: BinaryIO | None,
    all_files: bool,
    today: date,
) -> None:
    """A letter, a draft mail and an annotated copy for each agency that has reported."""
    from department.letters.files import ReplyDesk, write_replies
    from department.register.opening import reading
    from department.workers import Workers

    with Workers(1) as executor, reading(register, lang) as store:
        page = None if checker is None else checker.read()
        source = ReplyDesk(store.desk(today), store.original, executor, lang, mend_by, page)
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
@option("--sources", is_flag=True, help=annual_report_texts.SOURCES_OPTION)
@today_option
def annual_report(
    lang: Language, plan: str, register: str | None, out: str, sources: bool, today: date
) -> None:
    """The goal report for the annual report, as .docx and .xlsx."""
    from department.annual_report.written import write_annual_report
    from department.plans.chosen_plan import chosen_plan
    from department.register.opening import reading

    chosen = chosen_plan(plan, lang)
    with reading(register, lang) as store:
        desk = store.desk(today, [chosen])
        agency = desk.agencies[0]
        written, note = write_annual_report(desk, agency, Path(out), lang, with_sources=sources)
    for path in written:
        echo(say.WROTE(lang, path=path))
    if note:
        click.echo(note)
