"""The verdict on received files: how it is reached, what it holds, and its JSON form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NotRequired, Protocol, TypedDict

from resultatplan.criteria import State
from resultatplan.evaluation import CriterionResult, Evaluation
from resultatplan.library import plan_by_id
from resultatplan.plan import Period, Plan
from resultatplan.scales import Degree
from texts.language import DANISH, Language
from validators.findings import Finding, has_errors
from validators.report import Report
from validators.rows import Master, Row
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


@dataclass(frozen=True, slots=True)
class EarlierCriterion:
    """What an earlier report said of one criterion, in the plan's units (percent as 82)."""

    state: State
    basis: Decimal | None = None
    result: Decimal | None = None
    delivered: date | None = None
    status: str = ""
    explanation: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """The report that counts for an earlier period, as far as later ones are compared with it."""

    plan_id: str
    period_id: str
    criteria: Mapping[str, EarlierCriterion]


class Earlier(Protocol):
    """Knows the reports that count, and is told the verdicts as they are given."""

    def before(self, plan: Plan, period: Period) -> Sequence[EarlierReport]:
        """Those of the plan's earlier periods, the latest period first."""
        ...

    def note(self, verdict: Verdict) -> None:
        """Let an accepted report be the one that counts for its period from now on."""
        ...


class ReportsTogether:
    """The reports that are judged together: of two for one period the one noted last counts."""

    def __init__(self) -> None:
        self._reports: dict[tuple[str, str], EarlierReport] = {}

    def before(self, plan: Plan, period: Period) -> Sequence[EarlierReport]:
        """The noted reports of the plan's earlier periods, the latest period first."""
        found = (self._reports.get((plan.id, each.id)) for each in periods_before(plan, period))
        return [each for each in found if each is not None]

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
    and told each verdict before the next one. Without it the reports are compared with one
    another: earlier periods first, of one period the one submitted last.
    """
    from validators.concluding import conclude, settled_report

    # Imported here: workers, and commands that judge nothing, do without pandas.
    from validators.content import check_content

    order = list(range(len(reports)))
    if earlier is None:
        earlier = ReportsTogether()
        order.sort(key=lambda number: _turn(reports[number]))
    known = [number for number in order if reports[number].plan_id is not None]
    checked = check_content([settled_report(reports[number], find_plan) for number in known])
    settled = dict(zip(known, checked, strict=True))
    verdicts: dict[int, Verdict] = {}
    for number in order:
        verdicts[number] = conclude(reports[number], settled.get(number), earlier.before)
        earlier.note(verdicts[number])
    return [verdicts[number] for number in range(len(reports))]


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
    states = {each.criterion.key: each.state for goal in evaluation.goals for each in goal.criteria}
    criteria = {
        row.criterion.key: _as_earlier(row, states[row.criterion.key]) for row in verdict.rows
    }
    return EarlierReport(plan.id, period.id, criteria)


def periods_before(plan: Plan, period: Period) -> Sequence[Period]:
    """The plan's periods that end before this one, the latest first."""
    return [each for each in reversed(plan.reporting.periods) if each.ends < period.ends]


def same_words(text: str | None) -> str:
    """A text without what is no difference in wording: its spaces and line breaks."""
    return " ".join((text or "").split())


def _as_earlier(row: Row, state: State) -> EarlierCriterion:
    return EarlierCriterion(
        state,
        row.number(Column.BASIS),
        row.number(Column.RESULT),
        row.day(Column.DATE),
        row.text(Column.STATUS) or "",
        same_words(row.text(Column.EXPLANATION)),
        row.text(Column.PROVISIONAL) == YES,
    )


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
