"""RP-4xx: what is typed in the input cells.

Each cell is first settled by itself: a value of its type, or a finding. So one file's text in a
number column hides nothing of another file. What a value of the right type may be is said by
`schemas`; here are the words about a value that is refused there.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from resultatplan.exact import exact
from resultatplan.goals import FIRST_YEAR, LAST_YEAR, Criterion
from resultatplan.plan import Plan
from texts import findings as say
from texts.language import DANISH, Said, phrase, said_day, said_percent, said_quantity
from texts.language import say as shown_text
from validators.findings import Finding, Place, finding, quoted_cell
from validators.inputs import InputCell, Settled, shown_value
from validators.structure import Received
from validators.typing_mistakes import (
    Mistake,
    day_and_time,
    has_invisible,
    has_no_break_space,
    has_time,
    meant_choice,
    quotable_text,
    read_date_text,
    read_number_text,
    says_nothing,
    typed_perhaps,
    visible_text,
)
from workbooks.form import (
    MIO_KR,
    NO,
    YES,
    Limits,
    MasterColumn,
    ValueType,
    answers_of,
    date_window,
    grade_of,
    input_names,
    limits_of,
)
from workbooks.reading.cells import (
    IN_CELL,
    Cell,
    CellType,
    blank_at,
    date_to_serial,
    serial_to_date,
)
from workbooks.reading.number_formats import Shows
from workbooks.reading.read_sheet import ReadSheet


def settle(received: Received) -> Iterator[InputCell]:
    """Every input cell of a report that is still there, settled; blanks included.

    It has the place where it stands now.
    """
    for key, name, value_type in input_names(received.plan):
        table = received.input_table(key)
        at = (name, MasterColumn.VALUE) if key is None else (key, name)
        address = table.address(*at)
        if table.sheet is not None and address is not None:
            blank = InputCell(Place(table.sheet.name, address, key), name, value_type, None)
            cell = table.sheet.cells.get(address) or blank_at(address)
            yield _settled(blank, cell, table.sheet, received)


def _settled(blank: InputCell, cell: Cell, sheet: ReadSheet, received: Received) -> InputCell:
    """What the cell holds: a value of its type, and a note where a formula gave it, or why not."""
    found = _typed_value(cell, blank.type, blank.place, sheet, received)
    if isinstance(found, Finding):
        return blank._replace(finding=found)
    if cell.formula is None:
        return blank._replace(value=found)
    value = shown_value(found, blank.type)
    note = finding("RP-412", blank.place, found=cell.formula[:160], value=value)
    return blank._replace(value=found, note=note)


def _typed_value(
    cell: Cell, value_type: ValueType, place: Place, sheet: ReadSheet, received: Received
) -> Settled | Finding:
    """What stands in a cell: a value of its type, or the finding that says why it is none."""
    if cell.type is CellType.BLANK and cell.formula is not None:
        return _wrong_type(place, say.UNCALCULATED, cell)
    if cell.type is CellType.BLANK or cell.text == "":
        return None
    cell = cell._replace(formula=None)  # What it shows is told, not how that comes.
    if cell.type is CellType.ERROR:
        error = quoted_cell(cell)
        what = error if cell.value == IN_CELL else phrase(say.THE_ERROR, error=error)
        return finding("RP-406", place, found=error, what=what)
    shown = received.shown_by_format(sheet, cell)
    if value_type is ValueType.TEXT:
        return _text_in(cell) if shown is None else shown_text(shown, DANISH)
    if value_type is ValueType.DATE:
        return _date_in(cell, place, received)
    number, is_day = cell.number, sheet.shows(cell) is Shows.DATE
    if not value_type.is_number:
        choices = _choices_of(value_type, place.key, received.plan)
        if number is None:
            return _choice(cell, place, choices)
        is_shown_so = shown is not None and is_day
        what = say.A_NUMBER if not is_shown_so else say.A_DATE if number >= 1 else say.A_TIME
        found = received.quoted(sheet, cell)
        share = exact(number)
        meant = [each for each in choices if grade_of(each) in (share, share * 100)]
        if meant and not is_day:
            return _not_on_list(place, found, choices, meant[0])
        return finding("RP-413", place, found=found, expected=" / ".join(choices), what=what)
    if number is not None and is_day and number >= 0:
        return _became_a_date(number, shown, place, value_type, received)
    return _number_in(cell, place, value_type)


def _choices_of(value_type: ValueType, key: str | None, plan: Plan) -> tuple[str, ...]:
    """The list of a drop-down, of a criterion's row or, without a key, of the periods."""
    if key is None:
        return tuple(period.name for period in plan.reporting.periods)
    return answers_of(plan.criterion_by_key[key], value_type)


