"""Totals: exact, and weighted."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resultatplan.scoring import total


@pytest.mark.parametrize("count", range(1, 61))
def test_all_goals_fulfilled_is_exactly_100(count):
    weights = [100 / count] * count
    assert total([100] * count, weights) == total([None] * count, weights, pending=100) == 100
    assert total([0] * count, weights) == total([None] * count, weights) == 0


@pytest.mark.parametrize(
    ("goals", "weights"),
    [([100], [50.0, 50.0]), ([], []), ([100, 0], [0.0, 0.0]), ([100, 0], [150.0, -50.0])],
)
def test_weights_that_do_not_fit_are_refused(goals, weights):
    with pytest.raises(ValueError, match="weights"):
        total(goals, weights)


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 9)), min_size=1))
def test_a_total_of_degrees_is_their_weighted_mean(goals):
    degrees, weights = zip(*goals, strict=True)
    assume(any(weights))
    by_hand = sum(d * w for d, w in goals) / sum(weights)
    assert total(degrees, weights) == pytest.approx(by_hand)
