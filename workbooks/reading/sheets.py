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

from workbooks.reading.cells import (
    BLANK,
    DAYS_FROM_1900_TO_1904,
    NUMBER,
    TEXT,
    Cell,
    CellType,
    date_to_serial,
    unescape,
)
from workbooks.reading.container import Trouble, UnreadableError
from workbooks.reading.plain_sheets import KEPT_SHEETS
from workbooks.reading.ranges import read_range
from workbooks.reading.scanning import SHARED, RawCell, ScannedSheet, Strings

SheetCells = dict[str, Cell]
"""The non-empty cells of a sheet by address."""

_KEPT_CELLS = 20_000
"""Sheets with more cells are no template's, and not kept."""


@dataclass(frozen=True, eq=False)
class SheetFormulas:
    """The formulas of a sheet by address. Two of the same content are the same object."""

    by_address: dict[str, str] = field(default_factory=dict)


NO_FORMULAS = SheetFormulas()


@dataclass(frozen=True, eq=False)
class SheetContent:
    """The settled cells of a sheet. Two of the same content are the same object."""

    cells: SheetCells = field(default_factory=dict)
    formulas: SheetFormulas = NO_FORMULAS
    """Of those cells: they come back in every report, whatever values stand beside them."""


def settle_sheet(
    sheet: ScannedSheet, strings: Strings, shared: Sequence[str], *, from_1904: bool
) -> SheetContent:
    """The sheet's cells with their shared strings (`UnreadableError` for one that is not there)."""
    try:
        texts = tuple([shared[index] for index in strings])
    except IndexError as error:
        raise UnreadableError(Trouble.BAD_XML, f"{sheet.part}: shared string") from error
    settle = _settled_once if len(sheet.cells) <= _KEPT_CELLS else _settled
    return settle(sheet, texts, from_1904)


def _settled(sheet: ScannedSheet, texts: tuple[str, ...], from_1904: bool) -> SheetContent:
    cells: SheetCells = {}
    strings = iter(texts)
    new = tuple.__new__  # Half the time of the constructor, which has nothing to check.
    for raw, text in zip(sheet.cells, sheet.values, strict=True):
        row, column, address, kind, formula, _ = raw
        if kind == "s" and text is not None:
            cell = new(Cell, (row, column, TEXT, next(strings), formula))
        else:
            type_, value = _value(sheet.part, kind, text, from_1904)
            if type_ is BLANK and formula is None:
                continue
            cell = new(Cell, (row, column, type_, value, formula))
        if address in cells:
            raise UnreadableError(Trouble.BAD_XML, f"{sheet.part}: {address} twice")
        cells[address] = cell
    cells = _with_array_formulas(sheet, _with_shared_formulas(sheet, cells))
    return SheetContent(cells, _formulas(cells))


def _formulas(cells: SheetCells) -> SheetFormulas:
    found = [(address, cell[4]) for address, cell in cells.items() if cell[4] is not None]
    keep = _formulas_once if len(found) <= _KEPT_CELLS else _as_formulas
    return keep(*map(tuple, zip(*found, strict=True))) if found else NO_FORMULAS


def _as_formulas(addresses: tuple[str, ...], formulas: tuple[str, ...]) -> SheetFormulas:
    return SheetFormulas(dict(zip(addresses, formulas, strict=True)))


_formulas_once = lru_cache(maxsize=KEPT_SHEETS)(_as_formulas)


_settled_once = lru_cache(maxsize=KEPT_SHEETS)(_settled)


def _value(
    part: str, kind: str, text: str | None, from_1904: bool
) -> tuple[CellType, float | str | bool | None]:
    if text is None:
        return BLANK, None
    if kind in ("str", "inlineStr"):
        return TEXT, unescape(text)
    text = text.strip()
    if not text:
        return BLANK, None
    if kind == "n":
        return NUMBER, _number(part, text)
    if kind == "b":
        if text not in ("0", "1", "false", "true"):
            raise UnreadableError(Trouble.BAD_XML, f"{part}: {text[:20]}")
        return CellType.BOOLEAN, text in ("1", "true")
    if kind == "e" and text.startswith("#"):
        return CellType.ERROR, text
    if kind == "d":
        return NUMBER, _iso_serial(part, text, from_1904)
    raise UnreadableError(Trouble.BAD_XML, f"{part}: type {kind[:20]}")


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


def _with_shared_formulas(sheet: ScannedSheet, cells: SheetCells) -> SheetCells:
    """Each cell of a shared formula gets its own text, shifted from the master's."""
    children = [raw for raw in sheet.cells if raw[4] is not None and raw[4][0] != "="]
    if not children:
        return cells
    masters: dict[str, RawCell] = {}
    for raw in children:
        group, _, text = (raw.formula or "")[len(SHARED) :].partition(":")
        if text and group in masters:
            raise UnreadableError(Trouble.BAD_XML, f"{sheet.part}: shared formula {raw.address}")
        if text:
            masters[group] = raw
    for raw in children:
        group, _, text = (raw.formula or "")[len(SHARED) :].partition(":")
        cell = cells[raw.address]
        formula = f"={text}" if text else _translated(sheet.part, masters.get(group), raw)
        cells[raw.address] = Cell(cell.row, cell.column, cell.type, cell.value, formula)
    return cells


def _translated(part: str, master: RawCell | None, child: RawCell) -> str:
    if master is None or master.formula is None:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: shared formula {child.address}")
    # Only files that Excel filled down have these: openpyxl is not imported otherwise.
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    text = master.formula.split(":", 2)[2]
    try:
        return str(Translator(f"={text}", origin=master.address).translate_formula(child.address))
    except (TokenizerError, TranslatorError, ValueError, LookupError) as error:
        raise UnreadableError(Trouble.BAD_XML, f"{part}: shared formula {child.address}") from error


def _with_array_formulas(sheet: ScannedSheet, cells: SheetCells) -> SheetCells:
    """The cells that another cell's array formula fills have its formula: they are no constants."""
    for text, formula in sheet.arrays:
        area = read_range(text)
        if area is None:
            raise UnreadableError(Trouble.BAD_XML, f"{sheet.part}: {text[:20]}")
        for address, cell in cells.items():
            if cell.formula is None and area.covers(cell.row, cell.column):
                cells[address] = cell._replace(formula=formula)
    return cells
