"""Finding a table where it stands now, and naming what moved: one cause, one anomaly.

The template says where each heading and key belongs. A received sheet may have lost, gained or
moved some: cells are then still read by heading and key, never by position alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbooks.layout import TableLayout, column_letter
from workbooks.reading.book import ReadSheet
from workbooks.reading.cells import Cell


class Displaced(StrEnum):
    """What is wrong with a table's form."""

    TABLE_MISSING = "table_missing"
    TABLE_MOVED = "table_moved"
    HEADER_CHANGED = "header_changed"
    COLUMN_MISSING = "column_missing"
    COLUMN_MOVED = "column_moved"
    KEY_CHANGED = "key_changed"
    ROW_MISSING = "row_missing"
    ROW_UNKNOWN = "row_unknown"
    ROW_TWICE = "row_twice"
    ROW_MOVED = "row_moved"


RENAMED = frozenset({Displaced.HEADER_CHANGED, Displaced.KEY_CHANGED})
"""Anomalies that leave every cell in its place."""


@dataclass(frozen=True, slots=True)
class Anomaly:
    """One thing wrong with a table's form, at a cell, with what was found and expected."""

    what: Displaced
    cell: str
    found: str
    expected: str


@dataclass(frozen=True)
class LocatedTable:
    """Where a table's columns and rows are in a received sheet."""

    layout: TableLayout
    sheet: ReadSheet | None
    columns: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    anomalies: tuple[Anomaly, ...] = ()

    @property
    def is_in_place(self) -> bool:
        """Whether every cell stands where the template has it."""
        return self.sheet is not None and all(each.what in RENAMED for each in self.anomalies)

    def cell(self, key: str, column: str) -> Cell | None:
        """The cell of a row and column as received, None where the table has lost it."""
        if self.sheet is None or key not in self.rows or column not in self.columns:
            return None
        return self.sheet.cell(self.rows[key], self.columns[column])


def locate(sheet: ReadSheet | None, layout: TableLayout, keys: Sequence[str]) -> LocatedTable:
    """The table as it stands in `sheet`; `keys` are its rows' keys, top to bottom.

    A key of two parts (Historik's) is the texts of key and year joined by a blank.
    """
    if sheet is None:
        return LocatedTable(layout, None)
    found = _find_header(sheet, layout)
    if found is None:
        corner = f"A{layout.header_row}"
        missing = Anomaly(Displaced.TABLE_MISSING, corner, "", layout.name)
        return LocatedTable(layout, sheet, anomalies=(missing,))
    header_row, offset = found
    columns, column_anomalies = _columns(sheet, layout, header_row, offset)
    rows, row_anomalies = _rows(sheet, layout, header_row, columns, keys)
    moved: list[Anomaly] = []
    if header_row != layout.header_row or offset:
        here = f"{column_letter(1 + offset)}{header_row}"
        moved.append(Anomaly(Displaced.TABLE_MOVED, here, here, f"A{layout.header_row}"))
    return LocatedTable(layout, sheet, columns, rows, (*moved, *column_anomalies, *row_anomalies))


def recognise(sheet: ReadSheet, layout: TableLayout) -> bool:
    """Whether `sheet` holds this table's headings, whatever the sheet is called."""
    return _find_header(sheet, layout) is not None


def _find_header(sheet: ReadSheet, layout: TableLayout) -> tuple[int, int] | None:
    """The header's row and how many columns it is shifted; None where most headings are gone."""
    position = {name: number for number, name in enumerate(layout.columns, start=1)}
    rows = sheet.rows()
    order = sorted(rows, key=lambda row: (abs(row - layout.header_row), row))
    best: tuple[int, int, int] | None = None
    for row in order:
        matched = [cell for cell in rows[row] if cell.text in position]
        if len({cell.text for cell in matched}) * 2 > len(layout.columns) and (
            best is None or len(matched) > best[0]
        ):
            shifts = Counter(cell.column - position[str(cell.text)] for cell in matched)
            shift, count = shifts.most_common(1)[0]
            best = (len(matched), row, shift if count * 2 > len(matched) and shift > 0 else 0)
    if best is None:
        return None
    count, row, shift = best
    # A column lost or gained in the middle shifts most headings: the table itself stands still.
    first = sheet.cell(row, 1).text
    return (row, 0) if first in position else (row, shift)


def _columns(
    sheet: ReadSheet, layout: TableLayout, header_row: int, offset: int
) -> tuple[dict[str, int], list[Anomaly]]:
    present: dict[str, int] = {}
    for cell in sheet.rows().get(header_row, []):
        if cell.text in layout.columns and cell.text not in present:
            present[cell.text] = cell.column
    anomalies: list[Anomaly] = []
    columns = dict(present)
    taken = set(present.values())
    previous = offset
    for number, name in enumerate(layout.columns, start=1):
        if name in present:
            previous = present[name]
            continue
        slot = previous + 1
        heading = sheet.cell(header_row, slot)
        if slot not in taken and (slot == number + offset or not heading.is_empty):
            columns[name] = slot
            taken.add(slot)
            previous = slot
            text = _shown(heading)
            anomalies.append(Anomaly(Displaced.HEADER_CHANGED, heading.address, text, name))
        else:
            belongs = f"{column_letter(number + offset)}{header_row}"
            anomalies.append(Anomaly(Displaced.COLUMN_MISSING, belongs, "", name))
    anomalies += _moved_columns(layout, columns, header_row, offset, bool(anomalies))
    return columns, anomalies


