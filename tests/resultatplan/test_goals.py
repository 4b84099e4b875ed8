"""The plan's scheme: what may be agreed, what is refused and why, and what the goals weigh."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from resultatplan.criteria import Kind
from resultatplan.scales import Grades, Ladder, Partly, Slope
from tests.resultatplan.scheme_plans import (
    DUE,
    LATEST,
    Table,
    criterion,
    goal,
    plan,
    ruling,
    steps,
)

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


def test_a_criterion_has_the_scale_that_it_states():
    of = plan(
        goal(
            criterion(Kind.AT_LEAST, steps=steps((60, 40), (80, 100))),
            criterion(Kind.AT_MOST, linear={"zero": 60, "full": 30}),
            criterion(Kind.DELIVERED_BY, partial_deadline=LATEST),
            criterion(Kind.DONE, partly=True),
            criterion(Kind.BENCHMARK, steps=steps((40, 30))),
            criterion(Kind.BENCHMARK, linear={"zero": 45}),
            criterion(Kind.ASSESSED, grades=(25, 50, 75)),
            criterion(Kind.DONE),
        ),
        partial_credit=50,
    )
    assert of.scales == {
        "1.a": Ladder(((Decimal(60), Decimal(40)), (Decimal(80), Decimal(100)))),
        "1.b": Slope(Decimal(60), Decimal(30)),
        "1.c": Partly(Decimal(50), LATEST),
        "1.d": Partly(Decimal(50)),
        "1.e": Ladder(((Decimal(40), Decimal(30)), (None, Decimal(100)))),
        "1.f": Slope(Decimal(45)),
        "1.g": Grades((25, 50, 75)),
    }
    assert not of.is_binary
    assert plan(PLAIN).is_binary
    assert plan(PLAIN).scales == {}


def scaled(kind: Kind, **fields: object) -> Table:
    return goal(criterion(kind, **fields))


@pytest.mark.parametrize(
    ("goals", "scoring", "reason"),
    [
        ([PLAIN], {"weighting": "weights"}, "goal 1: the weighting weights needs weight"),
        ([PLAIN | {"weight": 1}], {}, "goal 1: the weighting equal takes no weight"),
        ([PLAIN | {"weight": 1, "points": 1}], {"weighting": "weights"},
         "goal 1: the weighting weights takes no points"),
        ([PLAIN | {"weight": 0}], {"weighting": "weights"}, "greater than 0"),
        ([PLAIN], {"partial_credit": 100}, "less than 100"),
        ([PLAIN], {"partial_credit": 0}, "greater than 0"),
        ([PLAIN], {"weighting": "vægte"}, "'equal', 'weights', 'points' or 'counted'"),
        ([scaled(Kind.DONE, partly=True)], {}, "1.a can be partly met: scoring needs a partial_c"),
        ([PLAIN | {"partial_rule": "a"}], {}, "goal 1 can be partly met: scoring needs a partial"),
        ([scaled(Kind.DELIVERED_BY, partial_deadline=LATEST)], {},
         "1.a can be partly met: scoring needs a partial_credit"),
        ([PLAIN], {"rulings": [ruling("2")]}, "there is no goal or criterion 2 to decide about"),
        ([PLAIN], {"rulings": [ruling("1", day=date(2026, 1, 1))]}, "outside the plan's validity"),
        ([PLAIN], {"rulings": [ruling("1.a", ruled="reinstated")]}, "1.a: no decision holds"),
        ([PLAIN], {"rulings": [ruling("1")]}, "every goal leaves the computation"),
        ([PLAIN | {"combine": "mean", "rule": "a"}], {},
         "goal 1: a rule of a mean lists several parts"),
        ([goal(criterion(), criterion(), combine="mean", rule="a; a")], {},
         "goal 1: the rule leaves out 'b'"),
        ([goal(criterion(), criterion(), combine="weighted_mean", rule="a; b")], {},
         "goal 1: the part 'a' needs a weight above 0"),
        ([PLAIN | {"combine": "mean", "partial_rule": "a"}], {"partial_credit": 50},
         "goal 1: mean takes no partial_rule"),
        ([PLAIN], {"weighting": "counted", "partial_credit": 50},
         "scoring: the weighting counted has no total and takes no partial_credit"),
        ([PLAIN | {"combine": "mean"}], {"weighting": "counted"},
         "1: the weighting counted has no total and takes no combine"),
        ([PLAIN | {"weight": 2}], {"weighting": "counted"},
         "goal 1: the weighting counted takes no weight"),
        ([PLAIN | {"combine": "weighted_mean"}], {}, "1.a: a weighted_mean needs a weight"),
        ([scaled(Kind.DONE, weight=1)], {}, "1.a: only a weighted_mean takes weights"),
        ([PLAIN | {"partial_rule": "a eller b"}], {"partial_credit": 50},
         "goal 1: the partial_rule names 'b', which is not there"),
        ([PLAIN | {"partial_rule": "a elr"}], {"partial_credit": 50}, "goal 1: did not expect"),
        ([scaled(Kind.AT_LEAST, partly=True)], {"partial_credit": 50},
         "1.a: kind at_least takes no partly"),
        ([scaled(Kind.DONE, partial_deadline=LATEST)], {"partial_credit": 50},
         "1.a: kind done takes no partial_deadline"),
        ([scaled(Kind.DELIVERED_BY, partial_deadline=DUE)], {"partial_credit": 50},
         "1.a: partial_deadline does not fit: it must be after the deadline"),
        ([scaled(Kind.DONE, steps=steps((1, 100)))], {}, "1.a: kind done takes no steps"),
        ([scaled(Kind.DONE, linear={"zero": 1})], {}, "1.a: kind done takes no linear"),
        ([scaled(Kind.BETWEEN, linear={"zero": 1})], {}, "1.a: kind between takes no linear"),
        ([scaled(Kind.BETWEEN, target_to=None)], {}, "1.a: kind between needs target_to"),
        ([scaled(Kind.BETWEEN, target_to=10)], {}, "1.a: target must be below target_to"),
        ([scaled(Kind.AT_LEAST, target_to=90)], {}, "1.a: kind at_least takes no target_to"),
        ([scaled(Kind.AT_LEAST, grades=(50,))], {}, "1.a: kind at_least takes no grades"),
        ([scaled(Kind.DONE, grades=(50,), partly=True)], {"partial_credit": 50},
         "1.a: grades does not fit: there cannot be both the answer Delvist and a grade"),
        ([scaled(Kind.DONE, grades=(50, 25))], {}, "1.a: grades must rise"),
        ([scaled(Kind.DONE, grades=(100,))], {}, "less than 100"),
        ([scaled(Kind.AT_LEAST, steps=steps((80, 100)), linear={"zero": 1, "full": 80})], {},
         "1.a: steps does not fit: there cannot be both steps and a line"),
        ([scaled(Kind.AT_LEAST, steps=steps((70, 50), (60, 60), (80, 100)))], {},
         "1.a: steps does not fit: each step must be nearer the target"),
        ([scaled(Kind.AT_LEAST, steps=steps((60, 50), (70, 50), (80, 100)))], {},
         "1.a: steps does not fit: each step must count more"),
        ([scaled(Kind.AT_LEAST, steps=steps((60, 50), (79, 100)))], {},
         "1.a: steps does not fit: the last step must be the target and count 100"),
        ([scaled(Kind.WITHIN, steps=steps((-2, 100)))], {},
         "1.a: steps does not fit: the size of a deviation"),
        ([scaled(Kind.BENCHMARK, steps=steps((40, 50), (30, 100)))], {},
         "1.a: steps does not fit: reaching the benchmark counts 100"),
        ([scaled(Kind.BENCHMARK, linear={"zero": 45, "full": 30})], {},
         "1.a: linear takes no full: it is the benchmark"),
        ([scaled(Kind.AT_LEAST, linear={"zero": 60, "full": 79})], {},
         "1.a: linear.full does not fit"),
        ([scaled(Kind.AT_LEAST, linear={"zero": 60})], {},
         "1.a: linear.full does not fit: Lineær til must be the target"),
        ([scaled(Kind.AT_LEAST, linear={"zero": 90, "full": 80})], {},
         "1.a: linear.zero does not fit: it must run towards the target"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_contradicts_itself_is_refused(goals, scoring, reason):
    with pytest.raises(ValidationError) as refusal:
        plan(*goals, **scoring)
    assert reason in str(refusal.value)


def test_a_deadline_for_a_part_may_be_after_the_year():
    of = plan(scaled(Kind.DELIVERED_BY, partial_deadline=date(2026, 1, 31)), partial_credit=50)
    assert of.scales["1.a"] == Partly(Decimal(50), date(2026, 1, 31))
