"""Layer 1, last part: what in a readable workbook could run or fetch something."""

from __future__ import annotations

from collections.abc import Iterable

from texts import catalogue as codes
from texts import judging as say
from validators.findings import Finding, Place, finding
from workbooks.reading.active import Active, ActiveKind

MOST_NAMED = 20
"""Findings of one kind in one file: a sheet full of links is one cause."""


def check_active(parts: Iterable[Active]) -> list[Finding]:
    """A finding for each piece of active content, the first of each kind where there are many."""
    counts: dict[ActiveKind, int] = {}
    findings = []
    for active in parts:
        counts[active.kind] = counts.get(active.kind, 0) + 1
        if counts[active.kind] <= MOST_NAMED:
            findings.append(_finding(active))
    return findings


def _finding(active: Active) -> Finding:
    place = Place(active.sheet, active.cell)
    found = active.name[:160]
    if active.kind is ActiveKind.MACRO:
        return finding(codes.MACROS, place, found=found)
    if active.kind is ActiveKind.EXTERNAL_LINK:
        return finding(codes.EXTERNAL_LINK, place, found=found)
    if active.kind is ActiveKind.HYPERLINK:
        return finding(codes.HYPERLINK, place, found=found)
    return finding(codes.ACTIVE_CONTENT, place, found=found, what=say.ACTIVE[active.kind])
