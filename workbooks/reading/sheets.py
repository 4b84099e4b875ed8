"""The cells of a sheet, straight from its XML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from workbooks.layout import column_number
from workbooks.reading.audit import Limits
from workbooks.reading.cells import (
    DAYS_FROM_1900_TO_1904,
    Cell,
    CellType,
    date_to_serial,
    unescape,
)
from workbooks.reading.container import Trouble, UnreadableError
from workbooks.reading.xml_parts import parse, relation_id

SheetCells = dict[str, Cell]
"""The non-empty cells of a sheet by address."""

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384


def read_shared_strings(data: bytes, part: str) -> tuple[str, ...]:
    """The texts of `sharedStrings.xml`; phonetic guides are left out."""
    strings: list[str] = []
    pieces: list[str] = []
    inside = {"t": 0, "rPh": 0}

    def start(name: str, _: dict[str, str]) -> None:
        if name in inside:
            inside[name] += 1
        elif name == "si":
            pieces.clear()

    def end(name: str) -> None:
        if name in inside:
            inside[name] -= 1
        elif name == "si":
            strings.append(unescape("".join(pieces)))

    def characters(text: str) -> None:
        if inside["t"] and not inside["rPh"]:
            pieces.append(text)

    parse(data, part, start, end, characters)
    return tuple(strings)


class SheetReader:
    """One pass over a sheet's XML."""

    def __init__(
        self, part: str, shared: Sequence[str], limits: Limits, *, from_1904: bool
    ) -> None:
        self.part = part
        self.shared = shared
        self.limits = limits
        self.from_1904 = from_1904
        self.cells: SheetCells = {}
        self.table_ids: list[str] = []
        self.merged: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._row = 0
        self._column = 0
        self._attributes: dict[str, str] = {}
        self._formula_attributes: dict[str, str] = {}
        self._pieces: dict[str, list[str]] = {"v": [], "f": [], "t": []}
        self._open: list[str] = []
        self._has_formula = False
        self._masters: dict[str, tuple[str, str]] = {}
        self._children: list[tuple[str, str]] = []
        self._in_cell = False
        self._phonetic = 0

    def read(self, data: bytes) -> SheetCells:
        """The non-empty cells by address (`UnreadableError` for what no workbook holds)."""
        parse(data, self.part, self._start, self._end, self._characters)
        self._share_formulas()
        return self.cells

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif self._in_cell and name in self._pieces:
            self._open.append(name)
            if name == "f":
                self._has_formula = True
                self._formula_attributes = attributes
        elif name == "row":
            self._row = self._position(attributes.get("r"), self._row + 1, MAX_ROW)
            self._column = 0
        elif name == "rPh":
            self._phonetic += 1
        elif name == "tablePart":
            self.table_ids += [value for key, value in attributes.items() if key.endswith("id")]
        elif name == "hyperlink":
            relation = relation_id(attributes)
            if relation is not None:
                self.links.append((attributes.get("ref", "A1"), relation))
        elif name == "mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def _end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name == "rPh":
            self._phonetic -= 1
        elif self._open and self._open[-1] == name:
            self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open and not self._phonetic:
            self._pieces[self._open[-1]].append(text)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip("0123456789")
            row = reference[len(letters) :]
            if not (letters.isascii() and letters.isalpha() and letters.isupper() and row):
                raise UnreadableError(Trouble.BAD_XML, f"{self.part}: {reference[:20]}")
            self._row = self._position(row, 0, MAX_ROW)
            self._column = column_number(letters)
        if not 1 <= self._column <= MAX_COLUMN:
            raise UnreadableError(Trouble.BAD_XML, f"{self.part}: column {self._column}")
        self._attributes = attributes
        self._in_cell = True
        self._has_formula = False
        for pieces in self._pieces.values():
            pieces.clear()

    def _position(self, text: str | None, otherwise: int, most: int) -> int:
        if text is None:
            return otherwise
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
            raise UnreadableError(Trouble.BAD_XML, f"{self.part}: {text[:20]}")
        return int(text)

    def _end_cell(self) -> None:
        self._in_cell = False
        kind, value = self._value()
        formula = None
        cell = Cell(self._row, self._column, kind, value)
        text = cell.value if kind is CellType.TEXT else ""
        if isinstance(text, str) and len(text) > self.limits.text:
            raise UnreadableError(Trouble.TOO_LARGE, f"{self.part}: {cell.address}")
        if self._has_formula:
            formula = self._formula(cell.address)
            cell = Cell(self._row, self._column, kind, value, formula)
        if cell.is_empty:
            return
        if cell.address in self.cells:
            raise UnreadableError(Trouble.BAD_XML, f"{self.part}: {cell.address} twice")
        if len(self.cells) >= self.limits.cells:
            raise UnreadableError(Trouble.TOO_LARGE, f"{self.part}: cells")
        self.cells[cell.address] = cell

    def _value(self) -> tuple[CellType, float | str | bool | None]:
        raw = "".join(self._pieces["v"])
        kind = self._attributes.get("t", "n")
        if kind == "inlineStr":
            return CellType.TEXT, unescape("".join(self._pieces["t"]))
        if kind == "str":
            return CellType.TEXT, unescape(raw)
        if not raw.strip():
            return CellType.BLANK, None
        raw = raw.strip()
        if kind == "s":
            return CellType.TEXT, self._shared_string(raw)
        if kind == "b":
            return CellType.BOOLEAN, raw in ("1", "true")
        if kind == "e":
            return CellType.ERROR, raw
        if kind == "d":
            return CellType.NUMBER, self._iso_serial(raw)
        return CellType.NUMBER, self._number(raw)

    def _shared_string(self, raw: str) -> str:
        if not (raw.isascii() and raw.isdigit() and int(raw) < len(self.shared)):
            raise UnreadableError(Trouble.BAD_XML, f"{self.part}: shared string {raw[:20]}")
        return self.shared[int(raw)]

    def _number(self, raw: str) -> float:
        try:
            number = float(raw)
        except ValueError as error:
            raise UnreadableError(Trouble.BAD_XML, f"{self.part}: {raw[:20]}") from error
        if number - number != 0 or "_" in raw:
            raise UnreadableError(Trouble.BAD_XML, f"{self.part}: {raw[:20]}")
        return number

    def _iso_serial(self, raw: str) -> float:
        try:
            moment = datetime.fromisoformat(raw.removesuffix("Z"))
        except ValueError as error:
            raise UnreadableError(Trouble.BAD_XML, f"{self.part}: {raw[:20]}") from error
        day: date = moment.date()
        clock: time = moment.time()
        seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
        serial = date_to_serial(day) + seconds / 86_400
        return serial - DAYS_FROM_1900_TO_1904 if self.from_1904 else serial

    def _formula(self, address: str) -> str:
        text = "".join(self._pieces["f"]).strip()
        if len(text) > self.limits.formula:
            raise UnreadableError(Trouble.TOO_LARGE, f"{self.part}: {address}")
        shared = self._formula_attributes.get("si")
        if self._formula_attributes.get("t") == "shared" and shared is not None:
            if text:
                self._masters[shared] = (address, text)
            else:
                self._children.append((address, shared))
        return f"={text}"

    def _share_formulas(self) -> None:
        """Give each cell of a shared formula its own text, shifted from the master's."""
        if not self._children:
            return
        # Only files that Excel filled down have these: openpyxl is not imported otherwise.
        from openpyxl.formula.translate import Translator

        for address, shared in self._children:
            if shared not in self._masters:
                raise UnreadableError(Trouble.BAD_XML, f"{self.part}: shared formula {shared[:20]}")
            origin, text = self._masters[shared]
            translated = Translator(f"={text}", origin=origin).translate_formula(address)
            cell = self.cells[address]
            self.cells[address] = Cell(cell.row, cell.column, cell.type, cell.value, translated)
