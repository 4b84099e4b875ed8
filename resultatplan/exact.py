"""Decimal arithmetic on what was reported, so that every host compares the same numbers.

A spreadsheet shows and stores at most 15 significant digits. Values are read as the decimal
number those digits spell: then 0.1 + 0.2 is 0.3, and 81.6 is never 82.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, getcontext
from functools import cache

SIGNIFICANT_DIGITS = 15
RATIO_DECIMALS = 12
"""Ratios, and all that is compared, are rounded to this many decimals, in Python and in cells."""
PERCENT_DECIMALS = RATIO_DECIMALS - 2
"""The same for percentages in the plans' units, 82 for 0.82."""
AMOUNT_DECIMALS = 9
"""Computed differences of amounts are rounded to this many decimals, likewise."""

HUNDRED = Decimal(100)
_EXACTLY = f".{SIGNIFICANT_DIGITS}g"


def exact(value: Decimal | int | float) -> Decimal:
    """The decimal number a spreadsheet user sees in full: at most 15 significant digits.

    Raises `ValueError` for infinities and NaN, which no cell can hold.
    """
    number = Decimal(format(value, _EXACTLY))
    if not number.is_finite():
        raise ValueError(f"not a number: {value}")
    return number


def plain(value: Decimal) -> Decimal:
    """The same number, always written the same: 82 for 82.00, 80 for 8E+1, 0 for -0."""
    text = f"{value:f}" if value else "0"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """`value` rounded half away from zero, as ROUND does in a cell.

    A number of so many digits that it has no decimals to round is left as it is.
    """
    if value.adjusted() + decimals >= getcontext().prec:
        return value
    return value.quantize(_last_place(decimals), ROUND_HALF_UP)


def reaches(value: Decimal, level: Decimal) -> bool:
    """Whether `value` is at least `level`, both rounded to 12 decimals as cells compare them.

    What is no less is no less when rounded: the rest alone has to be rounded.
    """
    return value >= level or rounded(value, RATIO_DECIMALS) >= rounded(level, RATIO_DECIMALS)


@cache
def _last_place(decimals: int) -> Decimal:
    """One of the last of so many decimals: 0.001 of three."""
    return Decimal(1).scaleb(-decimals)


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """part / whole in percent (82 for 0.82), rounded to 12 decimals of the fraction."""
    return rounded(part / whole, RATIO_DECIMALS) * HUNDRED
