"""How a goal combines, as the column Regel shows it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from resultatplan.combination_text import read_combination, write_combination
from resultatplan.combining import ByRule, Combination, Mean
from resultatplan.rules import RuleError, UnknownKeyError, all_of, parse_rule

KEYS = ("a", "b")
BOTH, EITHER = parse_rule("a og b"), parse_rule("a eller b")

CASES: list[tuple[str, Combination]] = [
    ("a og b", ByRule(BOTH)),
    ("a og b; delvist 50 %: a eller b", ByRule(BOTH, EITHER, Decimal(50))),
    ("a og b; delvist 37,5 %: a", ByRule(BOTH, parse_rule("a"), Decimal("37.5"))),
    ("gennemsnit", Mean((("a", Decimal(1)), ("b", Decimal(1))))),
    ("vægtet gennemsnit (a: 2; b: 1,5)", Mean((("a", Decimal(2)), ("b", Decimal("1.5"))), True)),
]


@pytest.mark.parametrize(("text", "combination"), CASES)
def test_it_is_read_as_it_is_written(text: str, combination: Combination) -> None:
    assert write_combination(combination) == text
    assert read_combination(text, KEYS) == combination


def test_the_plans_own_wording_of_its_rule_can_stand() -> None:
    combination = ByRule(all_of(KEYS), EITHER, Decimal(50))
    text = write_combination(combination, "alle")
    assert text == "alle; delvist 50 %: a eller b"
    assert read_combination(text, KEYS) == combination


def test_keys_may_be_full_and_words_in_any_case() -> None:
    keys = ("1.1.a", "1.1.b")
    mean = read_combination("Vægtet gennemsnit (1.1.b: 1; A: 3)", keys)
    assert mean == Mean((("1.1.a", Decimal(3)), ("1.1.b", Decimal(1))), is_weighted=True)
    assert write_combination(mean) == "vægtet gennemsnit (a: 3; b: 1)"


@pytest.mark.parametrize(
    "text",
    [
        "vægtet gennemsnit (a: 1)",
        "vægtet gennemsnit (a: 1; a: 1)",
        "vægtet gennemsnit (a: 1; b: 0)",
        "vægtet gennemsnit (a: 1; b: -1)",
        "vægtet gennemsnit (a 1; b 1)",
        "vægtet gennemsnit",
        "a og b; delvist 0 %: a",
        "a og b; delvist 100 %: a",
        "a og b; delvist: a",
    ],
)
def test_what_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(RuleError):
        read_combination(text, KEYS)


@pytest.mark.parametrize("text", ["vægtet gennemsnit (a: 1; x: 1)", "a og b; delvist 50 %: x"])
def test_a_criterion_that_is_not_there_is_refused(text: str) -> None:
    with pytest.raises(UnknownKeyError):
        read_combination(text, KEYS)
