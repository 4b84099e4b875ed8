"""Layer 5 across reports: what may not change from one period to the next without a word.

A count for the year to date can only grow; what was delivered, and what is measured against, stays;
what was met is expected to stay met; an explanation belongs to what it explains.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import CriterionResult, Evaluation
from resultatplan.plan import Criterion, Period, Plan
from texts import catalogue as codes
from texts import functions as words
from texts import judging as say
from texts.said import Day, Quantity, Said
from validators.findings import Finding, finding
from validators.rows import Row
from validators.verdict import EarlierCriterion, EarlierReport, same_words
from workbooks.form import Column

_STATES: dict[State, Said] = {
    State.FULFILLED: words.FULFILLED,
    State.NOT_FULFILLED: words.NOT_FULFILLED,
    State.PENDING: words.PENDING,
    State.PARTIAL: words.PARTIAL,
    State.WITHDRAWN: words.WITHDRAWN,
}
_JUDGED_ON = (Column.BASIS, Column.RESULT, Column.DATE, Column.DONE)


@dataclass(frozen=True, slots=True)
class _Compared:
    """A criterion now, and in the latest earlier report."""

    row: Row
    result: CriterionResult
    before: EarlierCriterion
    period: str
    is_final: bool


def check_against_earlier(
    plan: Plan,
    period: Period | None,
    rows: Sequence[Row],
    evaluation: Evaluation,
    earlier: Sequence[EarlierReport],
) -> list[Finding]:
    """What changed since `earlier`: the reports of the year's earlier periods, the latest first.

    A count is compared with the latest report that gives one, all else with the latest report.
    """
    if period is None or not earlier:
        return []
    results = {each.criterion.key: each for goal in evaluation.goals for each in goal.criteria}
    findings: list[Finding] = []
    for row in rows:
        fallen = _fallen(plan, row, earlier)
        before = earlier[0].criteria.get(row.criterion.key)
        if fallen is not None:
            findings.append(fallen)
        if before is not None:
            name = _period_name(plan, earlier[0].period_id)
            now = _Compared(row, results[row.criterion.key], before, name, period.final)
            findings += _changed(now, judged_otherwise=fallen is None)
    return findings


def adds_up(criterion: Criterion) -> bool:
    """Whether the result is a count that can only grow through the year."""
    return criterion.kind in (Kind.AT_LEAST, Kind.AT_MOST) and criterion.unit == "antal"


def _fallen(plan: Plan, row: Row, earlier: Sequence[EarlierReport]) -> Finding | None:
    """A count that fell since the latest report that has it."""
    now = row.number(Column.RESULT)
    if now is None or not adds_up(row.criterion):
        return None
    for report in earlier:
        count = _count(report, row.criterion.key)
        if count is not None:
            if now >= count:
                return None
            return finding(
                codes.FELL_BACK,
                row.place(Column.RESULT),
                found=Quantity(now, row.criterion.unit),
                expected=Quantity(count, row.criterion.unit),
                period=_period_name(plan, report.period_id),
            )
    return None


def _count(report: EarlierReport, key: str) -> Decimal | None:
    criterion = report.criteria.get(key)
    return None if criterion is None else criterion.result


def _changed(now: _Compared, *, judged_otherwise: bool) -> list[Finding]:
    """The findings about one criterion. Its first cause is told, not what follows from it."""
    causes: list[Callable[[_Compared], Finding | None]] = [_date_changed, _basis_changed]
    if judged_otherwise:
        causes.append(_no_longer_met)
    cause = next((found for check in causes if (found := check(now)) is not None), None)
    return [each for each in (cause, _copied(now)) if each is not None]


def _date_changed(now: _Compared) -> Finding | None:
    """A delivery that was dated, and is now dated otherwise or not at all."""
    row, before = now.row, now.before.delivered
    day = row.day(Column.DATE)
    if before is None or day == before or row.was_refused(Column.DATE) or now.before.provisional:
        return None
    return finding(
        codes.DATE_CHANGED,
        row.place(Column.DATE),
        found=say.BLANK if day is None else Day(day),
        expected=Day(before),
        period=now.period,
    )


def _basis_changed(now: _Compared) -> Finding | None:
    """A budget or a baseline that is another one than before; a benchmark moves by itself."""
    row, before = now.row, now.before.basis
    stands = row.criterion.kind in (Kind.WITHIN, Kind.REDUCTION)
    if not stands or before is None or now.before.provisional or row.was_refused(Column.BASIS):
        return None
    basis = row.number(Column.BASIS)
    if basis == before:
        return None
    unit = row.criterion.reported_unit
    return finding(
        codes.BASIS_NOW_OTHER,
        row.place(Column.BASIS),
        found=say.BLANK if basis is None else Quantity(basis, unit),
        expected=Quantity(before, unit),
        period=now.period,
    )


def _no_longer_met(now: _Compared) -> Finding | None:
    """A criterion that was met. What is missing in the final report is told as missing."""
    row, state = now.row, now.result.state
    if now.before.state is not State.FULFILLED or state in (State.FULFILLED, State.WITHDRAWN):
        return None
    if state is State.PENDING and now.is_final:
        return None
    if any(row.cells[each].finding is not None for each in _JUDGED_ON if each in row.cells):
        return None
    return finding(
        codes.NO_LONGER_MET,
        row.place(_judged_cell(row.criterion)),
        found=_STATES[state],
        expected=_STATES[State.FULFILLED],
        period=now.period,
    )


def _judged_cell(criterion: Criterion) -> Column:
    if criterion.kind.is_numeric:
        return Column.RESULT
    return Column.DATE if criterion.kind is Kind.DELIVERED_BY else Column.DONE


def _copied(now: _Compared) -> Finding | None:
    """The explanation of the report before, word for word, for another state of affairs."""
    row, before = now.row, now.before
    words = same_words(row.text(Column.EXPLANATION))
    if not words or words != before.explanation:
        return None
    status = row.text(Column.STATUS) or ""
    old: Said = before.status
    new: Said = status
    if not (status and before.status) or status == before.status:
        if now.result.state is before.state:
            return None
        old, new = _STATES[before.state], _STATES[now.result.state]
    return finding(
        codes.EXPLANATION_COPIED,
        row.place(Column.EXPLANATION),
        found=new,
        expected=old,
        period=now.period,
    )


def _period_name(plan: Plan, period_id: str) -> str:
    period = plan.period_by_id(period_id)
    return period_id if period is None else period.name
