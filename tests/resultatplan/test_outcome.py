"""What a criterion comes to where it is provisional, and when it is a deviation.

`tests/xl_addin/golden_interim.py` has what it comes to before the year is over, line by line.
"""

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import Facts, Kind
from resultatplan.outcome import Counted, Outcome, Status
from resultatplan.scales import Ladder, Partly

JUNE, DUE, NOVEMBER = (date(2025, month, 30) for month in (6, 9, 11))
YES, NO, PARTLY = Facts(done=True), Facts(done=False), Facts(partly=True)
TARGET = Decimal(60)
STEPS = Ladder(((Decimal(40), Decimal(50)), (TARGET, Decimal(100))))
HALF = Partly(Decimal(50))
HALF_LATE = Partly(Decimal(50), NOVEMBER)


def figure(measured: int | None) -> Facts:
    return Facts(TARGET, None if measured is None else Decimal(measured))


def delivered(day: date | None = None, done: bool | None = None) -> Facts:
    return Facts(deadline=DUE, delivered=day, done=done)


@pytest.mark.parametrize(
    ("kind", "counted", "facts", "status", "is_deviation"),
    [
        # A running count below the year's target is none by itself.
        (Kind.AT_LEAST, Counted.RUNNING, figure(5), None, False),
        (Kind.AT_LEAST, Counted.RUNNING, figure(5), Status.RED, True),
        (Kind.AT_LEAST, Counted.RUNNING, figure(5), Status.GREEN, False),
        (Kind.AT_LEAST, Counted.YEAR, figure(5), None, True),
        (Kind.AT_LEAST, Counted.YEAR, figure(5), Status.GREEN, False),
        (Kind.AT_LEAST, Counted.YEAR, figure(60), None, False),
        (Kind.AT_LEAST, Counted.YEAR, figure(None), None, False),
        (Kind.AT_MOST, Counted.RUNNING, figure(61), Status.GREEN, True),
        (Kind.AT_MOST, Counted.RUNNING, figure(60), None, False),
        (Kind.DELIVERED_BY, Counted.YEAR, delivered(done=False), None, True),
        (Kind.DELIVERED_BY, Counted.YEAR, delivered(), None, False),
        (Kind.DONE, Counted.YEAR, NO, None, True),
        (Kind.DONE, Counted.YEAR, NO, Status.GREEN, False),
    ],
)
def test_what_is_lost_or_expected_not_to_be_met_is_a_deviation(
    kind, counted, facts, status, is_deviation
):
    outcome = Outcome(kind, facts, None, counted, status=status, as_of=JUNE)
    assert outcome.is_deviation is is_deviation


@pytest.mark.parametrize(
    ("facts", "scale", "is_deviation"),
    [(YES, None, False), (NO, None, True), (PARTLY, HALF, True), (Facts(), None, False)],
)
def test_in_the_final_report_what_is_not_wholly_met_is_a_deviation(facts, scale, is_deviation):
    assert Outcome(Kind.DONE, facts, scale).is_deviation is is_deviation
