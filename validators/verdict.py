"""The verdict on one received file, and its JSON form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NotRequired, TypedDict

from resultatplan.evaluation import CriterionResult, Evaluation
from resultatplan.plan import Period, Plan
from resultatplan.scales import Degree
from texts.language import DANISH, Language
from validators.findings import Finding, has_errors
from validators.rows import Master, Row


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
    master: Master | None = None
    """What was typed on Stamdata."""

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


class CriterionJson(TypedDict):
    """A criterion in `rp validate --json`."""

    key: str
    state: str
    measured: float | None
    target: float | None
    explanation: str
    degree: NotRequired[float | None]
    """How much it counts, 0 to 100; only where the plan has criteria that can be met in part."""


class GoalJson(TypedDict):
    """A goal in `rp validate --json`."""

    goal: str
    weight: float
    fulfilment: int | float | None
    criteria: list[CriterionJson]
    explanation: str


class ScoreJson(TypedDict):
    """The totals in `rp validate --json`; `shown` is what the workbook shows."""

    secured: float | None
    attainable: float | None
    shown: float | None


class FindingJson(TypedDict):
    """A finding in `rp validate --json`."""

    code: str
    severity: str
    sheet: str | None
    cell: str | None
    key: str | None
    message: str
    hint: str
    found: str | None
    expected: str | None


class ReportJson(TypedDict):
    """A file in `rp validate --json`."""

    file: str
    accepted: bool
    plan: str | None
    institution: str | None
    year: int | None
    period: str | None
    final: bool | None
    score: ScoreJson
    goals: list[GoalJson]
    findings: list[FindingJson]


def as_json(verdict: Verdict, lang: Language = DANISH) -> ReportJson:
    """The verdict in the contract's JSON form."""
    plan, evaluation = verdict.plan, verdict.evaluation
    return {
        "file": verdict.file,
        "accepted": verdict.accepted,
        "plan": None if plan is None else plan.id,
        "institution": None if plan is None else plan.institution,
        "year": None if plan is None else plan.year,
        "period": None if verdict.period is None else verdict.period.id,
        "final": None if verdict.period is None else verdict.period.final,
        "score": {
            "secured": None if evaluation is None else evaluation.score.secured,
            "attainable": None if evaluation is None else evaluation.score.attainable,
            "shown": verdict.shown,
        },
        "goals": [] if evaluation is None else _goals(evaluation, lang),
        "findings": [finding_json(each, lang) for each in verdict.findings],
    }


def finding_json(finding: Finding, lang: Language = DANISH) -> FindingJson:
    """A finding in the contract's JSON form."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sheet": place.sheet,
        "cell": place.cell,
        "key": place.key,
        "message": finding.message(lang),
        "hint": finding.hint(lang),
        "found": finding.found_text(lang),
        "expected": finding.expected_text(lang),
    }


def _goals(evaluation: Evaluation, lang: Language) -> list[GoalJson]:
    return [
        {
            "goal": goal.goal.number,
            "weight": goal.weight,
            "fulfilment": _number(goal.fulfilment),
            "criteria": [_criterion(goal.plan, result, lang) for result in goal.criteria],
            "explanation": goal.explain(lang),
        }
        for goal in evaluation.goals
    ]


def _criterion(plan: Plan, result: CriterionResult, lang: Language) -> CriterionJson:
    json: CriterionJson = {
        "key": result.criterion.key,
        "state": result.state.value,
        "measured": _float(result.measured),
        "target": _float(result.target),
        "explanation": result.explain(lang),
    }
    return json if plan.is_binary else {**json, "degree": _number(result.degree)}


def _number(degree: Degree | None) -> int | float | None:
    return float(degree) if isinstance(degree, Decimal) else degree


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def by_severity(findings: tuple[Finding, ...]) -> Mapping[str, int]:
    """How many findings there are of each severity."""
    counts = {"error": 0, "warning": 0, "info": 0}
    for each in findings:
        counts[each.severity.value] += 1
    return counts
