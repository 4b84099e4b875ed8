"""What is shown on the screen: verdicts and findings, in colour where there is any; progress.

Judged files are told in one of three ways: a table row each, in full, or one JSON document. They
are judged in the order of their periods and told in the order in which they were given.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click
from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape, render
from rich.table import Table

from department.changes import changes_json, changes_words
from department.output import escaped, inert, inert_line
from department.record import Summary
from resultatplan.criteria import State
from texts import commandline as say
from texts import standing as standing_texts
from texts.language import DANISH, Language, Text, number
from validators.findings import Finding
from validators.verdict import Verdict, as_json, by_severity

if TYPE_CHECKING:
    from rich.progress import Progress

    from department.turns import Judged

Item = TypeVar("Item")

_COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_NARROWEST = 100
_GAP = "  "
_MOST_IN_BOXES = 100
"""Rows of a table with boxes; a longer one is printed as plain lines, ten times as fast."""
_MINUTE = 60


def console() -> Console:
    """The screen; wide enough for a table where the output goes to a file."""
    screen = Console(highlight=False, soft_wrap=False)
    if not screen.is_terminal:
        return Console(highlight=False, width=140)
    return screen if screen.width >= _NARROWEST else Console(highlight=False, width=_NARROWEST)


def verdict_words(verdict: Verdict | Summary, lang: Language) -> str:
    """Accepted, to be mended, no report."""
    if not verdict.is_report:
        return (standing_texts.NO_REPORT if verdict.accepted else standing_texts.UNREADABLE)(lang)
    return (standing_texts.ACCEPTED if verdict.accepted else standing_texts.RETURNED)(lang)


def score_words(value: float | None, lang: Language) -> str:
    """A total with at most two decimals."""
    return "" if value is None else number(value, lang, decimals=2)


def verdict_cells(verdict: Verdict, lang: Language) -> tuple[str, ...]:
    """A file's row, but for what changed."""
    counts = by_severity(verdict.findings)
    score = verdict.evaluation.score if verdict.evaluation is not None else None
    colour = "green" if verdict.accepted else "red"
    plan = verdict.plan
    return (
        escape(inert_line(verdict.file)),
        "" if plan is None else escape(f"{plan.institution} {plan.year}"),
        "" if verdict.period is None else verdict.period.name,
        f"[{colour}]{verdict_words(verdict, lang)}[/{colour}]",
        score_words(None if score is None else score.secured, lang),
        score_words(None if score is None else score.attainable, lang),
        str(counts["error"] or ""),
        str(counts["warning"] or ""),
    )


def print_verdict(screen: Console, verdict: Verdict, lang: Language) -> None:
    """One report in full: the verdict, the total with its arithmetic, each finding."""
    colour = "green" if verdict.accepted else "red"
    who = ""
    if verdict.plan is not None:
        period = "" if verdict.period is None else f", {verdict.period.name}"
        who = f" · {verdict.plan.institution} {verdict.plan.year}{period}"
    screen.print(
        f"[bold]{escape(inert_line(verdict.file))}[/bold]{escape(who)}: "
        f"[{colour}]{verdict_words(verdict, lang)}[/{colour}]"
    )
    if verdict.evaluation is not None:
        goals = verdict.evaluation.goals
        states = [goal.state for goal in goals]
        pending = [goal for goal in goals if goal.fulfilment is None and goal.weight]
        screen.print(
            "  "
            + standing_texts.SCORE_LINE(
                lang,
                secured=score_words(verdict.evaluation.score.secured, lang),
                attainable=score_words(verdict.evaluation.score.attainable, lang),
                met=states.count(State.FULFILLED),
                partial=_counted(standing_texts.SCORE_PARTIAL, states.count(State.PARTIAL), lang),
                withdrawn=_counted(
                    standing_texts.SCORE_WITHDRAWN, states.count(State.WITHDRAWN), lang
                ),
                count=len(goals),
                pending=len(pending),
            )
        )
    for each in verdict.findings:
        print_finding(screen, each, lang)


def _counted(words: Text, count: int, lang: Language) -> str:
    """How many there are; nothing where there is none."""
    return words(lang, count=count) if count else ""


def print_finding(screen: Console, finding: Finding, lang: Language) -> None:
    """One finding: how grave, its code, what it says, what to do."""
    severity = finding.severity.value
    colour = _COLOURS[severity]
    word = standing_texts.SEVERITIES[severity](lang)
    screen.print(
        f"  [{colour}]{word}[/{colour}] {finding.code} {escape(inert(finding.message(lang)))}"
    )
    screen.print(f"      [dim]{escape(finding.hint(lang))}[/dim]")


