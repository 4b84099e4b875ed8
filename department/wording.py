"""How a criterion, a goal and a total are said in the views: short, with Danish numbers.

Nothing here is made safe for where it is written: what an agency typed is passed on as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from math import isclose

from department.record import CriterionRecord, GoalRecord, InputRecord, Summary
from department.standing import Agency, Slot, SlotState
from resultatplan.bonus import Frame
from resultatplan.combinations import Combine
from resultatplan.criteria import Kind, State
from resultatplan.exact import HUNDRED, exact, plain, rounded
from resultatplan.plan import Plan, Weighting
from resultatplan.reasons import telling_decimals
from resultatplan.scoring import Score
from texts import plans as plan_texts
from texts import standing as say
from texts.functions import PERCENT
from texts.language import (
    DANISH,
    DECIMALS,
    Language,
    Text,
    day,
    number,
    quantity,
    signed,
    target_words,
)
from validators.timing import Timeliness
from workbooks.form import NO, PARTLY, STATUSES, YES, Column, grade_of

TOTAL_DECIMALS = 2
"""Decimals of a total or a fulfilment in percent."""

_BEARERS = (Column.RESULT, Column.DATE, Column.DONE, Column.BASIS, Column.STATUS, Column.FORECAST)
_ANSWERS = {
    Kind.DONE: {YES: say.DONE, NO: say.NOT_DONE, PARTLY: say.DONE_PARTLY},
    Kind.ASSESSED: {YES: say.ASSESSED, NO: say.NOT_ASSESSED, PARTLY: say.ASSESSED_PARTLY},
}


def percent(value: float | None, lang: Language = DANISH) -> str:
    """A total, weight or fulfilment: `66,67`, `100`; nothing where there is none."""
    return "" if value is None else number(value, lang, TOTAL_DECIMALS)


def verdict_words(file: Summary, lang: Language = DANISH) -> str:
    """Accepted, to be mended, no report."""
    if not file.is_report:
        return (say.NO_REPORT if file.accepted else say.UNREADABLE)(lang)
    return (say.ACCEPTED if file.accepted else say.RETURNED)(lang)


def score_words(report: Summary | Score | None, lang: Language = DANISH) -> str:
    """A total: `14,29–85,71 pct., forventet 50`, one figure where nothing is pending.

    How many goals are met where the plan has no total; nothing of what was not judged.
    """
    if isinstance(report, Summary) and report.states is not None:
        return states_words(map(State, report.states.split()), lang)
    if report is None or report.secured is None or report.attainable is None:
        return ""
    secured, attainable = percent(report.secured, lang), percent(report.attainable, lang)
    if secured == attainable:
        return say.SCORE_FINAL(lang, secured=secured)
    words = say.SCORE_RANGE(lang, secured=secured, attainable=attainable)
    if report.expected is None:
        return words
    return say.SCORE_EXPECTED(lang, range=words, expected=percent(report.expected, lang))


def points_between(before: float | None, after: float | None) -> float | None:
    """What a total did, in points as they are printed; None where one of the two is not told."""
    return None if before is None or after is None else round(after - before, TOTAL_DECIMALS)


def expected_points(agency: Agency) -> float | None:
    """What the expected total did since the accepted report before; None where there is none."""
    before, after = agency.previous, agency.latest
    if before is None or after is None:
        return None
    return points_between(before.expected, after.expected)


def trend_words(agency: Agency, lang: Language = DANISH) -> str:
    """The same in words: `forventet +10 point siden 1. kvartal`; of a total that is settled how it
    came out, `10 point under forventet i 3. kvartal`."""
    points, latest = expected_points(agency), agency.latest
    if agency.previous is None or latest is None or points is None:
        return say.NONE_EARLIER(lang)
    fields = {"points": signed(points, lang), "period": agency.previous.period_name}
    if latest.secured != latest.attainable:
        said = say.EXPECTED_CHANGED if points else say.EXPECTED_UNCHANGED
        return said(lang, **fields)
    if not points:
        return say.AS_EXPECTED(lang, **fields)
    said = say.ABOVE_EXPECTED if points > 0 else say.BELOW_EXPECTED
    return said(lang, **fields | {"points": number(abs(points), lang)})


def changes_of_totals(before: Summary | None, after: Summary | None, lang: Language) -> str:
    """What each total did from one report to the next: `▲ sikret +90`, a line for each."""
    if before is None or after is None:
        return ""
    changes = (
        (say.SECURED, points_between(before.secured, after.secured)),
        (say.EXPECTED_TOTAL, points_between(before.expected, after.expected)),
        (say.ATTAINABLE, points_between(before.attainable, after.attainable)),
    )
    lines = (
        f"{'▲' if points > 0 else '▼'} {total(lang).lower()} {signed(points, lang)}"
        for total, points in changes
        if points
    )
    return "\n".join(lines) or say.UNCHANGED(lang)


def time_words(time: Timeliness, lang: Language = DANISH) -> str:
    """`rettidig`, `3 dage for sent`, `rettidig ifølge afsenderen; modtaget 20-02-2018`; after the
    deadline also when it was corrected. Nothing where nobody knows."""
    first, late = time.first.day, time.days_late
    if first is None or late is None:
        return ""
    if late:
        words = (say.LATE_ONE if late == 1 else say.LATE)(lang, days=late)
    elif time.by_sender:
        words = say.IN_TIME_BY_SENDER(lang, day=day(time.by_sender, lang))
    else:
        words = say.RECEIVED_IN_TIME(lang)
    if time.corrected is None:
        return words
    days = {"first": day(first, lang), "corrected": day(time.corrected, lang)}
    return say.CORRECTED(lang, words=words, **days)


def due_words(due: date, today: date, lang: Language) -> str:
    """How long there is to a deadline, or how long it has passed."""
    days = (due - today).days
    named = {-1: say.MISSING_ONE, 0: say.DUE_TODAY, 1: say.DUE_TOMORROW}
    if days in named:
        return named[days](lang)
    return (say.DUE_IN if days > 0 else say.MISSING_FOR)(lang, days=abs(days))


def slot_time_words(slot: Slot, lang: Language = DANISH, *, dated: bool = False) -> str:
    """When a period's file came, or when one is due: `3 dage for sent`, `frist om 9 dage`.

    With `dated` the deadline's day is named where none has come.
    """
    if slot.time is not None:
        return time_words(slot.time, lang)
    words = due_words(slot.due, slot.today, lang)
    return f"{words} ({day(slot.due, lang)})" if dated else words


def mending_words(slot: Slot, lang: Language = DANISH) -> str:
    """What is to be mended for a period: `2 fejl`, `en nyere fil skal rettes`; else nothing."""
    if slot.state is SlotState.RETURNED and slot.latest is not None:
        return count_words("error", slot.latest.errors, lang)
    return "" if slot.to_mend is None else say.NEWER_RETURNED(lang)


def slot_words(slot: Slot, lang: Language = DANISH) -> str:
    """How it stands with a period: `mangler`, `skal rettes (2 fejl)`."""
    mending = mending_words(slot, lang)
    state = say.SLOTS[slot.state](lang)
    return f"{state} ({mending})" if mending else state


def count_words(severity: str, count: int, lang: Language = DANISH) -> str:
    """How many findings: `1 fejl`, `2 advarsler`."""
    text = say.COUNT_ONE if count == 1 else say.COUNT_MANY
    return text[severity](lang, count=number(count, lang))


def found_words(
    file: Summary, lang: Language = DANISH, severities: Iterable[str] = tuple(say.SEVERITIES)
) -> str:
    """How many findings of these severities a file has, if any: `2 fejl, 1 advarsel`."""
    told = ((each, file.counts[each]) for each in severities)
    return ", ".join(count_words(*each, lang) for each in told if each[1])


def requirement_words(criterion: CriterionRecord, lang: Language = DANISH) -> str:
    """What must be reached: `mindst 82 pct.`, `senest 31-12-2020`."""
    if Kind(criterion.kind).is_benchmark and criterion.target is None:
        return say.BENCHMARKS_UNKNOWN[criterion.kind](lang)
    target = target_words(criterion.target, criterion.target_to, criterion.unit, lang)
    deadline = "" if criterion.deadline is None else day(criterion.deadline, lang)
    return say.REQUIREMENTS[criterion.kind](lang, target=target, deadline=deadline)


def result_words(criterion: CriterionRecord, lang: Language = DANISH) -> str:
    """What was reached: `81,6 pct.`, `afvigelse +0,4 mio. kr.`, `leveret 01-12-2020`."""
    if Kind(criterion.kind).is_numeric:
        return _measured_words(criterion, lang)
    delivered = criterion.input(Column.DATE)
    if criterion.kind == Kind.DELIVERED_BY:
        if delivered is not None and isinstance(delivered.value, date):
            return say.DELIVERED(lang, day=day(delivered.value, lang))
        is_refused = criterion.typed(Column.DONE) == NO
        return (say.NOT_DELIVERED if is_refused else say.NOT_REPORTED)(lang)
    answers, grade = _ANSWERS[Kind(criterion.kind)], grade_of(criterion.typed(Column.DONE))
    if grade is not None:
        return say.GRADED[criterion.kind](lang, grade=quantity(grade, PERCENT, lang))
    return answers.get(criterion.typed(Column.DONE), say.NOT_REPORTED)(lang)


def _measured_words(criterion: CriterionRecord, lang: Language) -> str:
    measured = criterion.measured
    if measured is None:
        return say.NOT_REPORTED(lang)
    decimals = figure_decimals(measured, criterion.target, criterion.target_to)
    if criterion.kind == Kind.WITHIN:
        unit = quantity(0, criterion.unit, lang)[1:]
        return say.DEVIATION(lang, measured=signed(measured, lang, decimals) + unit)
    if Kind(criterion.kind).is_change:
        text = say.FALL if (criterion.kind == Kind.REDUCTION) == (measured >= 0) else say.RISE
        return text(lang, measured=quantity(abs(measured), criterion.unit, lang, decimals))
    return quantity(measured, criterion.unit, lang, decimals)


def figure_decimals(measured: float, *targets: float | None) -> int:
    """As few decimals, from two on, as tell a figure from targets that it is not equal to."""
    ends = (None if each is None else exact(each) for each in targets)
    return max(telling_decimals(exact(measured), end) for end in ends)


def value_words(value: float | date | str, lang: Language = DANISH, unit: str | None = None) -> str:
    """A typed value: a number (with its unit), a date, or the text as it stands."""
    if isinstance(value, str):
        return value
    return day(value, lang) if isinstance(value, date) else quantity(value, unit, lang)


def typed_words(
    typed: InputRecord, criterion: CriterionRecord, plan: Plan, lang: Language = DANISH
) -> str:
    """What was typed of a criterion, a number with its unit.

    Without one where the plan does not say it; where the plan was replaced by one with another
    criterion, the one that the record tells.
    """
    planned, agreed = plan.criterion_by_key.get(criterion.key), (criterion.kind, criterion.unit)
    is_same = planned is not None and (planned.kind, planned.unit) == agreed
    unit = planned.reported_unit if planned is not None and is_same else criterion.reported_unit
    return value_words(typed.value, lang, unit)


def bearer_of(criterion: CriterionRecord) -> InputRecord | None:
    """The input that best shows where a criterion was answered; None where all are blank."""
    found = (criterion.input(column) for column in _BEARERS)
    first = next((each for each in found if each is not None), None)
    return first or next(iter(criterion.inputs), None)


def state_words(
    state: State, degree: float | None, lang: Language = DANISH, *, final: bool = False
) -> str:
    """`opfyldt`, `delvist opfyldt (50 pct.)`; what pends in the final report is not fulfilled."""
    if state is State.PENDING and final:
        return say.NOT_REPORTED_IN_FINAL(lang)
    if degree is not None and state is State.PARTIAL:
        return say.PARTIAL_DEGREE(lang, degree=percent(degree, lang))
    return say.STATES[state](lang)


def goal_state_words(goal: GoalRecord, lang: Language = DANISH) -> str:
    """A goal's state; what pends in the final report counts as far as its rest decides."""
    return state_words(goal.shown_state, goal.fulfilment, lang, final=goal.fulfilment == 0)


