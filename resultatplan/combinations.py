"""From a goal's criteria to the goal: by a rule over their degrees, or by their mean.

What is pending lies between two degrees, so a goal has a lowest and a highest degree too. Where
they are the same it is decided. The column Regel shows a combination so, and it is read
back from there:

    combination := mean | weighted | rule [";" "delvist" [percent] ":" rule]
    mean        := "gennemsnit" ["(" rule (";" rule)* ")"]
    weighted    := "vægtet gennemsnit" "(" rule ":" number (";" rule ":" number)* ")"

`a og b; delvist 50 %: a eller b` is met by `a og b`, and partly met by `a eller b`. The mean of
`a og b; c` has two parts; without parts every criterion is one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from resultatplan.exact import HUNDRED
from resultatplan.rules import (
    DEEP,
    Leaf,
    Rule,
    RuleError,
    describe_rule,
    listing,
    parse_rule,
    resolve,
    rule_degree,
    rule_without,
    rule_words,
    with_given_keys,
    write_rule,
)
from resultatplan.scales import (
    FULL,
    NUMBER,
    Degree,
    Interval,
    degree_of_credit,
    percent,
    read_number,
    whole,
    write_credit,
    write_number,
)
from texts import explanations as say
from texts.language import DANISH, Language, Said, number

_MEAN = re.compile(r"(vægtet |weighted )?(?:gennemsnit|mean)\s*(?:\((.*)\))?")
_WEIGHT = re.compile(rf"(.*):\s*({NUMBER})")
_PARTLY = re.compile(rf"(.*);\s*delvist(?:\s+({NUMBER})\s*%)?\s*:\s*(.+)")


class Combine(StrEnum):
    """How a goal's criteria make its fulfilment."""

    RULE = "rule"
    MEAN = "mean"
    WEIGHTED_MEAN = "weighted_mean"


def weighs_criteria(combine: object, *, has_rule: bool) -> bool:
    """Whether a goal's criteria have weights: in a weighted mean that is not spelt out."""
    return combine == Combine.WEIGHTED_MEAN and not has_rule


@dataclass(frozen=True, slots=True)
class ByRule:
    """A rule; where it is not met but `partial_rule` is, the goal counts `credit` percent.

    Without a credit it only lies between what is met and what is not.
    """

    rule: Rule
    partial_rule: Rule | None = None
    credit: Decimal | None = None

    @property
    def partial_degree(self) -> Degree:
        """The degree of a goal that is partly met."""
        return degree_of_credit(self.credit)


Part = tuple[Rule, Decimal]
"""A part of a mean: a rule over criteria, and its weight (1 where the parts weigh the same)."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of the degrees of its parts."""

    parts: tuple[Part, ...]
    is_weighted: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether every part is a criterion, and they weigh the same."""
        return not self.is_weighted and all(isinstance(rule, Leaf) for rule, _ in self.parts)


Combination = ByRule | Mean


def combine(combination: Combination, degrees: Mapping[str, Degree]) -> Degree:
    """The degree of a goal, from its criteria's by the keys that the combination names.

    Every rule and mean grows with its criteria: of their least degrees it gives the goal's least,
    of the greatest its greatest. Raises `UnknownKeyError` for a key without a degree.
    """
    if isinstance(combination, Mean):
        parts = combination.parts
        reached = sum((weight * rule_degree(rule, degrees) for rule, weight in parts), Decimal(0))
        return whole(reached / sum(weight for _, weight in parts))
    degree = rule_degree(combination.rule, degrees)
    if is_partly_met(combination, degrees):
        return max(degree, combination.partial_degree)
    return degree


def interval_of(combination: Combination, intervals: Mapping[str, Interval]) -> Interval:
    """The least and the most that a goal can come to, from its criteria's; raises as `combine`."""
    return Interval(
        combine(combination, {key: each.low for key, each in intervals.items()}),
        combine(combination, {key: each.high for key, each in intervals.items()}),
    )


@dataclass(frozen=True, slots=True)
class GoalOutcome:
    """A goal by its criteria, by their keys within it; those that have left are no part of it."""

    combination: Combination
    intervals: Mapping[str, Interval]
    """The least and the most that each criterion can count."""
    expectations: Mapping[str, Degree | None]
    """What each is expected to count; what nobody knows (None) counts as the least. None of them
    is here where nothing is forecast."""

    @property
    def interval(self) -> Interval:
        """The least and the most that it can come to."""
        return interval_of(self.combination, self.intervals)

    @property
    def expected(self) -> Degree:
        """What it is expected to come to."""
        counting = {key: each.low for key, each in self.intervals.items()}
        known = {key: each for key, each in self.expectations.items() if each is not None}
        return combine(self.combination, counting | known)


def without(combination: Combination, keys: Collection[str]) -> Combination | None:
    """The combination when these criteria are no part of it; None when nothing is left."""
    if isinstance(combination, Mean):
        left = tuple(
            (kept, weight)
            for rule, weight in combination.parts
            if (kept := rule_without(rule, keys)) is not None
        )
        return Mean(left, combination.is_weighted) if left else None
    rule = rule_without(combination.rule, keys)
    if rule is None:
        return None
    partial = combination.partial_rule
    partial = None if partial is None else rule_without(partial, keys)
    return ByRule(rule, partial, combination.credit)


