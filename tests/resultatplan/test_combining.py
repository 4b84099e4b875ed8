"""Goals from degrees: rules, means, the partial rule, and what has left."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.combining import ByRule, Interval, Mean, combine, without
from resultatplan.criteria import State
from resultatplan.degrees import DEGREES, Degree
from resultatplan.rules import (
    Rule,
    UnknownKeyError,
    judge_rule,
    parse_rule,
    rule_degree,
    rule_without,
)
from tests.resultatplan.test_rules import RULES, STATES

TWO_OF_THREE = parse_rule("mindst 2 af (a, b, c)")


@given(RULES, STATES)
def test_with_nothing_but_100_and_0_a_rule_over_degrees_is_the_rule(
    rule: Rule, states: dict[str, State]
) -> None:
    interval = combine(ByRule(rule), {key: DEGREES[state] for key, state in states.items()})
    assert interval.value == DEGREES[judge_rule(rule, states)]


@pytest.mark.parametrize(
    ("rule", "degree"),
    [("a og b og c", 20), ("a eller b eller c", 80), ("mindst 2 af (a, b, c)", 60), ("c", 80)],
)
def test_a_rule_takes_the_least_the_largest_or_the_nth(rule: str, degree: int) -> None:
    assert rule_degree(parse_rule(rule), {"a": 20, "b": 60, "c": 80}) == degree


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
def test_what_has_left_is_no_part_of_a_rule(rule: str, gone: str, left: str) -> None:
    found = rule_without(parse_rule(rule), set(gone))
    assert found is not None
    for values in ({"a": 10, "b": 20, "c": 30, "d": 40}, {"a": 40, "b": 30, "c": 20, "d": 10}):
        assert rule_degree(found, values) == rule_degree(parse_rule(left), values)


def test_nothing_is_left_of_a_rule_or_a_mean_when_everything_has_left() -> None:
    mean = Mean((("a", Decimal(1)), ("b", Decimal(1))))
    assert rule_without(TWO_OF_THREE, {"a", "b", "c"}) is None
    assert without(ByRule(TWO_OF_THREE), {"a", "b", "c"}) is None
    assert without(mean, {"a", "b"}) is None
    assert without(mean, {"a"}) == Mean((("b", Decimal(1)),))


def test_a_partial_rule_that_has_left_gives_nothing() -> None:
    combination = ByRule(parse_rule("a og b"), parse_rule("b"), Decimal(40))
    left = without(combination, {"b"})
    assert left is not None
    assert combine(left, {"a": 0}) == Interval(0, 0)


@pytest.mark.parametrize(
    ("degrees", "interval"),
    [
        ((100, 100), (100, 100)),
        ((100, 0), (40, 40)),
        ((0, 0), (0, 0)),
        ((100, None), (40, 100)),
        ((0, None), (0, 40)),
        ((None, None), (0, 100)),
        ((60, 50), (50, 50)),
    ],
)
def test_the_partial_rule_raises_what_is_not_met(
    degrees: tuple[Degree | None, ...], interval: tuple[Degree, Degree]
) -> None:
    combination = ByRule(parse_rule("a og b"), parse_rule("a eller b"), Decimal(40))
    assert combine(combination, dict(zip("ab", degrees, strict=True))) == interval


def test_a_mean_that_does_not_come_out_even_is_rounded_as_a_cell_is() -> None:
    thirds = Mean(tuple((key, Decimal(1)) for key in "abc"))
    assert combine(thirds, {"a": 100, "b": 100, "c": 0}).value == Decimal("66.6666666667")
    assert combine(thirds, {"a": 100, "b": 50, "c": 0}) == (50, 50)
    assert isinstance(combine(thirds, {"a": 100, "b": 50, "c": 0}).value, int)


def test_a_mean_over_a_criterion_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownKeyError):
        combine(Mean((("a", Decimal(1)),)), {"b": 100})


@given(
    RULES, st.fixed_dictionaries({key: st.integers(0, 100) for key in ("a", "b", "c", "d1", "d2")})
)
def test_a_better_criterion_never_makes_a_rule_worse(rule: Rule, degrees: dict[str, int]) -> None:
    for key in degrees:
        assert rule_degree(rule, {**degrees, key: 100}) >= rule_degree(rule, degrees)
