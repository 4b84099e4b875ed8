"""Received files as JSON: in full (`rp validate --json`), in short, and what a file changed.

Percentages are 82, amounts in the criterion's unit, days ISO; what is not known is null.
"""

from __future__ import annotations

from datetime import date

from department.record import CriterionRecord, FindingRecord, GoalRecord, ReportRecord, Summary
from department.tables import Changes
from texts.language import DANISH, Language

Json = dict[str, object]

TOTALS = ("secured", "expected", "attainable")


def fields_of(of: object, *names: str) -> Json:
    """Some fields of a record, as they are."""
    return {name: getattr(of, name) for name in names}


def report_json(
    record: ReportRecord, changes: Changes | None = None, lang: Language = DANISH
) -> Json:
    """A file in `rp validate --json`: whose report it is, its totals, its goals, its findings.

    `accepted` is null of what is no report and was passed over, `shown` the secured total that the
    workbook shows. Where the plan has no total, all totals, weights and degrees are null, and a
    goal's state is what counts. `payouts`, what follows from the total in each frame of the bonus
    (in percent of the frame, or in kr.), is only there where the plan has frames, `degree`, how
    much a criterion counts, where criteria can be met in part, and `changes` where another file
    came before for the period.
    """
    summary = record.summary
    plan = summary.plan
    in_part = plan is not None and not plan.is_binary
    report: Json = {
        "file": summary.file,
        "accepted": summary.answer,
        "plan": summary.plan_id,
        **fields_of(summary, "institution", "year"),
        "period": summary.period_id,
        "final": None if summary.period_id is None else summary.final,
        "score": fields_of(summary, *TOTALS, "shown"),
        "goals": [_goal(each, lang, in_part=in_part) for each in record.goals],
        "findings": [finding_json(each, lang) for each in record.findings],
    }
    if plan is not None and plan.bonus.frames and summary.secured is not None:
        report["payouts"] = [
            {
                "frame": each.name,
                "unit": each.unit,
                "secured": float(each.payout(summary.secured)),
                "attainable": float(each.payout(summary.attainable or 0.0)),
            }
            for each in plan.bonus.frames
        ]
    if changes is not None:
        report["changes"] = _changes(changes, lang)
    return report


def finding_json(finding: FindingRecord, lang: Language) -> Json:
    """A finding with its words."""
    return {
        **_finding_in_short(finding, lang),
        "hint": finding.hint(lang),
        "found": None if finding.found is None else finding.found(lang),
        "expected": None if finding.expected is None else finding.expected(lang),
    }


def _finding_in_short(finding: FindingRecord, lang: Language) -> Json:
    message = finding.message(lang)
    return {**fields_of(finding, "code", "severity", "sheet", "cell", "key"), "message": message}


def _goal(goal: GoalRecord, lang: Language, *, in_part: bool) -> Json:
    return {
        "goal": goal.number,
        "state": goal.told_state.value,
        **fields_of(goal, "weight", "fulfilment", *TOTALS),
        "criteria": [_criterion(each, lang, in_part=in_part) for each in goal.criteria],
        "explanation": goal.explanation(lang),
    }


def _criterion(criterion: CriterionRecord, lang: Language, *, in_part: bool) -> Json:
    perhaps = ["target_to"] if criterion.target_to is not None else []
    return {
        "key": criterion.key,
        "state": criterion.state.value,
        **fields_of(criterion, "measured", "target"),
        "explanation": criterion.explanation(lang),
        **fields_of(criterion, "expected", "on_level", *perhaps, *(["degree"] if in_part else [])),
    }


def _changes(changes: Changes, lang: Language) -> Json:
    return {
        "file": changes.before.file,
        "mended": [_finding_in_short(each, lang) for each in changes.mended],
        "new": [_finding_in_short(each, lang) for each in changes.new],
        "remaining": [_finding_in_short(each, lang) for each in changes.remaining],
        "figures": [
            {
                **fields_of(each, "key", "column", "cell"),
                "before": json_value(each.before),
                "after": json_value(each.after),
            }
            for each in changes.figures
        ],
    }


def json_value(value: float | date | str | None) -> float | str | None:
    """A value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value


def summary_json(report: Summary, role: str) -> Json:
    """A file of `rp register list --json`; `role` is what it counts for."""
    return {
        **fields_of(report, "file", "digest", "size"),
        "received": report.received.isoformat(timespec="seconds"),
        "submitted": json_value(report.submitted),
        "plan": report.plan_id,
        "version": report.plan_version,
        **fields_of(report, "institution", "year"),
        "period": report.period_id,
        "final": report.final,
        "accepted": report.answer,
        "role": role,
        **fields_of(report, "settled", *TOTALS, "shown", "errors", "warnings", "infos"),
    }
