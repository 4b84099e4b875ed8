"""An examination as few bytes: what the plan says already is left out on the way.

Where a table stands in place, its input cells have the template's addresses, names and types:
their values alone go through the pipe, and cells with more to tell beside them.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence

from resultatplan.library import plan_by_id
from validators.examining import Examined, Report
from validators.findings import Finding
from validators.settling import InputCell, Settled, template_inputs
from validators.shown import ShownFigures

Flat = tuple[
    str,
    tuple[Finding, ...],
    str,
    str,
    list[Settled],
    list[tuple[int, InputCell]],
    ShownFigures,
]
"""File, findings, plan, its version, values of the inputs, inputs as they are, figures."""


def pack(examined: Examined) -> bytes:
    """The examination as bytes."""
    report = examined.report
    blanks = () if report is None else _blanks(report.plan_id, report.plan_version)
    if report is None or len(blanks) != len(report.inputs):
        return pickle.dumps(examined, pickle.HIGHEST_PROTOCOL)
    values = [cell.value for cell in report.inputs]
    others = [
        (number, cell)
        for number, (cell, blank) in enumerate(zip(report.inputs, blanks, strict=True))
        if cell.finding is not None or cell.note is not None or cell.place is not blank.place
    ]
    flat: Flat = (
        examined.file,
        examined.findings,
        report.plan_id,
        report.plan_version,
        values,
        others,
        report.figures,
    )
    return pickle.dumps(flat, pickle.HIGHEST_PROTOCOL)


def unpack(data: bytes) -> Examined:
    """The examination that `pack` made these bytes of."""
    packed: Examined | Flat = pickle.loads(data)  # noqa: S301 — our own worker wrote it
    if isinstance(packed, Examined):
        return packed
    file, findings, plan_id, version, values, others, figures = packed
    new = tuple.__new__  # Half the time of the constructor, which has nothing to check.
    inputs = [
        blank if value is None else new(InputCell, (*blank[:3], value, None, None))
        for blank, value in zip(_blanks(plan_id, version), values, strict=True)
    ]
    for index, cell in others:
        inputs[index] = cell
    return Examined(file, findings, Report(plan_id, version, tuple(inputs), figures))


def _blanks(plan_id: str, version: str) -> Sequence[InputCell]:
    """The input cells of a plan's template; none where the plan is not in the library."""
    plan = plan_by_id(plan_id, version)
    return () if plan is None else template_inputs(plan)
