"""Texts with a bold beginning and a small grey end."""

from __future__ import annotations

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color

from workbooks.blueprint.cells import CellSpec
from workbooks.template import palette
from workbooks.template.styles import FONT, SMALL_SIZE, TEXT_SIZE


def rich_text(spec: CellSpec) -> CellRichText | None:
    """The text of a cell in up to three runs, or None where it is set in one.

    The runs together are the cell's value, to the letter.
    """
    if not isinstance(spec.value, str) or not (spec.lead or spec.trail):
        return None
    lead = f"{spec.lead}\n" if spec.lead else ""
    trail = f"\n{spec.trail}" if spec.trail else ""
    body = spec.value.removeprefix(lead).removesuffix(trail)
    runs = (
        (lead, InlineFont(rFont=FONT, sz=TEXT_SIZE, b=True, color=Color(palette.NAVY))),
        (body, InlineFont(rFont=FONT, sz=TEXT_SIZE, color=Color(palette.INK))),
        (trail, InlineFont(rFont=FONT, sz=SMALL_SIZE, color=Color(palette.QUIET))),
    )
    return CellRichText([TextBlock(font, text) for text, font in runs if text])
