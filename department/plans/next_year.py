"""Next year's draft of a plan, with the results of this year's accepted final report in it.

The results are those of a file, or of what the register holds.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import click

from department.output import inert_line
from department.plans.one_report import read_in_worker, tell
from department.record import ReportRecord, record_of
from department.register.address import Address, address_of
from department.register.opening import reading
from resultatplan.exact import exact
from resultatplan.plan import Plan
from resultatplan.rollover import NothingLeftError, Rollover, YearsResult, roll_over
from texts import plans as say
from texts.language import Language
from validators.verdict import judge
from workbooks.form import Column
from workbooks.plan_book.plan_rows import CannotHoldError
from workbooks.plan_book.writer import plan_workbook

Results = dict[str, YearsResult]
"""By the criterion's key."""


def next_years_draft(
    plan: Plan, year: int, found: tuple[Results, str] | None, lang: Language
) -> tuple[bytes, list[str]]:
    """The workbook of `year`'s draft with the results that were `found` in a file of this name, and
    what is to be said of it: which file that is, and how many decisions are left to take.

    Raises `click.ClickException` where nothing would be left of the plan.
    """
    results, file = found or (None, "")
    try:
        rolled = roll_over(plan, year, results)
    except NothingLeftError as error:
        raise click.ClickException(say.NOTHING_LEFT(lang, plan=plan.id)) from error
    words = [say.RESULTS_FROM(lang, file=inert_line(file))] if found else []
    words.append(say.COUNT(lang, count=len(rolled.decisions)))
    return workbook_of(rolled.plan, lang, rolled, name=plan.id), words


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


def results_of(plan: Plan, record: ReportRecord) -> Results:
    """What a report says of each criterion of the plan."""
    results = {}
    for key in record.criteria.keys() & plan.criterion_by_key.keys():
        told, kind = record.criteria[key], plan.criterion_by_key[key].kind
        reported = told.input(Column.RESULT)
        results[key] = YearsResult(
            told.explanation.da,
            measured=_exact(told.measured),
            level=_exact(None if reported is None else reported.value),
            benchmark=_exact(told.target) if kind.is_benchmark else None,
            provisional=told.is_provisional,
        )
    return results


def _exact(value: object) -> Decimal | None:
    return exact(value) if isinstance(value, float) else None


def results_from_file(plan: Plan, name: str, lang: Language) -> tuple[Results, str]:
    """The results in a final report, which is read in a worker process and judged, and its name.

    Raises `click.ClickException` for any other file, and for a report that is not accepted.
    """
    source, entry = read_in_worker(name, lang)
    shown = inert_line(entry.receipt.file)
    (verdict,) = judge([source.report])
    if verdict.plan is None:
        tell(verdict.findings, lang)
        raise click.ClickException(say.REPORT_UNREADABLE(lang, path=shown))
    if verdict.plan.id != plan.id:
        fields = {"path": shown, "found": verdict.plan.id, "plan": plan.id}
        raise click.ClickException(say.REPORT_OF_OTHER_PLAN(lang, **fields))
    if not verdict.is_final:
        period = say.RESULTS_WITHOUT_PERIOD(lang) if verdict.period is None else verdict.period.name
        raise click.ClickException(say.NOT_FINAL(lang, path=shown, period=period))
    if not verdict.accepted:
        tell((each for each in verdict.findings if each.is_error), lang)
        raise click.ClickException(say.RESULTS_NOT_ACCEPTED(lang, path=shown))
    return results_of(plan, record_of(verdict, entry.receipt)), name


def results_from_register(
    plan: Plan, register: Address | str | None, lang: Language
) -> tuple[Results, str] | None:
    """The results in the final report that counts, and the file's name; None without one."""
    final = final_report(plan, register, lang)
    return None if final is None else (results_of(plan, final), final.summary.file)


def final_report(plan: Plan, register: Address | str | None, lang: Language) -> ReportRecord | None:
    """The plan's final report that counts; None where none is accepted.

    It is looked for in the register that is named, or in the usual one if there is one.
    """
    if register is None and not address_of(None, lang).is_here:
        return None
    with reading(register, lang) as store:
        final = store.desk(date.max, [plan]).agencies[0].slots[-1].accepted
        return None if final is None else store.open(final)