def criterion_words(
    criterion: CriterionRecord, lang: Language = DANISH, *, final: bool = False
) -> str:
    """A criterion's state; before the final report a figure is on level or below: `afventer, på
    niveau`."""
    if criterion.on_level is None or final:
        return state_words(criterion.state, criterion.degree, lang, final=final)
    return (say.ON_LEVEL if criterion.on_level else say.BELOW_LEVEL)(lang)


def forecast_words(status: str, lang: Language = DANISH) -> str:
    """The traffic light's word; nothing where none is given, and what else was typed unchanged."""
    said: Text | None = say.FORECASTS.get(status)
    return status if said is None else said(lang)


def forecast_of(goal: GoalRecord) -> str:
    """The worst forecast (Status) among a goal's criteria; nothing where none is given."""
    given = {each.typed(Column.STATUS) for each in goal.criteria}
    return next((each for each in reversed(STATUSES) if each in given), "")


def arithmetic_words(
    plan: Plan, report: Summary, goals: tuple[GoalRecord, ...], lang: Language = DANISH
) -> str:
    """How the total comes about, so that what is printed adds up to what is printed.

    `7 af 10 mål opfyldt × 100/10 = 70 pct.`, `(15 + 3 × 0,5)/21 = 78,57 pct.`, or goal by goal.
    """
    if report.secured is None:
        return goals_words(goals, lang)
    counted = [goal for goal in goals if goal.weight]
    words = _sum_words(plan, counted, report.secured, lang)
    pending = sum(1 for goal in counted if goal.fulfilment is None)
    if pending == 0:
        return words
    attainable = percent(report.attainable or 0.0, lang)
    if report.expected is None:
        open_words = say.PENDING_GOALS(lang, count=pending, attainable=attainable)
    else:
        told = {"expected": percent(report.expected, lang), "attainable": attainable}
        open_words = say.PENDING_GOALS_EXPECTED(lang, count=pending, **told)
    return f"{words} · {open_words}"


