"""The form: sheets, tables, columns and cells, and what an agency types where.

The names are a contract with everybody who reads the workbooks. Builder, filler, reader and
validator all ask here: the template's drop-downs and limits and the validator's schemas are the
same declaration. In cells a percentage is 0.82; limits are in the cell's own scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from resultatplan.criteria import Kind
from resultatplan.exact import HUNDRED
from resultatplan.goals import COUNT_UNITS, Criterion
from resultatplan.plan import Plan
from texts.functions import PERCENT
from workbooks.coordinates import absolute_range, column_letter

LAYOUT_VERSION, EARLIER_LAYOUTS = "5", ("1", "2", "3", "4")
LAYOUTS_WITHOUT_GOAL_ROWS = EARLIER_LAYOUTS[:3]


class Sheet(StrEnum):
    """The sheets, in their order."""

    GUIDE = "Vejledning"
    MASTER = "Stamdata"
    REPORT = "Afrapportering"
    GOALS = "Målopfyldelse"
    HISTORY = "Historik"
    CODES = "Fejlkoder"
    HIDDEN = "_rp"


PROSE = (Sheet.GUIDE, Sheet.CODES)
"""The sheets that hold the product's own words alone."""


class Field(StrEnum):
    """The rows of `tblStamdata`."""

    PLAN = "Plan"
    INSTITUTION = "Institution"
    YEAR = "Resultatår"
    VERSION = "Skabelonversion"
    PERIOD = "Periode"
    SUBMITTED = "Indsendt dato"
    PREPARED_BY = "Udfyldt af"
    APPROVED_BY = "Godkendt af"
    CONTACT = "Kontaktperson"
    """Whom the department may ask; may be blank."""
    DEVIATIONS = "Væsentlige afvigelser"


class Column(StrEnum):
    """The columns of `tblAfrapportering`; Skala only where the plan has a scheme."""

    KEY = "Nøgle"
    GOAL = "Mål"
    TEXT = "Delmål"
    KIND = "Krav"
    TARGET = "Måltal"
    UNIT = "Enhed"
    DEADLINE = "Frist"
    BASIS = "Grundlag"
    RESULT = "Resultat"
    DATE = "Dato"
    DONE = "Gennemført"
    MEASURED = "Målt værdi"
    STATE = "Opfyldt"
    STATUS = "Status"
    FORECAST = "Forventet årsresultat"
    EXPLANATION = "Afvigelsesforklaring"
    ACTION_PLAN = "Handlingsplan"
    PROVISIONAL = "Foreløbig"
    DOCUMENTATION = "Dokumentation"
    SCALE = "Skala"
    """How much a criterion counts between met and not met."""
    COUNTED = "Opgøres"
    """When its figure is settled: `resultatplan.outcome.Counted`."""
    DEGREE = "Grad"
    """How much it would count if the year ended now, 0 to 100."""
    LOW = "Sikret"
    """The least that it counts, whatever is pending."""
    EXPECTED = "Forventet"
    HIGH = "Opnåelig"
    """The most that it can come to count."""


class GoalColumn(StrEnum):
    """The columns of `tblMaal`."""

    GOAL = "Mål"
    TITLE = "Titel"
    RULE = "Regel"
    WEIGHT = "Vægt"
    FULFILMENT = "Opfyldelse"
    CONTRIBUTION = "Bidrag"
    LOW = "Sikret"
    """The least that the goal comes to, 0 to 100, whatever is pending."""
    EXPECTED = "Forventet"
    HIGH = "Opnåelig"
    """The most that it can come to."""


class HistoryColumn(StrEnum):
    """The columns of `tblHistorik`."""

    KEY = "Nøgle"
    TEXT = "Delmål"
    YEAR = "År"
    TARGET = "Måltal"
    TARGET_TO = "Måltal til"
    """The greatest of an interval; only where the history has one."""
    RESULT = "Resultat"
    UNIT = "Enhed"
    PROVISIONAL = "Foreløbig"
    NOTE = "Note"


class MasterColumn(StrEnum):
    """The columns of `tblStamdata`."""

    FIELD = "Felt"
    VALUE = "Værdi"


