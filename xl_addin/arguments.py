"""What a spreadsheet passes to a function, read into values of one kind.

Hosts differ: a date arrives as datetime (xlwings) or as a serial number (VBA's Value2,
LibreOffice, Office.js), a blank cell as None or "", an error as text or as COM's number for it,
a range as a list or tuple of rows, of cells, or as a single cell. Here they become the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated

from resultatplan.exact import exact
from texts import functions as say
from texts.language import Said, Text, phrase, said_quantity

Cell = Annotated[object, "cell"]
"""An argument that is one cell or written in the formula: whatever the host passes for it."""
Reported = Annotated[object, "reported"]
"""An argument that is a cell of the report, where blank and 0 say different things. It cannot be
left out: Calc has no answer where a reference is missing."""
Computed = Annotated[object, "computed"]
"""An argument that a formula gives: "" is blank, and 0 is 0."""
Cells = Annotated[object, "range"]
"""An argument that may be a range: whatever the host passes for it."""

VALUE, NOT_AVAILABLE, DIVISION, NUMBER = "#VALUE!", "#N/A", "#DIV/0!", "#NUM!"

ERROR_NUMBERS: Mapping[str, int] = {
    "#NULL!": 2000,
    DIVISION: 2007,
    VALUE: 2015,
    "#REF!": 2023,
    "#NAME?": 2029,
    NUMBER: 2036,
    NOT_AVAILABLE: 2042,
    "#GETTING_DATA": 2043,
    "#SPILL!": 2045,
    "#CONNECT!": 2046,
    "#BLOCKED!": 2047,
    "#UNKNOWN!": 2048,
    "#FIELD!": 2049,
    "#CALC!": 2050,
}
"""Excel's errors and the number that CVErr takes for each (the XlCVError enumeration)."""

_COM_BASE = -2146828288
_COM_ERRORS = {_COM_BASE + number: text for text, number in ERROR_NUMBERS.items()}
_EPOCH = datetime(1899, 12, 30)
_LAST_SERIAL = 2958465  # 31 December 9999
_SECONDS_A_DAY = 86400


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An Excel error in a cell, `#REF!`."""

    code: str


Value = Decimal | bool | str | ErrorValue | None
"""A cell's content; None is a blank cell, a date is its serial number."""


class InputError(Exception):
    """An input that no answer can be given to: the error to show, and what is wrong."""

    def __init__(self, code: str, problem: Text, **fields: Said) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = phrase(problem, **fields)
        """What is wrong, in one sentence."""


@dataclass(frozen=True, slots=True)
class Block:
    """The cells of a range, row by row."""

    rows: int
    columns: int
    values: tuple[Value, ...]

    def fits(self, other: Block) -> bool:
        """Whether cells can be paired: the same shape, or two rows or columns of one length."""
        if len(self.values) != len(other.values):
            return False
        return self.rows == other.rows or (self._is_line and other._is_line)

    @property
    def _is_line(self) -> bool:
        return 1 in (self.rows, self.columns)


def block(argument: str, raw: object) -> Block:
    """A range, from a scalar, a list of cells (a row) or a list of rows.

    Raises `InputError` for rows of different lengths and for what is no cell value.
    """
    rows = _rows(argument, raw)
    columns = len(rows[0]) if rows else 0
    if any(len(row) != columns for row in rows):
        raise InputError(VALUE, say.NOT_RECTANGULAR, argument=label(argument))
    values = tuple(_value(argument, cell) for row in rows for cell in row)
    return Block(len(rows), columns, values)


def cell(argument: str, raw: object) -> Value:
    """One cell; a range of one cell is that cell.

    Raises `InputError` for a larger range, and for an error value: an error in, the same error out.
    """
    if isinstance(raw, list | tuple):
        values = block(argument, raw).values
        count = len(values)
        if count > 1:
            raise InputError(VALUE, say.NOT_ONE_CELL, argument=label(argument), count=str(count))
        value = values[0] if values else None
    else:
        value = _value(argument, raw)
    refuse_error(argument, value)
    return value


def refuse_errors(**arguments: object) -> None:
    """Raise `InputError` with the first error value among single cells, in the order given."""
    for argument, raw in arguments.items():
        cell(argument, raw)


