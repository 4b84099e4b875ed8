"""A whole report judged: states, degrees, goals and totals, and the sentences that explain them.

First of a real plan, then of plans whose scheme lets goals be met in part.
"""

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import Evaluation, GoalResult, Reported, evaluate, measured_value
from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.resultatplan.scheme_plans import Table, criterion, goal, plan, ruling

MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING

(REAL,) = (each for each in built_in_plans() if each.id == "socialstyrelsen-2020")
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


YES, NO, PARTLY = Reported(done=True), Reported(done=False), Reported(partly=True)
ANSWER = criterion(Kind.DONE, partly=True)


def judged(of: Plan, *answers: Reported | None, final: bool = True) -> Evaluation:
    """The plan's criteria answered in their order."""
    keys = [each.key for each in of.criteria]
    reported = {key: each for key, each in zip(keys, answers, strict=False) if each is not None}
    return evaluate(of, reported, final=final)


def the_goal(table: Table, *answers: Reported | None, final: bool = True) -> GoalResult:
    return judged(plan(table, partial_credit=50), *answers, final=final).goals[0]


def goals(evaluation: Evaluation) -> dict[str, int | None]:
    return {goal.goal.number: goal.fulfilment for goal in evaluation.goals}


def totals(evaluation: Evaluation) -> tuple[float, float, float]:
    score = evaluation.score
    return score.secured, score.expected, score.attainable


def test_before_the_year_is_over_a_report_tells_what_is_secured_expected_and_attainable():
    evaluation = evaluate(REAL, HALF_WAY, final=False, period_ends=date(2020, 9, 30))
    assert set(goals(evaluation).values()) == {None}
    assert totals(evaluation) == (0, 30, 100)
    decided = [each for goal in evaluation.goals for each in goal.criteria if each.degree == 100]
    assert [each.criterion.key for each in decided] == ["1.1.a", "1.7.a"]


def test_in_the_final_report_what_is_pending_counts_as_not_fulfilled():
    evaluation = evaluate(REAL, HALF_WAY, final=True)
    assert totals(evaluation) == (30, 30, 30)
    assert evaluation.criterion("1.4.a").state is OPEN
    assert goals(evaluation)["1.4"] == 0


def test_measures_and_targets_are_in_the_plans_units():
    evaluation = evaluate(REAL, HALF_WAY, final=True)
    fall, own = evaluation.criterion("2.2.b"), evaluation.criterion("2.2.a")
    assert (fall.measured, fall.target, fall.state) == (Decimal(10), Decimal(5), MET)
    assert (own.measured, own.target, own.state) == (Decimal("8.1"), Decimal(8), NOT)
    assert evaluation.criterion("2.1.b").measured == Decimal("2.5")
    assert evaluation.criterion("2.1.b").state is MET


def test_a_basis_of_0_gives_no_measure_and_leaves_the_criterion_pending():
    nothing = Reported(basis=Decimal(0), result=Decimal("8.1"))
    evaluation = evaluate(REAL, {"2.2.b": nothing}, final=False)
    assert measured_value(REAL.criterion_by_key["2.2.b"], nothing) is None
    assert evaluation.criterion("2.2.b").state is OPEN


@pytest.mark.parametrize("of", built_in_plans(), ids=lambda each: each.id)
@pytest.mark.parametrize(("final", "attainable"), [(False, 100), (True, 0)])
def test_nothing_reported_secures_nothing(of, final, attainable):
    assert totals(evaluate(of, {}, final=final)) == (0, 0, attainable)


def test_the_sentences_come_in_either_language():
    missed = evaluate(REAL, HALF_WAY, final=True).criterion("1.1.b")
    assert missed.explain() == "Ikke opfyldt: 81,6 pct. er under målet på 82 pct."
    english = "Not fulfilled: 81.6 per cent is below the target of 82 per cent."
    assert missed.explain("en") == english


def test_a_goal_is_as_met_as_the_least_of_its_criteria_where_all_must_be_met():
    result = the_goal(goal(ANSWER, ANSWER), YES, PARTLY)
    assert (result.state, result.fulfilment) == (State.PARTIAL, 50)
    assert result.explain() == (
        "Delvist opfyldt: 1 af 2 delmål er opfyldt, 1 delvist; kravet er a og b; det giver 50 pct."
    )


def test_a_goal_that_is_open_tells_its_bounds_and_what_is_expected():
    table = goal(ANSWER, ANSWER, combine="mean")
    result = the_goal(table, PARTLY, final=False)
    assert (result.state, result.fulfilment) == (State.PENDING, None)
    assert (result.low, result.expected, result.high) == (25, 25, 100)
    assert result.explain() == (
        "Afventer: 0 af 2 delmål er opfyldt, 2 afventer, og gennemsnittet er"
        " (50–100 (a) + afventer (b)) / 2 = mellem 25 og 100 pct.; forventet opfyldelse 25 pct."
        " (om b vides intet, og det tæller som ikke opfyldt)."
    )
    said = the_goal(table, PARTLY, NO, final=False).explain("en")
    assert said.endswith("between 25 and 100 per cent; expected fulfilment 25 per cent.")


def test_what_is_open_in_the_final_report_counts_as_not_met():
    result = the_goal(goal(ANSWER, ANSWER, combine="mean"), PARTLY)
    assert (result.state, result.fulfilment, result.low, result.high) == (State.PENDING, 25, 25, 25)
    assert result.explain().startswith("Delvist opfyldt: ")
    assert result.explain().endswith(
        "; det, der afventer, tæller som ikke opfyldt i årets sidste afrapportering."
    )


