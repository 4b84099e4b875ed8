"""What is shown on the screen: verdicts and findings, in colour where there is any; progress.

Judged files are told in one of three ways: a table row each, in full, or one JSON document. They
are judged in the order of their periods and told in the order in which they were given.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from department.output import escaped, inert, inert_line
from department.record import FindingRecord, ReportRecord, Summary
from department.report_json import report_json
from department.tables import Judged, changes_words
from department.wording import (
    found_words,
    goals_words,
    payouts_words,
    percent,
    score_words,
    verdict_words,
)
from texts import standing as words
from texts.language import Language, Text

Item = TypeVar("Item")
Told = TypeVar("Told")

_COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_WIDTH_OF_A_FILE = 140


def console() -> Console:
    """The screen as wide as it is; a file is wide, unless COLUMNS says how wide."""
    is_known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(highlight=False, width=None if is_known else _WIDTH_OF_A_FILE)


def table_of(
    lang: Language,
    headings: Iterable[Text],
    rows: Iterable[Sequence[str]],
    *,
    title: str | None = None,
    show_lines: bool = False,
) -> Table:
    """A table."""
    table = Table(title=title, show_lines=show_lines)
    for each in headings:
        table.add_column(each(lang), overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def verdict_cells(file: Summary, lang: Language) -> tuple[str, str, str, str]:
    """A file's name, whose it is and of which period, the verdict with its findings, the total."""
    colour = "green" if file.accepted else "red"
    findings = found_words(file, lang, ("error", "warning"))
    verdict = f"[{colour}]{verdict_words(file, lang)}[/{colour}]"
    return (
        escape(inert_line(file.file)),
        escape(_whose(file)),
        f"{verdict} ({findings})" if findings else verdict,
        score_words(file, lang),
    )


def print_report(screen: Console, record: ReportRecord, lang: Language) -> None:
    """One file in full: the verdict, the total and what follows from it, each finding."""
    file, plan = record.summary, record.summary.plan
    colour = "green" if file.accepted else "red"
    whose = _whose(file)
    screen.print(
        f"[bold]{escape(inert_line(file.file))}[/bold]{escape(whose and f' · {whose}')}: "
        f"[{colour}]{verdict_words(file, lang)}[/{colour}]"
    )
    if plan is not None:
        screen.print(f"  {_score_line(record, lang)}")
        for line in payouts_words(plan, file, lang):
            screen.print(f"  {escape(line)}")
    for each in record.findings:
        print_finding(screen, each, lang)


def _whose(file: Summary) -> str:
    """`Socialstyrelsen 2020, 1. kvartal`, as far as it is known."""
    agency = None if file.institution is None else f"{file.institution} {file.year}"
    return ", ".join(filter(None, (agency, file.period_name)))


def _score_line(record: ReportRecord, lang: Language) -> str:
    """The total, and how many goals it comes from."""
    counts, file = goals_words(record.goals, lang), record.summary
    if file.secured is None:
        return counts
    return words.SCORE_LINE(
        lang,
        secured=percent(file.secured, lang),
        expected=percent(file.expected, lang),
        attainable=percent(file.attainable, lang),
        counts=counts,
    )


def print_finding(screen: Console, finding: FindingRecord, lang: Language) -> None:
    """One finding: how grave, its code, what it says, what to do."""
    severity = finding.severity
    colour = _COLOURS[severity]
    named = f"[{colour}]{words.SEVERITIES[severity](lang)}[/{colour}] {finding.code}"
    screen.print(f"  {named} {escape(inert(finding.message(lang)))}")
    screen.print(f"      [dim]{escape(finding.hint(lang))}[/dim]")


@dataclass
class Reports(Generic[Told]):
    """Judged files: what is told of each, and how all are shown in the order they were given."""

    tell: Callable[[Judged], Told]
    show: Callable[[list[Told]], None]
    _told: dict[int, Told] = field(default_factory=dict)

    def add(self, judged: Judged) -> None:
        """Keep what is told of a file."""
        self._told[judged.number] = self.tell(judged)

    @property
    def is_begun(self) -> bool:
        """Whether there is a file to tell of."""
        return bool(self._told)

    def finish(self) -> None:
        """Show them."""
        self.show([self._told[number] for number in sorted(self._told)])


def json_reports(lang: Language) -> Reports[str]:
    """`{"reports": [ … ]}`, a report in each line."""

    def tell(judged: Judged) -> str:
        told = report_json(judged.record, judged.changes, lang)
        return escaped(json.dumps(told, ensure_ascii=False))

    def show(texts: list[str]) -> None:
        lines = ",".join(f"\n{text}" for text in texts)
        click.echo(f'{{"reports": [{lines}\n]}}')

    return Reports(tell, show)


def full_reports(lang: Language) -> Reports[str]:
    """Each report in full."""
    screen = console()

    def tell(judged: Judged) -> str:
        with screen.capture() as shown:
            print_report(screen, judged.record, lang)
            if judged.changes is not None:
                before = inert_line(judged.changes.before.file)
                counts = changes_words(judged.changes, lang)
                changed = words.CHANGES_SINCE(lang, file=before, counts=counts)
                screen.print(f"  {changed}", markup=False)
        return shown.get()

    return Reports(tell, lambda texts: click.echo("".join(texts), nl=False))


def table_reports(lang: Language) -> Reports[tuple[str, ...]]:
    """A row per file: whose, which period, the verdict, the total; what changed."""
    headings = (words.FILE, words.INSTITUTION, words.VERDICT, words.SCORE, words.CHANGED)

    def tell(judged: Judged) -> tuple[str, ...]:
        changed = "" if judged.changes is None else changes_words(judged.changes, lang)
        return *verdict_cells(judged.record.summary, lang), changed

    def show(rows: list[tuple[str, ...]]) -> None:
        used = len(headings) if any(row[-1] for row in rows) else len(headings) - 1
        table = table_of(lang, headings[:used], (row[:used] for row in rows))
        console().print(table)

    return Reports(tell, show)


def watched(items: Iterable[Item], count: int) -> Iterable[Item]:
    """The items as they come, counted on standard error while a person watches it."""
    if not sys.stderr.isatty():
        return items
    from rich.progress import track

    return track(items, "", count, console=Console(stderr=True), transient=True)
