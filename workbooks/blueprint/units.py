"""From the plan's quantities to cells: 82 pct. becomes 0.82 with a percent format."""

from __future__ import annotations

from decimal import Decimal

from resultatplan.exact import HUNDRED
from workbooks.blueprint.cells import COUNT_FORMAT, NUMBER_FORMAT, PERCENT_FORMAT


def cell_number(value: Decimal | None, unit: str | None) -> float | int | None:
    """A quantity as its cell holds it."""
    if value is None:
        return None
    amount = value / HUNDRED if unit == "pct." else value
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def plan_number(value: Decimal, unit: str | None) -> Decimal:
    """A cell's number in the plan's units: 0.82 in pct. is 82."""
    return value * HUNDRED if unit == "pct." else value


def number_format(unit: str | None) -> str:
    """The number format of quantities in `unit`."""
    if unit == "pct.":
        return PERCENT_FORMAT
    return COUNT_FORMAT if unit == "antal" else NUMBER_FORMAT
