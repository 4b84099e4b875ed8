"""Where a cell stands: the letters of columns and their numbers, `C11` as column 3, row 11."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")

_RANGE = re.compile(r"\b([A-Z]{1,3})(\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?\b")


def column_letter(number: int) -> str:
    """The letter of column `number` (1 is A)."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column (A is 1)."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def position_of(address: str) -> tuple[int, int]:
    """The column and the row of an address, both counted from 1: `C11` is 3, 11."""
    letters = address.rstrip("0123456789")
    return column_number(letters), int(address[len(letters) :])


def ranges(cells: Mapping[str, T], *, over_gaps: bool = False) -> Iterator[tuple[str, T]]:
    """The cells as few ranges, column by column, each of what is the same: `I11:I14`, `I15`.

    With `over_gaps` other cells may lie between two of a range.
    """
    runs: list[tuple[int, int, int, T]] = []
    placed = ((*position_of(address), what) for address, what in cells.items())
    for column, row, what in sorted(placed, key=lambda each: each[:2]):
        at, top, bottom, same = runs[-1] if runs else (0, 0, 0, what)
        if (at, same) == (column, what) and (over_gaps or bottom == row - 1):
            runs[-1] = (column, top, row, what)
        else:
            runs.append((column, row, row, what))
    for column, top, bottom, what in runs:
        letter = column_letter(column)
        yield f"{letter}{top}" if top == bottom else f"{letter}{top}:{letter}{bottom}", what


def cells_in(told: str) -> Iterator[str]:
    """The cells of such ranges with commas between them: `I11:I12, I15` are I11, I12 and I15."""
    for letter, top, bottom in _RANGE.findall(told):
        for row in range(int(top), int(bottom or top) + 1):
            yield f"{letter}{row}"


def absolute(address: str) -> str:
    """The address as a formula keeps it when it is copied: `$C$11`."""
    column, row = position_of(address)
    return f"${column_letter(column)}${row}"


def absolute_range(letter: str, top: int, rows: int) -> str:
    """Rows of a column, `$A$11:$A$13`; a single cell as spreadsheets write it, `$A$11`."""
    first = f"${letter}${top}"
    return first if rows == 1 else f"{first}:${letter}${top + rows - 1}"
