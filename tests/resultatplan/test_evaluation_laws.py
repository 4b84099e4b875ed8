"""Laws that hold for every scheme and every report."""

import itertools
import operator
from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from resultatplan.combinations import Combine
from resultatplan.criteria import Kind, State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult, Reported, evaluate
from resultatplan.plan import Plan
from resultatplan.rules import Leaf, Rule, rule_degree
from resultatplan.scoring import total
from tests.acceptance.random_plans import random_plan
from tests.acceptance.random_reports import RandomReport, honest_years, reports


def plans(**forced: object) -> st.SearchStrategy[Plan]:
    return st.integers(0, 100_000).map(lambda seed: random_plan(seed, **forced))


@st.composite
def judged(
    draw: st.DrawFn, *, rulings: bool = False, **forced: object
) -> tuple[Plan, RandomReport]:
    chosen = draw(plans(rulings=rulings, **forced))
    return chosen, draw(reports(chosen))


@st.composite
def years(draw: st.DrawFn) -> tuple[Plan, list[RandomReport]]:
    chosen = draw(plans(rulings=True))
    return chosen, draw(honest_years(chosen))


Bounds = tuple[float | Decimal, float | Decimal, float | Decimal]
"""Secured, expected, attainable."""


def bounds(evaluation: Evaluation) -> Iterator[Bounds]:
    """Of the total, of each goal and of each criterion; nothing that has left."""
    score = evaluation.score
    if score is not None:
        yield score.secured, score.expected, score.attainable
    for result in evaluation.goals:
        yield result.low, result.expected, result.high
        yield from bounds_of(result)


def bounds_of(result: GoalResult) -> Iterator[Bounds]:
    """Of a goal's criteria."""
    outcomes = (each.outcome for each in result.criteria if each.ruling is None)
    return ((each.secured, each.expected or 0, each.attainable) for each in outcomes)


@settings(max_examples=3 * settings.default.max_examples)
@given(years())
def test_no_later_honest_report_of_the_year_comes_outside_the_bounds(case):
    of, year = case
    told = [list(bounds(report.judged(of))) for report in year]
    for before, after in itertools.pairwise(told):
        for (low, _, high), (secured, _, attainable) in zip(before, after, strict=True):
            assert low <= secured <= attainable <= high
        for frame in of.bonus.frames:
            (least, _, most), (secured, _, attainable) = before[0], after[0]
            paid = [frame.payout(float(each)) for each in (least, secured, attainable, most)]
            assert paid == sorted(paid)
    assert all(secured == expected == attainable for secured, expected, attainable in told[-1])


@given(judged(rulings=True))
def test_what_is_expected_lies_between_what_is_secured_and_what_is_attainable(case):
    of, report = case
    evaluation = report.judged(of)
    for secured, expected, attainable in bounds(evaluation):
        assert 0 <= secured <= expected <= attainable <= 100
    for result in evaluation.goals:
        is_decided = result.low == result.high and not result.state.has_left
        assert result.fulfilment == (result.low if is_decided else None)


@pytest.mark.parametrize("count", range(1, 61))
def test_all_goals_fulfilled_is_exactly_100(count):
    weights = [100 / count] * count
    assert total([100] * count, weights) == total([None] * count, weights, pending=100) == 100
    assert total([0] * count, weights) == total([None] * count, weights) == 0


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


@given(judged(binary=True, weighting="equal"))
def test_a_binary_plan_is_judged_by_its_truth_tables_and_weighs_100_by_its_goals(case):
    of, report = case
    evaluation = report.judged(of)
    expected = [
        by_truth_table(
            result.goal.rule_tree, {each.criterion.short: each.state for each in result.criteria}
        )
        for result in evaluation.goals
    ]
    is_final = report.period is not None and report.period.final
    counted = [0 if value is None and is_final else value for value in expected]
    assert [result.fulfilment for result in evaluation.goals] == counted
    share = 100 / len(counted)
    secured = share * counted.count(100)
    assert evaluation.score.secured == pytest.approx(secured)
    assert evaluation.score.attainable == pytest.approx(secured + share * counted.count(None))
    assert of.is_binary


@given(plans(rulings=True))
def test_weights_sum_to_100(of):
    assert sum(of.weights) == pytest.approx(100 if of.has_total else 0)
    for each, weight in zip(of.goals, of.weights, strict=True):
        assert (weight == 0) == (of.has_left(each) or not of.has_total)