def _became_a_date(
    number: float, shown: Said | None, place: Place, value_type: ValueType, received: Received
) -> Finding:
    """The finding about a number that its format shows as a date: `1-2` became 44197, or 55 was
    typed where a date had been."""
    day = received.book.day(number)
    found = said_quantity(number) if shown is None else shown
    what = say.AS_A_DATE if shown is None else say.THE_TIME if number < 1 else say.THE_DATE
    if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
        meant = typed_perhaps(day)
    elif what is say.THE_TIME:
        meant = say.NO_SUGGESTION
    else:
        meant = _number_meant(number, False, value_type)
    return finding("RP-415", place, found=found, what=phrase(what, found=found), suggestion=meant)


def _text_in(cell: Cell) -> Settled:
    if cell.type is CellType.BOOLEAN:
        return say.TRUE() if cell.value else say.FALSE()
    if cell.number is not None:
        return f"{cell.number:.15g}"
    return visible_text(cell.text or "") or None


def _number_in(cell: Cell, place: Place, value_type: ValueType) -> Settled | Finding:
    if cell.number is not None:
        return cell.number
    if cell.text is None:
        return _wrong_type(place, say.A_BOOLEAN, cell, say.A_NUMBER)
    read = read_number_text(cell.text)
    suggestion = _number_meant(read.number, read.is_percent, value_type)
    code = "RP-403" if read.mistake is Mistake.INEXACT else "RP-401"
    return _mistyped(place, cell.text, read.mistake, code, suggestion)


def _number_meant(number: Decimal | float | None, is_percent: bool, value_type: ValueType) -> Said:
    if number is None:
        return say.NO_SUGGESTION
    if value_type is not ValueType.PERCENT:
        return phrase(say.DID_YOU_MEAN, value=said_quantity(number))
    # A share under 1 is a percentage already; 1 is 1 %, as when it is typed into the cell.
    share = number if not is_percent and -1 < number < 1 else number / 100
    return phrase(say.DID_YOU_MEAN, value=said_percent(share))


def _date_in(cell: Cell, place: Place, received: Received) -> Settled | Finding:
    """A date as such. One with a time of day is refused; so are, later, days far from the year."""
    first, last = date_window(received.plan)
    if cell.number is not None:
        serial = received.book.serial(cell.number)
        day = serial_to_date(serial)
        if not has_time(serial):
            return float(round(serial))
        if day is None or not first <= day <= last:
            return serial
        meant = phrase(say.DID_YOU_MEAN, value=said_day(day))
        return finding("RP-405", place, found=day_and_time(day, serial), suggestion=meant)
    if cell.text is None:
        return _wrong_type(place, say.A_BOOLEAN, cell, say.A_DATE)
    read = read_date_text(cell.text)
    suggestion: Said = say.NO_SUGGESTION
    if read.day is not None and first <= read.day <= last:
        suggestion = phrase(say.DID_YOU_MEAN, value=said_day(read.day))
    return _mistyped(place, cell.text, read.mistake, "RP-404", suggestion)


def _mistyped(place: Place, text: str, mistake: Mistake, code: str, suggestion: Said) -> Finding:
    if mistake is Mistake.PLACEHOLDER:
        return finding("RP-407", place, found=quotable_text(text), suggestion=say.NO_SUGGESTION)
    if mistake is Mistake.INVISIBLE:
        return _stray_space(place, text, suggestion)
    return finding(code, place, found=quotable_text(text), suggestion=suggestion)


