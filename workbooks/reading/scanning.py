"""A sheet's XML, scanned into raw cells and what stands beside them.

What is not built as every program builds a sheet is refused: cells outside a row, rows out of
order, two values in a cell. Programs that read on take one or the other; this one takes neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workbooks.coordinates import column_letter, column_number
from workbooks.reading.audit import Limits
from workbooks.reading.container import Trouble, UnreadableError
from workbooks.reading.ranges import Range, read_range
from workbooks.reading.xml_parts import (
    EXTENSIONS,
    MAX_DEPTH,
    SEPARATOR,
    guarded_parser,
    relation_id,
    run,
    tags,
    too_deep,
)

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384

SHARED = "shared:"
"""How a raw cell marks a formula of a group: `shared:3:A1+1` for its master, `shared:3:` else."""


class RawCell(NamedTuple):
    """A cell as its XML has it, but for its value."""

    row: int
    column: int
    address: str
    kind: str
    """The attribute `t`: n, s, str, inlineStr, b, e, d."""
    formula: str | None
    style: str | None
    """The attribute `s`."""


@dataclass(frozen=True, eq=False)
class ScannedSheet:
    """A sheet's XML read, before its shared strings are looked up."""

    part: str
    cells: tuple[RawCell, ...]
    values: tuple[str | None, ...]
    """The raw text of each cell's value, None without one; nothing for a shared string."""
    tables: tuple[str, ...]
    """Relation ids of its tables."""
    merged: tuple[Range, ...]
    links: tuple[tuple[str, str], ...]
    """Hyperlinks: where they stand, and their relation ids."""
    arrays: tuple[tuple[str, str], ...]
    """Ranges that one formula fills, with its text."""
    hidden_rows: frozenset[int]
    """Those with content."""
    hidden_columns: tuple[tuple[int, int], ...]
    """First and last column of each hidden stretch."""
    rules: tuple[str, ...]
    """Formulas of validations and conditional formats."""


Strings = tuple[int, ...]
"""The shared strings that a sheet's cells refer to, in the order of the cells. They are kept apart:
where the workbook has another text more, the same sheet refers to others."""


def scan_sheet(data: bytes, part: str, limits: Limits) -> tuple[ScannedSheet, Strings]:
    """Read a sheet's XML (`UnreadableError` for what no workbook holds)."""
    return _Scanner(part, limits).scan(data)


_TAGS = tags(
    "worksheet", "cols", "col", "sheetData", "row", "c", "v", "f", "is", "t", "r", "rPh",
    "tablePart", "tableParts", "mergeCell", "mergeCells", "hyperlink", "hyperlinks", "formula",
    "formula1", "formula2", EXTENSIONS,
)  # fmt: skip
_PARENTS = {
    "worksheet": ("",),
    "cols": ("worksheet",),
    "col": ("cols",),
    "sheetData": ("worksheet",),
    "row": ("sheetData",),
    "c": ("row",),
    "v": ("c",),
    "f": ("c",),
    "is": ("c",),
    "r": ("is",),
    "t": ("is", "r"),
    "tablePart": ("tableParts",),
    "tableParts": ("worksheet",),
    "mergeCell": ("mergeCells",),
    "mergeCells": ("worksheet",),
    "hyperlink": ("hyperlinks",),
    "hyperlinks": ("worksheet",),
    "formula": ("?",),
    "formula1": ("?",),
    "formula2": ("?",),
}
"""Where an element may stand. Elsewhere one reader would take it for a cell and the next not."""
_PASSED_OVER = frozenset({"rPh", EXTENSIONS})
"""What stands in these is no content: every program passes over it."""
_LEAVES = frozenset({"v", "f", "t"})
_RULES = frozenset({"formula", "formula1", "formula2"})
_EXTENDED_RULE = f"http://schemas.microsoft.com/office/excel/2006/main{SEPARATOR}f"
"""A formula of a rule in the extensions: Excel follows those too."""


