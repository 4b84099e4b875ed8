"""What a template was filled in with beforehand, and how the workbook remembers it.

The very hidden sheet `_rp` keeps the carried values below its own rows: two rows say from which
period they are and whether that report was accepted, one who prepared it and whom to ask, and from
the first row of `tblAfrapportering` on each value stands in the very cell that it was carried into.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from resultatplan.plan import Plan
from texts import plans as say
from workbooks.blueprint.specs import CellValue
from workbooks.form import HIDDEN_ROWS, Column, Field, Layout, Sheet, input_types

FIRST_ROW = len(HIDDEN_ROWS) + 2
"""The row above it is empty: what hangs on to the sheet's own rows is taken for one of them."""
PERIOD_ROW, ACCEPTED_ROW = FIRST_ROW, FIRST_ROW + 1
PERIOD_NAME, ACCEPTED_NAME = "prefill", "accepted"
ACCEPTED, NOT_ACCEPTED = "yes", "no"
CARRIED_FIELDS = {
    Field.PREPARED_BY: (f"A{FIRST_ROW + 2}", f"B{FIRST_ROW + 2}"),
    Field.CONTACT: (f"C{FIRST_ROW + 2}", f"D{FIRST_ROW + 2}"),
}
"""The fields of Stamdata that are carried: where `_rp` names each, and keeps it."""
NOTE_CELL = "A3"
"""Where the guide says what was carried: its third line is empty otherwise."""


@dataclass(frozen=True)
class Prefill:
    """The values carried from an earlier report, by sheet and address, as cells hold them."""

    period_id: str
    accepted: bool
    cells: Mapping[tuple[Sheet, str], CellValue]


def kept_cells(plan: Plan, prefill: Prefill) -> dict[str, CellValue]:
    """What `_rp` holds of it, by address."""
    layout = Layout(plan)
    kept: dict[str, CellValue] = {
        f"A{PERIOD_ROW}": PERIOD_NAME,
        f"B{PERIOD_ROW}": prefill.period_id,
        f"A{ACCEPTED_ROW}": ACCEPTED_NAME,
        f"B{ACCEPTED_ROW}": ACCEPTED if prefill.accepted else NOT_ACCEPTED,
    }
    for name, (name_at, at) in CARRIED_FIELDS.items():
        value = prefill.cells.get((Sheet.MASTER, layout.field_cell(name)))
        if value is not None:
            kept |= {name_at: str(name), at: value}
    for criterion in plan.criteria:
        addresses = {layout.report_cell(criterion.key, each) for each in input_types(criterion)}
        here = {
            address: prefill.cells[Sheet.REPORT, address]
            for address in sorted(addresses)
            if prefill.cells.get((Sheet.REPORT, address)) is not None
        }
        if here:
            kept[layout.report_cell(criterion.key, Column.KEY)] = criterion.key
            kept |= here
    return kept


def note_of(plan: Plan, period_id: str, *, accepted: bool) -> str | None:
    """The guide's note; None for a period that has no next one, or is none of the plan's."""
    periods = plan.reporting.periods
    ids = [period.id for period in periods]
    if period_id not in ids[:-1]:
        return None
    number = ids.index(period_id)
    before, after = periods[number].name, periods[number + 1].name
    note = say.NOTE.format(before=before, after=after)
    return note if accepted else note + say.NOTE_NOT_ACCEPTED.format(before=before)
