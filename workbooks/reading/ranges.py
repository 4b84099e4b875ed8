"""Ranges of cells, as `I11:I12`."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbooks.coordinates import column_letter, column_number

_RANGE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?")


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
