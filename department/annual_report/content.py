"""What the goal report says, before it is laid out: the same for the document and the workbook."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from department.record import CriterionRecord, GoalRecord, ReportRecord, Summary
from department.standing import Agency, Desk
from department.tables import significant
from department.wording import (
    arithmetic_words,
    bearer_of,
    criterion_words,
    goals_words,
    payouts_words,
    percent,
    requirement_words,
    result_words,
    state_words,
)
from resultatplan.criteria import State
from resultatplan.plan import Plan
from resultatplan.rulings import Ruling, in_force
from texts import annual_report as say
from texts.language import Language, day
from workbooks.form import Column


@dataclass(frozen=True, slots=True)
class Line:
    """A goal with its criteria, or one of these, in finished words.

    A goal's requirement is its rule, its result how many criteria are met. `fulfilment` is None
    while it is not decided, where it has left or the plan has no total, and of a criterion. `cell`
    is where the agency answered a criterion; `reason` is why it is what it is, the rest the
    agency's own words.
    """

    number: str
    text: str
    section: str
    requirement: str
    result: str
    state: str
    reason: str
    is_met: bool
    is_open: bool
    fulfilment: float | None = None
    weight: float | None = None
    cell: str = ""
    explanation: str = ""
    action_plan: str = ""
    criteria: tuple[Line, ...] = ()

    @property
    def is_missed(self) -> bool:
        """Whether it is decided and not wholly met."""
        return not (self.is_met or self.is_open)

    @property
    def missed(self) -> tuple[Line, ...]:
        """A goal's criteria that are missed; of a missed goal never none."""
        found = tuple(each for each in self.criteria if each.is_missed)
        return found or (self.criteria if self.is_missed else ())

    def weight_words(self, lang: Language) -> str:
        """What a goal weighs in percent; nothing where the plan has no total."""
        return "" if self.weight is None else percent(self.weight, lang)

    def analysis(self, lang: Language) -> str:
        """What a goal comes to and what it weighs, and why."""
        if self.weight is None:
            return self.reason
        told = {"fulfilment": self.fulfilment_words(lang), "weight": self.weight_words(lang)}
        return say.GOAL_WEIGHS(lang, reason=self.reason, **told)

    def fulfilment_words(self, lang: Language) -> str:
        """A goal's fulfilment in percent; what it is called where there is none yet.

        Nothing where the plan has no total.
        """
        if self.weight is None:
            return ""
        return self.state if self.fulfilment is None else percent(self.fulfilment, lang)


@dataclass(frozen=True)
class AnnualReport:
    """The goal report of one plan, from one accepted report."""

    plan: Plan
    record: ReportRecord
    goals: tuple[Line, ...]
    rulings: tuple[str, ...]
    """What the department has decided during the year, with day and reason."""
    arithmetic: str
    today: date
    with_sources: bool = False
    """Whether cells and the received file's fingerprint are told."""

    @property
    def is_final(self) -> bool:
        """Whether it is made from the final report of the year."""
        return self.record.summary.final

    @property
    def missed(self) -> tuple[Line, ...]:
        """The goals that are not wholly fulfilled; each has its analysis."""
        return tuple(goal for goal in self.goals if goal.is_missed)

    @property
    def still_open(self) -> tuple[Line, ...]:
        """The goals that are not decided yet."""
        return tuple(goal for goal in self.goals if goal.is_open)

    @property
    def otherwise_missed(self) -> tuple[tuple[Line, Line], ...]:
        """Criteria not met under goals that are fulfilled all the same: goal and criterion."""
        return tuple((goal, each) for goal in self.goals if goal.is_met for each in goal.missed)

    @property
    def deviations(self) -> str:
        """Væsentlige afvigelser in the agency's words; nothing where it told of none."""
        return significant(self.record).strip()


def annual_report(
    desk: Desk, agency: Agency, lang: Language, *, with_sources: bool = False
) -> AnnualReport | None:
    """The goal report from the latest report that counts; None where none is accepted."""
    latest = agency.latest
    if latest is None:
        return None
    record = desk.open(latest)
    plan = agency.plan
    made = in_force(each for each in plan.rulings if not _is_later(each, latest))
    goal_of = {key: goal.number for key, goal in plan.goal_by_key.items()}
    ruled = {key for key, goal in goal_of.items() if made.keys() & {key, goal}}
    return AnnualReport(
        plan,
        record,
        tuple(_goal(goal, ruled, lang, final=latest.final) for goal in record.goals),
        tuple(_rulings(plan, latest, lang)),
        arithmetic_words(plan, latest, record.goals, lang),
        desk.today,
        with_sources,
    )


