"""A whole report judged: states, goals and totals of a real plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import State
from resultatplan.evaluation import Evaluation, Reported, evaluate, measured_value
from resultatplan.library import built_in_plans, plan_by_id
from resultatplan.plan import Plan

MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING

HALF_WAY = {
    "1.1.a": Reported(result=Decimal(60)),
    "1.1.b": Reported(result=Decimal("81.6")),
    "1.5.a": Reported(result=Decimal("87.5")),
    "1.7.a": Reported(delivered=date(2020, 9, 30)),
    "2.1.a": Reported(basis=Decimal("100.0"), result=Decimal("103.0")),
    "2.1.b": Reported(basis=Decimal("101.0"), result=Decimal("103.5")),
    "2.2.a": Reported(basis=Decimal("8.0"), result=Decimal("8.1")),
    "2.2.b": Reported(basis=Decimal("9.0"), result=Decimal("8.1")),
}


@pytest.fixture
def plan() -> Plan:
    found = plan_by_id("socialstyrelsen-2020")
    assert found is not None
    return found


def goals(evaluation: Evaluation) -> dict[str, int | None]:
    return {goal.goal.number: goal.fulfilment for goal in evaluation.goals}


def test_an_interim_report_gives_an_interval(plan: Plan) -> None:
    evaluation = evaluate(plan, HALF_WAY, final=False)
    pending = dict.fromkeys(["1.2", "1.3", "1.4", "1.6", "1.7", "2.3"])
    assert goals(evaluation) == {"1.1": 0, "1.5": 100, "2.1": 100, "2.2": 100, **pending}
    assert (evaluation.score.secured, evaluation.score.attainable) == (30, 90)


def test_in_the_final_report_what_is_pending_counts_as_not_fulfilled(plan: Plan) -> None:
    evaluation = evaluate(plan, HALF_WAY, final=True)
    assert (evaluation.score.secured, evaluation.score.attainable) == (30, 30)
    assert evaluation.criterion("1.4.a").state is OPEN
    assert goals(evaluation)["1.4"] == 0


def test_measures_and_targets_are_in_the_plans_units(plan: Plan) -> None:
    evaluation = evaluate(plan, HALF_WAY, final=False)
    fall, own = evaluation.criterion("2.2.b"), evaluation.criterion("2.2.a")
    assert (fall.measured, fall.target, fall.state) == (Decimal(10), Decimal(5), MET)
    assert (own.measured, own.target, own.state) == (Decimal("8.1"), Decimal(8), NOT)
    assert evaluation.criterion("2.1.b").measured == Decimal("2.5")
    assert evaluation.criterion("2.1.b").state is MET


@pytest.mark.parametrize(
    ("result", "state"), [("81.99999999999", MET), ("81.9999999999", NOT), ("82.00000000001", MET)]
)
def test_a_percentage_is_compared_with_the_decimals_that_its_cell_is_compared_with(
    plan: Plan, result: str, state: State
) -> None:
    reported = {"1.1.b": Reported(result=Decimal(result))}
    assert evaluate(plan, reported, final=False).criterion("1.1.b").state is state


def test_a_basis_of_0_gives_no_measure_and_leaves_the_criterion_pending(plan: Plan) -> None:
    nothing = Reported(basis=Decimal(0), result=Decimal("8.1"))
    evaluation = evaluate(plan, {"2.2.b": nothing}, final=False)
    assert measured_value(plan.criterion_by_key["2.2.b"], nothing) is None
    assert evaluation.criterion("2.2.b").state is OPEN


def test_an_unknown_key_is_refused(plan: Plan) -> None:
    with pytest.raises(KeyError):
        evaluate(plan, {}, final=False).criterion("9.9.z")


@pytest.mark.parametrize("plan_id", [plan.id for plan in built_in_plans()])
@pytest.mark.parametrize(("final", "attainable"), [(False, 100), (True, 0)])
def test_nothing_reported_secures_nothing(plan_id: str, final: bool, attainable: int) -> None:
    plan = plan_by_id(plan_id)
    assert plan is not None
    score = evaluate(plan, {}, final=final).score
    assert (score.secured, score.attainable) == (0, attainable)


def test_the_sentences_come_in_either_language(plan: Plan) -> None:
    danish = evaluate(plan, HALF_WAY, final=False).criterion("1.1.b").explain()
    english = evaluate(plan, HALF_WAY, final=False).criterion("1.1.b").explain("en")
    assert danish == "Ikke opfyldt: 81,6 pct. er under målet på 82 pct."
    assert english == "Not fulfilled: 81.6 per cent is below the target of 82 per cent."
