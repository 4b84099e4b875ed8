"""Which sheets, tables, columns and cells a workbook has: the only place that knows.

The names are a contract with everybody who reads the workbooks. Builder, filler, reader and
validator all ask here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from resultatplan.plan import Plan

LAYOUT_VERSION = "1"


class Sheet(StrEnum):
    """The sheets, in their order."""

    GUIDE = "Vejledning"
    MASTER = "Stamdata"
    REPORT = "Afrapportering"
    GOALS = "Målopfyldelse"
    HISTORY = "Historik"
    HIDDEN = "_rp"


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
    DEVIATIONS = "Væsentlige afvigelser"


INPUT_FIELDS = (
    Field.PERIOD,
    Field.SUBMITTED,
    Field.PREPARED_BY,
    Field.APPROVED_BY,
    Field.DEVIATIONS,
)


class Column(StrEnum):
    """The columns of `tblAfrapportering`; the last two only where the plan needs them."""

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
    DEGREE = "Grad"
    """How much it counts, 0 to 100."""


class GoalColumn(StrEnum):
    """The columns of `tblMaal`; the last two only where a goal can be met in part."""

    GOAL = "Mål"
    TITLE = "Titel"
    RULE = "Regel"
    WEIGHT = "Vægt"
    FULFILMENT = "Opfyldelse"
    CONTRIBUTION = "Bidrag"
    LOW = "Sikret"
    """The least that the goal comes to, 0 to 100, whatever is pending."""
    HIGH = "Opnåelig"
    """The most that it can come to."""


class HistoryColumn(StrEnum):
    """The columns of `tblHistorik`."""

    KEY = "Nøgle"
    TEXT = "Delmål"
    YEAR = "År"
    TARGET = "Måltal"
    RESULT = "Resultat"
    UNIT = "Enhed"
    PROVISIONAL = "Foreløbig"
    NOTE = "Note"


class MasterColumn(StrEnum):
    """The columns of `tblStamdata`."""

    FIELD = "Felt"
    VALUE = "Værdi"


@dataclass(frozen=True)
class TableLayout:
    """Where a table stands: its header row, its columns from A on, and how many rows it has."""

    sheet: Sheet
    name: str
    columns: tuple[str, ...]
    header_row: int
    rows: int

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
        letter = self.letter(column)
        top = self.first_row + first
        bottom = top + (self.rows - first if count is None else count) - 1
        if top == bottom:
            return f"${letter}${top}"
        return f"${letter}${top}:${letter}${bottom}"


@cache
def column_letter(number: int) -> str:
    """The letter of column `number` (1 is A)."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """The number of a column (A is 1)."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


PERIOD_LIST_HEADER_ROW = 5
PERIOD_LIST_COLUMNS = ("D", "E", "F", "G")
"""Beside `tblStamdata`: each period's name, its end, its deadline and the deadline's weekday."""

SECURED_CELL = "C5"
ATTAINABLE_CELL = "C6"
COMPUTED_BY_CELL = "C7"
"""The totals above `tblMaal`."""

REPEATED_TOTALS = {SECURED_CELL: "C7", ATTAINABLE_CELL: "C8"}
"""Where Afrapportering repeats them."""

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
        """`tblAfrapportering`, a row per criterion."""
        return TableLayout(
            Sheet.REPORT, "tblAfrapportering", self._report_columns, 10, len(self.plan.criteria)
        )

    @cached_property
    def goals(self) -> TableLayout:
        """`tblMaal`, a row per goal."""
        return TableLayout(Sheet.GOALS, "tblMaal", self._goal_columns, 10, len(self.plan.goals))

    @cached_property
    def history(self) -> TableLayout:
        """`tblHistorik`, a row per criterion and year."""
        rows = sum(len(criterion.history) for criterion in self.plan.criteria)
        return TableLayout(Sheet.HISTORY, "tblHistorik", tuple(HistoryColumn), 5, max(rows, 1))

    @property
    def tables(self) -> tuple[TableLayout, ...]:
        """All tables, in the order of their sheets."""
        return (self.master, self.report, self.goals, self.history)

    @property
    def _report_columns(self) -> tuple[Column, ...]:
        left_out = set()
        if not self.plan.scales:
            left_out.add(Column.SCALE)
        if self.plan.is_binary:
            left_out.add(Column.DEGREE)
        return tuple(column for column in Column if column not in left_out)

    @property
    def _goal_columns(self) -> tuple[GoalColumn, ...]:
        left_out = {GoalColumn.LOW, GoalColumn.HIGH} if self.plan.is_binary else set()
        return tuple(column for column in GoalColumn if column not in left_out)

    @cached_property
    def _row_of_key(self) -> dict[str, int]:
        return {criterion.key: row for row, criterion in enumerate(self.plan.criteria)}

    @cached_property
    def _row_of_goal(self) -> dict[str, int]:
        return {goal.number: row for row, goal in enumerate(self.plan.goals)}

    def report_cell(self, key: str, column: Column) -> str:
        """The address of a criterion's cell on Afrapportering (KeyError for an unknown key)."""
        return self.report.cell(column, self._row_of_key[key])

    def goal_cell(self, goal: str, column: GoalColumn) -> str:
        """The address of a goal's cell on Målopfyldelse (KeyError for an unknown goal)."""
        return self.goals.cell(column, self._row_of_goal[goal])

    def field_cell(self, field: Field) -> str:
        """The address of a field's value on Stamdata."""
        return self.master.cell(MasterColumn.VALUE, tuple(Field).index(field))

    def period_range(self, column: int = 0) -> str:
        """The absolute range of the period list's column: 0 name, 1 end, 2 deadline, 3 weekday.

        Of a single period it is that cell, as spreadsheets write such a range themselves.
        """
        letter = PERIOD_LIST_COLUMNS[column]
        top = PERIOD_LIST_HEADER_ROW + 1
        bottom = PERIOD_LIST_HEADER_ROW + len(self.plan.reporting.periods)
        first = f"${letter}${top}"
        return first if top == bottom else f"{first}:${letter}${bottom}"