def _goal(goal: GoalRecord, ruled: Collection[str], lang: Language, *, final: bool) -> Line:
    has_left = goal.state.has_left
    counted = [each for each in goal.criteria if not each.state.has_left]
    met = sum(1 for each in counted if each.state is State.FULFILLED)
    return Line(
        goal.number,
        goal.title,
        goal.section,
        goal.rule(lang),
        goal.explanation(lang) if has_left else say.COUNT(lang, met=met, count=len(counted)),
        state_words(goal.state, goal.fulfilment, lang, final=final and goal.fulfilment == 0),
        goal.explanation(lang),
        goal.state is State.FULFILLED or has_left or goal.fulfilment == 100,
        goal.state is State.PENDING and goal.fulfilment is None,
        goal.fulfilment,
        goal.weight,
        criteria=tuple(
            _criterion(each, goal, lang, final=final, is_ruled=each.key in ruled)
            for each in goal.criteria
        ),
    )


def _criterion(
    criterion: CriterionRecord, goal: GoalRecord, lang: Language, *, final: bool, is_ruled: bool
) -> Line:
    """A criterion; of one that the department has decided about, nothing is asked."""
    decided = say.BY_DECISION(lang) if is_ruled else ""
    bearer = bearer_of(criterion)
    return Line(
        criterion.key,
        criterion.text,
        goal.section,
        requirement_words(criterion, lang),
        criterion.explanation(lang) if is_ruled else result_words(criterion, lang),
        criterion_words(criterion, lang, final=final),
        criterion.explanation(lang),
        criterion.state is State.FULFILLED or criterion.state.has_left,
        criterion.state is State.PENDING and not final,
        cell="" if bearer is None else bearer.cell,
        explanation=decided or criterion.typed(Column.EXPLANATION),
        action_plan=decided or criterion.typed(Column.ACTION_PLAN),
    )


def _rulings(plan: Plan, report: Summary, lang: Language) -> Iterator[str]:
    """Every ruling as it was made, and that the figures do not know of it where it came later."""
    for each in plan.rulings:
        said = say.RULED_LATER if _is_later(each, report) else say.RULED
        yield said(lang, ruling=each.line(lang))


def _is_later(ruling: Ruling, report: Summary) -> bool:
    return report.submitted is not None and ruling.day > report.submitted


def heading_words(report: AnnualReport, lang: Language) -> tuple[str, str, str, str]:
    """Title, subtitle, whether it is final, and which received file the figures stand in."""
    plan, summary = report.plan, report.record.summary
    status = say.FINAL if report.is_final else say.PROVISIONAL
    source = say.SOURCE_TRACED if report.with_sources else say.SOURCE
    return (
        say.TITLE(lang, year=plan.year),
        say.SUBTITLE(lang, institution=plan.institution, ministry=plan.ministry),
        status(lang, period=summary.period_name),
        source(
            lang,
            file=summary.file,
            received=day(summary.came.counted, lang),
            digest=summary.digest[:12],
            today=day(report.today, lang),
        ),
    )


def totals(report: AnnualReport, lang: Language) -> list[tuple[str, float]]:
    """The total, what it is called first; before the final report what is secured, expected, …"""
    summary = report.record.summary
    if report.is_final:
        found = {say.TOTAL: summary.secured}
    else:
        found = {
            say.TOTAL_SECURED: summary.secured,
            say.TOTAL_EXPECTED: summary.expected,
            say.TOTAL_ATTAINABLE: summary.attainable,
        }
    return [(name(lang), total) for name, total in found.items() if total is not None]


def remarks(report: AnnualReport, lang: Language) -> list[str]:
    """What is said below the totals: how many goals are met, and what follows from the total."""
    record = report.record
    return [
        f"{goals_words(record.goals, lang)}.",
        *payouts_words(report.plan, record.summary, lang),
    ]


def lead_words(report: AnnualReport, lang: Language) -> str:
    """How many goals are missed, above their analyses."""
    count = len(report.missed)
    if count == 0:
        return (say.NONE_MISSED_YET if report.still_open else say.ALL_MET)(lang)
    lead = say.MISSED_LEAD_ONE if count == 1 else say.MISSED_LEAD
    left = [each for each in report.record.goals if not each.state.has_left]
    return lead(lang, count=count, all=len(left))
