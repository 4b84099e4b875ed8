"""`rp plans`, `rp plan …`, `rp rehearse`: the plans themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from department.bilingual import Group, command, language_of, option, wrong_usage
from department.commands.options import (
    day,
    json_option,
    out_file_option,
    register_option,
    to_folder,
)
from department.output import deliver, echo, print_json
from texts import commandline as say
from texts import plans as plan_texts
from texts.language import Language

if TYPE_CHECKING:
    from department.plans.versions import Kept


@command("plans", help=say.PLANS, examples=("rp plans", "rp plans --json"))
@json_option
def plans(lang: Language, as_json: bool) -> int:
    """The plans, as a table or whole as JSON."""
    from department.plans.all_plans import plans_json, plans_table, tell_broken_plans
    from department.screen import console
    from resultatplan.library import all_plans

    known = all_plans()
    if as_json:
        print_json(plans_json(known))
    else:
        console().print(plans_table(known, lang))
    return 1 if tell_broken_plans(lang) else 0


@command(
    "new",
    help=plan_texts.NEW,
    examples=("rp plan new --out plan-2026.xlsx", "rp plan new --year 2026 --out plan.xlsx"),
)
@option("--year", type=click.INT, metavar="ÅR", help=plan_texts.YEAR_OPTION)
@out_file_option
def new(lang: Language, year: int | None, out: Path) -> None:
    """An empty workbook to write a plan in."""
    from resultatplan.goals import FIRST_YEAR, LAST_YEAR
    from workbooks.plan_book.writer import empty_workbook

    chosen = date.today().year + 1 if year is None else year
    if not FIRST_YEAR <= chosen <= LAST_YEAR:
        raise wrong_usage(plan_texts.BAD_YEAR(lang))
    deliver(out, empty_workbook(chosen), lang)


@command(
    "export",
    help=plan_texts.EXPORT,
    examples=("rp plan export socialstyrelsen-2020 --out plan.xlsx",),
)
@click.argument("name", metavar="PLAN")
@out_file_option
def export(lang: Language, name: str, out: Path) -> None:
    """A plan in a workbook, to be read, changed and imported again."""
    from department.plans.all_plans import chosen_plan
    from department.plans.next_year import workbook_of

    deliver(out, workbook_of(chosen_plan(name, lang), lang), lang)


@command(
    "check",
    help=plan_texts.CHECK,
    examples=("rp plan check plan.xlsx", "rp plan check plan.xlsx --json"),
)
@click.argument("file", metavar="FIL.xlsx")
@json_option
def check(lang: Language, file: str, as_json: bool) -> int:
    """Every finding about a plan in a workbook, and its rules in words."""
    from department.inbox import printable
    from department.plans.checked_plan import check_file, check_json, print_check
    from department.plans.versions import why_not_kept
    from department.screen import console

    checked = check_file(file)
    refused = None if checked.plan is None else why_not_kept(checked.plan, lang)
    if as_json:
        print_json({**check_json(printable(file), checked, lang), "not_importable": refused})
    else:
        print_check(console(), printable(file), checked, lang)
        if refused is not None:
            echo(refused)
    return 0 if checked.is_accepted else 1


@command(
    "import",
    help=plan_texts.IMPORT,
    examples=(
        "rp plan import plan.xlsx",
        "rp --plans planer plan import plan.xlsx --out skabeloner",
    ),
)
@click.argument("file", metavar="FIL.xlsx")
@option("--out", type=to_folder, metavar="MAPPE", help=plan_texts.OUT_TEMPLATE_OPTION)
@option("--replace", is_flag=True, help=plan_texts.REPLACE_OPTION)
def take_in(lang: Language, file: str, out: Path | None, replace: bool) -> int:
    """A plan from a workbook into the plans folder, and its template."""
    from department.inbox import printable
    from department.plans.checked_plan import check_file, print_check
    from department.plans.versions import keep
    from department.screen import console

    checked = check_file(file)
    print_check(console(), printable(file), checked, lang)
    plan = checked.plan
    if plan is None or not checked.is_accepted:
        echo(plan_texts.NOT_IMPORTED(lang, path=printable(file)), err=True)
        return 1
    _tell(keep(plan, out, lang, replace=replace), lang)
    return 0


def _tell(kept: Kept, lang: Language) -> None:
    for line in kept.words:
        click.echo(line)
    for path in kept.written:
        echo(say.WROTE(lang, path=path))


@command(
    "decide",
    help=plan_texts.DECIDE,
    examples=(
        'rp plan decide socialstyrelsen-2020 1.4 --withdrawn --reason "Opgaven er flyttet" '
        "--date 2020-09-15",
        'rp plan decide socialstyrelsen-2020 1.1.b --not-measured --reason "Ingen måling i år" '
        "--date 2020-09-15 --effect not-met",
    ),
)
@click.argument("name", metavar="PLAN")
@click.argument("key", metavar="MÅL")
@option("--withdrawn", "ruled", flag_value="withdrawn", help=plan_texts.WITHDRAWN_OPTION)
@option("--not-measured", "ruled", flag_value="not_measured", help=plan_texts.NOT_MEASURED_OPTION)
@option("--reinstated", "ruled", flag_value="reinstated", help=plan_texts.REINSTATED_OPTION)
@option("--reason", required=True, metavar="TEKST", help=plan_texts.REASON_OPTION)
@option("--date", "made", required=True, type=day, metavar="DAG", help=plan_texts.MADE_OPTION)
@option(
    "--effect", type=click.Choice(["out", "not-met"]), default="out", help=plan_texts.EFFECT_OPTION
)
@option("--out", type=to_folder, metavar="MAPPE", help=plan_texts.OUT_TEMPLATE_OPTION)
@register_option
def decide(
    lang: Language,
    name: str,
    key: str,
    ruled: str | None,
    reason: str,
    made: date,
    effect: str,
    out: Path | None,
    register: str | None,
) -> None:
    """What the department has decided about a goal or criterion, as the plan's next version."""
    from department.plans.all_plans import chosen_plan
    from department.plans.versions import decided_plan, keep
    from resultatplan.library import plan_reference
    from resultatplan.rulings import Effect, Ruled, Ruling

    if ruled is None:
        raise wrong_usage(plan_texts.WHAT_IS_DECIDED(lang))
    if not reason.strip():
        raise wrong_usage(plan_texts.NO_REASON(lang))
    effects = {"out": Effect.OUT, "not-met": Effect.NOT_MET}
    ruling = Ruling(key=key, ruled=Ruled(ruled), day=made, reason=reason, effect=effects[effect])
    decided = decided_plan(chosen_plan(name, lang), ruling, lang)
    _tell(keep(decided, out, lang, register=register), lang)
    echo(plan_texts.DECIDED(lang, ruling=ruling.line(lang), plan=plan_reference(decided)))


