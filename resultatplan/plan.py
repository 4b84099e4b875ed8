"""The plan as data: frozen models of one agreed result plan.

Percentages are 82, not 0.82; amounts are in the criterion's unit. The models check what one plan
must hold by itself; `resultatplan.library` reads the files and reports mistakes in them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache, cached_property
from itertools import chain, pairwise
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from resultatplan.bonus import Bonus
from resultatplan.combinations import Combination, Combine, without
from resultatplan.goals import (
    FIRST_YEAR,
    LAST_YEAR,
    Criterion,
    Goal,
    Line,
    Model,
    Name,
    Number,
    contradiction,
    repeated,
)
from resultatplan.rulings import Ruled, Ruling, in_force
from resultatplan.scales import Degree, Scale
from texts.findings import SPAN
from texts.language import phrase, said_day

FIRST_VERSION = "1.0"
_LATEST_SUBMISSION = timedelta(days=366)
"""A report dated more than a year after its period belongs to another one."""
_FIXED_CLOSING_DAYS = frozenset({(6, 5), (12, 24), (12, 31)})
"""Grundlovsdag, Christmas Eve and New Year's Eve: the state's offices are closed."""


class Section(Model):
    """A section of the plan (strategiske mål, økonomiske mål …)."""

    title: Line
    number: Line | None = None
    goals: tuple[Goal, ...] = Field(min_length=1)


class Period(Model):
    """A reporting period: Q1 … Q4, H1, H2."""

    id: Annotated[str, StringConstraints(pattern=r"^(Q[1-4]|H[12])$")]
    name: Name
    ends: date
    final: bool = False

    def fits(self, submitted: date) -> bool:
        """Whether a report of that day can be one for the period, and not for another year's."""
        return self.ends <= submitted <= self.ends + _LATEST_SUBMISSION