YES, NO = "Ja", "Nej"
PARTLY = "Delvist"
"""The answer besides, where the plan lets a criterion be met in part."""
STATUSES = GREEN, YELLOW, RED = "Grøn", "Gul", "Rød"


class ValueType(StrEnum):
    """What kind of value an input cell takes."""

    PERCENT = "percent"
    COUNT = "count"
    QUANTITY = "quantity"
    AMOUNT = "amount"
    DATE = "date"
    YES_NO = "yes_no"
    YES_NO_PARTLY = "yes_no_partly"
    GRADE = "grade"
    STATUS = "status"
    PERIOD = "period"
    TEXT = "text"

    @property
    def is_number(self) -> bool:
        """Whether the cell must hold a number (dates aside)."""
        return self in (self.PERCENT, self.COUNT, self.QUANTITY, self.AMOUNT)

    @property
    def is_answer(self) -> bool:
        """Whether the cell takes Ja, Nej, or something between."""
        return self in (self.YES_NO, self.YES_NO_PARTLY, self.GRADE)


class Limits(NamedTuple):
    """The least and the greatest number that a cell takes, and whether it must be whole."""

    least: float
    greatest: float
    whole: bool = False


YEARS_BEFORE, YEARS_AFTER = 1, 2
"""How many years before and after the plan a typed date may lie."""

MIO_KR = "mio. kr."
_SHARE = (Decimal(0), HUNDRED)
_GROWTH = (Decimal(-1000), Decimal(1000))
_SAYS_CHANGE = re.compile(
    r"^(?!.*(?:\bandel|procentdel)).*(?:vækst|stigning|ændring|fremgang|\bfald)(?:en)?\b",
    re.IGNORECASE | re.DOTALL,
)
"""A criterion in words that tell of a change, and of no share of something."""
KRONER = {"kr.": 0, "t. kr.": 3, "1.000 kr.": 3, MIO_KR: 6, "mia. kr.": 9}
"""Units of money, with the zeros that make kroner of them."""
_ZEROS_OF_A_TRILLION = 12
_ANYTHING = Decimal(10) ** _ZEROS_OF_A_TRILLION
_AT_LEAST_ZERO = {
    **dict.fromkeys(COUNT_UNITS, Decimal(10) ** 9),
    **dict.fromkeys(("dage", "uger", "måneder", "timer", "minutter"), Decimal(10) ** 6),
    **dict.fromkeys(("år", "årsværk", "niveau"), Decimal(10) ** 6),
}
"""Units of what cannot be negative, with the most that there can be."""
_WIDENED = 10
"""A plan that names more than is usual can be told ten times as much."""

_ALWAYS: dict[Column, ValueType] = {
    Column.STATUS: ValueType.STATUS,
    Column.EXPLANATION: ValueType.TEXT,
    Column.ACTION_PLAN: ValueType.TEXT,
    Column.PROVISIONAL: ValueType.YES_NO,
    Column.DOCUMENTATION: ValueType.TEXT,
}

REPORT_INPUTS = (
    Column.BASIS,
    Column.RESULT,
    Column.DATE,
    Column.DONE,
    Column.STATUS,
    Column.FORECAST,
    Column.EXPLANATION,
    Column.ACTION_PLAN,
    Column.PROVISIONAL,
    Column.DOCUMENTATION,
)
"""The columns of `tblAfrapportering` that some row takes an input in, from left to right."""
JUDGED_ON = (Column.BASIS, Column.RESULT, Column.DATE, Column.DONE)
"""Those that a criterion is judged on."""

CHOICES: dict[ValueType, tuple[str, ...]] = {
    ValueType.YES_NO: (YES, NO),
    ValueType.YES_NO_PARTLY: (YES, NO, PARTLY),
    ValueType.STATUS: STATUSES,
}
"""The lists to choose from; those of periods and of grades are the plan's own."""

FIELD_TYPES: dict[Field, ValueType] = {
    Field.PERIOD: ValueType.PERIOD,
    Field.SUBMITTED: ValueType.DATE,
    Field.PREPARED_BY: ValueType.TEXT,
    Field.APPROVED_BY: ValueType.TEXT,
    Field.CONTACT: ValueType.TEXT,
    Field.DEVIATIONS: ValueType.TEXT,
}
"""The fields of `tblStamdata` that take an input, with their types."""


