"""Whether a whole sheet stands as agreed, told quickly: most do, and need no closer look.

A sheet that stands as agreed holds what the template holds in every locked cell, and nothing
outside the template's cells; what is typed into input cells does not matter here. The answer is
kept for the very same content, so that a guide that came back unread costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from validators.formula_text import canonical
from workbooks.blueprint.cells import Aspect, SheetSpec
from workbooks.reading.cells import Cell, CellType, date_to_serial
from workbooks.reading.sheets import SheetContent

_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class _Yardstick:
    """A sheet's locked cells as a reader gives them: formulas, and values with their types."""

    formulas: dict[str, str]
    values: dict[str, float | str | bool]
    inputs: frozenset[str]


@lru_cache(maxsize=256)
def stands_as_agreed(spec: SheetSpec, content: SheetContent) -> bool:
    """Whether the sheet is exactly as the template has it. A no may still be harmless."""
    yardstick = _yardstick(spec)
    cells = content.cells
    for address, value in yardstick.values.items():
        cell = cells.get(address)
        if cell is None or cell.formula is not None or not _is(cell, value):
            return False
    for address, formula in yardstick.formulas.items():
        cell = cells.get(address)
        if cell is None or cell.formula is None:
            return False
        if cell.formula != formula and canonical(cell.formula) != canonical(formula):
            return False
    locked = len(yardstick.values) + len(yardstick.formulas)
    return locked + sum(address in yardstick.inputs for address in cells) == len(cells)


def _is(cell: Cell, value: float | str | bool) -> bool:
    """The same value of the same type, as closely as integrity looks at it."""
    found = cell.value
    if type(found) is not type(value):  # True is 1 to Python, not to a reader
        return False
    if cell.type is CellType.ERROR:
        return False
    if found == value:
        return True
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
    values: dict[str, float | str | bool] = {}
    inputs: set[str] = set()
    for address, cell in spec.cells.items():
        value = cell.value
        if cell.aspect is Aspect.INPUT:
            inputs.add(address)
        elif cell.formula is not None:
            formulas[address] = cell.formula
        elif isinstance(value, date):
            values[address] = float(date_to_serial(value))
        elif isinstance(value, bool | str):
            values[address] = value
        elif value is not None:
            values[address] = float(value)
    return _Yardstick(formulas, values, frozenset(inputs))
