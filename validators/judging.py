"""From examined files to verdicts: layers 4 to 7, for one file or for many.

All files of a chunk are judged together, so that the schemas validate once; earlier periods come
before later ones, so that the reports of a plan can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from resultatplan.evaluation import evaluate
from resultatplan.library import plan_by_id
from resultatplan.plan import Plan
from validators.between import check_against_earlier
from validators.comparing import check_shown
from validators.consistency import Facts, check_consistency
from validators.content import check_content
from validators.doubts import doubts_about
from validators.earlier import Book, EarlierReports, claim_of, earlier_report
from validators.examining import Examined, Report, examine
from validators.findings import in_order
from validators.rows import master_of, rows_of
from validators.settling import SettledReport
from validators.timing import check_timing
from validators.verdict import Verdict

FindPlan = Callable[[str, str], Plan | None]


def judge(examined: Sequence[Examined], find_plan: FindPlan = plan_by_id) -> list[Verdict]:
    """The verdicts on examined files, in their order, each compared with the others.

    `find_plan` gives the plan of an id and a version, from the library or a plan on trial.
    """
    numbers = _earlier_first(examined, find_plan)
    book = Book()
    verdicts: dict[int, Verdict] = {}
    in_turn = judge_in_turn([examined[number] for number in numbers], book, find_plan)
    for number, verdict in zip(numbers, in_turn, strict=True):
        verdicts[number] = verdict
        report = earlier_report(verdict)
        if report is not None:
            book.note(report)
    return [verdicts[number] for number in range(len(examined))]


def judge_in_turn(
    examined: Sequence[Examined],
    earlier: EarlierReports,
    find_plan: FindPlan = plan_by_id,
) -> Iterator[Verdict]:
    """The verdicts on a chunk of examined files, one by one.

    `earlier` gives the reports to compare with; it is asked about a file when that file's turn
    comes, so that it may know the verdicts before.
    """
    reports = iter(
        check_content([settled_report(each.report, find_plan) for each in examined if each.report])
    )
    for each in examined:
        if each.report is None:
            yield Verdict(each.file, in_order(each.findings))
        else:
            yield _conclude(each, each.report, next(reports), earlier)


def _earlier_first(examined: Sequence[Examined], find_plan: FindPlan) -> list[int]:
    """The numbers of the files, earlier periods first, of one period the one submitted last."""
    order: list[tuple[tuple[date, date, str], int]] = []
    for number, each in enumerate(examined):
        claim = None if each.report is None else claim_of(settled_report(each.report, find_plan))
        if claim is None:
            order.append(((date.min, date.min, each.file), number))
        else:
            order.append(((claim.ends, claim.submitted or date.min, each.file), number))
    return [number for _, number in sorted(order)]


def judge_file(file: str, data: bytes) -> Verdict:
    """The verdict on one file alone."""
    return judge([examine(file, data)])[0]


def settled_report(report: Report, find_plan: FindPlan = plan_by_id) -> SettledReport:
    """A report's inputs with the plan they belong to."""
    plan = find_plan(report.plan_id, report.plan_version)
    if plan is None:
        raise LookupError(
            f"examined with a plan that is not here: {report.plan_id} {report.plan_version}"
        )
    return SettledReport(plan, report.inputs)


def _conclude(
    examined: Examined,
    report: Report,
    settled: SettledReport,
    earlier: EarlierReports,
) -> Verdict:
    plan, period, final = settled.plan, settled.period, settled.is_final
    rows, master = rows_of(settled), master_of(settled)
    reported = {row.criterion.key: row.reported for row in rows}
    evaluation = evaluate(plan, reported, final=final)
    before = () if period is None else earlier.before(plan, period)
    facts = Facts(plan, master, rows, period, evaluation)
    in_cells = [found for cell in settled.cells for found in (cell.finding, cell.note) if found]
    figures = report.figures
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