def _sum_words(plan: Plan, goals: list[GoalRecord], total: float, lang: Language) -> str:
    """The sum with the weights or points that the plan states, or that the goals had."""
    said = percent(total, lang)
    shares = _shares(plan, goals)
    counting = [goal for goal in goals if goal.counts]
    whole = sum((shares[goal.number] for goal in goals), Decimal(0))
    degrees = _degrees(counting, shares, whole, total)
    if plan.scoring.weighting is Weighting.EQUAL and set(shares.values()) == {Decimal(1)}:
        if all(each == 1 for each in degrees):
            return say.ARITHMETIC_EQUAL(lang, met=len(counting), count=len(goals), total=said)
        alike = sorted(Counter(degrees).items(), reverse=True)
        terms = [_times(Decimal(count), degree, lang) for degree, count in alike]
    else:
        terms = [
            say.ARITHMETIC_TERM(
                lang, term=_times(shares[goal.number], degree, lang), goal=goal.number
            )
            for goal, degree in zip(counting, degrees, strict=True)
        ]
    if not terms:
        return say.ARITHMETIC_NOTHING(lang)
    text = say.ARITHMETIC_SUM if whole == HUNDRED else say.ARITHMETIC_SHARE
    return text(lang, terms=" + ".join(terms), whole=number(whole, lang), total=said)


