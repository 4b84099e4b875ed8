"""How a total is computed: the goals' fulfilments, weighted; secured, expected and attainable.

Goals are 0 to 100 pct. and weigh the same unless the plan says otherwise. A total is computed
exactly, so that 14 of 14 goals is 100 and not 99.99.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm

from resultatplan.scales import Degree


@dataclass(frozen=True, slots=True)
class Score:
    """Totals in percent: what can no longer be lost, what is expected, what is not yet lost.

    `secured` <= `expected` <= `attainable`; in the final report all three are one figure.
    """

    secured: float
    expected: float
    attainable: float


def total(
    degrees: Sequence[Degree | None], weights: Sequence[float], *, pending: Degree = 0
) -> float:
    """The weighted mean of the goals' degrees, in percent; a goal that has left weighs 0.

    What is pending (None) counts `pending`. Raises `ValueError` when the lengths differ, or the
    weights are negative or sum to nothing.
    """
    if len(degrees) != len(weights):
        raise ValueError(f"{len(degrees)} goals but {len(weights)} weights")
    if not weights or min(weights) < 0 or max(weights) == 0:
        raise ValueError("weights must be positive")
    shares, _ = _over_one_denominator(weights)
    parts, whole = _over_one_denominator([pending if each is None else each for each in degrees])
    reached = sum(share * part for share, part in zip(shares, parts, strict=True))
    return reached / (sum(shares) * whole)


def _over_one_denominator(numbers: Sequence[Degree | float]) -> tuple[list[int], int]:
    """The numerators of numbers over the denominator that they have in common, and that."""
    ratios = [each.as_integer_ratio() for each in numbers]
    common = lcm(*(below for _, below in ratios))
    return [above * (common // below) for above, below in ratios], common