def without_what_left(of: Plan) -> Plan:
    """The plan as if what has left had never been in it; rules are kept where nothing left."""
    table = of.model_dump() | {"rulings": []}
    goals = []
    for each, found in zip(of.goals, table["sections"][0]["goals"], strict=True):
        if of.has_left(each):
            continue
        found["criteria"] = [part for part in found["criteria"] if part["key"] not in of.in_force]
        goals.append(found)
    table["sections"][0]["goals"] = goals
    return Plan.model_validate(table | {"stated_goals": len(goals)})


@given(st.data())
def test_what_leaves_was_as_good_as_never_there(data):
    drawn = data.draw(plans(rulings=True, effect="out"))
    table = drawn.model_dump()
    # A rule that names what has left cannot be stated without it.
    for each in table["sections"][0]["goals"]:
        if any(part["key"] in drawn.in_force for part in each["criteria"]):
            has_parts = each["combine"] is not Combine.RULE and each["rule"] is not None
            combine = Combine.MEAN if has_parts else each["combine"]
            each |= {"rule": None, "partial_rule": None, "combine": combine}
    of = Plan.model_validate(table)
    report = data.draw(reports(of))
    evaluation, smaller = report.judged(of), report.judged(without_what_left(of))
    left = [result for result in evaluation.goals if not result.state.has_left]
    assert [(r.goal.number, r.low, r.expected, r.high, r.state) for r in left] == [
        (r.goal.number, r.low, r.expected, r.high, r.state) for r in smaller.goals
    ]
    if of.has_total:
        assert next(bounds(evaluation)) == pytest.approx(next(bounds(smaller)))


@given(judged(rulings=True, effect="not_met"))
def test_what_is_ruled_not_met_keeps_its_weight_and_counts_nothing(case):
    of, report = case
    for result in report.judged(of).goals:
        assert result.weight > 0 or not of.has_total
        if of.rulings_on(result.goal):
            assert (result.state, result.low, result.high) == (State.NOT_FULFILLED, 0, 0)
        for each in result.criteria:
            if of.ruling_on(each.criterion):
                assert (each.state, each.degree) == (State.NOT_FULFILLED, 0)


@given(judged())
def test_a_mean_is_the_sum_by_hand(case):
    of, report = case
    for result in report.judged(of).goals:
        if result.goal.combine is Combine.RULE:
            continue
        told = {
            each.criterion.short: bounds
            for each, bounds in zip(result.criteria, bounds_of(result), strict=True)
        }
        weights = [float(weight) for _, weight in result.goal.parts]
        for number, bound in enumerate((result.low, result.expected, result.high)):
            terms = {key: bounds[number] for key, bounds in told.items()}
            degrees = (float(rule_degree(rule, terms)) for rule, _ in result.goal.parts)
            by_hand = sum(map(operator.mul, weights, degrees)) / sum(weights)
            assert float(bound) == pytest.approx(by_hand, abs=1e-9)


@settings(max_examples=5 * settings.default.max_examples)
@given(plans(rulings=False), st.data())
def test_a_better_result_never_counts_less(of, data):
    numeric = (each for each in of.criteria if each.kind.is_numeric)
    one_way = [each for each in numeric if each.kind is not Kind.BETWEEN]
    assume(one_way)
    chosen = data.draw(st.sampled_from(one_way))
    basis = chosen.basis or data.draw(st.decimals(5, 60, places=1))
    results = data.draw(st.tuples(*[st.decimals(-10, 120, places=1)] * 2))

    def judged_on(result: Decimal) -> CriterionResult:
        reported = {chosen.key: Reported(basis=basis, result=result)}
        return evaluate(of, reported, final=True).criteria[chosen.key]

    def goodness(result: CriterionResult) -> Decimal:
        if chosen.kind is Kind.WITHIN:
            return -abs(result.measured)
        return result.measured if chosen.kind.is_upwards else -result.measured

    worse, better = sorted(map(judged_on, results), key=goodness)
    assert worse.degree <= better.degree


@given(judged(rulings=True), st.sampled_from(["da", "en"]))
def test_every_criterion_and_goal_explains_itself_in_one_sentence(case, lang):
    of, report = case
    for result in report.judged(of).goals:
        for each in (result, *result.criteria):
            said = each.explain(lang)  # type: ignore[arg-type]
            assert said.endswith(".") and not said.endswith("..") and ": " in said
            assert "{" not in said