@command(
    "diff",
    help=plan_texts.DIFF,
    examples=(
        "rp plan diff socialstyrelsen-2020@1.0 socialstyrelsen-2020@1.1",
        "rp plan diff socialstyrelsen-2020 plan.xlsx",
        "rp plan diff socialstyrelsen-2020 udkast.toml --json",
    ),
)
@click.argument("before", metavar="FØR")
@click.argument("after", metavar="EFTER")
@json_option
def diff(lang: Language, before: str, after: str, as_json: bool) -> None:
    """What differs between two plans, in words or as JSON."""
    from department.plans.all_plans import chosen_plan
    from department.plans.versions import difference_json, difference_lines

    old, new = (chosen_plan(name, lang, or_workbook=True) for name in (before, after))
    if as_json:
        print_json(difference_json(old, new, lang))
    else:
        for line in difference_lines(old, new, lang):
            echo(line)


@command(
    "rollover",
    help=plan_texts.ROLLOVER,
    examples=(
        "rp plan rollover social-og-boligstyrelsen-2024 --year 2025 --out udkast.xlsx",
        "rp plan rollover socialstyrelsen-2020 --year 2021 --report endelig.xlsx --out udkast.xlsx",
    ),
)
@click.argument("name", metavar="PLAN")
@option("--year", required=True, type=click.INT, metavar="ÅR", help=plan_texts.NEXT_YEAR_OPTION)
@out_file_option
@option("--report", metavar="RAPPORT", help=plan_texts.REPORT_OPTION)
@option("--register", metavar="ADRESSE", help=plan_texts.REGISTER_OPTION)
def roll(
    lang: Language, name: str, year: int, out: Path, report: str | None, register: str | None
) -> None:
    """Next year's draft in a workbook, with what is to decide."""
    from department.plans.all_plans import chosen_plan
    from department.plans.next_year import (
        next_years_draft,
        results_from_file,
        results_from_register,
    )
    from resultatplan.goals import LAST_YEAR

    plan = chosen_plan(name, lang)
    if not plan.year < year <= LAST_YEAR:
        raise wrong_usage(plan_texts.NOT_AFTER(lang, year=plan.year, last=LAST_YEAR))
    if report is not None and register is not None:
        raise wrong_usage(plan_texts.ONE_SOURCE(lang))
    if report is None:
        found = results_from_register(plan, register, lang)
        if found is None and register is not None:
            raise click.ClickException(plan_texts.NONE_IN_REGISTER(lang, plan=plan.id))
    else:
        found = results_from_file(plan, report, lang)
    draft, words = next_years_draft(plan, year, found, lang)
    deliver(out, draft, lang)
    for line in words if found else (plan_texts.NO_RESULTS(lang, year=plan.year), *words):
        click.echo(line)


