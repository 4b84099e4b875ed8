"""What a resubmission changed, in words and as JSON: rettet, ny, tilbage, and the figures."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from department.changes import Changes, FigureChange
from department.output import inert_line
from department.record import FindingRecord, Summary
from texts import register as say
from texts.language import Language
from validators.verdict import ReportJson


class ChangedFindingJson(TypedDict):
    """A finding that was mended, is new or remains."""

    code: str
    severity: str
    sheet: str | None
    cell: str | None
    key: str | None
    message: str


class FigureJson(TypedDict):
    """An input cell that says something else; percent is 82, a date is ISO, blank is null."""

    key: str
    column: str
    cell: str
    before: float | str | None
    after: float | str | None


class ChangesJson(TypedDict):
    """What a file changed against the one that came before it for its plan and period."""

    file: str
    mended: list[ChangedFindingJson]
    new: list[ChangedFindingJson]
    remaining: list[ChangedFindingJson]
    figures: list[FigureJson]


class ReportWithChangesJson(ReportJson):
    """A report in the contract's form that has another before it to be compared with."""

    changes: ChangesJson


def changes_words(changes: Changes, before: Summary | None, lang: Language) -> str:
    """`2 rettet, 1 ny, 0 tilbage, 3 tal ændret`, with the file compared with if it is given."""
    counts = say.CHANGES(
        lang,
        mended=len(changes.mended),
        new=len(changes.new),
        remaining=len(changes.remaining),
        figures=len(changes.figures),
    )
    if before is None:
        return counts
    return say.CHANGES_SINCE(lang, file=inert_line(before.file), counts=counts)


def changes_json(changes: Changes, before: Summary, lang: Language) -> ChangesJson:
    """The changes in JSON form."""
    return {
        "file": before.file,
        "mended": [_finding(each, lang) for each in changes.mended],
        "new": [_finding(each, lang) for each in changes.new],
        "remaining": [_finding(each, lang) for each in changes.remaining],
        "figures": [_figure(each) for each in changes.figures],
    }


def _finding(finding: FindingRecord, lang: Language) -> ChangedFindingJson:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "key": finding.key,
        "message": finding.message(lang),
    }


def _figure(change: FigureChange) -> FigureJson:
    return {
        "key": change.key,
        "column": change.column,
        "cell": change.cell,
        "before": _plain(change.before),
        "after": _plain(change.after),
    }


def _plain(value: float | date | str | None) -> float | str | None:
    return value.isoformat() if isinstance(value, date) else value
