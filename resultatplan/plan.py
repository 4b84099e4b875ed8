"""The plan as data: frozen models of one agreed result plan.

Percentages are 82, not 0.82; amounts are in the criterion's unit. The models check what one plan
must hold by itself; `resultatplan.library` reads the files and reports mistakes in them.
"""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from resultatplan.criteria import Kind
from resultatplan.rules import Rule, RuleError, all_of, parse_rule, short_key

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Model(BaseModel):
    """Frozen, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HistoryEntry(Model):
    """What a plan prints for one criterion and one year."""

    year: int = Field(ge=2000, le=2100)
    target: Decimal | None = None
    result: Decimal | None = None
    unit: Line | None = None
    """The unit of this year's figures where it is not the criterion's own."""
    provisional: bool = False
    """A target in [brackets] or a preliminary result."""
    note: Line | None = None
    measured: Decimal | None = None
    """The figure to judge, where the plan prints the result in another form than the target
    (an increase beside a reduction)."""


class Criterion(Model):
    """One part of a goal (delmål), judged by its kind."""

    key: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*\.[a-z][0-9]*$")]
    kind: Kind
    text: Line
    unit: Line | None = None
    """The unit of the target and of the measured value: pct., antal, dage, uger, mio. kr. …"""
    level_unit: Line | None = None
    """The unit of basis and result where it is not `unit`: a reduction in pct. of days."""
    target: Decimal | None = None
    deadline: date | None = None
    basis: Decimal | None = None
    """The budget, baseline or benchmark where the plan gives its value."""
    basis_text: Line | None = None
    """What the basis is: `Budgetteret resultat i grundbudgettet`."""
    assessor: Line | None = None
    source: Line | None = None
    notes: tuple[Line, ...] = ()
    history: tuple[HistoryEntry, ...] = ()

    @property
    def in_percent(self) -> bool:
        """Whether target and measured value are percentages."""
        return self.unit == "pct."

    @property
    def reported_unit(self) -> str | None:
        """The unit in which basis and result are reported."""
        return self.level_unit or self.unit

    @property
    def short(self) -> str:
        """The key within its goal, as the rule names it: `a` of `2.1.a`."""
        return short_key(self.key)

    @model_validator(mode="after")
    def _kind_has_what_it_needs(self) -> Self:
        if self.kind.needs_target and self.target is None:
            raise ValueError(f"{self.key}: kind {self.kind} needs a target")
        if not self.kind.needs_target and self.target is not None:
            raise ValueError(f"{self.key}: kind {self.kind} takes no target")
        if self.kind.is_numeric and self.unit is None:
            raise ValueError(f"{self.key}: kind {self.kind} needs a unit")
        if self.kind is Kind.DELIVERED_BY and self.deadline is None:
            raise ValueError(f"{self.key}: kind {self.kind} needs a deadline")
        if self.kind is Kind.REDUCTION and not self.in_percent:
            raise ValueError(f"{self.key}: a reduction is stated in pct.")
        if self.kind is Kind.ASSESSED and self.assessor is None:
            raise ValueError(f"{self.key}: kind {self.kind} needs an assessor")
        if not self.kind.needs_basis and (self.basis or self.basis_text) is not None:
            raise ValueError(f"{self.key}: kind {self.kind} takes no basis")
        if self.kind.needs_basis and self.kind is not Kind.BENCHMARK and self.basis == 0:
            raise ValueError(f"{self.key}: a basis of 0 gives no measure")
        years = [entry.year for entry in self.history]
        if years != sorted(set(years)):
            raise ValueError(f"{self.key}: history must list each year once, oldest first")
        return self


class Goal(Model):
    """A goal (resultatmål): met or not, by its rule over its criteria."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$")]
    title: Line
    heading: Line | None = None
    """The heading of the goal's box in the plan, where it is not the title."""
    description: Line
    rule: Line | None = None
    """The rule in words, or None where all criteria must be met."""
    source: Line | None = None
    notes: tuple[Line, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)

    @cached_property
    def rule_tree(self) -> Rule:
        """The rule, parsed; all criteria where none is stated."""
        shorts = tuple(criterion.short for criterion in self.criteria)
        return all_of(shorts) if self.rule is None else parse_rule(self.rule)

    @model_validator(mode="after")
    def _rule_and_keys_fit(self) -> Self:
        for criterion in self.criteria:
            if criterion.key.rpartition(".")[0] != self.number:
                raise ValueError(f"{criterion.key} does not belong to goal {self.number}")
        shorts = [criterion.short for criterion in self.criteria]
        if len(set(shorts)) != len(shorts):
            raise ValueError(f"goal {self.number}: a criterion key stands twice")
        try:
            named = self.rule_tree.keys()
        except RuleError as error:
            raise ValueError(f"goal {self.number}: {error}") from error
        for unknown in sorted(named - set(shorts)):
            raise ValueError(f"goal {self.number}: the rule names {unknown!r}, which is not there")
        for left_out in sorted(set(shorts) - named):
            raise ValueError(f"goal {self.number}: the rule leaves out {left_out!r}")
        return self


