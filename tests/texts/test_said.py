"""Things said later, in the reader's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from texts.language import Text
from texts.said import CellPercent, Day, Quantity, Said, phrase, say

GREETING = Text("Hej {name}", "Hello {name}")


@pytest.mark.parametrize(
    ("said", "danish", "english"),
    [
        ("Ja", "Ja", "Ja"),
        (Text("et tal", "a number"), "et tal", "a number"),
        (Quantity(Decimal("81.6"), "pct."), "81,6 pct.", "81.6 per cent"),
        (Quantity(Decimal(60)), "60", "60"),
        (CellPercent(Decimal("0.816")), "81,6 %", "81.6 %"),
        (Day(date(2020, 12, 31)), "31-12-2020", "2020-12-31"),
        (phrase(GREETING, name="Anne"), "Hej Anne", "Hello Anne"),
        (phrase(GREETING, name=Day(date(2020, 1, 2))), "Hej 02-01-2020", "Hello 2020-01-02"),
        (phrase(GREETING, name=phrase(GREETING, name="Bo")), "Hej Hej Bo", "Hello Hello Bo"),
    ],
)
def test_what_is_said(said: Said, danish: str, english: str) -> None:
    assert (say(said), say(said, "en")) == (danish, english)


def test_what_was_typed_may_hold_braces() -> None:
    assert say(phrase(GREETING, name="{name}")) == "Hej {name}"


def test_a_field_that_is_not_given_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        GREETING("da", navn="Anne")
