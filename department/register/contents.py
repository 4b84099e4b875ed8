"""A record as JSON and back: all of it but the summary, which has columns of its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from department.record import FindingRecord, GoalRecord, ReportRecord, Summary


@dataclass(frozen=True)
class Contents:
    """The parts of a `ReportRecord` that its summary does not have."""

    findings: tuple[FindingRecord, ...]
    goals: tuple[GoalRecord, ...]
    prepared_by: str
    approved_by: str
    deviations: str


@cache
def _adapter() -> TypeAdapter[Contents]:
    return TypeAdapter(Contents)


def get_ready() -> None:
    """Let pydantic see now what a record is made of, which takes it a while."""
    _adapter()


def written(record: ReportRecord) -> bytes:
    """The record's contents as compact JSON, in UTF-8."""
    contents = Contents(
        record.findings,
        record.goals,
        record.prepared_by,
        record.approved_by,
        record.deviations,
    )
    return _adapter().dump_json(contents)


def read(summary: Summary, text: str | bytes) -> ReportRecord:
    """The record that was written."""
    contents = _adapter().validate_json(text)
    return ReportRecord(
        summary,
        contents.findings,
        contents.goals,
        contents.prepared_by,
        contents.approved_by,
        contents.deviations,
    )


def fingerprint(summary: Summary, text: bytes) -> str:
    """What tells two judgements apart: the contents as written and the columns, not the arrival."""
    columns = (
        summary.plan_id,
        summary.plan_version,
        summary.institution,
        summary.year,
        summary.period_id,
        summary.period_name,
        str(summary.submitted),
        summary.secured,
        summary.attainable,
        summary.shown,
    )
    digest = hashlib.sha256(str(columns).encode())
    digest.update(text)
    return digest.hexdigest()