def _shares(plan: Plan, goals: list[GoalRecord]) -> dict[str, Decimal]:
    """Each goal's weight or points as the plan states them; 1 where all weigh the same.

    Where the plan was replaced since by one in which they weigh otherwise: in percent.
    """
    stated = {each.number: plan.share_of(each) for each in plan.goals}
    had = {goal.number: exact(goal.weight or 0.0) for goal in goals}
    shares = {number: stated.get(number, Decimal(0)) for number in had}
    whole = sum(shares.values())
    if whole and all(isclose(HUNDRED * shares[number], whole * had[number]) for number in had):
        return shares
    return dict.fromkeys(had, Decimal(1)) if len(set(had.values())) == 1 else had


def _degrees(
    goals: list[GoalRecord], shares: Mapping[str, Decimal], whole: Decimal, total: float
) -> list[Decimal]:
    """What each goal counts, 0 to 1, with as few decimals as give the printed total by hand."""
    found: list[Decimal] = []
    for decimals in range(TOTAL_DECIMALS + 2, DECIMALS):
        found = [plain(rounded(exact(goal.counts) / HUNDRED, decimals)) for goal in goals]
        terms = (shares[goal.number] * each for goal, each in zip(goals, found, strict=True))
        by_hand = HUNDRED * sum(terms, Decimal(0)) / whole
        if rounded(by_hand, TOTAL_DECIMALS) == rounded(exact(total), TOTAL_DECIMALS):
            break
    return found


