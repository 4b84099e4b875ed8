"""From goals to a total: secured, attainable, and each goal's share.

Goals are 0 or 100 pct. and weigh the same unless the plan says otherwise. Totals are computed
exactly, so that 14 of 14 goals is 100 and not 99.99.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from resultatplan.criteria import State
from resultatplan.degrees import FULL, Degree

__all__ = [
    "FULL",
    "Score",
    "attainable",
    "equal_weights",
    "fulfilment",
    "score",
    "secured",
    "total",
]


@dataclass(frozen=True, slots=True)
class Score:
    """Totals in percent: what is secured so far, and what can still be attained."""

    secured: float
    attainable: float


def fulfilment(state: State, *, final: bool = False) -> int | None:
    """100, 0 or None (pending). In the year's final report pending counts as not fulfilled."""
    if state is State.FULFILLED:
        return FULL
    if state is State.NOT_FULFILLED or final:
        return 0
    return None


def equal_weights(goals: int) -> tuple[float, ...]:
    """The weight of each goal, 100 / number of goals, in percent."""
    return (FULL / goals,) * goals


def secured(fulfilments: Sequence[Degree | None], weights: Sequence[float]) -> float:
    """The total so far, in percent: the weighted share of what is fulfilled.

    Raises `ValueError` when the lengths differ, or the weights are negative or sum to nothing.
    """
    return total([value or 0 for value in fulfilments], weights)


def attainable(fulfilments: Sequence[Degree | None], weights: Sequence[float]) -> float:
    """The total if everything pending is fulfilled, in percent; raises as `secured` does."""
    return total([FULL if value is None else value for value in fulfilments], weights)


def score(fulfilments: Sequence[Degree | None], weights: Sequence[float]) -> Score:
    """Both totals at once."""
    return Score(secured(fulfilments, weights), attainable(fulfilments, weights))


def total(degrees: Sequence[Degree], weights: Sequence[float]) -> float:
    """The weighted mean of the goals' degrees, in percent; raises as `secured` does."""
    if len(degrees) != len(weights):
        raise ValueError(f"{len(degrees)} goals but {len(weights)} weights")
    if not weights or min(weights) < 0 or max(weights) == 0:
        raise ValueError("weights must be positive")
    if 0 in weights:
        counted = [pair for pair in zip(weights, degrees, strict=True) if pair[0]]
        return total([degree for _, degree in counted], [weight for weight, _ in counted])
    if len(set(weights)) == 1:
        # Equal weights need no fractions: one division is as exact.
        return float(sum(degrees) / len(degrees))
    shares = [(Fraction(weight), degree) for weight, degree in zip(weights, degrees, strict=True)]
    reached = sum((share * Fraction(degree) for share, degree in shares), Fraction(0))
    return float(reached / sum(share for share, _ in shares))
