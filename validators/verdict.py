"""The verdict on received files: how it is reached, and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from resultatplan.evaluation import Evaluation, evaluate
from resultatplan.library import plan_by_id
from resultatplan.plan import Period, Plan
from validators.consistency import EarlierCriterion, EarlierReport, changes_since, one_line
from validators.findings import Finding, has_errors, in_order
from validators.inputs import Cells, Inputs, Row
from validators.report import Report
from validators.score import Figure, figures_of
from validators.shown import doubts_about
from validators.timing import decided_since
from workbooks.form import YES, Column


@dataclass(frozen=True)
class Verdict:
    """What the department knows about one file. Without a plan there is nothing but findings."""

    file: str
    findings: tuple[Finding, ...]
    plan: Plan | None = None
    period: Period | None = None
    evaluation: Evaluation | None = None
    shown: float | None = None
    submitted: date | None = None
    """The day of submission that the report states."""
    rows: tuple[Row, ...] = ()
    """What was typed on Afrapportering, by criterion."""
    master: Cells | None = None
    """What was typed on Stamdata."""

    @property
    def row_by_key(self) -> Mapping[str, Row]:
        """The rows by the key of their criterion."""
        return {row.criterion.key: row for row in self.rows}

    @property
    def accepted(self) -> bool:
        """Whether no finding is an error."""
        return not has_errors(self.findings)

    @property
    def is_report(self) -> bool:
        """Whether the file is a report of a known plan."""
        return self.plan is not None

    @property
    def is_final(self) -> bool:
        """Whether it is the year's final report."""
        return self.period is not None and self.period.final


class Earlier(Protocol):
    """Knows the reports that count, and is told the verdicts as they are given."""

    def counting(self, plan_id: str, period_id: str) -> EarlierReport | None:
        """The one that counts for a period of a plan, if any."""
        ...

    def note(self, verdict: Verdict) -> None:
        """Let an accepted report be the one that counts for its period from now on."""
        ...


class ReportsTogether:
    """The reports that are judged together: of two for one period the one noted last counts."""

    def __init__(self) -> None:
        self._reports: dict[tuple[str, str], EarlierReport] = {}

    def counting(self, plan_id: str, period_id: str) -> EarlierReport | None:
        """The one that was noted last for a period of a plan."""
        return self._reports.get((plan_id, period_id))

    def note(self, verdict: Verdict) -> None:
        """Remember a report that was accepted."""
        report = earlier_report(verdict)
        if report is not None:
            self._reports[report.plan_id, report.period_id] = report


FindPlan = Callable[[str, str], Plan | None]
"""Gives the plan of an id and a version: from the library, or a plan on trial."""


def judge(
    reports: Sequence[Report], earlier: Earlier | None = None, find_plan: FindPlan = plan_by_id
) -> list[Verdict]:
    """The verdicts on reports, in their order: layers 4 to 7 in one process.

    `earlier` gives the reports to compare with. It is asked about each report in the order given,
    and told each verdict, with all that can make it an error, before the next one. Without it the
    reports are compared with one another: earlier periods first, of one period the one submitted
    last.
    """
    # Imported here: workers, and commands that judge nothing, do without pandas.
    from validators.frames import Chunk, between_reports, shown_figures

    numbers = [number for number, each in enumerate(reports) if each.plan_id is not None]
    received = (inputs_of(reports[number], find_plan) for number in numbers)
    chunk = Chunk([each.as_decided() for each in received])
    evaluations = [_evaluated(each) for each in chunk.inputs]
    consistent = chunk.consistency(evaluations)
    judged = list(zip((reports[each] for each in numbers), chunk.inputs, evaluations, strict=True))
    shown = shown_figures([_figures(*each) for each in judged])
    verdicts = {
        number: Verdict(each.file, in_order(each.findings)) for number, each in enumerate(reports)
    }
    for number, each, *found in zip(numbers, judged, consistent, shown, strict=True):
        decided = decided_since(each[1])
        verdicts[number] = _verdict(*each, [*found[0], *found[1], *decided])
    order = list(range(len(reports)))
    if earlier is None:
        earlier = ReportsTogether()
        order.sort(key=lambda number: _turn(reports[number]))
    before: dict[int, Sequence[EarlierReport]] = {}
    for number in order:
        plan, period = verdicts[number].plan, verdicts[number].period
        if plan is not None and period is not None:
            before[number] = _before(earlier, plan, period)
        earlier.note(verdicts[number])
    changes = [
        list(changes_since(inputs, evaluation, before.get(number, ())))
        for number, (_, inputs, evaluation) in zip(numbers, judged, strict=True)
    ]
    for number, found_between in zip(numbers, between_reports(changes), strict=True):
        findings = in_order((*verdicts[number].findings, *found_between))
        verdicts[number] = replace(verdicts[number], findings=findings)
    return [verdicts[number] for number in range(len(reports))]


