"""What a criterion's scale adds to the sentence that explains it: step, line or credit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from resultatplan.criteria import Kind
from resultatplan.degrees import (
    FULL,
    Degree,
    Facts,
    Ladder,
    Partly,
    Scale,
    Slope,
    is_late_but_partly,
    step_reached,
)
from texts import explanations as say
from texts.functions import PERCENT
from texts.language import Language
from texts.notation import day, quantity

_PARTLY_ANSWERS = {Kind.DONE: say.DONE_PARTLY, Kind.ASSESSED: say.ASSESSED_PARTLY}


def percent(degree: Degree, lang: Language) -> str:
    """A degree as a reader sees it: `66,666667 pct.`"""
    return quantity(degree, PERCENT, lang)


def in_part(
    reason: str,
    kind: Kind,
    scale: Scale,
    facts: Facts,
    degree: Degree | None,
    unit: str | None,
    lang: Language,
) -> str:
    """The reason why a criterion is not met, and what it counts all the same.

    What is met or pending keeps the reason that it has without a scale.
    """
    if degree is None or degree == FULL:
        return reason
    if isinstance(scale, Partly):
        return _partly(reason, kind, scale, facts, lang)
    if facts.measured is None:
        return reason

    def level(value: Decimal | None) -> str:
        size = facts.target if value is None else value
        if size is None:
            return "?"
        if kind is Kind.WITHIN:
            return f"+/- {quantity(abs(size), unit, lang)}"
        return quantity(size, unit, lang)

    if isinstance(scale, Ladder):
        return _on_ladder(reason, kind, scale, facts, level, lang)
    return _on_line(reason, scale, degree, level, lang)


def _on_ladder(
    reason: str,
    kind: Kind,
    ladder: Ladder,
    facts: Facts,
    level: Callable[[Decimal | None], str],
    lang: Language,
) -> str:
    reached = step_reached(kind, ladder, facts)
    if reached is None:
        lowest = min(ladder.steps, key=lambda step: step[1])
        return say.NO_STEP_REACHED(lang, reason=reason, level=level(lowest[0]))
    at, credit = reached
    return say.STEP_REACHED(lang, reason=reason, level=level(at), credit=percent(credit, lang))


def _on_line(
    reason: str,
    line: Slope,
    degree: Degree,
    level: Callable[[Decimal | None], str],
    lang: Language,
) -> str:
    zero, full = level(line.zero), level(line.full)
    if degree == 0:
        return say.BEFORE_LINE(lang, reason=reason, zero=zero)
    return say.ON_LINE(lang, reason=reason, zero=zero, full=full, credit=percent(degree, lang))


def _partly(reason: str, kind: Kind, scale: Partly, facts: Facts, lang: Language) -> str:
    credit = percent(scale.credit, lang)
    if kind is not Kind.DELIVERED_BY:
        return _PARTLY_ANSWERS[kind](lang, credit=credit) if facts.partly else reason
    if facts.delivered is None or scale.until is None:
        return reason
    until = day(scale.until, lang)
    if is_late_but_partly(scale, facts):
        return say.LATE_BUT_PARTLY(lang, reason=reason, until=until, credit=credit)
    return say.TOO_LATE_FOR_PARTLY(lang, reason=reason, until=until)
