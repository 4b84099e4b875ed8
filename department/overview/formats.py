"""How the overview's cells look: one format for each kind of value and tone, made when needed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from workbooks.template import palette

Value = str | int | float | date | None

FONT = "Calibri"
SIZE = 10


class Tone(StrEnum):
    """A colour that repeats what the text says; PLAIN for none."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    OPEN = "open"
    INPUT = "input"


class Kind(StrEnum):
    """What is in a cell: decides alignment and number format."""

    TEXT = "text"
    CENTRED = "centred"
    WHOLE = "whole"
    SCORE = "score"
    SHARE = "share"
    AMOUNT = "amount"
    DATE = "date"
    LINK = "link"
    FIGURE = "figure"
    """A figure with decimals, at least one."""
    SHORT = "short"
    """A text on one line."""
    SHORT_LINK = "short link"


_SIGNALS = {
    Tone.GOOD: palette.GREEN,
    Tone.WARN: palette.YELLOW,
    Tone.BAD: palette.RED,
    Tone.OPEN: palette.GREY,
}
_NUMBER_FORMATS = {
    Kind.WHOLE: "0",
    Kind.SCORE: "0.00",
    Kind.SHARE: "0.0 %",
    Kind.AMOUNT: "#,##0.00",
    Kind.DATE: "dd-mm-yyyy",
    Kind.FIGURE: "0.0##",
}


class Item(NamedTuple):
    """A cell's value: its tone, the address that it leads to, its kind where not usual, a tip."""

    value: Value
    tone: Tone = Tone.PLAIN
    link: str | None = None
    kind: Kind | None = None
    tip: str | None = None


def kind_of(value: Value) -> Kind:
    """The usual kind of a value."""
    if isinstance(value, str) or value is None:
        return Kind.TEXT
    if isinstance(value, date):
        return Kind.DATE
    return Kind.SCORE if isinstance(value, float) else Kind.WHOLE


class Formats:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._cells: dict[tuple[Kind, Tone], Format] = {}
        self._usual: dict[type[Value], Format] = {}
        base = {"font_name": FONT, "font_size": SIZE}
        colour = f"#{palette.NAVY}"
        self.title = book.add_format(
            {**base, "font_size": 16, "bold": True, "font_color": colour, "valign": "vcenter"}
        )
        self.subtitle = book.add_format(
            {**base, "font_size": 11, "font_color": f"#{palette.QUIET}"}
        )
        self.note = book.add_format(
            {**base, "font_color": f"#{palette.INK}", "valign": "top", "text_wrap": True}
        )
        heading = {
            **base,
            "bold": True,
            "font_color": f"#{palette.WHITE}",
            "bg_color": colour,
            "valign": "vcenter",
            "text_wrap": True,
            "indent": 1,
        }
        self.heading = book.add_format(heading)
        self.section = book.add_format(
            {**base, "font_size": 13, "bold": True, "font_color": colour, "valign": "vcenter"}
        )
        self.caption = book.add_format({**base, "bold": True, "font_color": colour})
        self.column = book.add_format(
            {
                **base,
                "bold": True,
                "font_color": colour,
                "bg_color": f"#{palette.TOTAL_FILL}",
                "align": "center",
            }
        )

    def cell(self, kind: Kind, tone: Tone) -> Format:
        """The format of a table's cell."""
        found = self._cells.get((kind, tone))
        if found is None:
            found = self._cells[kind, tone] = self._book.add_format(_properties(kind, tone))
        return found

    def usual(self, value: Value) -> Format:
        """The format of a table's cell with a value and nothing else."""
        found = self._usual.get(type(value))
        if found is None:
            found = self._usual[type(value)] = self.cell(kind_of(value), Tone.PLAIN)
        return found


def _properties(kind: Kind, tone: Tone) -> dict[str, str | int | bool]:
    is_text = kind in (Kind.TEXT, Kind.LINK, Kind.SHORT, Kind.SHORT_LINK)
    wanted: dict[str, str | int | bool] = {
        "font_name": FONT,
        "font_size": SIZE,
        "font_color": f"#{palette.INK}",
        "valign": "top",
        "align": "left" if is_text else "center",
        "text_wrap": True,
        "bottom": 1,
        "bottom_color": f"#{palette.GRID}",
    }
    if is_text:
        wanted["indent"] = 1
    if kind in (Kind.AMOUNT, Kind.SHARE):
        wanted["align"] = "right"
    if kind in _NUMBER_FORMATS:
        wanted["num_format"] = _NUMBER_FORMATS[kind]
    if kind in (Kind.SHORT, Kind.SHORT_LINK):
        wanted.update(text_wrap=False, shrink=True)
    if kind in (Kind.LINK, Kind.SHORT_LINK):
        wanted.update(font_color=f"#{palette.BLUE}", underline=1)
    if tone in _SIGNALS:
        signal = _SIGNALS[tone]
        wanted.update(bg_color=f"#{signal.fill}", font_color=f"#{signal.ink}")
        wanted.update(left=1, left_color=f"#{palette.WHITE}")
    if tone is Tone.INPUT:
        wanted.update(bg_color=f"#{palette.WHITE}", border=1, border_color=f"#{palette.INPUT_EDGE}")
        wanted.pop("bottom_color")
        wanted.pop("bottom")
    return wanted
