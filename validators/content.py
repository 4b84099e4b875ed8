"""RP-4xx: what is typed in the input cells.

Each cell is first settled by itself: a value of its type, or a finding. So one file's text in a
number column hides nothing of another file, and nothing is guessed: a text that looks like a
number is a finding with a suggestion. What a value of the right type may be is said by `schemas`;
here are the words about a value that is refused there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from resultatplan.criteria import State
from resultatplan.evaluation import CriterionResult
from resultatplan.exact import exact
from resultatplan.goals import FIRST_YEAR, LAST_YEAR, Criterion
from resultatplan.plan import Plan
from resultatplan.reasons import sentence
from texts import explanations
from texts import findings as say
from texts.language import DANISH, Language, Said, phrase, said_day, said_percent, said_quantity
from validators.findings import Finding, Place, finding, quoted_cell
from validators.inputs import (
    InputCell,
    Row,
    Settled,
    input_names,
    shown_value,
)
from validators.structure import Received
from validators.typing_mistakes import (
    Mistake,
    day_and_time,
    has_invisible,
    has_no_break_space,
    meant_choice,
    quotable_text,
    read_date_text,
    read_number_text,
    says_nothing,
    visible_text,
)
from workbooks.form import (
    MIO_KR,
    NO,
    YES,
    Column,
    Limits,
    MasterColumn,
    ValueType,
    answers_of,
    date_window,
    limits_of,
)
from workbooks.reading.cells import (
    IN_CELL,
    Cell,
    CellType,
    serial_to_date,
)
from workbooks.reading.number_formats import Shows, what_it_shows

_LESS_THAN_A_SECOND = 1e-6
_DECIDING = (Column.BASIS, Column.RESULT, Column.DATE, Column.DONE)
"""The columns that a criterion is judged on."""


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
            cell = table.sheet.cells.get(address)
            format_code = table.sheet.appearance.formats.get(address, "")
            yield blank if cell is None else _settled(blank, cell, format_code, received)


def _settled(blank: InputCell, cell: Cell, format_code: str, received: Received) -> InputCell:
    """What the cell holds: a value of its type, and a note where a formula gave it, or why not."""
    place = blank.place
    outcome = _outcome(blank, cell, format_code, received)
    if isinstance(outcome, Finding):
        return blank._replace(finding=outcome)
    if cell.formula is None:
        return blank._replace(value=outcome)
    if cell.type is CellType.BLANK:
        return blank._replace(finding=_wrong_type(place, say.UNCALCULATED, cell))
    value = shown_value(outcome, blank.type)
    note = finding("RP-412", place, found=cell.formula[:160], value=value)
    return blank._replace(value=outcome, note=note)


def _outcome(
    blank: InputCell, cell: Cell, format_code: str, received: Received
) -> Settled | Finding:
    place, value_type = blank.place, blank.type
    if cell.type is CellType.BLANK or cell.text == "":
        return None
    if cell.type is CellType.ERROR:
        shown = quoted_cell(cell)
        what = shown if cell.value == IN_CELL else phrase(say.THE_ERROR, error=shown)
        return finding("RP-406", place, found=shown, what=what)
    if value_type is ValueType.TEXT:
        return _text(cell)
    if value_type is ValueType.DATE:
        return _date(cell, place, received)
    if not value_type.is_number:
        return _choice(cell, place, choices_of(value_type, place.key, received.plan))
    number = cell.number
    if number is not None and format_code and what_it_shows(format_code, number) is Shows.DATE:
        return _became_a_date(number, place, received)
    return _number(cell, place, value_type)


def _became_a_date(number: float, place: Place, received: Received) -> Finding:
    """The finding about a number that its format shows as a date: `1-2` became 44197."""
    day = serial_to_date(received.book.serial(number))
    found: Said = said_quantity(exact(number)) if day is None else said_day(day)
    ways: Said = say.NO_SUGGESTION
    if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
        ways = phrase(say.TYPED_PERHAPS, day=str(day.day), month=str(day.month))
    return finding("RP-415", place, found=found, suggestion=ways)


def choices_of(value_type: ValueType, key: str | None, plan: Plan) -> tuple[str, ...]:
    """The list of a drop-down, of a criterion's row or, without a key, of the periods."""
    if key is None:
        return tuple(period.name for period in plan.reporting.periods)
    return answers_of(plan.criterion_by_key[key], value_type)


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
        return _wrong_type(place, say.A_BOOLEAN, cell, say.A_NUMBER)
    read = read_number_text(cell.text)
    suggestion = _number_meant(read.number, read.is_percent, value_type)
    code = "RP-403" if read.mistake is Mistake.INEXACT else "RP-401"
    return _mistyped(place, cell.text, read.mistake, code, suggestion)


