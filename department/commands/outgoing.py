"""`rp template`, `fill`, `migrate`, `reply`, `annual-report`: what the department sends out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from department.bilingual import command, option, wrong_usage
from department.commands.options import (
    day,
    out_file_option,
    register_option,
    to_folder,
    today_option,
)
from department.output import deliver, echo, inert, inert_line, said_plainly
from texts import annual_report as annual_report_texts
from texts import commandline as say
from texts import letters as letter_texts
from texts import plans as plan_texts
from texts.language import Language
from texts.language import say as in_words

if TYPE_CHECKING:
    from resultatplan.plan import Plan
    from validators.report import Report


@command(
    "template",
    help=say.TEMPLATE,
    examples=(
        "rp template socialstyrelsen-2020 --out skabeloner",
        "rp template --out skabeloner",
        "rp template socialstyrelsen-2020 --prefill rapport-Q1.xlsx --out skabelon-Q2.xlsx",
    ),
)
@click.argument("plans", nargs=-1, metavar="[PLAN]…")
@option("--out", required=True, metavar="MAPPE", help=say.OUT_FOLDER_OPTION)
@option("--prefill", "report", metavar="RAPPORT", help=plan_texts.PREFILL_OPTION)
def template(lang: Language, plans: tuple[str, ...], out: str, report: str | None) -> int:
    """The templates of plans, or one for the next period with a report's figures in it."""
    from department.plans.all_plans import chosen_plan, tell_broken_plans, template_of
    from resultatplan.library import all_plans
    from workbooks.template.build import template_name

    if report is not None:
        if len(plans) > 1:
            raise wrong_usage(plan_texts.ONE_PLAN(lang))
        from department.plans.next_period import build_prefilled

        return build_prefilled(plans[0] if plans else None, report, out, lang)
    folder = to_folder(out)
    chosen = [chosen_plan(name, lang) for name in plans] if plans else all_plans()
    refused = []
    for plan in chosen:
        try:
            data = template_of(plan, lang)
        except click.ClickException as error:
            refused.append(error.message)
        else:
            deliver(folder / template_name(plan), data, lang)
    if not plans:
        return 1 if tell_broken_plans(lang) else 0
    for line in refused:
        click.echo(line, err=True)
    return 1 if refused else 0


@command("fill", help=say.FILL, examples=("rp fill skabelon.xlsx værdier.json --out rapport.xlsx",))
@click.argument("template", metavar="SKABELON")
@click.argument("values", metavar="VÆRDIER.json")
@out_file_option
def fill(lang: Language, template: str, values: str, out: Path) -> None:
    """A filled copy of a template."""
    from department.fillout import NotATemplateError, fill_template
    from department.plans.one_report import tell
    from workbooks.reading.files import NoFileError
    from workbooks.values_file import FillError

    try:
        with said_plainly(values, lang):
            filled = fill_template(Path(template), Path(values))
    except NoFileError as error:
        reason = in_words(error.reason, lang)
        message = say.CANNOT_READ(lang, path=template, reason=reason)
        raise click.ClickException(message) from error
    except NotATemplateError as error:
        tell(error.findings, lang)
        raise wrong_usage(say.NOT_A_TEMPLATE(lang, path=template)) from error
    except FillError as error:
        for message in error.messages(lang):
            echo(message, err=True)
        raise click.ClickException(say.NOT_FILLED(lang, path=values)) from error
    deliver(out, filled.data, lang)
    if filled.left_out:
        what = ", ".join(inert_line(in_words(each, lang)) for each in filled.left_out)
        echo(say.LEFT_OUT(lang, what=what), err=True)
    tell(filled.doubts, lang)


