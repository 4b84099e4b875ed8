"""The very hidden sheet `_rp`: which plan and which version of it this workbook was made from."""

from __future__ import annotations

import hashlib

from workbooks.blueprint.cells import Aspect, CellSpec, Look, SheetSpec
from workbooks.layout import HIDDEN_ROWS, LAYOUT_VERSION, Layout, Sheet


def hidden_sheet(layout: Layout, guide: SheetSpec) -> SheetSpec:
    """Plan id, template version, layout version, and what tells the plan and the guide apart."""
    plan = layout.plan
    values = (plan.id, plan.version, LAYOUT_VERSION, plan.fingerprint, guide_mark(guide))
    cells: dict[str, CellSpec] = {}
    for row, (name, value) in enumerate(zip(HIDDEN_ROWS, values, strict=True), start=1):
        cells[f"A{row}"] = CellSpec(Look.LABEL, Aspect.IDENTITY, value=name)
        cells[f"B{row}"] = CellSpec(Look.LABEL, Aspect.IDENTITY, value=value)
    return SheetSpec(Sheet.HIDDEN, cells, widths=(14, 70), hidden=True)


def guide_mark(guide: SheetSpec) -> str:
    """A hash of the guide's words. A later version of the product may word its guide anew, and
    reports on templates sent out before are judged all the same."""
    words = "\n".join(f"{address} {cell.value}" for address, cell in guide.cells.items())
    return hashlib.sha256(words.encode()).hexdigest()[:16]