def _number_meant(number: Decimal | None, is_percent: bool, value_type: ValueType) -> Said:
    if number is None:
        return say.NO_SUGGESTION
    if value_type is not ValueType.PERCENT:
        return phrase(say.DID_YOU_MEAN, value=said_quantity(number))
    # A share under 1 is a percentage already; 1 is 1 %, as when it is typed into the cell.
    share = number if not is_percent and abs(number) < 1 else number / 100
    return phrase(say.DID_YOU_MEAN, value=said_percent(share))


def _date(cell: Cell, place: Place, received: Received) -> Settled | Finding:
    if cell.number is not None:
        return _day(received.book.serial(cell.number), place, received.plan)
    if cell.text is None:
        return _wrong_type(place, say.A_BOOLEAN, cell, say.A_DATE)
    read = read_date_text(cell.text)
    suggestion: Said = say.NO_SUGGESTION
    if read.day is not None and _is_taken(read.day, received.plan):
        suggestion = phrase(say.DID_YOU_MEAN, value=said_day(read.day))
    return _mistyped(place, cell.text, read.mistake, "RP-404", suggestion)


def _mistyped(place: Place, text: str, mistake: Mistake, code: str, suggestion: Said) -> Finding:
    if mistake is Mistake.PLACEHOLDER:
        return finding("RP-407", place, found=quotable_text(text))
    if mistake is Mistake.INVISIBLE:
        return _stray_space(place, text, suggestion)
    return finding(code, place, found=quotable_text(text), suggestion=suggestion)


def _is_taken(day: date, plan: Plan) -> bool:
    first, last = date_window(plan)
    return first <= day <= last


def _day(serial: float, place: Place, plan: Plan) -> Settled | Finding:
    """A date as such. One with a time of day is refused; so are, later, days far from the year."""
    whole = round(serial)
    if abs(serial - whole) < _LESS_THAN_A_SECOND:
        return float(whole)
    day = serial_to_date(serial)
    if day is None or not _is_taken(day, plan):
        return serial
    return finding(
        "RP-405",
        place,
        found=day_and_time(day, serial),
        suggestion=phrase(say.DID_YOU_MEAN, value=said_day(day)),
    )


def _choice(cell: Cell, place: Place, choices: tuple[str, ...]) -> Settled | Finding:
    """A choice as typed; whether it is on the list is the schema's question, once it is text."""
    if cell.type is CellType.BOOLEAN and {YES, NO} <= set(choices):
        return _not_on_list(place, quoted_cell(cell), choices, YES if cell.value else NO)
    if cell.text is None:
        what = say.A_NUMBER if cell.number is not None else say.A_BOOLEAN
        return _wrong_type(place, what, cell, " / ".join(choices))
    text = cell.text
    if has_invisible(text) or (text not in choices and visible_text(text) in (*choices, "")):
        return _stray_space(place, text, _word_meant(meant_choice(text, choices)))
    if meant_choice(text, choices) is None and says_nothing(text):
        return finding("RP-407", place, found=quotable_text(text))
    return text


