"""One sheet as the file has it: its cells, its tables, its links, and what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbooks.coordinates import column_letter
from workbooks.reading.cells import Cell, blank
from workbooks.reading.ranges import Range
from workbooks.reading.sheets import SheetCells, SheetContent


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: its name, its range, its headings."""

    name: str
    ref: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink out of the file: the cells it stands on, and where it leads."""

    ref: str
    target: str


@dataclass(frozen=True, slots=True, eq=False)
class Appearance:
    """What a sheet shows of its cells."""

    merged: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    """First and last column of each hidden stretch."""
    formats: Mapping[str, str] = field(default_factory=dict)
    """The number formats of cells with a number, by address; those not named show it as it is."""

    def hides_column(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(frozen=True)
class ReadSheet:
    """One sheet as the file has it."""

    name: str
    state: str
    content: SheetContent
    tables: tuple[Table, ...] = ()
    appearance: Appearance = Appearance()
    links: tuple[Link, ...] = ()
    rules: tuple[str, ...] = ()
    """Formulas of validations and conditional formats."""

    @property
    def cells(self) -> SheetCells:
        """The non-empty cells by address."""
        return self.content.cells

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a position, blank where the file has none."""
        found = self.content.cells.get(f"{column_letter(column)}{row}")
        return blank(row, column) if found is None else found

    def rows(self) -> dict[int, list[Cell]]:
        """The non-empty cells by row, each row from left to right."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells.values():
            rows.setdefault(cell.row, []).append(cell)
        for row in rows.values():
            row.sort(key=lambda cell: cell.column)
        return rows
