"""From a goal's criteria to the goal: by a rule over their degrees, or by their mean.

What is pending is anything between 0 and 100, so a goal has a lowest and a highest degree. Where
they are the same the goal is decided.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from resultatplan.degrees import FULL, Degree, whole
from resultatplan.rules import Rule, UnknownKeyError, rule_degree, rule_without


class Interval(NamedTuple):
    """The lowest and the highest degree that a goal can come to."""

    low: Degree
    high: Degree

    @property
    def value(self) -> Degree | None:
        """The degree where it is decided, else None."""
        return self.low if self.low == self.high else None


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


def combine(combination: Combination, degrees: Mapping[str, Degree | None]) -> Interval:
    """The interval of a goal, from its criteria's degrees by the keys that the combination names.

    Raises `UnknownKeyError` for a key without a degree.
    """
    lows = {key: 0 if value is None else value for key, value in degrees.items()}
    low = _degree(combination, lows)
    if None not in degrees.values():
        return Interval(low, low)
    highs = {key: FULL if value is None else value for key, value in degrees.items()}
    return Interval(low, _degree(combination, highs))


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


def _degree(combination: Combination, degrees: Mapping[str, Degree]) -> Degree:
    if isinstance(combination, Mean):
        return _mean(combination, degrees)
    degree = rule_degree(combination.rule, degrees)
    if is_partly_met(combination, degrees):
        return max(degree, whole(combination.credit))
    return degree


def _mean(mean: Mean, degrees: Mapping[str, Degree]) -> Degree:
    if missing := [key for key, _ in mean.weights if key not in degrees]:
        raise UnknownKeyError(f"no criterion {missing[0]!r}")
    reached = sum((weight * degrees[key] for key, weight in mean.weights), Decimal(0))
    return whole(reached / sum(weight for _, weight in mean.weights))
