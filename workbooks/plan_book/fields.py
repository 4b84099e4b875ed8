"""The form of the workbook in which a plan is written: every sheet, table and field, once.

`form.toml` declares each field with its heading, its place in the plan, what is typed in it, what
is said beside it, and which kinds of criterion use it. From it come the empty workbook and the
exported one, its validations and its look, the reader, the check, the plan, and the decisions of a
rollover. A field added there is everywhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from resultatplan.criteria import LABELS, Kind
from resultatplan.goals import FIRST_YEAR, LAST_YEAR, Model
from resultatplan.outcome import COUNTED_LABELS
from workbooks.coordinates import absolute
from workbooks.form import TableLayout

FORM_VERSION = "1"

PLAN_SHEET, GUIDE_SHEET, LISTS_SHEET = "Plan", "Vejledning", "_lister"
GOAL_SHEET, CRITERION_SHEET, HISTORY_SHEET = "Mål", "Delmål", "Historik"
TYPED_SHEETS = (PLAN_SHEET, GOAL_SHEET, CRITERION_SHEET, HISTORY_SHEET)
SHEETS = (GUIDE_SHEET, *TYPED_SHEETS, LISTS_SHEET)
"""The sheets, in their order."""

REQUIRED_MARK = "*"
PLAN_WIDTHS = (30.0, 64.0, 18.0, 18.0, 18.0, 10.0)
"""The columns of the sheet Plan: the name, what is typed, and what it is."""
VALUE_COLUMN = "B"
_FIRST_ROW = 4
_FREE_ROWS = 10
"""Rows that are free below what a long plan fills."""


class Type(StrEnum):
    """What is typed in a cell."""

    LINE = "line"
    """A short text."""
    NAME = "name"
    """One that becomes a subject, a footer, a title: one line."""
    TEXT = "text"
    """Running text, with paragraphs."""
    NOTES = "notes"
    """Several texts, an empty line between two."""
    KEY = "key"
    """A number such as 1.1, which is a text and no quantity."""
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    CHOICE = "choice"
    """One of a list."""
    SUGGESTED = "suggested"
    """One of a list, or something else."""
    YES_NO = "yes_no"
    RULE = "rule"
    """How criteria decide, `a eller b`; nothing where all must be met."""
    STEPS = "steps"
    """Levels and what they count: `70: 50 %; 82: 100 %`."""
    PAYMENTS = "payments"
    """Totals and what they pay, in the unit beside them: `60: 0; 100: 50000`."""
    GRADES = "grades"
    """What may be answered between no and yes, in percent: `25; 50; 75`."""
    COMPUTED = "computed"
    """A formula: nothing is typed."""


_KINDS = {
    "numeric": {each for each in Kind if each.is_numeric},
    "target": {each for each in Kind if each.needs_target},
    "basis": {each for each in Kind if each.needs_basis},
    "scale": {each for each in Kind if each.has_levels},
    "scale_to_target": {each for each in Kind if each.has_levels and each.needs_target},
}
"""The kinds that the form names together."""
Kinds = Annotated[
    frozenset[Kind], BeforeValidator(lambda it: _KINDS[it] if isinstance(it, str) else it)
]


class Field(Model):
    """What is typed in one field or one column; `form.toml` says what each of these is."""

    heading: str
    name: str
    type: Type = Type.LINE
    prompt: str = ""
    width: float = 20
    group: str = ""
    choices: str = ""
    required: bool = False
    limits: tuple[int, int] = (FIRST_YEAR, LAST_YEAR)
    pattern: str = ""
    form: tuple[str, str] = ("", "")
    marks: str = ""
    unit_in: tuple[str, ...] = ()
    needed_by: Kinds = frozenset()
    used_by: Kinds = frozenset(Kind)
    is_refused: bool = False
    may_lack: bool = False

    @property
    def shown_heading(self) -> str:
        """The heading, with a mark where something must be typed."""
        return f"{self.heading} {REQUIRED_MARK}" if self.required else self.heading


class Table(Model):
    """A table: what the plan calls it, where it stands, how many rows it has at least.

    `title` and `lead` stand above those on the sheet Plan.
    """

    part: str
    sheet: str
    rows: int
    columns: tuple[Field, ...]
    name: str = ""
    title: str = ""
    lead: str = ""
    may_lack: bool = False

    @property
    def typed(self) -> tuple[Field, ...]:
        """The columns in which something is typed."""
        return tuple(each for each in self.columns if each.type is not Type.COMPUTED)

    def column(self, name: str) -> Field:
        """The column of this name in the plan."""
        return next(each for each in self.columns if each.name == name)


class UsualPeriod(Model):
    """What a period is called where the plan does not say, also where it is the only one.

    `months` is how long after the beginning of the plan's year it ends.
    """

    name: str
    months: int
    alone: str = ""


class _Form(Model):
    choices: dict[str, dict[str, str] | tuple[str, ...]]
    periods: dict[str, UsualPeriod]
    fields: tuple[Field, ...]
    tables: tuple[Table, ...]


_FORM = _Form.model_validate(
    tomllib.loads(Path(__file__).with_name("form.toml").read_text(encoding="utf-8"))
)
KINDS = "Krav"
CHOICES: dict[str, Mapping[str, str]] = {
    KINDS: {label: kind.value for kind, label in LABELS.items()},
    "Opgøres": {label: counted.value for counted, label in COUNTED_LABELS.items()},
    **{
        name: choices if isinstance(choices, dict) else dict(zip(choices, choices, strict=True))
        for name, choices in _FORM.choices.items()
    },
}
"""The lists behind the drop-downs: each choice, and what it stands for in the plan."""
SECTIONS = "Afsnit"
"""The list that is typed in the workbook."""
PERIODS = _FORM.periods
FIELDS = _FORM.fields
FIELD: dict[str, Field] = {field.name: field for field in FIELDS}
TABLES = _FORM.tables[:-1]
TABLE: dict[str, Table] = {table.part: table for table in TABLES}
DECISIONS = _FORM.tables[-1]
"""The sheet of a draft that lists what is left to decide, each with the cell where it stands."""


def label_of(choices: str, meaning: str) -> str:
    """The choice of a list that stands for a value of the plan."""
    return next(label for label, value in CHOICES[choices].items() if value == meaning)


@dataclass(frozen=True)
class Placed(TableLayout):
    """A table of the plan and where it stands; its columns go by their names in the plan."""

    table: Table


def placed(table: Table, header_row: int, rows: int) -> Placed:
    """A table with its headings in this row, and so many rows."""
    names = tuple(each.name for each in table.columns)
    return Placed(table.sheet, table.name, names, header_row, rows, table)


@dataclass(frozen=True)
class PlanLayout:
    """Where everything stands in a workbook with so many rows in use."""

    field_rows: Mapping[str, int]
    heading_rows: Mapping[str, int]
    """The groups of fields, and the tables, on the sheet Plan: where their heading stands."""
    tables: Mapping[str, Placed]

    def field_cell(self, name: str) -> str:
        """The address of a field's value."""
        return f"{VALUE_COLUMN}{self.field_rows[name]}"

    def field_reference(self, name: str) -> str:
        """A field's value as a formula refers to it."""
        return f"{PLAN_SHEET}!{absolute(self.field_cell(name))}"


def plan_layout(used: Mapping[str, int]) -> PlanLayout:
    """The layout with room for so many rows in use, by the plan's names, and some to spare."""
    field_rows: dict[str, int] = {}
    headings: dict[str, int] = {}
    row = _FIRST_ROW
    for field in FIELDS:
        if field.group:
            row += 1 if field_rows else 0
            headings[field.group] = row
            row += 1
        field_rows[field.name] = row
        row += 1
    tables: dict[str, Placed] = {}
    for table in TABLES:
        count, rows = used.get(table.part, 0), table.rows
        if count > rows / 2:
            rows = max(rows, count + _FREE_ROWS)
        if table.sheet != PLAN_SHEET:
            tables[table.part] = placed(table, _FIRST_ROW, rows)
            continue
        row += 1
        headings[table.title] = row
        tables[table.part] = placed(table, row + 1, rows)
        row = tables[table.part].last_row + 1
    return PlanLayout(field_rows, headings, tables)
