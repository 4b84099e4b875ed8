"""Something to be said later, in whichever language the reader wants.

Findings carry these instead of finished words, so that one judging serves both languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from texts.language import DANISH, Language, Text
from texts.notation import day, number, quantity


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text with its fields."""

    text: Text
    fields: tuple[tuple[str, Said], ...] = ()

    def __call__(self, lang: Language = DANISH) -> str:
        """The phrase in `lang`."""
        return self.text(lang, **{name: say(value, lang) for name, value in self.fields})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in the plan's units (percent as 82)."""

    value: Decimal
    unit: str | None = None

    def __call__(self, lang: Language = DANISH) -> str:
        """`81,6 pct.`"""
        return quantity(self.value, self.unit, lang)


@dataclass(frozen=True, slots=True)
class CellPercent:
    """A percentage as its cell shows it: 0.816 as `81,6 %`."""

    value: Decimal

    def __call__(self, lang: Language = DANISH) -> str:
        """`81,6 %`"""
        return f"{number(self.value * 100, lang)} %"


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""

    value: date

    def __call__(self, lang: Language = DANISH) -> str:
        """`31-12-2020`"""
        return day(self.value, lang)


Said = str | Text | Phrase | Quantity | CellPercent | Day
"""Plain words, or something that knows how it is said."""


def say(said: Said, lang: Language = DANISH) -> str:
    """`said` in words."""
    return said if isinstance(said, str) else said(lang)


def phrase(text: Text, /, **fields: Said) -> Phrase:
    """A text with its fields, in keyword form."""
    return Phrase(text, tuple(fields.items()))
