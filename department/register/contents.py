"""A record as JSON and back: all of it but the summary, which has columns of its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from department.desk.record import FindingRecord, GoalRecord, ReportRecord, Summary


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


def written(record: ReportRecord) -> str:
    """The record's contents as compact JSON."""
    contents = Contents(
        record.findings,
        record.goals,
        record.prepared_by,
        record.approved_by,
        record.deviations,
    )
    return _adapter().dump_json(contents).decode()


def read(summary: Summary, text: str) -> ReportRecord:
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


def fingerprint(summary: Summary, text: str) -> str:
    """What tells two judgements apart: the contents and the columns, the arrival aside."""
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
    return hashlib.sha256(f"{columns}{text}".encode()).hexdigest()
