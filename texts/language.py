"""Texts in both languages, and how numbers, dates and units are written in each.

Whoever does not know yet who reads it says it in both: findings carry these texts, so that one
judging serves both languages. Numbers are `Decimal`, `int` or `float`; percent
as 82, not 0.82. The standard library alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Language = Literal["da", "en"]

DANISH: Language = "da"
ENGLISH: Language = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Danish and English; `{name}` marks a field to be filled in."""

    da: str
    en: str

    def __call__(self, lang: Language = DANISH, /, **fields: object) -> str:
        """The text in `lang` with its fields filled in (KeyError when one is missing)."""
        chosen = self.da if lang == DANISH else self.en
        text = chosen.format(**fields) if fields else chosen
        # A sentence that ends with an abbreviation has its full stop: `højst 82 pct.`
        return text[:-1] if text.endswith("..") and not text.endswith("...") else text


def in_both(say: Callable[[Language], str]) -> Text:
    """A finished text in both languages, from what says it in either."""
    return Text(say(DANISH), say(ENGLISH))


# Numbers, quantities and dates as they are written.
MINUS = "\N{MINUS SIGN}"
DECIMALS = 6
"""How many decimals a reader is shown."""
_GROUPED_FROM = 10_000
_SCIENTIFIC_FROM = Decimal("1e15")
_MOST_DIGITS = 26

_UNIT_NAMES = {
    "pct.": Text("pct.", "per cent"),
    "antal": Text("", ""),
    "dage": Text("dage", "days"),
    "uger": Text("uger", "weeks"),
    "mio. kr.": Text("mio. kr.", "DKK million"),
    "niveau": Text("", ""),
}

INTERVAL = Text("{least} og {most}", "{least} and {most}")

_WEEKDAYS = (
    Text("mandag", "Monday"),
    Text("tirsdag", "Tuesday"),
    Text("onsdag", "Wednesday"),
    Text("torsdag", "Thursday"),
    Text("fredag", "Friday"),
    Text("lørdag", "Saturday"),
    Text("søndag", "Sunday"),
)


def number(value: Decimal | float, lang: Language = DANISH, decimals: int = DECIMALS) -> str:
    """`81.60` as `81,6` (Danish) or `81.6` (English), no needless zeros, long numbers grouped.

    Four digits stand together, as in Danish: `8200`, but `12.500`. It is rounded as a cell that
    shows it is, half away from zero; from 16 digits on it is written as one shows it, `1E+25`.
    """
    amount = _exact(value)
    if abs(amount) >= _SCIENTIFIC_FROM:
        mantissa, _, exponent = f"{amount:.5E}".partition("E")
        return f"{number(Decimal(mantissa), lang)}E{exponent}"
    kept = min(decimals, _MOST_DIGITS - max(amount.adjusted(), 0))
    amount = amount.quantize(Decimal(1).scaleb(-kept), ROUND_HALF_UP)
    size = abs(amount)
    text = f"{size:,f}" if size >= _GROUPED_FROM else f"{size:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if lang == DANISH:
        text = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
    return (MINUS if amount < 0 else "") + text


def _exact(value: Decimal | float) -> Decimal:
    """As a spreadsheet shows it in full: of 15 digits."""
    return value if isinstance(value, Decimal) else Decimal(f"{value:.15g}")


def quantity(
    value: Decimal | float, unit: str | None, lang: Language = DANISH, decimals: int = DECIMALS
) -> str:
    """A number with its unit: `81,6 pct.`, `−0,5 mio. kr.`, `60`."""
    name = _UNIT_NAMES[unit](lang) if unit in _UNIT_NAMES else (unit or "")
    return f"{number(value, lang, decimals)} {name}".rstrip()


def target_words(
    target: Decimal | float | None,
    target_to: Decimal | float | None,
    unit: str | None,
    lang: Language = DANISH,
    decimals: int = DECIMALS,
) -> str:
    """A target with its unit, `82 pct.`; both ends of an interval, `10 og 50 pct.`"""
    if target is None:
        return ""
    if target_to is None:
        return quantity(target, unit, lang, decimals)
    return INTERVAL(
        lang, least=number(target, lang, decimals), most=quantity(target_to, unit, lang, decimals)
    )


def day(value: date, lang: Language = DANISH) -> str:
    """A date as Danes write it, `31-12-2020`; ISO in English."""
    if lang == DANISH:
        return f"{value.day:02}-{value.month:02}-{value.year}"
    return value.isoformat()


def weekday(value: date, lang: Language = DANISH) -> str:
    """The day of the week, `søndag`."""
    return _WEEKDAYS[value.weekday()](lang)


def signed(value: Decimal | float, lang: Language = DANISH, decimals: int = DECIMALS) -> str:
    """A number that always shows its sign: `+5`, `−0,5`, `0`."""
    text = number(value, lang, decimals)
    return text if text.startswith(MINUS) or text == "0" else f"+{text}"


# What is said in both languages, since nobody knows yet who reads it.
Said = str | Text
"""Plain words, or words in either language."""


def say(said: Said, lang: Language = DANISH) -> str:
    """`said` in words."""
    return said if isinstance(said, str) else said(lang)


def phrase(text: Text, /, **fields: Said) -> Text:
    """A text with its fields filled in."""
    return in_both(
        lambda lang: text(lang, **{name: say(each, lang) for name, each in fields.items()})
    )


def said_count(count: int, one: Text, many: Text) -> Text:
    """How many there are: `1 celle`, `3 celler`."""
    return one if count == 1 else phrase(many, count=str(count))


def said_quantity(value: Decimal | float, unit: str | None = None) -> Text:
    """A number with its unit, in the plan's units (percent as 82): `81,6 pct.`"""
    return in_both(lambda lang: quantity(value, unit, lang))


def said_percent(value: Decimal | float) -> Text:
    """A percentage as its cell shows it: 0.816 as `81,6 %`."""
    return in_both(lambda lang: f"{number(_exact(value) * 100, lang)} %")


def said_day(value: date) -> Text:
    """A date: `31-12-2020`."""
    return in_both(lambda lang: day(value, lang))
