"""What a criterion comes to, line by line of the rules: its bounds before the year is over.

Each line: what is reported, the bounds, what is expected. `-` is blank, `?` unknown.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import Facts, Kind, State
from resultatplan.outcome import Counted, Outcome, Status
from resultatplan.scales import Interval, Ladder, Partly, Scale, Slope

JUNE, SEPTEMBER, DUE, NOVEMBER = (date(2025, month, 30) for month in (6, 9, 9, 11))
YES, NO, PARTLY = Facts(done=True), Facts(done=False), Facts(partly=True)
TARGET = Decimal(60)
STEPS = Ladder(((Decimal(40), Decimal(50)), (TARGET, Decimal(100))))
CEILING_STEPS = Ladder(((Decimal(90), Decimal(50)), (TARGET, Decimal(100))))
LINE = Slope(Decimal(20), TARGET)
HALF = Partly(Decimal(50))
HALF_LATE = Partly(Decimal(50), NOVEMBER)

Expected = int | None
"""None: unknown."""


def figure(measured: int | None) -> Facts:
    return Facts(TARGET, None if measured is None else Decimal(measured))


def delivered(day: date | None = None, done: bool | None = None) -> Facts:
    return Facts(deadline=DUE, delivered=day, done=done)


def bounds(outcome: Outcome) -> tuple[Interval, Expected]:
    return Interval(outcome.secured, outcome.attainable), outcome.expected


@pytest.mark.parametrize(
    ("kind", "counted", "scale", "measured", "low", "high", "expected"),
    [
        # A count for the year to date is never lost ...
        (Kind.AT_LEAST, Counted.RUNNING, None, None, 0, 100, None),
        (Kind.AT_LEAST, Counted.RUNNING, None, 59, 0, 100, 0),
        (Kind.AT_LEAST, Counted.RUNNING, None, 60, 100, 100, 100),
        (Kind.OVER, Counted.RUNNING, None, 60, 0, 100, 0),
        (Kind.OVER, Counted.RUNNING, None, 61, 100, 100, 100),
        (Kind.AT_LEAST, Counted.RUNNING, STEPS, 39, 0, 100, 0),
        (Kind.AT_LEAST, Counted.RUNNING, STEPS, 40, 50, 100, 50),
        (Kind.AT_LEAST, Counted.RUNNING, LINE, 30, 25, 100, 25),
        # ... and a ceiling that is broken is never mended.
        (Kind.AT_MOST, Counted.RUNNING, None, None, 0, 100, None),
        (Kind.AT_MOST, Counted.RUNNING, None, 60, 0, 100, 100),
        (Kind.AT_MOST, Counted.RUNNING, None, 61, 0, 0, 0),
        (Kind.UNDER, Counted.RUNNING, None, 59, 0, 100, 100),
        (Kind.UNDER, Counted.RUNNING, None, 60, 0, 0, 0),
        (Kind.AT_MOST, Counted.RUNNING, CEILING_STEPS, 61, 0, 50, 50),
        (Kind.AT_MOST, Counted.RUNNING, CEILING_STEPS, 91, 0, 0, 0),
        # The year's own figure is open, whatever stands there.
        (Kind.AT_LEAST, Counted.YEAR, None, 60, 0, 100, 100),
        (Kind.AT_LEAST, Counted.YEAR, STEPS, 40, 0, 100, 50),
        (Kind.AT_LEAST, Counted.YEAR, None, None, 0, 100, None),
        (Kind.AT_MOST, Counted.YEAR, None, 61, 0, 100, 0),
        (Kind.WITHIN, Counted.YEAR, None, -60, 0, 100, 100),
        (Kind.REDUCTION, Counted.YEAR, None, -5, 0, 100, 0),
        (Kind.GROWTH, Counted.YEAR, None, 60, 0, 100, 100),
        (Kind.BENCHMARK, Counted.YEAR, None, 61, 0, 100, 0),
        # What is measured once is decided.
        (Kind.AT_LEAST, Counted.ONCE, None, None, 0, 100, None),
        (Kind.AT_LEAST, Counted.ONCE, None, 59, 0, 0, 0),
        (Kind.AT_LEAST, Counted.ONCE, STEPS, 40, 50, 50, 50),
        (Kind.AT_MOST, Counted.ONCE, None, 60, 100, 100, 100),
        (Kind.WITHIN, Counted.ONCE, None, 61, 0, 0, 0),
        (Kind.REDUCTION, Counted.ONCE, None, 60, 100, 100, 100),
        (Kind.BENCHMARK, Counted.ONCE, None, 60, 100, 100, 100),
        (Kind.BENCHMARK_LEAST, Counted.ONCE, None, 59, 0, 0, 0),
    ],
)
def test_a_figure_before_the_year_is_over(kind, counted, scale, measured, low, high, expected):
    outcome = Outcome(kind, figure(measured), scale, counted, as_of=JUNE)
    assert bounds(outcome) == ((low, high), expected)


@pytest.mark.parametrize(
    ("scale", "facts", "as_of", "low", "high", "expected"),
    [
        (None, delivered(), JUNE, 0, 100, None),
        (None, delivered(), SEPTEMBER, 0, 100, None),
        (None, delivered(DUE), SEPTEMBER, 100, 100, 100),
        (None, delivered(date(2025, 10, 1)), NOVEMBER, 0, 0, 0),
        # Nej is a forecast until the period reported on has reached the deadline.
        (None, delivered(done=False), date.min, 0, 100, 0),
        (None, delivered(done=False), JUNE, 0, 100, 0),
        (None, delivered(done=False), date(2025, 9, 29), 0, 100, 0),
        (None, delivered(done=False), SEPTEMBER, 0, 0, 0),
        # A delivery after the deadline may still count in part.
        (HALF_LATE, delivered(done=False), JUNE, 0, 100, 0),
        (HALF_LATE, delivered(done=False), SEPTEMBER, 0, 50, 0),
        (HALF_LATE, delivered(done=False), NOVEMBER, 0, 0, 0),
        (HALF_LATE, delivered(NOVEMBER), NOVEMBER, 50, 50, 50),
        (HALF_LATE, delivered(date(2025, 12, 1)), NOVEMBER, 0, 0, 0),
        # What contradicts itself, or leaves out the day, says nothing.
        (None, delivered(DUE, done=False), NOVEMBER, 0, 100, None),
        (None, delivered(done=True), NOVEMBER, 0, 100, None),
    ],
)
def test_a_delivery_before_the_year_is_over(scale, facts, as_of, low, high, expected):
    outcome = Outcome(Kind.DELIVERED_BY, facts, scale, as_of=as_of)
    assert bounds(outcome) == ((low, high), expected)


@pytest.mark.parametrize("kind", [Kind.DONE, Kind.ASSESSED])
@pytest.mark.parametrize(
    ("scale", "facts", "low", "high", "expected"),
    [
        (None, Facts(), 0, 100, None),
        (None, NO, 0, 100, 0),
        (None, YES, 100, 100, 100),
        (HALF, NO, 0, 100, 0),
        (HALF, PARTLY, 50, 100, 50),
        (HALF, YES, 100, 100, 100),
    ],
)
def test_an_answer_before_the_year_is_over(kind, scale, facts, low, high, expected):
    assert bounds(Outcome(kind, facts, scale, as_of=JUNE)) == ((low, high), expected)


FIRM: list[tuple[Kind, Scale | None, Facts, Counted]] = [
    (Kind.AT_LEAST, None, figure(60), Counted.RUNNING),
    (Kind.AT_MOST, None, figure(61), Counted.RUNNING),
    (Kind.AT_MOST, STEPS, figure(61), Counted.ONCE),
    (Kind.DELIVERED_BY, None, delivered(DUE), Counted.YEAR),
    (Kind.DELIVERED_BY, HALF_LATE, delivered(done=False), Counted.YEAR),
    (Kind.DONE, None, YES, Counted.YEAR),
    (Kind.ASSESSED, HALF, PARTLY, Counted.YEAR),
]


@pytest.mark.parametrize(("kind", "scale", "facts", "counted"), FIRM)
def test_what_is_provisional_decides_nothing_before_the_final_report(kind, scale, facts, counted):
    before = Outcome(kind, facts, scale, counted, provisional=True, as_of=NOVEMBER)
    assert before.interval == (0, 100)
    assert before.expected == before.current
    after = Outcome(kind, facts, scale, counted, provisional=True)
    assert bounds(after) == ((after.current, after.current), after.current)


@pytest.mark.parametrize("kind", Kind)
def test_what_is_pending_in_the_final_report_counts_as_not_met_and_stays_pending(kind):
    outcome = Outcome(kind, Facts(TARGET, deadline=DUE), status=Status.GREEN)
    assert bounds(outcome) == ((0, 0), 0)
    assert outcome.state is State.PENDING


@pytest.mark.parametrize(
    ("measured", "forecast", "status", "expected"),
    [
        (50, None, None, 50),
        (None, None, None, None),
        (50, None, Status.GREEN, 100),
        (50, None, Status.YELLOW, 50),
        (None, None, Status.YELLOW, None),
        (50, None, Status.RED, 0),
        (None, None, Status.RED, 0),
        (None, 60, Status.RED, 100),
        (50, 39, Status.GREEN, 0),
        (50, 60, None, 100),
    ],
)
def test_what_is_expected_is_the_forecast_or_the_colour_or_what_is_reported(
    measured, forecast, status, expected
):
    told = None if forecast is None else figure(forecast)
    outcome = Outcome(
        Kind.AT_LEAST, figure(measured), STEPS, forecast=told, status=status, as_of=JUNE
    )
    assert outcome.expected == expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome(Kind.AT_LEAST, figure(60), None, Counted.ONCE, forecast=figure(1)), 100),
        (Outcome(Kind.AT_LEAST, figure(40), STEPS, Counted.RUNNING, status=Status.RED), 50),
        (Outcome(Kind.AT_MOST, figure(61), CEILING_STEPS, Counted.RUNNING, status=Status.GREEN),
         50),
        (Outcome(Kind.DONE, PARTLY, HALF, forecast=NO), 50),
        (Outcome(Kind.DONE, NO, HALF, forecast=PARTLY), 50),
        (Outcome(Kind.DELIVERED_BY, delivered(done=False), HALF_LATE,
                 forecast=delivered(date(2025, 10, 5))), 50),
        (Outcome(Kind.DELIVERED_BY, delivered(), HALF_LATE, forecast=delivered(DUE)), 100),
    ],
)  # fmt: skip
def test_a_forecast_never_leaves_the_bounds(outcome, expected):
    before = replace(outcome, as_of=SEPTEMBER)
    assert before.secured <= before.expected <= before.attainable
    assert before.expected == expected


@pytest.mark.parametrize(
    ("kind", "facts", "provisional", "on_level"),
    [
        (Kind.AT_LEAST, figure(60), False, True),
        (Kind.AT_LEAST, figure(40), False, False),
        (Kind.AT_LEAST, figure(40), True, False),
        (Kind.AT_LEAST, figure(None), False, None),
        (Kind.DONE, NO, False, None),
        (Kind.DELIVERED_BY, delivered(done=False), False, None),
    ],
)
def test_a_pending_figure_is_on_its_level_or_below(kind, facts, provisional, on_level):
    outcome = Outcome(kind, facts, STEPS, provisional=provisional, as_of=JUNE)
    assert outcome.is_on_level is on_level
    assert Outcome(kind, facts, STEPS).is_on_level is None


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
