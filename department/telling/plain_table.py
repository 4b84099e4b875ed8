"""A long table as plain aligned lines: boxes and folding take longer than judging its files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len
from rich.markup import render
from rich.table import Table

_GAP = "  "


def plain_lines(table: Table) -> Iterator[str]:
    """The headings, a line under them, and a line for each row, without colours."""
    columns = []
    for column in table.columns:
        cells = [_plain(str(column.header)), *(_plain(str(cell)) for cell in column.cells)]
        width = max(map(cell_len, cells))
        padded = [_padded(cell, width, to_right=column.justify == "right") for cell in cells]
        columns.append([padded[0], "─" * width, *padded[1:]])
    for line in zip(*columns, strict=True):
        yield _GAP.join(line).rstrip()


def _plain(cell: str) -> str:
    """A cell without its markup."""
    return _unmarked(cell) if "[" in cell else cell


@lru_cache(maxsize=64)
def _unmarked(cell: str) -> str:
    """Kept, since the same few verdicts stand in every row."""
    return render(cell).plain


def _padded(cell: str, width: int, *, to_right: bool) -> str:
    blanks = " " * (width - cell_len(cell))
    return f"{blanks}{cell}" if to_right else f"{cell}{blanks}"
