"""Where everything stands in an authoring workbook: rows of fields, headings and tables."""

from __future__ import annotations

from dataclasses import dataclass

from workbooks.authoring.entries import (
    COLUMNS,
    FIELD_GROUPS,
    FIELDS,
    SHEET_OF,
    AuthoringSheet,
    Column,
    Entry,
    PlanField,
    TableName,
)
from workbooks.coordinates import column_letter

LEAST_ROWS: dict[TableName, int] = {
    TableName.PERIODS: 6,
    TableName.SECTIONS: 12,
    TableName.TOLERANCES: 10,
    TableName.NOTES: 20,
    TableName.GOALS: 60,
    TableName.CRITERIA: 200,
    TableName.HISTORY: 600,
}
"""Rows that every workbook has."""
_FREE_ROWS = 10
"""Rows that are free below what a long plan fills."""

PLAN_WIDTHS = (30.0, 64.0, 18.0, 18.0, 18.0)
"""The columns of the sheet Plan: the name, what is typed, and what it is."""
VALUE_COLUMN = "B"
FIRST_FIELD_ROW = 4
HEADER_ROW = 4
"""The row of headings on the sheets that hold one table."""


@dataclass(frozen=True, slots=True)
class AuthoringTable:
    """Where a table stands: its heading row, its columns from A on, how many rows it has."""

    name: TableName
    header_row: int
    rows: int

    @property
    def sheet(self) -> AuthoringSheet:
        """The sheet it stands on."""
        return SHEET_OF[self.name]

    @property
    def columns(self) -> tuple[Entry, ...]:
        """Its columns, from A on."""
        return COLUMNS[self.name]

    def entry(self, column: Column) -> Entry:
        """What is typed in a column."""
        return next(entry for entry in self.columns if entry.name is column)

    @property
    def first_row(self) -> int:
        """The first row below the headings."""
        return self.header_row + 1

    @property
    def last_row(self) -> int:
        """The last row."""
        return self.header_row + self.rows

    def letter(self, column: Column) -> str:
        """The letter of a column."""
        return column_letter(1 + [entry.name for entry in self.columns].index(column))

    def cell(self, column: Column, row: int) -> str:
        """The address of a column in the table's row (0 is the first)."""
        return f"{self.letter(column)}{self.first_row + row}"

    def area(self, column: Column) -> str:
        """A whole column as a fixed range: `$B$5:$B$64`."""
        letter = self.letter(column)
        return f"${letter}${self.first_row}:${letter}${self.last_row}"

    @property
    def ref(self) -> str:
        """The range with the headings."""
        return f"A{self.header_row}:{column_letter(len(self.columns))}{self.last_row}"


@dataclass(frozen=True)
class AuthoringLayout:
    """Where everything stands in a workbook with so many rows in use."""

    field_rows: dict[PlanField, int]
    heading_rows: dict[str, int]
    """The groups of fields, and the tables, on the sheet Plan: where their heading stands."""
    tables: dict[TableName, AuthoringTable]

    def field_cell(self, name: PlanField) -> str:
        """The address of a field's value."""
        return f"{VALUE_COLUMN}{self.field_rows[name]}"


def authoring_layout(used: dict[TableName, int]) -> AuthoringLayout:
    """The layout with room for so many rows in use and some to spare."""
    rows = {
        name: max(least, used.get(name, 0) + _FREE_ROWS if used.get(name, 0) > least / 2 else least)
        for name, least in LEAST_ROWS.items()
    }
    field_rows: dict[PlanField, int] = {}
    headings: dict[str, int] = {}
    starts = {first: title for title, first in FIELD_GROUPS}
    row = FIRST_FIELD_ROW
    for entry in FIELDS:
        if isinstance(entry.name, PlanField):
            if entry.name in starts:
                row += 1 if field_rows else 0
                headings[starts[entry.name]] = row
                row += 1
            field_rows[entry.name] = row
            row += 1
    tables: dict[TableName, AuthoringTable] = {}
    for name, sheet in SHEET_OF.items():
        if sheet is not AuthoringSheet.PLAN:
            tables[name] = AuthoringTable(name, HEADER_ROW, rows[name])
            continue
        row += 1
        headings[name] = row
        tables[name] = AuthoringTable(name, row + 1, rows[name])
        row = tables[name].last_row + 1
    return AuthoringLayout(field_rows, headings, tables)