def _times(share: Decimal, degree: Decimal, lang: Language) -> str:
    if degree == 1:
        return number(share, lang)
    return f"{number(share, lang)} × {number(degree, lang)}"


def goals_words(goals: tuple[GoalRecord, ...], lang: Language = DANISH) -> str:
    """How many goals are met: `15 af 21 mål er opfyldt, 3 delvist opfyldt, 3 ikke opfyldt`."""
    return states_words((goal.told_state for goal in goals), lang)


def states_words(states: Iterable[State], lang: Language = DANISH) -> str:
    """The same of the goals' states; what has left is not among the goals that are counted."""
    counts = Counter(states)
    count = sum(counts[each] for each in State if not each.has_left)
    words = [say.GOALS_MET(lang, met=counts[State.FULFILLED], count=count)]
    others = (
        State.PARTIAL,
        State.NOT_FULFILLED,
        State.PENDING,
        State.WITHDRAWN,
        State.NOT_MEASURED,
    )
    words += [f"{counts[each]} {say.STATES[each](lang)}" for each in others if counts[each]]
    return ", ".join(words)


def payout_words(frame: Frame, report: Summary | Score, lang: Language = DANISH) -> str:
    """What a frame pays by the total: `75 pct.`, and before it is settled `0–100 pct.`"""
    low, high = (frame.payout(each or 0.0) for each in (report.secured, report.attainable))
    paid = quantity(high, frame.unit, lang)
    return paid if low == high else say.PAYOUT_RANGE(lang, low=number(low, lang), high=paid)


def payouts_words(plan: Plan, report: Summary | Score, lang: Language = DANISH) -> list[str]:
    """What follows from the total in each frame, which the department decides on."""
    return [
        say.PAYOUT(lang, frame=frame.name, payout=payout_words(frame, report, lang))
        for frame in plan.bonus.frames
        if report.secured is not None
    ]


def scheme_words(plan: Plan, lang: Language) -> Iterator[str]:
    """What is not the usual way of scoring, in words."""
    if plan.scoring.weighting is not Weighting.EQUAL:
        yield plan_texts.WEIGHTINGS[plan.scoring.weighting](lang)
    if plan.scoring.partial_credit is not None:
        yield plan_texts.PARTIAL(lang, credit=number(plan.scoring.partial_credit, lang))
    if any(each.steps or each.linear or each.grades for each in plan.criteria):
        yield plan_texts.SCALES(lang)
    if any(goal.combine is not Combine.RULE for goal in plan.goals):
        yield plan_texts.MEANS(lang)
    yield from (ruling.line(lang) for ruling in plan.in_force.values())
