"""Why a goal that can be met in part is what it is: counts, rule or mean, and the interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resultatplan.combining import ByRule, Combination, Interval, Mean, combine, is_partly_met
from resultatplan.criteria import State
from resultatplan.degrees import Degree, state_of
from resultatplan.explaining import describe_rule, listing, sentence
from resultatplan.explaining_scales import percent
from resultatplan.rules import short_key
from texts import explanations as say
from texts.language import DANISH, Language, Text
from texts.notation import number


def explain_combination(
    combination: Combination,
    degrees: Mapping[str, Degree | None],
    *,
    final: bool = False,
    clauses: Sequence[Text] = (),
    lang: Language = DANISH,
) -> str:
    """One sentence: the goal's verdict, how many criteria are met, and the arithmetic.

    `degrees` are the criteria's (None: pending), by the keys that the combination names;
    `clauses` are added to the reason.
    """
    interval = combine(combination, degrees)
    reason = _reason(combination, degrees, interval, lang)
    if interval.value is None and final:
        reason = say.GOAL_FINAL_PENDING(lang, reason=reason)
    state = state_of(interval.low if final else interval.value)
    return sentence(state, [reason, *(each(lang) for each in clauses)], lang)


def describe_combination(combination: Combination, lang: Language = DANISH) -> str:
    """How criteria make the goal, in words: the rule, or `gennemsnittet af a og b`."""
    if isinstance(combination, ByRule):
        rule = describe_rule(combination.rule, lang)
        if combination.partial_rule is None:
            return rule
        partial = describe_rule(combination.partial_rule, lang)
        credit = percent(combination.credit, lang)
        return say.RULE_WITH_PARTIAL(lang, rule=rule, credit=credit, partial=partial)
    if not combination.is_weighted:
        keys = [short_key(key) for key, _ in combination.weights]
        return say.MEAN(lang, parts=listing(keys, lang))
    parts = [
        say.MEAN_PART(lang, key=short_key(key), weight=number(weight, lang))
        for key, weight in combination.weights
    ]
    return say.WEIGHTED_MEAN(lang, parts=listing(parts, lang))


def _reason(
    combination: Combination,
    degrees: Mapping[str, Degree | None],
    interval: Interval,
    lang: Language,
) -> str:
    counts = _counts(degrees, lang)
    if isinstance(combination, Mean):
        text = say.GOAL_BY_WEIGHTED_MEAN if combination.is_weighted else say.GOAL_BY_MEAN
        arithmetic = _arithmetic(combination, degrees, lang)
        return text(lang, counts=counts, arithmetic=arithmetic, value=_value(interval, lang))
    rule = describe_rule(combination.rule, lang)
    raised = is_raised(combination, degrees)
    by_rule = combine(ByRule(combination.rule), degrees) if raised else interval
    reason = say.GOAL_BY_RULE(lang, counts=counts, rule=rule, value=_value(by_rule, lang))
    if raised:
        partial = combination.partial_rule or combination.rule
        lifted = say.PARTLY_MET_GOAL(
            lang, rule=describe_rule(partial, lang), credit=percent(combination.credit, lang)
        )
        reason = f"{reason}; {lifted}"
    return reason


def is_raised(combination: ByRule, degrees: Mapping[str, Degree | None]) -> bool:
    """Whether the partial rule is surely met, and the rule by itself would give less."""
    lows = {key: value or 0 for key, value in degrees.items()}
    if not is_partly_met(combination, lows):
        return False
    return combine(ByRule(combination.rule), degrees).low < combination.credit


def _counts(degrees: Mapping[str, Degree | None], lang: Language) -> str:
    states = [state_of(value) for value in degrees.values()]
    texts = [say.GOAL_COUNTS(lang, met=states.count(State.FULFILLED), count=len(states))]
    if partial := states.count(State.PARTIAL):
        texts.append(say.GOAL_COUNT_PARTIAL(lang, partial=partial))
    if pending := states.count(State.PENDING):
        texts.append(say.GOAL_COUNT_PENDING(lang, pending=pending))
    return ", ".join(texts)


def _value(interval: Interval, lang: Language) -> str:
    if interval.value is not None:
        return percent(interval.value, lang)
    low, high = number(interval.low, lang), percent(interval.high, lang)
    return say.BETWEEN(lang, low=low, high=high)


def _arithmetic(mean: Mean, degrees: Mapping[str, Degree | None], lang: Language) -> str:
    """`(100 + afventer + 50) / 3`, or with weights `(2 × 100 + 1 × 50) / 3`."""
    parts = []
    for key, weight in mean.weights:
        value = degrees[key]
        shown = say.UNKNOWN_DEGREE(lang) if value is None else number(value, lang)
        times = f"{number(weight, lang)} × " if mean.is_weighted else ""
        parts.append(f"{times}{shown} ({short_key(key)})")
    whole = number(sum(weight for _, weight in mean.weights), lang)
    return f"({' + '.join(parts)}) / {whole}"
