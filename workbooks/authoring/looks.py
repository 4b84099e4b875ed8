"""How the cells of the authoring workbook look: the template's colours and letters."""

from __future__ import annotations

from enum import Enum, auto
from functools import cache

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from workbooks.authoring.entries import Typed
from workbooks.blueprint.specs import DATE_FORMAT, TEXT_FORMAT
from workbooks.template import palette
from workbooks.template.styles import FONT, TEXT_SIZE

GENERAL = "General"


class Look(Enum):
    """How a cell looks."""

    TITLE = auto()
    LEAD = auto()
    HEADING = auto()
    HEADER = auto()
    FIELD = auto()
    HELP = auto()
    TERM = auto()
    BODY = auto()
    COMPUTED = auto()
    INPUT = auto()
    INPUT_CENTRED = auto()


FORMATS: dict[Typed, str] = {
    Typed.LINE: TEXT_FORMAT,
    Typed.TEXT: TEXT_FORMAT,
    Typed.KEY: TEXT_FORMAT,
    Typed.CHOICE: TEXT_FORMAT,
    Typed.SUGGESTED: TEXT_FORMAT,
    Typed.YES_NO: TEXT_FORMAT,
    Typed.DATE: DATE_FORMAT,
    Typed.NUMBER: GENERAL,
    Typed.WHOLE: GENERAL,
    Typed.COMPUTED: GENERAL,
}
"""Texts stay what was typed (`1.1` would become a day); `82 %` as a number stays a percent."""

_CENTRED = (Typed.NUMBER, Typed.WHOLE, Typed.DATE, Typed.YES_NO, Typed.KEY)
_SIZES = {Look.TITLE: 16.0, Look.LEAD: 11.0, Look.HEADING: 12.0}
_BOLD = (Look.TITLE, Look.HEADING, Look.HEADER, Look.FIELD, Look.TERM)
_INKS = {
    Look.TITLE: palette.NAVY,
    Look.LEAD: palette.QUIET,
    Look.HEADING: palette.NAVY,
    Look.HEADER: palette.WHITE,
    Look.FIELD: palette.NAVY,
    Look.TERM: palette.NAVY,
    Look.HELP: palette.QUIET,
}
_FILLS = {
    Look.HEADER: palette.NAVY,
    Look.FIELD: palette.LOCKED_FILL,
    Look.COMPUTED: palette.COMPUTED_FILL,
    Look.INPUT: palette.WHITE,
    Look.INPUT_CENTRED: palette.WHITE,
}
_EDGES = {
    Look.HEADER: palette.STEEL,
    Look.FIELD: palette.GRID,
    Look.COMPUTED: palette.GRID,
    Look.INPUT: palette.INPUT_EDGE,
    Look.INPUT_CENTRED: palette.INPUT_EDGE,
}
_ONE_LINE = (Look.TITLE, Look.LEAD, Look.HEADING)
_INPUTS = (Look.INPUT, Look.INPUT_CENTRED)


def input_look(typed: Typed) -> Look:
    """The look of a cell in which this is typed."""
    if typed is Typed.COMPUTED:
        return Look.COMPUTED
    return Look.INPUT_CENTRED if typed in _CENTRED else Look.INPUT


def dress(cell: Cell | MergedCell, look: Look, number_format: str = GENERAL) -> None:
    """Give a cell its look; inputs are unlocked."""
    cell.font = _font(look)
    cell.alignment = _alignment(look)
    cell.protection = Protection(locked=look not in _INPUTS)
    cell.number_format = number_format
    if look in _FILLS:
        cell.fill = PatternFill("solid", start_color=_FILLS[look])
    if look in _EDGES:
        cell.border = _border(_EDGES[look])
    elif look is Look.HEADING:
        cell.border = Border(bottom=Side("thin", color=palette.NAVY))


@cache
def _font(look: Look) -> Font:
    return Font(
        name=FONT,
        size=_SIZES.get(look, TEXT_SIZE),
        bold=look in _BOLD,
        italic=look is Look.COMPUTED,
        color=_INKS.get(look, palette.INK),
    )


@cache
def _alignment(look: Look) -> Alignment:
    centred = look in (Look.HEADER, Look.INPUT_CENTRED)
    flat = look in _ONE_LINE
    return Alignment(
        horizontal="center" if centred else "left",
        vertical="center",
        wrap_text=not flat,
        indent=0 if centred or flat else 1,
    )


@cache
def _border(colour: str) -> Border:
    side = Side("thin", color=colour)
    return Border(left=side, right=side, top=side, bottom=side)
