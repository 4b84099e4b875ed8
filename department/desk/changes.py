"""What a new file for the same plan and period changed: findings and figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from department.desk.record import FindingRecord, ReportRecord


@dataclass(frozen=True, slots=True)
class FigureChange:
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
        figures=_figures(before, after),
    )


def _identity(finding: FindingRecord) -> tuple[str, str, str]:
    where = finding.key or finding.cell or ""
    return finding.code, finding.sheet or "", where


def _figures(before: ReportRecord, after: ReportRecord) -> tuple[FigureChange, ...]:
    old, new = _inputs(before), _inputs(after)
    return tuple(
        FigureChange(
            *place,
            cell=(new.get(place) or old[place])[0],
            before=old[place][1] if place in old else None,
            after=new[place][1] if place in new else None,
        )
        for place in dict.fromkeys([*old, *new])
        if place not in old or place not in new or old[place][1] != new[place][1]
    )


def _inputs(report: ReportRecord) -> dict[tuple[str, str], tuple[str, float | date | str]]:
    return {
        (criterion.key, each.column): (each.cell, each.value)
        for criterion in report.criteria.values()
        for each in criterion.inputs
    }
