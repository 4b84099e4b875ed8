"""`rp template --prefill`: the report read in a worker, the template written, the outcome told."""

from __future__ import annotations

from pathlib import Path

import click

from department.output import inert, inert_line
from department.planning.chosen_plan import chosen_plan
from department.planning.final_results import tell
from department.planning.migrating import Source
from department.planning.prefilling import (
    Prefilled,
    next_period,
    prefilled,
    read_for_prefill,
)
from department.workers import TaskStoppedError, Workers
from resultatplan.plan import Plan
from texts import commandline as say
from texts import prefill as texts
from texts import versions
from texts.language import Language
from texts.said import say as in_words
from validators.report import Report
from validators.verdict import Verdict, by_severity, judge


def build_prefilled(name: str | None, report: str, out: str, lang: Language) -> int:
    """Write the next period's template with what a report said. The exit code.

    Raises `click.ClickException` where the report is of no use for it.
    """
    from department.output import write_bytes

    target = Path(out)
    if target.exists() and Path(report).exists() and target.samefile(report):
        raise click.UsageError(versions.SAME_FILE(lang), click.get_current_context())
    wanted = None if name is None else chosen_plan(name, lang)
    source, examined = _read(report, lang)
    # Imported here, after the worker was forked.

    (verdict,) = judge([examined])
    plan = _plan_of(report, source, verdict, wanted, lang)
    shown = inert_line(report)
    period = verdict.period
    if period is None:
        raise click.ClickException(texts.NO_PERIOD(lang, path=shown))
    following = next_period(plan, period)
    if following is None:
        fields = {"path": shown, "period": period.name, "plan": plan.id}
        raise click.ClickException(texts.NO_NEXT(lang, **fields))
    done = prefilled(plan, source, verdict, period, following)
    if target.is_dir():
        target = target / f"{plan.id}-{following.id}.xlsx"
    write_bytes(target, done.data, lang)
    click.echo(say.WROTE(lang, path=target))
    names = {"before": period.name, "after": following.name}
    click.echo(texts.CARRIED(lang, count=done.count, **names))
    _tell_doubts(done, verdict, lang)
    return 0


def _read(report: str, lang: Language) -> tuple[Source, Report]:
    """The report as a worker process reads it; nothing received is opened here."""
    from department.inbox import printable, read_entry

    entry = read_entry(Path(report), printable(report))
    if entry.data is None:
        tell(filter(None, [entry.finding]), lang)
        raise click.ClickException(texts.NO_REPORT(lang, path=inert_line(entry.name)))
    with Workers(1) as executor:
        try:
            return executor.submit(read_for_prefill, entry.name, entry.data).result()
        except TaskStoppedError as stopped:
            from department.workers import gave_up

            tell([gave_up(stopped)], lang)
            message = texts.NO_REPORT(lang, path=inert_line(entry.name))
            raise click.ClickException(message) from stopped


def _plan_of(
    report: str, source: Source, verdict: Verdict, wanted: Plan | None, lang: Language
) -> Plan:
    """The plan that the report was made from, which must be the one that is wanted."""
    shown, plan = inert_line(report), verdict.plan
    if plan is None:
        tell(verdict.findings, lang)
        raise click.ClickException(texts.NO_REPORT(lang, path=shown))
    if wanted is not None and wanted.id != plan.id:
        fields = {"path": shown, "found": plan.id, "plan": wanted.id}
        raise click.ClickException(texts.OTHER_PLAN(lang, **fields))
    if not source.can_migrate:
        raise click.ClickException(texts.UNKNOWN_VERSION(lang, path=shown))
    if wanted is not None and wanted.version != plan.version:
        versions_said = {"found": plan.version, "version": wanted.version}
        raise click.ClickException(texts.OTHER_VERSION(lang, path=shown, **versions_said))
    return plan


def _tell_doubts(done: Prefilled, verdict: Verdict, lang: Language) -> None:
    if not verdict.accepted:
        errors = by_severity(verdict.findings)["error"]
        click.echo(texts.NOT_ACCEPTED(lang, errors=errors))
    if done.left_out:
        click.echo(texts.LEFT_OUT(lang, count=len(done.left_out)))
    for each in done.left_out:
        reason = "" if each.reason is None else f": {inert(in_words(each.reason, lang))}"
        click.echo(f"  {inert_line(str(each.place))}{reason}")
