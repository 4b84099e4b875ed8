"""Numbers, quantities and dates as a Dane writes them, and in English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.notation import day, number, quantity, signed, weekday


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (Decimal("81.60"), "81,6", "81.6"),
        (82, "82", "82"),
        (8200, "8200", "8200"),
        (12500, "12.500", "12,500"),
        (1234567.5, "1.234.567,5", "1,234,567.5"),
        (-0.5, "−0,5", "−0.5"),
        (0.1 + 0.2, "0,3", "0.3"),
        (Decimal("100") / 3, "33,333333", "33.333333"),
        (1e-9, "0", "0"),
        (-1e-9, "0", "0"),
        (999999.9999999, "1.000.000", "1,000,000"),
        (1e25, "1E+25", "1E+25"),
        (-1.5e300, "−1,5E+300", "−1.5E+300"),
    ],
)
def test_a_number(value: Decimal | float, danish: str, english: str) -> None:
    assert number(value) == danish
    assert number(value, "en") == english


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_that_a_cell_can_hold_can_be_written(value: float) -> None:
    assert number(value)
    assert len(number(value)) < 40


@pytest.mark.parametrize(
    ("value", "unit", "danish", "english"),
    [
        (81.6, "pct.", "81,6 pct.", "81.6 per cent"),
        (60, "antal", "60", "60"),
        (9.5, "dage", "9,5 dage", "9.5 days"),
        (-2.5, "mio. kr.", "−2,5 mio. kr.", "−2.5 DKK million"),
        (3, "niveau", "3", "3"),
        (3, None, "3", "3"),
        (3, "point", "3 point", "3 point"),
    ],
)
def test_a_quantity(value: float, unit: str | None, danish: str, english: str) -> None:
    assert quantity(value, unit) == danish
    assert quantity(value, unit, "en") == english


@pytest.mark.parametrize(("value", "text"), [(5, "+5"), (-0.5, "−0,5"), (0, "0"), (1e-9, "0")])
def test_a_number_with_its_sign(value: float, text: str) -> None:
    assert signed(value) == text


def test_dates_and_weekdays() -> None:
    sunday = date(2024, 7, 21)
    assert (day(sunday), day(sunday, "en")) == ("21-07-2024", "2024-07-21")
    assert (weekday(sunday), weekday(sunday, "en")) == ("søndag", "Sunday")
