"""The register as files: four tables of csv for a spreadsheet, or one JSON document.

Records are opened one at a time. A text can never become a formula: one that begins like a formula
has an apostrophe in front, and what steers a terminal is replaced.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Generic, TypeVar

from department.output import escaped, inert_cell
from department.record import FindingRecord, GoalRecord, InputRecord, ReportRecord, Summary
from department.register.store import record_form
from department.standing import Roles
from department.wording import state_words, verdict_words
from texts import standing as say
from texts.language import DANISH, Language, Text

T = TypeVar("T")
Value = str | int | float | date | None
Open = Callable[[Summary], ReportRecord]
Columns = tuple[tuple[Text, Callable[[T, Language], Value]], ...]
"""A table's columns from left to right: the heading, and the value of a row."""

_FILES: Columns[Summary] = (
    (say.SIZE, lambda file, _: file.size),
    (say.RECEIVED, lambda file, _: file.received),
    (say.SUBMITTED, lambda file, _: file.submitted),
    (say.PLAN, lambda file, _: file.plan_id),
    (say.PLAN_VERSION, lambda file, _: file.plan_version),
    (say.INSTITUTION, lambda file, _: file.institution),
    (say.YEAR, lambda file, _: file.year),
    (say.PERIOD, lambda file, _: file.period_name),
    (say.FINAL, lambda file, lang: _yes_or_no(file, lang)),
    (say.VERDICT, lambda file, lang: verdict_words(file, lang)),
)
_COUNTS: Columns[Summary] = (
    (say.SECURED, lambda file, _: file.secured),
    (say.EXPECTED_TOTAL, lambda file, _: file.expected),
    (say.ATTAINABLE, lambda file, _: file.attainable),
    (say.SHOWN, lambda file, _: file.shown),
    (say.ERRORS, lambda file, _: file.errors),
    (say.WARNINGS, lambda file, _: file.warnings),
    (say.INFOS, lambda file, _: file.infos),
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
    (say.STATE, lambda goal, lang: state_words(goal.state, None, lang)),
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


def _told(text: Text | None, lang: Language) -> str | None:
    return None if text is None else text(lang)


def _yes_or_no(file: Summary, lang: Language) -> str | None:
    return (say.YES if file.final else say.NO)(lang) if file.is_report else None


def csv_files(
    reports: Iterable[Summary], roles: Roles, open_record: Open, lang: Language
) -> dict[str, bytes]:
    """The tables by file name, as a spreadsheet in that language opens them by a double click.

    Danish: semicolons and decimal commas; English: commas and points. UTF-8 with a mark in front.
    """

    def role_words(file: Summary, lang: Language) -> str | None:
        role = roles.get((file.file, file.digest))
        return None if role is None else say.ROLES[role](lang)

    files = _Table((*_FILES, (say.ROLE, role_words), *_COUNTS), lang)
    findings, goals, inputs = _Table(_FINDINGS, lang), _Table(_GOALS, lang), _Table(_INPUTS, lang)
    for summary in reports:
        record = open_record(summary)
        files.add(summary, [summary])
        findings.add(summary, record.findings)
        goals.add(summary, record.goals)
        typed = [(key, each) for key, one in record.criteria.items() for each in one.inputs]
        inputs.add(summary, typed)
    return {
        say.FILES_CSV(lang): files.data(),
        say.FINDINGS_CSV(lang): findings.data(),
        say.GOALS_CSV(lang): goals.data(),
        say.INPUTS_CSV(lang): inputs.data(),
    }


def json_text(reports: Iterable[Summary], roles: Roles, open_record: Open) -> Iterator[str]:
    """`{"reports": […]}` with every record in full, report by report."""
    yield '{"reports": ['
    for place, summary in enumerate(reports):
        record = record_form().dump_python(open_record(summary), mode="json")
        record["summary"]["accepted"] = summary.answer
        role = roles.get((summary.file, summary.digest))
        text = json.dumps({**record, "role": role}, ensure_ascii=False)
        yield ("\n" if place == 0 else ",\n") + escaped(text)
    yield "\n]}\n"


class _Table(Generic[T]):
    """A csv file as it grows; each row begins with the file it is of."""

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
