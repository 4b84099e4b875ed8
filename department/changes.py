"""What a new file for the same plan and period changed: rettet, ny, tilbage, and the figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from department.record import FindingRecord, ReportRecord, Summary
from texts import standing as say
from texts.language import Language


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

    before: Summary
    mended: tuple[FindingRecord, ...]
    new: tuple[FindingRecord, ...]
    remaining: tuple[FindingRecord, ...]
    figures: tuple[FigureChange, ...]


def changes_between(before: ReportRecord, after: ReportRecord) -> Changes:
    """What `after` changed. A finding is the same when code, key, sheet and cell are."""
    old = {_identity(each): each for each in before.findings}
    new = {_identity(each): each for each in after.findings}
    return Changes(
        before.summary,
        mended=tuple(each for key, each in old.items() if key not in new),
        new=tuple(each for key, each in new.items() if key not in old),
        remaining=tuple(each for key, each in new.items() if key in old),
        figures=tuple(_figures(before, after)),
    )


def _identity(finding: FindingRecord) -> tuple[str, str, str]:
    where = finding.key or finding.cell or ""
    return finding.code, finding.sheet or "", where


def _figures(before: ReportRecord, after: ReportRecord) -> Iterator[FigureChange]:
    for place in dict.fromkeys([*before.inputs, *after.inputs]):
        was, now = before.inputs.get(place), after.inputs.get(place)
        old = None if was is None else was.value
        new = None if now is None else now.value
        shown = now or was
        if shown is not None and old != new:
            yield FigureChange(*place, shown.cell, old, new)


def changes_words(changes: Changes, lang: Language) -> str:
    """`rettet: 2, nye: 1, tilbage: 0; ændrede felter: 3`."""
    return say.CHANGES(
        lang,
        mended=len(changes.mended),
        new=len(changes.new),
        remaining=len(changes.remaining),
        figures=len(changes.figures),
    )
