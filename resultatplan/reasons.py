"""Why a criterion or a goal is what it is, in one sentence: the verdict and its reason.

`Ikke opfyldt: 81,6 pct. er under målet på 82 pct.`, and where a scale counts it all the same, the
step, the line or the credit. `Opfyldt: 1 af 2 delmål er opfyldt; kravet er enten a eller b.`, and
where a goal can be met in part, the arithmetic. Quantities are in the plan's units, percent as 82.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from resultatplan.combinations import (
    ByRule,
    GoalOutcome,
    Mean,
    describe_combination,
    interval_of,
    is_partly_met,
)
from resultatplan.criteria import Facts, Kind, State, judge
from resultatplan.exact import SIGNIFICANT_DIGITS, rounded
from resultatplan.outcome import Counted, Outcome
from resultatplan.rules import describe_rule, listing
from resultatplan.scales import (
    FULL,
    OPEN,
    Degree,
    Interval,
    Ladder,
    Partly,
    Slope,
    is_late_but_partly,
    level_words,
    percent,
    state_of,
    step_reached,
)
from texts import explanations as say
from texts.language import DANISH, DECIMALS, Language, day, number, quantity, signed, target_words
from texts.standing import STATES

_FEWEST = 2
"""Decimals of a degree or weight, and of a figure that they tell from its target."""


def explain_criterion(outcome: Outcome, *, unit: str | None = None, lang: Language = DANISH) -> str:
    """Why a criterion is met, not met or pending, and what is forecast while it is.

    `unit` is that of target and measure. In the final report what is pending counts as not
    fulfilled, and the sentence says so.
    """
    degree = outcome.current
    reason = _reason(outcome.kind, outcome.facts, unit, lang)
    if degree is not None and degree != FULL:
        reason = _in_part(reason, outcome, degree, unit, lang)
    if outcome.state is not State.PENDING:
        return sentence(outcome.state, [reason], lang)
    if outcome.is_final:
        return sentence(State.PENDING, [say.FINAL_PENDING(lang, reason=reason)], lang)
    if degree is not None:
        reason = _so_far(reason, outcome, lang)
    return sentence(State.PENDING, [reason, *_forecast(outcome, lang)], lang)


def _so_far(reason: str, outcome: Outcome, lang: Language) -> str:
    """What is reported, and why it decides nothing yet."""
    deadline, scale = outcome.facts.deadline, outcome.scale
    if outcome.provisional:
        return say.PROVISIONAL(lang, reason=reason)
    if outcome.kind is Kind.DELIVERED_BY and deadline is not None and outcome.as_of is not None:
        if deadline > outcome.as_of:
            return say.NOT_EXPECTED_IN_TIME(lang, deadline=day(deadline, lang))
        if isinstance(scale, Partly) and scale.until is not None:
            credit = credit_words(scale.credit, lang)
            return say.LATE_BUT_PARTLY(
                lang, reason=reason, until=day(scale.until, lang), credit=credit
            )
    if not outcome.kind.is_numeric:
        return say.NOT_YET(lang, reason=reason)
    text = say.RUNNING if outcome.counted is Counted.RUNNING else say.YEARLY
    return text(lang, reason=reason)


def _forecast(outcome: Outcome, lang: Language) -> list[str]:
    """What the agency itself forecasts, if anything."""
    if outcome.forecast_degree is None or outcome.expected is None:
        return []
    if outcome.expected >= FULL:
        return [say.EXPECTED_MET(lang)]
    if outcome.expected <= 0:
        return [say.EXPECTED_MISSED(lang)]
    if isinstance(outcome.scale, Partly):
        credit = credit_words(outcome.scale.credit, lang)
    else:
        credit = percent(outcome.expected, lang)
    return [say.EXPECTED_IN_PART(lang, credit=credit)]


def explain_ruled(state: State, rulings: Sequence[str], lang: Language) -> str:
    """What was decided of a criterion or a goal: `Udgået: efter departementets beslutning …`."""
    verdict = STATES[state](lang)
    return sentence(state, [each.removeprefix(f"{verdict} ") for each in rulings], lang)


def sentence(state: State, clauses: Sequence[str], lang: Language) -> str:
    """A verdict with its reasons: `Opfyldt: 2 af 2 delmål er opfyldt; målet vejer 25 pct.`"""
    reason = "; ".join(clauses).rstrip(".")
    return say.SENTENCE(lang, verdict=STATES[state](lang).capitalize(), reason=reason)


def credit_words(credit: Decimal | None, lang: Language) -> str:
    """What is partly met counts: a percentage, or nothing but that it is partly met."""
    return STATES["partial"](lang) if credit is None else percent(credit, lang)


def _reason(kind: Kind, facts: Facts, unit: str | None, lang: Language) -> str:
    """Why a criterion is met, missed or pending as if there were no scale."""
    if kind.is_numeric:
        return _number_reason(kind, facts, unit, lang)
    if kind is Kind.DELIVERED_BY:
        return _delivery_reason(facts, lang)
    if facts.grade is not None:
        return say.GRADED[kind](lang, grade=percent(facts.grade, lang))
    yes, no, still_open = say.ANSWERS[kind]
    return (still_open if facts.done is None else yes if facts.done else no)(lang)


def _number_reason(kind: Kind, facts: Facts, unit: str | None, lang: Language) -> str:
    measured, target = facts.measured, facts.target
    if measured is None:
        return (say.NO_MEASURE if kind.is_relative else say.NO_RESULT)(lang)
    if target is None:
        return say.NO_BENCHMARK(lang)
    met, missed = say.COMPARISONS[kind]
    text = met if judge(kind, facts) is State.FULFILLED else missed
    ends = [target] if facts.target_to is None else [target, facts.target_to]
    decimals = max(telling_decimals(measured, end) for end in ends)
    shown = quantity(measured, unit, lang, decimals)
    if kind is Kind.WITHIN:
        shown = shown.replace(shown.split()[0], signed(measured, lang, decimals), 1)
    elif kind.is_change and measured < 0:
        text = say.REDUCTION_ROSE if kind is Kind.REDUCTION else say.GROWTH_FELL
        shown = quantity(-measured, unit, lang, decimals)
    size = abs(target) if kind is Kind.WITHIN else target
    said = target_words(size, facts.target_to, unit, lang, max(decimals, DECIMALS))
    return text(lang, measured=shown, target=said)


def telling_decimals(measured: Decimal, target: Decimal | None) -> int:
    """As few decimals, from two on, as tell the measure from a target that it is not equal to."""
    found, wanted = abs(measured), abs(target or Decimal(0))
    for decimals in range(_FEWEST, SIGNIFICANT_DIGITS):
        if target is None or (rounded(found, decimals) == wanted) == (found == wanted):
            return decimals
    return SIGNIFICANT_DIGITS


def _delivery_reason(facts: Facts, lang: Language) -> str:
    deadline, delivered = facts.deadline, facts.delivered
    due = "?" if deadline is None else day(deadline, lang)
    if delivered is None:
        text = say.DELIVERY_OPEN
        if facts.done is not None:
            text = say.DELIVERY_UNDATED if facts.done else say.NOT_DELIVERED
        return text(lang, deadline=due)
    on, state = day(delivered, lang), judge(Kind.DELIVERED_BY, facts)
    if state is State.PENDING:
        return say.DELIVERY_CONTRADICTS(lang, delivered=on)
    if state is State.FULFILLED or deadline is None:
        return say.DELIVERED_IN_TIME(lang, delivered=on, deadline=due)
    late = (delivered - deadline).days
    days = say.DAYS_LATE_ONE(lang) if late == 1 else say.DAYS_LATE_MANY(lang, days=late)
    return say.DELIVERED_LATE(lang, delivered=on, deadline=due, days=days)


def _in_part(
    reason: str, outcome: Outcome, degree: Degree, unit: str | None, lang: Language
) -> str:
    """The reason why a criterion is not met, and what its scale counts all the same."""
    kind, facts, scale = outcome.kind, outcome.facts, outcome.scale
    if isinstance(scale, Partly):
        return _partly(reason, kind, scale, facts, lang)
    if not isinstance(scale, Ladder | Slope) or facts.measured is None:
        return reason

    def level(value: Decimal | None) -> str:
        return level_words(
            kind, (facts.target if value is None else value) or Decimal(0), unit, lang
        )

    credit = percent(degree, lang)
    if isinstance(scale, Ladder):
        reached = step_reached(kind, scale, facts)
        if reached is None:
            lowest = min(scale.steps, key=lambda step: step[1])
            return say.NO_STEP_REACHED(lang, reason=reason, level=level(lowest[0]))
        return say.STEP_REACHED(lang, reason=reason, level=level(reached[0]), credit=credit)
    zero, full = level(scale.zero), level(scale.full)
    if degree == 0:
        return say.BEFORE_LINE(lang, reason=reason, zero=zero)
    return say.ON_LINE(lang, reason=reason, zero=zero, full=full, credit=credit)


def _partly(reason: str, kind: Kind, scale: Partly, facts: Facts, lang: Language) -> str:
    credit = credit_words(scale.credit, lang)
    if kind is not Kind.DELIVERED_BY:
        return say.PARTLY[kind](lang, credit=credit) if facts.partly else reason
    if facts.delivered is None or scale.until is None:
        return reason
    is_late = is_late_but_partly(scale, facts)
    text = say.LATE_BUT_PARTLY if is_late else say.TOO_LATE_FOR_PARTLY
    return text(lang, reason=reason, until=day(scale.until, lang), credit=credit)


# Goals


def explain_goal(
    outcome: GoalOutcome,
    *,
    in_part: bool,
    has_total: bool = True,
    final: bool = False,
    clauses: Sequence[str] = (),
    lang: Language = DANISH,
) -> str:
    """Why a goal is met, partly met, not met or pending, and what is expected of it while it is.

    Where nothing in the goal can be met `in_part`, or there is no total, the rule alone is the
    reason; `clauses` are added to it. In the `final` report what is pending counts as not
    fulfilled, and the sentence says so.
    """
    combination, intervals, interval = outcome.combination, outcome.intervals, outcome.interval
    is_open = final and interval.value is None
    state = state_of(interval.low if final else interval.value)
    if isinstance(combination, Mean):
        reason = _by_mean(combination, intervals, interval, lang)
    elif len(intervals) == 1 and combination.partial_rule is None:
        reason = _of_one(combination, interval, lang, gives=in_part and has_total)
    elif in_part and has_total:
        reason = _by_rule(combination, intervals, interval, lang)
    else:
        rule = describe_combination(combination, lang)
        reason = say.GOAL_COUNTED(lang, counts=_counts(intervals, lang), rule=rule)
    if is_open:
        text = say.GOAL_FINAL_PENDING if in_part else say.FINAL_PENDING
        reason = text(lang, reason=reason)
    is_forecast = has_total and not final and bool(outcome.expectations)
    expected = [_expected(outcome, lang)] if is_forecast and interval.value is None else []
    return sentence(state, [reason, *clauses, *expected], lang)


def _expected(outcome: GoalOutcome, lang: Language) -> str:
    value = percent(outcome.expected, lang)
    unknown = [key for key, each in outcome.expectations.items() if each is None]
    if not unknown:
        return say.GOAL_EXPECTED(lang, value=value)
    return say.GOAL_EXPECTED_UNKNOWN(lang, value=value, keys=listing(unknown, lang))


def _of_one(combination: ByRule, interval: Interval, lang: Language, *, gives: bool) -> str:
    """Of a goal's only criterion, or the only one left: `delmål a er opfyldt`."""
    state = state_of(interval.value)
    reason = say.GOAL_OF_ONE[state](lang, criterion=describe_rule(combination.rule, lang))
    is_between = state is State.PARTIAL or (state is State.PENDING and interval != OPEN)
    if gives and is_between:
        return say.GOAL_OF_ONE_GIVES(lang, reason=reason, value=_value(interval, lang))
    return reason


