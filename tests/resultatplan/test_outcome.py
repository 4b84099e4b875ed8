"""When what a criterion comes to is a deviation.

`tests/xl_addin/golden_interim.py` has what it comes to before the year is over, line by line.
"""

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import Facts, Kind
from resultatplan.outcome import Counted, Outcome, Status
from resultatplan.scales import Partly

JUNE, DUE = date(2025, 6, 30), date(2025, 9, 30)
YES, NO, PARTLY = Facts(done=True), Facts(done=False), Facts(partly=True)
HALF = Partly(Decimal(50))


def figure(measured: int | None) -> Facts:
    return Facts(Decimal(60), None if measured is None else Decimal(measured))


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
        (Kind.DELIVERED_BY, Counted.YEAR, Facts(deadline=DUE, done=False), None, True),
        (Kind.DELIVERED_BY, Counted.YEAR, Facts(deadline=DUE), None, False),
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