@pytest.mark.parametrize(
    ("goal", "answers", "fulfilment", "words"),
    [
        (goal(ANSWER | {"weight": 2}, ANSWER | {"weight": Decimal("0.5")}, combine="weighted_mean"),
         (YES, PARTLY), 90,
         "det vægtede gennemsnit er (2 × 100 (a) + 0,5 × 50 (b)) / 2,5 = 90 pct."),
        (goal(ANSWER, ANSWER, ANSWER, combine="mean", rule="a og b; c"), (YES, NO, YES), 50,
         "gennemsnittet er (0 (a og b) + 100 (c)) / 2 = 50 pct."),
        (goal(ANSWER, ANSWER, ANSWER, combine="weighted_mean", rule="a eller b: 2; c: 0,5"),
         (YES, NO, YES), 100, "(2 × 100 (enten a eller b) + 0,5 × 100 (c)) / 2,5 = 100 pct."),
    ],
)  # fmt: skip
def test_a_mean_shows_its_arithmetic(goal, answers, fulfilment, words):
    result = the_goal(goal, *answers)
    assert result.fulfilment == fulfilment
    assert words in result.explain()


def test_a_partial_rule_gives_the_credit_where_the_rule_is_not_met():
    table = goal(criterion(Kind.DONE), criterion(Kind.DONE), partial_rule="a eller b")
    assert the_goal(table, YES, YES).fulfilment == 100
    assert the_goal(table, NO, NO).fulfilment == 0
    result = the_goal(table, YES, NO)
    assert (result.state, result.fulfilment) == (State.PARTIAL, 50)
    assert result.explain() == (
        "Delvist opfyldt: 1 af 2 delmål er opfyldt; kravet er a og b; det giver"
        " 0 pct.; reglen for delvist opfyldt, enten a eller b, er opfyldt og giver 50 pct."
    )
    still_open = the_goal(table, YES, final=False)
    assert (still_open.low, still_open.high) == (50, 100)


def test_weights_and_points_are_part_of_a_goals_sentence():
    first, second = goal(criterion(Kind.DONE)), goal(ANSWER)
    weighted = plan(
        first | {"weight": 1}, second | {"weight": 3}, weighting="weights", partial_credit=50
    )
    evaluation = judged(weighted, YES, PARTLY)
    assert evaluation.score.secured == 62.5
    assert evaluation.goals[1].explain().endswith("det giver 50 pct.; målet vejer 75 pct.")
    pointed = plan(
        first | {"points": 15}, second | {"points": 45}, weighting="points", partial_credit=50
    )
    evaluation = judged(pointed, YES, PARTLY)
    assert evaluation.goals[0].explain().endswith("; målet giver 15 af 15 point ud af planens 60.")
    assert (
        evaluation.goals[1].explain().endswith("; målet giver 22,5 af 45 point ud af planens 60.")
    )
    still_open = judged(pointed, final=False).goals[0].explain()
    assert "; målet kan give 15 point ud af planens 60; forventet" in still_open


def test_a_criterion_that_leaves_is_no_part_of_its_goal():
    two = goal(criterion(Kind.DONE), criterion(Kind.DONE))
    of = plan(two, rulings=[ruling("1.b", ruled="not_measured")])
    evaluation = judged(of, YES)
    left = evaluation.criterion("1.b")
    assert (left.state, left.degree) == (State.NOT_MEASURED, None)
    assert left.explain() == (
        "Måles ikke i år: efter departementets beslutning 01-04-2025 (Loven er ændret),"
        " indgår ikke i opgørelsen."
    )
    assert evaluation.goals[0].fulfilment == 100
    assert evaluation.goals[0].explain() == (
        "Opfyldt: 1 af 1 delmål er opfyldt; kravet er delmål a; delmål b måles ikke i år."
    )


def test_a_goal_that_is_not_measured_is_called_that():
    of = plan(
        goal(criterion(Kind.DONE)),
        goal(criterion(Kind.DONE), criterion(Kind.DONE)),
        goal(criterion(Kind.DONE)),
        rulings=[
            ruling("1", ruled="not_measured"),
            ruling("2.a", ruled="not_measured"),
            ruling("2.b"),
        ],
    )
    goals = judged(of).goals
    states = [State.NOT_MEASURED, State.WITHDRAWN, State.PENDING]
    assert [each.state for each in goals] == states
    assert goals[0].explain().startswith("Måles ikke i år: efter departementets beslutning")


def test_a_goal_that_leaves_is_no_part_of_the_total():
    of = plan(goal(criterion(Kind.DONE)), goal(criterion(Kind.DONE)), rulings=[ruling("1")])
    evaluation = judged(of, NO, YES)
    gone = evaluation.goals[0]
    assert (gone.state, gone.fulfilment, gone.weight) == (State.WITHDRAWN, None, 0)
    assert gone.criteria[0].state is State.WITHDRAWN
    assert gone.explain() == (
        "Udgået: efter departementets beslutning 01-04-2025 (Loven er ændret), indgår ikke i"
        " opgørelsen."
    )
    assert evaluation.score.secured == 100


def test_what_is_withdrawn_may_count_as_not_met():
    one = goal(criterion(Kind.DONE))
    of = plan(one, one, rulings=[ruling("1", "not_met")])
    evaluation = judged(of, YES, YES)
    gone = evaluation.goals[0]
    assert (gone.state, gone.fulfilment, gone.weight) == (State.NOT_FULFILLED, 0, 50)
    said = (
        "Ikke opfyldt: udgået efter departementets beslutning 01-04-2025 (Loven er ændret), tæller"
        " som ikke opfyldt."
    )
    assert gone.explain() == gone.criteria[0].explain() == said
    assert gone.explain("en").startswith("Not fulfilled: withdrawn by the department's decision")
    assert evaluation.score.secured == 50
