"""One sheet as the file has it: its cells, its tables, its links, and what it shows.

What is not built as every program builds a sheet is refused: rows out of order, cells of another
row, two values in a cell. Programs that read on take one or the other; this one takes neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element

from workbooks.coordinates import column_letter
from workbooks.reading.archive import Archive, Limits, Trouble, UnreadableError
from workbooks.reading.cells import (
    DAYS_FROM_1900_TO_1904,
    MAX_COLUMN,
    MAX_ROW,
    Cell,
    CellType,
    Range,
    blank,
    date_to_serial,
    read_address,
    read_range,
    unescape,
)
from workbooks.reading.number_formats import NumberFormats
from workbooks.reading.xml_parts import bad_xml, read_relations, read_xml, relation_id, text_of


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
    links: tuple[Link, ...] = ()
    rules: tuple[str, ...] = ()
    """Formulas of validations and conditional formats."""

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a position, blank where the file has none."""
        found = self.cells.get(f"{column_letter(column)}{row}")
        return blank(row, column) if found is None else found

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
    strings: tuple[str, ...]
    """The texts that cells refer to by their number."""
    formats: NumberFormats
    limits: Limits
    from_1904: bool


def read_sheet(source: Source, name: str, state: str, part: str) -> ReadSheet:
    """The sheet in a part (`UnreadableError` for what no workbook holds)."""
    root = read_xml(source.archive.part(part), part)
    data = root.findall("sheetData")
    if len(data) != 1:
        raise bad_xml(part, "two sheetData" if data else "no sheetData")
    reading = _Cells(source, part)
    reading.read(data[0])
    appearance = Appearance(
        tuple(filter(None, (read_range(each.get("ref", "")) for each in root.iter("mergeCell")))),
        frozenset(reading.hidden_rows),
        tuple(_hidden_columns(root)),
        reading.formats,
    )
    rules = tuple(_rules(root))
    relations = read_relations(source.archive, part)
    tables, links = [], []
    for element in root.iterfind("tableParts/tablePart"):
        relation = relations.get(relation_id(element) or "")
        if relation is not None:
            tables.append(_read_table(source.archive, relation.target))
    for element in root.iterfind("hyperlinks/hyperlink"):
        relation = relations.get(relation_id(element) or "")
        if relation is not None and relation.is_external:
            links.append(Link(element.get("ref", "A1"), relation.target))
    return ReadSheet(name, state, reading.cells, tuple(tables), appearance, tuple(links), rules)


def read_strings(data: bytes, part: str) -> tuple[str, ...]:
    """The texts of `sharedStrings.xml`, in their order; phonetic guides are left out."""
    return tuple(unescape(_runs(item, part) or "") for item in read_xml(data, part).iter("si"))


def _runs(element: Element, part: str) -> str | None:
    """The text of an `is` or `si`, whole or in runs of several fonts; None where it has none."""
    texts = [text_of(each, part) for each in element.iter("t")]
    return "".join(texts) if texts else None


def _read_table(archive: Archive, part: str) -> Table:
    root = read_xml(archive.part(part), part)
    columns = tuple(each.get("name", "") for each in root.iter("tableColumn"))
    return Table(root.get("displayName", root.get("name", "")), root.get("ref", ""), columns)


def _hidden_columns(root: Element) -> Iterator[tuple[int, int]]:
    for column in root.iterfind("cols/col"):
        first, last = column.get("min", "0"), column.get("max", "0")
        is_hidden = column.get("hidden") in _YES or _is_nothing(column.get("width"))
        if is_hidden and _is_plain(first) and _is_plain(last):
            yield int(first), int(last)


def _rules(root: Element) -> Iterator[str]:
    """The formulas of rules; Excel follows those in the extensions too."""
    for child in root:
        if child.tag != "sheetData":
            for element in child.iter():
                if element.tag in _RULES:
                    yield "".join(element.itertext())


_RULES = frozenset(
    {
        "formula",
        "formula1",
        "formula2",
        "{http://schemas.microsoft.com/office/excel/2006/main}f",
    }
)
_YES = ("1", "true")


def _is_plain(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) < 10


def _is_nothing(size: str | None) -> bool:
    """Whether a width or height is zero."""
    return size is not None and size != "" and size.strip("0.") == ""


