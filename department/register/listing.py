"""The register on the screen: all files in short, or one with everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from department.inbox import own_name
from department.output import inert, inert_line
from department.record import ReportRecord, Summary
from department.register.store import Entered, Register
from department.screen import table_of, verdict_cells
from department.standing import Roles
from department.wording import (
    criterion_words,
    percent,
    score_words,
    state_words,
    value_words,
    verdict_words,
)
from texts import standing as say
from texts.language import Language, day

if TYPE_CHECKING:
    from rich.console import Console


def files_table(reports: list[Summary], roles: Roles, lang: Language) -> Table:
    """A row per file, oldest first."""
    headings = (say.RECEIVED, say.FILE, say.INSTITUTION, say.VERDICT, say.SCORE, say.ROLE)

    def row(file: Summary) -> tuple[str, ...]:
        role = roles.get((file.file, file.digest))
        told = "" if role is None else say.ROLES[role](lang)
        return moment_words(file.received, lang), *verdict_cells(file, lang), told

    return table_of(lang, headings, map(row, reports))


def moment_words(moment: datetime, lang: Language) -> str:
    """A day and a time, `13-10-2020 09:30`."""
    return f"{day(moment.date(), lang)} {moment:%H:%M}"


def found(register: Register, name: str) -> list[Entered]:
    """The files that are called so, with folder or mail or without them, or whose hash begins so
    (at least six digits of it)."""
    entered = register.entered()
    named = [each for each in entered if each.summary.file == name]
    named = named or [each for each in entered if own_name(each.summary.file) == name]
    if named or len(name) < 6:
        return named
    return [each for each in entered if each.summary.digest.startswith(name.lower())]


def print_file(screen: Console, register: Register, entered: Entered, lang: Language) -> None:
    """One file with everything."""
    record = register.open(entered.summary)
    summary = record.summary
    screen.print(f"[bold]{escape(inert_line(summary.file))}[/bold]")
    for heading, value in _facts(register, entered, record, lang):
        screen.print(f"  {heading}: {inert(value)}", markup=False)
    screen.print(f"  {say.FINDINGS(lang)}:" if record.findings else f"  {say.NO_FINDINGS(lang)}")
    for each in record.findings:
        severity = say.SEVERITIES[each.severity](lang)
        screen.print(f"    {severity} {each.code} {inert(each.message(lang))}", markup=False)
    if record.goals:
        screen.print(_goals(record, lang))


def _facts(
    register: Register, entered: Entered, record: ReportRecord, lang: Language
) -> Iterator[tuple[str, str]]:
    summary = record.summary
    yield say.RECEIVED(lang), moment_words(summary.received, lang)
    if summary.submitted is not None:
        yield say.SUBMITTED(lang), day(summary.submitted, lang)
    yield say.DIGEST(lang), summary.digest or "–"
    yield say.ORIGINAL(lang), _where(register, summary, lang)
    if summary.institution is not None:
        yield say.PLAN(lang), f"{summary.plan_id} {summary.plan_version}"
        yield say.INSTITUTION(lang), f"{summary.institution} {summary.year}"
        yield say.PERIOD(lang), summary.period_name or "–"
    for each in register.judgements(entered):
        verdict = verdict_words(summary, lang)
        if summary.is_report:
            verdict = (say.ACCEPTED if each.accepted else say.RETURNED)(lang)
        fields = {"day": moment_words(each.judged, lang), "program": each.program}
        errors = f", {each.errors} {say.SEVERITIES['error'](lang)}" if each.errors else ""
        yield say.JUDGED(lang), say.JUDGED_AT(lang, **fields, verdict=verdict) + errors
    if summary.secured is not None:
        yield say.SCORE(lang), score_words(summary, lang)
        yield say.SHOWN(lang), percent(summary.shown, lang) or "–"
    for heading, text in (
        (say.PREPARED_BY, record.prepared_by),
        (say.APPROVED_BY, record.approved_by),
        (say.DEVIATIONS, record.deviations),
    ):
        if text:
            yield heading(lang), text


def _where(register: Register, summary: Summary, lang: Language) -> str:
    if not summary.digest:
        return say.NO_BYTES(lang)
    path = register.original_path(summary)
    return say.IN_DATABASE(lang) if path is None else str(path)


def _goals(record: ReportRecord, lang: Language) -> Table:
    """Each criterion with what was reported, where, and why it is what it is."""
    rows = []
    for goal in record.goals:
        fulfilment = percent(goal.fulfilment, lang) or state_words(goal.state, None, lang)
        title, why = (escape(inert(each)) for each in (goal.title, goal.explanation(lang)))
        rows.append((goal.number, title, "", fulfilment, why))
        for criterion in goal.criteria:
            inputs = "\n".join(
                f"{each.cell} {each.column}: {inert(value_words(each.value, lang))}"
                for each in criterion.inputs
            )
            state = criterion_words(criterion, lang, final=record.summary.final)
            why = escape(inert(criterion.explanation(lang)))
            rows.append(("", criterion.key, escape(inputs), state, why))
    headings = (say.GOAL, say.CRITERION, say.REPORTED, say.FULFILMENT, say.EXPLANATION)
    return table_of(lang, headings, rows)
