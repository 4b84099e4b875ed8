"""From a verdict to the record that the department keeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import repeat

from department.desk.record import (
    Arrival,
    CriterionRecord,
    FindingRecord,
    GoalRecord,
    InputRecord,
    ReportRecord,
    Summary,
    Words,
)
from resultatplan.combining import Combination
from resultatplan.evaluation import CriterionResult, GoalResult
from resultatplan.explaining_goals import describe_combination
from resultatplan.goals import Goal
from resultatplan.plan import Plan
from texts.language import DANISH, ENGLISH
from validators.findings import Finding
from validators.rows import Row
from validators.verdict import Verdict, by_severity
from workbooks.inputs import REPORT_INPUTS, ValueType
from workbooks.layout import Column, Field

_NUMBERS = frozenset({Column.BASIS, Column.RESULT, Column.FORECAST})


def record_of(verdict: Verdict, arrival: Arrival) -> ReportRecord:
    """The record of one judged file."""
    plan, evaluation, master = verdict.plan, verdict.evaluation, verdict.master
    summary = summary_of(verdict, arrival)
    findings = tuple(finding_record(each) for each in verdict.findings)
    if plan is None or evaluation is None or master is None:
        return ReportRecord(summary, findings)
    rows = {row.criterion.key: row for row in verdict.rows}
    return ReportRecord(
        summary,
        findings,
        tuple(_goal(plan, goal, rows) for goal in evaluation.goals),
        master.text(Field.PREPARED_BY) or "",
        master.text(Field.APPROVED_BY) or "",
        master.text(Field.DEVIATIONS) or "",
    )


def summary_of(verdict: Verdict, arrival: Arrival) -> Summary:
    """One judged file in short."""
    plan, period = verdict.plan, verdict.period
    score = None if verdict.evaluation is None else verdict.evaluation.score
    counts = by_severity(verdict.findings)
    return Summary(
        verdict.file,
        arrival.digest,
        arrival.size,
        arrival.received,
        verdict.accepted,
        counts["error"],
        counts["warning"],
        counts["info"],
        plan_id=None if plan is None else plan.id,
        plan_version=None if plan is None else plan.version,
        institution=None if plan is None else plan.institution,
        year=None if plan is None else plan.year,
        period_id=None if period is None else period.id,
        period_name=None if period is None else period.name,
        final=verdict.is_final,
        submitted=verdict.submitted,
        secured=None if score is None else score.secured,
        attainable=None if score is None else score.attainable,
        shown=verdict.shown,
    )


def finding_record(finding: Finding) -> FindingRecord:
    """The finding in finished words."""
    place = finding.place
    return FindingRecord(
        finding.code,
        finding.severity.value,
        place.sheet,
        place.cell,
        place.key,
        Words(finding.message(DANISH), finding.message(ENGLISH)),
        Words(finding.hint(DANISH), finding.hint(ENGLISH)),
        _words(finding.found_text(DANISH), finding.found_text(ENGLISH)),
        _words(finding.expected_text(DANISH), finding.expected_text(ENGLISH)),
    )


def _words(danish: str | None, english: str | None) -> Words | None:
    return None if danish is None or english is None else Words(danish, english)


def _goal(plan: Plan, result: GoalResult, rows: Mapping[str, Row]) -> GoalRecord:
    goal = result.goal
    section = next(each for each in plan.sections if any(goal is other for other in each.goals))
    return GoalRecord(
        goal.number,
        goal.title,
        section.title,
        _rule_in_words(plan, goal),
        result.weight,
        result.state,
        None if result.fulfilment is None else float(result.fulfilment),
        Words(result.explain(DANISH), result.explain(ENGLISH)),
        tuple(_criterion(each, rows[each.criterion.key]) for each in result.criteria),
    )


def _rule_in_words(plan: Plan, goal: Goal) -> Words:
    combination = plan.combinations.get(goal.number)
    if combination is None:  # A goal that has left has nothing to combine.
        return Words(goal.rule or "", goal.rule or "")
    return _in_words(combination)


@lru_cache(maxsize=1024)
def _in_words(combination: Combination) -> Words:
    return Words(*(describe_combination(combination, lang) for lang in (DANISH, ENGLISH)))


def _criterion(result: CriterionResult, row: Row) -> CriterionRecord:
    criterion = result.criterion
    return CriterionRecord(
        criterion.key,
        criterion.text,
        criterion.kind.value,
        criterion.unit,
        _float(result.target),
        criterion.deadline,
        result.state,
        None if result.degree is None else float(result.degree),
        _float(result.measured),
        Words(result.explain(DANISH), result.explain(ENGLISH)),
        tuple(each for each in map(_input, repeat(row), REPORT_INPUTS) if each is not None),
    )


def _input(row: Row, column: Column) -> InputRecord | None:
    cell = row.cells.get(column)
    if cell is None or cell.value is None or cell.place.cell is None:
        return None
    is_text = isinstance(cell.value, str) and cell.type is not ValueType.DATE
    value = cell.value if is_text else _typed(row, column, cell.type)
    return None if value is None else InputRecord(column.value, cell.place.cell, value)


def _typed(row: Row, column: Column, cell_type: ValueType) -> float | date | str | None:
    if cell_type is ValueType.DATE:
        return row.day(column)
    text = row.text(column)
    return _float(row.number(column)) if text is None and column in _NUMBERS else text


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