def refuse_error(argument: str, value: Value) -> None:
    """Raise `InputError` with the error where `value` is one."""
    if isinstance(value, ErrorValue):
        danish = say.DANISH_ERRORS.get(value.code)
        shown = f"{danish} ({value.code})" if danish else value.code
        raise InputError(
            value.code, say.HOLDS_ERROR, argument=label(argument), error=Text(shown, value.code)
        )


def number(argument: str, raw: object) -> Decimal | None:
    """A number, or None for a blank cell; `InputError` for text and booleans."""
    value = cell(argument, raw)
    if value is None or isinstance(value, Decimal):
        return value
    raise wrong(say.A_NUMBER, argument, value)


def day(argument: str, raw: object) -> date | None:
    """A date without its time of day, or None for a blank cell; `InputError` for anything else."""
    value = cell(argument, raw)
    if value is None:
        return None
    if isinstance(value, Decimal) and 1 <= value < _LAST_SERIAL + 1:
        return (_EPOCH + timedelta(days=int(value))).date()
    raise wrong(say.A_DATE, argument, value)


def yes_no(argument: str, raw: object) -> bool | None:
    """Ja/Nej in any case, TRUE/FALSE or 1/0 (as LibreOffice passes booleans); None for blank."""
    value = cell(argument, raw)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Decimal) and value in (0, 1):
        return value == 1
    if isinstance(value, str) and plain(value) in _YES_NO:
        return _YES_NO[plain(value)]
    raise wrong(say.YES_OR_NO, argument, value)


def text(argument: str, raw: object) -> str:
    """A text without the blanks around it; "" for a blank cell; `InputError` for anything else."""
    value = cell(argument, raw)
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    raise wrong(say.A_TEXT, argument, value)


def plain(value: str) -> str:
    """A word as it is compared: without blanks around it, in lower case."""
    return value.strip().casefold()


def label(argument: str) -> Text:
    """The argument as a sentence names it: `Måltal` for `maaltal`."""
    return say.LABELS[argument]


def wrong(wanted: Text, argument: str, value: Value) -> InputError:
    """The refusal of a value that is not what the argument must be."""
    fields = {"argument": label(argument), "value": shown(value), "wanted": wanted}
    return InputError(VALUE, say.MUST_BE, **fields)


def shown(value: Value) -> Said:
    """A value in a sentence: `teksten "0,5"`, `tallet 3`, `SAND`."""
    if value is None:
        return say.VALUE_BLANK
    if isinstance(value, bool):
        return say.VALUE_TRUE if value else say.VALUE_FALSE
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, str):
        return phrase(say.VALUE_TEXT, value=value)
    return phrase(say.VALUE_NUMBER, value=said_quantity(value))


def _rows(argument: str, raw: object) -> list[list[object]]:
    if not isinstance(raw, list | tuple):
        return [[raw]]
    nested = [isinstance(row, list | tuple) for row in raw]
    if not any(nested):
        return [list(raw)] if raw else []
    if not all(nested):
        raise InputError(VALUE, say.NOT_RECTANGULAR, argument=label(argument))
    return [list(row) for row in raw]


def _value(argument: str, raw: object) -> Value:
    if raw is None or raw == "":
        return None
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, int) and raw in _COM_ERRORS:
        return ErrorValue(_COM_ERRORS[raw])
    if isinstance(raw, int | float | Decimal):
        return _number(raw)
    if isinstance(raw, str):
        return ErrorValue(raw.strip()) if raw.strip() in ERROR_NUMBERS else raw
    if isinstance(raw, date):
        return _serial(raw)
    raise InputError(VALUE, say.NOT_READABLE, argument=label(argument))


def _number(raw: int | float | Decimal) -> Decimal | ErrorValue:
    try:
        return exact(raw)
    except (ValueError, ArithmeticError):
        return ErrorValue(NUMBER)


def _serial(moment: date) -> Decimal:
    if isinstance(moment, datetime):
        since = moment.replace(tzinfo=None) - _EPOCH
    else:
        since = datetime(moment.year, moment.month, moment.day) - _EPOCH
    return exact(since.days + since.seconds / _SECONDS_A_DAY)


_YES_NO = {plain(say.YES.da): True, plain(say.NO.da): False}
