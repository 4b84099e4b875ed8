"""How much a criterion counts when it is neither simply met nor simply missed.

A degree is a percentage, 0 to 100, of which `None` says that it is not known yet. A criterion
without a scale is worth 100 or 0. All arithmetic is decimal; what does not come out even is
rounded as cells round it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from resultatplan.criteria import Kind, State, judge, judge_number
from resultatplan.exact import HUNDRED, PERCENT_DECIMALS, rounded

Degree = int | Decimal
"""A percentage, 0 to 100; an int where it is a whole number."""

FULL = 100


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps: a level and what reaching it counts. A level of None is the target itself."""

    steps: tuple[tuple[Decimal | None, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Slope:
    """A straight line from 0 pct. at `zero` to 100 pct. at `full`; None is the target itself."""

    zero: Decimal
    full: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Partly:
    """What is partly met counts `credit`: answered so, or delivered late but by `until`."""

    credit: Decimal
    until: date | None = None


Scale = Ladder | Slope | Partly


class Facts(NamedTuple):
    """What a criterion is judged on; each kind looks at its own. Percent as 82."""

    target: Decimal | None = None
    """For a benchmark, its level."""
    measured: Decimal | None = None
    deadline: date | None = None
    delivered: date | None = None
    done: bool | None = None
    partly: bool = False
    """Whether the answer was `Delvist`; then `done` is None."""

    def state(self, kind: Kind) -> State:
        """Met, not met or pending, as if there were no scale."""
        return judge(
            kind,
            target=self.target,
            measured=self.measured,
            deadline=self.deadline,
            delivered=self.delivered,
            done=self.done,
        )


def whole(value: Decimal) -> Degree:
    """A degree with the decimals that cells keep; an int where it has none."""
    value = rounded(value, PERCENT_DECIMALS)
    return int(value) if value == value.to_integral_value() else value


def degree_of(kind: Kind, scale: Scale | None, facts: Facts) -> Degree | None:
    """The degree to which a criterion is met; None while it is pending."""
    if isinstance(scale, Partly) and not kind.is_numeric:
        if kind is not Kind.DELIVERED_BY and facts.partly:
            return whole(scale.credit)
        if kind is Kind.DELIVERED_BY and is_late_but_partly(scale, facts):
            return whole(scale.credit)
    state = facts.state(kind)
    if state is State.NOT_FULFILLED and facts.measured is not None and kind.is_numeric:
        if isinstance(scale, Ladder):
            step = step_reached(kind, scale, facts)
            return 0 if step is None else whole(step[1])
        if isinstance(scale, Slope):
            return _on_slope(kind, scale, facts.target, facts.measured)
    return DEGREES[state]


def state_of(degree: Degree | None) -> State:
    """Fulfilled at 100, not fulfilled at 0, partial between, pending where it is not known."""
    if degree is None:
        return State.PENDING
    if degree >= FULL:
        return State.FULFILLED
    return State.PARTIAL if degree > 0 else State.NOT_FULFILLED


def is_late_but_partly(scale: Partly, facts: Facts) -> bool:
    """Whether a delivery came after its deadline, but by the day until which it counts partly."""
    late = facts.state(Kind.DELIVERED_BY) is State.NOT_FULFILLED
    if not late or facts.delivered is None or scale.until is None:
        return False
    return facts.delivered <= scale.until


def step_reached(kind: Kind, ladder: Ladder, facts: Facts) -> tuple[Decimal, Decimal] | None:
    """The best step that the measure reaches: its level and its credit; None below them all."""
    reached = [
        (level, credit)
        for at, credit in ladder.steps
        if (level := facts.target if at is None else at) is not None
        and judge_number(kind, level, facts.measured) is State.FULFILLED
    ]
    return max(reached, key=lambda step: step[1], default=None)


def _on_slope(kind: Kind, slope: Slope, target: Decimal | None, measured: Decimal) -> Degree:
    full = target if slope.full is None else slope.full
    if full is None:
        raise ValueError("a slope needs a target where it states none")
    zero = slope.zero
    if kind is Kind.WITHIN:
        zero, full, measured = abs(zero), abs(full), abs(measured)
    if judge_number(kind, full, measured) is State.FULFILLED:
        return FULL
    way = (measured - zero) if full > zero else (zero - measured)
    # A benchmark may be reported beyond where its line begins: then there is no line.
    is_upwards = kind in (Kind.AT_LEAST, Kind.REDUCTION)
    if way <= 0 or is_upwards != (full > zero):
        return 0
    return whole(way * HUNDRED / abs(full - zero))


DEGREES: dict[State, Degree | None] = {
    State.FULFILLED: FULL,
    State.NOT_FULFILLED: 0,
    State.PENDING: None,
}
"""The degree of a criterion that has no scale."""
