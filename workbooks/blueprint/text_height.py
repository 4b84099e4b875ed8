"""How much room a text takes, so that rows are as high as their text needs.

Excel measures rows when it is opened by a person, not when a file is written: the heights must be
in the file. The widths are Calibri's, in hundredths of the letter size; they need not be exact.
"""

from __future__ import annotations

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
