"""From examined files to verdicts: layers 4 to 7, for one file or for many.

All files of a chunk are judged together, so that the schemas validate once and reports of the
same plan can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resultatplan.evaluation import evaluate
from resultatplan.library import plan_by_id
from texts.language import DANISH, Language
from validators.between import YearToDate, check_against_earlier, year_to_date
from validators.comparing import check_shown
from validators.consistency import Facts, check_consistency
from validators.content import check_content
from validators.doubts import doubts_about
from validators.examining import Examined, Report, examine
from validators.findings import Finding
from validators.rows import master_of, rows_of
from validators.settling import SettledReport
from validators.timing import check_timing
from validators.verdict import Verdict


def judge(
    examined: Sequence[Examined],
    lang: Language = DANISH,
    others: Iterable[YearToDate] | None = None,
) -> list[Verdict]:
    """The verdicts on a chunk of examined files, in their order.

    `others` are the counts of the reports to compare with; None means those of the chunk itself.
    """
    settled = [_settled(each.report) for each in examined if each.report is not None]
    if others is None:
        others = [counts for counts in map(year_to_date, settled) if counts is not None]
    known = tuple(others)
    reports = iter(check_content(settled))
    return [
        Verdict(each.file, _in_order(each.findings))
        if each.report is None
        else _conclude(each, each.report, next(reports), known, lang)
        for each in examined
    ]


def judge_file(file: str, data: bytes, lang: Language = DANISH) -> Verdict:
    """The verdict on one file alone."""
    return judge([examine(file, data)], lang)[0]


def _settled(report: Report) -> SettledReport:
    plan = plan_by_id(report.plan_id)
    if plan is None:
        raise LookupError(f"examined with a plan that is not here: {report.plan_id}")
    return SettledReport(plan, report.inputs)


def _conclude(
    examined: Examined,
    report: Report,
    settled: SettledReport,
    others: Sequence[YearToDate],
    lang: Language,
) -> Verdict:
    plan, period, final = settled.plan, settled.period, settled.is_final
    rows, master = rows_of(settled), master_of(settled)
    reported = {row.criterion.key: row.reported for row in rows}
    evaluation = evaluate(plan, reported, final=final, lang=lang)
    facts = Facts(plan, master, rows, period, evaluation)
    in_cells = [found for cell in settled.cells for found in (cell.finding, cell.note) if found]
    figures = report.figures
    doubts = doubts_about(figures, reported, examined.findings, in_cells)
    known_final = final if settled.is_period_known else None
    findings = (
        *examined.findings,
        *in_cells,
        *check_consistency(facts),
        *check_against_earlier(plan, period, rows, others),
        *check_shown(figures, evaluation, doubts, final=known_final),
        *check_timing(plan, period, master),
    )
    return Verdict(
        examined.file,
        _in_order(findings),
        plan,
        period,
        evaluation,
        figures.secured,
        facts.submitted,
    )


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Errors first, then warnings, then information; within each in the order of the layers."""
    rank = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(findings, key=lambda each: (rank[each.severity.value], each.code)))
