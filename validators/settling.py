"""Layer 4, first half: each input cell is settled as a value of its type, or as a finding.

Types come first and cell by cell, so that one file's text in a number column cannot hide another
file's failure when the schemas run over many files at once. Nothing is guessed: a text that looks
like a number is a finding with a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from resultatplan.exact import exact
from resultatplan.plan import Period, Plan
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Day, Quantity, Said, phrase
from validators.choices import meant_choice, not_listed
from validators.findings import Finding, Place, finding
from validators.integrity import content
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
from workbooks.inputs import CHOICES, FIELD_TYPES, NO, YES, ValueType, inputs_by_key
from workbooks.layout import INPUT_FIELDS, Column, Field, Layout, TableLayout
from workbooks.reading.cells import (
    DAYS_FROM_1900_TO_1904,
    EPOCH_1900,
    NUMBER,
    TEXT,
    Cell,
    CellType,
    serial_to_date,
)
from workbooks.reading.locating import LocatedTable

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Dates outside these years are typing mistakes whatever the plan."""
_LESS_THAN_A_SECOND = 1e-6

Settled = float | str | None
"""A settled value: numbers and dates (as serial numbers of the 1900 system) are floats."""


class InputCell(NamedTuple):
    """One input cell of a report, settled."""

    place: Place
    name: Column | Field
    type: ValueType
    value: Settled
    finding: Finding | None = None
    note: Finding | None = None
    """An information about a fitting value: it comes from a formula."""

    @property
    def key(self) -> str | None:
        """The criterion's key, None for a field of Stamdata."""
        return self.place.key


@dataclass(frozen=True, slots=True)
class SettledReport:
    """The settled inputs of one report and the plan they belong to."""

    plan: Plan
    cells: tuple[InputCell, ...]

    def field(self, name: Field) -> InputCell | None:
        """A field of Stamdata."""
        return next((cell for cell in self.cells if cell.name is name), None)

    @property
    def period(self) -> Period | None:
        """The period reported for, None while it is not a period of the plan."""
        cell = self.field(Field.PERIOD)
        if cell is None or not isinstance(cell.value, str):
            return None
        return self.plan.period_by_name(cell.value)

    @property
    def is_period_known(self) -> bool:
        """Whether the cell of the period holds a period, or nothing at all."""
        cell = self.field(Field.PERIOD)
        if cell is None:
            return False
        return cell.finding is None or cell.finding.code == codes.REQUIRED

    @property
    def is_final(self) -> bool:
        """Whether this is the year's final report."""
        period = self.period
        return period is not None and period.final


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
    if cell.type is NUMBER and isinstance(value, float):
        is_day = value_type is _DATE and value >= 1 and value.is_integer() and not from_1904
        return value if is_day or value_type in _NUMBERS else None
    if cell.type is not TEXT or not isinstance(value, str):
        return None
    if value_type is _TEXT:
        return visible_text(value) or None
    return value if value in CHOICES.get(value_type, ()) else None


@dataclass(frozen=True)
class InputTable:
    """A table that is typed into, with its input cells as the template has them: blank."""

    layout: TableLayout
    columns: dict[str, int]
    rows: dict[str, int]
    blanks: tuple[InputCell, ...]
    addresses: tuple[str, ...]
    """Those of the input cells."""
    types: dict[str, ValueType]
    """Theirs by address."""

    def stands_in_place(self, table: LocatedTable) -> bool:
        """Whether every input cell of a received table has the template's address."""
        if table.sheet is None or table.sheet.name != self.layout.sheet:
            return False
        return table.columns == self.columns and table.rows == self.rows

    def found_in(self, table: LocatedTable) -> Iterable[tuple[InputCell, Cell | None]]:
        """The input cells that a received table still has, wherever it stands now."""
        if table.sheet is not None and self.stands_in_place(table):
            return zip(self.blanks, map(table.sheet.cells.get, self.addresses), strict=True)
        return _found_elsewhere(table, self.blanks)


_input_tables: dict[str, tuple[InputTable, InputTable]] = {}
_template_inputs: dict[str, tuple[InputCell, ...]] = {}
"""Both by the fingerprints of their plans."""


def input_tables(plan: Plan) -> tuple[InputTable, InputTable]:
    """Stamdata and Afrapportering, as the plan's template has them."""
    if plan.fingerprint not in _input_tables:
        _input_tables[plan.fingerprint] = _tables_of(Layout(plan))
    return _input_tables[plan.fingerprint]


def template_inputs(plan: Plan) -> tuple[InputCell, ...]:
    """All input cells of the plan's template, blank: in the order of `settle_inputs`."""
    if plan.fingerprint not in _template_inputs:
        tables = input_tables(plan)
        _template_inputs[plan.fingerprint] = tuple(cell for each in tables for cell in each.blanks)
    return _template_inputs[plan.fingerprint]


def _tables_of(layout: Layout) -> tuple[InputTable, InputTable]:
    master, report, criteria = layout.master, layout.report, layout.plan.criteria
    fields = tuple(
        InputCell(Place(str(master.sheet), layout.field_cell(name)), name, FIELD_TYPES[name], None)
        for name in INPUT_FIELDS
    )
    cells = tuple(
        InputCell(
            Place(str(report.sheet), layout.report_cell(criterion.key, column), criterion.key),
            column,
            value_type,
            None,
        )
        for criterion, types in inputs_by_key(layout.plan)
        for column, value_type in types.items()
    )
    keys = [criterion.key for criterion in criteria]
    return _input_table(master, list(Field), fields), _input_table(report, keys, cells)


def _input_table(
    layout: TableLayout, keys: Sequence[str], blanks: tuple[InputCell, ...]
) -> InputTable:
    columns = {name: number for number, name in enumerate(layout.columns, start=1)}
    rows = {key: row for row, key in enumerate(keys, start=layout.first_row)}
    addresses = tuple(blank.place.cell or "" for blank in blanks)
    types = {address: blank.type for address, blank in zip(addresses, blanks, strict=True)}
    return InputTable(layout, columns, rows, blanks, addresses, types)


def types_by_sheet(
    received: Received, inputs: Sequence[InputCell]
) -> Mapping[str, Mapping[str, ValueType]]:
    """The types of a report's input cells by sheet and address."""
    tables = input_tables(received.plan)
    if all(each.stands_in_place(received.tables[each.layout.name]) for each in tables):
        return {table.layout.sheet: table.types for table in tables}
    types: dict[str, dict[str, ValueType]] = {}
    for cell in inputs:
        place = cell.place
        if place.sheet is not None and place.cell is not None:
            types.setdefault(place.sheet, {})[place.cell] = cell.type
    return types


def _found_elsewhere(
    table: LocatedTable, blanks: Sequence[InputCell]
) -> Iterator[tuple[InputCell, Cell | None]]:
    column = table.layout.columns[1]
    for blank in blanks:
        key, name = blank.place.key, blank.name
        cell = table.cell(name, column) if key is None else table.cell(key, name)
        if cell is not None and table.sheet is not None:
            yield blank._replace(place=Place(table.sheet.name, cell.address, key)), cell


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
