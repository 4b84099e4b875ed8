"""The kinds of criterion: what is measured, and when one is fulfilled.

Eight kinds are those of the five plans; the others are those of other agencies' plans. Quantities
are decimals in the plan's units: percent as 82, days, weeks, mio. kr. The same comparisons serve
cells, where a percentage is 0.82, since they do not depend on scale as long as target and measure
share it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from resultatplan.exact import AMOUNT_DECIMALS, ratio, reaches, rounded


class Kind(StrEnum):
    """How a criterion is judged."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    OVER = "over"
    UNDER = "under"
    BETWEEN = "between"
    WITHIN = "within"
    REDUCTION = "reduction"
    GROWTH = "growth"
    BENCHMARK = "benchmark"
    BENCHMARK_LEAST = "benchmark_least"
    DELIVERED_BY = "delivered_by"
    DONE = "done"
    ASSESSED = "assessed"

    @cached_property
    def is_numeric(self) -> bool:
        """Whether the agency reports a number."""
        return self not in (Kind.DELIVERED_BY, Kind.DONE, Kind.ASSESSED)

    @property
    def needs_basis(self) -> bool:
        """Whether the number is judged against a budget, a baseline or a benchmark."""
        return self.is_relative or self.is_benchmark

    @property
    def is_plain(self) -> bool:
        """Whether the result itself is held against the plan's target, so that a count can run."""
        return self in (Kind.AT_LEAST, Kind.AT_MOST, Kind.OVER, Kind.UNDER)

    @cached_property
    def is_upwards(self) -> bool:
        """Whether more is better."""
        return self in (
            Kind.AT_LEAST,
            Kind.OVER,
            Kind.REDUCTION,
            Kind.GROWTH,
            Kind.BENCHMARK_LEAST,
        )

    @cached_property
    def is_strict(self) -> bool:
        """Whether the target itself does not meet it."""
        return self in (Kind.OVER, Kind.UNDER)

    @cached_property
    def has_levels(self) -> bool:
        """Whether there can be levels that count in part on the way to its target."""
        return self.is_numeric and not self.is_strict and self is not Kind.BETWEEN

    @cached_property
    def is_change(self) -> bool:
        """Whether a change from a basis is measured, in percent."""
        return self in (Kind.REDUCTION, Kind.GROWTH)

    @property
    def is_relative(self) -> bool:
        """Whether a deviation or a change from a basis is measured, not the result itself."""
        return self is Kind.WITHIN or self.is_change

    @cached_property
    def is_benchmark(self) -> bool:
        """Whether the target is a level that is reported beside the agency's own."""
        return self in (Kind.BENCHMARK, Kind.BENCHMARK_LEAST)

    @property
    def needs_target(self) -> bool:
        """Whether the plan must state a target (a benchmark is reported instead)."""
        return self.is_numeric and not self.is_benchmark


class State(StrEnum):
    """Whether a criterion, or a goal, is met."""

    FULFILLED = "fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    PENDING = "pending"
    PARTIAL = "partial"
    """Met in part (delvist opfyldt); only where the plan has a scheme for it."""
    WITHDRAWN = "withdrawn"
    """By a ruling no part of the computation any more (udgået)."""
    NOT_MEASURED = "not_measured"
    """By a ruling not measured this year, and no part of the computation."""

    @property
    def has_left(self) -> bool:
        """Whether it is by a ruling no part of the computation."""
        return self in (State.WITHDRAWN, State.NOT_MEASURED)


class Facts(NamedTuple):
    """What a criterion is judged on; each kind looks at its own. Percent as 82."""

    target: Decimal | None = None
    """For a benchmark, its level; the least of an interval."""
    measured: Decimal | None = None
    target_to: Decimal | None = None
    """The greatest of an interval."""
    deadline: date | None = None
    delivered: date | None = None
    done: bool | None = None
    partly: bool = False
    """Whether the answer was `Delvist`; then `done` is None."""
    grade: int | None = None
    """The grade that was given, between no (0) and yes (100); then `done` is None."""


