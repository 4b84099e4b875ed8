"""How much a criterion counts between met and not met; `test_scheme_evaluation` has the kinds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from resultatplan.criteria import Kind, State
from resultatplan.degrees import Degree, Facts, Ladder, Slope, degree_of, state_of, whole

LINE = Slope(Decimal(70), Decimal(82))


def measured(value: str, target: str = "82") -> Facts:
    return Facts(target=Decimal(target), measured=Decimal(value))


@pytest.mark.parametrize(
    ("value", "degree"),
    [
        ("82", 100),
        ("81.9999999999", Decimal("99.9999999992")),
        ("76", 50),
        ("74", Decimal("33.3333333333")),
        ("70", 0),
        ("-5", 0),
        ("1e300", 100),
    ],
)
def test_a_line_counts_what_lies_between(value: str, degree: Degree) -> None:
    assert degree_of(Kind.AT_LEAST, LINE, measured(value)) == degree


def test_the_best_step_counts_in_whatever_order_they_stand() -> None:
    steps = ((Decimal(70), Decimal(50)), (Decimal(60), Decimal(25)), (None, Decimal(100)))
    for order in (steps, steps[::-1]):
        assert degree_of(Kind.AT_LEAST, Ladder(order), measured("75")) == 50
        assert degree_of(Kind.AT_LEAST, Ladder(order), measured("82")) == 100
        assert degree_of(Kind.AT_LEAST, Ladder(order), measured("59")) == 0


def test_a_step_is_reached_with_the_decimals_that_cells_compare() -> None:
    ladder = Ladder(((Decimal("0.3"), Decimal(50)),))
    assert degree_of(Kind.AT_LEAST, ladder, measured("0.2999999999999", "1")) == 50
    assert degree_of(Kind.AT_LEAST, ladder, measured("0.299999999999", "1")) == 0


def test_a_benchmark_that_is_reached_counts_whatever_its_line_says() -> None:
    line = Slope(Decimal(10))
    assert degree_of(Kind.BENCHMARK, line, measured("12", "13")) == 100
    assert degree_of(Kind.BENCHMARK, line, measured("14", "13")) == 0


def test_a_whole_degree_is_an_int() -> None:
    assert [type(whole(Decimal(text))) for text in ("50.0", "50.5")] == [int, Decimal]


@pytest.mark.parametrize(
    ("degree", "state"),
    [
        (None, State.PENDING),
        (0, State.NOT_FULFILLED),
        (Decimal("0.1"), State.PARTIAL),
        (Decimal("99.9"), State.PARTIAL),
        (100, State.FULFILLED),
    ],
)
def test_a_degree_has_its_state(degree: Degree | None, state: State) -> None:
    assert state_of(degree) is state
