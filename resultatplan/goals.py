"""Goals and criteria as the plan states them: what is agreed, not yet what is reported.

Percentages are 82, not 0.82; amounts are in the criterion's unit. Each model refuses what
contradicts itself, in the words of the finding that the plan's workbook would have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Annotated, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from resultatplan.combinations import (
    ByRule,
    Combination,
    Combine,
    Mean,
    Part,
    parse_parts,
    rule_mistakes,
    weighs_criteria,
)
from resultatplan.criteria import Kind
from resultatplan.exact import HUNDRED, plain
from resultatplan.outcome import Counted
from resultatplan.rules import Leaf, Rule, all_of, parse_rule, short_key
from resultatplan.scales import Grades, Ladder, Partly, Scale, Slope
from texts import findings as reasons
from texts import handwritten as say
from texts.language import ENGLISH, Said, Text, phrase, said_quantity

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def is_one_line(name: str) -> bool:
    """Whether a text has no line break, and nothing unseen that steers how it is shown."""
    return _STEERING.search(name) is None


def _checked_name(name: str) -> str:
    if not is_one_line(name):
        raise PydanticCustomError("on_one_line", "not on one line")
    return name


Name = Annotated[Line, AfterValidator(_checked_name)]
"""What becomes a subject, a footer, a title of a file: one line, shown as it is."""
Number = Annotated[Decimal, AfterValidator(plain)]
"""Equal numbers are written alike, so that equal plans have the same fingerprint."""
FIRST_YEAR, LAST_YEAR = 2000, 2100
"""The years that a plan can have; days outside them are typing mistakes."""
COUNT_UNITS = ("antal", "stk.")
"""The units of what is counted one by one."""
Weight = Annotated[Number, Field(gt=0)]
Grade = Annotated[int, Field(gt=0, lt=100)]
MOST_GRADES = 20
"""As many as a drop-down of Excel can list."""


def contradiction(code: str, of: str, **fields: Said) -> PydanticCustomError:
    """What is raised where a plan contradicts itself, and what to do about it: a finding's code,
    its message's fields.

    `of` is the number, the key or the name of what it is about.
    """
    entry = reasons.CATALOGUE[code]
    told = {"message": phrase(entry.message, **fields), "hint": entry.hint}
    reason = phrase(say.CONTRADICTION, of=of, code=code, **told)
    return PydanticCustomError(code, reason(ENGLISH), {"reason": reason})


def repeated(
    values: Sequence[object], place: str, of: str = "", code: str = "RP-821"
) -> Iterator[PydanticCustomError]:
    """What stands twice in a list of the plan; `place` is what its file calls the list."""
    for number, value in enumerate(values):
        if (first := values.index(value)) < number:
            yield contradiction(code, of or place, found=str(value), first=f"{place}[{first + 1}]")


class Model(BaseModel):
    """Frozen, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


AnyModel = TypeVar("AnyModel", bound=Model)


def changed(model: AnyModel, /, **changes: object) -> AnyModel:
    """A part of a plan with other values in some fields, checked anew.

    Raises pydantic's `ValidationError` where it would contradict itself.
    """
    fields = {name: getattr(model, name) for name in type(model).model_fields}
    return type(model).model_validate({**fields, **changes})


class HistoryEntry(Model):
    """What a plan prints for one criterion and one year."""

    year: int = Field(ge=FIRST_YEAR, le=LAST_YEAR)
    target: Number | None = None
    target_to: Number | None = None
    """The greatest of an interval, of which `target` is the least."""
    result: Number | None = None
    unit: Line | None = None
    """The unit of this year's figures where it is not the criterion's own."""
    provisional: bool = False
    """A target in [brackets] or a preliminary result."""
    note: Line | None = None
    measured: Number | None = None
    """The figure to judge, where the plan prints the result in another form than the target
    (an increase beside a reduction)."""


def _oldest_first(history: tuple[HistoryEntry, ...]) -> tuple[HistoryEntry, ...]:
    return tuple(sorted(history, key=lambda each: each.year))


class Step(Model):
    """A level on the way to the target and what reaching it counts, in percent."""

    at: Number
    credit: Annotated[Number, Field(gt=0, le=100)]


