"""The plan's scheme: what may be agreed, what is refused and why, and what the goals weigh."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from resultatplan.criteria import Kind
from resultatplan.scales import Grades, Ladder
from tests.resultatplan.scheme_plans import DUE, LATEST, Table, criterion, goal, plan, ruling, steps

PLAIN, TWO = goal(criterion(Kind.DONE)), goal(criterion(Kind.DONE), criterion(Kind.DONE))


def weighed(name: str, *numbers: int) -> list[Table]:
    return [PLAIN | {name: number} for number in numbers]


@pytest.mark.parametrize(
    ("of", "weights"),
    [
        (plan(PLAIN, PLAIN, PLAIN), (100 / 3,) * 3),
        (plan(*weighed("weight", 10, 30), weighting="weights"), (25, 75)),
        (plan(*weighed("points", 1, 2, 5), weighting="points"), (12.5, 25, 62.5)),
        # A goal that leaves, and with the last of its criteria, weighs nothing.
        (plan(PLAIN, PLAIN, PLAIN, rulings=[ruling("1")]), (0, 50, 50)),
        (plan(PLAIN, PLAIN, rulings=[ruling("1", "not_met")]), (50, 50)),
        (plan(*weighed("weight", 6, 1, 3), weighting="weights", rulings=[ruling("1")]),
         (0, 25, 75)),
        (plan(TWO, TWO, rulings=map(ruling, ("1.a", "1.b", "2.a"))), (0, 100)),
    ],
)  # fmt: skip
def test_what_goals_weigh(of, weights):
    assert of.weights == weights
    assert [of.has_left(each) for each in of.goals] == [weight == 0 for weight in weights]


@pytest.mark.parametrize(
    ("rulings", "holds"),
    [
        ([ruling("1"), ruling("1.a", "not_met")], ("1", "out")),
        ([ruling("1.a"), ruling("1.a", "not_met")], ("1.a", "not_met")),
        ([ruling("1", "not_met"), ruling("1", ruled="reinstated"), ruling("1.a")], ("1.a", "out")),
        ([ruling("1"), ruling("1", ruled="reinstated")], None),
    ],
)
def test_of_one_goal_or_criterion_the_last_ruling_holds_and_the_goals_before_its_criteria(
    rulings, holds
):
    of = plan(PLAIN, PLAIN, rulings=rulings)
    found = of.ruling_on(of.criteria[0])
    assert (found and (found.key, found.effect)) == holds
    assert of.has_left(of.goals[0]) is (holds is not None and holds[1] == "out")


def test_the_fingerprint_is_that_of_what_the_plan_says():
    said = plan(PLAIN, weighting="equal")
    assert said.fingerprint == plan(PLAIN).fingerprint
    assert plan(PLAIN, partial_credit=50).fingerprint != plan(PLAIN).fingerprint
    assert plan(PLAIN | {"combine": "rule"}).fingerprint == plan(PLAIN).fingerprint


def scaled(kind: Kind, **fields: object) -> Table:
    return goal(criterion(kind, **fields))


# `tests/validators/plan_book/test_every_plan_code.py` has what a workbook is refused for, too.
@pytest.mark.parametrize(
    ("goals", "scoring", "code"),
    [
        ([PLAIN | {"weight": 2}], {"weighting": "counted"}, "RP-862"),
        ([PLAIN], {"partial_credit": 100}, "less_than"),
        ([PLAIN], {"partial_credit": 0}, "greater_than"),
        ([PLAIN | {"weight": 0}], {"weighting": "weights"}, "greater_than"),
        ([scaled(Kind.DONE, grades=(100,))], {}, "less_than"),
        ([PLAIN], {"weighting": "vægte"}, "enum"),
        ([PLAIN | {"partial_rule": "a"}], {}, "RP-864"),
        ([scaled(Kind.DELIVERED_BY, partial_deadline=LATEST)], {}, "RP-864"),
        ([goal(criterion(), criterion(), combine="mean", rule="a; a")], {}, "RP-833"),
        ([goal(criterion(), criterion(), combine="weighted_mean", rule="a; b")], {}, "RP-831"),
        ([PLAIN | {"partial_rule": "a eller b"}], {"partial_credit": 50}, "RP-832"),
        ([PLAIN | {"combine": "mean"}], {"weighting": "counted"}, "RP-872"),
        ([scaled(Kind.DONE, grades=(50,))], {"weighting": "counted"}, "RP-872"),
        ([PLAIN | {"combine": "weighted_mean"}], {}, "RP-861"),
        ([scaled(Kind.DONE, weight=1)], {}, "RP-862"),
        ([scaled(Kind.AT_LEAST, unit=None)], {}, "RP-841"),
        ([scaled(Kind.DELIVERED_BY, deadline=None)], {}, "RP-841"),
        ([scaled(Kind.DONE, partial_deadline=LATEST)], {"partial_credit": 50}, "RP-842"),
        ([scaled(Kind.DONE, linear={"zero": 1})], {}, "RP-842"),
        ([scaled(Kind.DONE, steps=steps((1, 100)))], {}, "RP-842"),
        ([scaled(Kind.AT_LEAST, partly=True)], {"partial_credit": 50}, "RP-842"),
        ([scaled(Kind.BENCHMARK, linear={"zero": 45, "full": 30})], {}, "RP-842"),
        ([scaled(Kind.AT_LEAST, history=[{"year": 2024}, {"year": 2024}])], {}, "RP-825"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_contradicts_itself_is_refused(goals, scoring, code):
    with pytest.raises(ValidationError) as refusal:
        plan(*goals, **scoring)
    assert refusal.value.errors()[0]["type"] == code


STEPS_NEARER, STEPS_MORE, STEPS_END = "each step must be nearer", "each step must count", "the last"


@pytest.mark.parametrize(
    ("kind", "scale", "reason"),
    [
        (Kind.DELIVERED_BY, {"partial_deadline": DUE}, "it must be after the deadline"),
        (Kind.DONE, {"grades": (50,), "partly": True}, "there cannot be both the answer"),
        (Kind.AT_LEAST, {"steps": steps((80, 100)), "linear": {"zero": 1, "full": 80}},
         "there cannot be both steps and a line"),
        (Kind.AT_LEAST, {"steps": steps((70, 50), (60, 60), (80, 100))}, STEPS_NEARER),
        (Kind.AT_LEAST, {"steps": steps((60, 50), (70, 50), (80, 100))}, STEPS_MORE),
        (Kind.AT_LEAST, {"steps": steps((60, 50), (79, 100))}, STEPS_END),
        (Kind.WITHIN, {"steps": steps((-2, 100))}, "the size of a deviation"),
        (Kind.BENCHMARK, {"steps": steps((40, 50), (30, 100))}, "reaching the benchmark"),
        (Kind.AT_LEAST, {"linear": {"zero": 60, "full": 79}}, "Lineær til must be the target"),
        (Kind.AT_LEAST, {"linear": {"zero": 90, "full": 80}}, "it must run towards the target"),
    ],
)  # fmt: skip
def test_a_scale_fits_its_kind_and_its_target(kind, scale, reason):
    with pytest.raises(ValidationError, match=rf"1\.a: .* does not fit: {reason}.*\(RP-867\)"):
        plan(scaled(kind, **scale))


def test_grades_and_years_stand_in_order_however_they_are_listed():
    years = [{"year": 2024}, {"year": 2023}]
    of = plan(goal(criterion(Kind.DONE, grades=(50, 25, 50)), criterion(history=years)))
    assert of.scales == {"1.a": Grades((25, 50))}
    assert [each.year for each in of.criteria[1].history] == [2023, 2024]


def test_the_last_step_of_a_benchmark_is_to_reach_it():
    of = plan(goal(criterion(Kind.BENCHMARK, steps=steps((40, 30)))))
    assert of.scales == {"1.a": Ladder(((Decimal(40), Decimal(30)), (None, Decimal(100))))}
