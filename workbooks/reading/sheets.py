"""The cells of a sheet, straight from its XML.

A sheet is *scanned* into raw cells and then *settled* with the workbook's shared strings. Most
sheets of a template come back as they were sent out: both steps keep what they gave for the very
same content, so that the hundredth guide of a batch costs a hash and a comparison.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from workbooks.layout import column_letter, column_number
from workbooks.reading.audit import Limits
from workbooks.reading.cells import (
    DAYS_FROM_1900_TO_1904,
    Cell,
    CellType,
    date_to_serial,
    unescape,
)
from workbooks.reading.container import Trouble, UnreadableError
from workbooks.reading.xml_parts import (
    MAX_DEPTH,
    guarded_parser,
    relation_id,
    run,
    tags,
    too_deep,
)

SheetCells = dict[str, Cell]
"""The non-empty cells of a sheet by address."""

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
KEPT_SHEETS = 64
"""Sheets kept by their content: five plans have some twenty that seldom change."""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as its XML has it; `value` is raw text (None without a value)."""

    row: int
    column: int
    address: str
    kind: str
    """The attribute `t`: n, s, str, inlineStr, b, e, d."""
    value: str | None
    formula: str | None


@dataclass(frozen=True, eq=False)
class ScannedSheet:
    """A sheet's XML read, before its shared strings are looked up."""

    part: str
    cells: tuple[RawCell, ...]
    strings: tuple[int, ...]
    """The shared strings that the cells refer to, in the order of the cells."""
    tables: tuple[str, ...]
    """Relation ids of its tables."""
    merged: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    """Hyperlinks: where they stand, and their relation ids."""


@dataclass(frozen=True, eq=False)
class SheetContent:
    """The settled cells of a sheet. Two of the same content are the same object."""

    cells: SheetCells = field(default_factory=dict)


@lru_cache(maxsize=KEPT_SHEETS)
def scan_sheet(data: bytes, part: str, limits: Limits) -> ScannedSheet:
    """Read a sheet's XML (`UnreadableError` for what no workbook holds)."""
    return _Scanner(part, limits).scan(data)


def settle_sheet(sheet: ScannedSheet, shared: Sequence[str], *, from_1904: bool) -> SheetContent:
    """The sheet's cells with their shared strings (`UnreadableError` for one that is not there)."""
    try:
        texts = tuple([shared[index] for index in sheet.strings])
    except IndexError as error:
        raise UnreadableError(Trouble.BAD_XML, f"{sheet.part}: shared string") from error
    return _settled(sheet, texts, from_1904)


@lru_cache(maxsize=KEPT_SHEETS)
def _settled(sheet: ScannedSheet, texts: tuple[str, ...], from_1904: bool) -> SheetContent:
    cells: SheetCells = {}
    strings = iter(texts)
    for raw in sheet.cells:
        if raw.kind == "s" and raw.value is not None:
            cell = Cell(raw.row, raw.column, CellType.TEXT, next(strings), raw.formula)
        else:
            kind, value = _value(sheet.part, raw, from_1904)
            cell = Cell(raw.row, raw.column, kind, value, raw.formula)
        if cell.is_empty:
            continue
        if raw.address in cells:
            raise UnreadableError(Trouble.BAD_XML, f"{sheet.part}: {raw.address} twice")
        cells[raw.address] = cell
    return SheetContent(_with_shared_formulas(sheet, cells))


def _value(part: str, raw: RawCell, from_1904: bool) -> tuple[CellType, float | str | bool | None]:
    text = raw.value
    if text is None:
        return CellType.BLANK, None
    if raw.kind in ("str", "inlineStr"):
        return CellType.TEXT, unescape(text)
    text = text.strip()
    if not text:
        return CellType.BLANK, None
    if raw.kind == "n":
        return CellType.NUMBER, _number(part, text)
    if raw.kind == "b":
        if text not in ("0", "1", "true", "false"):
            raise UnreadableError(Trouble.BAD_XML, f"{part}: {text[:20]}")
        return CellType.BOOLEAN, text in ("1", "true")
    if raw.kind == "e":
        return CellType.ERROR, text
    if raw.kind == "d":
        return CellType.NUMBER, _iso_serial(part, text, from_1904)
    raise UnreadableError(Trouble.BAD_XML, f"{part}: type {raw.kind[:20]}")


