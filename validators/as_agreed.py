"""Whether a whole sheet stands as agreed, told quickly: most do, and need no closer look.

A sheet that stands as agreed holds what the template holds in every locked cell, and nothing
outside the template's cells; what is typed into input cells does not matter here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from validators.formula_text import canonical
from workbooks.blueprint.specs import Aspect, SheetSpec
from workbooks.reading.cells import Cell, CellType, date_to_serial, read_address

_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class _Yardstick:
    """A sheet's locked cells as a reader gives them: formulas, and cells with their values."""

    formulas: dict[str, str]
    cells: dict[str, Cell]
    inputs: frozenset[str]


def stands_as_agreed(spec: SheetSpec, cells: Mapping[str, Cell]) -> bool:
    """Whether the sheet is exactly as the template has it. A no may still be harmless."""
    yardstick = _yardstick(spec)
    if not (yardstick.cells.items() <= cells.items() or _constants_agree(yardstick, cells)):
        return False
    if not _formulas_agree(yardstick, cells):
        return False
    locked = len(yardstick.cells) + len(yardstick.formulas)
    return locked + len(yardstick.inputs & cells.keys()) == len(cells)


def _constants_agree(yardstick: _Yardstick, cells: Mapping[str, Cell]) -> bool:
    """The same but for what programs rewrite."""
    for address, agreed in yardstick.cells.items():
        cell = cells.get(address)
        if cell != agreed and (cell is None or cell.formula is not None or not _is(cell, agreed)):
            return False
    return True


def _formulas_agree(yardstick: _Yardstick, cells: Mapping[str, Cell]) -> bool:
    for address, agreed in yardstick.formulas.items():
        found = None if address not in cells else cells[address].formula
        if found is None or (found != agreed and canonical(found) != canonical(agreed)):
            return False
    return True


def _is(cell: Cell, agreed: Cell) -> bool:
    """The same value of the same type, as closely as integrity looks at it."""
    found, value = cell.value, agreed.value
    if cell.type is not agreed.type:
        return False
    if isinstance(found, str) and isinstance(value, str):
        return same_words(found, value)
    return isinstance(found, float) and isinstance(value, float) and same_number(found, value)


def same_words(found: str, agreed: str) -> bool:
    """The same text but for blanks and line ends, which programs rewrite."""
    return found.split() == agreed.split()


def same_number(found: float, agreed: float) -> bool:
    """The same number but for the last of the 17 digits, which programs round."""
    return abs(found - agreed) <= _TOLERANCE * max(abs(agreed), 1e-3)


@lru_cache(maxsize=256)
def _yardstick(spec: SheetSpec) -> _Yardstick:
    formulas: dict[str, str] = {}
    cells: dict[str, Cell] = {}
    inputs: set[str] = set()
    for address, cell in spec.cells.items():
        value = cell.value
        if cell.aspect is Aspect.INPUT:
            inputs.add(address)
        elif cell.formula is not None:
            formulas[address] = cell.formula
        elif value is not None:
            cells[address] = Cell(*read_address(address), *_as_read(value))
    return _Yardstick(formulas, cells, frozenset(inputs))


def _as_read(value: str | float | date) -> tuple[CellType, float | str | bool]:
    """A value and its type as a reader gives them."""
    if isinstance(value, bool):
        return CellType.BOOLEAN, value
    if isinstance(value, str):
        return CellType.TEXT, value
    if isinstance(value, date):
        return CellType.NUMBER, float(date_to_serial(value))
    return CellType.NUMBER, float(value)