def date_window(plan: Plan) -> tuple[date, date]:
    """The first and last day that may be typed: the sheet and the validator take no other."""
    first = min(plan.year, plan.valid_from.year) - YEARS_BEFORE
    last = max(plan.year, plan.valid_to.year) + YEARS_AFTER
    return date(first, 1, 1), date(last, 12, 31)


def level_type(criterion: Criterion) -> ValueType:
    """The type of the basis and the result of a numeric criterion."""
    unit = criterion.reported_unit
    if unit == PERCENT:
        return ValueType.PERCENT
    if unit in COUNT_UNITS and counts_whole(criterion):
        return ValueType.COUNT
    is_money = unit in KRONER or (unit is None and criterion.kind is Kind.WITHIN)
    return ValueType.AMOUNT if is_money else ValueType.QUANTITY


def limits_of(criterion: Criterion) -> Limits:
    """What the basis, the result and the expected result of a numeric criterion may be.

    In the cells' own scale: a percentage is 0.82. The plan's `least` and `greatest`, and where it
    does not say, what is usual for the unit in which they are reported:

    - `pct.`: a share, 0 to 100; growth, -1,000 to 1,000, where the criterion's words say so, or
      the plan names a level outside that (its `greatest` aside: a share of what was planned may
      be 150);
    - `antal`, `stk.`: whole numbers, 0 to 1,000,000,000, with decimals where the plan names one;
    - amounts in kr., t. kr., mio. kr., mia. kr.: not beyond a million million kroner either way,
      since in mio. kr. a greater one was typed in kroner;
    - days, weeks, months, hours, minutes, years, levels: 0 to 1,000,000;
    - anything else, an index or a score: -10¹² to 10¹².

    A level named in the plan (target, step, line, basis, a year of the history) that lies outside
    widens the limit to ten times that level.
    """
    unit, named = criterion.reported_unit, _named_levels(criterion)
    below = [level for level in named if level != criterion.greatest]
    is_share = all(_SHARE[0] <= level <= _SHARE[1] for level in below)
    if unit == PERCENT:
        is_change = not criterion.is_of_a_level and _SAYS_CHANGE.match(criterion.text)
        least, greatest = _GROWTH if is_change or not is_share else _SHARE
    else:
        least, greatest = _usual_limits(unit)
    if min(named, default=least) < least:
        least = min(named) * _WIDENED
    if max(named, default=greatest) > greatest:
        greatest = max(named) * _WIDENED
    least = least if criterion.least is None else criterion.least
    greatest = greatest if criterion.greatest is None else criterion.greatest
    scale = HUNDRED if unit == PERCENT else 1
    whole = unit in COUNT_UNITS and counts_whole(criterion)
    return Limits(float(least / scale), float(greatest / scale), whole)


def counts_whole(criterion: Criterion) -> bool:
    """Whether every number that the plan names of the criterion is whole."""
    return all(level == level.to_integral_value() for level in _named_levels(criterion))


def _usual_limits(unit: str | None) -> tuple[Decimal, Decimal]:
    """Of any unit but pct."""
    if unit in _AT_LEAST_ZERO:
        return Decimal(0), _AT_LEAST_ZERO[unit]
    most = _ANYTHING if unit is None else _ANYTHING.scaleb(-KRONER.get(unit, 0))
    return -most, most


def _named_levels(criterion: Criterion) -> list[Decimal]:
    """The levels that the plan names, in the unit in which basis and result are reported."""
    levels = [criterion.basis, criterion.least, criterion.greatest]
    unit = criterion.level_unit
    if not criterion.is_of_a_level:
        unit, line = criterion.unit, criterion.linear
        levels += [criterion.target, criterion.target_to, *(step.at for step in criterion.steps)]
        levels += [] if line is None else [line.zero, line.full]
    for each in criterion.history:
        if unit is not None and (each.unit or criterion.unit) == unit:
            levels += [each.target, each.target_to, each.result]
    return [level for level in levels if level is not None]