def is_partly_met(combination: ByRule, degrees: Mapping[str, Degree]) -> bool:
    """Whether the partial rule is met."""
    partial = combination.partial_rule
    return partial is not None and rule_degree(partial, degrees) >= FULL


def write_combination(combination: Combination, wording: str | None = None) -> str:
    """The combination as the column Regel shows it.

    `wording` is how the plan words its rule (`alle` for instance), where it is to stand so.
    """
    if isinstance(combination, Mean):
        if combination.is_plain:
            return "gennemsnit"
        name = "vægtet gennemsnit" if combination.is_weighted else "gennemsnit"
        return f"{name} ({write_parts(combination)})"
    text = wording or write_rule(combination.rule)
    if combination.partial_rule is None:
        return text
    partial = write_rule(combination.partial_rule)
    return f"{text}; delvist{write_credit(combination.credit)}: {partial}"


def write_parts(mean: Mean) -> str:
    """The parts of a mean as its rule lists them: `a og b; c`, or `a og b: 2; c: 1`."""
    if not mean.is_weighted:
        return "; ".join(write_rule(rule) for rule, _ in mean.parts)
    return "; ".join(f"{write_rule(rule)}: {write_number(each)}" for rule, each in mean.parts)


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
        parts = [rule_words(rule, lang, DEEP) for rule, _ in combination.parts]
        return say.MEAN(lang, parts=listing(parts, lang))
    parts = [
        say.MEAN_PART(lang, part=rule_words(rule, lang, DEEP), weight=number(weight, lang))
        for rule, weight in combination.parts
    ]
    return say.WEIGHTED_MEAN(lang, parts=listing(parts, lang))


def parse_parts(text: str, *, is_weighted: bool) -> tuple[Part, ...]:
    """The parts that the rule of a mean lists; `RuleError` says what cannot be read."""
    parts: list[Part] = []
    for part in text.split(";"):
        rule, weight = part, Decimal(1)
        if is_weighted:
            match = _WEIGHT.fullmatch(part.strip())
            if match is None or read_number(match[2]) <= 0:
                raise RuleError(say.RULE_UNWEIGHTED)
            rule, weight = match[1], read_number(match[2])
        parts.append((parse_rule(rule), weight))
    return tuple(parts)


def read_combination(text: str, keys: tuple[str, ...]) -> Combination:
    """The combination over exactly these criteria: blank and `alle` mean all of them.

    Raises `UnknownKeyError` when it names a key that is not there, `RuleError` for what cannot
    be read.
    """
    plain = " ".join(text.split()).casefold()
    if match := _MEAN.fullmatch(plain):
        return _read_mean(match[2], keys, is_weighted=match[1] is not None)
    if match := _PARTLY.fullmatch(plain):
        credit = None if match[2] is None else read_number(match[2])
        if credit is not None and not 0 < credit < HUNDRED:
            raise RuleError
        return ByRule(resolve(match[1], keys), resolve(match[3], keys), credit)
    return ByRule(resolve(text, keys))


def _read_mean(text: str | None, keys: tuple[str, ...], *, is_weighted: bool) -> Mean:
    if text is None and not is_weighted:
        return Mean(tuple((Leaf(key), Decimal(1)) for key in keys))
    parts = tuple(
        (with_given_keys(rule, keys), weight)
        for rule, weight in parse_parts(text or "", is_weighted=is_weighted)
    )
    if frozenset().union(*(rule.keys() for rule, _ in parts)) != frozenset(keys):
        raise RuleError
    return Mean(parts, is_weighted)


def rule_mistakes(
    combine: str, name: str, text: str | None, keys: Sequence[str]
) -> Iterator[tuple[str, dict[str, Said]]]:
    """What is wrong with a goal's `rule` or `partial_rule`: findings, and fields of their messages.

    `keys` are the short ones of its criteria, none where they are not known.
    """
    if text is None:
        return
    if combine != Combine.RULE and (name == "partial_rule" or ";" not in text):
        yield "RP-834", {"found": combine}
        return
    try:
        if combine == Combine.RULE:
            rules = [parse_rule(text)]
        else:
            is_weighted = combine == Combine.WEIGHTED_MEAN
            rules = [rule for rule, _ in parse_parts(text, is_weighted=is_weighted)]
    except RuleError as error:
        yield "RP-831", {"found": text, "reason": error.reason}
        return
    named = frozenset[str]().union(*(rule.keys() for rule in rules))
    for each in sorted(named - set(keys)) if keys else ():
        yield "RP-832", {"found": each, "expected": ", ".join(keys)}
    # By its whole key, 1.1.a, a criterion is named, too, though the rule must say a.
    mentioned = {each.rpartition(".")[2] for each in named}
    for each in sorted(set(keys) - mentioned) if name == "rule" else ():
        yield "RP-833", {"found": each}
