"""Layer 5: do the cells of one report fit one another, its period and its year?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.plan import Period, Plan
from texts import catalogue as codes
from texts import judging as say
from texts.said import Day, Said, phrase
from validators.findings import Finding, finding
from validators.rows import Master, Row
from validators.typing_mistakes import visible_text
from workbooks.form import STATUSES, Column, Field

_GREEN, YELLOW, RED = STATUSES
_NO_WORDS = frozenset({"", "-", "–", "—", "?", "n/a", "na", "i/a"})
"""Texts that fill a cell without saying anything."""
_SHORT_OF_MET = {
    State.NOT_FULFILLED: say.NOT_FULFILLED,
    State.PARTIAL: say.PARTLY_FULFILLED,
}
LATEST_SUBMISSION = timedelta(days=366)
"""A report dated more than a year after its period belongs to another one."""


@dataclass(frozen=True)
class Facts:
    """What the consistency of one report is checked on."""

    plan: Plan
    master: Master
    rows: tuple[Row, ...]
    period: Period | None
    evaluation: Evaluation

    @cached_property
    def is_final(self) -> bool:
        """Whether it is the year's final report."""
        return self.period is not None and self.period.final

    @cached_property
    def submitted(self) -> date | None:
        """The day the report says it was submitted."""
        return self.master.day(Field.SUBMITTED)

    def is_to_come(self, delivered: date | None) -> bool:
        """Whether a delivery is dated after the submission, and that date can be relied on."""
        submitted = self.submitted
        if delivered is None or submitted is None or not submission_fits(self.period, submitted):
            return False
        return delivered > submitted


def submission_fits(period: Period | None, submitted: date) -> bool:
    """Whether a day of submission can be that of a report for the period."""
    if period is None:
        return True
    return period.ends <= submitted <= period.ends + LATEST_SUBMISSION


def check_consistency(facts: Facts) -> list[Finding]:
    """All findings of layer 5 that need no other report."""
    findings = list(_submission(facts))
    rules = _FINAL_RULES if facts.is_final else _RULES
    rows = {row.criterion.key: row for row in facts.rows}
    for goal in facts.evaluation.goals:
        for result in goal.criteria:
            row = rows[result.criterion.key]
            for rule in rules[row.criterion.kind]:
                findings += rule(facts, row, goal, result)
    return findings


def _submission(facts: Facts) -> Iterator[Finding]:
    period, submitted = facts.period, facts.submitted
    if period is None or submitted is None:
        return
    if not submission_fits(period, submitted):
        yield finding(
            codes.SUBMITTED_TOO_EARLY,
            facts.master.place(Field.SUBMITTED),
            found=Day(submitted),
            expected=Day(period.ends),
            period=period.name,
        )


def _delivery_dates(
    facts: Facts, row: Row, _goal: GoalResult, result: CriterionResult
) -> Iterator[Finding]:
    delivered, submitted = result.reported.delivered, facts.submitted
    if delivered is None:
        return
    place = row.place(Column.DATE)
    if submitted is not None and facts.is_to_come(delivered):
        yield finding(
            codes.DELIVERED_AFTER_SUBMISSION, place, found=Day(delivered), expected=Day(submitted)
        )
    if delivered < facts.plan.valid_from:
        yield finding(
            codes.DATE_OUTSIDE_YEAR,
            place,
            found=Day(delivered),
            expected=Day(facts.plan.valid_from),
        )
    if result.reported.done is False:
        yield finding(codes.DATE_AND_NO, row.place(Column.DONE), found=Day(delivered))


def _undated_delivery(
    _facts: Facts, row: Row, _goal: GoalResult, result: CriterionResult
) -> Iterator[Finding]:
    deadline, reported = row.criterion.deadline, result.reported
    if deadline is None or not reported.done or reported.delivered is not None:
        return
    if not row.was_refused(Column.DATE):
        yield finding(codes.DELIVERED_UNDATED, row.place(Column.DATE), expected=Day(deadline))


def _deadline_passed(
    facts: Facts, row: Row, _goal: GoalResult, result: CriterionResult
) -> Iterator[Finding]:
    deadline = row.criterion.deadline
    if result.state is not State.PENDING or deadline is None or facts.period is None:
        return
    last_day = row.criterion.partial_deadline or deadline
    if last_day <= facts.period.ends and _is_unanswered(row, result):
        yield finding(codes.DEADLINE_PASSED, row.place(Column.DATE), expected=Day(deadline))


def _final_pending(
    _facts: Facts, row: Row, goal: GoalResult, result: CriterionResult
) -> Iterator[Finding]:
    if result.state is not State.PENDING or not _is_unanswered(row, result):
        return
    column, what = _missing(row)
    code = codes.FINAL_PENDING if goal.state is State.PENDING else codes.FINAL_PENDING_DECIDED
    yield finding(code, row.place(column), what=what, goal=goal.goal.number)


