"""What later reports of the same plan are compared with: the year's reports before them.

The report that counts for a period is the last accepted one. Only few are held at a time, and
each holds no more than is compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from resultatplan.criteria import State
from resultatplan.plan import Period, Plan
from validators.rows import Row
from validators.settled import FIRST_YEAR, LAST_YEAR, SettledReport
from validators.verdict import Verdict
from workbooks.form import YES, Column, Field
from workbooks.reading.cells import serial_to_date


@dataclass(frozen=True, slots=True)
class EarlierCriterion:
    """What an earlier report said of one criterion, in the plan's units (percent as 82)."""

    state: State
    basis: Decimal | None = None
    result: Decimal | None = None
    delivered: date | None = None
    status: str = ""
    explanation: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """The report that counts for an earlier period."""

    plan_id: str
    period_id: str
    criteria: Mapping[str, EarlierCriterion]


class EarlierReports(Protocol):
    """Knows the reports that count."""

    def before(self, plan: Plan, period: Period) -> Sequence[EarlierReport]:
        """Those of the plan's earlier periods, the latest period first."""
        ...


class Book:
    """Earlier reports as they are noted; of two for one period the one noted last counts."""

    def __init__(self) -> None:
        self._reports: dict[tuple[str, str], EarlierReport] = {}

    def note(self, report: EarlierReport) -> None:
        """Let this be the report that counts for its period."""
        self._reports[report.plan_id, report.period_id] = report

    def before(self, plan: Plan, period: Period) -> Sequence[EarlierReport]:
        """The noted reports of the plan's earlier periods, the latest period first."""
        found = (self._reports.get((plan.id, each.id)) for each in periods_before(plan, period))
        return [each for each in found if each is not None]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a report says it is: enough to judge earlier periods before later ones."""

    plan_id: str
    period_id: str
    ends: date
    submitted: date | None


def claim_of(report: SettledReport) -> Claim | None:
    """A report's claim; None while its period is not known."""
    period = report.period
    if period is None:
        return None
    cell = report.field(Field.SUBMITTED)
    value = None if cell is None else cell.value
    submitted = serial_to_date(value) if isinstance(value, float) else None
    if submitted is not None and not FIRST_YEAR <= submitted.year <= LAST_YEAR:
        submitted = None
    return Claim(report.plan.id, period.id, period.ends, submitted)


def earlier_report(verdict: Verdict) -> EarlierReport | None:
    """What later reports are compared with; None where the report counts for no period."""
    plan, period, evaluation = verdict.plan, verdict.period, verdict.evaluation
    if plan is None or period is None or evaluation is None or not verdict.accepted:
        return None
    states = {each.criterion.key: each.state for goal in evaluation.goals for each in goal.criteria}
    criteria = {
        row.criterion.key: _criterion(row, states[row.criterion.key]) for row in verdict.rows
    }
    return EarlierReport(plan.id, period.id, criteria)


def periods_before(plan: Plan, period: Period) -> Sequence[Period]:
    """The plan's periods that end before this one, the latest first."""
    return [each for each in reversed(plan.reporting.periods) if each.ends < period.ends]


def same_words(text: str | None) -> str:
    """A text without what is no difference in wording: its spaces and line breaks."""
    return " ".join((text or "").split())


def _criterion(row: Row, state: State) -> EarlierCriterion:
    return EarlierCriterion(
        state,
        row.number(Column.BASIS),
        row.number(Column.RESULT),
        row.day(Column.DATE),
        row.text(Column.STATUS) or "",
        same_words(row.text(Column.EXPLANATION)),
        row.text(Column.PROVISIONAL) == YES,
    )
