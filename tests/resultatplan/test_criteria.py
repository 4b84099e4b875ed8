"""Each kind of criterion at, just over and just under its threshold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import LABELS, Kind, State, judge, judge_delivery, judge_done, measure

MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING
DEADLINE = date(2020, 9, 30)


def judged(kind: Kind, target: str, measured: str | None) -> State:
    value = None if measured is None else Decimal(measured)
    return judge(kind, target=Decimal(target), measured=value)


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
        (Kind.BENCHMARK, "8.3", "8.3", MET),
        (Kind.BENCHMARK, "8.3", "8.299999", MET),
        (Kind.BENCHMARK, "8.3", "8.300001", NOT),
    ],
)
def test_a_figure_at_and_beside_its_threshold(
    kind: Kind, target: str, measured: str, expected: State
) -> None:
    assert judged(kind, target, measured) is expected


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.is_numeric])
def test_a_figure_that_is_not_there_yet_is_pending(kind: Kind) -> None:
    assert judged(kind, "82", None) is OPEN


def test_a_benchmark_without_its_level_is_pending() -> None:
    assert judge(Kind.BENCHMARK, measured=Decimal(8)) is OPEN


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
def test_a_delivery_at_and_beside_its_deadline(
    delivered: date | None, done: bool | None, expected: State
) -> None:
    assert judge_delivery(DEADLINE, delivered, done) is expected
    whole = judge(Kind.DELIVERED_BY, deadline=DEADLINE, delivered=delivered, done=done)
    assert whole is expected


@pytest.mark.parametrize("kind", [Kind.DONE, Kind.ASSESSED])
@pytest.mark.parametrize(("answer", "expected"), [(True, MET), (False, NOT), (None, OPEN)])
def test_a_yes_or_no(kind: Kind, answer: bool | None, expected: State) -> None:
    assert judge_done(answer) is expected
    assert judge(kind, done=answer) is expected


@pytest.mark.parametrize(
    ("basis", "result", "in_percent", "expected"),
    [
        ("100", "103", False, "3"),
        ("100.0", "97.5", False, "-2.5"),
        ("0", "-0.5", False, "-0.5"),
        ("200", "206", True, "3"),
        ("-200", "-206", True, "-3"),
        ("-200", "-194", True, "3"),
    ],
)
def test_a_deviation_is_realised_less_budget_and_in_percent_of_the_budgets_size(
    basis: str, result: str, in_percent: bool, expected: str
) -> None:
    measured = measure(Kind.WITHIN, Decimal(basis), Decimal(result), in_percent=in_percent)
    assert measured == Decimal(expected)


def test_a_reduction_is_the_fall_in_percent_and_a_rise_is_negative() -> None:
    assert measure(Kind.REDUCTION, Decimal("9.0"), Decimal("8.1"), in_percent=True) == 10
    assert measure(Kind.REDUCTION, Decimal("8.0"), Decimal("9.0"), in_percent=True) == -12.5


@pytest.mark.parametrize("kind", [Kind.AT_LEAST, Kind.AT_MOST, Kind.BENCHMARK])
def test_other_figures_are_measured_as_reported(kind: Kind) -> None:
    assert measure(kind, Decimal(9), Decimal("81.6"), in_percent=True) == Decimal("81.6")


@pytest.mark.parametrize("kind", [Kind.WITHIN, Kind.REDUCTION])
def test_nothing_is_measured_until_basis_and_result_are_there(kind: Kind) -> None:
    assert measure(kind, None, Decimal(1), in_percent=True) is None
    assert measure(kind, Decimal(1), None, in_percent=True) is None


@pytest.mark.parametrize("kind", [Kind.WITHIN, Kind.REDUCTION])
def test_no_percentage_is_made_of_a_basis_of_0(kind: Kind) -> None:
    with pytest.raises(ZeroDivisionError):
        measure(kind, Decimal(0), Decimal(1), in_percent=True)


def test_a_reduction_that_is_no_round_share_still_meets_its_own_target() -> None:
    # 7.6 of 8 is 5 pct. exactly, though neither is a round binary number.
    fall = measure(Kind.REDUCTION, Decimal("8.0"), Decimal("7.6"), in_percent=True)
    assert judge(Kind.REDUCTION, target=Decimal(5), measured=fall) is MET


def test_every_kind_has_its_own_danish_label() -> None:
    assert set(LABELS) == set(Kind)
    assert len(set(LABELS.values())) == len(Kind)
