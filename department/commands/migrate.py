"""`rp migrate REPORT.xlsx --to VERSION`: a report's figures in another version of the template."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from department.helping import Command
from texts import commandline as say
from texts import versions as texts
from texts.language import Language

if TYPE_CHECKING:
    from department.planning.migrating import Source
    from resultatplan.plan import Plan
    from validators.findings import Finding


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def run(report: str, version: str, out: str) -> int:
        from department.output import inert, inert_line, write_bytes
        from department.planning.migrating import migrate, worth_telling
        from texts.said import say as in_words

        if _is_same_file(Path(report), Path(out)):
            raise click.UsageError(texts.SAME_FILE(lang), click.get_current_context())
        source = _read(report, lang)
        if source.plan is None or not source.can_migrate:
            _tell(source.findings, lang)
            raise click.ClickException(texts.NOT_MIGRATED(lang, path=inert_line(report)))
        before, after = _plans(source.plan, version, lang)
        migrated = migrate(source, before, after)
        write_bytes(Path(out), migrated.data, lang)
        click.echo(say.WROTE(lang, path=out))
        versions = {"before": before.version, "after": after.version}
        click.echo(texts.CARRIED_COUNT(lang, count=migrated.count, **versions))
        if migrated.left_behind:
            click.echo(texts.LEFT_HEADING(lang))
        for each in migrated.left_behind:
            reason = inert(in_words(each.reason, lang))
            click.echo(f"  {inert_line(str(each.place))}: {reason}")
        wrong = worth_telling(source.findings)
        if wrong:
            click.echo(texts.WRONG_IN_REPORT(lang))
            _tell(wrong, lang)
        return 1 if migrated.left_behind or wrong else 0

    return Command(
        "migrate",
        lang=lang,
        summary=texts.MIGRATE,
        examples=("rp migrate rapport.xlsx --to 1.1 --out rapport-ny.xlsx",),
        params=[
            click.Argument(["report"], metavar="RAPPORT.xlsx"),
            click.Option(
                ["--to", "version"], required=True, metavar="VERSION", help=texts.TO_OPTION(lang)
            ),
            click.Option(["--out"], required=True, metavar="FIL", help=say.OUT_FILE_OPTION(lang)),
        ],
        callback=run,
    )


def _is_same_file(report: Path, out: Path) -> bool:
    return out.exists() and report.exists() and out.samefile(report)


def _read(report: str, lang: Language) -> Source:
    """The report as a worker process reads it; nothing received is opened here."""
    from department.inbox import printable, read_entry
    from department.planning.migrating import read_source
    from department.workers import IsolatedExecutor, TaskStoppedError

    entry = read_entry(Path(report), printable(report))
    if entry.data is None:
        _tell((entry.finding,) if entry.finding is not None else (), lang)
        raise click.ClickException(texts.NOT_MIGRATED(lang, path=entry.name))
    with IsolatedExecutor(1) as executor:
        try:
            return executor.submit(read_source, entry.data).result()
        except TaskStoppedError as stopped:
            from department.intake.examination import gave_up

            _tell((gave_up(stopped),), lang)
            raise click.ClickException(texts.NOT_MIGRATED(lang, path=entry.name)) from stopped


def _plans(made_from: tuple[str, str], version: str, lang: Language) -> tuple[Plan, Plan]:
    """The plan in the version that the report was made from, and in the one asked for."""
    from resultatplan.library import plan_by_id, versions_of

    plan_id = made_from[0]
    before = plan_by_id(*made_from)
    after = plan_by_id(plan_id, version.removeprefix(f"{plan_id}@"))
    if before is None or after is None:
        known = ", ".join(plan.version for plan in versions_of(plan_id))
        fields = {"plan": plan_id, "version": version, "known": known}
        raise click.UsageError(texts.UNKNOWN_VERSION(lang, **fields), click.get_current_context())
    return before, after


def _tell(findings: Iterable[Finding], lang: Language) -> None:
    from department.output import inert

    for each in findings:
        click.echo(f"  {each.code} {inert(each.message(lang))}", err=True)
