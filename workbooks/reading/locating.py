"""Finding a table where it stands now, and naming what moved: one cause, one anomaly.

The template says where each heading and key belongs. A received sheet may have lost, gained or
moved some: cells are then still read by heading and key, never by position alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from workbooks.coordinates import column_letter
from workbooks.form import HistoryColumn, TableLayout
from workbooks.reading.cells import Cell, blank
from workbooks.reading.read_sheet import ReadSheet


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


_MOST_STRANGERS = 50
"""Rows too many that are named one by one: a pasted list of thousands is one cause."""

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

    @cached_property
    def is_in_place(self) -> bool:
        """Whether every cell stands where the template has it."""
        return self.sheet is not None and all(each.what in RENAMED for each in self.anomalies)

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {name: column_letter(number) for name, number in self.columns.items()}

    def address(self, key: str, column: str) -> str | None:
        """Where the cell of a row and column stands now, None where the table has lost it."""
        row, letter = self.rows.get(key), self._letters.get(column)
        return None if row is None or letter is None else f"{letter}{row}"

    def cell(self, key: str, column: str) -> Cell | None:
        """The cell of a row and column as received, None where the table has lost it."""
        address = self.address(key, column)
        if self.sheet is None or address is None:
            return None
        return self.sheet.cells.get(address) or blank(self.rows[key], self.columns[column])

    def filled(self, column: str, keys: Sequence[str]) -> Iterator[tuple[str, Cell]]:
        """Those rows' cells of a column that hold something, with the keys of the rows."""
        cells = {} if self.sheet is None else self.sheet.cells
        for key in keys:
            cell = cells.get(self.address(key, column) or "")
            if cell is not None:
                yield key, cell


def locate(sheet: ReadSheet | None, layout: TableLayout, keys: Sequence[str]) -> LocatedTable:
    """The table as it stands in `sheet`; `keys` are its rows' keys, top to bottom.

    A key of two parts (Historik's) is the texts of key and year joined by a blank. A table without
    headings, as `_rp` is, has its header in row 0: its columns go by letter.
    """
    if sheet is None:
        return LocatedTable(layout, None)
    if not layout.header_row:
        columns = _numbered(layout.columns, 1)
        rows, anomalies = _rows(sheet, layout, 0, columns, keys)
        return LocatedTable(layout, sheet, columns, rows, tuple(anomalies))
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


def _numbered(names: Sequence[str], first: int) -> dict[str, int]:
    return {name: number for number, name in enumerate(names, start=first)}


def recognise(sheet: ReadSheet, layout: TableLayout) -> bool:
    """Whether `sheet` holds this table's headings, whatever the sheet is called."""
    return _find_header(sheet, layout) is not None


def _find_header(sheet: ReadSheet, layout: TableLayout) -> tuple[int, int] | None:
    """The header's row and how many columns it is shifted; None where most headings are gone."""
    position = _numbered(layout.columns, 1)
    rows = sheet.rows
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
            if best == (len(layout.columns), layout.header_row, 0):
                break
    if best is None:
        return None
    count, row, shift = best
    # A column lost or gained in the middle shifts most headings: the table itself stands still.
    first = sheet.cell(row, 1).text
    return (row, 0) if first in position else (row, shift)


def _columns(
    sheet: ReadSheet, layout: TableLayout, header_row: int, offset: int
) -> tuple[dict[str, int], list[Anomaly]]:
    belongs = _numbered(layout.columns, 1 + offset)
    present = _headings_present(sheet, header_row, belongs)
    anomalies: list[Anomaly] = []
    columns = dict(present)
    taken = set(present.values())
    previous = offset
    for name, number in belongs.items():
        if name in present:
            previous = present[name]
            continue
        slot = previous + 1
        heading = sheet.cell(header_row, slot)
        is_there = slot == number and not _is_blank_below(sheet, header_row, slot)
        if slot not in taken and (is_there or not heading.is_empty):
            columns[name] = slot
            taken.add(slot)
            previous = slot
            text = _shown(heading)
            anomalies.append(Anomaly(Displaced.HEADER_CHANGED, heading.address, text, name))
        else:
            place = f"{column_letter(number)}{header_row}"
            anomalies.append(Anomaly(Displaced.COLUMN_MISSING, place, "", name))
    anomalies += _moved_columns(columns, belongs, header_row, bool(anomalies))
    return columns, anomalies


def _headings_present(
    sheet: ReadSheet, header_row: int, belongs: Mapping[str, int]
) -> dict[str, int]:
    """Where each heading stands; one that stands twice is the one that stands in its place."""
    present: dict[str, int] = {}
    for cell in sheet.rows.get(header_row, []):
        name = cell.text
        if name is None or name not in belongs:
            continue
        if name not in present or cell.column == belongs[name]:
            present[name] = cell.column
    return present


def _is_blank_below(sheet: ReadSheet, row: int, column: int) -> bool:
    """Whether a column holds nothing from a row on."""
    return not any(cell.column == column and cell.row >= row for cell in sheet.cells.values())


def _moved_columns(
    columns: Mapping[str, int], belongs: Mapping[str, int], header_row: int, explained: bool
) -> list[Anomaly]:
    there = {name: number for name, number in belongs.items() if name in columns}
    return [
        Anomaly(
            Displaced.COLUMN_MOVED,
            f"{column_letter(columns[name])}{header_row}",
            column_letter(columns[name]),
            column_letter(belongs[name]),
        )
        for name in _moved(columns, there, explained)
    ]


