"""What is shown on the screen: tables of verdicts and findings, in colour where there is any."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from department.output import inert, inert_line
from department.record import Summary
from resultatplan.criteria import State
from texts import commandline as say
from texts import register
from texts.language import Language, Text
from texts.notation import number
from validators.findings import Finding
from validators.verdict import Verdict, by_severity

_COLOURS = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_NARROWEST = 100


def console() -> Console:
    """The screen; wide enough for a table where the output goes to a file."""
    screen = Console(highlight=False, soft_wrap=False)
    if not screen.is_terminal:
        return Console(highlight=False, width=140)
    return screen if screen.width >= _NARROWEST else Console(highlight=False, width=_NARROWEST)


def verdict_words(verdict: Verdict | Summary, lang: Language) -> str:
    """Accepted, to be mended, no report."""
    if not verdict.is_report:
        return (say.NO_REPORT if verdict.accepted else say.UNREADABLE)(lang)
    return (say.ACCEPTED if verdict.accepted else say.REFUSED)(lang)


def score_words(value: float | None, lang: Language) -> str:
    """A total with at most two decimals."""
    return "" if value is None else number(value, lang, decimals=2)


def verdicts_table(lang: Language, *, with_changes: bool) -> Table:
    """A table with a row per file: whose, which period, the verdict, the totals, findings.

    With a last column of what changed since the file before, if asked for.
    """
    table = Table()
    for heading in (say.FILE, say.INSTITUTION, say.PERIOD, say.VERDICT):
        table.add_column(heading(lang), overflow="fold")
    for heading in (say.SECURED, say.ATTAINABLE, say.ERRORS, say.WARNINGS):
        table.add_column(heading(lang), justify="right")
    if with_changes:
        table.add_column(register.CHANGED(lang), overflow="fold")
    return table


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
            + say.SCORE_LINE(
                lang,
                secured=score_words(verdict.evaluation.score.secured, lang),
                attainable=score_words(verdict.evaluation.score.attainable, lang),
                met=states.count(State.FULFILLED),
                partial=_counted(say.SCORE_PARTIAL, states.count(State.PARTIAL), lang),
                withdrawn=_counted(say.SCORE_WITHDRAWN, states.count(State.WITHDRAWN), lang),
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
    word = say.SEVERITIES[severity](lang)
    screen.print(
        f"  [{colour}]{word}[/{colour}] {finding.code} {escape(inert(finding.message(lang)))}"
    )
    screen.print(f"      [dim]{escape(finding.hint(lang))}[/dim]")
