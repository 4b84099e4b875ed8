"""Why a criterion or a goal is what it is, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from resultatplan.criteria import Kind, State
from resultatplan.degrees import Facts, Scale, degree_of, state_of
from resultatplan.exact import SIGNIFICANT_DIGITS
from resultatplan.explaining_scales import in_part
from resultatplan.rules import Leaf, Rule, judge_rule, short_key
from texts import explanations as say
from texts.language import DANISH, Language, Text, in_both
from texts.notation import DECIMALS, day, quantity, signed

VERDICTS = {
    State.FULFILLED: say.FULFILLED,
    State.NOT_FULFILLED: say.NOT_FULFILLED,
    State.PENDING: say.PENDING,
    State.PARTIAL: say.PARTIAL,
    State.WITHDRAWN: say.WITHDRAWN,
}
"""The word that a sentence begins with."""

_COMPARISONS: dict[Kind, tuple[Text, Text]] = {
    Kind.AT_LEAST: (say.AT_LEAST_MET, say.AT_LEAST_MISSED),
    Kind.AT_MOST: (say.AT_MOST_MET, say.AT_MOST_MISSED),
    Kind.WITHIN: (say.WITHIN_MET, say.WITHIN_MISSED),
    Kind.REDUCTION: (say.REDUCTION_MET, say.REDUCTION_MISSED),
    Kind.BENCHMARK: (say.BENCHMARK_MET, say.BENCHMARK_MISSED),
}

_YES_NO: dict[Kind, tuple[Text, Text, Text]] = {
    Kind.DONE: (say.DONE_YES, say.DONE_NO, say.DONE_OPEN),
    Kind.ASSESSED: (say.ASSESSED_YES, say.ASSESSED_NO, say.ASSESSED_OPEN),
}

_LEAST_SHOWN = Decimal(1).scaleb(-DECIMALS)


def explain_criterion(
    kind: Kind,
    *,
    unit: str | None = None,
    target: Decimal | None = None,
    measured: Decimal | None = None,
    deadline: date | None = None,
    delivered: date | None = None,
    done: bool | None = None,
    partly: bool = False,
    scale: Scale | None = None,
    final: bool = False,
    lang: Language = DANISH,
) -> str:
    """One sentence: the verdict and its reason ("Ikke opfyldt: 81,6 pct. er under …").

    Takes what `degrees.Facts` holds, quantities in the plan's units (percent as 82), with the
    unit of target and measure, and the criterion's scale where it has one; `final` adds that
    pending counts as not fulfilled.
    """
    facts = Facts(target, measured, deadline, delivered, done, partly)
    return criterion_explained(kind, facts, unit, scale, final)(lang)


@lru_cache(maxsize=4096)
def criterion_explained(
    kind: Kind, facts: Facts, unit: str | None, scale: Scale | None, final: bool
) -> Text:
    """The sentence of `explain_criterion` in both languages, from the same.

    It is kept: among many reports of a plan most criteria say the same.
    """
    plainly = facts.state(kind)
    degree = None if scale is None else degree_of(kind, scale, facts)
    state = plainly if scale is None else state_of(degree)

    def said(lang: Language) -> str:
        reason = _reason(kind, plainly, facts, unit, lang)
        if scale is not None:
            reason = in_part(reason, kind, scale, facts, degree, unit, lang)
        if final and state is State.PENDING:
            reason = say.FINAL_PENDING(lang, reason=reason)
        return sentence(state, [reason], lang)

    return in_both(said)


def _reason(kind: Kind, state: State, facts: Facts, unit: str | None, lang: Language) -> str:
    """Why a criterion is in this state, as if there were no scale."""
    if kind.is_numeric:
        return _number_reason(kind, state, unit, facts.target, facts.measured, lang)
    if kind is Kind.DELIVERED_BY:
        return _delivery_reason(state, facts.deadline, facts.delivered, facts.done, lang)
    yes, no, still_open = _YES_NO[kind]
    return (still_open if facts.done is None else yes if facts.done else no)(lang)


def explain_goal(
    rule: Rule,
    states: Mapping[str, State],
    *,
    final: bool = False,
    lang: Language = DANISH,
) -> str:
    """One sentence: the goal's verdict, how many criteria are met, and the rule in words.

    `states` are the criteria's, by the keys that the rule names.
    """
    state = judge_rule(rule, states)
    return goal_explained(rule, state, tuple(states.values()), final, ())(lang)


@lru_cache(maxsize=1024)
def goal_explained(
    rule: Rule, state: State, states: tuple[State, ...], final: bool, clauses: tuple[Text, ...]
) -> Text:
    """The sentence of `explain_goal` in both languages, where the goal's own state is known.

    `clauses` are added to the reason. It is kept: there are few ways to meet a goal.
    """
    pending = states.count(State.PENDING)
    text = say.GOAL_REASON_PENDING if pending else say.GOAL_REASON
    counts = {"met": states.count(State.FULFILLED), "count": len(states), "pending": pending}
    is_missed = final and state is State.PENDING

    def said(lang: Language) -> str:
        reason = text(lang, **counts, rule=describe_rule(rule, lang))
        if is_missed:
            reason = say.FINAL_PENDING(lang, reason=reason)
        verdict = State.NOT_FULFILLED if is_missed else state
        return sentence(verdict, [reason, *(each(lang) for each in clauses)], lang)

    return in_both(said)


def sentence(state: State, clauses: Sequence[str], lang: Language) -> str:
    """A verdict with its reasons: `Opfyldt: 2 af 2 delmål er opfyldt; målet vejer 25 pct.`"""
    reason = "; ".join(clauses).rstrip(".")
    return say.SENTENCE(lang, verdict=VERDICTS[state](lang), reason=reason)


def describe_rule(rule: Rule, lang: Language = DANISH) -> str:
    """The rule in words: `mindst ét af (a og b)`, `alle (a, b og mindst ét af (c og d))`."""
    return _described(rule, lang)


@lru_cache(maxsize=1024)
def _described(rule: Rule, lang: Language) -> str:
    if isinstance(rule, Leaf):
        return short_key(rule.key)
    parts = [_described(part, lang) for part in rule.parts]
    if len(parts) == 1:
        return say.RULE_ONE(lang, key=parts[0]) if isinstance(rule.parts[0], Leaf) else parts[0]
    listed = listing(parts, lang)
    if rule.is_all:
        return say.RULE_ALL(lang, parts=listed)
    if rule.is_any:
        return say.RULE_ANY(lang, parts=listed)
    return say.RULE_LEAST(lang, least=rule.least, parts=listed)


def listing(parts: Sequence[str], lang: Language) -> str:
    """`a, b og c`."""
    if len(parts) == 1:
        return parts[0]
    return say.RULE_LAST(lang, first=", ".join(parts[:-1]), last=parts[-1])


def _number_reason(
    kind: Kind,
    state: State,
    unit: str | None,
    target: Decimal | None,
    measured: Decimal | None,
    lang: Language,
) -> str:
    if measured is None:
        return (say.NO_MEASURE if kind in (Kind.WITHIN, Kind.REDUCTION) else say.NO_RESULT)(lang)
    if target is None:
        return say.NO_BENCHMARK(lang)
    met, missed = _COMPARISONS[kind]
    text = met if state is State.FULFILLED else missed
    decimals = _telling_decimals(measured, target)
    shown = quantity(measured, unit, lang, decimals)
    if kind is Kind.WITHIN:
        shown = shown.replace(shown.split()[0], signed(measured, lang, decimals), 1)
    elif kind is Kind.REDUCTION and measured < 0:
        text, shown = say.REDUCTION_ROSE, quantity(-measured, unit, lang, decimals)
    aim = quantity(abs(target), unit, lang, decimals)
    return text(lang, measured=shown, target=aim)


def _telling_decimals(measured: Decimal, target: Decimal) -> int:
    """As many decimals as tell the measure from a target that it is not equal to."""
    apart = abs(abs(measured) - abs(target))
    return SIGNIFICANT_DIGITS if 0 < apart < _LEAST_SHOWN else DECIMALS


def _delivery_reason(
    state: State,
    deadline: date | None,
    delivered: date | None,
    done: bool | None,
    lang: Language,
) -> str:
    due = "?" if deadline is None else day(deadline, lang)
    if delivered is None:
        text = say.DELIVERY_OPEN
        if done is not None:
            text = say.DELIVERY_UNDATED if done else say.NOT_DELIVERED
        return text(lang, deadline=due)
    on = day(delivered, lang)
    if state is State.PENDING:
        return say.DELIVERY_CONTRADICTS(lang, delivered=on)
    if state is State.FULFILLED or deadline is None:
        return say.DELIVERED_IN_TIME(lang, delivered=on, deadline=due)
    late = (delivered - deadline).days
    days = say.DAYS_LATE_ONE(lang) if late == 1 else say.DAYS_LATE_MANY(lang, days=late)
    return say.DELIVERED_LATE(lang, delivered=on, deadline=due, days=days)
