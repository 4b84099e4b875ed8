"""How the cells of each look are: font, alignment, fill, borders, and texts in several fonts.

Two neighbours share one edge, and both must say the same of it: where they differ each
spreadsheet program draws what it likes. An input's edge goes before the grid's, and the line
above a goal before both.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, NamedTuple

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle

from workbooks.blueprint.specs import CellSpec, Look, SheetSpec
from workbooks.coordinates import column_letter, position_of
from workbooks.form import ValueType
from workbooks.template import palette

FONT = "Calibri"
TEXT_SIZE = 10.0
SMALL_SIZE = 8.0
_WARNING = Side("thin", color=palette.WARNING_EDGE)
MISSING = DifferentialStyle(
    border=Border(left=_WARNING, right=_WARNING, top=_WARNING, bottom=_WARNING),
    fill=PatternFill(bgColor=palette.WARNING_FILL),
)
"""How a rule marks a cell that lacks something."""

Edge = tuple[Literal["thin", "medium"], str]
"""How wide one edge of a cell is, and its colour."""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks, but for its borders and its number format."""

    font: Font
    alignment: Alignment
    fill: PatternFill | None


class Dress(NamedTuple):
    """All that decides how a cell looks: two cells of the same look the same."""

    look: Look
    is_written: bool
    """Whether a long text is written in it."""
    locked: bool
    shown_as: str
    """Its number format."""
    edges: tuple[Edge, ...]
    """Left, right, top and bottom; none where it has no edges."""


def _style(
    fill: str | None = None,
    *,
    size: float = TEXT_SIZE,
    bold: bool = False,
    italic: bool = False,
    ink: str = palette.INK,
    horizontal: Literal["left", "center", "right"] = "left",
    vertical: Literal["top", "center", "bottom"] = "center",
    wraps: bool = False,
    indent: int = 0,
) -> CellStyle:
    return CellStyle(
        Font(name=FONT, size=size, bold=bold, italic=italic, color=ink),
        Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wraps, indent=indent),
        None if fill is None else PatternFill("solid", start_color=fill),
    )


_STYLES: dict[Look, CellStyle] = {
    Look.TITLE: _style(size=16, bold=True, ink=palette.NAVY),
    Look.SUBTITLE: _style(size=11, ink=palette.QUIET),
    Look.HEADING: _style(size=12, bold=True, ink=palette.NAVY, vertical="bottom"),
    Look.LABEL: _style(bold=True, ink=palette.NAVY),
    Look.NOTE: _style(),
    Look.ASIDE: _style(indent=1),
    Look.TERM: _style(bold=True, ink=palette.NAVY, wraps=True),
    Look.BODY: _style(wraps=True),
    Look.MEANING: _style(wraps=True, indent=1),
    Look.FIELD: _style(palette.LOCKED_FILL, bold=True, ink=palette.NAVY, wraps=True, indent=1),
    Look.GOAL: _style(palette.TOTAL_FILL, bold=True, ink=palette.NAVY, indent=1),
    Look.LOCKED: _style(palette.LOCKED_FILL, wraps=True, indent=1),
    Look.LOCKED_CENTRED: _style(palette.LOCKED_FILL, horizontal="center", wraps=True),
    Look.COMPUTED: _style(palette.COMPUTED_FILL, italic=True, horizontal="center"),
    Look.STATE: _style(palette.COMPUTED_FILL, bold=True, horizontal="center", wraps=True),
    Look.TOTAL: _style(
        palette.TOTAL_FILL, size=12, bold=True, ink=palette.NAVY, horizontal="center"
    ),
    Look.INPUT: _style(palette.WHITE, horizontal="center", wraps=True),
    Look.INPUT_LINE: _style(palette.WHITE, wraps=True, indent=1),
    Look.MISSING: _style(palette.WARNING_FILL, horizontal="center"),
    Look.CARRIED: _style(
        palette.CARRIED.fill, italic=True, ink=palette.CARRIED.ink, horizontal="center"
    ),
    Look.UNUSED: _style(palette.UNUSED_FILL, horizontal="center"),
    Look.RULED: _style(palette.UNUSED_FILL, ink=palette.QUIET, wraps=True, indent=1),
    Look.RULED_CENTRED: _style(
        palette.UNUSED_FILL, ink=palette.QUIET, horizontal="center", wraps=True
    ),
    Look.HEADER: _style(
        palette.NAVY, bold=True, ink=palette.WHITE, horizontal="center", wraps=True
    ),
}

