"""One sheet as the file has it: its cells, its tables, its links, and what it shows.

What is not built as every program builds a sheet is refused: rows out of order, cells of another
row, two values in a cell. Programs that read on take one or the other; this one takes neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from xml.etree.ElementTree import Element

from workbooks.coordinates import column_letter, column_number
from workbooks.reading.active import Active, ActiveKind, active_formulas
from workbooks.reading.archive import Archive, Limits, Trouble, UnreadableError, limits_in_force
from workbooks.reading.cells import (
    IN_CELL,
    MAX_COLUMN,
    MAX_ROW,
    Cell,
    CellType,
    Range,
    blank,
    read_iso,
    read_number,
    read_range,
    unescape,
)
from workbooks.reading.number_formats import NumberFormats, Shows, what_it_shows
from workbooks.reading.xml_parts import Relations, bad_xml, read_part, relation_id


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: its name, its range, its headings."""

    name: str
    ref: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a sheet shows of its cells."""

    merged: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    """Those with content."""
    hidden_columns: tuple[tuple[int, int], ...] = ()
    """First and last column of each hidden stretch."""
    formats: Mapping[str, str] = field(default_factory=dict)
    """The number formats of cells with a number, by address; those not named show it as it is."""
    struck: frozenset[str] = frozenset()
    """The addresses of cells whose letters are struck through."""
    rule_formats: tuple[tuple[Range, str], ...] = ()
    """The number formats that conditional formats can put on the cells of a range."""

    def hides_column(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(frozen=True)
class ReadSheet:
    """One sheet as the file has it."""

    name: str
    state: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    """The non-empty cells by address, row by row, each from left to right."""
    tables: tuple[Table, ...] = ()
    appearance: Appearance = Appearance()
    active: tuple[Active, ...] = ()
    """What its formulas, rules and links could run or fetch."""

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a position, blank where the file has none."""
        found = self.cells.get(f"{column_letter(column)}{row}")
        return blank(row, column) if found is None else found

    def shows(self, cell: Cell) -> Shows:
        """What a cell's format shows of its number: a number where it has neither."""
        code, number = self.appearance.formats.get(cell.address), cell.number
        return Shows.NUMBER if code is None or number is None else what_it_shows(code, number)

    @cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The non-empty cells by row, each row from left to right."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells.values():
            rows.setdefault(cell.row, []).append(cell)
        return rows


@dataclass(frozen=True, slots=True)
class Source:
    """What the sheets of a workbook are read from."""

    archive: Archive
    relations: Relations
    strings: tuple[str, ...]
    """The texts that cells refer to by their number."""
    formats: NumberFormats
    from_1904: bool


@dataclass(frozen=True, slots=True)
class _Content:
    """What a sheet's part says: its rows, and what stands around them."""

    rows: _Rows
    appearance: Appearance
    tables: tuple[str, ...]
    """Relation ids."""
    links: tuple[tuple[str, str], ...]
    """The cells that links stand on, and their relation ids."""
    active: tuple[Active, ...]


def read_sheet(source: Source, name: str, state: str, part: str) -> ReadSheet:
    """The sheet in a part (`UnreadableError` for what no workbook holds)."""
    limits = limits_in_force()
    about = (limits, source.from_1904, source.formats)
    found = read_part(source.archive, part, _content, *about)
    relations = source.relations.get(part, {})
    tables = tuple(
        read_part(source.archive, relations[each].target, _table)
        for each in found.tables
        if each in relations
    )
    active = [replace(each, sheet=name) for each in found.active]
    for area, each in found.links:
        if each in relations and relations[each].is_external:
            cell = area.partition(":")[0]
            active.append(Active(ActiveKind.HYPERLINK, relations[each].target, name, cell))
    cells = dict(found.rows.cells)
    for address, number in found.rows.strings:
        if number >= len(source.strings):
            raise bad_xml(part, "shared string")
        if len(source.strings[number]) > limits.text:
            raise UnreadableError(Trouble.TOO_LARGE, f"{part}: {address}")
        cells[address] = cells[address]._replace(value=source.strings[number])
    return ReadSheet(name, state, cells, tables, found.appearance, tuple(active))


def shared_strings(root: Element, _: str) -> tuple[str, ...]:
    """The texts of `sharedStrings.xml`, in their order; phonetic guides are left out."""
    return tuple(unescape(_runs(item) or "") for item in root.iter("si"))


