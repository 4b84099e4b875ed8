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

from pydantic import TypeAdapter

from department.output import escaped, inert_cell
from department.record import ReportRecord, Summary
from department.register.listing import verdict_words
from department.standing import Roles
from texts import commandline as words
from texts import register as say
from texts.language import DANISH, Language, Text

Value = str | int | float | date | None
Open = Callable[[Summary], ReportRecord]
Row = tuple[Value, ...]

_FILE = (words.FILE, say.DIGEST)
_HEADINGS: dict[str, tuple[Text, ...]] = {
    "files": (
        *_FILE,
        say.SIZE,
        say.RECEIVED,
        words.SUBMITTED,
        words.PLAN,
        say.PLAN_VERSION,
        words.INSTITUTION,
        words.YEAR,
        words.PERIOD,
        words.FINAL,
        words.VERDICT,
        say.ROLE,
        words.SECURED,
        words.ATTAINABLE,
        words.SHOWN,
        words.ERRORS,
        words.WARNINGS,
        words.INFOS,
    ),
    "findings": (
        *_FILE,
        words.SEVERITY,
        words.CODE,
        words.SHEET,
        words.CELL,
        words.KEY,
        words.MESSAGE,
        words.HINT,
        words.FOUND,
        words.EXPECTED,
    ),
    "goals": (
        *_FILE,
        words.GOAL,
        words.GOAL_TITLE,
        words.WEIGHT,
        words.FULFILMENT,
        words.EXPLANATION,
    ),
    "inputs": (*_FILE, words.KEY, say.COLUMN, words.CELL, say.VALUE),
}
_NAMES = {
    "files": say.FILES_CSV,
    "findings": say.FINDINGS_CSV,
    "goals": say.GOALS_CSV,
    "inputs": say.INPUTS_CSV,
}


def csv_files(
    reports: Iterable[Summary], roles: Roles, open_record: Open, lang: Language
) -> dict[str, bytes]:
    """The tables by file name, as a spreadsheet in that language opens them by a double click.

    Danish: semicolons and decimal commas; English: commas and points. UTF-8 with a mark in front.
    """
    tables = {name: _Table(headings, lang) for name, headings in _HEADINGS.items()}
    for summary in reports:
        record = open_record(summary)
        tables["files"].add(_file_row(summary, roles, lang))
        for name, rows in (
            ("findings", _finding_rows(record, lang)),
            ("goals", _goal_rows(record, lang)),
            ("inputs", _input_rows(record)),
        ):
            for row in rows:
                tables[name].add((summary.file, summary.digest, *row))
    return {_NAMES[name](lang): table.data() for name, table in tables.items()}


def json_text(reports: Iterable[Summary], roles: Roles, open_record: Open) -> Iterator[str]:
    """`{"reports": […]}` with every record in full, report by report."""
    adapter = TypeAdapter(ReportRecord)
    yield '{"reports": ['
    for place, summary in enumerate(reports):
        record = adapter.dump_python(open_record(summary), mode="json")
        role = roles.get((summary.file, summary.digest))
        text = json.dumps({**record, "role": role}, ensure_ascii=False)
        yield ("\n" if place == 0 else ",\n") + escaped(text)
    yield "\n]}\n"


class _Table:
    """A csv file as it grows."""

    def __init__(self, headings: Iterable[Text], lang: Language) -> None:
        self.lang = lang
        self._text = io.StringIO()
        self._writer = csv.writer(self._text, delimiter=";" if lang == DANISH else ",")
        self._writer.writerow([heading(lang) for heading in headings])

    def add(self, row: Row) -> None:
        """Add a row."""
        self._writer.writerow([self._cell(each) for each in row])

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


def _file_row(report: Summary, roles: Roles, lang: Language) -> Row:
    role = roles.get((report.file, report.digest))
    return (
        report.file,
        report.digest,
        report.size,
        report.received,
        report.submitted,
        report.plan_id,
        report.plan_version,
        report.institution,
        report.year,
        report.period_name,
        (words.YES if report.final else words.NO)(lang) if report.is_report else None,
        verdict_words(report, lang),
        None if role is None else say.ROLES[role](lang),
        report.secured,
        report.attainable,
        report.shown,
        report.errors,
        report.warnings,
        report.infos,
    )


def _finding_rows(record: ReportRecord, lang: Language) -> Iterator[Row]:
    for each in record.findings:
        yield (
            words.SEVERITIES[each.severity](lang),
            each.code,
            each.sheet,
            each.cell,
            each.key,
            each.message(lang),
            each.hint(lang),
            None if each.found is None else each.found(lang),
            None if each.expected is None else each.expected(lang),
        )


def _goal_rows(record: ReportRecord, lang: Language) -> Iterator[Row]:
    for goal in record.goals:
        yield goal.number, goal.title, goal.weight, goal.fulfilment, goal.explanation(lang)


def _input_rows(record: ReportRecord) -> Iterator[Row]:
    for criterion in record.criteria.values():
        for each in criterion.inputs:
            yield criterion.key, each.column, each.cell, each.value
