"""From received files to verdicts: the layers in their order, for one file or for many.

`examine` is what can be done file by file; `judge` takes all examined files of a chunk, so that
the schemas validate once and reports of the same plan can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resultatplan.evaluation import evaluate
from resultatplan.library import built_in_plans, plan_by_id
from texts.language import DANISH, Language
from validators.between import Earlier, check_against_earlier
from validators.consistency import Facts, check_consistency
from validators.content import Content, check_content
from validators.findings import Finding
from validators.integrity import check_integrity
from validators.rows import Row, master_of, rows_of
from validators.settling import settle_inputs
from validators.shown import check_shown
from validators.structure import Received, open_report
from validators.timing import check_timing
from validators.verdict import Verdict
from workbooks.layout import Sheet


@dataclass(frozen=True)
class Examined:
    """A file after layers 1 to 3, its input cells settled."""

    file: str
    findings: tuple[Finding, ...]
    received: Received | None = None
    content: Content | None = None


def examine(file: str, data: bytes) -> Examined:
    """Layers 1 to 3 and the types of layer 4, for one file's bytes."""
    known = tuple(plan.id for plan in built_in_plans())
    opened = open_report(data, plan_by_id, known)
    received = opened.received
    if received is None:
        return Examined(file, tuple(opened.findings))
    findings = [*opened.findings, *check_integrity(received)]
    content = Content(received.plan, tuple(settle_inputs(received)))
    return Examined(file, tuple(findings), received, content)


def judge(examined: Sequence[Examined], lang: Language = DANISH) -> list[Verdict]:
    """The verdicts on a chunk of examined files, in their order."""
    contents = [each.content for each in examined if each.content is not None]
    checked = iter(check_content(contents))
    pairs = [(each, next(checked) if each.content is not None else None) for each in examined]
    earlier = _reports_by_plan(pairs)
    return [_conclude(each, content, earlier, lang) for each, content in pairs]


def judge_file(file: str, data: bytes, lang: Language = DANISH) -> Verdict:
    """The verdict on one file alone."""
    return judge([examine(file, data)], lang)[0]


def _reports_by_plan(
    pairs: Sequence[tuple[Examined, Content | None]],
) -> dict[str, list[Earlier]]:
    reports: dict[str, list[Earlier]] = {}
    for _, content in pairs:
        if content is not None and content.period is not None:
            report = Earlier(content.period, rows_of(content))
            reports.setdefault(content.plan.id, []).append(report)
    return reports


def _conclude(
    examined: Examined,
    content: Content | None,
    earlier: dict[str, list[Earlier]],
    lang: Language,
) -> Verdict:
    received = examined.received
    if content is None or received is None:
        return Verdict(examined.file, examined.findings)
    plan, period = content.plan, content.period
    rows, master = rows_of(content), master_of(content)
    final = content.is_final
    evaluation = evaluate(
        plan, {row.criterion.key: row.reported for row in rows}, final=final, lang=lang
    )
    facts = Facts(plan, master, rows, period, evaluation)
    in_cells = [found for cell in content.cells for found in (cell.finding, cell.note) if found]
    doubtful = _doubtful(examined.findings, in_cells, rows)
    shown = check_shown(received, evaluation, doubtful, final=final)
    findings = (
        *examined.findings,
        *in_cells,
        *check_consistency(facts),
        *check_against_earlier(period, rows, earlier.get(plan.id, [])),
        *shown.findings,
        *check_timing(plan, period, master),
    )
    return Verdict(
        examined.file,
        _in_order(findings),
        plan,
        period,
        evaluation,
        shown.secured,
        rows,
        facts.submitted,
    )


def _doubtful(
    structural: Sequence[Finding], in_cells: Sequence[Finding], rows: Sequence[Row]
) -> frozenset[str]:
    """The criteria whose shown figures cannot be compared: their row, or the form, is broken."""
    named = {each.place.key for each in (*structural, *in_cells) if each.is_error}
    broken_form = any(
        each.is_error and each.place.key is None and each.place.sheet == Sheet.REPORT
        for each in structural
    )
    return frozenset(row.criterion.key for row in rows if broken_form or row.criterion.key in named)


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Errors first, then warnings, then information; within each in the order of the layers."""
    rank = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(findings, key=lambda each: (rank[each.severity.value], each.code)))