def _content(
    root: Element, part: str, limits: Limits, from_1904: bool, formats: NumberFormats
) -> _Content:
    data = root.findall("sheetData")
    if len(data) != 1:
        raise bad_xml(part, "two sheetData" if data else "no sheetData")
    rows = _Rows(part, limits, from_1904, formats.struck)
    rows.read(data[0])
    merged = (read_range(each.get("ref", "")) for each in root.iterfind("mergeCells/mergeCell"))
    codes = {style: formats.of_style(style) for style in set(rows.styles.values())}
    appearance = Appearance(
        tuple(each for each in merged if each is not None),
        frozenset(rows.hidden),
        tuple(_hidden_columns(root)),
        {address: codes[style] for address, style in rows.styles.items()},
        frozenset(rows.struck),
        tuple(
            (area, code)
            for places, code in _rule_formats(root, formats.of_rules)
            for area in map(read_range, places.split())
            if area is not None
        ),
    )
    formulas = [(address, each.formula) for address, each in rows.cells.items() if each.formula]
    rules = (
        (None, "".join(each.itertext()))
        for child in root
        if child.tag != "sheetData"
        for each in child.iter()
        if each.tag in _RULES
    )
    links = root.iterfind("hyperlinks/hyperlink")
    return _Content(
        rows,
        appearance,
        tuple(relation_id(each) or "" for each in root.iterfind("tableParts/tablePart")),
        tuple((each.get("ref", "A1"), relation_id(each) or "") for each in links),
        (*active_formulas(formulas), *active_formulas(rules)),
    )


def _runs(element: Element) -> str | None:
    """The text of an `is` or `si`, whole or in runs of several fonts; None where it has none."""
    texts = [each.text or "" for each in element.iter("t")]
    return "".join(texts) if texts else None


def _table(root: Element, _: str) -> Table:
    columns = tuple(each.get("name", "") for each in root.iter("tableColumn"))
    return Table(root.get("displayName", root.get("name", "")), root.get("ref", ""), columns)


def _hidden_columns(root: Element) -> Iterator[tuple[int, int]]:
    for column in root.iterfind("cols/col"):
        first, last = column.get("min", "0"), column.get("max", "0")
        is_hidden = column.get("hidden") in _YES or _is_nothing(column.get("width"))
        if is_hidden and _is_plain(first) and _is_plain(last):
            yield int(first), int(last)


def _rule_formats(root: Element, looks: Sequence[str | None]) -> Iterator[tuple[str, str]]:
    """The ranges of conditional formats with the number formats they put there.

    Those in the extensions carry their looks with them.
    """
    for group in root.iter("conditionalFormatting"):
        for rule in group.iter("cfRule"):
            look = rule.get("dxfId", "")
            code = looks[int(look)] if _is_plain(look) and int(look) < len(looks) else None
            if code is not None:
                yield group.get("sqref", ""), code
    for group in root.iter(f"{_LATER}conditionalFormatting"):
        for element in group.iter():
            if element.tag.endswith("}numFmt"):
                yield group.findtext(f"{_EXTENSION}sqref", ""), element.get("formatCode", "")


_EXTENSION = "{http://schemas.microsoft.com/office/excel/2006/main}"
_LATER = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
"""What Excel 2010 added to conditional formats."""
_RULES = frozenset({"formula", "formula1", "formula2", f"{_EXTENSION}f"})
"""The formulas of rules; Excel follows those in the extensions too."""
_YES = ("1", "true")
_LETTERS = re.compile("[A-Za-z]{1,3}")


def _is_plain(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) < 10


def _is_nothing(size: str | None) -> bool:
    """Whether a width or height is zero."""
    return size is not None and size != "" and size.strip("0.") == ""


