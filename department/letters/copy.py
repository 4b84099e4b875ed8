"""The copy of a received workbook with a comment at every cell that has a finding.

The received file is hostile until proven otherwise: the copy is made in a worker process.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from department.output import inert
from department.record import FindingRecord, ReportRecord
from department.workers import TaskStoppedError
from texts import replies as say
from texts.commandline import SEVERITIES
from texts.language import Language
from workbooks.annotated import Listing, ListLine, Note, annotated
from workbooks.reading.archive import UnreadableError

_WIDTHS = (24, 11, 9, 62, 26, 26, 62)
_LONGEST = 4_000
"""Characters of a comment or a cell of the list."""
_UNSAFE = "RP-1"
"""Findings of the first layer: what runs, fetches or misleads is not sent back."""


@dataclass(frozen=True)
class CopyTask:
    """What a worker needs for a copy."""

    data: bytes
    notes: dict[str, list[Note]]
    listing: Listing
    author: str


def make_copy(executor: Executor, task: CopyTask) -> bytes | None:
    """The copy, made in a worker; None where the file cannot be opened safely."""
    try:
        return executor.submit(annotate, task).result()
    except TaskStoppedError:
        return None


def annotate(task: CopyTask) -> bytes | None:
    """Make the copy in this process: what the worker does."""
    try:
        return annotated(task.data, task.notes, task.listing, task.author)
    except UnreadableError:
        return None


def is_worth_a_copy(record: ReportRecord) -> bool:
    """Whether a copy helps: a report with findings, and nothing active in it."""
    if not record.summary.is_report or not record.findings:
        return False
    return not any(each.code.startswith(_UNSAFE) and each.is_error for each in record.findings)


def copy_task(record: ReportRecord, data: bytes, lang: Language) -> CopyTask:
    """The comments by sheet, several findings at a cell in one, and the list of all."""
    by_cell: dict[tuple[str, str], list[FindingRecord]] = {}
    for each in record.findings:
        if each.sheet and each.cell:
            by_cell.setdefault((each.sheet, each.cell.partition(":")[0]), []).append(each)
    notes: dict[str, list[Note]] = {}
    for (sheet, cell), findings in by_cell.items():
        notes.setdefault(sheet, []).append(Note(cell, _comment(findings, lang)))
    return CopyTask(data, notes, _listing(record, lang), say.COMMENT_AUTHOR(lang))


def _comment(findings: Sequence[FindingRecord], lang: Language) -> str:
    texts = [
        say.COMMENT(
            lang,
            severity=_severity(each, lang),
            code=each.code,
            message=inert(each.message(lang)),
            hint=each.hint(lang),
        )
        for each in findings
    ]
    return "\n\n".join(texts)[:_LONGEST]


def _severity(finding: FindingRecord, lang: Language) -> str:
    return SEVERITIES[finding.severity](lang).capitalize()


def _listing(record: ReportRecord, lang: Language) -> Listing:
    summary = record.summary
    return Listing(
        say.LIST_SHEET(lang),
        say.LIST_TITLE(
            lang,
            institution=summary.institution or "",
            period=summary.period_name or say.NO_PERIOD(lang),
        ),
        say.LIST_LEAD(lang),
        tuple(zip((text(lang) for text in say.LIST_HEADINGS), _WIDTHS, strict=True)),
        tuple(_line(each, lang) for each in record.findings),
    )


def _line(finding: FindingRecord, lang: Language) -> ListLine:
    key = f" ({finding.key})" if finding.key else ""
    texts = (
        f"{finding.place}{key}".strip() or say.WHOLE_FILE(lang),
        _severity(finding, lang),
        finding.code,
        finding.message(lang),
        "" if finding.found is None else finding.found(lang),
        "" if finding.expected is None else finding.expected(lang),
        finding.hint(lang),
    )
    cell = finding.cell.partition(":")[0] if finding.cell else None
    return ListLine(tuple(inert(text)[:_LONGEST] for text in texts), finding.sheet, cell)