def _number(part: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: {text[:20]}") from error
    if number - number != 0 or "_" in text or not text.isascii():
        raise UnreadableError(Trouble.BAD_XML, f"{part}: {text[:20]}")
    return number


def _iso_serial(part: str, text: str, from_1904: bool) -> float:
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError as error:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: {text[:20]}") from error
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    serial = date_to_serial(moment.date()) + seconds / 86_400
    return serial - DAYS_FROM_1900_TO_1904 if from_1904 else serial


_SHARED = "shared:"
"""How a raw cell marks a formula that it has from the master of a group: `shared:3`."""


def _with_shared_formulas(sheet: ScannedSheet, cells: SheetCells) -> SheetCells:
    """Each cell of a shared formula gets its own text, shifted from the master's."""
    children = [raw for raw in sheet.cells if raw.formula and raw.formula.startswith(_SHARED)]
    if not children:
        return cells
    masters: dict[str, RawCell] = {}
    for raw in children:
        group, _, text = (raw.formula or "")[len(_SHARED) :].partition(":")
        if text:
            masters[group] = raw
    for raw in children:
        group, _, text = (raw.formula or "")[len(_SHARED) :].partition(":")
        cell = cells[raw.address]
        formula = f"={text}" if text else _translated(sheet.part, masters.get(group), raw)
        cells[raw.address] = Cell(cell.row, cell.column, cell.type, cell.value, formula)
    return cells


def _translated(part: str, master: RawCell | None, child: RawCell) -> str:
    if master is None or master.formula is None:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: shared formula {child.address}")
    # Only files that Excel filled down have these: openpyxl is not imported otherwise.
    from openpyxl.formula.translate import Translator

    text = master.formula.split(":", 2)[2]
    return str(Translator(f"={text}", origin=master.address).translate_formula(child.address))


_TAGS = tags(
    "worksheet", "sheetData", "row", "c", "v", "f", "is", "t", "r", "rPh", "tablePart",
    "tableParts", "mergeCell", "mergeCells", "hyperlink", "hyperlinks",
)  # fmt: skip
_PARENTS = {
    "worksheet": ("",),
    "sheetData": ("worksheet",),
    "row": ("sheetData",),
    "c": ("row",),
    "v": ("c",),
    "f": ("c",),
    "is": ("c",),
    "r": ("is",),
    "t": ("is", "r"),
    "rPh": ("is",),
    "tablePart": ("tableParts",),
    "tableParts": ("worksheet",),
    "mergeCell": ("mergeCells",),
    "mergeCells": ("worksheet",),
    "hyperlink": ("hyperlinks",),
    "hyperlinks": ("worksheet",),
}
"""Where an element means something; the same name elsewhere is somebody else's."""


class _Scanner:
    """One pass over a sheet's XML."""

    def __init__(self, part: str, limits: Limits) -> None:
        self.part = part
        self.limits = limits
        self.cells: list[RawCell] = []
        self.strings: list[int] = []
        self.tables: list[str] = []
        self.merged: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._parser = guarded_parser(part)
        self._stack = [""]
        self._sheet_data = 0
        self._row = 0
        self._column = 0
        self._address = ""
        self._kind = "n"
        self._value: str | None = None
        self._formula: str | None = None
        self._group: str | None = None
        self._pieces: list[str] = []

    def scan(self, data: bytes) -> ScannedSheet:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        run(self._parser, data, self.part)
        return ScannedSheet(
            self.part,
            tuple(self.cells),
            tuple(self.strings),
            tuple(self.tables),
            tuple(self.merged),
            tuple(self.links),
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        stack = self._stack
        if len(stack) > MAX_DEPTH:
            raise too_deep(self.part)
        tag = _TAGS.get(name, "?")
        if tag != "?" and stack[-1] not in _PARENTS[tag]:
            tag = "?"
        stack.append(tag)
        if tag == "c":
            self._start_cell(attributes)
        elif tag in ("v", "t"):
            self._pieces.clear()
            self._parser.CharacterDataHandler = self._pieces.append
        elif tag == "f":
            self._start_formula(attributes)
        elif tag == "row":
            self._row = self._position(attributes.get("r"), self._row + 1)
            self._column = 0
        elif tag != "?":
            self._note(tag, attributes)

    def _end(self, _: str) -> None:
        tag = self._stack.pop()
        if tag == "c":
            self._end_cell()
        elif tag == "v":
            self._parser.CharacterDataHandler = None
            if self._value is not None:
                raise self._bad(f"{self._address}: two values")
            self._value = "".join(self._pieces)
        elif tag == "t":
            self._parser.CharacterDataHandler = None
            self._value = (self._value or "") + "".join(self._pieces)
        elif tag == "f":
            self._parser.CharacterDataHandler = None
            if self._formula is not None:
                raise self._bad(f"{self._address}: two formulas")
            self._formula = "".join(self._pieces).strip()

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheetData":
            self._sheet_data += 1
            if self._sheet_data > 1:
                raise self._bad("two sheetData")
        elif tag == "tablePart":
            self.tables += filter(None, [relation_id(attributes)])
        elif tag == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
        elif tag == "hyperlink":
            relation = relation_id(attributes)
            if relation is not None:
                self.links.append((attributes.get("ref", "A1"), relation))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
            reference = f"{column_letter(self._column)}{self._row}"
        else:
            letters = reference.rstrip("0123456789")
            row = self._position(reference[len(letters) :], 0)
            if not (letters.isascii() and letters.isalpha() and letters.isupper()):
                raise self._bad(reference)
            if row != self._row:
                raise self._bad(f"{reference} in row {self._row}")
            self._column = column_number(letters)
            reference = f"{letters}{row}"
        if not 1 <= self._column <= MAX_COLUMN or not self._row:
            raise self._bad(f"column {self._column}")
        self._address = reference
        self._kind = attributes.get("t", "n")
        self._value = self._formula = self._group = None

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._pieces.clear()
        self._parser.CharacterDataHandler = self._pieces.append
        if attributes.get("t") == "shared":
            self._group = attributes.get("si", "")

    def _end_cell(self) -> None:
        value, formula = self._value, self._formula
        if value is None and formula is None:
            return
        self._check_lengths(value, formula)
        if formula is not None:
            formula = f"={formula}" if self._group is None else f"{_SHARED}{self._group}:{formula}"
        if self._kind == "s" and value is not None:
            self.strings.append(self._index(value))
        cell = RawCell(self._row, self._column, self._address, self._kind, value, formula)
        self.cells.append(cell)

    def _check_lengths(self, value: str | None, formula: str | None) -> None:
        if len(self.cells) >= self.limits.cells:
            raise UnreadableError(Trouble.TOO_LARGE, f"{self.part}: cells")
        too_long = value is not None and len(value) > self.limits.text
        if too_long or (formula is not None and len(formula) > self.limits.formula):
            raise UnreadableError(Trouble.TOO_LARGE, f"{self.part}: {self._address}")

    def _index(self, value: str) -> int:
        text = value.strip()
        if not (text.isascii() and text.isdigit()) or len(text) > 9:
            raise self._bad(f"shared string {text[:20]}")
        return int(text)

    def _position(self, text: str | None, otherwise: int) -> int:
        if text is None:
            return otherwise
        if not (text.isascii() and text.isdigit()) or len(text) > 9 or not 0 < int(text) <= MAX_ROW:
            raise self._bad(f"row {text[:20]}")
        return int(text)

    def _bad(self, detail: str) -> UnreadableError:
        return UnreadableError(Trouble.BAD_XML, f"{self.part}: {detail[:40]}")
