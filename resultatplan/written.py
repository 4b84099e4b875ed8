"""Numbers and days in the short texts of a sheet, as a Dane writes them: `1,5`, `31-12-2024`."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

NUMBER = r"[-\u2212]?\d+(?:,\d+)?"
"""A regular expression for a number; a point could be a Dane's thousands or a Briton's decimals."""
DAY = r"\d{1,2}-\d{1,2}-\d{4}"

_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def write_number(value: Decimal) -> str:
    """Every digit, a decimal comma, nothing between thousands."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def read_number(text: str) -> Decimal:
    """The number that a text matching `NUMBER` spells."""
    return Decimal(text.replace("\u2212", "-").replace(",", "."))


def write_day(day: date) -> str:
    """`31-12-2024`."""
    return day.strftime("%d-%m-%Y")


def read_day(text: str) -> date:
    """The day that a text matching `DAY` names. Raises `ValueError` where there is none."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"not a day: {text!r}")
    day, month, year = map(int, match.groups())
    return date(year, month, day)
