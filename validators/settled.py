"""What a report's input cells are once they are settled: a value of its type each, or a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from resultatplan.plan import Period, Plan
from texts import catalogue as codes
from validators.findings import Finding, Place
from workbooks.form import Column, Field, ValueType

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Dates outside these years are typing mistakes whatever the plan."""

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
