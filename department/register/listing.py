"""The register on the screen, and as files: csv tables for a spreadsheet, or one JSON document.

Records are opened one at a time. A text can never become a formula: one that begins like a formula
has an apostrophe in front, and what steers a terminal is replaced.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.markup import escape
from rich.table import Table

from department import wording
from department.inbox import own_name
from department.output import escaped, inert, inert_cell, inert_line
from department.record import FindingRecord, GoalRecord, InputRecord, ReportRecord, Summary
from department.register.store import Register, record_form
from department.screen import table_of, verdict_cells
from department.standing import FileRow, OpenRecord
from texts import standing as say
from texts.language import DANISH, Language, Text, day

if TYPE_CHECKING:
    from rich.console import Console


def files_table(rows: list[FileRow], lang: Language) -> Table:
    """A row per file, oldest first."""
    headings = (say.RECEIVED, say.FILE, say.INSTITUTION, say.VERDICT, say.SCORE, say.ROLE)
    told = (
        (_moment(row.file.known, lang), *verdict_cells(row.file, lang), say.ROLES[row.role](lang))
        for row in rows
    )
    return table_of(lang, headings, told)


def _moment(moment: datetime | None, lang: Language) -> str:
    """A day and a time, `13-10-2020 09:30`; nothing where it is not known."""
    return "" if moment is None else f"{day(moment.date(), lang)} {moment:%H:%M}"


def found(register: Register, name: str) -> list[FileRow]:
    """The files that are called so, with folder or mail or without them, or whose hash begins so
    (at least six digits of it)."""
    rows = register.rows()
    named = [each for each in rows if each.file.file == name]
    named = named or [each for each in rows if own_name(each.file.file) == name]
    if named or len(name) < 6:
        return named
    return [each for each in rows if each.file.digest.startswith(name.lower())]


def print_file(screen: Console, register: Register, summary: Summary, lang: Language) -> None:
    """One file with everything."""
    record = register.open(summary)
    screen.print(f"[bold]{escape(inert_line(summary.file))}[/bold]")
    for heading, value in _facts(register, record, lang):
        screen.print(f"  {heading}: {inert(value)}", markup=False)
    screen.print(f"  {say.FINDINGS(lang)}:" if record.findings else f"  {say.NO_FINDINGS(lang)}")
    for each in record.findings:
        severity = say.SEVERITIES[each.severity](lang)
        screen.print(f"    {severity} {each.code} {inert(each.message(lang))}", markup=False)
    if record.goals:
        screen.print(_goals(record, lang))


def _facts(register: Register, record: ReportRecord, lang: Language) -> Iterator[tuple[str, str]]:
    summary = record.summary
    yield say.RECEIVED(lang), _moment(summary.known, lang) or "–"
    if summary.submitted is not None:
        yield say.SUBMITTED(lang), day(summary.submitted, lang)
    yield say.DIGEST(lang), summary.digest or "–"
    yield say.ORIGINAL(lang), _where(register, summary, lang)
    if summary.institution is not None:
        yield say.PLAN(lang), f"{summary.plan_id} {summary.plan_version}"
        yield say.INSTITUTION(lang), f"{summary.institution} {summary.year}"
        yield say.PERIOD(lang), summary.period_name or "–"
    for each in register.judgements(summary):
        judged = replace(summary, accepted=each.accepted, plan_id=each.plan_id)
        verdict = wording.verdict_words(judged, lang)
        fields = {"day": _moment(each.judged, lang), "program": each.program}
        errors = f", {each.errors} {say.SEVERITIES['error'](lang)}" if each.errors else ""
        yield say.JUDGED(lang), say.JUDGED_AT(lang, **fields, verdict=verdict) + errors
    if summary.secured is not None:
        yield say.SCORE(lang), wording.score_words(summary, lang)
        yield say.SHOWN(lang), wording.percent(summary.shown, lang) or "–"
    for heading, text in (
        (say.PREPARED_BY, record.prepared_by),
        (say.APPROVED_BY, record.approved_by),
        (say.CONTACT, record.contact),
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
        state = wording.state_words(goal.state, None, lang)
        fulfilment = wording.percent(goal.fulfilment, lang) or state
        title, why = (escape(inert(each)) for each in (goal.title, goal.explanation(lang)))
        rows.append((goal.number, title, "", fulfilment, why))
        for criterion in goal.criteria:
            inputs = "\n".join(
                f"{each.cell} {each.column}: {inert(wording.value_words(each.value, lang))}"
                for each in criterion.inputs
            )
            state = wording.criterion_words(criterion, lang, final=record.summary.final)
            why = escape(inert(criterion.explanation(lang)))
            rows.append(("", criterion.key, escape(inputs), state, why))
    headings = (say.GOAL, say.CRITERION, say.REPORTED, say.FULFILMENT, say.EXPLANATION)
    return table_of(lang, headings, rows)


T = TypeVar("T")
Value = str | int | float | date | None
Columns = tuple[tuple[Text, Callable[[T, Language], Value]], ...]
"""A table's columns from left to right: the heading, and the value of a row."""

