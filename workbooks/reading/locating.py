"""Finding a table where it stands now, and naming what moved: one cause, one anomaly.

The template says where each heading and key belongs. A received sheet may have lost, gained or
moved some: cells are then still read by heading and key, never by position alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from workbooks.coordinates import column_letter
from workbooks.form import Column, HistoryColumn, TableLayout
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


def locate(
    sheet: ReadSheet | None,
    layout: TableLayout,
    keys: Sequence[str],
    texts: Mapping[str, str] = {},
) -> LocatedTable:
    """The table as it stands in `sheet`; `keys` are its rows' keys, top to bottom, and `texts` of
    the column Delmål tell which row it is that has lost its key.

    A key of two parts (Historik's) is the texts of key and year joined by a blank, and a goal's
    row on Afrapportering, which has no key, goes by the goal's number. A table without headings,
    as `_rp` is, has its header in row 0: its columns go by letter.
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
    rows, row_anomalies = _rows(_Headed(sheet, layout, header_row, columns), keys, texts)
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
    if not layout.header_row:
        return 0, 0
    position = _numbered(layout.columns, 1)
    for row in sorted(sheet.rows, key=lambda row: (abs(row - layout.header_row), row)):
        matched = [cell for cell in sheet.rows[row] if cell.text in position]
        if len({cell.text for cell in matched}) * 2 > len(layout.columns):
            break
    else:
        return None
    # A column lost or gained in the middle shifts most headings: the table itself stands still.
    if sheet.cell(row, 1).text in position:
        return row, 0
    shifts = Counter(cell.column - position[str(cell.text)] for cell in matched)
    shift, count = shifts.most_common(1)[0]
    return row, shift if count * 2 > len(matched) and shift > 0 else 0


class _Line(NamedTuple):
    """Names that belong one after the other (headings, or keys), and where they stand."""

    belongs: Mapping[str, int]
    places: dict[str, int]
    """Those found, under their own name or another one."""
    renamed: list[tuple[int, str, str]]
    """Where, what stands there, and what it was."""
    missing: list[str]
    strangers: dict[int, str]
    """What else stands there; of a name that stands twice the one out of its place."""


def _line(
    names: Sequence[str],
    first: int,
    found: Iterable[tuple[int, str]],
    meant: Mapping[int, str] = {},
) -> _Line:
    """Names that belong at `first` and after, by what was `found` at which place.

    What is not found was renamed where something unknown stands right after the name before it,
    unless that is `meant` to be another that is not found either.
    """
    belongs = _numbered(names, first)
    places: dict[str, int] = {}
    strangers: dict[int, str] = {}
    for place, name in found:
        if name in belongs and (name not in places or place == belongs[name]):
            strangers |= {places[name]: name} if name in places else {}
            places[name] = place
        else:
            strangers[place] = name
    renamed: list[tuple[int, str, str]] = []
    missing: list[str] = []
    before = first - 1
    for name in names:
        lost = meant.get(before + 1, name)
        if name not in places and before + 1 in strangers and (lost == name or lost in places):
            places[name] = before + 1
            renamed.append((before + 1, strangers.pop(before + 1), name))
        elif name not in places:
            missing.append(name)
        before = places.get(name, before)
    return _Line(belongs, places, renamed, missing, strangers)


def _moved(line: _Line, *, explained: bool) -> list[str]:
    """What stands out of order. Where nothing does and nothing told explains it, but something was
    put in between, the first that is shifted by it."""
    belongs = {name: place for name, place in line.belongs.items() if name in line.places}
    if line.places == belongs:
        return []
    moved = out_of_order({name: line.places[name] for name in belongs})
    # Of two that were exchanged one is told, not what stands between them.
    moved = [name for name in moved if line.places[name] != belongs[name]] or moved
    if not moved and not explained:
        moved = [name for name, place in belongs.items() if line.places[name] != place][:1]
    return moved


def _columns(
    sheet: ReadSheet, layout: TableLayout, header_row: int, offset: int
) -> tuple[dict[str, int], list[Anomaly]]:
    if not header_row:
        return _numbered(layout.columns, 1), []
    headings = {each.column: each.text or each.word for each in sheet.rows[header_row]}
    if not set(layout.columns) <= set(headings.values()):
        # A column may have lost its heading alone.
        below = {cell.column for cell in sheet.cells.values() if cell.row > header_row}
        headings |= dict.fromkeys(sorted(below - headings.keys()), "")
    line = _line(layout.columns, 1 + offset, headings.items())
    anomalies: list[Anomaly] = []
    for column, text, name in line.renamed:
        place, found = f"{column_letter(column)}{header_row}", " ".join(text.split())
        anomalies.append(Anomaly(Displaced.HEADER_CHANGED, place, found, name))
    for name in line.missing:
        place = f"{column_letter(line.belongs[name])}{header_row}"
        anomalies.append(Anomaly(Displaced.COLUMN_MISSING, place, "", name))
    for name in _moved(line, explained=bool(anomalies)):
        now, once = column_letter(line.places[name]), column_letter(line.belongs[name])
        anomalies.append(Anomaly(Displaced.COLUMN_MOVED, f"{now}{header_row}", now, once))
    return line.places, anomalies


class _Headed(NamedTuple):
    """A table whose headings are found, its rows not yet."""

    sheet: ReadSheet
    layout: TableLayout
    header_row: int
    columns: dict[str, int]

    @property
    def key_columns(self) -> list[int]:
        """Where the parts of a key stand; none where one of them is gone."""
        names = (self.layout.columns[0], HistoryColumn.YEAR)
        parts = [name for name in names if name in self.layout.columns]
        return [self.columns[name] for name in parts] if self.columns.keys() >= set(parts) else []


def _rows(
    table: _Headed, keys: Sequence[str], texts: Mapping[str, str]
) -> tuple[dict[str, int], list[Anomaly]]:
    sheet, layout, header_row, columns = table
    key_columns = table.key_columns
    if not key_columns:
        # The keys are gone with their column, and that is told: the rows stand as they stood.
        return _numbered(keys, header_row + 1), []
    said = {row: sheet.cell(row, columns.get(Column.TEXT, 0)).text or "" for row in sheet.rows}
    meant = {row: texts[text] for row, text in said.items() if text in texts}
    line = _line(keys, header_row + 1, _keys_found(table, keys), meant)
    letter = column_letter(key_columns[0])
    anomalies: list[Anomaly] = []
    for row, key, expected in line.renamed:
        if expected in layout.keyless:
            continue  # What stands in it now is compared cell by cell.
        parts = zip(key.split(" "), expected.split(" "), key_columns, strict=False)
        changed = (column for here, there, column in parts if here != there)
        place = f"{column_letter(next(changed, key_columns[0]))}{row}"
        stands = [sheet.cell(row, column).word for column in key_columns]
        found = " ".join(stands) if stands[0] else ""
        anomalies.append(Anomaly(Displaced.KEY_CHANGED, place, found, expected))
    for key in line.missing:
        place = f"{letter}{line.belongs[key]}"
        anomalies.append(Anomaly(Displaced.ROW_MISSING, place, "", key))
    for row, key in list(line.strangers.items())[:_MOST_STRANGERS]:
        if key:
            what = Displaced.ROW_TWICE if key in line.places else Displaced.ROW_UNKNOWN
            anomalies.append(Anomaly(what, f"{letter}{row}", key, ""))
    by_row = {row: key for key, row in line.belongs.items()}
    for key in _moved(line, explained=bool(anomalies)):
        row = line.places[key]
        anomalies.append(Anomaly(Displaced.ROW_MOVED, f"{letter}{row}", key, by_row.get(row, "")))
    return line.places, anomalies


def _keys_found(table: _Headed, keys: Sequence[str]) -> list[tuple[int, str]]:
    """The keys below the header by row; a row of the form that has none of them is the goal that it
    names, where it says no more of it, and '' where its key is blank.

    The table ends below its last key: what stands apart further down is no row of it, and neither
    is a text over several columns, as the notes below the goals are.
    """
    sheet, layout, header_row, columns = table
    key_columns = table.key_columns
    found: list[tuple[int, str]] = []
    merged = sheet.appearance.merged
    prose = {each.first_row for each in merged if each.first_column < each.last_column}
    known, goal = set(keys), columns.get(Column.GOAL, key_columns[0])
    kind = columns.get(Column.KIND)
    for row in sorted(row for row in sheet.rows if row > header_row):
        parts = [sheet.cell(row, column).word for column in key_columns]
        name = " ".join(parts)
        number = sheet.cell(row, goal).word
        says_more = kind is not None and not sheet.cell(row, kind).is_empty
        if name not in known and number in layout.keyless and not says_more:
            name = number
        elif not parts[0]:
            name = ""
        if name in known or row <= header_row + len(keys) or (name and row not in prose):
            found.append((row, name))
    end = max((row for row, key in found if key in known), default=header_row + len(keys))
    for row, _ in found:
        if row == end + 1:  # It hangs on to the table without a gap.
            end = row
    return [(row, key) for row, key in found if row <= end]


def out_of_order(places: Mapping[str, int]) -> list[str]:
    """What was moved, of names in their order and their places: all but a longest rising run."""
    runs: list[list[str]] = [[]]
    for name, place in places.items():
        longest = max((run for run in runs if not run or places[run[-1]] < place), key=len)
        runs.append([*longest, name])
    in_order = max(runs, key=len)
    return [name for name in places if name not in in_order]