class Linear(Model):
    """A straight line: 0 pct. at `zero`, 100 pct. at `full`, which is the target.

    A benchmark is reported, so there `full` is left out: the benchmark's level is it.
    """

    zero: Number
    full: Number | None = None


class Criterion(Model):
    """One part of a goal (delmål), judged by its kind."""

    key: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*\.[a-z][0-9]*$")]
    kind: Kind
    text: Line
    unit: Line | None = None
    """The unit of the target and of the measured value: pct., antal, dage, uger, mio. kr. …"""
    level_unit: Line | None = None
    """The unit of basis and result where they are measured in another than `unit`: a reduction in
    pct. of days. It tells nothing of a kind whose result is compared with the target itself."""
    target: Number | None = None
    target_to: Number | None = None
    """The greatest of an interval, of which `target` is the least."""
    counted: Counted | None = None
    """When its figure is settled, where the plan says so (see `counts`)."""
    deadline: date | None = None
    basis: Number | None = None
    """The budget, baseline or benchmark where the plan gives its value."""
    basis_text: Line | None = None
    """What the basis is: `Budgetteret resultat i grundbudgettet`."""
    least: Number | None = None
    """The least result, or basis, that can be reported, in `reported_unit`; what is usual for
    the unit where the plan does not say."""
    greatest: Number | None = None
    """The greatest one, likewise."""
    assessor: Line | None = None
    source: Line | None = None
    notes: tuple[Line, ...] = ()
    history: Annotated[tuple[HistoryEntry, ...], AfterValidator(_oldest_first)] = ()
    weight: Weight | None = None
    """Its weight in a goal whose fulfilment is a weighted mean."""
    partly: bool = False
    """Whether the agency may answer `Delvist`."""
    grades: Annotated[
        tuple[Grade, ...],
        Field(max_length=MOST_GRADES),
        AfterValidator(lambda it: tuple(sorted({*it}))),
    ] = ()
    """What may be answered between no (0) and yes (100), in percent, rising."""
    partial_deadline: date | None = None
    """The day until which a delivery after the deadline counts partly."""
    steps: tuple[Step, ...] = ()
    """Levels that count, towards the target; for `within` the size of the deviation, for a
    benchmark levels of the agency's own below 100 pct., since reaching the benchmark is that."""
    linear: Linear | None = None

    @cached_property
    def in_percent(self) -> bool:
        """Whether target and measured value are percentages."""
        return self.unit == "pct."

    @cached_property
    def counts(self) -> Counted:
        """When its figure is settled: a count with a floor or a ceiling runs, all else is yearly.

        Unless the plan says otherwise (`counted`): a survey made once is decided when reported.
        """
        if self.counted is not None:
            return self.counted
        is_count = self.unit in COUNT_UNITS and self.kind.is_plain
        return Counted.RUNNING if is_count else Counted.YEAR

    @property
    def is_of_a_level(self) -> bool:
        """Whether target and measured value are percentages of what is reported."""
        return self.in_percent and self.kind.is_relative

    @property
    def reported_unit(self) -> str | None:
        """The unit in which basis and result are reported; None where the plan does not say.

        A deviation or a reduction in pct. is one of something else: amounts or levels in
        `level_unit`, which are no percentages because the deviation is one.
        """
        return self.level_unit if self.is_of_a_level else self.unit

    @cached_property
    def short(self) -> str:
        """The key within its goal, as the rule names it: `a` of `2.1.a`."""
        return short_key(self.key)

    @property
    def needs_partial_credit(self) -> bool:
        """Whether what `delvist opfyldt` counts is the plan's partial_credit."""
        return self.partly or self.partial_deadline is not None

    def scale(self, partial_credit: Decimal | None) -> Scale | None:
        """How much it counts between met and not met; None where there is nothing between."""
        if self.linear is not None:
            return Slope(self.linear.zero, self.linear.full)
        if self.steps:
            steps = tuple((step.at, step.credit) for step in self.steps)
            best = ((None, HUNDRED),) if self.kind.is_benchmark else ()
            return Ladder((*steps, *best))
        if self.grades:
            return Grades(self.grades)
        if self.needs_partial_credit:
            return Partly(partial_credit, self.partial_deadline)
        return None

    @model_validator(mode="after")
    def _contradicts_nothing(self) -> Self:
        for mistake in chain(self._misused(), self._contradictions()):
            raise mistake
        return self

    def _misused(self) -> Iterator[PydanticCustomError]:
        """The fields that its kind needs and that are not there, and those it has no use of."""
        kind, is_answered = self.kind, self.kind in (Kind.DONE, Kind.ASSESSED)
        needed = {
            "target": kind.needs_target,
            "target_to": kind is Kind.BETWEEN,
            "unit": kind.is_numeric,
            "deadline": kind is Kind.DELIVERED_BY,
            "assessor": kind is Kind.ASSESSED,
        }
        used = {
            "target": kind.needs_target,
            "target_to": kind is Kind.BETWEEN,
            **dict.fromkeys(("counted", "least", "greatest"), kind.is_numeric),
            **dict.fromkeys(("basis", "basis_text"), kind.needs_basis),
            **dict.fromkeys(("partly", "grades"), is_answered),
            "partial_deadline": kind is Kind.DELIVERED_BY,
            **dict.fromkeys(("steps", "linear"), kind.has_levels),
        }
        for name, is_needed in needed.items():
            if is_needed and getattr(self, name) is None:
                yield contradiction("RP-841", self.key, kind=kind, name=name)
        unused = {name for name, is_used in used.items() if not is_used}
        given = self.model_dump(mode="json", include=unused, exclude_defaults=True)
        for name, value in given.items():
            yield contradiction("RP-842", self.key, kind=kind, name=name, found=str(value)[:80])

    def _contradictions(self) -> Iterator[PydanticCustomError]:
        key, kind = self.key, self.kind
        for code, name, words in self.mistakes():
            yield contradiction(code, key, kind=kind, name=name, **words)
        yield from repeated([each.year for each in self.history], "history", key, "RP-825")
        if self.linear is not None and self.linear.full is not None and kind.is_benchmark:
            found = said_quantity(self.linear.full)
            yield contradiction("RP-842", key, kind=kind, name="linear.full", found=found)

    def mistakes(self) -> Iterator[tuple[str, str, Mapping[str, Said]]]:
        """The fields that do not fit one another or its kind: the finding's code, the field, and
        words of its message."""
        kind = self.kind
        for code, name, least, most in (
            ("RP-857", "target_to", self.target, self.target_to),
            ("RP-856", "greatest", self.least, self.greatest),
        ):
            if least is not None and most is not None and least >= most:
                ends = {"found": said_quantity(most), "expected": said_quantity(least)}
                yield code, name, ends
        if kind.is_change and self.unit is not None and not self.in_percent:
            yield "RP-843", "unit", {"found": self.unit, "expected": "pct."}
        if self.counted == Counted.RUNNING and not kind.is_plain:
            yield "RP-850", "counted", {}
        if self.basis == 0 and not kind.is_benchmark:
            yield "RP-844", "basis", {}
        for name, reason in self._scale_mistakes():
            yield "RP-867", name, {"reason": reason}

    def _scale_mistakes(self) -> Iterator[tuple[str, Text]]:
        until = self.partial_deadline
        if self.grades and self.partly:
            yield "grades", reasons.TWO_ANSWERS
        if until is not None and self.deadline is not None and until <= self.deadline:
            yield "partial_deadline", reasons.PARTIAL_TOO_EARLY
        if self.steps and self.linear:
            yield "steps", reasons.TWO_SCALES
        elif self.steps:
            yield from (("steps", reason) for reason in self._step_mistakes())
        elif self.linear is not None and not self.kind.is_benchmark:
            full = self.linear.full
            if full is None or not self._is_target(full):
                yield "linear.full", reasons.LINE_END
            elif not self._is_nearer(full, self.linear.zero):
                yield "linear.zero", reasons.LINE_DIRECTION

    def _step_mistakes(self) -> Iterator[Text]:
        levels, credits = [step.at for step in self.steps], [step.credit for step in self.steps]
        if self.kind is Kind.WITHIN and min(levels) < 0:
            yield reasons.STEPS_NEGATIVE
        if not all(self._is_nearer(*pair) for pair in zip(levels[1:], levels, strict=False)):
            yield reasons.STEPS_ORDER
        if credits != sorted(set(credits)):
            yield reasons.STEPS_CREDITS
        if self.kind.is_benchmark:
            if credits[-1] == HUNDRED:
                yield reasons.STEPS_BENCHMARK
        elif credits[-1] != HUNDRED or not self._is_target(levels[-1]):
            yield reasons.STEPS_END

    def _is_nearer(self, level: Decimal, than: Decimal) -> bool:
        """Whether one level is nearer to being met than another."""
        return level > than if self.kind.is_upwards else level < than

    def _is_target(self, level: Decimal) -> bool:
        """Whether a level is the target; for `within` its size, whatever its sign."""
        if self.target is None:
            return True
        return level == (abs(self.target) if self.kind is Kind.WITHIN else self.target)


