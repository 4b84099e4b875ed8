"""The scale of a criterion as a cell shows it; `tests/xl_addin` has what each scale counts."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.scales import (
    Grades,
    Ladder,
    Partly,
    Scale,
    ScaleError,
    Slope,
    read_scale,
    write_scale,
)

NUMBERS = st.decimals(-10_000, 10_000, places=3)
CREDITS = st.decimals(0, 100, places=2)
SCALES: st.SearchStrategy[Scale] = st.one_of(
    st.lists(st.tuples(st.none() | NUMBERS, CREDITS), min_size=1, max_size=4).map(
        lambda pairs: Ladder(tuple(pairs))
    ),
    st.builds(Slope, NUMBERS, st.none() | NUMBERS).filter(lambda each: each.zero != each.full),
    st.builds(Partly, CREDITS, st.none() | st.dates(min_value=date(1900, 1, 1))),
    st.lists(st.integers(1, 99), min_size=1, max_size=4).map(lambda each: Grades(tuple(each))),
)


@given(SCALES)
def test_what_is_written_is_read_as_it_was(scale):
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
        (Grades((25, 50, 75)), False, "grader 25 %, 50 %, 75 %"),
        (Partly(None), False, "delvist"),
        (Partly(None, date(2024, 12, 31)), False, "delvist til 31-12-2024"),
        (Partly(Decimal(50), date(2024, 12, 31)), False, "delvist til 31-12-2024 50 %"),
    ],
)  # fmt: skip
def test_how_a_scale_is_written(scale, in_percent, text):
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
def test_what_a_text_means_in_cells(text, scale):
    assert read_scale(text) == scale


@pytest.mark.parametrize(
    "text",
    ["halvt", "70: 50", "70 50 %", "70.5: 50 %", "70: 101 %", "70: -1 %", "70: 50 %;",
     "delvist til", "grader", "grader 25", "grader 100 %", "lineær 70", "lineær 70-70",
     "lineær fra måltal til 82", "delvist til 30-02-2024 50 %"],
)  # fmt: skip
def test_what_is_no_scale_is_refused(text):
    with pytest.raises(ScaleError):
        read_scale(text)
