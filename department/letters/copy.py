"""The copy of a received workbook with a comment at every cell that has a finding."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor

from department.output import inert
from department.record import FindingRecord, ReportRecord, is_unsafe
from department.workers import TaskStoppedError
from texts import letters as say
from texts.language import Language
from texts.standing import SEVERITIES
from workbooks.annotated import Listing, ListLine, Note, annotated
from workbooks.reading.archive import UnreadableError

_WIDTHS = (24, 11, 9, 62, 26, 26, 62)
_LONGEST = 4_000
"""Characters of a comment or a cell of the list."""


def annotated_copy(
    record: ReportRecord, original: Callable[[], bytes | None], executor: Executor, lang: Language
) -> bytes | None:
    """The copy: comments by sheet, several findings at a cell in one, and the list of all.

    None where it would not help (no report, no findings), where anything active is in the file,
    and where the file is gone or cannot be opened safely. The received file is hostile until
    proven otherwise: the copy is made in a worker.
    """
    if not has_copy(record):
        return None
    data = original()
    if data is None:
        return None
    comments: dict[tuple[str, str], list[str]] = {}
    for each in record.findings:
        if each.sheet and each.cell:
            at = each.sheet, each.cell.partition(":")[0]
            comments.setdefault(at, []).append(_comment(each, lang))
    notes: dict[str, list[Note]] = {}
    for (sheet, cell), texts in comments.items():
        notes.setdefault(sheet, []).append(Note(cell, "\n\n".join(texts)[:_LONGEST]))
    author = say.DEPARTMENT(lang)
    task = executor.submit(_annotated, data, notes, _listing(record, lang), author)
    try:
        return task.result()
    except TaskStoppedError:
        return None


def has_copy(record: ReportRecord) -> bool:
    """Whether a copy would help, and the file is such that one can be made."""
    return record.summary.is_report and bool(record.findings) and not is_unsafe(record.findings)


def _annotated(
    data: bytes, notes: dict[str, list[Note]], listing: Listing, author: str
) -> bytes | None:
    """What the worker does."""
    try:
        return annotated(data, notes, listing, author)
    except UnreadableError:
        return None


def _comment(finding: FindingRecord, lang: Language) -> str:
    return say.COMMENT(
        lang,
        severity=_severity(finding, lang),
        code=finding.code,
        message=inert(finding.message(lang)),
        hint=finding.hint(lang),
    )


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
