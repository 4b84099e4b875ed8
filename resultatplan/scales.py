"""A criterion's scale as a cell shows it, and reading it back.

    scale  := steps | line | partly
    steps  := level ":" percent (";" level ":" percent)*      70 %: 50 %; 82 %: 100 %
    line   := "lineær" ["fra"] level ("til" | "-") level      lineær fra 70 % til 82 %
    partly := "delvist" ["til" day] percent                   delvist til 31-12-2024 50 %

A level that carries a percent sign belongs to a criterion in percent, whose cells hold 0.82 for
82; it is read into what the cell holds. The level `måltal` is the target, whatever it is.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from resultatplan.degrees import Ladder, Partly, Scale, Slope
from resultatplan.exact import HUNDRED
from resultatplan.written import DAY, NUMBER, read_day, read_number, write_day, write_number

_TARGET = "måltal"
_LEVEL = rf"(?:{NUMBER}\s*%?|{_TARGET})"
_STEP = re.compile(rf"({_LEVEL})\s*:\s*({NUMBER})\s*%")
_LINE = re.compile(rf"lineær\s+(?:fra\s+)?({_LEVEL})\s*(?:-|–|\btil\b)\s*({_LEVEL})")
_PARTLY = re.compile(rf"delvist\s+(?:til\s+({DAY})\s+)?({NUMBER})\s*%")


class ScaleError(ValueError):
    """A text that is no scale."""


def write_scale(scale: Scale, *, in_percent: bool) -> str:
    """The scale in its own language; levels are in the plan's units, percent as 82."""
    sign = " %" if in_percent else ""

    def level(value: Decimal | None) -> str:
        return _TARGET if value is None else write_number(value) + sign

    if isinstance(scale, Ladder):
        return "; ".join(f"{level(at)}: {write_number(credit)} %" for at, credit in scale.steps)
    if isinstance(scale, Slope):
        return f"lineær fra {level(scale.zero)} til {level(scale.full)}"
    until = "" if scale.until is None else f"til {write_day(scale.until)} "
    return f"delvist {until}{write_number(scale.credit)} %"


@lru_cache(maxsize=1024)
def read_scale(text: str) -> Scale | None:
    """The scale that a text states, levels as cells hold them (0.82); None for a blank text.

    Raises `ScaleError` where it cannot be read, or counts less than 0 or more than 100.
    """
    text = " ".join(text.split()).casefold()
    if not text:
        return None
    if match := _PARTLY.fullmatch(text):
        return Partly(_credit(match[2]), None if match[1] is None else _day(match[1]))
    if match := _LINE.fullmatch(text):
        return _slope(_level(match[1]), _level(match[2]))
    steps = [_STEP.fullmatch(part.strip()) for part in text.split(";")]
    if not all(steps):
        raise ScaleError(text)
    return Ladder(tuple((_level(step[1]), _credit(step[2])) for step in steps if step))


def _slope(zero: Decimal | None, full: Decimal | None) -> Slope:
    if zero is None or zero == full:
        raise ScaleError("a line begins at a number and ends at another")
    return Slope(zero, full)


def _level(text: str) -> Decimal | None:
    if text == _TARGET:
        return None
    value = read_number(text.rstrip("% "))
    return value / HUNDRED if text.endswith("%") else value


def _credit(text: str) -> Decimal:
    credit = read_number(text)
    if not 0 <= credit <= HUNDRED:
        raise ScaleError(text)
    return credit


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError as error:
        raise ScaleError(text) from error
