"""Goals from degrees: rules, means, the partial rule, what has left; and as a cell shows them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.combinations import (
    ByRule,
    Combination,
    Interval,
    Mean,
    combine,
    read_combination,
    without,
    write_combination,
)
from resultatplan.criteria import State
from resultatplan.rules import (
    Rule,
    RuleError,
    UnknownKeyError,
    all_of,
    parse_rule,
    rule_degree,
    rule_without,
)
from resultatplan.scales import DEGREES, Degree, state_of
from tests.resultatplan.test_rules import RULES, STATES

MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING
TWO_OF_THREE = parse_rule("mindst 2 af (a, b, c)")


def judged(rule: Rule, states: Mapping[str, State]) -> State:
    """Whether a rule over criteria that are met, not met or pending is so itself."""
    degrees = {key: DEGREES[state] for key, state in states.items()}
    return state_of(combine(ByRule(rule), degrees).value)


@given(RULES, STATES)
def test_answering_what_is_open_never_contradicts_what_is_decided(
    rule: Rule, states: dict[str, State]
) -> None:
    before = judged(rule, states)
    for key in (key for key, state in states.items() if state is OPEN):
        for answer in (MET, NOT):
            after = judged(rule, {**states, key: answer})
            assert before in (OPEN, after)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((MET, MET, NOT, NOT), NOT),  # the 2022 figures of the 2024 plan's goal 2.1
        ((NOT, NOT, MET, MET), NOT),  # its 2023 figures
        ((MET, NOT, NOT, MET), MET),
        ((MET, OPEN, OPEN, OPEN), OPEN),
        ((NOT, NOT, OPEN, OPEN), NOT),
    ],
)
def test_the_rule_of_the_budget_goal_of_2024(states: tuple[State, ...], expected: State) -> None:
    rule = parse_rule("(a eller b) og (c eller d)")
    assert judged(rule, dict(zip("abcd", states, strict=True))) is expected


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
