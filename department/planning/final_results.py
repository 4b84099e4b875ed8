"""The year's results from its accepted final report: a file, or what the register holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from department.output import inert, inert_line
from department.record import CriterionRecord, ReportRecord
from resultatplan.criteria import Kind
from resultatplan.exact import exact
from resultatplan.plan import Plan
from resultatplan.rollover import Outcome
from texts import rollover as say
from texts.language import Language
from validators.findings import Finding
from workbooks.form import Column

Results = dict[str, Outcome]
"""By the criterion's key."""


def results_of(plan: Plan, record: ReportRecord) -> Results:
    """What a report says of each criterion of the plan."""
    return {
        key: _outcome(criterion, plan.criterion_by_key[key].kind)
        for key, criterion in record.criteria.items()
        if key in plan.criterion_by_key
    }


def _outcome(criterion: CriterionRecord, kind: Kind) -> Outcome:
    benchmark = _decimal(criterion.target) if kind is Kind.BENCHMARK else None
    return Outcome(
        criterion.explanation.da,
        _decimal(criterion.measured),
        _number(criterion, Column.RESULT),
        benchmark,
        criterion.is_provisional,
    )


def _number(criterion: CriterionRecord, column: Column) -> Decimal | None:
    found = criterion.input(column)
    return None if found is None or not isinstance(found.value, float) else exact(found.value)


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else exact(value)


def results_from_file(plan: Plan, name: str, lang: Language) -> Results:
    """The results in a final report, which is read in a worker process and judged.

    Raises `click.ClickException` for any other file, and for a report that is not accepted.
    """
    from department.inbox import arrival_of, printable, read_entry
    from department.workers import TaskStoppedError, Workers
    from validators.report import read_report

    path = Path(name)
    entry = read_entry(path, printable(name))
    shown = inert_line(entry.name)
    if entry.data is None:
        tell(filter(None, [entry.finding]), lang)
        raise click.ClickException(say.NO_REPORT(lang, path=shown))
    with Workers(1) as executor:
        try:
            examined = executor.submit(read_report, entry.name, entry.data).result()
        except TaskStoppedError as stopped:
            from department.workers import gave_up

            tell([gave_up(stopped)], lang)
            raise click.ClickException(say.NO_REPORT(lang, path=shown)) from stopped
    # Imported here, after the worker was forked.
    from department.record import record_of
    from validators.verdict import judge

    (verdict,) = judge([examined])
    if verdict.plan is None:
        tell(verdict.findings, lang)
        raise click.ClickException(say.NO_REPORT(lang, path=shown))
    if verdict.plan.id != plan.id:
        fields = {"path": shown, "found": verdict.plan.id, "plan": plan.id}
        raise click.ClickException(say.OTHER_PLAN(lang, **fields))
    if not verdict.is_final:
        period = say.NO_PERIOD(lang) if verdict.period is None else verdict.period.name
        raise click.ClickException(say.NOT_FINAL(lang, path=shown, period=period))
    if not verdict.accepted:
        tell((each for each in verdict.findings if each.is_error), lang)
        raise click.ClickException(say.NOT_ACCEPTED(lang, path=shown))
    return results_of(plan, record_of(verdict, arrival_of(path, entry.data)))


def results_from_register(plan: Plan, register: str, lang: Language) -> tuple[Results, str]:
    """The results in the final report that counts, and the file's name.

    Raises `click.ClickException` where the register has none.
    """
    from department.register.address import address_of
    from department.register.opening import reading

    with reading(address_of(register, lang), lang) as store:
        desk = store.desk(date.max, [plan])
        agency = next(each for each in desk.agencies if each.plan.id == plan.id)
        final = agency.slots[-1].accepted
        if final is None:
            raise click.ClickException(say.NONE_IN_REGISTER(lang, plan=plan.id))
        return results_of(plan, store.open(final)), final.file


def tell(findings: Iterable[Finding], lang: Language) -> None:
    """Findings on standard error, a line each."""
    for each in findings:
        click.echo(f"  {each.code} {inert(each.message(lang))}", err=True)
