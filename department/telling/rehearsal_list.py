"""A rehearsal as a table on the screen and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypedDict

from rich.markup import escape
from rich.table import Table

from department.output import inert, inert_line
from department.planning.rehearsing import Rehearsed, StateChange
from department.screen import score_words
from resultatplan.library import plan_reference
from resultatplan.plan import Plan
from resultatplan.scoring import Score
from texts import commandline as say
from texts import versions as texts
from texts.language import Language
from texts.said import say as in_words
from validators.verdict import FindingJson, finding_json


class TotalsJson(TypedDict):
    """The totals of one judging."""

    secured: float
    attainable: float


class GoalChangeJson(TypedDict):
    """A goal that would be judged otherwise; a state is null where the plan has not the goal."""

    goal: str
    before: str | None
    after: str | None
    fulfilment_before: float | None
    fulfilment_after: float | None


class CriterionChangeJson(TypedDict):
    """A criterion that would be judged otherwise."""

    key: str
    before: str | None
    after: str | None


class LeftBehindJson(TypedDict):
    """An input that could not be tried."""

    sheet: str | None
    cell: str | None
    key: str | None
    reason: str


class RehearsedJson(TypedDict):
    """What the plan would change for one file; `judged_by` is null where it is no report."""

    file: str
    judged_by: str | None
    differs: bool
    before: TotalsJson | None
    after: TotalsJson | None
    goals: list[GoalChangeJson]
    criteria: list[CriterionChangeJson]
    findings_gone: list[FindingJson]
    findings_new: list[FindingJson]
    not_carried: list[LeftBehindJson]
    years_moved: int


class RehearsalJson(TypedDict):
    """A whole rehearsal."""

    plan: str
    reports: list[RehearsedJson]


def rehearsal_json(plan: Plan, rehearsed: Sequence[Rehearsed], lang: Language) -> RehearsalJson:
    """The rehearsal as `rp rehearse --json` prints it."""
    return {"plan": plan_reference(plan), "reports": [_report(each, lang) for each in rehearsed]}


def _report(each: Rehearsed, lang: Language) -> RehearsedJson:
    return {
        "file": each.file,
        "judged_by": each.judged_by,
        "differs": each.differs,
        "before": None
        if each.before is None
        else {"secured": each.before.secured, "attainable": each.before.attainable},
        "after": None
        if each.after is None
        else {"secured": each.after.secured, "attainable": each.after.attainable},
        "goals": [
            {
                "goal": change.name,
                "before": change.before,
                "after": change.after,
                "fulfilment_before": change.fulfilment_before,
                "fulfilment_after": change.fulfilment_after,
            }
            for change in each.goals
        ],
        "criteria": [
            {"key": change.name, "before": change.before, "after": change.after}
            for change in each.criteria
        ],
        "findings_gone": [finding_json(finding, lang) for finding in each.gone],
        "findings_new": [finding_json(finding, lang) for finding in each.new],
        "not_carried": [
            {
                "sheet": left.place.sheet,
                "cell": left.place.cell,
                "key": left.place.key,
                "reason": in_words(left.reason, lang),
            }
            for left in each.left_behind
        ],
        "years_moved": each.years_moved,
    }


def rehearsal_table(rehearsed: Sequence[Rehearsed], lang: Language) -> Table:
    """A row per file: its totals before and after, and everything that would differ."""
    table = Table(show_lines=True)
    for heading in (say.FILE, texts.JUDGED_BY, texts.BEFORE, texts.AFTER, texts.DIFFERENCE):
        table.add_column(heading(lang), overflow="fold")
    for each in rehearsed:
        is_report = each.judged_by is not None
        differences = "\n".join(_lines(each, lang)) or texts.NO_DIFFERENCE(lang)
        table.add_row(
            escape(inert_line(each.file)),
            each.judged_by or "",
            _totals(each.before, lang),
            _totals(each.after, lang),
            escape(differences if is_report else texts.NOT_A_REPORT(lang)),
        )
    return table


def _totals(score: Score | None, lang: Language) -> str:
    if score is None:
        return ""
    secured, attainable = (score_words(each, lang) for each in (score.secured, score.attainable))
    return secured if secured == attainable else f"{secured}–{attainable}"


def _lines(each: Rehearsed, lang: Language) -> Iterator[str]:
    for change in each.goals:
        fields = {"before": _goal_words(change, lang), "after": _goal_words(change, lang, True)}
        yield texts.GOAL_CHANGE(lang, goal=change.name, **fields)
    for change in each.criteria:
        before, after = _state(change.before, lang), _state(change.after, lang)
        yield texts.CRITERION_CHANGE(lang, key=change.name, before=before, after=after)
    for finding in each.gone:
        message = inert(finding.message(lang))
        yield texts.FINDING_GONE(lang, code=finding.code, message=message)
    for finding in each.new:
        yield texts.FINDING_NEW(lang, code=finding.code, message=inert(finding.message(lang)))
    for left in each.left_behind:
        reason = inert(in_words(left.reason, lang))
        yield texts.STAYED_BEHIND(lang, place=inert_line(str(left.place)), reason=reason)
    if each.years_moved and each.judged_by is not None:
        yield texts.YEARS_MOVED(lang, years=each.years_moved)


def _goal_words(change: StateChange, lang: Language, after: bool = False) -> str:
    state = change.after if after else change.before
    fulfilment = change.fulfilment_after if after else change.fulfilment_before
    words = _state(state, lang)
    is_partial = fulfilment is not None and 0 < fulfilment < 100
    return f"{words} ({score_words(fulfilment, lang)} pct.)" if is_partial else words


def _state(state: str | None, lang: Language) -> str:
    return texts.NOT_THERE(lang) if state is None else texts.STATES[state](lang)
