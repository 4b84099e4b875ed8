"""An examination as few bytes: what the plan says already is left out on the way.

Where a table stands in place, its input cells have the template's addresses, names and types:
their values alone go through the pipe, and cells with more to tell beside them.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from itertools import repeat

from resultatplan.library import plan_by_id
from validators.findings import Finding
from validators.input_tables import template_inputs
from validators.report import Claim, Report
from validators.settled import InputCell, Settled
from validators.shown import ShownFigures
from workbooks.reading.cells import Cell

Columns = tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]
"""The names of cells, and what the cells have: all their rows, all their columns and so on."""
FlatFigures = tuple[str, str, list[Columns]]
"""The names of the two sheets, and the cells, in the order of `ShownFigures`."""
Flat = tuple[
    str,
    tuple[Finding, ...],
    str | None,
    str | None,
    Claim | None,
    list[Settled],
    list[tuple[int, InputCell]],
    FlatFigures,
]
"""File, findings, plan, version, claim, values of the inputs, inputs as they are, figures."""

_new = tuple.__new__
"""Half the time of a named tuple's constructor, which has nothing to check."""


def pack(report: Report) -> bytes:
    """The examination as bytes."""
    blanks = _blanks(report.plan_id or "", report.plan_version or "")
    if report.figures is None or len(blanks) != len(report.inputs):
        return pickle.dumps(report, pickle.HIGHEST_PROTOCOL)
    values = [cell.value for cell in report.inputs]
    others = [
        (number, cell)
        for number, (cell, blank) in enumerate(zip(report.inputs, blanks, strict=True))
        if cell.finding is not None or cell.note is not None or cell.place is not blank.place
    ]
    flat: Flat = (
        report.file,
        report.findings,
        report.plan_id,
        report.plan_version,
        report.claim,
        values,
        others,
        _flat(report.figures),
    )
    return pickle.dumps(flat, pickle.HIGHEST_PROTOCOL)


def unpack(data: bytes) -> Report:
    """The examination that `pack` made these bytes of."""
    packed: Report | Flat = pickle.loads(data)  # noqa: S301 — our own worker wrote it
    if isinstance(packed, Report):
        return packed
    file, findings, plan_id, version, claim, values, others, figures = packed
    nothing = [None] * len(values)
    plain = zip(*_template(plan_id or "", version or ""), values, nothing, nothing, strict=True)
    inputs = list(map(_new, repeat(InputCell), plain))
    for index, cell in others:
        inputs[index] = cell
    return Report(file, findings, plan_id, version, claim, tuple(inputs), _figures(figures))


def _flat(figures: ShownFigures) -> FlatFigures:
    by_name = (
        figures.measures,
        figures.targets,
        figures.states,
        figures.fulfilments,
        figures.contributions,
        figures.totals,
        figures.repeated,
        figures.degrees,
        figures.lows,
        figures.highs,
    )
    return figures.report_sheet, figures.goals_sheet, [_columns(cells) for cells in by_name]


def _figures(flat: FlatFigures) -> ShownFigures:
    report_sheet, goals_sheet, by_name = flat
    return ShownFigures(report_sheet, goals_sheet, *map(_cells, by_name))


def _columns(cells: Mapping[str, Cell]) -> Columns:
    """A few large tuples: a pickle takes each tuple of a class by itself, and its time for it."""
    return tuple(cells), tuple(zip(*cells.values(), strict=True))


def _cells(columns: Columns) -> dict[str, Cell]:
    names, parts = columns
    return dict(zip(names, map(_new, repeat(Cell), zip(*parts, strict=True)), strict=True))


_templates: dict[str, tuple[Sequence[object], ...]] = {}
"""The places, names and types of the inputs of plans' templates, by the plans' fingerprints."""


def _template(plan_id: str, version: str) -> tuple[Sequence[object], ...]:
    plan = plan_by_id(plan_id, version)
    if plan is None:
        raise LookupError(f"packed with a plan that is not here: {plan_id} {version}")
    if plan.fingerprint not in _templates:
        places, names, types, *_ = zip(*template_inputs(plan), strict=True)
        _templates[plan.fingerprint] = places, names, types
    return _templates[plan.fingerprint]


def _blanks(plan_id: str, version: str) -> Sequence[InputCell]:
    """The input cells of a plan's template; none where the plan is not in the library."""
    plan = plan_by_id(plan_id, version)
    return () if plan is None else template_inputs(plan)