class Goal(Model):
    """A goal (resultatmål): met by its rule over its criteria, or by their mean."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$")]
    title: Line
    heading: Line | None = None
    """The heading of the goal's box in the plan, where it is not the title."""
    description: Line
    combine: Combine = Combine.RULE
    rule: Line | None = None
    """The rule in words, or None where all criteria must be met.

    Of a mean its parts, `a og b; c`, of a weighted one with their weights, `a og b: 2; c: 1`;
    None where each criterion is a part.
    """
    partial_rule: Line | None = None
    """The rule that makes the goal partly met where `rule` is not met."""
    weight: Weight | None = None
    points: Weight | None = None
    source: Line | None = None
    notes: tuple[Line, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)

    @cached_property
    def rule_tree(self) -> Rule:
        """The rule, parsed; all criteria where none is stated."""
        shorts = tuple(criterion.short for criterion in self.criteria)
        return all_of(shorts) if self.rule is None else parse_rule(self.rule)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of its mean, parsed; where it has no mean the rule alone."""
        if self.combine is Combine.RULE:
            return ((self.rule_tree, Decimal(1)),)
        if self.rule is not None:
            return parse_parts(self.rule, is_weighted=self.combine is Combine.WEIGHTED_MEAN)
        return tuple((Leaf(each.short), each.weight or Decimal(1)) for each in self.criteria)

    def combination(self, partial_credit: Decimal | None) -> Combination:
        """How all its criteria make its fulfilment, by their short keys."""
        if self.combine is Combine.RULE:
            partial = None if self.partial_rule is None else parse_rule(self.partial_rule)
            return ByRule(self.rule_tree, partial, partial_credit)
        return Mean(self.parts, self.combine is Combine.WEIGHTED_MEAN)

    @cached_property
    def is_binary(self) -> bool:
        """Whether the goal can only be met or not."""
        in_part = any(
            each.needs_partial_credit or each.grades or each.steps or each.linear
            for each in self.criteria
        )
        return not in_part and self.combine is Combine.RULE and self.partial_rule is None

    @model_validator(mode="after")
    def _contradicts_nothing(self) -> Self:
        for mistake in self._contradictions():
            raise mistake
        return self

    def _contradictions(self) -> Iterator[PydanticCustomError]:
        keys = [each.key for each in self.criteria]
        for key in keys:
            if key.rpartition(".")[0] != self.number:
                wanted = phrase(say.KEY_OF_GOAL, goal=self.number)
                yield contradiction("RP-816", key, found=key, expected=wanted)
        yield from repeated(keys, "criteria", self.number)
        shorts = [each.short for each in self.criteria]
        for name, rule in (("rule", self.rule), ("partial_rule", self.partial_rule)):
            for code, fields in rule_mistakes(self.combine, name, rule, shorts):
                yield contradiction(code, self.number, name=name, **fields)
        is_weighted = weighs_criteria(self.combine, has_rule=self.rule is not None)
        for each in self.criteria:
            if is_weighted != (each.weight is not None):
                code = "RP-861" if is_weighted else "RP-862"
                yield contradiction(code, each.key, name="weight", found=self.combine)
