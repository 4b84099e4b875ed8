"""Laws that hold for every scheme and every report."""

import itertools
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import Evaluation, Reported, evaluate
from resultatplan.plan import Combine, Plan
from resultatplan.rules import Leaf, Rule
from tests.acceptance.random_plans import random_plan
from tests.acceptance.random_reports import reports
from tests.resultatplan.scheme_plans import LEVELS, SCALES, criterion, goal, plan


def plans(**forced: object) -> st.SearchStrategy[Plan]:
    return st.integers(0, 100_000).map(lambda seed: random_plan(seed, **forced))


@st.composite
def judged(
    draw: st.DrawFn, *, withdrawals: bool = False, **forced: object
) -> tuple[Plan, Mapping[str, Reported]]:
    chosen = draw(plans(withdrawals=withdrawals, **forced))
    return chosen, draw(reports(chosen)).results


def is_met(rule: Rule, met: Mapping[str, bool]) -> bool:
    if isinstance(rule, Leaf):
        return met[rule.key]
    return sum(is_met(part, met) for part in rule.parts) >= rule.least


def by_truth_table(rule: Rule, states: Mapping[str, State]) -> int | None:
    """100 or 0 where every answer to what is pending gives it, else None."""
    choices = [
        [True, False] if state is State.PENDING else [state is State.FULFILLED]
        for state in states.values()
    ]
    outcomes = {
        is_met(rule, dict(zip(states, row, strict=True))) for row in itertools.product(*choices)
    }
    return 100 * outcomes.pop() if len(outcomes) == 1 else None


@given(judged(binary=True, weighting="equal"), st.booleans())
def test_a_binary_plan_is_judged_by_its_truth_tables_and_weighs_100_by_its_goals(case, final):
    of, reported = case
    evaluation = evaluate(of, reported, final=final)
    expected = [
        by_truth_table(
            result.goal.rule_tree, {each.criterion.short: each.state for each in result.criteria}
        )
        for result in evaluation.goals
    ]
    counted = [0 if value is None and final else value for value in expected]
    assert [result.fulfilment for result in evaluation.goals] == counted
    share = 100 / len(counted)
    secured = share * counted.count(100)
    assert evaluation.score.secured == pytest.approx(secured)
    assert evaluation.score.attainable == pytest.approx(secured + share * counted.count(None))
    assert of.is_binary


@given(judged())
def test_what_is_secured_is_never_more_than_what_is_attainable(case):
    evaluation = evaluate(*case, final=False)
    for result in evaluation.goals:
        assert 0 <= result.low <= result.high <= 100
        assert result.fulfilment == (result.low if result.low == result.high else None)
    assert evaluation.score.secured <= evaluation.score.attainable


@given(judged(withdrawals=True))
def test_the_final_report_leaves_nothing_open_and_takes_what_was_secured(case):
    before, after = evaluate(*case, final=False), evaluate(*case, final=True)
    for result in after.goals:
        assert result.low == result.high
        assert result.fulfilment is not None or result.state is State.WITHDRAWN
    assert after.score.secured == after.score.attainable == before.score.secured


@given(judged(), st.data())
def test_an_answer_to_what_was_pending_keeps_to_the_interval(case, data):
    of, reported = case
    before = evaluate(of, reported, final=False)
    said = {key: each for key, each in reported.items() if each != Reported()}
    more = evaluate(of, data.draw(reports(of)).results | said, final=False)
    for old, new in zip(before.goals, more.goals, strict=True):
        assert old.low <= new.low <= new.high <= old.high


@given(plans(withdrawals=True))
def test_weights_sum_to_100(of):
    assert sum(of.weights) == pytest.approx(100)
    for each, weight in zip(of.goals, of.weights, strict=True):
        assert (weight == 0) == of.has_left(each)


def without_what_left(of: Plan) -> Plan:
    """The plan as if what has left had never been in it; rules are kept where nothing left."""
    table = of.model_dump()
    goals = []
    for each, found in zip(of.goals, table["sections"][0]["goals"], strict=True):
        if of.has_left(each):
            continue
        found["criteria"] = [part for part in found["criteria"] if part["withdrawn"] is None]
        goals.append(found)
    table["sections"][0]["goals"] = goals
    return Plan.model_validate(table | {"stated_goals": len(goals)})


