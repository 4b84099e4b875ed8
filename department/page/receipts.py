"""The files that came for an agency, and what a new file changed."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from department.changes import Changes, FigureChange
from department.links import Links
from department.record import ReportRecord, Summary
from texts import page as say
from texts.language import Language
from texts.notation import day, number

_DIGEST = 12


class Change(NamedTuple):
    """A figure or text that a new file changed."""

    place: str
    before: str
    after: str


class ReceiptRow(NamedTuple):
    """One received file."""

    period: str
    file: str
    href: str | None
    received: str
    submitted: str
    role: str
    found: str
    by: str
    digest: str
    changes: str
    figures: tuple[Change, ...]


def receipt_row(
    report: Summary,
    role: str,
    links: Links,
    lang: Language,
    record: ReportRecord | None = None,
    changes: Changes | None = None,
) -> ReceiptRow:
    """The row of a file; who wrote it and what it changed only where it was opened."""
    writers = [] if record is None else [record.prepared_by, record.approved_by]
    return ReceiptRow(
        report.period_name or "",
        report.file,
        links.to(report),
        f"{day(report.received.date(), lang)} {report.received:%H:%M}",
        "" if report.submitted is None else day(report.submitted, lang),
        say.ROLES[role](lang),
        _found(report, lang),
        " / ".join(each for each in writers if each),
        report.digest[:_DIGEST],
        "" if changes is None else _counts(changes, lang),
        () if changes is None else tuple(_change(each, lang) for each in changes.figures),
    )


def _found(report: Summary, lang: Language) -> str:
    counts = {"error": report.errors, "warning": report.warnings, "info": report.infos}
    said = [
        say.FOUND_ONE[severity](lang)
        if count == 1
        else say.FOUND_MANY[severity](lang, count=number(count, lang))
        for severity, count in counts.items()
        if count
    ]
    return ", ".join(said) or say.FOUND_NOTHING(lang)


def _counts(changes: Changes, lang: Language) -> str:
    return say.CHANGES_COUNT(
        lang,
        mended=len(changes.mended),
        new=len(changes.new),
        remaining=len(changes.remaining),
    )


def _change(change: FigureChange, lang: Language) -> Change:
    place = f"{change.cell} ({change.key} {change.column})"
    return Change(place, _value(change.before, lang), _value(change.after, lang))


def _value(value: float | date | str | None, lang: Language) -> str:
    if value is None:
        return say.BLANK(lang)
    if isinstance(value, str):
        return value
    return number(value, lang) if isinstance(value, float | int) else day(value, lang)