def _by_rule(
    combination: ByRule,
    intervals: Mapping[str, Interval],
    interval: Interval,
    lang: Language,
) -> str:
    rule, counts = describe_rule(combination.rule, lang), _counts(intervals, lang)
    alone = interval_of(ByRule(combination.rule), intervals)
    lows = {key: each.low for key, each in intervals.items()}
    is_raised = is_partly_met(combination, lows) and alone.low < combination.partial_degree
    if not is_raised or combination.partial_rule is None:
        return say.GOAL_BY_RULE(lang, counts=counts, rule=rule, value=_value(interval, lang))
    reason = say.GOAL_BY_RULE(lang, counts=counts, rule=rule, value=_value(alone, lang))
    partial = describe_rule(combination.partial_rule, lang)
    credit = credit_words(combination.credit, lang)
    lifted = say.PARTLY_MET_GOAL(lang, rule=partial, credit=credit)
    return f"{reason}; {lifted}"


def _by_mean(
    mean: Mean, intervals: Mapping[str, Interval], interval: Interval, lang: Language
) -> str:
    """With its arithmetic: `(100 + afventer + 50) / 3`, or weighted `(2 × 100 + 1 × 50) / 3`."""
    parts = []
    for rule, weight in mean.parts:
        times = f"{number(weight, lang)} × " if mean.is_weighted else ""
        part = _degree(interval_of(ByRule(rule), intervals), lang)
        parts.append(f"{times}{part} ({describe_rule(rule, lang)})")
    whole = number(sum(weight for _, weight in mean.parts), lang)
    text = say.GOAL_BY_WEIGHTED_MEAN if mean.is_weighted else say.GOAL_BY_MEAN
    return text(
        lang,
        counts=_counts(intervals, lang),
        arithmetic=f"({' + '.join(parts)}) / {whole}",
        value=_value(interval, lang),
    )


def _degree(interval: Interval, lang: Language) -> str:
    """`100`, `afventer`, or `50–100` where a part is decided."""
    if interval == OPEN:
        return STATES["pending"](lang)
    if interval.value is not None:
        return number(interval.value, lang, _FEWEST)
    return f"{number(interval.low, lang, _FEWEST)}–{number(interval.high, lang, _FEWEST)}"


def _counts(intervals: Mapping[str, Interval], lang: Language) -> str:
    states = [state_of(each.value) for each in intervals.values()]
    texts = [say.GOAL_COUNTS(lang, met=states.count(State.FULFILLED), count=len(states))]
    if partial := states.count(State.PARTIAL):
        texts.append(say.GOAL_COUNT_PARTIAL(lang, partial=partial))
    if pending := states.count(State.PENDING):
        texts.append(say.GOAL_COUNT_PENDING(lang, pending=pending))
    return ", ".join(texts)


def _value(interval: Interval, lang: Language) -> str:
    if interval.value is not None:
        return percent(interval.value, lang)
    low, high = number(interval.low, lang, _FEWEST), percent(interval.high, lang)
    return say.BETWEEN(lang, low=low, high=high)
