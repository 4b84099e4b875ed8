"""Goals from degrees: rules, means, the partial rule, what has left; and as a cell shows them."""

from decimal import Decimal

import pytest

from resultatplan.combinations import (
    ByRule,
    Mean,
    combine,
    interval_of,
    read_combination,
    without,
    write_combination,
)
from resultatplan.rules import Leaf, Rule, parse_rule
from resultatplan.scales import Interval

KEYS = ("a", "b")
BOTH, EITHER = parse_rule("a og b"), parse_rule("a eller b")
A, B = Leaf("a"), Leaf("b")


def mean(*parts: tuple[Rule, str], is_weighted: bool = False) -> Mean:
    return Mean(tuple((rule, Decimal(weight)) for rule, weight in parts), is_weighted)


def test_a_partial_rule_that_has_left_gives_nothing():
    combination = ByRule(parse_rule("a og b"), parse_rule("b"), Decimal(40))
    left = without(combination, {"b"})
    assert combine(left, {"a": 0}) == 0


@pytest.mark.parametrize(
    ("text", "combination", "interval"),
    [
        ("a og b", ByRule(BOTH), ("0", "50")),
        ("a og b; delvist 50 %: a eller b", ByRule(BOTH, EITHER, Decimal(50)), ("0", "50")),
        ("a og b; delvist: a eller b", ByRule(BOTH, EITHER), ("0", "50")),
        ("a og b; delvist 37,5 %: a", ByRule(BOTH, A, Decimal("37.5")), ("0", "50")),
        ("gennemsnit", mean((A, "1"), (B, "1")), ("25", "75")),
        ("vægtet gennemsnit (a: 2; b: 1,5)", mean((A, "2"), (B, "1.5"), is_weighted=True),
         ("28.5714285714", "78.5714285714")),
        ("gennemsnit (a og b; b)", mean((BOTH, "1"), (B, "1")), ("0", "50")),
        ("vægtet gennemsnit (a eller b: 3; a: 1)", mean((EITHER, "3"), (A, "1"), is_weighted=True),
         ("50", "100")),
    ],
)  # fmt: skip
def test_it_is_read_as_written_and_lies_between_the_least_and_the_most_of_its_criteria(
    text, combination, interval
):
    assert write_combination(combination) == text
    assert read_combination(text, KEYS) == combination
    criteria = {"a": Interval(50, 100), "b": Interval(0, 50)}
    assert interval_of(combination, criteria) == tuple(map(Decimal, interval))


def test_keys_may_be_full_and_words_in_any_case():
    keys = ("1.1.a", "1.1.b")
    expected = mean((Leaf("1.1.b"), "1"), (Leaf("1.1.a"), "3"), is_weighted=True)
    assert read_combination("Vægtet gennemsnit (1.1.b: 1; A: 3)", keys) == expected
    assert read_combination(" ALLE ", ("a", "b")) == ByRule(BOTH)