LABELS: dict[Kind, str] = {
    Kind.AT_LEAST: "mindst",
    Kind.AT_MOST: "højst",
    Kind.OVER: "over",
    Kind.UNDER: "under",
    Kind.BETWEEN: "mellem",
    Kind.WITHIN: "+/-",
    Kind.REDUCTION: "reduktion på mindst",
    Kind.GROWTH: "stigning på mindst",
    Kind.BENCHMARK: "højst sammenligningstallet",
    Kind.BENCHMARK_LEAST: "mindst sammenligningstallet",
    Kind.DELIVERED_BY: "senest",
    Kind.DONE: "gennemført",
    Kind.ASSESSED: "konkret vurdering",
}
"""The Danish label of each kind: what the column Krav shows and the RP_ functions read."""
EARLIER_LABELS: dict[str, Kind] = {
    "højst som benchmark": Kind.BENCHMARK,
    "mindst som benchmark": Kind.BENCHMARK_LEAST,
}
"""What workbooks made before today's labels say: still read, never written."""


def measure(
    kind: Kind, basis: Decimal | None, result: Decimal | None, *, in_percent: bool
) -> Decimal | None:
    """The value that is compared with the target, or None where nothing can be measured yet.

    For `within` the deviation, `result - basis`, in percent of `|basis|` where `in_percent`.
    For `reduction` the fall from `basis` in percent, for `growth` the rise. For the other kinds the
    result itself.

    Raises `ZeroDivisionError` where a percentage of a basis of 0 is asked for: a finding at
    the cell of the basis, never a measure.
    """
    if result is None or not kind.is_numeric:
        return None
    if not kind.is_relative:
        return result
    if basis is None:
        return None
    if kind is Kind.WITHIN and not in_percent:
        return rounded(result - basis, AMOUNT_DECIMALS)
    if basis == 0:
        raise ZeroDivisionError("a basis of 0 gives no measure")
    if kind is Kind.WITHIN:
        return ratio(result - basis, abs(basis))
    return ratio(result - basis if kind is Kind.GROWTH else basis - result, basis)


def judge_number(
    kind: Kind,
    target: Decimal | None,
    measured: Decimal | None,
    target_to: Decimal | None = None,
) -> State:
    """Judge a measured value; `target` is the level that is reported for a benchmark.

    An interval runs from `target` to `target_to`, both of which meet it. All count with 12
    decimals, as the cells compare them: a sum that is off by what a computer cannot hold is not
    off.
    """
    if measured is None or target is None:
        return State.PENDING
    if not kind.is_numeric:
        raise ValueError(f"{kind} is not judged on a number")
    if kind is Kind.WITHIN:
        met = reaches(abs(target), abs(measured))
    elif kind is Kind.BETWEEN:
        if target_to is None:
            return State.PENDING
        met = reaches(measured, target) and reaches(target_to, measured)
    elif kind.is_strict:
        met = not (reaches(target, measured) if kind.is_upwards else reaches(measured, target))
    else:
        met = reaches(measured, target) if kind.is_upwards else reaches(target, measured)
    return State.FULFILLED if met else State.NOT_FULFILLED


def judge(kind: Kind, facts: Facts) -> State:
    """Judge any criterion, as if it had no scale."""
    if kind.is_numeric:
        return judge_number(kind, facts.target, facts.measured, facts.target_to)
    met = _is_in_time(facts) if kind is Kind.DELIVERED_BY else facts.done
    if met is None:
        return State.PENDING
    return State.FULFILLED if met else State.NOT_FULFILLED


def _is_in_time(facts: Facts) -> bool | None:
    """Whether it was delivered on or before the deadline; with Nej it was not.

    A date together with Nej contradicts itself and stays pending; Ja without a date says nothing
    about when, so it is pending too.
    """
    if facts.delivered is None:
        return False if facts.done is False else None
    if facts.done is False or facts.deadline is None:
        return None
    return facts.delivered <= facts.deadline
