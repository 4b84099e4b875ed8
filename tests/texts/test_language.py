"""Texts in both languages: numbers and dates as a Dane writes them, and phrases."""

from datetime import date
from decimal import Decimal

import pytest

from texts.language import (
    Text,
    day,
    number,
    phrase,
    quantity,
    said_day,
    said_percent,
    said_quantity,
    say,
    signed,
    weekday,
)

GREETING = Text("Hej {name}", "Hello {name}")


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (Decimal("81.60"), "81,6", "81.6"),
        (8200, "8200", "8200"),
        (12500, "12.500", "12,500"),
        (1234567.5, "1.234.567,5", "1,234,567.5"),
        (-0.5, "−0,5", "−0.5"),
        (0.1 + 0.2, "0,3", "0.3"),
        (Decimal("100") / 3, "33,333333", "33.333333"),
        (-1e-9, "0", "0"),
        (Decimal("0.0000005"), "0,000001", "0.000001"),
        (999999.9999999, "1.000.000", "1,000,000"),
        (-1.5e300, "−1,5E+300", "−1.5E+300"),
    ],
)
def test_a_number(value, danish, english):
    assert (number(value), number(value, "en")) == (danish, english)


@pytest.mark.parametrize(
    ("value", "unit", "danish", "english"),
    [
        (81.6, "pct.", "81,6 pct.", "81.6 per cent"),
        (60, "antal", "60", "60"),
        (-2.5, "mio. kr.", "−2,5 mio. kr.", "−2.5 DKK million"),
        (3, None, "3", "3"),
        (3, "point", "3 point", "3 point"),
    ],
)
def test_a_quantity(value, unit, danish, english):
    assert (quantity(value, unit), quantity(value, unit, "en")) == (danish, english)


def test_signs_dates_and_weekdays():
    assert list(map(signed, (5, -0.5, 0, 1e-9))) == ["+5", "−0,5", "0", "0"]
    sunday = date(2024, 7, 21)
    assert (day(sunday), day(sunday, "en")) == ("21-07-2024", "2024-07-21")
    assert (weekday(sunday), weekday(sunday, "en")) == ("søndag", "Sunday")


@pytest.mark.parametrize(
    ("said", "danish", "english"),
    [
        ("Ja", "Ja", "Ja"),
        (Text("et tal", "a number"), "et tal", "a number"),
        (said_quantity(Decimal("81.6"), "pct."), "81,6 pct.", "81.6 per cent"),
        (said_percent(Decimal("0.816")), "81,6 %", "81.6 %"),
        (phrase(GREETING, name=said_day(date(2020, 1, 2))), "Hej 02-01-2020", "Hello 2020-01-02"),
        (phrase(GREETING, name=phrase(GREETING, name="Bo")), "Hej Hej Bo", "Hello Hello Bo"),
        (phrase(GREETING, name="{name}"), "Hej {name}", "Hello {name}"),
    ],
)
def test_what_is_said_in_both(said, danish, english):
    assert (say(said), say(said, "en")) == (danish, english)


def test_a_sentence_ends_with_one_full_stop_and_words_that_end_with_three_dots_keep_them():
    text = Text("Det er {most}.", "It is {most}.")
    assert (text(most="82 pct."), text("en", most="82")) == ("Det er 82 pct.", "It is 82.")
    text = Text("Delmål {key}: {words}", "Criterion {key}: {words}")
    assert text(key="1.1.a", words="Vi afventer svar...") == "Delmål 1.1.a: Vi afventer svar..."
