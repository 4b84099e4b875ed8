"""Layer 5 across reports: what may not fall back from one period to the next.

A count for the year to date can only grow. Each report gives its counts when it is examined, so
that a batch of any size can compare its reports without holding them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from resultatplan.criteria import Kind
from resultatplan.exact import exact
from resultatplan.plan import Criterion, Period, Plan
from texts import catalogue as codes
from texts.said import Quantity
from validators.findings import Finding, finding
from validators.rows import Row
from validators.settling import InputCell, SettledReport
from workbooks.inputs import LIMITS, ValueType
from workbooks.layout import Column, Field


@dataclass(frozen=True, slots=True)
class YearToDate:
    """The counts of one report, by criterion key."""

    plan_id: str
    period_id: str
    counts: Mapping[str, Decimal]
    submitted: float = 0
    """The day of submission as a serial number: of two for one period the later one counts."""


def year_to_date(report: SettledReport) -> YearToDate | None:
    """The counts that a report gives; None while its period is not known."""
    period = report.period
    if period is None:
        return None
    counts = {
        cell.key: exact(cell.value)
        for cell in report.cells
        if cell.key is not None
        and cell.name is Column.RESULT
        and isinstance(cell.value, float)
        and adds_up(report.plan.criterion_by_key[cell.key])
        and _is_possible(cell)
    }
    day = report.field(Field.SUBMITTED)
    submitted = day.value if day is not None and isinstance(day.value, float) else 0.0
    return YearToDate(report.plan.id, period.id, counts, submitted)


def adds_up(criterion: Criterion) -> bool:
    """Whether the result is a count that can only grow through the year."""
    return criterion.kind in (Kind.AT_LEAST, Kind.AT_MOST) and criterion.unit == "antal"


def check_against_earlier(
    plan: Plan, period: Period | None, rows: Sequence[Row], others: Iterable[YearToDate]
) -> list[Finding]:
    """A count that fell since the latest earlier report of the same plan that has it."""
    if period is None:
        return []
    ids = [each.id for each in plan.reporting.periods]
    before = [
        each
        for each in others
        if each.plan_id == plan.id and ids.index(each.period_id) < ids.index(period.id)
    ]
    found = (_fallen(plan, row, before) for row in rows)
    return [each for each in found if each is not None]


def _is_possible(cell: InputCell) -> bool:
    limits = LIMITS[ValueType.COUNT]
    value = cell.value
    return (
        isinstance(value, float)
        and value % 1 == 0
        and (limits.least or 0) <= value <= (limits.greatest or 0)
    )


def _latest(plan: Plan, key: str, before: Sequence[YearToDate]) -> YearToDate | None:
    """The latest report that has the count; of two equally late ones that with the lower count."""
    ids = [each.id for each in plan.reporting.periods]
    having = [each for each in before if key in each.counts]
    having.sort(key=lambda each: (-ids.index(each.period_id), -each.submitted, each.counts[key]))
    return having[0] if having else None


def _fallen(plan: Plan, row: Row, before: Sequence[YearToDate]) -> Finding | None:
    now, key = row.number(Column.RESULT), row.criterion.key
    latest = _latest(plan, key, before)
    if now is None or latest is None or now >= latest.counts[key]:
        return None
    period = plan.period_by_id(latest.period_id)
    return finding(
        codes.FELL_BACK,
        row.place(Column.RESULT),
        found=Quantity(now, row.criterion.unit),
        expected=Quantity(latest.counts[key], row.criterion.unit),
        period=latest.period_id if period is None else period.name,
    )
