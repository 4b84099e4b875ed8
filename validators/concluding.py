"""From one examined file to its verdict, once the schemas have said what they say: layers 5 to 7.

Nothing here needs pandas: a worker process can do it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resultatplan.evaluation import evaluate
from resultatplan.library import plan_by_id
from resultatplan.plan import Period, Plan
from validators.between import check_against_earlier
from validators.comparing import check_shown
from validators.consistency import Facts, check_consistency
from validators.doubts import doubts_about
from validators.findings import Finding, in_order
from validators.report import Report
from validators.rows import master_of, rows_of
from validators.settled import SettledReport
from validators.timing import check_timing
from validators.verdict import EarlierReport, FindPlan, Verdict

FindEarlier = Callable[[Plan, Period], Sequence[EarlierReport]]
"""Gives the reports of a plan's earlier periods, the latest first."""


def settled_report(report: Report, find_plan: FindPlan = plan_by_id) -> SettledReport:
    """A report's inputs with the plan they belong to."""
    plan = find_plan(report.plan_id or "", report.plan_version or "")
    if plan is None:
        raise LookupError(
            f"read with a plan that is not here: {report.plan_id} {report.plan_version}"
        )
    return SettledReport(plan, report.inputs)


def conclude(report: Report, settled: SettledReport | None, earlier: FindEarlier) -> Verdict:
    """The verdict on a report.

    `settled` are its inputs as the schemas left them, None where it is no report. `earlier` gives
    the reports to compare with, and is asked now: it may know the verdicts before this one.
    """
    if settled is None:
        return Verdict(report.file, in_order(report.findings))
    plan, period, final = settled.plan, settled.period, settled.is_final
    rows, master = rows_of(settled), master_of(settled)
    reported = {row.criterion.key: row.reported for row in rows}
    evaluation = evaluate(plan, reported, final=final)
    before = () if period is None else earlier(plan, period)
    facts = Facts(plan, master, rows, period, evaluation)
    told = [cell for cell in settled.cells if cell.finding or cell.note]
    in_cells = [found for cell in told for found in (cell.finding, cell.note) if found]
    figures = report.figures
    shown: list[Finding] = []
    if figures is not None:
        doubts = doubts_about(figures, reported, report.findings, in_cells)
        known_final = final if settled.is_period_known else None
        shown = check_shown(figures, evaluation, doubts, final=known_final)
    findings = (
        *report.findings,
        *in_cells,
        *check_consistency(facts),
        *check_against_earlier(plan, period, rows, evaluation, before),
        *shown,
        *check_timing(plan, period, master),
    )
    return Verdict(
        report.file,
        in_order(findings),
        plan,
        period,
        evaluation,
        None if figures is None else figures.secured,
        facts.submitted,
        rows,
        master,
    )
