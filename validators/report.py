"""One received file as far as it is read by itself: what a worker process hands over.

RP-1xx to RP-3xx and the type of every input cell, with the standard library alone. What comes back
is small and plain, and pickles: findings, settled inputs, and the figures the workbook shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from validators.appearance import check_appearance
from validators.content import settle
from validators.findings import Finding
from validators.inputs import InputCell, Inputs
from validators.integrity import check_integrity, lost_formulas
from validators.prefilled import check_carried
from validators.shown import ShownCells, shown_cells
from validators.structure import Opened, open_report


@dataclass(frozen=True, slots=True)
class Claim:
    """What a report says it is: enough to judge earlier periods before later ones."""

    plan_id: str
    period_id: str
    ends: date
    submitted: date | None


@dataclass(frozen=True, slots=True)
class Report:
    """A file that was read. Where it is no report of a known plan it has findings alone."""

    file: str
    findings: tuple[Finding, ...]
    plan_id: str | None = None
    plan_version: str | None = None
    claim: Claim | None = None
    """None while its period is not known."""
    inputs: tuple[InputCell, ...] = ()
    shown: ShownCells | None = None
    """What its formulas show; None where nothing is to be compared with it."""


def read_report(file: str, data: bytes) -> Report:
    """Read one file's bytes as a report; `file` is the name that its verdict carries."""
    return report_of(file, open_report(data))


def report_of(file: str, opened: Opened) -> Report:
    """A file that is open, as far as it is read by itself."""
    received = opened.received
    if received is None:
        return Report(file, tuple(opened.findings))
    inputs, lost = tuple(settle(received)), lost_formulas(received)
    shown = None if received.has_older_layout else shown_cells(received, lost)
    findings = (
        *opened.findings,
        *check_integrity(received, lost),
        *check_appearance(received, inputs),
        *check_carried(received, inputs),
    )
    plan, said = received.plan, Inputs(received.plan, inputs)
    period = said.period
    claim = None if period is None else Claim(plan.id, period.id, period.ends, said.submitted)
    return Report(file, findings, plan.id, plan.version, claim, inputs, shown)
