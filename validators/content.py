"""RP-4xx: what is typed in the input cells.

Each cell is first settled by itself (`typing_mistakes`): a value of its type, or a finding. So one
file's text in a number column hides nothing of another file. What a value of the right type may be
is said by `schemas`; here are the words about a value that is refused there.
"""

from __future__ import annotations

from collections.abc import Iterator

from resultatplan.exact import exact
from resultatplan.goals import Criterion
from resultatplan.plan import Plan
from texts import findings as say
from texts.language import Said, phrase, said_day, said_percent, said_quantity
from validators.findings import Finding, Place, finding
from validators.inputs import InputCell, shown_value
from validators.structure import Received
from validators.typing_mistakes import (
    choices_of,
    meant_choice,
    not_on_list,
    quotable_text,
    says_nothing,
    typed_perhaps,
    typed_value,
)
from workbooks.form import MIO_KR, Limits, MasterColumn, date_window, input_names, limits_of
from workbooks.reading.cells import Cell, blank_at, date_to_serial, serial_to_date
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
    found = typed_value(cell, blank.type, blank.place, sheet, received)
    if isinstance(found, Finding):
        return blank._replace(finding=found)
    if cell.formula is None:
        return blank._replace(value=found)
    value = shown_value(found, blank.type)
    note = finding("RP-412", blank.place, found=cell.formula[:160], value=value)
    return blank._replace(value=found, note=note)


def refused(code: str, cell: InputCell, plan: Plan) -> Finding:
    """The finding about a cell whose value, or whose lack of one, a schema refuses."""
    place, shown = cell.place, shown_value(cell.value, cell.type)
    if code == "RP-408":
        typed = cell.value if isinstance(cell.value, str) else ""
        return finding(code, place, what=str(cell.name), note=filler_note(typed))
    if code == "RP-410":
        text, choices = str(cell.value), choices_of(cell.type, cell.key, plan)
        return not_on_list(place, quotable_text(text), choices, meant_choice(text, choices))
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
    limit = said_percent(exact(limits.least if is_under else limits.greatest))
    meant: Said = say.NO_SUGGESTION
    day, (first, last) = serial_to_date(value), date_window(plan)
    if 1 < value <= 100 and limits.least <= value / 100 <= limits.greatest:
        meant = phrase(say.DID_YOU_MEAN, value=said_percent(exact(value) / 100))
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
        return phrase(say.IS_UNDER, limit=said_quantity(exact(limits.least), unit))
    if value <= limits.greatest:
        return say.NOT_WHOLE
    if criterion.greatest is not None:
        return phrase(say.IS_OVER, limit=said_quantity(exact(limits.greatest), unit))
    return say.TOO_MUCH_MONEY if unit == MIO_KR else say.TOO_GREAT