@given(st.data())
def test_what_leaves_was_as_good_as_never_there(data):
    table = data.draw(plans(withdrawals=True, withdrawn="leaves")).model_dump()
    # A rule that names what has left cannot be stated without it.
    for each in table["sections"][0]["goals"]:
        if any(part["withdrawn"] for part in each["criteria"]):
            each |= {"rule": None, "partial_rule": None}
    of = Plan.model_validate(table)
    reported = data.draw(reports(of)).results
    smaller = without_what_left(of)
    evaluation = evaluate(of, reported, final=False)
    expected = evaluate(smaller, reported, final=False)
    left = [result for result in evaluation.goals if result.state is not State.WITHDRAWN]
    assert [(r.goal.number, r.low, r.high, r.state) for r in left] == [
        (r.goal.number, r.low, r.high, r.state) for r in expected.goals
    ]
    assert evaluation.score.secured == pytest.approx(expected.score.secured)
    assert evaluation.score.attainable == pytest.approx(expected.score.attainable)


@given(judged(withdrawals=True, withdrawn="not_met"))
def test_what_is_withdrawn_as_not_met_keeps_its_weight_and_counts_nothing(case):
    of, reported = case
    evaluation = evaluate(of, reported, final=False)
    for result in evaluation.goals:
        assert result.weight > 0
        if result.goal.is_wholly_withdrawn:
            assert (result.state, result.low, result.high) == (State.NOT_FULFILLED, 0, 0)
        for each in result.criteria:
            if of.why_withdrawn(each.criterion):
                assert (each.state, each.degree) == (State.NOT_FULFILLED, 0)


@given(judged())
def test_a_mean_is_the_sum_by_hand(case):
    for result in evaluate(*case, final=False).goals:
        if result.goal.combine is Combine.RULE:
            continue
        weights = [each.criterion.weight or Decimal(1) for each in result.criteria]
        for bound, open_value in ((result.low, 0), (result.high, 100)):
            degrees = [
                open_value if each.degree is None else each.degree for each in result.criteria
            ]
            by_hand = sum(
                float(weight) * float(degree)
                for weight, degree in zip(weights, degrees, strict=True)
            ) / float(sum(weights))
            assert float(bound) == pytest.approx(by_hand, abs=1e-9)


BETTER_UPWARDS = {Kind.AT_LEAST, Kind.REDUCTION}


@pytest.mark.parametrize(
    ("kind", "scale"),
    [
        (kind, scale)
        for kind, scales in SCALES.items()
        if kind not in (Kind.DELIVERED_BY, Kind.DONE, Kind.ASSESSED)
        for scale in ({}, *scales)
    ],
    ids=str,
)
@given(first=LEVELS, second=LEVELS, basis=st.decimals(20, 60, places=1))
def test_a_better_result_never_counts_less(kind, scale, first, second, basis):
    of = plan(goal(criterion(kind, **scale)))

    def result(value: Decimal) -> Evaluation:
        return evaluate(of, {"1.a": Reported(basis=basis, result=value)}, final=False)

    measured = {value: result(value).criterion("1.a").measured for value in (first, second)}

    def goodness(value: Decimal) -> Decimal:
        found = measured[value]
        assert found is not None
        if kind is Kind.WITHIN:
            return -abs(found)
        return found if kind in BETTER_UPWARDS else -found

    worse, better = sorted((first, second), key=goodness)
    assert result(worse).goals[0].low <= result(better).goals[0].low


@given(judged(withdrawals=True), st.sampled_from(["da", "en"]), st.booleans())
def test_every_criterion_and_goal_explains_itself_in_one_sentence(case, lang, final):
    for result in evaluate(*case, final=final).goals:
        for each in (result, *result.criteria):
            said = each.explain(lang)  # type: ignore[arg-type]
            assert said.endswith(".") and not said.endswith("..") and ": " in said
            assert "{" not in said


def test_an_answer_of_partly_counts_nothing_where_it_may_not_be_given():
    of = plan(goal(criterion(Kind.DONE)))
    reported = {"1.a": Reported(partly=True)}
    assert evaluate(of, reported, final=False).criterion("1.a").state is State.PENDING
