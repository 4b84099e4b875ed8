"""Layers 1 to 3 and the types of layer 4: what is done file by file, in a worker process.

Nothing here needs pandas or pandera. What comes back is small and plain: the settled inputs, the
figures that the workbook shows, and the findings so far.
"""

from __future__ import annotations

from dataclasses import dataclass

from resultatplan.library import known_ids, versions_of
from validators.findings import Finding
from validators.integrity import check_integrity
from validators.settled import InputCell
from validators.settling import settle_inputs
from validators.showing import check_showing
from validators.shown import ShownFigures, shown_figures
from validators.structure import open_report
from validators.untouched import check_untouched
from workbooks.blueprint import blueprint_of


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a known plan: its settled inputs and what its formulas show."""

    plan_id: str
    plan_version: str
    inputs: tuple[InputCell, ...]
    figures: ShownFigures


@dataclass(frozen=True, slots=True)
class Examined:
    """A file after layers 1 to 3. `report` is None where the file is no report."""

    file: str
    findings: tuple[Finding, ...]
    report: Report | None = None


_MOST_READY = 20
"""Plans whose blueprints are made beforehand; a batch with more of them is rare."""


def get_ready() -> None:
    """Make what every worker process that is forked from here would else make for itself."""
    for plan_id in known_ids()[:_MOST_READY]:
        for plan in versions_of(plan_id)[:1]:
            blueprint_of(plan)


def examine(file: str, data: bytes) -> Examined:
    """Examine one file's bytes; `file` is the name that its verdict carries."""
    opened = open_report(data, versions_of, known_ids())
    received = opened.received
    if received is None:
        return Examined(file, tuple(opened.findings))
    inputs = tuple(settle_inputs(received))
    findings = (
        *opened.findings,
        *check_integrity(received),
        *check_showing(received, inputs),
        *check_untouched(received, inputs),
    )
    plan = received.plan
    report = Report(plan.id, plan.version, inputs, shown_figures(received))
    return Examined(file, findings, report)
