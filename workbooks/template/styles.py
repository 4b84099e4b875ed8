"""A style for each look of the blueprint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from openpyxl.styles import Alignment, Font, PatternFill, Protection

from workbooks.blueprint.cells import CellSpec, Look
from workbooks.form import ValueType
from workbooks.template import palette

FONT = "Calibri"
TEXT_SIZE = 10.0
SMALL_SIZE = 8.0

Horizontal = Literal["left", "center", "right"]
Vertical = Literal["top", "center", "bottom"]


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks, but for its borders and its number format."""

    font: Font
    alignment: Alignment
    protection: Protection
    fill: PatternFill | None = None


@dataclass(frozen=True, slots=True)
class _Recipe:
    size: float = TEXT_SIZE
    bold: bool = False
    italic: bool = False
    ink: str = palette.INK
    fill: str | None = None
    horizontal: Horizontal = "left"
    vertical: Vertical = "center"
    wraps: bool = False
    indent: int = 0


_RECIPES: dict[Look, _Recipe] = {
    Look.TITLE: _Recipe(size=16, bold=True, ink=palette.NAVY),
    Look.SUBTITLE: _Recipe(size=11, ink=palette.QUIET),
    Look.HEADING: _Recipe(size=12, bold=True, ink=palette.NAVY, vertical="bottom"),
    Look.LABEL: _Recipe(bold=True, ink=palette.NAVY),
    Look.NOTE: _Recipe(),
    Look.ASIDE: _Recipe(indent=1),
    Look.TERM: _Recipe(bold=True, ink=palette.NAVY, wraps=True),
    Look.BODY: _Recipe(wraps=True),
    Look.MEANING: _Recipe(wraps=True, indent=1),
    Look.FIELD: _Recipe(
        bold=True, ink=palette.NAVY, fill=palette.LOCKED_FILL, wraps=True, indent=1
    ),
    Look.LOCKED: _Recipe(fill=palette.LOCKED_FILL, wraps=True, indent=1),
    Look.LOCKED_CENTRED: _Recipe(fill=palette.LOCKED_FILL, horizontal="center", wraps=True),
    Look.COMPUTED: _Recipe(italic=True, fill=palette.COMPUTED_FILL, horizontal="center"),
    Look.STATE: _Recipe(
        bold=True,
        fill=palette.COMPUTED_FILL,
        horizontal="center",
        wraps=True,
    ),
    Look.TOTAL: _Recipe(
        size=12,
        bold=True,
        ink=palette.NAVY,
        fill=palette.TOTAL_FILL,
        horizontal="center",
    ),
    Look.INPUT: _Recipe(fill=palette.WHITE, horizontal="center", wraps=True),
    Look.INPUT_LINE: _Recipe(fill=palette.WHITE, wraps=True, indent=1),
    Look.UNUSED: _Recipe(fill=palette.UNUSED_FILL, horizontal="center"),
    Look.WITHDRAWN: _Recipe(ink=palette.QUIET, fill=palette.UNUSED_FILL, wraps=True, indent=1),
    Look.WITHDRAWN_CENTRED: _Recipe(
        ink=palette.QUIET, fill=palette.UNUSED_FILL, horizontal="center", wraps=True
    ),
    Look.HEADER: _Recipe(
        bold=True,
        ink=palette.WHITE,
        fill=palette.NAVY,
        horizontal="center",
        wraps=True,
    ),
}

_FREE_TEXT = _Recipe(fill=palette.WHITE, vertical="center", wraps=True, indent=1)


def style_of(spec: CellSpec) -> CellStyle:
    """The style of a cell; a text is typed from the upper left corner, all else in the middle."""
    is_free_text = (
        spec.look is Look.INPUT and spec.input is not None and spec.input.type is ValueType.TEXT
    )
    return _style(spec.look, is_free_text, spec.input is None)


@cache
def _style(look: Look, is_free_text: bool, locked: bool) -> CellStyle:
    recipe = _FREE_TEXT if is_free_text else _RECIPES[look]
    return CellStyle(
        font=Font(
            name=FONT,
            size=recipe.size,
            bold=recipe.bold,
            italic=recipe.italic,
            color=recipe.ink,
        ),
        alignment=Alignment(
            horizontal=recipe.horizontal,
            vertical=recipe.vertical,
            wrap_text=recipe.wraps,
            indent=recipe.indent,
        ),
        protection=Protection(locked=locked),
        fill=None if recipe.fill is None else PatternFill("solid", start_color=recipe.fill),
    )