def _moved(found: Mapping[str, int], belongs: Mapping[str, int], explained: bool) -> list[str]:
    """What stands out of order. Where nothing does and nothing is lost (that would explain it),
    but something was put in between, the first that is shifted by it."""
    if found == belongs:
        return []
    in_order = longest_rising([found[name] for name in belongs])
    moved = [name for index, name in enumerate(belongs) if index not in in_order]
    if not moved and not explained:
        moved = [name for name in belongs if found[name] != belongs[name]][:1]
    return moved


def _rows(
    sheet: ReadSheet,
    layout: TableLayout,
    header_row: int,
    columns: dict[str, int],
    keys: Sequence[str],
) -> tuple[dict[str, int], list[Anomaly]]:
    headings = _key_headings(layout)
    key_columns = [columns[name] for name in headings if name in columns]
    if len(key_columns) < len(headings):
        # The keys are gone with their column, and that is told: the rows stand as they stood.
        return _numbered(keys, header_row + 1), []
    found = _keys_found(sheet, key_columns, header_row, keys)
    anomalies: list[Anomaly] = []
    rows: dict[str, int] = {}
    strangers: dict[int, str] = {}
    key_letter = column_letter(columns[layout.columns[0]])
    belongs = _numbered(keys, header_row + 1)
    for row, key in found:
        if key in belongs and (key not in rows or row == belongs[key]):
            # One that stands twice is the one that stands in its place.
            strangers |= {rows[key]: key} if key in rows else {}
            rows[key] = row
        else:
            strangers[row] = key
    for index, key in enumerate(keys):
        if key in rows:
            continue
        slot = _slot(index, keys, rows, header_row)
        if slot in strangers:
            rows[key] = slot
            stranger = strangers.pop(slot)
            letter = column_letter(_changed_part(stranger, key, key_columns))
            anomalies.append(Anomaly(Displaced.KEY_CHANGED, f"{letter}{slot}", stranger, key))
        else:
            place = f"{key_letter}{belongs[key]}"
            anomalies.append(Anomaly(Displaced.ROW_MISSING, place, "", key))
    for row, key in list(strangers.items())[:_MOST_STRANGERS]:
        if key:
            what = Displaced.ROW_TWICE if key in rows else Displaced.ROW_UNKNOWN
            anomalies.append(Anomaly(what, f"{key_letter}{row}", key, ""))
    anomalies += _moved_rows(keys, rows, header_row, key_letter, bool(anomalies))
    return rows, anomalies


def _slot(index: int, keys: Sequence[str], rows: dict[str, int], header_row: int) -> int:
    """The row where a key that was not found would stand: right below the key before it."""
    return rows.get(keys[index - 1], header_row + index) + 1 if index else header_row + 1


def _key_headings(layout: TableLayout) -> tuple[str, ...]:
    """The headings of the columns that together name a row."""
    first = layout.columns[0]
    return (first, HistoryColumn.YEAR) if HistoryColumn.YEAR in layout.columns else (first,)


def _changed_part(found: str, expected: str, key_columns: Sequence[int]) -> int:
    """The column of the part of a key that was changed."""
    pairs = zip(found.split(" "), expected.split(" "), key_columns, strict=False)
    return next((column for here, there, column in pairs if here != there), key_columns[0])


def _keys_found(
    sheet: ReadSheet, key_columns: Sequence[int], header_row: int, keys: Sequence[str]
) -> list[tuple[int, str]]:
    """The keys below the header by row; a row of the form with other content but no key is ''.

    The table ends below its last key: what stands apart further down is no row of it.
    """
    found: list[tuple[int, str]] = []
    for row in sorted(row for row in sheet.rows if row > header_row):
        parts = [_shown(sheet.cell(row, column)) for column in key_columns]
        if parts[0]:
            found.append((row, " ".join(parts)))
        elif row <= header_row + len(keys):
            found.append((row, ""))
    known = set(keys)
    end = max([header_row + len(keys), *(row for row, key in found if key in known)])
    last = _attached_to(end, found)
    return [(row, key) for row, key in found if row <= last]


def _attached_to(end: int, found: Sequence[tuple[int, str]]) -> int:
    """The last row that hangs on to the table's end without a gap."""
    for row, _ in found:
        if row == end + 1:
            end = row
    return end


def _moved_rows(
    keys: Sequence[str], rows: dict[str, int], header_row: int, key_letter: str, explained: bool
) -> list[Anomaly]:
    by_row = dict(enumerate(keys, start=header_row + 1))
    belongs = {key: row for row, key in by_row.items() if key in rows}
    return [
        Anomaly(Displaced.ROW_MOVED, f"{key_letter}{rows[key]}", key, by_row.get(rows[key], ""))
        for key in _moved(rows, belongs, explained)
    ]


def _shown(cell: Cell) -> str:
    """A heading or key as text: a number typed as a key reads as its digits."""
    number = cell.number
    if number is not None:
        return f"{number:.15g}"
    return " ".join(str(cell.value).split()) if cell.value is not None else ""


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """The indices of a longest rising subsequence: what stands in order; the rest was moved."""
    runs: list[list[int]] = [[]]
    for index, number in enumerate(numbers):
        longest = max((run for run in runs if not run or numbers[run[-1]] < number), key=len)
        runs.append([*longest, index])
    best = max(runs, key=len)
    return set(best)