class JsonReports:
    """`{"reports": [ … ]}`, a report in each line."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._texts: dict[int, str] = {}

    def add(self, judged: Judged) -> None:
        """Keep a report's text."""
        report: dict[str, object] = {**as_json(judged.verdict, self.lang)}
        if judged.changes is not None and judged.before is not None:
            report["changes"] = changes_json(judged.changes, judged.before, self.lang)
        self._texts[judged.number] = escaped(json.dumps(report, ensure_ascii=False))

    def finish(self) -> None:
        """Write the document."""
        texts = ",".join(f"\n{text}" for _, text in sorted(self._texts.items()))
        click.echo(f'{{"reports": [{texts}\n]}}')


class FullReports:
    """Each report in full."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._screen = console()
        self._texts: dict[int, str] = {}

    def add(self, judged: Judged) -> None:
        """Keep the report as it is to be shown."""
        with self._screen.capture() as shown:
            print_verdict(self._screen, judged.verdict, self.lang)
            if judged.changes is not None and judged.before is not None:
                words = changes_words(judged.changes, judged.before, self.lang)
                self._screen.print(f"  {words}", markup=False)
        self._texts[judged.number] = shown.get()

    def finish(self) -> None:
        """Show them."""
        for _, text in sorted(self._texts.items()):
            click.echo(text, nl=False)


class TableReports:
    """A table with a row per file, shown when all verdicts are there."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._rows: dict[int, tuple[str, ...]] = {}

    def add(self, judged: Judged) -> None:
        """Keep a row; its last cell says what changed since the file before."""
        changes = judged.changes
        changed = "" if changes is None else changes_words(changes, None, self.lang)
        self._rows[judged.number] = (*verdict_cells(judged.verdict, self.lang), changed)

    def table(self) -> Table:
        """Whose, which period, the verdict, the totals, findings; what changed if anything did."""
        table = Table()
        for heading in (
            standing_texts.FILE,
            standing_texts.INSTITUTION,
            standing_texts.PERIOD,
            standing_texts.VERDICT,
        ):
            table.add_column(heading(self.lang), overflow="fold")
        for heading in (
            standing_texts.SECURED,
            standing_texts.ATTAINABLE,
            standing_texts.ERRORS,
            standing_texts.WARNINGS,
        ):
            table.add_column(heading(self.lang), justify="right")
        with_changes = any(row[-1] for row in self._rows.values())
        if with_changes:
            table.add_column(standing_texts.CHANGED(self.lang), overflow="fold")
        for _, row in sorted(self._rows.items()):
            table.add_row(*(row if with_changes else row[:-1]))
        return table

    def finish(self) -> None:
        """Show the table."""
        if len(self._rows) <= _MOST_IN_BOXES:
            console().print(self.table())
        else:
            click.echo("\n".join(plain_lines(self.table())))


def plain_lines(table: Table) -> Iterator[str]:
    """A table as aligned lines: the headings, a line under them, a line a row, no colours."""
    columns = []
    for column in table.columns:
        cells = [_plain(str(cell)) for cell in (column.header, *column.cells)]
        width = max(map(cell_len, cells))
        blanks = [" " * (width - cell_len(cell)) for cell in cells]
        is_right = column.justify == "right"
        padded = [b + c if is_right else c + b for b, c in zip(blanks, cells, strict=True)]
        columns.append([padded[0], "─" * width, *padded[1:]])
    for line in zip(*columns, strict=True):
        yield _GAP.join(line).rstrip()


def _plain(cell: str) -> str:
    """A cell without its markup."""
    return render(cell).plain if "[" in cell else cell


def watched(
    items: Iterable[Item], count: int, *, show: bool, lang: Language = DANISH
) -> Iterator[Item]:
    """The items as they come, counted on standard error while a person watches it."""
    if not show or not sys.stderr.isatty():
        yield from items
        return
    with _bar(lang) as progress:
        task = progress.add_task("", total=count)
        for item in items:
            yield item
            progress.advance(task)


def pace(speed: float | None, remaining: float | None, lang: Language) -> str:
    """`45 filer/s, 12 s tilbage`; nothing while there is no telling.

    `speed` is files in a second, `remaining` are files.
    """
    if not speed or remaining is None:
        return ""
    rate = number(speed, lang, decimals=0 if speed >= 10 else 1)
    minutes, seconds = divmod(round(remaining / speed), _MINUTE)
    if minutes == 0:
        return say.PACE(lang, rate=rate, seconds=seconds)
    return say.SLOW_PACE(lang, rate=rate, minutes=minutes, seconds=seconds)


def _bar(lang: Language) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task
    from rich.text import Text as RichText

    class Pace(ProgressColumn):
        """The pace of a task."""

        def render(self, task: Task) -> RichText:
            return RichText(pace(task.speed, task.remaining, lang))

    columns = (BarColumn(), MofNCompleteColumn(), Pace())
    return Progress(*columns, console=Console(stderr=True), transient=True)
