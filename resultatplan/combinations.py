"""From a goal's criteria to the goal: by a rule over their degrees, or by their mean.

What is pending lies between two degrees, so a goal has a lowest and a highest degree too. Where
they are the same it is decided. The column Regel shows a combination so, and it is read
back from there:

    combination := mean | weighted | rule [";" "delvist" percent ":" rule]
    mean        := "gennemsnit"
    weighted    := "vægtet gennemsnit" "(" key ":" number (";" key ":" number)* ")"

`a og b; delvist 50 %: a eller b` is met by `a og b`, and partly met by `a eller b`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from resultatplan.exact import HUNDRED
from resultatplan.rules import (
    Rule,
    RuleError,
    UnknownKeyError,
    given_key,
    resolve,
    rule_degree,
    rule_without,
    short_key,
    write_rule,
)
from resultatplan.scales import FULL, NUMBER, Degree, Interval, read_number, whole, write_number

_MEAN = frozenset({"gennemsnit", "mean"})
_WEIGHTED = re.compile(r"(?:vægtet gennemsnit|weighted mean)\s*\((.*)\)")
_WEIGHT = re.compile(rf"([\w.]+)\s*:\s*({NUMBER})")
_PARTLY = re.compile(rf"(.*);\s*delvist\s+({NUMBER})\s*%\s*:\s*(.+)")


@dataclass(frozen=True, slots=True)
class ByRule:
    """A rule; where it is not met but `partial_rule` is, the goal counts `credit` percent."""

    rule: Rule
    partial_rule: Rule | None = None
    credit: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of the criteria's degrees, each with its weight (1 where they weigh the same)."""

    weights: tuple[tuple[str, Decimal], ...]
    is_weighted: bool = False


Combination = ByRule | Mean


def combine(combination: Combination, degrees: Mapping[str, Degree]) -> Degree:
    """The degree of a goal, from its criteria's by the keys that the combination names.

    Every rule and mean grows with its criteria: of their least degrees it gives the goal's least,
    of the greatest its greatest. Raises `UnknownKeyError` for a key without a degree.
    """
    if isinstance(combination, Mean):
        if missing := [key for key, _ in combination.weights if key not in degrees]:
            raise UnknownKeyError(f"no criterion {missing[0]!r}")
        reached = sum((weight * degrees[key] for key, weight in combination.weights), Decimal(0))
        return whole(reached / sum(weight for _, weight in combination.weights))
    degree = rule_degree(combination.rule, degrees)
    if is_partly_met(combination, degrees):
        return max(degree, whole(combination.credit))
    return degree


def interval_of(combination: Combination, intervals: Mapping[str, Interval]) -> Interval:
    """The least and the most that a goal can come to, from its criteria's; raises as `combine`."""
    return Interval(
        combine(combination, {key: each.low for key, each in intervals.items()}),
        combine(combination, {key: each.high for key, each in intervals.items()}),
    )


def without(combination: Combination, keys: Collection[str]) -> Combination | None:
    """The combination when these criteria are no part of it; None when nothing is left."""
    if isinstance(combination, Mean):
        left = tuple(pair for pair in combination.weights if pair[0] not in keys)
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
        if not combination.is_weighted:
            return "gennemsnit"
        listed = (f"{short_key(key)}: {write_number(each)}" for key, each in combination.weights)
        return f"vægtet gennemsnit ({'; '.join(listed)})"
    text = wording or write_rule(combination.rule)
    if combination.partial_rule is None:
        return text
    partial = write_rule(combination.partial_rule)
    return f"{text}; delvist {write_number(combination.credit)} %: {partial}"


def read_combination(text: str, keys: tuple[str, ...]) -> Combination:
    """The combination over exactly these criteria: blank and `alle` mean all of them.

    Raises `UnknownKeyError` when it names a key that is not there, `RuleError` for what cannot
    be read.
    """
    plain = " ".join(text.split()).casefold()
    if plain in _MEAN:
        return Mean(tuple((key, Decimal(1)) for key in keys))
    if match := _WEIGHTED.fullmatch(plain):
        return Mean(_read_weights(match[1], keys), is_weighted=True)
    if match := _PARTLY.fullmatch(plain):
        credit = read_number(match[2])
        if not 0 < credit < HUNDRED:
            raise RuleError(f"what is partly met counts between 0 and 100, not {credit}")
        return ByRule(resolve(match[1], keys), resolve(match[3], keys), credit)
    return ByRule(resolve(text, keys))


def _read_weights(text: str, keys: tuple[str, ...]) -> tuple[tuple[str, Decimal], ...]:
    weights: dict[str, Decimal] = {}
    for part in text.split(";"):
        match = _WEIGHT.fullmatch(part.strip())
        if match is None:
            raise RuleError(f"cannot read the weight {part.strip()!r}")
        key, weight = given_key(match[1], keys), read_number(match[2])
        if key in weights or weight <= 0:
            raise RuleError(f"{match[1]!r} needs one weight above 0")
        weights[key] = weight
    if len(weights) != len(keys):
        raise RuleError("each criterion needs a weight")
    return tuple((key, weights[key]) for key in keys)
