"""What a criterion comes to: as things stand, at least, at most, and as expected.

Fulfilment is settled when the year is over. In a report before that only what is irrevocable is
decided; everything else lies between two bounds that no later honest report of the year can leave.
Degrees are 0 to 100, as in `scales`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from resultatplan.criteria import Facts, Kind, State
from resultatplan.scales import FULL, OPEN, Degree, Interval, Partly, Scale, degree_of, state_of
from texts.explanations import COUNTED


class Counted(StrEnum):
    """When a figure is settled (Opgøres)."""

    RUNNING = "running"
    """A count for the year to date: it only grows."""
    YEAR = "year"
    """The year's own figure: nothing before the year is over decides it."""
    ONCE = "once"
    """A measurement that is made once: decided as soon as it is reported."""


COUNTED_LABELS: dict[Counted, str] = {each: COUNTED[each].da for each in Counted}
"""What the column Opgøres shows, and the RP_ functions read."""


class Status(StrEnum):
    """The agency's own forecast by colour."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True)
class Outcome:
    """A criterion judged, by what was agreed, what is reported and when."""

    kind: Kind
    facts: Facts
    scale: Scale | None = None
    counted: Counted = Counted.YEAR
    provisional: bool = False
    """Whether the figure is said to be preliminary: it decides nothing before the year is over."""
    forecast: Facts | None = None
    """What is judged if the year ends as the agency forecasts; None where it forecasts nothing."""
    status: Status | None = None
    as_of: date | None = None
    """The last day of the period reported on, `date.min` while that is unknown; None in the final
    report."""

    @property
    def is_final(self) -> bool:
        """Whether the year is over."""
        return self.as_of is None

    @cached_property
    def current(self) -> Degree | None:
        """The degree if the year ended with what is reported; None where nothing can be judged."""
        return degree_of(self.kind, self.scale, self.facts)

    @cached_property
    def interval(self) -> Interval:
        """The least and the most that it can come to; what is pending at the end stays open."""
        return OPEN if self.is_final and self.current is None else self.bounds(self.current)

    def bounds(self, now: Degree | None) -> Interval:
        """The least and the most that it counts, by the degree as things stand.

        The rules are those of *Fulfilment*: a count is never lost and a limit never regained, a
        year's figure is open, a delivery stays delivered, and so does what is done or assessed. In
        the final report what is pending counts nothing.
        """
        if self.as_of is None:
            return Interval(now or 0, now or 0)
        if now is None or self.provisional:
            return OPEN
        if self.kind is Kind.DELIVERED_BY:
            return self._delivery(now, self.as_of)
        if not self.kind.is_numeric:
            return Interval(now, FULL)
        if self.counted is Counted.ONCE:
            return Interval(now, now)
        if self.counted is Counted.RUNNING:
            return Interval(now, FULL) if self.kind.is_upwards else Interval(0, now)
        return OPEN

    def _delivery(self, now: Degree, as_of: date) -> Interval:
        """A date stands; Nej is a forecast until the deadline has passed."""
        deadline, scale = self.facts.deadline, self.scale
        if self.facts.delivered is not None:
            return Interval(now, now)
        if deadline is None or deadline > as_of:
            return OPEN
        if isinstance(scale, Partly) and scale.until is not None and scale.until > as_of:
            return Interval(0, scale.degree)
        return Interval(0, 0)

    @property
    def secured(self) -> Degree:
        """What can no longer be lost; in the final report what is reached."""
        return self.bounds(self.current).low

    @property
    def attainable(self) -> Degree:
        """What is not yet lost; in the final report what is reached."""
        return self.bounds(self.current).high

    @cached_property
    def forecast_degree(self) -> Degree | None:
        """What the agency forecasts, by a figure or else by its colour; None where by neither."""
        found = None
        if self.forecast is not None:
            found = degree_of(self.kind, self.scale, self.forecast)
        return _OF_STATUS.get(self.status) if found is None else found

    @cached_property
    def expected(self) -> Degree | None:
        """What it is expected to come to; None where nothing tells, which counts as not met.

        What is decided, or else the agency's forecast, or else what is reported so far. In the
        final report what is pending counts as not met.
        """
        low, high = self.bounds(self.current)
        if low == high:
            return low
        found = self.current if self.forecast_degree is None else self.forecast_degree
        return None if found is None else max(low, min(high, found))

    @property
    def state(self) -> State:
        """Fulfilled, partial or not, once that is decided; else pending."""
        return state_of(self.interval.value)

    @property
    def is_on_level(self) -> bool | None:
        """Whether a pending figure would be met if the year ended with it; None without one."""
        if self.state is not State.PENDING or not self.kind.is_numeric or self.current is None:
            return None
        return self.current >= FULL

    @property
    def is_deviation(self) -> bool:
        """Whether it is lost for good, wholly or in part, or expected not to be met.

        A running count below the year's target is no deviation by itself.
        """
        if self.is_final:
            return self.state in (State.NOT_FULFILLED, State.PARTIAL)
        grows = self.counted is Counted.RUNNING and self.kind.is_upwards
        if grows and self.forecast_degree is None:
            return False
        return self.expected is not None and self.expected < FULL


_OF_STATUS: dict[Status | None, Degree] = {Status.GREEN: FULL, Status.RED: 0}
