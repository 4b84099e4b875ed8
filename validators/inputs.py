"""A report's input cells: where they stand, what they hold once settled, and by row.

A settled cell holds a value of its type, or nothing and perhaps the finding that says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from resultatplan.criteria import Kind
from resultatplan.evaluation import Reported
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Criterion
from resultatplan.library import as_decided
from resultatplan.outcome import Status
from resultatplan.plan import Period, Plan
from resultatplan.rulings import Ruling
from texts import findings as say
from texts.language import Said, said_day, said_percent, said_quantity
from validators.findings import Finding, Place
from workbooks.form import (
    NO,
    PARTLY,
    STATUSES,
    YES,
    Column,
    Field,
    ValueType,
    date_window,
    grade_of,
)
from workbooks.reading.cells import FIRST_SERIAL, serial_to_date

_STATUS: dict[str | None, Status] = dict(zip(STATUSES, Status, strict=True))

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

    @property
    def is_filled(self) -> bool:
        """Whether something was typed, be it no value."""
        return self.value is not None or self.finding is not None


@dataclass(frozen=True)
class Cells:
    """Input cells by name; a value is None where its cell is blank, refused or gone."""

    cells: Mapping[str, InputCell]

    def place(self, name: str) -> Place:
        """Where the cell is; nowhere where it is gone."""
        cell = self.cells.get(name)
        return Place() if cell is None else cell.place

    def text(self, name: str) -> str | None:
        """A text or choice."""
        cell = self.cells.get(name)
        return cell.value if cell is not None and isinstance(cell.value, str) else None

    def number(self, name: str) -> Decimal | None:
        """A number in the plan's units (percent as 82)."""
        cell = self.cells.get(name)
        if cell is None or not isinstance(cell.value, float):
            return None
        value = exact(cell.value)
        return value * HUNDRED if cell.type is ValueType.PERCENT else value

    def day(self, name: str) -> date | None:
        """A date."""
        cell = self.cells.get(name)
        if cell is None or not isinstance(cell.value, float):
            return None
        return serial_to_date(cell.value)

    def was_refused(self, name: str) -> bool:
        """Whether the cell holds something that was not accepted as a value, or is gone."""
        cell = self.cells.get(name)
        return cell is None or cell.finding is not None


@dataclass(frozen=True)
class Row(Cells):
    """The input cells of one criterion on Afrapportering."""

    criterion: Criterion

    def place(self, name: str) -> Place:
        """Where the cell is; the row alone where it is gone."""
        cell = self.cells.get(name)
        return Place(key=self.criterion.key) if cell is None else cell.place

    @property
    def reported(self) -> Reported:
        """What the row reports for judging: a number, or an answer and perhaps a date."""
        return replace(
            self._values(Column.RESULT, Column.DATE, Column.DONE),
            provisional=self.text(Column.PROVISIONAL) == YES,
            status=_STATUS.get(self.text(Column.STATUS)),
            forecast=self._values(Column.FORECAST, Column.FORECAST, Column.FORECAST),
        )

    def _values(self, result: Column, delivered: Column, done: Column) -> Reported:
        """What these columns say, as far as the criterion's kind uses them."""
        kind = self.criterion.kind
        if kind.is_numeric:
            return Reported(basis=self.number(Column.BASIS), result=self.number(result))
        answer = self.text(done)
        return Reported(
            delivered=self.day(delivered) if kind is Kind.DELIVERED_BY else None,
            done=answer == YES if answer in (YES, NO) else None,
            partly=answer == PARTLY,
            grade=grade_of(answer),
        )


@dataclass(frozen=True)
class Inputs:
    """The inputs of one report, and the plan they belong to."""

    plan: Plan
    cells: tuple[InputCell, ...]
    """Those of Stamdata first, then row by row; a cell that the workbook has lost is not there."""
    decided_since: tuple[Ruling, ...] = ()
    """What the department has decided since the version that the template was made from."""

    @cached_property
    def master(self) -> Cells:
        """The fields of Stamdata."""
        return Cells({cell.name: cell for cell in self.cells if cell.key is None})

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of Afrapportering in the plan's order, each with the cells it still has."""
        cells: dict[str, dict[str, InputCell]] = {each.key: {} for each in self.plan.criteria}
        for cell in self.cells:
            key = cell.key
            if key is not None:
                cells[key][cell.name] = cell
        return tuple(Row(cells[each.key], each) for each in self.plan.criteria)

    @cached_property
    def period(self) -> Period | None:
        """The period reported for, None while it is not a period of the plan."""
        name = self.master.text(Field.PERIOD)
        return None if name is None else self.plan.period_by_name(name)

    @property
    def period_ends(self) -> date | None:
        """The last day of the period."""
        return None if self.period is None else self.period.ends

    @property
    def is_period_known(self) -> bool:
        """Whether the cell of the period holds a period, or nothing at all."""
        cell = self.master.cells.get(Field.PERIOD)
        return cell is not None and (cell.finding is None or cell.finding.code == "RP-408")

    @property
    def is_final(self) -> bool:
        """Whether this is the year's final report."""
        return self.period is not None and self.period.final

    @property
    def submitted(self) -> date | None:
        """The day the report says it was submitted, None for one that the sheet does not take."""
        day, (first, last) = self.master.day(Field.SUBMITTED), date_window(self.plan)
        return None if day is None or not first <= day <= last else day

    @property
    def fits_period(self) -> bool:
        """Whether the day of submission can be one of the period's report; True of no period."""
        period, submitted = self.period, self.submitted
        return period is None or (submitted is not None and period.fits(submitted))

    @property
    def findings(self) -> list[Finding]:
        """What is found in the cells: refusals, and notes about values."""
        told = ((cell.finding, cell.note) for cell in self.cells)
        return [each for pair in told for each in pair if each is not None]

    def as_decided(self) -> Inputs:
        """The same report by what the department had decided when it was submitted.

        Nothing is asked of a criterion that is ruled on, and what was typed there says nothing.
        """
        plan = as_decided(self.plan, self.submitted)
        if plan is self.plan:
            return self
        closed = {each.key for each in plan.criteria if plan.ruling_on(each) is not None}
        cells = tuple(each for each in self.cells if each.key not in closed)
        return Inputs(plan, cells, plan.rulings[len(self.plan.rulings) :])

    def with_cells(self, changed: Mapping[Place, InputCell]) -> Inputs:
        """The same inputs with other cells at these places."""
        if not changed:
            return self
        return replace(self, cells=tuple(changed.get(each.place, each) for each in self.cells))


def shown_value(value: Settled, value_type: ValueType) -> Said:
    """A settled value as its cell shows it."""
    if value is None:
        return say.BLANK
    if isinstance(value, str):
        return value
    if value_type is ValueType.PERCENT:
        return said_percent(value)
    day = serial_to_date(value)
    if value_type is ValueType.DATE and day is not None and value >= FIRST_SERIAL:
        return said_day(day)
    return said_quantity(value)