_WRITTEN = _style(palette.WHITE, wraps=True, indent=1, vertical="top")
"""A long text shows its beginning."""
_GRID = (Look.FIELD, Look.GOAL, Look.LOCKED, Look.LOCKED_CENTRED, Look.COMPUTED, Look.STATE)
_GREY = (Look.UNUSED, Look.RULED, Look.RULED_CENTRED)
_EDGES: dict[Look, str] = {
    **dict.fromkeys((Look.HEADER, Look.TOTAL), palette.STEEL),
    **dict.fromkeys((Look.INPUT, Look.INPUT_LINE, Look.CARRIED), palette.INPUT_EDGE),
    Look.MISSING: palette.WARNING_EDGE,
    **dict.fromkeys((*_GRID, *_GREY), palette.GRID),
}
_UNDERLINED = Border(bottom=Side("thin", color=palette.NAVY))
_PRECEDENCE = (palette.WARNING_EDGE, palette.INPUT_EDGE, palette.STEEL, palette.GRID)


def dress(cell: Cell | MergedCell, look: Look, shown_as: str = "General") -> None:
    """Give a cell that stands by itself a look, with its edges, and a number format."""
    locked = look not in (Look.INPUT, Look.INPUT_LINE)
    own: tuple[Edge, ...] = (("thin", _EDGES[look]),) if look in _EDGES else ()
    put_on(cell, Dress(look, False, locked, shown_as, own * 4))


def put_on(cell: Cell | MergedCell, dress: Dress) -> None:
    """Make a cell look so."""
    style = _WRITTEN if dress.is_written else _STYLES[dress.look]
    cell.font, cell.alignment, cell.number_format = style.font, style.alignment, dress.shown_as
    cell.protection = Protection(locked=dress.locked)
    if style.fill is not None:
        cell.fill = style.fill
    if dress.look is Look.HEADING:
        cell.border = _UNDERLINED
    elif dress.edges:
        left, right, top, bottom = (Side(width, color=colour) for width, colour in dress.edges)
        if dress.look is Look.GOAL:  # Its title runs over the cells beside it.
            cell.border = Border(top=top, bottom=bottom)
        else:
            cell.border = Border(left=left, right=right, top=top, bottom=bottom)


def rich_text(spec: CellSpec) -> CellRichText | None:
    """The text of a cell with a small grey end, or None where it is plain.

    The runs together are the cell's value, to the letter.
    """
    if not isinstance(spec.value, str) or not spec.trail:
        return None
    font = _STYLES[spec.look].font
    body = InlineFont(rFont=FONT, sz=TEXT_SIZE, b=font.b, color=font.color)
    trail = InlineFont(rFont=FONT, sz=SMALL_SIZE, color=Color(palette.QUIET))
    return CellRichText(
        [TextBlock(body, spec.value.removesuffix(spec.trail)), TextBlock(trail, spec.trail)]
    )


def dress_of(spec: SheetSpec, address: str, block_starts: Collection[int]) -> Dress:
    """What a cell of a sheet wears, its edges in agreement with its neighbours.

    A text is written from the top left, other inputs in the middle.
    """
    cell = spec.cells[address]
    is_text = cell.input is not None and cell.input.type is ValueType.TEXT
    return Dress(
        cell.look,
        is_written=cell.look is Look.INPUT and is_text,
        locked=cell.input is None,
        shown_as=cell.number_format or "General",
        edges=_edges(spec, address, block_starts) if cell.look in _EDGES else (),
    )


def _edges(spec: SheetSpec, address: str, block_starts: Collection[int]) -> tuple[Edge, ...]:
    look = spec.cells[address].look
    column, row = position_of(address)
    starts = block_starts if spec.table is not None else ()

    def edge(right: int, down: int, *, starts_block: bool = False) -> Edge:
        if starts_block:
            return "medium", palette.NAVY
        neighbour = spec.cells.get(f"{column_letter(column + right)}{row + down}")
        looks = [look] if neighbour is None else [look, neighbour.look]
        colours = {_EDGES[each] for each in looks if each in _EDGES}
        return "thin", next(each for each in _PRECEDENCE if each in colours)

    return (
        edge(-1, 0),
        edge(1, 0),
        edge(0, -1, starts_block=row in starts),
        edge(0, 1, starts_block=row + 1 in starts),
    )
