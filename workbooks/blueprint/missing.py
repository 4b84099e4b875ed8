"""What is missing before a report can be sent: counted above the table, marked at the cells.

Validation stops what is typed, not what is pasted: a value that a cell does not take is marked too.
The formulas are arithmetic (`*` for and, `+` for or), so that one spelling serves a row and, in
SUMPRODUCT, all rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import exact, plain
from resultatplan.outcome import COUNTED_LABELS, Counted
from resultatplan.plan import Plan
from texts import workbook as say
from workbooks import formulas
from workbooks.blueprint.specs import CellSpec, Look, computed
from workbooks.coordinates import column_letter, position_of, ranges
from workbooks.form import (
    REPORT_INPUTS,
    STATUSES,
    YES,
    Column,
    Field,
    Layout,
    MasterColumn,
    Sheet,
    ValueType,
    date_window,
)
from workbooks.reading.cells import date_to_serial

COUNT_CELLS = ("J5", "J6", "J7", "J8", "J9")
"""On Afrapportering: how many of each are missing, with what they are to the right."""
_HEADING_CELL = "J4"
_, _YELLOW, _RED = STATUSES

_LONGEST = 8_000
"""Excel takes no formula of more than 8,192 characters."""


class Taken(NamedTuple):
    """What a cell takes: one of some words, or a number within bounds, as formulas have them."""

    words: tuple[str, ...] = ()
    least: str = ""
    greatest: str = ""
    is_whole: bool = False
    takes_zero: bool = True

    def is_number_within(self, cell: str) -> str:
        """A formula that is TRUE where the cell holds a number that it takes."""
        rules = [f"{cell}>={self.least}", f"{cell}<={self.greatest}"]
        rules += [f"{cell}=INT({cell})"] if self.is_whole else []
        rules += [] if self.takes_zero else [f"{cell}<>0"]
        # IF, since AND would compare a text with the bounds, and no text has a whole part.
        return f"IF(ISNUMBER({cell}),AND({','.join(rules)}),FALSE())"

    def is_wrong(self, cell: str) -> str:
        """A formula that is TRUE where the cell holds something else."""
        if self.words:
            others = [f'{cell}<>"{word}"' for word in ("", *self.words)]
            return f"AND({','.join(others)})"
        return f'AND({cell}<>"",NOT({self.is_number_within(cell)}))'


class Span(NamedTuple):
    """Inputs of one column that take the same; rows that are not filled in may be within."""

    cells: str
    """`I11:I14`."""
    taken: Taken

    @property
    def is_wrong(self) -> str:
        """A formula for the first of the cells."""
        return self.taken.is_wrong(self.cells.partition(":")[0])


def missing_cells(layout: Layout, inputs: Mapping[str, CellSpec]) -> dict[str, CellSpec]:
    """The counts with their words; `inputs` are the cells of Afrapportering."""
    master, fields = layout.master, tuple(Field)
    first, last = fields.index(Field.PERIOD), fields.index(Field.APPROVED_BY)
    always = master.data_range(MasterColumn.VALUE, first, last - first)
    approved = master.data_range(MasterColumn.VALUE, last, 1)
    at = layout.report.data_range
    answers = "+".join(f"SUMPRODUCT({formula})" for _, formula in missing_answers(layout, at))
    pending = f'COUNTIF({at(Column.STATE)},"{formulas.PENDING}")'
    counts = (
        f'SUMPRODUCT(--(TRIM({Sheet.MASTER}!{always})=""))'
        f'+IF({formulas.INTERIM},0,SUMPRODUCT(--(TRIM({Sheet.MASTER}!{approved})="")))',
        f"IF({formulas.INTERIM},{answers},{pending})",
        *(f"SUMPRODUCT({formula})" for _, formula in missing_texts(layout, at)),
        _wrong_count(layout, inputs),
    )
    cells = {_HEADING_CELL: CellSpec(Look.LABEL, value=say.MISSING_HEADING)}
    for address, count, words in zip(COUNT_CELLS, counts, say.MISSING, strict=True):
        column, row = position_of(address)
        cells[address] = computed(f"={count}", look=Look.COMPUTED)
        cells[f"{column_letter(column + 1)}{row}"] = CellSpec(Look.ASIDE, value=words)
    return cells


def missing_answers(layout: Layout, at: Callable[[Column], str]) -> tuple[tuple[Column, str], ...]:
    """The columns of a basis and of a date that what is filled in requires, each with a formula.

    `at` is that of `missing_texts`, and so is what a formula gives: 1 for a result without its
    basis (RP-408); for Ja without a date (RP-514), and in an interim report for a delivery whose
    deadline has passed unanswered (RP-509).
    """
    plan = layout.plan
    based = "+".join(f'({at(Column.KIND)}="{LABELS[each]}")' for each in Kind if each.needs_basis)
    is_delivery = f'({at(Column.KIND)}="{LABELS[Kind.DELIVERED_BY]}")'
    is_due = f"({formulas.INTERIM})*({at(Column.DEADLINE)}<={formulas.AS_OF})"
    for each in plan.criteria:
        if each.partial_deadline is not None:
            last = date_to_serial(each.partial_deadline)
            is_due += f'*(({at(Column.KEY)}<>"{each.key}")+({formulas.AS_OF}>={last})>0)'
    done = at(Column.DONE)
    lacks_date = f'{is_delivery}*({at(Column.DATE)}="")*(({done}="{YES}")+({done}="")*{is_due})'
    lacks_basis = f'({based})*({at(Column.RESULT)}<>"")*({at(Column.BASIS)}="")'
    asked = _not_ruled_on(plan, at)
    return ((Column.BASIS, lacks_basis + asked), (Column.DATE, lacks_date + asked))


def missing_texts(layout: Layout, at: Callable[[Column], str]) -> tuple[tuple[Column, str], ...]:
    """The columns that a deviation or a colour requires, each with a formula.

    `at` gives a column's cell, or its cells. The formula is 1 where a row requires the text and it
    is not there: for what is lost for good, or expected not to be met, as in
    `Outcome.is_deviation`.
    """
    plan = layout.plan
    counts_up = [LABELS[each] for each in Kind if each.is_plain and each.is_upwards]
    upwards = "+".join(f'({at(Column.KIND)}="{label}")' for label in counts_up)
    running = f'({at(Column.COUNTED)}="{COUNTED_LABELS[Counted.RUNNING]}")'
    grows = f'({upwards})*{running}*({at(Column.FORECAST)}="")'
    expected = at(Column.EXPECTED)
    red = f'({at(Column.STATUS)}="{_RED}")'
    reasons = [
        f'({at(Column.STATUS)}="{_YELLOW}")',
        red,
        f'({at(Column.STATE)}="{formulas.NOT_FULFILLED}")',
        f"ISNUMBER({expected})*({expected}<100)*({formulas.INTERIM})*(1-{grows})",
    ]
    if plan.scales:
        reasons.append(f'({at(Column.STATE)}="{formulas.PARTIAL}")')
    asked = _not_ruled_on(plan, at)
    return tuple(
        (column, f'({needed}>0)*(TRIM({at(column)})=""){asked}')
        for column, needed in (
            (Column.EXPLANATION, f"({'+'.join(reasons)})"),
            (Column.ACTION_PLAN, red),
        )
    )


def _not_ruled_on(plan: Plan, at: Callable[[Column], str]) -> str:
    """Of what the department has decided about nothing more is asked."""
    ruled = [each.key for each in plan.criteria if plan.ruling_on(each) is not None]
    return "".join(f'*({at(Column.KEY)}<>"{key}")' for key in ruled)


def spans(plan: Plan, cells: Mapping[str, CellSpec]) -> Iterator[Span]:
    """The inputs that take something else than text, column by column."""
    found = ((address, taken_by(plan, cell)) for address, cell in cells.items())
    taken = {address: each for address, each in found if each is not None}
    return (Span(*each) for each in ranges(taken, over_gaps=True))


def taken_by(plan: Plan, cell: CellSpec) -> Taken | None:
    """What an input cell takes; None where any text will do."""
    wanted = cell.input
    if wanted is None:
        return None
    if wanted.choices is not None:
        return Taken(tuple(wanted.choices.strip('"').split(",")))
    if wanted.type is ValueType.DATE:
        first, last = (str(date_to_serial(limit)) for limit in date_window(plan))
        return Taken((), first, last)
    if wanted.limits is None:
        return None
    least, greatest = (f"{plain(exact(each)):f}" for each in wanted.limits[:2])
    # What a percentage is measured against is not 0.
    of_a_level = plan.criterion_by_key[cell.key or ""].is_of_a_level
    takes_zero = cell.column != Column.BASIS or not of_a_level
    return Taken((), least, greatest, wanted.limits.whole, takes_zero)


def _wrong_count(layout: Layout, cells: Mapping[str, CellSpec]) -> str:
    """How many inputs hold a word or a text that they do not take, or a result out of bounds."""
    table, plan = layout.report, layout.plan
    counts = []
    for column in REPORT_INPUTS:
        inputs = [cell for cell in cells.values() if cell.input and cell.column == column]
        taken = {each for each in (taken_by(plan, cell) for cell in inputs) if each is not None}
        if taken:
            where = table.data_range(column)
            words = sorted({word for each in taken for word in each.words})
            filled = f'({where}<>"")' if all(each.words for each in taken) else f"ISTEXT({where})"
            others = "".join(f'*({where}<>"{word}")' for word in words)
            counts.append(f"SUMPRODUCT({filled}{others or '*1'})")
    results = {address: cell for address, cell in cells.items() if cell.column == Column.RESULT}
    for span in spans(plan, results):
        # The bound is joined on, since "<0.5" is read with the decimal comma of the machine.
        outside = [f'COUNTIF({span.cells},"<"&{span.taken.least})']
        outside.append(f'COUNTIF({span.cells},">"&{span.taken.greatest})')
        counts += outside
    while len("+".join(counts)) > _LONGEST:
        counts.pop()
    return "+".join(counts)