def inputs_of(report: Report, find_plan: FindPlan = plan_by_id) -> Inputs:
    """A report's inputs with the plan they belong to (`LookupError` where it is not there)."""
    plan = find_plan(report.plan_id or "", report.plan_version or "")
    if plan is None:
        raise LookupError(f"no plan to judge by: {report.plan_id} {report.plan_version}")
    return Inputs(plan, report.inputs)


def _evaluated(inputs: Inputs) -> Evaluation:
    reported = {row.criterion.key: row.reported for row in inputs.rows}
    ends = inputs.period_ends
    return evaluate(inputs.plan, reported, final=inputs.is_final, period_ends=ends)


def _figures(report: Report, inputs: Inputs, evaluation: Evaluation) -> list[Figure]:
    """What is compared of what the workbook shows."""
    if report.shown is None:
        return []
    doubts = doubts_about(report.shown, inputs, report.findings)
    return figures_of(report.shown, evaluation, doubts)


def _verdict(
    report: Report, inputs: Inputs, evaluation: Evaluation, found: Sequence[Finding]
) -> Verdict:
    return Verdict(
        report.file,
        in_order((*report.findings, *inputs.findings, *found)),
        inputs.plan,
        inputs.period,
        evaluation,
        report.shown.secured if report.shown is not None and inputs.plan.has_total else None,
        inputs.submitted,
        inputs.rows,
        inputs.master,
    )


def _turn(report: Report) -> tuple[date, date, str]:
    claim = report.claim
    if claim is None:
        return date.min, date.min, report.file
    return claim.ends, claim.submitted or date.min, report.file


def earlier_report(verdict: Verdict) -> EarlierReport | None:
    """What later reports are compared with; None where the report counts for no period."""
    plan, period, evaluation = verdict.plan, verdict.period, verdict.evaluation
    if plan is None or period is None or evaluation is None or not verdict.accepted:
        return None
    results = [each for goal in evaluation.goals for each in goal.criteria]
    criteria = {
        row.criterion.key: EarlierCriterion(
            result.state,
            row.number(Column.BASIS),
            row.number(Column.RESULT),
            row.day(Column.DATE),
            row.text(Column.STATUS) or "",
            one_line(row.text(Column.EXPLANATION)),
            row.text(Column.PROVISIONAL) == YES,
        )
        for row, result in zip(verdict.rows, results, strict=True)
    }
    return EarlierReport(plan.id, period.id, criteria)


def _before(earlier: Earlier, plan: Plan, period: Period) -> list[EarlierReport]:
    """The reports that count for the periods that end before this one, the latest first."""
    periods = [each for each in reversed(plan.reporting.periods) if each.ends < period.ends]
    found = (earlier.counting(plan.id, each.id) for each in periods)
    return [each for each in found if each is not None]


def by_severity(findings: tuple[Finding, ...]) -> Mapping[str, int]:
    """How many findings there are of each severity."""
    counts = {"error": 0, "warning": 0, "info": 0}
    for each in findings:
        counts[each.severity.value] += 1
    return counts