class _Cells:
    """The cells of a sheet, as its rows are read one after the other."""

    def __init__(self, source: Source, part: str) -> None:
        self._source = source
        self._part = part
        self.cells: dict[str, Cell] = {}
        self.formats: dict[str, str] = {}
        self.hidden_rows: set[int] = set()
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
                    found, column = read_address(address)
                    if found != number:
                        raise self._bad(f"{address} in row {number}")
                if not last < column <= MAX_COLUMN:
                    raise self._bad(f"{address} after column {last}")
                self._read_cell(element, number, column, address)
        if len(self.cells) > count and (row.get("hidden") in _YES or _is_nothing(row.get("ht"))):
            self.hidden_rows.add(number)
        return number

    def _read_cell(self, element: Element, row: int, column: int, address: str) -> None:
        kind = element.get("t", "n")
        text: str | None = None
        formula: str | None = None
        for child in element:
            if child.tag == "v":
                if text is not None:
                    raise self._bad(f"{address}: two values")
                text = text_of(child, self._part)
                if kind == "inlineStr" and text:
                    raise self._bad(f"{address}: value of a text")
            elif child.tag == "is":
                if text is not None or kind != "inlineStr":
                    raise self._bad(f"{address}: text of a value")
                text = _runs(child, self._part)
            elif child.tag == "f":
                if formula is not None:
                    raise self._bad(f"{address}: two formulas")
                formula = self._formula(child, address)
        if text is None and formula is None:
            return
        limits = self._source.limits
        if len(self.cells) >= limits.cells:
            raise UnreadableError(Trouble.TOO_LARGE, f"{self._part}: cells")
        if len(text or "") > limits.text or len(formula or "") > limits.formula + 1:
            raise UnreadableError(Trouble.TOO_LARGE, f"{self._part}: {address}")
        type_, value = self._value(kind, text)
        if type_ is CellType.BLANK and formula is None:
            return
        self.cells[address] = Cell(row, column, type_, value, formula)
        style = element.get("s")
        if type_ is CellType.NUMBER and style is not None:
            self.formats[address] = self._source.formats.of_style(style)

    def _formula(self, element: Element, address: str) -> str:
        formula, kind = f"={text_of(element, self._part).strip()}", element.get("t")
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
        if kind in ("str", "inlineStr"):
            return CellType.TEXT, unescape(text)
        text = text.strip()
        if kind == "s":
            return CellType.TEXT, self._shared_string(text)
        if not text:
            return CellType.BLANK, None
        if kind == "n":
            return CellType.NUMBER, self._number(text)
        if kind == "b":
            if text not in ("0", "1", "false", "true"):
                raise self._bad(text[:20])
            return CellType.BOOLEAN, text in _YES
        if kind == "e" and text.startswith("#"):
            return CellType.ERROR, text
        if kind == "d":
            return CellType.NUMBER, self._iso_serial(text)
        raise self._bad(f"type {kind[:20]}")

    def _shared_string(self, text: str) -> str:
        if not _is_plain(text):
            raise self._bad(f"shared string {text[:20]}")
        if int(text) >= len(self._source.strings):
            raise self._bad("shared string")
        return self._source.strings[int(text)]

    def _number(self, text: str) -> float:
        try:
            number = float(text)
        except ValueError as error:
            raise self._bad(text[:20]) from error
        if number - number != 0 or "_" in text or not text.isascii():
            raise self._bad(text[:20])
        return number

    def _iso_serial(self, text: str) -> float:
        try:
            moment = datetime.fromisoformat(text.removesuffix("Z"))
        except ValueError as error:
            raise self._bad(text[:20]) from error
        seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
        serial = date_to_serial(moment.date()) + seconds / 86_400
        return serial - DAYS_FROM_1900_TO_1904 if self._source.from_1904 else serial

    def _share_formulas(self) -> None:
        """Each cell of a shared formula gets its own text, shifted from the first one's."""
        if not self._followers:
            return
        # Only files that Excel filled down have these: openpyxl is not imported otherwise.
        from openpyxl.formula.tokenizer import TokenizerError
        from openpyxl.formula.translate import Translator, TranslatorError

        for address, group in self._followers:
            first = self.cells.get(self._groups.get(group, ""))
            try:
                if first is None:
                    raise LookupError(group)
                shifted = Translator(first.formula or "", origin=first.address)
                formula = str(shifted.translate_formula(address))
            except (TokenizerError, TranslatorError, ValueError, LookupError) as error:
                raise self._bad(f"shared formula {address}") from error
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
