"""The verdict on received files: how it is reached, and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from resultatplan.evaluation import Evaluation, evaluate
from resultatplan.library import plan_by_id
from resultatplan.plan import Period, Plan
from validators.consistency import EarlierReport, changes_since
from validators.figures import doubts_about
from validators.findings import Finding, has_errors, in_order, told_together
from validators.inputs import Inputs
from validators.report import Report
from validators.score import Figure, figures_of, uncalculated
from validators.timing import decided_since


@dataclass(frozen=True)
class Verdict:
    """What is found about one file by itself. Without a plan there is nothing but findings."""

    file: str
    findings: tuple[Finding, ...]
    inputs: Inputs | None = None
    """What was typed, by what the department had decided; what was refused is blank."""
    evaluation: Evaluation | None = None
    shown: float | None = None
    """The total that the workbook shows."""

    @property
    def plan(self) -> Plan | None:
        """The plan that the report is judged by, with what had been decided."""
        return None if self.inputs is None else self.inputs.plan

    @property
    def period(self) -> Period | None:
        """The period reported for, None while it is not known."""
        return None if self.inputs is None else self.inputs.period

    @property
    def submitted(self) -> date | None:
        """The day of submission that the report states."""
        return None if self.inputs is None else self.inputs.submitted

    @property
    def accepted(self) -> bool:
        """Whether no finding is an error."""
        return not has_errors(self.findings)

    @property
    def is_final(self) -> bool:
        """Whether it is the year's final report."""
        return self.inputs is not None and self.inputs.is_final


FindPlan = Callable[[str, str], Plan | None]
"""Gives the plan of an id and a version: from the library, or a plan on trial."""


def judge(reports: Sequence[Report], find_plan: FindPlan = plan_by_id) -> list[Verdict]:
    """The verdicts on reports, each by itself, in their order: layers 4 to 6 in one process.

    What lies between reports comes after that (`between`): none of it is an error, so that it is
    known which reports count.
    """
    # Imported here: workers, and commands that judge nothing, do without pandas.
    from validators.frames import Chunk, shown_figures

    known = [each for each in reports if each.plan_id is not None]
    chunk = Chunk([inputs_of(each, find_plan).as_decided() for each in known])
    evaluations = [_evaluated(each) for each in chunk.inputs]
    consistent = chunk.consistency(evaluations)
    shown = shown_figures(
        [_figures(*each) for each in zip(known, chunk.inputs, evaluations, strict=True)]
    )
    judged = zip(chunk.inputs, evaluations, consistent, shown, strict=True)
    verdicts = []
    for report in reports:
        if report.plan_id is None:
            verdicts.append(Verdict(report.file, in_order(report.findings)))
            continue
        inputs, evaluation, *found = next(judged)
        own = [*inputs.findings, *found[0], *found[1], *decided_since(inputs)]
        told = told_together([*_but_of_mistaken(report.findings, own), *own])
        total = None
        if report.shown is not None:
            told += uncalculated(report.shown)
            total = report.shown.secured if inputs.plan.has_total else None
        verdicts.append(Verdict(report.file, in_order(told), inputs, evaluation, total))
    return verdicts


def _but_of_mistaken(form: Iterable[Finding], own: Sequence[Finding]) -> list[Finding]:
    """The findings about a report's form, but where the value is an error neither how its cell is
    shown nor that it was carried there."""
    mistaken = {each.place for each in own if each.is_error}
    beside = ("RP-318", "RP-519")
    return [each for each in form if each.code not in beside or each.place not in mistaken]


def between(
    verdicts: Sequence[Verdict], earlier: Sequence[Sequence[EarlierReport]]
) -> list[list[Finding]]:
    """What is found about each report beside those that count for its year's earlier periods.

    They are given with the latest first.
    """
    from validators.frames import between_reports

    return between_reports(
        [
            []
            if verdict.inputs is None or verdict.evaluation is None
            else list(changes_since(verdict.inputs, verdict.evaluation, before))
            for verdict, before in zip(verdicts, earlier, strict=True)
        ]
    )


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
    """What is compared of what the workbook shows: nothing where rows, columns or sheets do not
    stand in their places, since the formulas have followed them."""
    form = (each.code for each in report.findings if each.is_error)
    is_displaced = any("RP-204" <= code <= "RP-214" for code in form)
    if report.shown is None or is_displaced:
        return []
    doubts = doubts_about(report.shown, inputs, report.findings)
    return figures_of(report.shown, evaluation, doubts)