def input_types(criterion: Criterion) -> dict[Column, ValueType]:
    """The input cells of a criterion's row with their types; the other cells are locked."""
    types = dict(_ALWAYS)
    kind = criterion.kind
    if kind.is_numeric:
        types[Column.RESULT] = types[Column.FORECAST] = level_type(criterion)
        if kind.needs_basis and criterion.basis is None:
            types[Column.BASIS] = level_type(criterion)
    elif kind is Kind.DELIVERED_BY:
        types[Column.DATE] = types[Column.FORECAST] = ValueType.DATE
        types[Column.DONE] = ValueType.YES_NO
    else:
        answer = ValueType.YES_NO_PARTLY if criterion.partly else ValueType.YES_NO
        answer = ValueType.GRADE if criterion.grades else answer
        types[Column.DONE] = types[Column.FORECAST] = answer
    return {column: types[column] for column in REPORT_INPUTS if column in types}


def answers_of(criterion: Criterion, value_type: ValueType) -> tuple[str, ...]:
    """The list that an answer about the criterion is chosen from."""
    if value_type is not ValueType.GRADE:
        return CHOICES[value_type]
    return YES, *(grade_answer(grade) for grade in reversed(criterion.grades)), NO


def grade_answer(grade: int) -> str:
    """A grade as it is chosen: in letters, so that no spreadsheet makes a number of it."""
    return f"{grade} {PERCENT}"


def grade_of(answer: str | None) -> int | None:
    """The grade that was chosen; None for any other answer."""
    digits = (answer or "").removesuffix(f" {PERCENT}")
    return int(digits) if digits != answer and digits.isdecimal() else None


def inputs_by_key(plan: Plan) -> Iterator[tuple[Criterion, dict[Column, ValueType]]]:
    """Each criterion of a plan with the input cells of its row; by a ruling it has none."""
    for criterion in plan.criteria:
        is_closed = plan.ruling_on(criterion) is not None
        yield criterion, {} if is_closed else input_types(criterion)


def input_names(plan: Plan) -> Iterator[tuple[str | None, Column | Field, ValueType]]:
    """The inputs of the plan's template: the criterion's key (None on Stamdata), name and type."""
    for name, value_type in FIELD_TYPES.items():
        yield None, name, value_type
    for criterion, types in inputs_by_key(plan):
        for column, value_type in types.items():
            yield criterion.key, column, value_type


@dataclass(frozen=True)
class TableLayout:
    """Where a table stands: its header row, its columns from A on, and how many rows it has."""

    sheet: str
    name: str
    columns: tuple[str, ...]
    header_row: int
    rows: int
    keyless: frozenset[str] = field(default=frozenset(), kw_only=True)
    """The rows without a key: those of goals, by the number that stands under Mål."""

    @property
    def first_row(self) -> int:
        """The first row of data."""
        return self.header_row + 1

    @property
    def last_row(self) -> int:
        """The last row of data (the header row when there is none)."""
        return self.header_row + self.rows

    @property
    def ref(self) -> str:
        """The table's range, header included: `A10:S33`."""
        return f"A{self.header_row}:{column_letter(len(self.columns))}{self.last_row}"

    def letter(self, column: str) -> str:
        """The letter of a column (KeyError for one that the table does not have)."""
        return self._letters[column]

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {name: column_letter(n) for n, name in enumerate(self.columns, start=1)}

    def cell(self, column: str, row: int) -> str:
        """The address in `column` of the data row number `row`, counted from 0."""
        return f"{self.letter(column)}{self.first_row + row}"

    def data_range(self, column: str, first: int = 0, count: int | None = None) -> str:
        """The absolute range of `count` data rows of a column, `$A$11:$A$13`; `$A$11` for one."""
        top = self.first_row + first
        return absolute_range(
            self.letter(column), top, self.rows - first if count is None else count
        )


PERIOD_LIST_HEADER_ROW = 5
PERIOD_LIST_COLUMNS = ("D", "E", "F", "G")
"""Beside `tblStamdata`: each period's name, its end, its deadline and the deadline's weekday."""

SECURED_CELL = "C5"
EXPECTED_CELL = "C6"
ATTAINABLE_CELL = "C7"
COMPUTED_BY_CELL = "C8"
"""The totals above `tblMaal`, or how many goals are met, partly met and not met."""

