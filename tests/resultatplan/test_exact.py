"""Decimal arithmetic: numbers are compared as a spreadsheet user sees them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.exact import exact, plain, ratio, reaches, rounded


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_what_no_cell_can_hold_is_refused(value):
    with pytest.raises(ValueError, match="not a number"):
        exact(value)


@given(st.decimals(-(10**8), 10**8, places=6))
def test_a_typed_decimal_survives_being_stored_as_a_float(typed):
    assert exact(float(typed)) == typed


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("0.125", 2, "0.13"),
        ("82", 12, "82"),
        ("1e25", 9, "1e25"),
    ],
)
def test_halves_are_rounded_away_from_zero_as_in_a_cell(value, decimals, expected):
    assert rounded(Decimal(value), decimals) == Decimal(expected)
    assert ratio(Decimal(5), Decimal("1e-300")) == Decimal("5e302")


NUMBERS = st.decimals(-100, 100, places=14)


@given(NUMBERS, NUMBERS)
def test_a_level_is_reached_exactly_when_the_rounded_numbers_say_so(value, other):
    for level in (other, value + other.scaleb(-12)):
        assert reaches(value, level) == (rounded(value, 12) >= rounded(level, 12))


@pytest.mark.parametrize(
    ("written", "expected"),
    [("82.00", "82"), ("8E+1", "80"), ("-0.0", "0"), ("-2.50", "-2.5"), ("1E-7", "1E-7")],
)
def test_equal_numbers_are_written_alike(written, expected):
    assert str(plain(Decimal(written))) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_written_plainly_it_is_the_same_number(value):
    assert plain(value) == value
    assert plain(plain(value)).as_tuple() == plain(value).as_tuple()
