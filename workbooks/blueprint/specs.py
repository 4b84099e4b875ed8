"""One cell, and one sheet, as the template has them; a plan's quantities as cells hold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from resultatplan.criteria import Kind
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import COUNT_UNITS
from resultatplan.plan import Plan
from texts.functions import PERCENT
from texts.language import number
from texts.workbook import CUT
from workbooks.coordinates import column_letter
from workbooks.form import Limits, Sheet, TableLayout, ValueType
from workbooks.formula_text import canonical
from workbooks.reading.cells import Cell, Range, cell_of, read_range

CellValue = str | int | float | bool | date | None


class Aspect(StrEnum):
    """What a cell is to the agreement: it decides what a change of it is called."""

    TARGET = "target"
    KIND = "kind"
    DEADLINE = "deadline"
    RULE = "rule"
    WEIGHT = "weight"
    BASIS = "basis"
    IDENTITY = "identity"
    KEY = "key"
    HEADER = "header"
    HISTORY = "history"
    TEXT = "text"
    FORMULA = "formula"
    UNUSED = "unused"
    INPUT = "input"


class Look(StrEnum):
    """How a cell looks; the builder has a style for each."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    LABEL = "label"
    """A bold word that may run over the empty cells to its right."""
    NOTE = "note"
    """A line of text that may run over the empty cells to its right."""
    ASIDE = "aside"
    """Such a line beside what it explains."""
    TERM = "term"
    """A bold word that wraps in its own cell."""
    BODY = "body"
    """Running text that wraps in its own cell."""
    MEANING = "meaning"
    """Running text beside the term that it explains."""
    FIELD = "field"
    """The name of a field, in a table."""
    GOAL = "goal"
    """A cell of the row that a goal begins with: its title may run over the cells to its right."""
    LOCKED = "locked"
    LOCKED_CENTRED = "locked_centred"
    COMPUTED = "computed"
    TOTAL = "total"
    INPUT = "input"
    INPUT_LINE = "input_line"
    """An input that is written from the left on one line."""
    UNUSED = "unused"
    MISSING = "missing"
    """How a cell is marked that lacks something, or holds what it does not take."""
    CARRIED = "carried"
    """How a cell is marked that holds what an earlier report said."""
    RULED = "ruled"
    """A text in the row of what the department has decided about."""
    RULED_CENTRED = "ruled_centred"
    HEADER = "header"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class InputSpec:
    """An input cell: its type, and what is shown when it is chosen or wrongly filled."""

    type: ValueType
    prompt_title: str
    prompt: str
    """None is shown where it is blank."""
    choices: str | None = None
    """The list of a drop-down: `"Ja,Nej"` in quotes, or a range."""
    limits: Limits | None = None
    """What a number may be."""


@dataclass(frozen=True, slots=True)
class CellSpec:
    """One cell: what it holds, what it is, how it looks."""

    look: Look
    aspect: Aspect = Aspect.TEXT
    value: CellValue = None
    formula: str | None = None
    number_format: str | None = None
    input: InputSpec | None = None
    key: str | None = None
    """The key of the criterion, or the number of the goal, whose row this is."""
    column: str | None = None
    """The table column it stands in."""
    trail: str = ""
    """The end of a text that is set small and grey."""


@dataclass(frozen=True)
class ChartSpec:
    """A line of targets and one of results over the years, for one numeric criterion."""

    title: str
    kind: Kind
    first_row: int
    last_row: int
    number_format: str


@dataclass(frozen=True, eq=False)
class SheetSpec:
    """One sheet: its cells and how it is shown and printed. It is the same only as itself."""

    name: Sheet
    cells: dict[str, CellSpec]
    widths: tuple[float, ...]
    table: TableLayout | None = None
    merged: tuple[str, ...] = ()
    heights: dict[int, float] = field(default_factory=dict)
    freeze: str | None = None
    """The cell below and right of what stays in sight; then the table's heading is repeated."""
    zoom: int = 100
    one_page: bool = False
    """Whether it is printed on one page, however long it is."""
    second_page: str | None = None
    """The column that the right half of what is printed begins with; what is frozen is repeated."""
    landscape: bool = True
    hidden: bool = False
    charts: tuple[ChartSpec, ...] = ()

    @cached_property
    def locked(self) -> dict[str, Cell | None]:
        """The cells but the inputs as they are read where nothing was changed, None where blank."""
        return {
            address: cell_of(address, cell.value, cell.formula)
            for address, cell in self.cells.items()
            if cell.aspect is not Aspect.INPUT
        }

    @cached_property
    def formulas(self) -> dict[str, tuple[str, ...]]:
        """The formulas in one spelling (`formula_text.canonical`)."""
        cells = self.cells.items()
        return {address: canonical(cell.formula) for address, cell in cells if cell.formula}

    @cached_property
    def merged_places(self) -> frozenset[Range | None]:
        """The merged cells."""
        return frozenset(map(read_range, self.merged))


