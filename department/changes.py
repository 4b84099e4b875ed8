"""What a new file for the same plan and period changed: findings and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from department.record import FindingRecord, ReportRecord


class FigureChange(NamedTuple):
    """One input cell that says something else than before; None where it was or is blank."""

    key: str
    column: str
    cell: str
    before: float | date | str | None
    after: float | date | str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """A resubmission against the file before it: rettet, ny, tilbage, and the figures."""

    mended: tuple[FindingRecord, ...]
    new: tuple[FindingRecord, ...]
    remaining: tuple[FindingRecord, ...]
    figures: tuple[FigureChange, ...]


def changes_between(before: ReportRecord, after: ReportRecord) -> Changes:
    """What `after` changed. A finding is the same when code, key, sheet and cell are."""
    old = {_identity(each): each for each in before.findings}
    new = {_identity(each): each for each in after.findings}
    return Changes(
        mended=tuple(each for key, each in old.items() if key not in new),
        new=tuple(each for key, each in new.items() if key not in old),
        remaining=tuple(each for key, each in new.items() if key in old),
        figures=tuple(_figures(before, after)),
    )


def _identity(finding: FindingRecord) -> tuple[str, str, str]:
    where = finding.key or finding.cell or ""
    return finding.code, finding.sheet or "", where


def _figures(before: ReportRecord, after: ReportRecord) -> Iterator[FigureChange]:
    old, new = before.inputs, after.inputs
    for place, was in old.items():
        now = new.get(place)
        if now is None:
            yield FigureChange(*place, was.cell, was.value, None)
        elif now.value != was.value:
            yield FigureChange(*place, now.cell, was.value, now.value)
    for place, now in new.items():
        if place not in old:
            yield FigureChange(*place, now.cell, None, now.value)