class _Scanner:
    """One pass over a sheet's XML."""

    def __init__(self, part: str, limits: Limits) -> None:
        self.part = part
        self.limits = limits
        self.cells: list[RawCell] = []
        self.values: list[str | None] = []
        self.strings: list[int] = []
        self.tables: list[str] = []
        self.merged: list[Range] = []
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
        self._style: str | None = None
        self._is_hidden = False
        self.arrays: list[tuple[str, str]] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.rules: list[str] = []
        self._array: str | None = None

    def scan(self, data: bytes) -> tuple[ScannedSheet, Strings]:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        run(self._parser, data, self.part)
        if not self._sheet_data:
            raise self._bad("no sheetData")
        sheet = ScannedSheet(
            self.part,
            tuple(self.cells),
            tuple(self.values),
            tuple(self.tables),
            tuple(self.merged),
            tuple(self.links),
            tuple(self.arrays),
            frozenset(self.hidden_rows),
            tuple(self.hidden_columns),
            tuple(self.rules),
        )
        return sheet, tuple(self.strings)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        stack = self._stack
        if len(stack) > MAX_DEPTH:
            raise too_deep(self.part)
        above = stack[-1]
        tag = _TAGS.get(name, "?")
        if tag == "c" and above == "row":
            stack.append(tag)
            self._start_cell(attributes)
            return
        if above in _PASSED_OVER or tag in _PASSED_OVER:
            is_rule = name == _EXTENDED_RULE
            stack.append("formula" if is_rule else EXTENSIONS)
            if is_rule:
                self._note("formula", attributes)
            return
        if above in _LEAVES or (tag != "?" and above not in _PARENTS[tag]):
            raise self._bad(f"{tag} in {above}")
        stack.append(tag)
        if tag in ("v", "t"):
            self._pieces.clear()
            self._parser.CharacterDataHandler = self._pieces.append
        elif tag == "f":
            self._start_formula(attributes)
        elif tag == "row":
            self._start_row(attributes)
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
            if self._kind == "inlineStr" and self._value:
                raise self._bad(f"{self._address}: value of a text")
        elif tag == "t":
            self._parser.CharacterDataHandler = None
            self._value = (self._value or "") + "".join(self._pieces)
        elif tag == "f":
            self._parser.CharacterDataHandler = None
            if self._formula is not None:
                raise self._bad(f"{self._address}: two formulas")
            self._formula = "".join(self._pieces).strip()
        elif tag in _RULES:
            self._parser.CharacterDataHandler = None
            self.rules.append("".join(self._pieces))

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheetData":
            self._sheet_data += 1
            if self._sheet_data > 1:
                raise self._bad("two sheetData")
        elif tag == "tablePart":
            self.tables += filter(None, [relation_id(attributes)])
        elif tag == "mergeCell":
            area = read_range(attributes.get("ref", ""))
            self.merged += [] if area is None else [area]
        elif tag == "hyperlink":
            relation = relation_id(attributes)
            if relation is not None:
                self.links.append((attributes.get("ref", "A1"), relation))
        elif tag in _RULES:
            self._pieces.clear()
            self._parser.CharacterDataHandler = self._pieces.append
        elif tag == "col":
            self._note_column(attributes)
        elif tag == "is" and (self._value is not None or self._kind != "inlineStr"):
            raise self._bad(f"{self._address}: text of a value")

    def _note_column(self, attributes: dict[str, str]) -> None:
        if is_yes(attributes.get("hidden")) or is_zero(attributes.get("width")):
            first, last = (attributes.get(each, "0") for each in ("min", "max"))
            if first.isascii() and first.isdigit() and last.isascii() and last.isdigit():
                stretch = (int(first[:9]), int(last[:9]))
                self.hidden_columns.append(stretch)

    def _start_row(self, attributes: dict[str, str]) -> None:
        row = self._position(attributes.get("r"), self._row + 1)
        if row <= self._row or row > MAX_ROW:
            raise self._bad(f"row {row} after {self._row}")
        self._row = row
        self._column = 0
        self._is_hidden = is_yes(attributes.get("hidden")) or is_zero(attributes.get("ht"))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        before = self._column
        if reference is None:
            self._column += 1
            reference = f"{column_letter(self._column)}{self._row}"
        else:
            row, self._column = position_of(reference)
            if row != self._row:
                raise self._bad(f"{reference} in row {self._row}")
        if not before < self._column <= MAX_COLUMN or not self._row:
            raise self._bad(f"{reference} after column {before}")
        self._address = reference
        self._kind = attributes.get("t", "n")
        self._value = self._formula = self._group = self._array = None
        self._style = attributes.get("s")

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._pieces.clear()
        self._parser.CharacterDataHandler = self._pieces.append
        kind = attributes.get("t")
        if kind == "shared":
            self._group = attributes.get("si", "")
        elif kind in ("array", "dataTable"):
            self._array = attributes.get("ref", self._address)

    def _end_cell(self) -> None:
        value, formula = self._value, self._formula
        if value is None and formula is None:
            return
        self._check_lengths(value, formula)
        if formula is not None:
            formula = f"={formula}" if self._group is None else f"{SHARED}{self._group}:{formula}"
            if self._array is not None and self._array != self._address:
                self.arrays.append((self._array, formula))
        if self._kind == "s" and value is not None:
            self.strings.append(self._index(value))
            value = ""
        place = (self._row, self._column, self._address)
        self.cells.append(RawCell(*place, self._kind, formula, self._style))
        self.values.append(value)
        if self._is_hidden:
            self.hidden_rows.add(self._row)

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
        is_plain = text.isascii() and text.isdigit() and len(text) < 9 and text[0] != "0"
        if not is_plain or int(text) > MAX_ROW:
            raise self._bad(f"row {text[:20]}")
        return int(text)

    def _bad(self, detail: str) -> UnreadableError:
        return UnreadableError(Trouble.BAD_XML, f"{self.part}: {detail[:40]}")


@lru_cache(maxsize=16_384)
def position_of(reference: str) -> tuple[int, int]:
    """The row and column of `B12`; 0 and 0 for what is no address as programs write it."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    is_letters = letters.isascii() and letters.isalpha() and letters.isupper()
    is_digits = digits.isascii() and digits.isdigit() and len(digits) < 8 and digits[0] != "0"
    if not (is_letters and is_digits) or len(letters) > 3:
        return 0, 0
    return int(digits), column_number(letters)


def is_yes(text: str | None) -> bool:
    """Whether an attribute says yes."""
    return text in ("1", "true")


def is_zero(text: str | None) -> bool:
    """Whether a width or height is nothing."""
    return text is not None and text.strip("0.") == "" and text != ""