def _is_unanswered(row: Row, result: CriterionResult) -> bool:
    """Whether what is missing was left blank, and has no other finding that says so already."""
    reported = result.reported
    if row.criterion.kind.is_numeric:
        blank_basis = reported.basis is None and reported.result is not None
        return not row.was_refused(Column.RESULT) and not blank_basis and not _zero(result)
    if row.was_refused(Column.DONE):
        return False
    if row.criterion.kind is Kind.DELIVERED_BY:
        return not row.was_refused(Column.DATE) and reported.done is None
    return True


def _missing(row: Row) -> tuple[Column, Said]:
    kind = row.criterion.kind
    if kind is Kind.DELIVERED_BY:
        return Column.DATE, say.DELIVERY
    if not kind.is_numeric:
        return Column.DONE, say.DONE
    basis = row.cells.get(Column.BASIS)
    if basis is not None and basis.value is None and basis.finding is None:
        return Column.RESULT, say.RESULT_AND_BASIS
    return Column.RESULT, say.RESULT


def _explanations(
    facts: Facts, row: Row, _goal: GoalResult, result: CriterionResult
) -> Iterator[Finding]:
    status = row.text(Column.STATUS)
    reason: Said | None = None
    if result.state in _SHORT_OF_MET and not facts.is_to_come(result.reported.delivered):
        reason = _SHORT_OF_MET[result.state]
    elif status in (YELLOW, RED):
        reason = phrase(say.STATUS_IS, status=status)
    if reason is not None and _lacks_text(row, Column.EXPLANATION):
        yield finding(codes.EXPLANATION_MISSING, row.place(Column.EXPLANATION), reason=reason)
    if status == RED and _lacks_text(row, Column.ACTION_PLAN):
        yield finding(codes.ACTION_PLAN_MISSING, row.place(Column.ACTION_PLAN))


def _lacks_text(row: Row, column: Column) -> bool:
    if column not in row.cells or row.was_refused(column):
        return False
    return visible_text(row.text(column) or "").casefold() in _NO_WORDS


def _provisional(
    _facts: Facts, row: Row, _goal: GoalResult, _result: CriterionResult
) -> Iterator[Finding]:
    if row.is_yes(Column.PROVISIONAL):
        yield finding(codes.FINAL_PROVISIONAL, row.place(Column.PROVISIONAL))


def _zero(result: CriterionResult) -> bool:
    criterion = result.criterion
    needs_share = criterion.kind is Kind.REDUCTION or (
        criterion.kind is Kind.WITHIN and criterion.in_percent
    )
    return needs_share and result.reported.basis == 0


def _zero_basis(
    _facts: Facts, row: Row, _goal: GoalResult, result: CriterionResult
) -> Iterator[Finding]:
    if _zero(result):
        yield finding(codes.ZERO_BASIS, row.place(Column.BASIS))


def _documentation(
    _facts: Facts, row: Row, _goal: GoalResult, result: CriterionResult
) -> Iterator[Finding]:
    answer, partly = result.reported.done, result.reported.partly
    if row.criterion.kind is Kind.DONE:
        needed, what = answer is True or partly, say.REPORTED_DONE
    else:
        needed, what = answer is not None or partly, say.ASSESSED
    if needed and _lacks_text(row, Column.DOCUMENTATION):
        yield finding(codes.DOCUMENTATION_MISSING, row.place(Column.DOCUMENTATION), what=what)


RowRule = Callable[[Facts, Row, GoalResult, CriterionResult], Iterator[Finding]]

_ALL = tuple(Kind)
_ROW_RULES: tuple[tuple[RowRule, Collection[Kind]], ...] = (
    (_zero_basis, (Kind.WITHIN, Kind.REDUCTION)),
    (_delivery_dates, (Kind.DELIVERED_BY,)),
    (_undated_delivery, (Kind.DELIVERED_BY,)),
    (_deadline_passed, (Kind.DELIVERED_BY,)),
    (_final_pending, _ALL),
    (_explanations, _ALL),
    (_provisional, _ALL),
    (_documentation, (Kind.DONE, Kind.ASSESSED)),
)
"""The rules, each with the kinds of criterion whose rows it looks at."""
_ONLY_IN_FINAL = (_final_pending, _provisional)
_NOT_IN_FINAL = (_deadline_passed,)


def _by_kind(left_out: Collection[RowRule]) -> dict[Kind, tuple[RowRule, ...]]:
    rules = [each for each in _ROW_RULES if each[0] not in left_out]
    return {kind: tuple(rule for rule, kinds in rules if kind in kinds) for kind in Kind}


_RULES, _FINAL_RULES = _by_kind(_ONLY_IN_FINAL), _by_kind(_NOT_IN_FINAL)
