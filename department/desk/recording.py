"""From a verdict to the record that the department keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

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
from resultatplan.evaluation import CriterionResult, GoalResult
from resultatplan.explaining_goals import describe_combination
from resultatplan.plan import Goal, Plan
from texts.language import DANISH, ENGLISH, Text, in_both
from validators.findings import Finding
from validators.rows import Row
from validators.verdict import Verdict, by_severity
from workbooks.inputs import ValueType
from workbooks.layout import Column, Field


def record_of(verdict: Verdict, arrival: Arrival) -> ReportRecord:
    """The record of one judged file."""
    plan, evaluation, master = verdict.plan, verdict.evaluation, verdict.master
    summary = summary_of(verdict, arrival)
    findings = tuple(finding_record(each) for each in verdict.findings)
    if plan is None or evaluation is None or master is None:
        return ReportRecord(summary, findings)
    rows = {row.criterion.key: row for row in verdict.rows}
    agreed = _agreed(plan)
    return ReportRecord(
        summary,
        findings,
        tuple(_goal(agreed[each.goal.number], each, rows) for each in evaluation.goals),
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


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What every record of a plan says of a goal."""

    section: str
    rule: Words


_agreed_goals: dict[str, Mapping[str, _Agreed]] = {}
"""By the plans' fingerprints, and by the goals' numbers."""


def _agreed(plan: Plan) -> Mapping[str, _Agreed]:
    if plan.fingerprint not in _agreed_goals:
        _agreed_goals[plan.fingerprint] = {
            goal.number: _Agreed(section.title, _rule_in_words(plan, goal))
            for section in plan.sections
            for goal in section.goals
        }
    return _agreed_goals[plan.fingerprint]


def _rule_in_words(plan: Plan, goal: Goal) -> Words:
    combination = plan.combinations.get(goal.number)
    if combination is None:  # A goal that has left has nothing to combine.
        return Words(goal.rule or "", goal.rule or "")
    return _finished(in_both(partial(describe_combination, combination)))


def _goal(agreed: _Agreed, result: GoalResult, rows: Mapping[str, Row]) -> GoalRecord:
    return GoalRecord(
        result.goal.number,
        result.goal.title,
        agreed.section,
        agreed.rule,
        result.weight,
        result.state,
        _float(result.fulfilment),
        _finished(result.explanation),
        tuple([_criterion(each, rows[each.criterion.key]) for each in result.criteria]),
    )


def _criterion(result: CriterionResult, row: Row) -> CriterionRecord:
    criterion = result.criterion
    return CriterionRecord(
        criterion.key,
        criterion.text,
        str(criterion.kind),
        criterion.unit,
        _float(result.target),
        criterion.deadline,
        result.state,
        _float(result.degree),
        _float(result.measured),
        _finished(result.explanation),
        tuple(_inputs(row)),
    )


def _inputs(row: Row) -> Iterator[InputRecord]:
    """What was typed, from left to right as the row's cells stand."""
    for column, cell in row.cells.items():
        address, value = cell.place.cell, cell.value
        if value is None or address is None:
            continue
        typed = value if isinstance(value, str) else _typed(row, column, cell.type)
        if typed is not None:
            yield InputRecord(str(column), address, typed)


def _typed(row: Row, column: Column, value_type: ValueType) -> float | date | None:
    """A number in the plan's units, or a date."""
    if value_type is ValueType.DATE:
        return row.day(column)
    return _float(row.number(column))


def _finished(text: Text) -> Words:
    return Words(text.da, text.en)


def _float(value: Decimal | int | None) -> float | None:
    return None if value is None else float(value)
