"""The rule language: reading, writing, with laws that hold for any rule.

`tests/validators/plan_book/test_understood.py` has why a rule cannot be read, in Danish.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.rules import Leaf, Rule, RuleError, Threshold, parse_rule, write_rule

ODD = "something that does not belong"
KEYS = ("a", "b", "c", "d1", "d2")
A, B, C, D = (Leaf(key) for key in "abcd")


@st.composite
def thresholds(draw: st.DrawFn, parts: st.SearchStrategy[Rule]) -> Rule:
    chosen = tuple(draw(st.lists(parts, min_size=1, max_size=4)))
    return Threshold(draw(st.integers(1, len(chosen))), chosen)


RULES: st.SearchStrategy[Rule] = st.recursive(
    st.sampled_from(KEYS).map(Leaf), thresholds, max_leaves=8
)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a", A),
        ("a og b og c", Threshold(3, (A, B, C))),
        ("a eller b", Threshold(1, (A, B))),
        ("a AND b", Threshold(2, (A, B))),
        ("a or b", Threshold(1, (A, B))),
        ("(a eller b) og (c eller d)", Threshold(2, (Threshold(1, (A, B)), Threshold(1, (C, D))))),
        ("mindst 2 af (a, b, c)", Threshold(2, (A, B, C))),
        ("at least 2 of (a, b og c, d)", Threshold(2, (A, Threshold(2, (B, C)), D))),
        ("2.1.a eller 2.1.b", Threshold(1, (Leaf("2.1.a"), Leaf("2.1.b")))),
    ],
)
def test_what_a_rule_says(text, rule):
    assert parse_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ends too early"),
        ("a og", "ends too early"),
        ("a b", ODD),
        ("mindst 0 af (a, b)", "so many of the criteria"),
        ("mindst to af (a, b)", ODD),
        ("a og og", ODD),
        ("__import__", ODD),
    ],
)
def test_what_is_no_rule_is_refused_with_the_reason(text, reason):
    with pytest.raises(RuleError, match=reason):
        parse_rule(text)


@given(RULES)
def test_a_rule_that_is_written_is_read_as_the_same_rule(rule):
    assert parse_rule(write_rule(rule)) == rule
