"""How much a criterion counts between met and not met, and its scale as a cell shows it.

`test_evaluation` has a report of every kind.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.criteria import Kind, State
from resultatplan.scales import (
    Degree,
    Facts,
    Ladder,
    Partly,
    Scale,
    ScaleError,
    Slope,
    degree_of,
    read_scale,
    state_of,
    whole,
    write_scale,
)

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


NUMBERS = st.decimals(-10_000, 10_000, places=3)
CREDITS = st.decimals(0, 100, places=2)
SCALES: st.SearchStrategy[Scale] = st.one_of(
    st.lists(st.tuples(st.none() | NUMBERS, CREDITS), min_size=1, max_size=4).map(
        lambda pairs: Ladder(tuple(pairs))
    ),
    st.builds(Slope, NUMBERS, st.none() | NUMBERS).filter(lambda each: each.zero != each.full),
    st.builds(Partly, CREDITS, st.none() | st.dates(min_value=date(1900, 1, 1))),
)


@given(SCALES)
def test_what_is_written_is_read_as_it_was(scale: Scale) -> None:
    assert read_scale(write_scale(scale, in_percent=False)) == scale


@pytest.mark.parametrize(
    ("scale", "in_percent", "text"),
    [
        (Ladder(((Decimal(70), Decimal(50)), (Decimal(82), Decimal(100)))), True,
         "70 %: 50 %; 82 %: 100 %"),
        (Ladder(((Decimal("9.50"), Decimal("33.3")), (None, Decimal(100)))), False,
         "9,5: 33,3 %; måltal: 100 %"),
        (Slope(Decimal(70), Decimal(82)), True, "lineær fra 70 % til 82 %"),
        (Slope(Decimal(10)), False, "lineær fra 10 til måltal"),
        (Partly(Decimal(50)), False, "delvist 50 %"),
        (Partly(Decimal(50), date(2024, 12, 31)), False, "delvist til 31-12-2024 50 %"),
    ],
)  # fmt: skip
def test_how_a_scale_is_written(scale: Scale, in_percent: bool, text: str) -> None:
    assert write_scale(scale, in_percent=in_percent) == text


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("", None),
        ("  ", None),
        ("70 %: 50 %", Ladder(((Decimal("0.7"), Decimal(50)),))),
        ("70%:50%;82%:100%", Ladder(((Decimal("0.7"), 50), (Decimal("0.82"), 100)))),  # type: ignore[arg-type]
        ("Lineær 70-82", Slope(Decimal(70), Decimal(82))),
        ("lineær fra −5 til -1,5", Slope(Decimal(-5), Decimal("-1.5"))),
        ("LINEÆR FRA 70 % TIL MÅLTAL", Slope(Decimal("0.7"))),
        ("Delvist  50%", Partly(Decimal(50))),
        ("delvist til 1-2-2024 50 %", Partly(Decimal(50), date(2024, 2, 1))),
    ],
)
def test_what_a_text_means_in_cells(text: str, scale: Scale | None) -> None:
    assert read_scale(text) == scale


@pytest.mark.parametrize(
    "text",
    ["halvt", "70: 50", "70 50 %", "70.5: 50 %", "70: 101 %", "70: -1 %", "70: 50 %;", "delvist",
     "lineær 70", "lineær 70-70", "lineær fra måltal til 82", "delvist til 30-02-2024 50 %"],
)  # fmt: skip
def test_what_is_no_scale_is_refused(text: str) -> None:
    with pytest.raises(ScaleError):
        read_scale(text)
