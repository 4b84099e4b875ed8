"""How the cells of the plan's workbook look: the template's colours and letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from workbooks.blueprint.specs import DATE_FORMAT, TEXT_FORMAT
from workbooks.plan_book.fields import Type
from workbooks.template import palette
from workbooks.template.styles import FONT, TEXT_SIZE

GENERAL = "General"
LEAST_HEIGHT = 18.0
_LOOKS_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""A text that Excel would take for an escaped character."""


@dataclass(frozen=True, slots=True)
class Look:
    """Letters, fill and edges of a cell; an input is unlocked."""

    ink: str = palette.INK
    size: float = TEXT_SIZE
    bold: bool = False
    italic: bool = False
    fill: str | None = None
    edge: str | None = None
    underlined: bool = False
    """Whether a line runs under the whole cell."""
    centred: bool = False
    flat: bool = False
    """On one line, without indent."""
    is_input: bool = False


TITLE = Look(palette.NAVY, 16.0, bold=True, flat=True)
LEAD = Look(palette.QUIET, 11.0, flat=True)
HEADING = Look(palette.NAVY, 12.0, bold=True, flat=True, underlined=True)
HEADER = Look(palette.WHITE, bold=True, fill=palette.NAVY, edge=palette.STEEL, centred=True)
FIELD_NAME = Look(palette.NAVY, bold=True, fill=palette.LOCKED_FILL, edge=palette.GRID)
HELP = Look(palette.QUIET)
TERM = Look(palette.NAVY, bold=True)
BODY = Look()
COMPUTED = Look(italic=True, fill=palette.COMPUTED_FILL, edge=palette.GRID)
INPUT = Look(fill=palette.WHITE, edge=palette.INPUT_EDGE, is_input=True)
INPUT_CENTRED = replace(INPUT, centred=True)

_CENTRED = (Type.NUMBER, Type.WHOLE, Type.DATE, Type.YES_NO, Type.KEY)
_AS_NUMBERS = (Type.NUMBER, Type.WHOLE, Type.COMPUTED)


def input_look(typed: Type) -> Look:
    """The look of a cell in which this is typed."""
    if typed is Type.COMPUTED:
        return COMPUTED
    return INPUT_CENTRED if typed in _CENTRED else INPUT


def number_format(typed: Type) -> str:
    """Texts stay what was typed (`1.1` would become a day); `82 %` as a number stays a percent."""
    if typed is Type.DATE:
        return DATE_FORMAT
    return GENERAL if typed in _AS_NUMBERS else TEXT_FORMAT


def dress(cell: Cell | MergedCell, look: Look, shown_as: str = GENERAL) -> None:
    """Give a cell its look and its number format."""
    cell.font = Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=look.ink)
    cell.alignment = Alignment(
        horizontal="center" if look.centred else "left",
        vertical="center",
        wrap_text=not look.flat,
        indent=0 if look.centred or look.flat else 1,
    )
    cell.protection = Protection(locked=not look.is_input)
    cell.number_format = shown_as
    if look.fill is not None:
        cell.fill = PatternFill("solid", start_color=look.fill)
    if look.edge is not None:
        side = Side("thin", color=look.edge)
        cell.border = Border(left=side, right=side, top=side, bottom=side)
    elif look.underlined:
        cell.border = Border(bottom=Side("thin", color=palette.NAVY))


def write_value(cell: Cell | MergedCell, value: str | int | float | date | None) -> None:
    """A value as it is: a text such as `+/-` or `=a` stays text."""
    if isinstance(cell, MergedCell):
        raise TypeError(f"{cell.coordinate} is merged into another cell")
    if isinstance(value, str):
        cell.value = _LOOKS_ESCAPED.sub(r"_x005F\g<0>", value)
        cell.data_type = "s"
    elif value is not None:
        cell.value = value


def row_height(needed: Iterable[float]) -> float:
    """The height of a row in points: what its texts need."""
    return max((LEAST_HEIGHT, *needed))
