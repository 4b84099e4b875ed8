"""Each kind of criterion at, just over and just under its threshold.

`tests/xl_addin/golden_cases.py` has what is measured, pending and answered with yes or no.
"""

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import LABELS, Facts, Kind, State, judge, judge_delivery, measure

MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING
DEADLINE = date(2020, 9, 30)


def judged(kind: Kind, target: str, measured: str | None) -> State:
    value = None if measured is None else Decimal(measured)
    return judge(kind, Facts(Decimal(target), value))


@pytest.mark.parametrize(
    ("kind", "target", "measured", "expected"),
    [
        (Kind.AT_LEAST, "82", "82", MET),
        (Kind.AT_LEAST, "82", "82.000001", MET),
        (Kind.AT_LEAST, "82", "81.999999", NOT),
        (Kind.AT_LEAST, "82", "81.6", NOT),
        (Kind.AT_LEAST, "0.3", "0.3", MET),
        (Kind.AT_LEAST, "0.82", "0.8199999999999", MET),  # as ROUND(…, 12) in the cells
        (Kind.AT_LEAST, "0.82", "0.819999999999", NOT),
        (Kind.AT_MOST, "165", "165", MET),
        (Kind.AT_MOST, "165", "164.999999", MET),
        (Kind.AT_MOST, "165", "165.000001", NOT),
        (Kind.WITHIN, "2.5", "2.5", MET),
        (Kind.WITHIN, "2.5", "-2.5", MET),
        (Kind.WITHIN, "2.5", "0", MET),
        (Kind.WITHIN, "2.5", "2.500001", NOT),
        (Kind.WITHIN, "2.5", "-2.500001", NOT),
        (Kind.REDUCTION, "5", "5", MET),
        (Kind.REDUCTION, "5", "5.000001", MET),
        (Kind.REDUCTION, "5", "4.999999", NOT),
        (Kind.REDUCTION, "5", "-5", NOT),
        (Kind.OVER, "6", "6.000001", MET),
        (Kind.OVER, "6", "6", NOT),
        (Kind.OVER, "0.06", "0.0600000000000001", NOT),  # as ROUND(…, 12) in the cells
        (Kind.UNDER, "6", "5.999999", MET),
        (Kind.UNDER, "6", "6", NOT),
        (Kind.GROWTH, "5", "5", MET),
        (Kind.GROWTH, "5", "4.999999", NOT),
        (Kind.BENCHMARK_LEAST, "8.3", "8.3", MET),
        (Kind.BENCHMARK_LEAST, "8.3", "8.299999", NOT),
        (Kind.BENCHMARK, "8.3", "8.3", MET),
        (Kind.BENCHMARK, "8.3", "8.299999", MET),
        (Kind.BENCHMARK, "8.3", "8.300001", NOT),
    ],
)
def test_a_figure_at_and_beside_its_threshold(kind, target, measured, expected):
    assert judged(kind, target, measured) is expected


@pytest.mark.parametrize(
    ("delivered", "done", "expected"),
    [
        (date(2020, 9, 30), None, MET),
        (date(2020, 9, 29), True, MET),
        (date(2020, 10, 1), None, NOT),
        (date(2020, 10, 1), True, NOT),
        (None, False, NOT),
        (None, None, OPEN),
        (None, True, OPEN),
        (date(2020, 9, 1), False, OPEN),
    ],
)
def test_a_delivery_at_and_beside_its_deadline(delivered, done, expected):
    assert judge_delivery(DEADLINE, delivered, done) is expected
    whole = judge(Kind.DELIVERED_BY, Facts(deadline=DEADLINE, delivered=delivered, done=done))
    assert whole is expected


@pytest.mark.parametrize("kind", [Kind.WITHIN, Kind.REDUCTION, Kind.GROWTH])
def test_no_percentage_is_made_of_a_basis_of_0(kind):
    with pytest.raises(ZeroDivisionError):
        measure(kind, Decimal(0), Decimal(1), in_percent=True)


def test_a_reduction_that_is_no_round_share_still_meets_its_own_target():
    # 7.6 of 8 is 5 pct. exactly, though neither is a round binary number.
    fall = measure(Kind.REDUCTION, Decimal("8.0"), Decimal("7.6"), in_percent=True)
    assert judge(Kind.REDUCTION, Facts(Decimal(5), fall)) is MET


def test_every_kind_has_its_own_danish_label():
    assert set(LABELS) == set(Kind)
    assert len(set(LABELS.values())) == len(Kind)
