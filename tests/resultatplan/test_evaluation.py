"""What goals come to in a report, and the sentences that explain them."""

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import Evaluation, Reported, evaluate
from resultatplan.plan import Plan
from tests.resultatplan.scheme_plans import criterion, goal, plan, ruling

MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING

YES, NO, PARTLY = Reported(done=True), Reported(done=False), Reported(partly=True)
ANSWER = criterion(Kind.DONE, partly=True)
HALF = {"partial_credit": 50}


def judged(of: Plan, *answers: Reported | None, final: bool = True) -> Evaluation:
    """The plan's criteria answered in their order."""
    keys = [each.key for each in of.criteria]
    reported = {key: each for key, each in zip(keys, answers, strict=False) if each is not None}
    return evaluate(of, reported, final=final)


ONE, TWO = goal(criterion(Kind.DONE)), goal(ANSWER, ANSWER)
EITHER_IN_PART = goal(criterion(Kind.DONE), criterion(Kind.DONE), partial_rule="a eller b")
WEIGHED = plan(ONE | {"weight": 1}, goal(ANSWER) | {"weight": 3}, weighting="weights", **HALF)
POINTED = plan(ONE | {"points": 15}, goal(ANSWER) | {"points": 45}, weighting="points", **HALF)
LEFT = "efter departementets beslutning 01-04-2025 (Loven er ændret), indgår ikke i opgørelsen."


@pytest.mark.parametrize(
    ("of", "answers", "state", "fulfilment", "said"),
    [
        (plan(TWO, **HALF), (YES, PARTLY), State.PARTIAL, 50,
         "Delvist opfyldt: 1 af 2 delmål er opfyldt, 1 delvist; kravet er a og b; det giver 50"
         " pct."),
        (plan(goal(*[criterion(Kind.DONE)] * 2, rule="a eller b")), (None, NO), OPEN, 0,
         "Ikke opfyldt: 0 af 2 delmål er opfyldt, 1 afventer; kravet er enten a eller b; tæller som"
         " ikke opfyldt i årets sidste afrapportering."),
        (plan(TWO | {"combine": "mean"}, **HALF), (PARTLY,), OPEN, 25,
         "; det, der afventer, tæller som ikke opfyldt i årets sidste afrapportering."),
        (plan(goal(ANSWER, ANSWER, ANSWER, combine="mean", rule="a og b; c"), **HALF),
         (YES, NO, YES), State.PARTIAL, 50,
         "gennemsnittet er (0 (a og b) + 100 (c)) / 2 = 50 pct."),
        (plan(goal(ANSWER, ANSWER, combine="weighted_mean", rule="a eller b: 2; b: 0,5"), **HALF),
         (YES, PARTLY), State.PARTIAL, 90,
         "det vægtede gennemsnit er (2 × 100 (enten a eller b) + 0,5 × 50 (b)) / 2,5 = 90 pct."),
        (plan(EITHER_IN_PART, **HALF), (YES, NO), State.PARTIAL, 50,
         "Delvist opfyldt: 1 af 2 delmål er opfyldt; kravet er a og b; det giver"
         " 0 pct.; reglen for delvist opfyldt, enten a eller b, er opfyldt og giver 50 pct."),
        (WEIGHED, (YES, PARTLY), State.PARTIAL, 50, "det giver 50 pct.; målet vejer 75 pct."),
        (POINTED, (YES, PARTLY), State.PARTIAL, 50,
         "; målet giver 22,5 af 45 point ud af i alt 60."),
        (plan(goal(*[criterion(Kind.DONE)] * 2), rulings=[ruling("1.b", ruled="not_measured")]),
         (YES,), MET, 100,
         "Opfyldt: delmål a er opfyldt; delmål b måles ikke i år."),
        (plan(ONE, ONE, rulings=[ruling("2")]), (YES, NO), State.WITHDRAWN, None,
         f"Udgået: {LEFT}"),
        (plan(ONE, ONE, rulings=[ruling("2", ruled="not_measured")]), (YES, NO),
         State.NOT_MEASURED, None, f"Måles ikke i år: {LEFT}"),
        (plan(ONE, ONE, rulings=[ruling("2", "not_met")]), (YES, YES), NOT, 0,
         "Ikke opfyldt: udgået efter departementets beslutning 01-04-2025 (Loven er ændret), tæller"
         " som ikke opfyldt."),
    ],
)  # fmt: skip
def test_what_the_last_goal_comes_to_and_why(of, answers, state, fulfilment, said):
    result = judged(of, *answers).goals[-1]
    assert (result.state, result.fulfilment) == (state, fulfilment)
    assert said in result.explain()


@pytest.mark.parametrize(("ends", "state"), [(date(2025, 9, 30), NOT), (date(2025, 6, 29), OPEN)])
def test_a_no_is_final_once_the_deadline_has_passed_by_the_end_of_the_period(ends, state):
    of = plan(goal(criterion(Kind.DELIVERED_BY, deadline=date(2025, 6, 30))))
    result = evaluate(of, {of.criteria[0].key: NO}, final=False, period_ends=ends)
    assert result.goals[0].state is state


def test_a_limit_that_is_broken_is_a_deviation_and_a_count_that_may_still_grow_is_none():
    of = plan(goal(criterion(Kind.AT_MOST, unit="antal"), criterion(unit="antal")))
    found = judged(of, *[Reported(result=Decimal(31))] * 2, final=False).criteria.values()
    assert [each.outcome.is_deviation for each in found] == [True, False]


def test_a_goal_that_is_open_tells_its_bounds_and_what_is_expected():
    result = judged(plan(TWO | {"combine": "mean"}, **HALF), PARTLY, final=False).goals[0]
    assert (result.state, result.fulfilment) == (State.PENDING, None)
    assert (result.low, result.expected, result.high) == (25, 25, 100)
    assert result.explain() == (
        "Afventer: 0 af 2 delmål er opfyldt, 2 afventer, og gennemsnittet er"
        " (50–100 (a) + afventer (b)) / 2 = mellem 25 og 100 pct.; forventet opfyldelse 25 pct."
        " (intet siger, om b nås, og det tæller som ikke opfyldt)."
    )
    assert result.explain("en").startswith("Pending: 0 of 2 criteria are fulfilled")
    pointed = judged(POINTED, final=False).goals[0].explain()
    assert "; målet kan give 15 point ud af i alt 60; forventet" in pointed


def test_what_has_left_is_withdrawn_unless_all_of_it_is_merely_not_measured():
    rulings = [ruling("1.a", ruled="not_measured"), ruling("1.b")]
    evaluation = judged(plan(TWO, ONE, rulings=rulings, **HALF))
    left = evaluation.criteria["1.a"]
    assert evaluation.goals[0].state is State.WITHDRAWN
    assert (left.state, left.degree) == (State.NOT_MEASURED, None)
    assert left.explain() == f"Måles ikke i år: {LEFT}"
