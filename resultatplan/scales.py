"""How much a criterion counts that is neither simply met nor simply missed: its scale.

A degree is a percentage, 0 to 100, of which `None` says that it is not known yet. A criterion
without a scale is worth 100 or 0. All arithmetic is decimal; what does not come out even is
rounded as cells round it. A cell shows a scale so, and it is read back from there:

    scale  := steps | line | partly | grades
    steps  := level ":" percent (";" level ":" percent)*      70 %: 50 %; 82 %: 100 %
    line   := "lineær" ["fra"] level ("til" | "-") level      lineær fra 70 % til 82 %
    partly := "delvist" ["til" day] [percent]                 delvist til 31-12-2024 50 %
    grades := "grader" percent ("," percent)*                 grader 25 %, 50 %, 75 %

Where a plan only counts what is met, met in part and not, `delvist` stands without a percentage.
A level that carries a percent sign belongs to a criterion in percent, whose cells hold 0.82 for
82; it is read into what the cell holds. The level `måltal` is the target, whatever it is. The
target of an interval is a text of two numbers: `10 og 50 %`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from resultatplan.criteria import Facts, Kind, State, judge, judge_number
from resultatplan.exact import HUNDRED, PERCENT_DECIMALS, plain, rounded
from resultatplan.rules import listing
from texts import explanations as say
from texts.functions import PERCENT
from texts.language import DANISH, Language, day, quantity

Degree = int | Decimal
"""A percentage, 0 to 100; an int where it is a whole number."""

FULL = 100
_DECIMALS = 2
"""Of a degree, as it is told."""
_BETWEEN = 50
"""The degree of what is met in part where that says nothing of how much."""


class Interval(NamedTuple):
    """The least and the most that something can come to."""

    low: Degree
    high: Degree

    @property
    def value(self) -> Degree | None:
        """The degree where it is decided, else None."""
        return self.low if self.low == self.high else None


OPEN = Interval(0, FULL)

DEGREES: dict[State, Degree | None] = {
    State.FULFILLED: FULL,
    State.NOT_FULFILLED: 0,
    State.PENDING: None,
}
"""The degree of a criterion that has no scale."""

NUMBER = r"[-\u2212]?\d+(?:,\d+)?"
"""A regular expression for a number; a point could be a Dane's thousands or a Briton's decimals."""

_TARGET = "måltal"
_LEVEL = rf"(?:{NUMBER}\s*%?|{_TARGET})"
_STEP = re.compile(rf"({_LEVEL})\s*:\s*({NUMBER})\s*%")
_LINE = re.compile(rf"lineær\s+(?:fra\s+)?({_LEVEL})\s*(?:-|–|\btil\b)\s*({_LEVEL})")
_GRADES = re.compile(r"grader\s+(\d{1,2}\s*%(?:\s*,\s*\d{1,2}\s*%)*)")
_INTERVAL = re.compile(rf"({NUMBER})\s*%?\s*(?:-|–|\btil\b|\bog\b)\s*({NUMBER})\s*(%?)")
_PARTLY = re.compile(rf"delvist(?:\s+til\s+(\d{{1,2}}-\d{{1,2}}-\d{{4}}))?(?:\s+({NUMBER})\s*%)?")


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
    """What is partly met counts `credit`: answered so, or delivered late but by `until`.

    Without a credit it only lies between what is met and what is not.
    """

    credit: Decimal | None
    until: date | None = None

    @property
    def degree(self) -> Degree:
        """The degree of what is partly met."""
        return degree_of_credit(self.credit)


@dataclass(frozen=True, slots=True)
class Grades:
    """The grades that may be given between no and yes; each counts what it says, in percent."""

    credits: tuple[int, ...]


Scale = Ladder | Slope | Partly | Grades


class ScaleError(ValueError):
    """A text that is no scale."""


def whole(value: Decimal) -> Degree:
    """A degree with the decimals that cells keep; an int where it has none."""
    value = rounded(value, PERCENT_DECIMALS)
    return int(value) if value == value.to_integral_value() else value


def degree_of_credit(credit: Decimal | None) -> Degree:
    """The degree that a credit is; some degree in between where there is none."""
    return _BETWEEN if credit is None else whole(credit)


def degree_of(kind: Kind, scale: Scale | None, facts: Facts) -> Degree | None:
    """The degree to which a criterion is met; None while it is pending."""
    if facts.grade is not None and not kind.is_numeric:
        return facts.grade
    if isinstance(scale, Partly) and not kind.is_numeric:
        if kind is not Kind.DELIVERED_BY and facts.partly:
            return scale.degree
        if kind is Kind.DELIVERED_BY and is_late_but_partly(scale, facts):
            return scale.degree
    state = judge(kind, facts)
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
    late = judge(Kind.DELIVERED_BY, facts) is State.NOT_FULFILLED
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


def write_scale(scale: Scale, *, in_percent: bool) -> str:
    """The scale as a cell shows it; levels are in the plan's units, percent as 82."""
    sign = " %" if in_percent else ""

    def level(value: Decimal | None) -> str:
        return _TARGET if value is None else write_number(value) + sign

    if isinstance(scale, Ladder):
        return "; ".join(f"{level(at)}: {write_number(credit)} %" for at, credit in scale.steps)
    if isinstance(scale, Slope):
        return f"lineær fra {level(scale.zero)} til {level(scale.full)}"
    if isinstance(scale, Grades):
        return f"grader {', '.join(f'{credit} %' for credit in scale.credits)}"
    until = "" if scale.until is None else f" til {scale.until:%d-%m-%Y}"
    return f"delvist{until}{write_credit(scale.credit)}"


