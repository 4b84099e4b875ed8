"""Running text on a sheet, and how much room it takes: rows are as high as their text needs.

Excel measures rows when it is opened by a person, not when a file is written: the heights must be
in the file. The widths are Calibri's, in hundredths of the letter size; they need not be exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from workbooks.blueprint.specs import CellSpec, Look
from workbooks.coordinates import column_letter

LINE_HEIGHT = 13.0
"""Points from one line of 10-point text to the next."""

_GREATEST_HEIGHT = 400.0
"""Points, and room for an edge: Excel lets no row grow beyond 409.5."""

_LETTER_SIZE = 10.0
_POINTS_PER_CHARACTER = 7 * 0.75
_PADDING = 12.0
"""Points: the cell's own margins and one step of indent."""
_SAFETY = 1.05

_WIDTH_CLASSES = {
    25: " 'il,j.:;I·|",
    32: "()-[]`f!J{}rt",
    40: '/\\"szLc',
    46: "x?FSZkvyETYagå",
    51: "#$*+0123456789<=>^_e~é§–±≥≤KPXbdhnopquøüö»«",
    57: "BCRVAÅ",
    65: "DHGNUOØ&Q½",
    76: "…%wÆæ",
    86: "mMW@—",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTH_CLASSES.items() for letter in letters}
_USUAL_WIDTH = 51


def lines_needed(text: str, width: float) -> int:
    """How many lines a text takes in cells that are `width` characters wide together."""
    room = width * _POINTS_PER_CHARACTER - _PADDING
    return sum(_lines_of(paragraph, room) for paragraph in text.split("\n"))


def height_of(text: str, width: float) -> float:
    """The height in points of a row that a text in it needs, as far as a row grows."""
    return min(lines_needed(text, width) * LINE_HEIGHT + 5, _GREATEST_HEIGHT)


def _lines_of(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        length = _length(word)
        gap = _length(" ") if used else 0.0
        if used and used + gap + length > room:
            lines += 1
            used, gap = 0.0, 0.0
        # A word that is wider than the cell is broken.
        lines += int((used + gap + length) // room) if length > room else 0
        used = length % room if length > room else used + gap + length
    return lines


def _length(text: str) -> float:
    hundredths = sum(_WIDTH_OF.get(letter, _USUAL_WIDTH) for letter in text)
    return hundredths / 100 * _LETTER_SIZE * _SAFETY


_HEIGHTS = {Look.TITLE: 26.0, Look.SUBTITLE: 18.0, Look.HEADING: 22.0}


class Prose:
    """Running text as it grows, line by line, over the columns of a sheet."""

    def __init__(self, widths: Sequence[float], row: int = 1) -> None:
        self.row = row
        self.cells: dict[str, CellSpec] = {}
        self.merged: list[str] = []
        self.heights: dict[int, float] = {}
        self._widths = widths
        self._last = column_letter(len(widths))

    def across(self, text: str, look: Look) -> None:
        """One text over all columns."""
        self.cells[f"A{self.row}"] = CellSpec(look, value=text)
        self.merged.append(f"A{self.row}:{self._last}{self.row}")
        self._end(height_of(text, sum(self._widths)), look)

    def pair(self, left: str, right: str, look: Look = Look.TERM) -> None:
        """A word, which may have a look, and over the other columns what it means."""
        first, *others = self._widths
        self.cells[f"A{self.row}"] = CellSpec(look, value=left or None)
        self.cells[f"B{self.row}"] = CellSpec(Look.MEANING, value=right)
        self.merged.append(f"B{self.row}:{self._last}{self.row}")
        self._end(max(height_of(right, sum(others)), height_of(left, first)), Look.BODY)

    def line(self, texts: Sequence[str], look: Look = Look.BODY) -> None:
        """A text in each column."""
        height = 0.0
        for number, (text, width) in enumerate(zip(texts, self._widths, strict=True), start=1):
            self.cells[f"{column_letter(number)}{self.row}"] = CellSpec(look, value=text)
            height = max(height, height_of(text, width))
        self._end(height, look)

    def part(
        self,
        heading: str,
        texts: Iterable[str] = (),
        pairs: Iterable[tuple[str, str]] = (),
        looks: Iterable[Look] = repeat(Look.TERM),
    ) -> None:
        """A heading, running texts, words with what they mean, and an empty line."""
        self.across(heading, Look.HEADING)
        for text in texts:
            self.across(text, Look.BODY)
        for (word, meaning), look in zip(pairs, looks, strict=False):
            self.pair(word, meaning, look)
        self.row += 1

    def _end(self, height: float, look: Look) -> None:
        self.heights[self.row] = _HEIGHTS.get(look, height)
        self.row += 1
