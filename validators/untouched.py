"""Layer 5, carried figures: what was filled in beforehand and stands as it was carried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resultatplan.criteria import Kind
from resultatplan.plan import Period
from texts import catalogue as codes
from validators.as_agreed import same_number, same_words
from validators.findings import Finding, finding
from validators.provenance import provenance_of
from validators.settled import InputCell
from validators.settling import shown_value
from validators.structure import Received
from workbooks.form import Column, Field
from workbooks.prefill import FIGURES
from workbooks.reading.cells import Cell


def check_untouched(received: Received, inputs: Sequence[InputCell]) -> Iterator[Finding]:
    """A finding for each carried figure that stands in the report as it was carried."""
    provenance = provenance_of(received)
    now = _period_now(received, inputs)
    if provenance is None or now is None or now.id == provenance.period.id:
        return
    for each in inputs:
        if each.key is None or each.name not in FIGURES or each.value is None:
            continue
        column, kind = Column(each.name), received.plan.criterion_by_key[each.key].kind
        if column is Column.BASIS and kind is not Kind.BENCHMARK:
            continue  # A budget or a baseline is to stand all year.
        carried = provenance.values.get((each.key, column))
        found = received.report_cell(each.key, column)
        if carried is not None and found is not None and _is_same(found, carried):
            shown = shown_value(each.value, each.type)
            yield finding(
                codes.CARRIED_UNTOUCHED,
                each.place,
                found=shown,
                period=provenance.period.name,
                now=now.name,
            )


def _period_now(received: Received, inputs: Sequence[InputCell]) -> Period | None:
    name = next((each.value for each in inputs if each.name is Field.PERIOD), None)
    return received.plan.period_by_name(name) if isinstance(name, str) else None


def _is_same(found: Cell, carried: Cell) -> bool:
    if found.formula is not None:
        return False
    if found.number is not None and carried.number is not None:
        return same_number(found.number, carried.number)
    if found.text is not None and carried.text is not None:
        return same_words(found.text, carried.text)
    return False
