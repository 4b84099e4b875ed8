"""From goals to a total: secured, attainable, and each goal's share.

Goals are 0 or 100 pct. and weigh the same unless the plan says otherwise. Totals are computed
with fractions, so that 14 of 14 goals is 100 and not 99.99.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from resultatplan.criteria import State

FULL = 100


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


def secured(fulfilments: Sequence[int | None], weights: Sequence[float]) -> float:
    """The total so far, in percent: the weighted share of what is fulfilled.

    Raises `ValueError` when the lengths differ, or the weights are negative or sum to nothing.
    """
    return _total([value or 0 for value in fulfilments], weights)


def attainable(fulfilments: Sequence[int | None], weights: Sequence[float]) -> float:
    """The total if everything pending is fulfilled, in percent; raises as `secured` does."""
    return _total([FULL if value is None else value for value in fulfilments], weights)


def score(fulfilments: Sequence[int | None], weights: Sequence[float]) -> Score:
    """Both totals at once."""
    return Score(secured(fulfilments, weights), attainable(fulfilments, weights))


def _total(fulfilments: Sequence[int], weights: Sequence[float]) -> float:
    if len(fulfilments) != len(weights):
        raise ValueError(f"{len(fulfilments)} goals but {len(weights)} weights")
    shares = [Fraction(weight) for weight in weights]
    whole = sum(shares)
    if whole <= 0 or any(share < 0 for share in shares):
        raise ValueError("weights must be positive")
    reached = sum(
        (share * value for share, value in zip(shares, fulfilments, strict=True)), Fraction(0)
    )
    return float(reached / whole)
