"""RP-519: what a template was filled in with beforehand, and nobody changed.

What `_rp` says of it is a claim like any other: it is read only where it is well-formed to the last
cell, and it tells something, it excuses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from resultatplan.plan import Period
from validators.findings import Finding, finding, same_number, same_words
from validators.inputs import Inputs, shown_value
from validators.structure import Received
from workbooks.form import HIDDEN_ROWS, JUDGED_ON, Column, Field, Sheet, input_types
from workbooks.prefill import (
    ACCEPTED,
    ACCEPTED_NAME,
    ACCEPTED_ROW,
    CARRIED_FIELDS,
    NOT_ACCEPTED,
    NOTE_CELL,
    PERIOD_NAME,
    PERIOD_ROW,
    Prefill,
    note_of,
)
from workbooks.reading.cells import Cell


@dataclass(frozen=True)
class Provenance:
    """The period that the carried values are from, and the values by key and column."""

    period: Period
    accepted: bool
    values: Mapping[tuple[str, Column], Cell]
    fields: Mapping[Field, Cell]
    kept: frozenset[str]
    """The cells of `_rp` that say so."""


def provenance_of(received: Received) -> Provenance | None:
    """What the workbook says of carried values; None where it says nothing, or not properly."""
    sheet = received.sheets.get(Sheet.HIDDEN)
    if sheet is None or not received.same_version:
        return None
    kept = {
        address: cell
        for address, cell in sheet.cells.items()
        if cell.row > len(HIDDEN_ROWS) and not cell.is_empty
    }
    if not kept or any(cell.formula is not None for cell in kept.values()):
        return None
    return _read(received, kept)


def prefill_of(received: Received) -> Prefill | None:
    """The carried values, to be written into another copy of the template."""
    provenance = provenance_of(received)
    if provenance is None:
        return None
    layout = received.layout
    cells = {
        (Sheet.REPORT, layout.report_cell(key, column)): cell.value
        for (key, column), cell in provenance.values.items()
    }
    for name, cell in provenance.fields.items():
        cells[Sheet.MASTER, layout.field_cell(name)] = cell.value
    return Prefill(provenance.period.id, provenance.accepted, cells)


def beyond_the_form(received: Received) -> Mapping[Sheet, frozenset[str]]:
    """The cells outside the template's own that a template filled in beforehand has."""
    provenance = provenance_of(received)
    if provenance is None:
        return {}
    allowed = {Sheet.HIDDEN: provenance.kept}
    sheet = received.sheets.get(Sheet.GUIDE)
    cell = None if sheet is None else sheet.cells.get(NOTE_CELL)
    plan, period = received.plan, provenance.period
    note = note_of(plan, period.id, accepted=provenance.accepted)
    said = "" if cell is None or cell.formula is not None else cell.text or ""
    if note is not None and same_words(said, note):
        allowed[Sheet.GUIDE] = frozenset({NOTE_CELL})
    return allowed


def check_carried(received: Received, inputs: Inputs) -> Iterator[Finding]:
    """A finding for each figure that a template was filled in with and that nobody changed."""
    provenance = provenance_of(received)
    now = inputs.period
    if provenance is None or now is None or now.id == provenance.period.id:
        return
    for each in inputs.cells:
        if each.key is None or not isinstance(each.name, Column) or each.value is None:
            continue
        kind = received.plan.criterion_by_key[each.key].kind
        if each.name not in JUDGED_ON or (each.name is Column.BASIS and not kind.is_benchmark):
            continue  # A budget or a baseline is to stand all year.
        carried = provenance.values.get((each.key, each.name))
        found = received.input_cell(each.key, each.name)
        if carried is not None and found is not None and _is_same(found, carried):
            yield finding(
                "RP-519",
                each.place,
                found=shown_value(each.value, each.type),
                period=provenance.period.name,
                now=now.name,
            )


def _is_same(found: Cell, carried: Cell) -> bool:
    if found.formula is not None:
        return False
    if found.number is not None and carried.number is not None:
        return same_number(found.number, carried.number)
    if found.text is not None and carried.text is not None:
        return same_words(found.text, carried.text)
    return False


def _read(received: Received, kept: Mapping[str, Cell]) -> Provenance | None:
    plan, rest = received.plan, dict(kept)
    fields = {name: rest.pop(at) for name, (_, at) in CARRIED_FIELDS.items() if at in rest}
    named = {name: _text(rest.pop(at, None)) for name, (at, _) in CARRIED_FIELDS.items()}
    said = {
        row: (_text(rest.pop(f"A{row}", None)), _text(rest.pop(f"B{row}", None)))
        for row in (PERIOD_ROW, ACCEPTED_ROW)
    }
    name, period_id = said[PERIOD_ROW]
    accepted_name, accepted = said[ACCEPTED_ROW]
    period = plan.period_by_id(period_id or "")
    if name != PERIOD_NAME or accepted_name != ACCEPTED_NAME or period is None:
        return None
    if accepted not in (ACCEPTED, NOT_ACCEPTED):
        return None
    if any(label not in (None, name) for name, label in named.items()):
        return None
    values: dict[tuple[str, Column], Cell] = {}
    place: Callable[[str, Column], str | None] = received.layout.report_cell
    if received.has_another_form:
        place = received.tables[received.layout.report.name].address
    for criterion in plan.criteria:
        key = rest.pop(place(criterion.key, Column.KEY) or "", None)
        if key is None:
            continue
        if key.text != criterion.key:
            return None
        for column in input_types(criterion):
            cell = rest.pop(place(criterion.key, column) or "", None)
            if cell is not None:
                values[criterion.key, column] = cell
    if rest:
        return None
    return Provenance(period, accepted == ACCEPTED, values, fields, frozenset(kept))


def _text(cell: Cell | None) -> str | None:
    return None if cell is None else (cell.text or "")