PERCENT_FORMAT = r"0.0##\ %"
COUNT_FORMAT = "#,##0"
NUMBER_FORMAT = "#,##0.0##"
DATE_FORMAT = "dd-mm-yyyy"
AS_OF_FORMAT = '"pr. "dd-mm-yyyy;;'
SCORE_FORMAT = "0.00"
DEGREE_FORMAT = "0.0"
FULFILMENT_FORMAT = "0"
"""Of degrees where everything is met or not."""
WORDS_FORMAT = '[=100]"opfyldt";[=0]"ikke";"delvist"'
"""Of degrees where goals are only counted."""
TEXT_FORMAT = "@"

FORMATS: dict[ValueType, str] = {
    ValueType.PERCENT: PERCENT_FORMAT,
    ValueType.COUNT: COUNT_FORMAT,
    ValueType.QUANTITY: NUMBER_FORMAT,
    ValueType.AMOUNT: NUMBER_FORMAT,
    ValueType.DATE: DATE_FORMAT,
    ValueType.TEXT: TEXT_FORMAT,
}
"""Text has its own format, so that `- forsinket` and `12-2020` stay what was typed."""


def top_lines(title: str, subtitle: str, lead: str) -> dict[str, CellSpec]:
    """The three lines that a sheet begins with."""
    return {
        "A1": CellSpec(Look.TITLE, value=title),
        "A2": CellSpec(Look.SUBTITLE, value=subtitle),
        "A3": CellSpec(Look.NOTE, value=lead),
    }


def computed(
    formula: str, number_format: str | None = None, look: Look = Look.COMPUTED
) -> CellSpec:
    """A cell with a formula."""
    return CellSpec(look, Aspect.FORMULA, formula=formula, number_format=number_format)


def degree_format(plan: Plan) -> str:
    """How the degrees of a plan's criteria and goals are shown."""
    if not plan.has_total:
        return WORDS_FORMAT
    return FULFILMENT_FORMAT if plan.is_binary else DEGREE_FORMAT


def agreed(
    aspect: Aspect,
    value: CellValue,
    number_format: str | None = None,
    look: Look = Look.LOCKED_CENTRED,
) -> CellSpec:
    """A locked cell with what the plan says."""
    return CellSpec(look, aspect, value, number_format=number_format)


def header_cells(table: TableLayout) -> dict[str, CellSpec]:
    """The heading cells of a table."""
    return {
        f"{column_letter(number)}{table.header_row}": CellSpec(
            Look.HEADER, Aspect.HEADER, value=str(column), column=str(column)
        )
        for number, column in enumerate(table.columns, start=1)
    }


def cell_number(value: Decimal | None, unit: str | None) -> float | int | None:
    """A quantity as its cell holds it."""
    if value is None:
        return None
    amount = value / HUNDRED if unit == PERCENT else value
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def number_format(unit: str | None, *, whole: bool = True) -> str:
    """The number format of quantities in `unit`; whether what is counted is counted in wholes."""
    if unit == PERCENT:
        return PERCENT_FORMAT
    return COUNT_FORMAT if unit in COUNT_UNITS and whole else NUMBER_FORMAT


def bounds_words(text: str, limits: Limits, value_type: ValueType) -> str:
    """A text that names the `least` and the `greatest` that a cell takes, in the plan's units."""
    scale = HUNDRED if value_type is ValueType.PERCENT else 1
    least, greatest = (number(exact(each) * scale) for each in limits[:2])
    return text.format(least=least, greatest=greatest)


def shortened(text: str, length: int) -> str:
    """A text of at most `length` characters, cut at a word where it is longer."""
    if len(text) <= length:
        return text
    kept = text[: length - len(CUT)]
    if " " in kept:
        kept = kept.rpartition(" ")[0]
    return kept.rstrip(" ,.;:") + CUT
