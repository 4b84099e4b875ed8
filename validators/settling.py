"""Layer 4, first half: each input cell is settled as a value of its type, or as a finding.

Types come first and cell by cell, so that one file's text in a number column cannot hide another
file's failure when the schemas run over many files at once. Nothing is guessed: a text that looks
like a number is a finding with a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from resultatplan.exact import exact
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Day, Quantity, Said, phrase
from validators.choices import meant_choice, not_listed
from validators.findings import Finding, Place, finding
from validators.input_tables import input_tables
from validators.integrity import content
from validators.settled import FIRST_YEAR, LAST_YEAR, InputCell, Settled
from validators.structure import Received
from validators.typing_mistakes import (
    Mistake,
    has_invisible,
    has_no_break_space,
    is_placeholder,
    quotable_text,
    read_date_text,
    read_number_text,
    visible_text,
)
from workbooks.form import CHOICES, NO, YES, ValueType
from workbooks.reading.cells import (
    DAYS_FROM_1900_TO_1904,
    EPOCH_1900,
    Cell,
    CellType,
    serial_to_date,
)

_LESS_THAN_A_SECOND = 1e-6


def settle_inputs(received: Received) -> Iterator[InputCell]:
    """Every input cell of a report that is still there, settled; blanks included."""
    periods = tuple(period.name for period in received.plan.reporting.periods)
    from_1904 = received.book.from_1904
    new = tuple.__new__  # Half the time of the constructor, which has nothing to check.
    for table in input_tables(received.plan):
        for blank, cell in table.found_in(received.tables[table.layout.name]):
            if cell is None:
                yield blank
                continue
            value = _plain_value(cell, blank.type, from_1904=from_1904)
            if value is None:
                yield _settle(received, cell, blank, periods)
            else:
                yield new(InputCell, (*blank[:3], value, None, None))


_NUMBERS = frozenset(each for each in ValueType if each.is_number)
_TEXT, _DATE = ValueType.TEXT, ValueType.DATE


def _plain_value(cell: Cell, value_type: ValueType, *, from_1904: bool) -> Settled:
    """The value of a constant that is of its cell's type beyond doubt; None for any other.

    A number, a day, a choice as listed, a text with something to see.
    """
    value = cell.value
    if cell.formula is not None:
        return None
    if cell.type is CellType.NUMBER and isinstance(value, float):
        is_day = value_type is _DATE and value >= 1 and value.is_integer() and not from_1904
        return value if is_day or value_type in _NUMBERS else None
    if cell.type is not CellType.TEXT or not isinstance(value, str):
        return None
    if value_type is _TEXT:
        return visible_text(value) or None
    return value if value in CHOICES.get(value_type, ()) else None


def _settle(
    received: Received, cell: Cell, blank: InputCell, periods: tuple[str, ...]
) -> InputCell:
    place, name, value_type = blank.place, blank.name, blank.type
    shift = DAYS_FROM_1900_TO_1904 if received.book.from_1904 else 0
    outcome = _outcome(cell, place, value_type, periods, shift)
    if isinstance(outcome, Finding):
        return InputCell(place, name, value_type, None, outcome)
    note = None
    if cell.formula is not None:
        if cell.type is CellType.BLANK:
            return InputCell(place, name, value_type, None, _wrong(place, say.UNCALCULATED, cell))
        note = finding(
            codes.FORMULA_IN_INPUT,
            place,
            found=cell.formula[:160],
            value=shown_value(outcome, value_type),
        )
    return InputCell(place, name, value_type, outcome, None, note)


def shown_value(value: Settled, value_type: ValueType) -> Said:
    """A settled value as its cell shows it."""
    if value is None:
        return say.BLANK
    if isinstance(value, str):
        return value
    if value_type is ValueType.PERCENT:
        return CellPercent(exact(value))
    if value_type is ValueType.DATE and 1 <= value < 2_900_000:
        return Day(EPOCH_1900 + timedelta(days=int(value)))
    return Quantity(exact(value))


def _outcome(
    cell: Cell, place: Place, value_type: ValueType, periods: tuple[str, ...], shift: int
) -> Settled | Finding:
    if cell.type is CellType.BLANK or cell.text == "":
        return None
    if cell.type is CellType.ERROR:
        return finding(codes.ERROR_VALUE, place, found=str(cell.value))
    if value_type is ValueType.TEXT:
        return _text(cell)
    if value_type is ValueType.DATE:
        return _date(cell, place, shift)
    if value_type.is_number:
        return _number(cell, place, value_type)
    return _choice(cell, place, CHOICES.get(value_type, periods))


def _text(cell: Cell) -> Settled:
    if cell.type is CellType.BOOLEAN:
        return say.TRUE() if cell.value else say.FALSE()
    if cell.number is not None:
        return f"{cell.number:.15g}"
    return visible_text(cell.text or "") or None


def _number(cell: Cell, place: Place, value_type: ValueType) -> Settled | Finding:
    if cell.number is not None:
        return cell.number
    if cell.text is None:
        return _wrong(place, say.A_BOOLEAN, cell, say.A_NUMBER)
    text = cell.text
    read = read_number_text(text)
    suggestion = _suggest_number(read.number, read.is_percent, value_type)
    if read.mistake is Mistake.PLACEHOLDER:
        return finding(codes.PLACEHOLDER, place, found=quotable_text(text))
    if read.mistake is Mistake.INVISIBLE:
        return _invisible(place, text, suggestion)
    code = codes.INEXACT if read.mistake is Mistake.INEXACT else codes.TEXT_FOR_NUMBER
    return finding(code, place, found=quotable_text(text), suggestion=suggestion)


def _suggest_number(number: Decimal | None, is_percent: bool, value_type: ValueType) -> Said:
    if number is None:
        return say.NO_SUGGESTION
    if value_type is not ValueType.PERCENT:
        return phrase(say.DID_YOU_MEAN, value=Quantity(number))
    # A share under 1 is a percentage already; 1 is 1 %, as when it is typed into the cell.
    share = number if not is_percent and abs(number) < 1 else number / 100
    return phrase(say.DID_YOU_MEAN, value=CellPercent(share))


def _date(cell: Cell, place: Place, shift: int) -> Settled | Finding:
    if cell.number is not None:
        return _day(cell.number + shift, place)
    if cell.text is None:
        return _wrong(place, say.A_BOOLEAN, cell, say.A_DATE)
    read = read_date_text(cell.text)
    suggestion: Said = say.NO_SUGGESTION
    if read.day is not None:
        suggestion = phrase(say.DID_YOU_MEAN, value=Day(read.day))
    if read.mistake is Mistake.PLACEHOLDER:
        return finding(codes.PLACEHOLDER, place, found=quotable_text(cell.text))
    if read.mistake is Mistake.INVISIBLE:
        return _invisible(place, cell.text, suggestion)
    return finding(codes.DATE_AS_TEXT, place, found=quotable_text(cell.text), suggestion=suggestion)


def _day(serial: float, place: Place) -> Settled | Finding:
    """A date as such. One with a time of day is refused; so are, later, the years beyond sense."""
    whole = round(serial)
    if abs(serial - whole) < _LESS_THAN_A_SECOND:
        return float(whole)
    day = serial_to_date(serial)
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return serial
    minutes = min(round(serial % 1 * 24 * 60), 24 * 60 - 1)
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    return finding(
        codes.DATE_WITH_TIME,
        place,
        found=phrase(say.DAY_AND_TIME, day=Day(day), time=clock),
        suggestion=phrase(say.DID_YOU_MEAN, value=Day(day)),
    )


def _choice(cell: Cell, place: Place, choices: tuple[str, ...]) -> Settled | Finding:
    """A choice as typed; whether it is on the list is the schema's question, once it is text."""
    if cell.type is CellType.BOOLEAN and {YES, NO} <= set(choices):
        return not_listed(place, content(cell), choices, YES if cell.value else NO)
    if cell.text is None:
        what = say.A_NUMBER if cell.number is not None else say.A_BOOLEAN
        return _wrong(place, what, cell, " / ".join(choices))
    text = cell.text
    meant = meant_choice(text, choices)
    if has_invisible(text) or (text not in choices and visible_text(text) in (*choices, "")):
        suggestion: Said = say.NO_SUGGESTION
        if meant is not None:
            suggestion = phrase(say.DID_YOU_MEAN_WORD, value=meant)
        return _invisible(place, text, suggestion)
    if text not in choices and is_placeholder(text):
        return finding(codes.PLACEHOLDER, place, found=quotable_text(text))
    return text


def _invisible(place: Place, text: str, suggestion: Said) -> Finding:
    found = say.INVISIBLE if has_invisible(text) else say.OUTER_SPACES
    if has_no_break_space(text):
        found = say.NO_BREAK_SPACE
    if not visible_text(text):
        found = say.ONLY_SPACES
    return finding(codes.STRAY_SPACE, place, found=found, suggestion=suggestion)


def _wrong(place: Place, what: Said, cell: Cell, expected: Said = say.A_VALUE) -> Finding:
    return finding(codes.WRONG_TYPE, place, found=content(cell), expected=expected, what=what)
