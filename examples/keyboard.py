"""What a Dane types for a value, and which value a Danish text at the keyboard becomes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from resultatplan.exact import HUNDRED, exact
from validators.typing_mistakes import read_date_text, read_number_text
from workbooks.blueprint.specs import CellValue
from workbooks.form import ValueType


def as_typed(value: CellValue, value_type: ValueType) -> str:
    """The keys for a cell's value: `82,5%` for 0.825, `31-12-2020`, `Ja`."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, str):
        return value
    if value_type is ValueType.PERCENT:
        return f"{_danish(exact(value) * HUNDRED)}%"
    return _danish(exact(value))


def as_value(typed: str) -> CellValue:
    """What a spreadsheet makes of typed keys: nothing, a date, a number or a text."""
    if not typed:
        return None
    day = read_date_text(typed).day
    if day is not None:
        return day
    read = read_number_text(typed)
    if read.number is None:
        return typed
    return float(read.number / HUNDRED if read.is_percent else read.number)


def _danish(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")
