"""Borders: two neighbours share one edge, and both must say the same of it.

Where they differ each spreadsheet program draws what it likes. An input's edge goes before the
grid's, and the line above a goal before both.
"""

from __future__ import annotations

from collections.abc import Collection

from openpyxl.styles import Border, Side

from workbooks.blueprint.cells import CellSpec, Look, SheetSpec
from workbooks.coordinates import column_letter, column_number
from workbooks.template import palette

_EDGES: dict[Look, str] = {
    Look.HEADER: palette.STEEL,
    Look.TOTAL: palette.STEEL,
    Look.INPUT: palette.INPUT_EDGE,
    Look.INPUT_LINE: palette.INPUT_EDGE,
    **dict.fromkeys(
        (
            Look.FIELD,
            Look.LOCKED,
            Look.LOCKED_CENTRED,
            Look.COMPUTED,
            Look.STATE,
            Look.UNUSED,
            Look.WITHDRAWN,
            Look.WITHDRAWN_CENTRED,
        ),
        palette.GRID,
    ),
}
_PRECEDENCE = (palette.INPUT_EDGE, palette.STEEL, palette.GRID)
_UNDERLINE = Border(bottom=Side("thin", color=palette.NAVY))


def border_of(spec: SheetSpec, address: str, block_starts: Collection[int]) -> Border | None:
    """The border of one cell, in agreement with its neighbours; None where it has no edges."""
    cell = spec.cells[address]
    if cell.look is Look.HEADING:
        return _UNDERLINE
    if cell.look not in _EDGES:
        return None
    letters = address.rstrip("0123456789")
    column, row = column_number(letters), int(address[len(letters) :])
    starts = block_starts if spec.table is not None else ()

    def neighbour(right: int, down: int) -> CellSpec | None:
        if column + right < 1 or row + down < 1:
            return None
        return spec.cells.get(f"{column_letter(column + right)}{row + down}")

    return Border(
        left=_side(cell, neighbour(-1, 0)),
        right=_side(cell, neighbour(1, 0)),
        top=_side(cell, neighbour(0, -1), starts_block=row in starts),
        bottom=_side(cell, neighbour(0, 1), starts_block=row + 1 in starts),
    )


def _side(cell: CellSpec, neighbour: CellSpec | None, *, starts_block: bool = False) -> Side:
    if starts_block:
        return Side("medium", color=palette.NAVY)
    colours = {_EDGES[cell.look]}
    if neighbour is not None and neighbour.look in _EDGES:
        colours.add(_EDGES[neighbour.look])
    return Side("thin", color=next(colour for colour in _PRECEDENCE if colour in colours))