def _stray_space(place: Place, text: str, suggestion: Said) -> Finding:
    found = say.INVISIBLE if has_invisible(text) else say.OUTER_SPACES
    if has_no_break_space(text):
        found = say.NO_BREAK_SPACE
    if not visible_text(text):
        found = say.ONLY_SPACES
    return finding("RP-411", place, found=found, suggestion=suggestion)


def _wrong_type(place: Place, what: Said, cell: Cell, expected: Said = say.A_VALUE) -> Finding:
    return finding("RP-413", place, found=quoted_cell(cell), expected=expected, what=what)


def _word_meant(meant: str | None) -> Said:
    return say.NO_SUGGESTION if meant is None else phrase(say.DID_YOU_MEAN_WORD, value=meant)


def _not_on_list(place: Place, found: Said, choices: tuple[str, ...], meant: str | None) -> Finding:
    expected = ", ".join(choices)
    return finding("RP-410", place, found=found, expected=expected, suggestion=_word_meant(meant))


def refused(code: str, cell: InputCell, plan: Plan) -> Finding:
    """The finding about a cell whose value, or whose lack of one, a schema refuses."""
    place, shown = cell.place, shown_value(cell.value, cell.type)
    if code == "RP-408":
        typed = cell.value if isinstance(cell.value, str) else ""
        return finding(code, place, what=str(cell.name), note=filler_note(typed))
    if code == "RP-410":
        text, choices = str(cell.value), choices_of(cell.type, cell.key, plan)
        return _not_on_list(place, quotable_text(text), choices, meant_choice(text, choices))
    if code == "RP-414":
        first, last = (said_day(each) for each in date_window(plan))
        window = phrase(say.DATE_WINDOW, first=first, last=last)
        return finding(code, place, found=shown, expected=window)
    criterion, value = plan.criterion_by_key[cell.key or ""], float(cell.value or 0)
    limits = limits_of(criterion)
    if code == "RP-409":
        return finding(code, place, found=shown, problem=_problem(criterion, limits, value))
    is_under = value < limits.least
    limit = said_percent(exact(limits.least if is_under else limits.greatest))
    meant: Said = say.NO_SUGGESTION
    if 1 < value <= 100 and limits.least <= value / 100 <= limits.greatest:
        meant = phrase(say.DID_YOU_MEAN, value=said_percent(exact(value) / 100))
    where = phrase(say.UNDER if is_under else say.OVER, limit=limit)
    return finding(code, place, found=shown, where=where, suggestion=meant)


def filler_note(typed: str) -> Said:
    """What to say of a text that stands where it counts as none."""
    if not typed:
        return say.NO_SUGGESTION
    if says_nothing(typed):
        return phrase(say.ONLY_FILLER, text=quotable_text(typed))
    return say.ONLY_CRITERION


def explain(result: CriterionResult, row: Row, lang: Language = DANISH) -> str:
    """Why a criterion is what it is, in one sentence: also that what was typed cannot be used."""
    cells = [row.cells[column] for column in _DECIDING if column in row.cells]
    for cell in cells if result.state is State.PENDING else ():
        if cell.finding is not None and cell.finding.found is not None:
            found, code = cell.finding.found_text(lang), cell.finding.code
            reason = explanations.REFUSED(lang, found=found, column=cell.name, code=code)
            if result.outcome.is_final:
                reason = explanations.FINAL_PENDING(lang, reason=reason)
            return sentence(State.PENDING, [reason], lang)
    return result.explain(lang)


def _problem(criterion: Criterion, limits: Limits, value: float) -> Said:
    unit = criterion.reported_unit
    if value < limits.least:
        if limits.least == 0:
            return say.NEGATIVE
        return phrase(say.IS_UNDER, limit=said_quantity(exact(limits.least), unit))
    if value <= limits.greatest:
        return say.NOT_WHOLE
    if criterion.greatest is not None:
        return phrase(say.IS_OVER, limit=said_quantity(exact(limits.greatest), unit))
    return say.TOO_MUCH_MONEY if unit == MIO_KR else say.TOO_GREAT
