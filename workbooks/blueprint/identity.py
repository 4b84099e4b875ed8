"""The very hidden sheet `_rp`: which plan and which version of it this workbook was made from."""

from __future__ import annotations

from workbooks.blueprint.cells import Aspect, CellSpec, Look, SheetSpec
from workbooks.layout import HIDDEN_ROWS, LAYOUT_VERSION, Layout, Sheet


def hidden_sheet(layout: Layout) -> SheetSpec:
    """Plan id, template version, layout version and the fingerprint of the plan."""
    plan = layout.plan
    values = (plan.id, plan.version, LAYOUT_VERSION, plan.fingerprint)
    cells: dict[str, CellSpec] = {}
    for row, (name, value) in enumerate(zip(HIDDEN_ROWS, values, strict=True), start=1):
        cells[f"A{row}"] = CellSpec(Look.LABEL, Aspect.IDENTITY, value=name)
        cells[f"B{row}"] = CellSpec(Look.LABEL, Aspect.IDENTITY, value=value)
    return SheetSpec(Sheet.HIDDEN, cells, widths=(14, 70), hidden=True)