class _Rows:
    """The cells of a sheet, as its rows are read one after the other."""

    def __init__(self, part: str, limits: Limits, from_1904: bool, struck: frozenset[str]) -> None:
        self._part = part
        self._limits = limits
        self._from_1904 = from_1904
        self.cells: dict[str, Cell] = {}
        self.strings: list[tuple[str, int]] = []
        self.styles: dict[str, str] = {}
        self.hidden: set[int] = set()
        self.struck: set[str] = set()
        self._struck_styles = struck
        self._arrays: list[tuple[str, str]] = []
        """Ranges that one formula fills, with its first cell."""
        self._groups: dict[str, str] = {}
        """The first cell of each shared formula, by its group."""
        self._followers: list[tuple[str, str]] = []
        """The other cells of shared formulas, with their groups."""

    def read(self, data: Element) -> None:
        """Read all rows."""
        number = 0
        for row in data:
            if row.tag == "row":
                number = self._read_row(row, number)
                row.clear()  # A sheet of a million cells is not held twice.
        self._share_formulas()
        self._fill_arrays()

    def _read_row(self, row: Element, before: int) -> int:
        """Read the cells of a row; its number."""
        text = row.get("r", str(before + 1))
        if not _is_plain(text) or text[0] == "0" or int(text) > MAX_ROW:
            raise self._bad(f"row {text[:20]}")
        number, column, count = int(text), 0, len(self.cells)
        if number <= before:
            raise self._bad(f"row {number} after {before}")
        for element in row:
            if element.tag == "c":
                last, address = column, element.get("r")
                if address is None:
                    column += 1
                    address = f"{column_letter(column)}{number}"
                else:
                    letters = address.removesuffix(text)
                    if letters == address or not _LETTERS.fullmatch(letters):
                        raise self._bad(f"{address} in row {number}")
                    address = address.upper()  # A program that writes `i11` means I11.
                    column = column_number(letters.upper())
                if not last < column <= MAX_COLUMN:
                    raise self._bad(f"{address} after column {last}")
                if len(element):
                    self._read_cell(element, number, column, address)
        if len(self.cells) > count and (row.get("hidden") in _YES or _is_nothing(row.get("ht"))):
            self.hidden.add(number)
        return number

    def _read_cell(self, element: Element, row: int, column: int, address: str) -> None:
        kind = element.get("t", "n")
        text: str | None = None
        formula: str | None = None
        has_value = False
        for child in element:
            if child.tag in ("v", "is"):
                if has_value or (child.tag == "is" and kind != "inlineStr"):
                    raise self._bad(f"{address}: two values")
                has_value = True
            if child.tag == "v":
                text = child.text or ""
            elif child.tag == "is":
                text, kind = _runs(child), "str"
            elif child.tag == "f":
                if formula is not None:
                    raise self._bad(f"{address}: two formulas")
                formula = self._formula(child, address)
        if text is None and formula is None:
            return
        if len(self.cells) >= self._limits.cells:
            raise UnreadableError(Trouble.TOO_LARGE, "cells")
        if len(text or "") > self._limits.text or len(formula or "") > self._limits.formula + 1:
            raise UnreadableError(Trouble.TOO_LARGE, f"{self._part}: {address}")
        if kind == "s" and text is not None and (number := text.strip()):
            if not _is_plain(number):
                raise self._bad(f"shared string {number[:20]}")
            self.strings.append((address, int(number)))
        type_, value = self._value(kind, text)
        if kind == "e" and formula is None and element.get("vm") is not None:
            value = IN_CELL
        if type_ is CellType.BLANK and formula is None:
            return
        self.cells[address] = Cell(row, column, type_, value, formula)
        style = element.get("s")
        if style in self._struck_styles:
            self.struck.add(address)
        if type_ is CellType.NUMBER and style is not None:
            self.styles[address] = style

    def _formula(self, element: Element, address: str) -> str:
        formula, kind = f"={(element.text or '').strip()}", element.get("t")
        if kind == "shared":
            group = element.get("si", "")
            if formula == "=":
                self._followers.append((address, group))
            elif group in self._groups:
                raise self._bad(f"shared formula {address}")
            else:
                self._groups[group] = address
        elif kind in ("array", "dataTable") and element.get("ref", address) != address:
            self._arrays.append((element.get("ref", address), address))
        return formula

    def _value(self, kind: str, text: str | None) -> tuple[CellType, float | str | bool | None]:
        if text is None:
            return CellType.BLANK, None
        if kind == "str":
            return CellType.TEXT, unescape(text)
        text = text.strip()
        if not text:
            return CellType.BLANK, None
        if kind == "s":  # Which text it is, `strings` says.
            return CellType.TEXT, ""
        if kind == "b" and text in ("0", "1", "false", "true"):
            return CellType.BOOLEAN, text in _YES
        number = read_number(text) if kind == "n" else None
        if kind == "d":
            number = read_iso(text, from_1904=self._from_1904)
        # No value of its type is an error at its cell: on other sheets than the form's, nothing.
        return (CellType.ERROR, text) if number is None else (CellType.NUMBER, number)

    def _share_formulas(self) -> None:
        """Each cell of a shared formula gets its own text, shifted from the first one's.

        One that lost its first, or that cannot be shifted, has a formula that nobody knows.
        """
        if not self._followers:
            return
        # Only files that Excel filled down have these: openpyxl is not imported otherwise.
        from openpyxl.formula.tokenizer import TokenizerError
        from openpyxl.formula.translate import Translator, TranslatorError

        for address, group in self._followers:
            first = self.cells.get(self._groups.get(group, ""))
            if first is None:
                continue
            with suppress(TokenizerError, TranslatorError, ValueError):
                shifted = Translator(first.formula or "", origin=first.address)
                formula = str(shifted.translate_formula(address))
                self.cells[address] = self.cells[address]._replace(formula=formula)

    def _fill_arrays(self) -> None:
        """The cells that another cell's array formula fills have its formula: they are no
        constants."""
        for text, first in self._arrays:
            area = read_range(text)
            if area is None:
                raise self._bad(text[:20])
            for address, cell in self.cells.items():
                if cell.formula is None and area.covers(cell.row, cell.column):
                    self.cells[address] = cell._replace(formula=self.cells[first].formula)

    def _bad(self, detail: str) -> UnreadableError:
        return bad_xml(self._part, detail[:40])