class Section(Model):
    """A section of the plan (strategiske mål, økonomiske mål …)."""

    title: Line
    number: Line | None = None
    goals: tuple[Goal, ...] = Field(min_length=1)


class Period(Model):
    """A reporting period: Q1 … Q4, H1, H2."""

    id: Annotated[str, StringConstraints(pattern=r"^(Q[1-4]|H[12])$")]
    name: Line
    ends: date
    final: bool = False


class Reporting(Model):
    """When the agency reports: so many calendar days after each period's end."""

    days: int = Field(ge=1, le=120)
    heeds_holidays: bool = False
    """Whether a deadline on a weekend or public holiday moves to the next working day."""
    text: Line
    periods: tuple[Period, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _last_period_is_final(self) -> Self:
        finals = [period.final for period in self.periods]
        if finals != [False] * (len(finals) - 1) + [True]:
            raise ValueError("exactly the last period must be final")
        ends = [period.ends for period in self.periods]
        if ends != sorted(set(ends)):
            raise ValueError("periods must stand in order of their end")
        for values in ([p.id for p in self.periods], [p.name for p in self.periods]):
            if len(set(values)) != len(values):
                raise ValueError("two periods share an id or a name")
        return self


class Bonus(Model):
    """What the text says about bonus and discretion; the product never decides."""

    text: Line
    discretion: Line | None = None
    share_of_bonus: Annotated[str, StringConstraints(pattern=r"^[0-9]+/[0-9]+$")] | None = None
    """The total's share in the bonus where the plan states one: `1/3`."""


class Tolerance(Model):
    """Largest allowed budget deviation by size of institution, in `unit`."""

    size: Line
    headcount: Line | None = None
    base_budget: Decimal
    follow_up_2: Decimal
    unit: Line


class Plan(Model):
    """One result plan, whole."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+$")] = "1.0"
    title: Line
    ministry: Line
    institution: Line
    year: int = Field(ge=2000, le=2100)
    valid_from: date
    valid_to: date
    stated_goals: int
    """The number of goals that the plan's own text states."""
    stated_goals_text: Line
    scoring_text: Line
    reporting: Reporting
    bonus: Bonus
    tolerances: tuple[Tolerance, ...] = ()
    notes: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = Field(min_length=1)

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
        """Each goal's weight in percent, in the plan's order: 100 / number of goals."""
        return (100 / len(self.goals),) * len(self.goals)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of everything in the plan, so that a template can be tied to it."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    def period_by_name(self, name: str) -> Period | None:
        """The period with this Danish name, as the drop-down writes it."""
        return next((period for period in self.reporting.periods if period.name == name), None)

    def period_by_id(self, period_id: str) -> Period | None:
        """The period with this id, `Q4`."""
        return next((period for period in self.reporting.periods if period.id == period_id), None)

    @model_validator(mode="after")
    def _counts_and_dates_fit(self) -> Self:
        if len(self.goals) != self.stated_goals:
            raise ValueError(
                f"the plan has {len(self.goals)} goals, but its text states {self.stated_goals}"
            )
        numbers = [goal.number for goal in self.goals]
        if len(set(numbers)) != len(numbers):
            raise ValueError("a goal number stands twice")
        if not self.valid_from <= self.valid_to:
            raise ValueError("valid_from is after valid_to")
        for criterion in self.criteria:
            deadline = criterion.deadline
            if deadline is not None and not self.valid_from <= deadline <= self.valid_to:
                raise ValueError(f"{criterion.key}: the deadline is outside the plan's validity")
        return self
