"""How numbers, percentages and dates are written for a reader, Danish or English.

Numbers are passed as `Decimal`, `int` or `float`; percent as 82, not 0.82.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from texts.language import DANISH, Language, Text

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

    Four digits stand together, as in Danish: `8200`, but `12.500`. From 16 digits on a number is
    written as a spreadsheet shows it, `1E+25`.
    """
    if not isinstance(value, Decimal):
        if abs(value) < _GROUPED_FROM and value == int(value):
            return f"{MINUS if value < 0 else ''}{abs(int(value))}"
        value = Decimal(f"{value:.15g}")
    amount = value
    if abs(amount) >= _SCIENTIFIC_FROM:
        mantissa, _, exponent = f"{amount:.5E}".partition("E")
        return f"{number(Decimal(mantissa), lang)}E{exponent}"
    amount = round(amount, min(decimals, _MOST_DIGITS - max(amount.adjusted(), 0)))
    size = abs(amount)
    text = f"{size:,f}" if size >= _GROUPED_FROM else f"{size:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if lang == DANISH:
        text = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
    return (MINUS if amount < 0 else "") + text


def quantity(
    value: Decimal | float,
    unit: str | None,
    lang: Language = DANISH,
    decimals: int = DECIMALS,
) -> str:
    """A number with its unit: `81,6 pct.`, `−0,5 mio. kr.`, `60`."""
    name = _UNIT_NAMES[unit](lang) if unit in _UNIT_NAMES else (unit or "")
    return f"{number(value, lang, decimals)} {name}".rstrip()


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
