"""The very hidden sheet `_rp`: which plan and which version of it this workbook was made from.

A later version of the product may word its templates anew, and reports on templates that were sent
out before are judged all the same: the marks tell the guide's words and the loose lines of the
other sheets (titles, leads, notes) as they were then. Headings, keys, labels of kinds, rules in
words and formulas are what a report is read and judged by: to change them is to change the layout.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from workbooks.blueprint.cells import Aspect, CellSpec, Look, SheetSpec
from workbooks.form import HIDDEN_ROWS, LAYOUT_VERSION, Layout, Sheet


def hidden_sheet(layout: Layout, sheets: Sequence[SheetSpec]) -> SheetSpec:
    """Plan id, template version, layout version, and what tells the plan and the words apart.

    `sheets` are the others, the guide first.
    """
    plan = layout.plan
    guide, *others = sheets
    marks = (guide_mark(guide), words_mark(_loose_texts(others)))
    values = (plan.id, plan.version, LAYOUT_VERSION, plan.fingerprint, *marks)
    cells: dict[str, CellSpec] = {}
    for row, (name, value) in enumerate(zip(HIDDEN_ROWS, values, strict=True), start=1):
        cells[f"A{row}"] = CellSpec(Look.LABEL, Aspect.IDENTITY, value=name)
        cells[f"B{row}"] = CellSpec(Look.LABEL, Aspect.IDENTITY, value=value)
    return SheetSpec(Sheet.HIDDEN, cells, widths=(14, 70), hidden=True)


def guide_mark(guide: SheetSpec) -> str:
    """A hash of the guide's words."""
    words = "\n".join(f"{address} {cell.value}" for address, cell in guide.cells.items())
    return _mark(words)


def is_loose(cell: CellSpec) -> bool:
    """Whether a cell is a line of the product's own words, outside the tables and never judged."""
    return cell.aspect is Aspect.TEXT and cell.key is None and isinstance(cell.value, str)


def loose_cells(sheet: SheetSpec) -> Iterator[str]:
    """The addresses of a sheet's loose lines."""
    return (address for address, cell in sheet.cells.items() if is_loose(cell))


def words_mark(texts: Iterable[str | None]) -> str:
    """A hash of the loose lines, but for blanks and line ends, which programs rewrite."""
    return _mark("\n".join(" ".join((text or "").split()) for text in texts))


def _loose_texts(sheets: Sequence[SheetSpec]) -> Iterator[str]:
    for sheet in sheets:
        for address in loose_cells(sheet):
            yield str(sheet.cells[address].value)


def _mark(words: str) -> str:
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()[:16]