REPEATED_TOTALS = {SECURED_CELL: "C7", EXPECTED_CELL: "C8", ATTAINABLE_CELL: "C9"}
"""Where Afrapportering repeats them."""
AS_OF_CELL = "D5"
"""Beside the period's name on Afrapportering: its last day; 0 while it is unknown, and "" in the
final report."""

HIDDEN_ROWS = ("plan", "version", "layout", "fingerprint", "guide", "words")
"""What `_rp` says in column B, row by row, named in column A."""


@dataclass(frozen=True)
class Layout:
    """The layout of one plan's workbook."""

    plan: Plan

    @cached_property
    def master(self) -> TableLayout:
        """`tblStamdata`."""
        return TableLayout(Sheet.MASTER, "tblStamdata", tuple(MasterColumn), 5, len(Field))

    @cached_property
    def report(self) -> TableLayout:
        """`tblAfrapportering`, a row per goal and below it one per criterion."""
        columns = tuple(each for each in Column if each is not Column.SCALE or self.plan.scales)
        rows, numbers = len(self.report_rows), frozenset(self.goal_rows)
        return TableLayout(Sheet.REPORT, "tblAfrapportering", columns, 10, rows, keyless=numbers)

    @cached_property
    def report_rows(self) -> tuple[str, ...]:
        """The rows of `tblAfrapportering`, top to bottom: a goal's number, its criteria's keys."""
        return tuple(
            row
            for goal in self.plan.goals
            for row in (goal.number, *(criterion.key for criterion in goal.criteria))
        )

    @cached_property
    def goal_rows(self) -> tuple[str, ...]:
        """The rows of `tblMaal`: the goals' numbers."""
        return tuple(goal.number for goal in self.plan.goals)

    @cached_property
    def goals(self) -> TableLayout:
        """`tblMaal`, a row per goal."""
        of_total = () if self.plan.has_total else (GoalColumn.WEIGHT, GoalColumn.CONTRIBUTION)
        columns = tuple(each for each in GoalColumn if each not in of_total)
        return TableLayout(Sheet.GOALS, "tblMaal", columns, 10, len(self.plan.goals))

    @cached_property
    def history(self) -> TableLayout:
        """`tblHistorik`, a row per criterion and year."""
        entries = [each for criterion in self.plan.criteria for each in criterion.history]
        has_intervals = any(each.target_to is not None for each in entries)
        columns = tuple(
            each for each in HistoryColumn if each is not HistoryColumn.TARGET_TO or has_intervals
        )
        return TableLayout(Sheet.HISTORY, "tblHistorik", columns, 5, max(len(entries), 1))

    @property
    def tables(self) -> tuple[TableLayout, ...]:
        """All tables, in the order of their sheets."""
        return (self.master, self.report, self.goals, self.history)

    @cached_property
    def limits(self) -> Mapping[str, Limits]:
        """The limits of each numeric criterion's numbers, by its key."""
        numeric = (each for each in self.plan.criteria if each.kind.is_numeric)
        return {criterion.key: limits_of(criterion) for criterion in numeric}

    def report_cell(self, key: str, column: Column) -> str:
        """The address of a cell in the row of a criterion's key, or of a goal's number."""
        return self.report.cell(column, self.report_rows.index(key))

    def goal_cell(self, goal: str, column: GoalColumn) -> str:
        """The address of a goal's cell on Målopfyldelse."""
        return self.goals.cell(column, self.goal_rows.index(goal))

    def field_cell(self, field: Field) -> str:
        """The address of a field's value on Stamdata."""
        return self.master.cell(MasterColumn.VALUE, tuple(Field).index(field))

    def input_cell(self, key: str | None, name: Column | Field) -> tuple[Sheet, str]:
        """Where a criterion's input stands, or without a key a field of Stamdata."""
        if key is None or not isinstance(name, Column):
            return Sheet.MASTER, self.field_cell(Field(name))
        return Sheet.REPORT, self.report_cell(key, name)

    def period_range(self, column: int = 0) -> str:
        """The absolute range of the period list's column: 0 name, 1 end, 2 deadline, 3 weekday."""
        letter, top = PERIOD_LIST_COLUMNS[column], PERIOD_LIST_HEADER_ROW + 1
        return absolute_range(letter, top, len(self.plan.reporting.periods))