@command(
    "migrate",
    help=plan_texts.MIGRATE,
    examples=("rp migrate rapport.xlsx --to 1.1 --out rapport-ny.xlsx",),
)
@click.argument("report", metavar="RAPPORT.xlsx")
@option("--to", "version", required=True, metavar="VERSION", help=plan_texts.TO_OPTION)
@out_file_option
def migrate(lang: Language, report: str, version: str, out: Path) -> int:
    """A report's figures in another version of the template."""
    from department.plans.all_plans import require_fit
    from department.plans.one_report import (
        migrate,
        read_in_worker,
        tell,
        worth_telling,
    )

    if out.exists() and Path(report).exists() and out.samefile(report):
        raise wrong_usage(plan_texts.SAME_FILE(lang))
    source, _ = read_in_worker(report, lang, plan_texts.NOT_MIGRATED)
    if not source.can_migrate:
        tell(source.report.findings, lang)
        raise click.ClickException(plan_texts.NOT_MIGRATED(lang, path=inert_line(report)))
    before, after = _plans(source.report, version, lang)
    require_fit(after, lang)
    migrated = migrate(source, before, after)
    deliver(out, migrated.data, lang)
    is_same = before.version == after.version
    told = plan_texts.RENEWED_COUNT if is_same else plan_texts.CARRIED_COUNT
    fields = {"before": before.version, "after": after.version}
    click.echo(told(lang, count=migrated.count, **fields))
    if migrated.left_behind:
        click.echo(plan_texts.LEFT_HEADING(lang))
    for each in migrated.left_behind:
        reason = inert(in_words(each.reason, lang))
        click.echo(f"  {inert_line(str(each.place))}: {reason}")
    wrong = worth_telling(source.report.findings)
    if wrong:
        click.echo(plan_texts.WRONG_IN_REPORT(lang), err=True)
        tell(wrong, lang)
    return 1 if migrated.left_behind or wrong else 0


def _plans(report: Report, version: str, lang: Language) -> tuple[Plan, Plan]:
    """The plan in the version that the report was made from, and in the one asked for."""
    from resultatplan.library import plan_by_id, versions_of

    plan_id = report.plan_id or ""
    before = plan_by_id(plan_id, report.plan_version)
    after = plan_by_id(plan_id, version.removeprefix(f"{plan_id}@"))
    if before is None or after is None:
        known = ", ".join(plan.version for plan in versions_of(plan_id))
        fields = {"plan": plan_id, "version": version, "known": known}
        raise wrong_usage(plan_texts.UNKNOWN_VERSION(lang, **fields))
    return before, after


@command(
    "reply",
    help=letter_texts.COMMAND,
    examples=("rp reply --out udbakke/svar", "rp reply --out svar --mend-by 2024-11-01"),
)
@option("--out", required=True, type=to_folder, metavar="MAPPE", help=letter_texts.OUT_OPTION)
@register_option
@option("--mend-by", type=day, metavar="DAG", help=letter_texts.MEND_BY_OPTION)
@option("--checker", type=click.File("rb"), metavar="FIL", help=letter_texts.CHECKER_OPTION)
@option("--all", "all_files", is_flag=True, help=letter_texts.ALL_OPTION)
@today_option
def reply(
    lang: Language,
    out: Path,
    register: str | None,
    mend_by: date | None,
    checker: BinaryIO | None,
    all_files: bool,
    today: date,
) -> None:
    """A letter, a draft mail and an annotated copy for each agency that has reported."""
    from department.letters.replies import ReplySource, write_replies
    from department.plans.all_plans import tell_broken_plans
    from department.register.opening import reading
    from department.workers import Workers

    with Workers(1) as executor, reading(register, lang) as store:
        page = None if checker is None else checker.read()
        source = ReplySource(store.desk(today), store.original, executor, lang, mend_by, page)
        tell_broken_plans(lang)
        count = write_replies(source, out, all_files=all_files)
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
@option("--out", default="udbakke", type=to_folder, metavar="MAPPE", help=say.OUT_FOLDER_OPTION)
@option("--sources", is_flag=True, help=annual_report_texts.SOURCES_OPTION)
@today_option
def annual_report(
    lang: Language, plan: str, register: str | None, out: Path, sources: bool, today: date
) -> None:
    """The goal report for the annual report, as .docx and .xlsx."""
    from department.annual_report.goal_report import write_goal_report
    from department.plans.all_plans import chosen_plan
    from department.register.opening import reading

    chosen = chosen_plan(plan, lang)
    with reading(register, lang) as store:
        desk = store.desk(today, [chosen])
        written, note = write_goal_report(desk, out, lang, with_sources=sources)
    for path in written:
        echo(say.WROTE(lang, path=path))
    if note:
        click.echo(note)