def describe_scale(scale: Scale, kind: Kind, unit: str | None, lang: Language = DANISH) -> str:
    """What counts between met and not met: `Trin: mindst 70 pct. tæller 50 pct.`"""
    if isinstance(scale, Partly):
        counts = partly_counts(scale.credit, lang)
        if scale.until is None:
            return say.SCALE_PARTLY(lang, counts=counts)
        return say.SCALE_LATE(lang, day=day(scale.until, lang), counts=counts)
    if isinstance(scale, Grades):
        listed = listing([*map(str, scale.credits)], lang, say.RULE_OR)
        return say.SCALE_GRADES(lang, grades=listed)
    if isinstance(scale, Slope):
        end = scale.full
        full = say.THE_BENCHMARK(lang) if end is None else quantity(end, unit, lang)
        return say.SCALE_LINE(lang, zero=quantity(scale.zero, unit, lang), full=full)
    step = say.SCALE_STEP_UP if kind.is_upwards else say.SCALE_STEP_DOWN
    steps = (
        step(lang, level=level_words(kind, at, unit, lang), credit=quantity(credit, PERCENT, lang))
        for at, credit in scale.steps
        if at is not None and credit < HUNDRED
    )
    return say.SCALE_STEPS(lang, steps=", ".join(steps))


def partly_counts(credit: Decimal | None, lang: Language = DANISH) -> str:
    """What is partly met counts: so many per cent, or as just that."""
    return say.AS_PARTLY(lang) if credit is None else quantity(credit, PERCENT, lang)


def level_words(kind: Kind, size: Decimal, unit: str | None, lang: Language) -> str:
    """A level of a scale: `70 pct.`, of a deviation `+/- 2 pct.`"""
    if kind is Kind.WITHIN:
        return f"+/- {quantity(abs(size), unit, lang)}"
    return quantity(size, unit, lang)


def percent(degree: Degree, lang: Language) -> str:
    """A degree as a reader sees it: `66,67 pct.`"""
    return quantity(degree, PERCENT, lang, _DECIMALS)


def write_interval(least: Decimal, most: Decimal, *, in_percent: bool) -> str:
    """The target of an interval as its cell shows it, in the plan's units: `10 og 50 %`."""
    return f"{write_number(least)} og {write_number(most)}{' %' if in_percent else ''}"


def read_interval(text: str) -> tuple[Decimal, Decimal] | None:
    """The least and the most, as cells hold them (0.1); None where the text states no interval."""
    match = _INTERVAL.fullmatch(" ".join(text.split()).casefold().removeprefix("mellem "))
    if match is None:
        return None
    scale = HUNDRED if match[3] else 1
    least, most = (read_number(end) / scale for end in match.group(1, 2))
    return (least, most) if least < most else None


def read_scale(text: str) -> Scale | None:
    """The scale that a text states, levels as cells hold them (0.82); None for a blank text.

    Raises `ScaleError` where it cannot be read, or counts less than 0 or more than 100.
    """
    text = " ".join(text.split()).casefold()
    if not text:
        return None
    if match := _PARTLY.fullmatch(text):
        until = None if match[1] is None else _read_day(match[1])
        return Partly(None if match[2] is None else _read_credit(match[2]), until)
    if match := _GRADES.fullmatch(text):
        return Grades(tuple(int(credit.rstrip("% ")) for credit in match[1].split(",")))
    if match := _LINE.fullmatch(text):
        zero, full = _read_level(match[1]), _read_level(match[2])
        if zero is None or zero == full:
            raise ScaleError("a line begins at a number and ends at another")
        return Slope(zero, full)
    steps = [_STEP.fullmatch(part.strip()) for part in text.split(";")]
    if not all(steps):
        raise ScaleError(text)
    return Ladder(tuple((_read_level(step[1]), _read_credit(step[2])) for step in steps if step))


def write_credit(credit: Decimal | None) -> str:
    """What stands behind `delvist`: ` 50 %`, nothing where it is only counted."""
    return "" if credit is None else f" {write_number(credit)} %"


def write_number(value: Decimal) -> str:
    """As a Dane writes it: every digit, a decimal comma, nothing between thousands."""
    return f"{plain(value):f}".replace(".", ",")


def read_number(text: str) -> Decimal:
    """The number that a text matching `NUMBER` spells."""
    return Decimal(text.replace("\u2212", "-").replace(",", "."))


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
    if way <= 0 or kind.is_upwards != (full > zero):
        return 0
    return whole(way * HUNDRED / abs(full - zero))


def _read_level(text: str) -> Decimal | None:
    if text == _TARGET:
        return None
    value = read_number(text.rstrip("% "))
    return value / HUNDRED if text.endswith("%") else value


def _read_credit(text: str) -> Decimal:
    credit = read_number(text)
    if not 0 <= credit <= HUNDRED:
        raise ScaleError(text)
    return credit


def _read_day(text: str) -> date:
    day, month, year = map(int, text.split("-"))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ScaleError(text) from error
