"""Why a goal is what it is, in one sentence: how many criteria are met, the rule or the mean.

`Opfyldt: 1 af 2 delmål er opfyldt; kravet er enten a eller b.` A goal that can be met in
part shows the arithmetic, and the interval while something is pending.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from resultatplan.combinations import ByRule, Combination, Mean, interval_of, is_partly_met
from resultatplan.criteria import State
from resultatplan.criterion_reasons import credit_words, percent, sentence
from resultatplan.exact import HUNDRED
from resultatplan.rules import Leaf, Rule, short_key
from resultatplan.scales import OPEN, Degree, Interval, state_of
from texts import explanations as say
from texts.functions import PERCENT
from texts.language import DANISH, Language, Text, number, quantity

_WEIGHT_DECIMALS = 2
_DEEP = 2


def explain_goal(
    combination: Combination,
    intervals: Mapping[str, Interval],
    *,
    in_part: bool = True,
    has_total: bool = True,
    final: bool = False,
    clauses: Sequence[str] = (),
    lang: Language = DANISH,
) -> str:
    """Why a goal is met, partly met, not met or pending.

    `intervals` are the least and most of its criteria, by the keys that the combination names;
    `in_part` tells whether anything in the goal can be met in part: without it the rule alone
    is the reason; without a total no number is told. `clauses` are added to it. In the `final`
    report what is pending counts as
    not fulfilled, and the sentence says so.
    """
    interval = interval_of(combination, intervals)
    is_open = final and interval.value is None
    state = state_of(interval.low if final else interval.value)
    if isinstance(combination, Mean):
        reason = _by_mean(combination, intervals, interval, lang)
    elif in_part and not has_total:
        rule = describe_combination(combination, lang)
        reason = say.GOAL_COUNTED(lang, counts=_counts(intervals, lang), rule=rule)
    elif in_part:
        reason = _by_rule(combination, intervals, interval, lang)
    else:
        reason = _met_or_not(combination.rule, intervals, lang)
    if is_open:
        text = say.GOAL_FINAL_PENDING if in_part else say.FINAL_PENDING
        reason = text(lang, reason=reason)
    return sentence(state, [reason, *clauses], lang)


def expected_clause(expected: Degree, lang: Language, unknown: Sequence[str] = ()) -> str:
    """What a pending goal is expected to come to; of the `unknown` keys nothing is expected."""
    value = percent(expected, lang)
    if not unknown:
        return say.GOAL_EXPECTED(lang, value=value)
    return say.GOAL_EXPECTED_UNKNOWN(lang, value=value, keys=_listing(unknown, lang))


def left_clause(state: State, keys: Sequence[str], lang: Language) -> str:
    """Which criteria have left the goal as withdrawn or not measured, by their keys within it."""
    text = say.CRITERIA_LEFT_ONE if len(keys) == 1 else say.CRITERIA_LEFT_MANY
    return text[state](lang, keys=", ".join(keys))


def weight_clause(weight: float, lang: Language) -> str:
    """What the goal weighs, in percent with as many decimals as every table shows."""
    return say.GOAL_WEIGHT(lang, weight=quantity(weight, PERCENT, lang, _WEIGHT_DECIMALS))


def points_clause(
    points: Decimal, everything: Decimal, fulfilment: Degree | None, lang: Language
) -> str:
    """How many points the goal gives of those of all goals; None while it is pending."""
    fields = {"points": number(points, lang), "all": number(everything, lang)}
    if fulfilment is None:
        return say.GOAL_POINTS_OPEN(lang, **fields)
    earned = number(points * fulfilment / HUNDRED, lang)
    return say.GOAL_POINTS(lang, earned=earned, **fields)


def describe_combination(combination: Combination, lang: Language = DANISH) -> str:
    """How criteria make the goal, in words: the rule, or `gennemsnittet af a og b`."""
    if isinstance(combination, ByRule):
        rule = describe_rule(combination.rule, lang)
        if combination.partial_rule is None:
            return rule
        partial = describe_rule(combination.partial_rule, lang)
        if combination.credit is None:
            return say.RULE_WITH_PARTLY(lang, rule=rule, partial=partial)
        credit = percent(combination.credit, lang)
        return say.RULE_WITH_PARTIAL(lang, rule=rule, credit=credit, partial=partial)
    if not combination.is_weighted:
        parts = [_rule_words(rule, lang, _DEEP) for rule, _ in combination.parts]
        return say.MEAN(lang, parts=_listing(parts, lang))
    parts = [
        say.MEAN_PART(lang, part=_rule_words(rule, lang, _DEEP), weight=number(weight, lang))
        for rule, weight in combination.parts
    ]
    return say.WEIGHTED_MEAN(lang, parts=_listing(parts, lang))


def describe_rule(rule: Rule, lang: Language = DANISH) -> str:
    """The rule in words: `enten a eller b`, `a, b og enten c eller d`, `mindst 2 af a, b og c`."""
    words = _rule_words(rule, lang)
    is_one = not isinstance(rule, Leaf) and len(rule.keys()) == 1
    return say.RULE_ONE(lang, key=words) if is_one else words


def _rule_words(rule: Rule, lang: Language, depth: int = 0) -> str:
    """What is composed comes after the single criteria; the deeper of it stands in parentheses."""
    if isinstance(rule, Leaf):
        return short_key(rule.key)
    if len(rule.parts) == 1:
        return _rule_words(rule.parts[0], lang, depth)
    within = depth + 1 if rule.is_all or rule.is_any else _DEEP
    ordered = sorted(rule.parts, key=lambda part: not isinstance(part, Leaf))
    parts = [_rule_words(part, lang, within) for part in ordered]
    if rule.is_all and within < _DEEP and not isinstance(ordered[-2], Leaf):
        parts[-2] += ","  # `enten a eller b, og enten c eller d`
    if rule.is_any:
        words = say.RULE_ANY(lang, parts=_listing(parts, lang, say.RULE_OR))
    elif rule.is_all:
        listed = _listing(parts, lang)
        words = say.RULE_BOTH(lang, parts=listed) if depth == 1 else listed
    else:
        words = say.RULE_LEAST(lang, least=rule.least, parts=_listing(parts, lang))
    return f"({words})" if depth >= _DEEP else words


def _listing(parts: Sequence[str], lang: Language, last: Text = say.RULE_AND) -> str:
    """`a, b og c`."""
    if len(parts) == 1:
        return parts[0]
    return last(lang, first=", ".join(parts[:-1]), last=parts[-1])


def _met_or_not(rule: Rule, intervals: Mapping[str, Interval], lang: Language) -> str:
    states = [state_of(each.value) for each in intervals.values()]
    pending = states.count(State.PENDING)
    text = say.GOAL_REASON_PENDING if pending else say.GOAL_REASON
    met = states.count(State.FULFILLED)
    words = describe_rule(rule, lang)
    return text(lang, met=met, count=len(states), pending=pending, rule=words)


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
        return say.UNKNOWN_DEGREE(lang)
    if interval.value is not None:
        return number(interval.value, lang)
    low, high = number(interval.low, lang), number(interval.high, lang)
    return say.DEGREE_BETWEEN(lang, low=low, high=high)


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
    low, high = number(interval.low, lang), percent(interval.high, lang)
    return say.BETWEEN(lang, low=low, high=high)
