"""From one examined file to its verdict, once the schemas have said what they say: layers 5 to 7.

Nothing here needs pandas: a worker process can do it.
"""

from __future__ import annotations

from collections.abc import Callable

from resultatplan.evaluation import evaluate
from resultatplan.library import plan_by_id
from resultatplan.plan import Plan
from validators.between import check_against_earlier
from validators.comparing import check_shown
from validators.consistency import Facts, check_consistency
from validators.doubts import doubts_about
from validators.earlier import EarlierReports
from validators.examining import Examined, Report
from validators.findings import in_order
from validators.rows import master_of, rows_of
from validators.settled import SettledReport
from validators.timing import check_timing
from validators.verdict import Verdict

FindPlan = Callable[[str, str], Plan | None]
"""Gives the plan of an id and a version: from the library, or a plan on trial."""


def settled_report(report: Report, find_plan: FindPlan = plan_by_id) -> SettledReport:
    """A report's inputs with the plan they belong to."""
    plan = find_plan(report.plan_id, report.plan_version)
    if plan is None:
        raise LookupError(
            f"examined with a plan that is not here: {report.plan_id} {report.plan_version}"
        )
    return SettledReport(plan, report.inputs)


def conclude(examined: Examined, settled: SettledReport | None, earlier: EarlierReports) -> Verdict:
    """The verdict on an examined file.

    `settled` are its inputs as the schemas left them, None where it is no report. `earlier` gives
    the reports to compare with, and is asked now: it may know the verdicts before this one.
    """
    if examined.report is None or settled is None:
        return Verdict(examined.file, in_order(examined.findings))
    plan, period, final = settled.plan, settled.period, settled.is_final
    rows, master = rows_of(settled), master_of(settled)
    reported = {row.criterion.key: row.reported for row in rows}
    evaluation = evaluate(plan, reported, final=final)
    before = () if period is None else earlier.before(plan, period)
    facts = Facts(plan, master, rows, period, evaluation)
    told = [cell for cell in settled.cells if cell.finding or cell.note]
    in_cells = [found for cell in told for found in (cell.finding, cell.note) if found]
    figures = examined.report.figures
    doubts = doubts_about(figures, reported, examined.findings, in_cells)
    known_final = final if settled.is_period_known else None
    findings = (
        *examined.findings,
        *in_cells,
        *check_consistency(facts),
        *check_against_earlier(plan, period, rows, evaluation, before),
        *check_shown(figures, evaluation, doubts, final=known_final),
        *check_timing(plan, period, master),
    )
    return Verdict(
        examined.file,
        in_order(findings),
        plan,
        period,
        evaluation,
        figures.secured,
        facts.submitted,
        rows,
        master,
    )