_FILES: Columns[FileRow] = (
    (say.SIZE, lambda row, _: row.file.size),
    (say.RECEIVED, lambda row, _: row.file.known),
    (say.SUBMITTED, lambda row, _: row.file.submitted),
    (say.PLAN, lambda row, _: row.file.plan_id),
    (say.PLAN_VERSION, lambda row, _: row.file.plan_version),
    (say.INSTITUTION, lambda row, _: row.file.institution),
    (say.YEAR, lambda row, _: row.file.year),
    (say.PERIOD, lambda row, _: row.file.period_name),
    (say.FINAL, lambda row, lang: _final(row.file, lang)),
    (say.VERDICT, lambda row, lang: wording.verdict_words(row.file, lang)),
    (say.ROLE, lambda row, lang: say.ROLES[row.role](lang)),
    (say.SECURED, lambda row, _: row.file.secured),
    (say.EXPECTED_TOTAL, lambda row, _: row.file.expected),
    (say.ATTAINABLE, lambda row, _: row.file.attainable),
    (say.SHOWN, lambda row, _: row.file.shown),
    (say.ERRORS, lambda row, _: row.file.errors),
    (say.WARNINGS, lambda row, _: row.file.warnings),
    (say.INFOS, lambda row, _: row.file.infos),
)
_FINDINGS: Columns[FindingRecord] = (
    (say.SEVERITY, lambda each, lang: say.SEVERITIES[each.severity](lang)),
    (say.CODE, lambda each, _: each.code),
    (say.SHEET, lambda each, _: each.sheet),
    (say.CELL, lambda each, _: each.cell),
    (say.KEY, lambda each, _: each.key),
    (say.MESSAGE, lambda each, lang: each.message(lang)),
    (say.HINT, lambda each, lang: each.hint(lang)),
    (say.FOUND, lambda each, lang: _told(each.found, lang)),
    (say.EXPECTED, lambda each, lang: _told(each.expected, lang)),
)
_GOALS: Columns[GoalRecord] = (
    (say.GOAL, lambda goal, _: goal.number),
    (say.GOAL_TITLE, lambda goal, _: goal.title),
    (say.WEIGHT, lambda goal, _: goal.weight),
    (say.STATE, lambda goal, lang: wording.state_words(goal.state, None, lang)),
    (say.FULFILMENT, lambda goal, _: goal.fulfilment),
    (say.SECURED, lambda goal, _: goal.secured),
    (say.EXPECTED_TOTAL, lambda goal, _: goal.expected),
    (say.ATTAINABLE, lambda goal, _: goal.attainable),
    (say.EXPLANATION, lambda goal, lang: goal.explanation(lang)),
)
_INPUTS: Columns[tuple[str, InputRecord]] = (
    (say.KEY, lambda typed, _: typed[0]),
    (say.COLUMN, lambda typed, _: typed[1].column),
    (say.CELL, lambda typed, _: typed[1].cell),
    (say.VALUE, lambda typed, _: typed[1].value),
)


def _final(file: Summary, lang: Language) -> str | None:
    return (say.YES if file.final else say.NO)(lang) if file.is_report else None


def _told(text: Text | None, lang: Language) -> str | None:
    return None if text is None else text(lang)


def csv_files(rows: Iterable[FileRow], open_record: OpenRecord, lang: Language) -> dict[str, bytes]:
    """The tables by file name, as a spreadsheet in that language opens them by a double click.

    Danish: semicolons and decimal commas; English: commas and points. UTF-8 with a mark in front.
    """
    files, findings = _Csv(_FILES, lang), _Csv(_FINDINGS, lang)
    goals, inputs = _Csv(_GOALS, lang), _Csv(_INPUTS, lang)
    for row in rows:
        record = open_record(row.file)
        files.add(row.file, [row])
        findings.add(row.file, record.findings)
        goals.add(row.file, record.goals)
        typed = [(key, each) for key, one in record.criteria.items() for each in one.inputs]
        inputs.add(row.file, typed)
    return {
        say.FILES_CSV(lang): files.data(),
        say.FINDINGS_CSV(lang): findings.data(),
        say.GOALS_CSV(lang): goals.data(),
        say.INPUTS_CSV(lang): inputs.data(),
    }


def json_text(rows: Iterable[FileRow], open_record: OpenRecord) -> Iterator[str]:
    """`{"reports": […]}` with every record in full, report by report."""
    yield '{"reports": ['
    for place, row in enumerate(rows):
        record = record_form().dump_python(
            open_record(row.file), mode="json", exclude={"summary": {"run", "number"}}
        )
        record["summary"]["accepted"] = row.file.answer
        text = json.dumps({**record, "role": row.role}, ensure_ascii=False)
        yield ("\n" if place == 0 else ",\n") + escaped(text)
    yield "\n]}\n"


class _Csv(Generic[T]):
    """A table as it grows; each row begins with the file it is of."""

    def __init__(self, columns: Columns[T], lang: Language) -> None:
        self.columns = columns
        self.lang = lang
        self._text = io.StringIO()
        self._writer = csv.writer(self._text, delimiter=";" if lang == DANISH else ",")
        headings = (say.FILE, say.DIGEST, *(heading for heading, _ in columns))
        self._writer.writerow([heading(lang) for heading in headings])

    def add(self, file: Summary, rows: Iterable[T]) -> None:
        """Add rows about a file."""
        for row in rows:
            values = (value(row, self.lang) for _, value in self.columns)
            self._writer.writerow(map(self._cell, (file.file, file.digest, *values)))

    def data(self) -> bytes:
        """The file's bytes."""
        return self._text.getvalue().encode("utf-8-sig")

    def _cell(self, value: Value) -> str | int:
        if isinstance(value, str):
            return inert_cell(value)
        if isinstance(value, float):
            text = f"{value:.15g}"
            return text.replace(".", ",") if self.lang == DANISH else text
        if isinstance(value, datetime):
            return value.isoformat(" ", "seconds")
        if isinstance(value, date):
            return value.isoformat()
        return "" if value is None else value