def _choice(cell: Cell, place: Place, choices: tuple[str, ...]) -> Settled | Finding:
    """A choice as typed; whether it is on the list is the schema's question, once it is text."""
    if cell.type is CellType.BOOLEAN and {YES, NO} <= set(choices):
        return _not_on_list(place, quoted_cell(cell), choices, YES if cell.value else NO)
    if cell.text is None:
        return _wrong_type(place, say.A_BOOLEAN, cell, " / ".join(choices))
    text = cell.text
    if has_invisible(text) or (text not in choices and visible_text(text) in (*choices, "")):
        return _stray_space(place, text, _word_meant(meant_choice(text, choices)))
    if meant_choice(text, choices) is None and says_nothing(text):
        listed = phrase(say.CHOOSE, choices=", ".join(choices))
        return finding("RP-407", place, found=quotable_text(text), suggestion=listed)
    return text


def _stray_space(place: Place, text: str, suggestion: Said) -> Finding:
    what = say.INVISIBLE if has_invisible(text) else say.EXTRA_SPACES
    if has_no_break_space(text):
        what = say.NO_BREAK_SPACE
    if not visible_text(text):
        what = say.ONLY_SPACES
    found = quotable_text(text) or what
    return finding("RP-411", place, found=found, what=what, suggestion=suggestion)


def _wrong_type(place: Place, what: Said, cell: Cell, expected: Said = say.A_VALUE) -> Finding:
    return finding("RP-413", place, found=quoted_cell(cell), expected=expected, what=what)


def _word_meant(meant: str | None) -> Said:
    return say.NO_SUGGESTION if meant is None else phrase(say.DID_YOU_MEAN_WORD, value=meant)


def _not_on_list(place: Place, found: Said, choices: tuple[str, ...], meant: str | None) -> Finding:
    """The finding about a word that is none of the choices; `meant` is what it spells."""
    expected = ", ".join(choices)
    return finding("RP-410", place, found=found, expected=expected, suggestion=_word_meant(meant))


def refused(code: str, cell: InputCell, plan: Plan) -> Finding:
    """The finding about a cell whose value, or whose lack of one, a schema refuses."""
    place, shown = cell.place, shown_value(cell.value, cell.type)
    if code == "RP-408":
        typed = cell.value if isinstance(cell.value, str) else ""
        return finding(code, place, what=str(cell.name), note=filler_note(typed))
    if code == "RP-410":
        text, choices = str(cell.value), _choices_of(cell.type, cell.key, plan)
        return _not_on_list(place, quotable_text(text), choices, meant_choice(text, choices))
    if code == "RP-414":
        first, last = date_window(plan)
        window = phrase(say.DATE_WINDOW, first=said_day(first), last=said_day(last))
        is_later = cell.key is not None and float(cell.value or 0) > date_to_serial(last)
        note = say.EXPECTED_LATER if is_later else say.NO_SUGGESTION
        return finding(code, place, found=shown, expected=window, note=note)
    criterion, value = plan.criterion_by_key[cell.key or ""], float(cell.value or 0)
    limits = limits_of(criterion)
    if code == "RP-409":
        return finding(code, place, found=shown, problem=_problem(criterion, limits, value))
    is_under = value < limits.least
    limit = said_percent(limits.least if is_under else limits.greatest)
    meant: Said = say.NO_SUGGESTION
    day, (first, last) = serial_to_date(value), date_window(plan)
    if 1 < value <= 100 and limits.least <= value / 100 <= limits.greatest:
        meant = phrase(say.DID_YOU_MEAN, value=said_percent(value / 100))
    elif day is not None and value % 1 == 0 and first <= day <= last:
        meant = typed_perhaps(day)
    where = phrase(say.UNDER if is_under else say.OVER, limit=limit)
    return finding(code, place, found=shown, where=where, suggestion=meant)


def filler_note(typed: str) -> Said:
    """What to say of a text that stands where it counts as none."""
    if not typed:
        return say.NO_SUGGESTION
    if says_nothing(typed):
        return phrase(say.ONLY_FILLER, text=quotable_text(typed))
    return say.ONLY_CRITERION


def _problem(criterion: Criterion, limits: Limits, value: float) -> Said:
    unit = criterion.reported_unit
    if value < limits.least:
        if limits.least == 0:
            return say.NEGATIVE
        return phrase(say.IS_UNDER, limit=said_quantity(limits.least, unit))
    if value <= limits.greatest:
        return say.NOT_WHOLE
    if criterion.greatest is not None:
        return phrase(say.IS_OVER, limit=said_quantity(limits.greatest, unit))
    return say.TOO_MUCH_MONEY if unit == MIO_KR else say.TOO_GREAT
