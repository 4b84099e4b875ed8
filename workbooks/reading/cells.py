"""A cell as the file has it: address, type, value and formula; blank, text and error told apart.

With what every cell needs: ranges (`I11:I12`), numbers, and dates, which are numbers of days.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from workbooks.coordinates import column_letter, column_number, position_of


class CellType(StrEnum):
    """What a cell holds."""

    BLANK = "blank"
    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    ERROR = "error"


IN_CELL = "#IN_CELL!"
"""The error's text where a picture or a data type was placed in a cell: other programs show
`#VALUE!`."""


class Cell(NamedTuple):
    """One cell. `value` is a float, text, a bool, or the error's text; None when blank."""

    row: int
    column: int
    type: CellType
    value: float | str | bool | None
    formula: str | None = None
    """The formula with its `=`, None for a constant."""

    @property
    def address(self) -> str:
        """The address, `B12`."""
        return f"{column_letter(self.column)}{self.row}"

    @property
    def is_empty(self) -> bool:
        """Whether there is neither value nor formula: a styled cell without content."""
        return self.type is CellType.BLANK and self.formula is None

    @property
    def number(self) -> float | None:
        """The number, None for anything else (a boolean is no number)."""
        return self.value if isinstance(self.value, float) else None

    @property
    def text(self) -> str | None:
        """The text, None for anything else."""
        return self.value if self.type is CellType.TEXT and isinstance(self.value, str) else None

    @property
    def word(self) -> str:
        """A heading or a key on one line: a number typed as one reads as its digits, `1.1`."""
        if self.number is not None:
            return f"{self.number:.15g}"
        return "" if self.value is None else " ".join(str(self.value).split())


def blank(row: int, column: int) -> Cell:
    """An empty cell."""
    return Cell(row, column, CellType.BLANK, None)


def blank_at(address: str) -> Cell:
    """The empty cell at `B12`."""
    column, row = position_of(address)
    return blank(row, column)


def cell_of(address: str, value: str | float | date | None, formula: str | None) -> Cell | None:
    """The cell that holds a value of Python's as programs write it, a day by its number; None
    where it holds nothing. A formula has no value yet."""
    column, row = position_of(address)
    if formula is not None:
        return Cell(row, column, CellType.BLANK, None, formula)
    if value is None:
        return None
    if isinstance(value, str):
        return Cell(row, column, CellType.TEXT, value)
    if isinstance(value, bool):
        return Cell(row, column, CellType.BOOLEAN, value)
    number = date_to_serial(value) if isinstance(value, date) else value
    return Cell(row, column, CellType.NUMBER, float(number))


MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
_ADDRESS = r"([A-Z]{1,3})([1-9][0-9]{0,6})"
_RANGE = re.compile(rf"{_ADDRESS}(?::{_ADDRESS})?")


class Range(NamedTuple):
    """A rectangle of cells, both corners included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def text(self) -> str:
        """`I11:I12`."""
        first = f"{column_letter(self.first_column)}{self.first_row}"
        return f"{first}:{column_letter(self.last_column)}{self.last_row}"

    def has(self, row: int, column: int) -> bool:
        """Whether the cell lies in the range."""
        return (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell lies in the range and is not its first."""
        return self.has(row, column) and (row, column) != (self.first_row, self.first_column)


def read_range(text: str) -> Range | None:
    """The range that `text` names, None where it names none."""
    match = _RANGE.fullmatch(text.replace("$", ""))
    if match is None:
        return None
    left, top = column_number(match[1]), int(match[2])
    right = left if match[3] is None else column_number(match[3])
    bottom = top if match[4] is None else int(match[4])
    return Range(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


EPOCH_1900 = date(1899, 12, 30)
"""Day 0 of the 1900 date system for every day from 1 March 1900 on."""
DAYS_FROM_1900_TO_1904 = 1462
LAST_SERIAL = 2_958_465
"""31 December 9999."""
FIRST_DAY = date(1900, 3, 1)
FIRST_SERIAL = 61
"""The day, and its number, before which Excel counts days in its own way, or not at all."""
LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no cell can hold; a carriage return comes back as another line end."""


def serial_to_date(serial: float) -> date | None:
    """The day of a serial number of the 1900 system, its time of day dropped; None for no day."""
    if not 1 <= serial < LAST_SERIAL + 1:
        return None
    return EPOCH_1900 + timedelta(days=int(serial))


def clock(serial: float) -> str:
    """The time of day of a serial number: `14:30`."""
    minutes = min(round(serial % 1 * 24 * 60), 24 * 60 - 1)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def date_to_serial(day: date) -> int:
    """The serial number of a day."""
    if isinstance(day, datetime):
        day = day.date()
    return (day - EPOCH_1900).days


def read_iso(text: str, *, from_1904: bool = False) -> float | None:
    """The serial number of a day, a moment or a time of day as ISO writes it; None for what is
    none."""
    text = text.removesuffix("Z")
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        serial = date_to_serial(moment) + _part_of_day(moment.time())
        return serial - DAYS_FROM_1900_TO_1904 if from_1904 else serial
    with suppress(ValueError):
        return _part_of_day(time.fromisoformat(text)) if ":" in text else None
    return None


def _part_of_day(moment: time) -> float:
    return (moment.hour * 3600 + moment.minute * 60 + moment.second) / 86_400


def read_number(text: str) -> float | None:
    """The number that programs write so; None for what is none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return None if number - number != 0 or "_" in text or not text.isascii() else number


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Text with Excel's `_x000D_` escapes decoded, and line ends as `\\n`.

    Half a character of two (`_xD83D_`) is no character, and becomes a replacement character.
    """
    if "_x" in text:
        text = _ESCAPE.sub(_decoded, text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= number <= 0xDFFF else chr(number)
