"""Layers 1 to 3 and the types of layer 4: what is done file by file, in a worker process.

Nothing here needs pandas or pandera. What comes back is small and plain: the settled inputs, the
figures that the workbook shows, and the findings so far.
"""

from __future__ import annotations

from dataclasses import dataclass

from resultatplan.library import built_in_plans, plan_by_id
from validators.findings import Finding
from validators.integrity import check_integrity
from validators.settling import InputCell, settle_inputs
from validators.showing import check_showing
from validators.shown import ShownFigures, shown_figures
from validators.structure import open_report


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a known plan: its settled inputs and what its formulas show."""

    plan_id: str
    inputs: tuple[InputCell, ...]
    figures: ShownFigures


@dataclass(frozen=True, slots=True)
class Examined:
    """A file after layers 1 to 3. `report` is None where the file is no report."""

    file: str
    findings: tuple[Finding, ...]
    report: Report | None = None


def examine(file: str, data: bytes) -> Examined:
    """Examine one file's bytes; `file` is the name that its verdict carries."""
    known = tuple(plan.id for plan in built_in_plans())
    opened = open_report(data, plan_by_id, known)
    received = opened.received
    if received is None:
        return Examined(file, tuple(opened.findings))
    inputs = tuple(settle_inputs(received))
    findings = (
        *opened.findings,
        *check_integrity(received),
        *check_showing(received, inputs),
    )
    return Examined(file, findings, Report(received.plan.id, inputs, shown_figures(received)))