class Reporting(Model):
    """When the agency reports: so many calendar days after each period's end."""

    days: int = Field(ge=1, le=120)
    heeds_holidays: bool = False
    """Whether a deadline on a weekend or public holiday moves to the next working day."""
    text: Line
    periods: tuple[Period, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _last_period_is_final(self) -> Self:
        *before, last = self.periods
        if not last.final or any(each.final for each in before):
            raise PydanticCustomError("last_is_final", "exactly the last period must be final")
        for earlier, later in pairwise(self.periods):
            if later.ends <= earlier.ends:
                days = {"found": said_day(later.ends), "expected": said_day(earlier.ends)}
                raise contradiction("RP-853", later.id, **days)
        for values in ([each.id for each in self.periods], [each.name for each in self.periods]):
            for mistake in repeated(values, "periods"):
                raise mistake
        return self


class Tolerance(Model):
    """Largest allowed budget deviation by size of institution, in `unit`."""

    size: Line
    headcount: Line | None = None
    base_budget: Number
    follow_up_2: Number
    unit: Line


class Weighting(StrEnum):
    """How goals weigh against one another."""

    EQUAL = "equal"
    WEIGHTS = "weights"
    POINTS = "points"
    COUNTED = "counted"
    """Not at all: goals met, partly met and not met are counted, and there is no total."""


class Scoring(Model):
    """What the plan agrees on beyond met or not met: its optional table `[scoring]`.

    Without it every goal weighs the same and is met or not. The last has no default: where it
    matters, the plan says.
    """

    weighting: Weighting = Weighting.EQUAL
    partial_credit: Annotated[Number, Field(gt=0, lt=100)] | None = None
    """What `delvist opfyldt` counts, in percent."""


class Plan(Model):
    """One result plan, whole."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+$")] = FIRST_VERSION
    title: Name
    ministry: Name
    institution: Name
    year: int = Field(ge=FIRST_YEAR, le=LAST_YEAR)
    valid_from: date
    valid_to: date
    stated_goals: int
    """The number of goals that the plan's own text states."""
    stated_goals_text: Line
    scoring_text: Line
    scoring: Scoring = Scoring()
    reporting: Reporting
    bonus: Bonus
    tolerances: tuple[Tolerance, ...] = ()
    notes: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = Field(min_length=1)
    rulings: tuple[Ruling, ...] = ()
    """What the department has decided during the year, in the order in which it did."""

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """All goals, in the plan's order."""
        return tuple(goal for section in self.sections for goal in section.goals)

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria, in the plan's order."""
        return tuple(criterion for goal in self.goals for criterion in goal.criteria)

    @cached_property
    def criterion_by_key(self) -> dict[str, Criterion]:
        """Each criterion by its key."""
        return {criterion.key: criterion for criterion in self.criteria}

    @cached_property
    def goal_by_key(self) -> dict[str, Goal]:
        """The goal of each criterion key."""
        return {criterion.key: goal for goal in self.goals for criterion in goal.criteria}

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """Each goal's weight in percent, in the plan's order; 0 for a goal that has left.

        The rest share 100, equally where the plan states no weights or points. None weighs
        anything where there is no total.
        """
        if not self.has_total:
            return (0.0,) * len(self.goals)
        shares = [Decimal(0) if self.has_left(goal) else self.share_of(goal) for goal in self.goals]
        if self.scoring.weighting is Weighting.EQUAL:
            each = 100 / sum(1 for share in shares if share)
            return tuple(each if share else 0.0 for share in shares)
        whole = sum(map(Fraction, shares))
        return tuple(float(100 * Fraction(share) / whole) for share in shares)

    @property
    def has_total(self) -> bool:
        """Whether the goals make a total; otherwise they are only counted."""
        return self.scoring.weighting is not Weighting.COUNTED

    def told(self, degree: Degree | None) -> Degree | None:
        """A degree as it is told: none where goals are only counted, there the state says it."""
        return degree if self.has_total else None

    @cached_property
    def all_points(self) -> Decimal:
        """The points of all goals but those that have left."""
        goals = (each for each in self.goals if not self.has_left(each))
        return sum((each.points or Decimal(0) for each in goals), Decimal(0))

    @cached_property
    def scales(self) -> Mapping[str, Scale]:
        """How much each criterion counts between met and not met, by key, where it has a scale."""
        credit = self.scoring.partial_credit
        found = ((criterion.key, criterion.scale(credit)) for criterion in self.criteria)
        return {key: scale for key, scale in found if scale is not None}

    @cached_property
    def is_binary(self) -> bool:
        """Whether every goal can only be met or not, whatever the goals weigh."""
        return all(goal.is_binary for goal in self.goals)

    @cached_property
    def combinations(self) -> Mapping[str, Combination]:
        """How each goal's criteria combine, by the goal's number; without those that have left.

        A goal that has left has no entry.
        """
        found = {}
        for goal in self.goals:
            combination = goal.combination(self.scoring.partial_credit)
            rulings = ((each.short, self.ruling_on(each)) for each in goal.criteria)
            gone = {short for short, ruling in rulings if ruling is not None and ruling.is_out}
            left = without(combination, gone) if gone else combination
            if left is not None:
                found[goal.number] = left
        return found

    @cached_property
    def in_force(self) -> Mapping[str, Ruling]:
        """The ruling that holds of a goal or criterion itself, by its number or key."""
        return in_force(self.rulings)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of everything in the plan, so that a template can be tied to it.

        What stands at its default is left out, so that a new optional field changes no plan.
        """
        return hashlib.sha256(self.model_dump_json(exclude_defaults=True).encode()).hexdigest()

    def ruling_on(self, criterion: Criterion) -> Ruling | None:
        """What holds of a criterion: the ruling on its goal, or else its own; None without one."""
        goal = self.goal_by_key[criterion.key]
        return self.in_force.get(goal.number) or self.in_force.get(criterion.key)

    def rulings_on(self, goal: Goal) -> tuple[Ruling, ...]:
        """What takes a whole goal: the ruling on it, or one on each of its criteria; else none."""
        rulings = dict.fromkeys(map(self.ruling_on, goal.criteria))
        return tuple(each for each in rulings if each is not None) if None not in rulings else ()

    def has_left(self, goal: Goal) -> bool:
        """Whether a goal, or every one of its criteria, is no part of the computation."""
        rulings = self.rulings_on(goal)
        return bool(rulings) and all(each.is_out for each in rulings)

    def period_by_name(self, name: str) -> Period | None:
        """The period with this Danish name, as the drop-down writes it."""
        return next((period for period in self.reporting.periods if period.name == name), None)

    def period_by_id(self, period_id: str) -> Period | None:
        """The period with this id, `Q4`."""
        return next((period for period in self.reporting.periods if period.id == period_id), None)

    @model_validator(mode="after")
    def _contradicts_nothing(self) -> Self:
        mistakes = chain(self._contradictions(), self._weighed_wrongly(), self._ruled_wrongly())
        for mistake in mistakes:
            raise mistake
        return self

    def _contradictions(self) -> Iterator[PydanticCustomError]:
        if len(self.goals) != self.stated_goals:
            counts = {"found": str(len(self.goals)), "expected": str(self.stated_goals)}
            yield contradiction("RP-871", "stated_goals", **counts)
        yield from repeated([goal.number for goal in self.goals], "goals")
        if self.valid_from > self.valid_to:
            days = {"found": said_day(self.valid_to), "expected": said_day(self.valid_from)}
            yield contradiction("RP-852", "valid_to", **days)
        for each in self.criteria:
            if each.deadline is not None and not self.valid_from <= each.deadline <= self.valid_to:
                yield self._outside("RP-851", each.key, each.deadline)

    def _outside(self, code: str, of: str, day: date) -> PydanticCustomError:
        span = phrase(SPAN, first=said_day(self.valid_from), last=said_day(self.valid_to))
        return contradiction(code, of, found=said_day(day), expected=span)

    def _weighed_wrongly(self) -> Iterator[PydanticCustomError]:
        """Weights and points where they are not asked for, and what cannot count in part."""
        weighting, credit = self.scoring.weighting, self.scoring.partial_credit
        for goal in self.goals:
            for name, value, wanted in (
                ("weight", goal.weight, weighting is Weighting.WEIGHTS),
                ("points", goal.points, weighting is Weighting.POINTS),
            ):
                if wanted != (value is not None):
                    code = "RP-861" if wanted else "RP-862"
                    yield contradiction(code, goal.number, name=name, found=weighting)
        if not self.has_total:
            places = [("scoring", "partial_credit")] if credit is not None else []
            places += [(frame.name, "frames") for frame in self.bonus.frames]
            for goal in self.goals:
                places += [(goal.number, "combine")] if goal.combine is not Combine.RULE else []
            for each in self.criteria:
                names = ("steps", "linear", "grades")
                places += [(each.key, name) for name in names if getattr(each, name)]
            for of, name in places:
                yield contradiction("RP-872", of, name=name)
        elif credit is None:
            in_part = [goal.number for goal in self.goals if goal.partial_rule is not None]
            in_part += [each.key for each in self.criteria if each.needs_partial_credit]
            if in_part:
                yield contradiction("RP-864", "partial_credit", found=", ".join(in_part))

    def _ruled_wrongly(self) -> Iterator[PydanticCustomError]:
        known = {goal.number for goal in self.goals} | self.criterion_by_key.keys()
        for number, each in enumerate(self.rulings):
            if each.key not in known:
                yield contradiction("RP-891", each.key, found=each.key)
            elif not self.valid_from <= each.day <= self.valid_to:
                yield self._outside("RP-892", each.key, each.day)
            elif each.ruled is Ruled.REINSTATED and each.key not in in_force(self.rulings[:number]):
                yield contradiction("RP-893", each.key, found=each.key)
        if all(self.has_left(goal) for goal in self.goals):
            yield contradiction("RP-868", "rulings")

    def share_of(self, goal: Goal) -> Decimal:
        """The weight or the points that the plan states; 1 where it states none."""
        return goal.weight or goal.points or Decimal(1)


def deadline_of(plan: Plan, period: Period) -> date:
    """The last day on which the period's report is in time, as the plan says.

    Where it heeds holidays, a deadline on a weekend or a public holiday moves to the next working
    day; elsewhere its calendar days are plain.
    """
    due = period.ends + timedelta(days=plan.reporting.days)
    return next_working_day(due) if plan.reporting.heeds_holidays else due


def next_working_day(day: date) -> date:
    """`day` itself, or the first day after it that is no Saturday, Sunday or Danish holiday."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def is_working_day(day: date) -> bool:
    """Whether a Danish state office is open on `day`."""
    if day.weekday() >= 5 or (day.month, day.day) in _FIXED_CLOSING_DAYS:
        return False
    return day not in _danish_holidays(day.year)


@cache
def _danish_holidays(year: int) -> frozenset[date]:
    # Imported here: only the plans that heed holidays need the package.
    import holidays

    return frozenset(holidays.country_holidays("DK", years=year))
