"""Goals from degrees: rules, means, the partial rule, what has left; and as a cell shows them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.combinations import (
    ByRule,
    Combination,
    Mean,
    combine,
    interval_of,
    read_combination,
    without,
    write_combination,
)
from resultatplan.rules import Leaf, parse_rule, rule_degree, rule_without
from resultatplan.scales import Interval
from tests.resultatplan.test_rules import RULES

TWO_OF_THREE = parse_rule("mindst 2 af (a, b, c)")


@pytest.mark.parametrize(
    ("rule", "gone", "left"),
    [
        ("a og b", "b", "a"),
        ("(a eller b) og c", "ab", "c"),
        ("a eller b eller c", "b", "a eller c"),
        ("a og b og c", "b", "a og c"),
        ("mindst 2 af (a, b, c, d)", "b", "mindst 2 af (a, c, d)"),
        ("mindst 2 af (a, b, c)", "bc", "a"),
        ("a og (b eller c)", "", "a og (b eller c)"),
    ],
)
def test_what_has_left_is_no_part_of_a_rule(rule, gone, left):
    found = rule_without(parse_rule(rule), set(gone))
    assert found is not None
    for values in ({"a": 10, "b": 20, "c": 30, "d": 40}, {"a": 40, "b": 30, "c": 20, "d": 10}):
        assert rule_degree(found, values) == rule_degree(parse_rule(left), values)


def test_nothing_is_left_of_a_rule_or_a_mean_when_everything_has_left():
    mean = Mean(((Leaf("a"), Decimal(1)), (Leaf("b"), Decimal(1))))
    assert rule_without(TWO_OF_THREE, {"a", "b", "c"}) is None
    assert without(ByRule(TWO_OF_THREE), {"a", "b", "c"}) is None
    assert without(mean, {"a", "b"}) is None
    assert without(mean, {"a"}) == Mean(((Leaf("b"), Decimal(1)),))


def test_a_partial_rule_that_has_left_gives_nothing():
    combination = ByRule(parse_rule("a og b"), parse_rule("b"), Decimal(40))
    left = without(combination, {"b"})
    assert left is not None
    assert combine(left, {"a": 0}) == 0


def test_a_goal_lies_between_what_the_least_and_the_most_of_its_criteria_make():
    intervals = {"a": Interval(50, 100), "b": Interval(0, 50)}
    found = [interval_of(read_combination(text, KEYS), intervals) for text, _ in CASES]
    assert found == [
        (0, 50),
        (0, 50),
        (0, 50),
        (0, 50),
        (25, 75),
        (Decimal("28.5714285714"), Decimal("78.5714285714")),
        (0, 50),
        (Decimal("50"), 100),
    ]


@given(
    RULES, st.fixed_dictionaries({key: st.integers(0, 100) for key in ("a", "b", "c", "d1", "d2")})
)
def test_a_better_criterion_never_makes_a_rule_worse(rule, degrees):
    for key in degrees:
        assert rule_degree(rule, {**degrees, key: 100}) >= rule_degree(rule, degrees)


KEYS = ("a", "b")
BOTH, EITHER = parse_rule("a og b"), parse_rule("a eller b")

CASES: list[tuple[str, Combination]] = [
    ("a og b", ByRule(BOTH)),
    ("a og b; delvist 50 %: a eller b", ByRule(BOTH, EITHER, Decimal(50))),
    ("a og b; delvist: a eller b", ByRule(BOTH, EITHER)),
    ("a og b; delvist 37,5 %: a", ByRule(BOTH, parse_rule("a"), Decimal("37.5"))),
    ("gennemsnit", Mean(((Leaf("a"), Decimal(1)), (Leaf("b"), Decimal(1))))),
    (
        "vægtet gennemsnit (a: 2; b: 1,5)",
        Mean(((Leaf("a"), Decimal(2)), (Leaf("b"), Decimal("1.5"))), True),
    ),
    ("gennemsnit (a og b; b)", Mean(((BOTH, Decimal(1)), (Leaf("b"), Decimal(1))))),
    (
        "vægtet gennemsnit (a eller b: 3; a: 1)",
        Mean(((EITHER, Decimal(3)), (Leaf("a"), Decimal(1))), True),
    ),
]


@pytest.mark.parametrize(("text", "combination"), CASES)
def test_it_is_read_as_it_is_written(text, combination):
    assert write_combination(combination) == text
    assert read_combination(text, KEYS) == combination


def test_keys_may_be_full_and_words_in_any_case():
    keys = ("1.1.a", "1.1.b")
    mean = read_combination("Vægtet gennemsnit (1.1.b: 1; A: 3)", keys)
    parts = ((Leaf("1.1.b"), Decimal(1)), (Leaf("1.1.a"), Decimal(3)))
    assert mean == Mean(parts, is_weighted=True)
