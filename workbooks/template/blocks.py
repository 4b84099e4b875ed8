"""Which rows of a sheet belong together: a goal, a criterion's history, a part of the guide."""

from __future__ import annotations

from workbooks.blueprint.cells import Look, SheetSpec
from workbooks.form import Column, HistoryColumn, Layout, Sheet
from workbooks.template.paging import last_row_of

_KEPT_WITH_HEADING = 3


def block_starts(spec: SheetSpec, layout: Layout) -> frozenset[int]:
    """The rows at which a block begins that should be seen, and printed, as one."""
    if spec.name is Sheet.GUIDE:
        return _all_but_the_rows_after_a_heading(spec)
    if spec.name is Sheet.REPORT:
        return frozenset(
            _row(layout.report_cell(goal.criteria[0].key, Column.KEY)) for goal in layout.plan.goals
        )
    if spec.name is Sheet.HISTORY:
        return _where_the_key_changes(spec, layout)
    return frozenset()


def _all_but_the_rows_after_a_heading(spec: SheetSpec) -> frozenset[int]:
    headings = {_row(address) for address, cell in spec.cells.items() if cell.look is Look.HEADING}
    held = {row + below for row in headings for below in range(1, _KEPT_WITH_HEADING + 1)}
    return frozenset(range(1, last_row_of(spec) + 1)) - (held - headings)


def _where_the_key_changes(spec: SheetSpec, layout: Layout) -> frozenset[int]:
    starts: set[int] = set()
    previous = None
    for row in range(layout.history.rows):
        address = layout.history.cell(HistoryColumn.KEY, row)
        key = spec.cells[address].key if address in spec.cells else None
        if key != previous:
            starts.add(layout.history.first_row + row)
        previous = key
    return frozenset(starts)


def _row(address: str) -> int:
    return int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