@click.group(
    "plan",
    cls=Group,
    help=plan_texts.PLAN_GROUP,
    commands=[new, export, check, take_in, decide, diff, roll],
)
@click.pass_context
def plan(context: click.Context) -> None:
    """What is done with the plans themselves; only what puts a plan there makes the folder."""
    if context.invoked_subcommand not in (take_in.name, decide.name):
        check_plans_folder(context)


def check_plans_folder(context: click.Context) -> None:
    """Wrong usage where the command line names a folder of plans that is not there."""
    folder = context.find_root().params["plans_folder"]
    if folder is not None and not Path(folder).is_dir():
        raise click.UsageError(say.NO_FOLDER(language_of(context), path=folder))


@command(
    "rehearse",
    help=plan_texts.REHEARSE,
    examples=(
        "rp rehearse udkast.xlsx rapporter/*.xlsx",
        "rp rehearse socialstyrelsen-2020@1.1 rapport.xlsx --json",
    ),
)
@click.argument("plan", metavar="PLAN")
@click.argument("reports", nargs=-1, required=True, metavar="RAPPORT…")
@json_option
def rehearse(lang: Language, plan: str, reports: tuple[str, ...], as_json: bool) -> None:
    """A new or changed plan tried on old reports."""
    from department.inbox import printable, read_all, read_entry
    from department.workers import Workers

    entries = (read_entry(Path(name), printable(name)) for name in reports)
    with Workers(1) as worker:
        # Imported here, while the worker gets ready.
        from department.plans.all_plans import chosen_plan, require_fit

        tried = chosen_plan(plan, lang, or_workbook=True)
        require_fit(tried, lang)
        waiting = list(read_all(entries, worker))
    from department.plans.rehearsal import rehearsal_json, rehearsal_table, rehearse
    from department.screen import console
    from resultatplan.library import plan_reference

    rehearsed = rehearse([each.report() for each in waiting], tried)
    if as_json:
        print_json(rehearsal_json(tried, rehearsed, lang))
        return
    console().print(rehearsal_table(rehearsed, lang))
    judged = [each for each in rehearsed if each.judged_by is not None]
    differing = sum(each.differs for each in judged)
    fields = {"plan": plan_reference(tried), "count": len(judged), "differing": differing}
    text = plan_texts.REHEARSED_ONE if len(judged) == 1 else plan_texts.REHEARSED
    click.echo(text(lang, **fields))