def _moved_columns(
    layout: TableLayout, columns: dict[str, int], header_row: int, offset: int, explained: bool
) -> list[Anomaly]:
    ordered = [name for name in layout.columns if name in columns]
    in_order = _longest_rising([columns[name] for name in ordered])
    moved = [name for index, name in enumerate(ordered) if index not in in_order]
    if not moved and not explained:
        # Nothing lost and nothing out of order, but something was put in between.
        shifted = (name for name in ordered if columns[name] != _belongs(layout, name, offset))
        moved = list(shifted)[:1]
    return [
        Anomaly(
            Displaced.COLUMN_MOVED,
            f"{column_letter(columns[name])}{header_row}",
            column_letter(columns[name]),
            column_letter(_belongs(layout, name, offset)),
        )
        for name in moved
    ]


def _belongs(layout: TableLayout, name: str, offset: int) -> int:
    return layout.columns.index(name) + 1 + offset


def _rows(
    sheet: ReadSheet,
    layout: TableLayout,
    header_row: int,
    columns: dict[str, int],
    keys: Sequence[str],
) -> tuple[dict[str, int], list[Anomaly]]:
    found = _keys_found(sheet, layout, header_row, columns, len(keys))
    anomalies: list[Anomaly] = []
    rows: dict[str, int] = {}
    strangers: dict[int, str] = {}
    key_letter = column_letter(columns.get(layout.columns[0], 1))
    for row, key in found:
        if key in rows:
            anomalies.append(Anomaly(Displaced.ROW_TWICE, f"{key_letter}{row}", key, ""))
        elif key in keys:
            rows[key] = row
        else:
            strangers[row] = key
    for index, key in enumerate(keys):
        if key in rows:
            continue
        slot = _slot(index, keys, rows, header_row)
        if slot in strangers:
            rows[key] = slot
            changed = f"{key_letter}{slot}"
            anomalies.append(Anomaly(Displaced.KEY_CHANGED, changed, strangers.pop(slot), key))
        else:
            belongs = f"{key_letter}{header_row + 1 + index}"
            anomalies.append(Anomaly(Displaced.ROW_MISSING, belongs, "", key))
    for row, key in strangers.items():
        if key:
            anomalies.append(Anomaly(Displaced.ROW_UNKNOWN, f"{key_letter}{row}", key, ""))
    anomalies += _moved_rows(keys, rows, header_row, key_letter, bool(anomalies))
    return rows, anomalies


def _slot(index: int, keys: Sequence[str], rows: dict[str, int], header_row: int) -> int:
    """The row where a key that was not found would stand: right below the key before it."""
    return rows.get(keys[index - 1], header_row + index) + 1 if index else header_row + 1


def _keys_found(
    sheet: ReadSheet, layout: TableLayout, header_row: int, columns: dict[str, int], count: int
) -> list[tuple[int, str]]:
    """The keys below the header by row; a row of the form with other content but no key is ''."""
    key_columns = [columns.get(layout.columns[0], 1)]
    if "År" in layout.columns:
        key_columns.append(columns.get("År", 0))
    found: list[tuple[int, str]] = []
    last = max([header_row + count, *(cell.row for cell in sheet.cells.values())])
    rows = sheet.rows()
    for row in range(header_row + 1, last + 1):
        if row not in rows:
            continue
        parts = [_shown(sheet.cell(row, column)) for column in key_columns if column]
        if parts[0]:
            found.append((row, " ".join(parts)))
        elif row <= header_row + count:
            found.append((row, ""))
    return found


def _moved_rows(
    keys: Sequence[str], rows: dict[str, int], header_row: int, key_letter: str, explained: bool
) -> list[Anomaly]:
    ordered = [key for key in keys if key in rows]
    in_order = _longest_rising([rows[key] for key in ordered])
    moved = [key for index, key in enumerate(ordered) if index not in in_order]
    if not moved and not explained:
        shifted = (key for key in ordered if rows[key] != header_row + 1 + keys.index(key))
        moved = list(shifted)[:1]
    anomalies = []
    for key in moved:
        index = rows[key] - header_row - 1
        belongs = keys[index] if 0 <= index < len(keys) else ""
        cell = f"{key_letter}{rows[key]}"
        anomalies.append(Anomaly(Displaced.ROW_MOVED, cell, key, belongs))
    return anomalies


def _shown(cell: Cell) -> str:
    """A heading or key as text: a number typed as a key reads as its digits."""
    number = cell.number
    if number is not None:
        return f"{number:.15g}"
    return " ".join(str(cell.value).split()) if cell.value is not None else ""


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The indices of a longest rising subsequence: what stands in order; the rest was moved."""
    best: list[list[int]] = []
    for index, number in enumerate(numbers):
        before = _longest([run for run in best if numbers[run[-1]] < number])
        best.append([*before, index])
    return set(_longest(best))


def _longest(runs: Sequence[list[int]]) -> list[int]:
    longest: list[int] = []
    for run in runs:
        if len(run) > len(longest):
            longest = run
    return longest
