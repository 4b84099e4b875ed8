"""How requirements, results and totals are said."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from department.record import CriterionRecord, GoalRecord, InputRecord
from department.wording import (
    arithmetic_words,
    bearer_of,
    criterion_words,
    forecast_of,
    goal_state_words,
    goals_words,
    requirement_words,
    result_words,
    score_words,
    slot_time_words,
    slot_words,
    state_words,
    trend_words,
    typed_words,
)
from resultatplan.criteria import Kind, State
from resultatplan.plan import Plan
from tests.department.desks import sent, unopened
from tests.department.judged_files import a_report
from tests.resultatplan.scheme_plans import criterion as criterion_of
from tests.resultatplan.scheme_plans import goal, plan
from tests.validators.reports import BENCHMARK, plan_named
from workbooks.form import Column

FINAL = a_report(period_id="Q4")


def criterion(kind: str, *inputs: InputRecord, **known: object) -> CriterionRecord:
    """A pending criterion of this kind; `known` of its unit, target and what was measured."""
    deadline = date(2020, 12, 31) if kind == "delivered_by" else None
    usual = {"unit": None, "target": None, "measured": None, "deadline": deadline}
    pending = a_report().goals[0].criteria[0]
    return replace(pending, kind=kind, inputs=inputs, **{**usual, **known})


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (criterion("at_least", unit="pct.", target=82.0), "mindst 82 pct."),
        (criterion("at_most", unit="dage", target=165.0), "højst 165 dage"),
        (criterion("within", unit="mio. kr.", target=2.5), "+/- 2,5 mio. kr."),
        (criterion("reduction", unit="pct.", target=5.0), "fald på mindst 5 pct."),
        (criterion("benchmark", unit="dage"), "højst som sammenligningstallet"),
        (criterion("delivered_by"), "senest 31-12-2020"),
        (criterion("done"), "gennemført"),
        (criterion("assessed"), "vurderet som opfyldt"),
    ],
)
def test_a_requirement_is_said_with_its_unit(asked, said):
    assert requirement_words(asked) == said


@pytest.mark.parametrize(
    ("reported", "said"),
    [
        (criterion("at_least", unit="pct.", target=82.0, measured=81.6), "81,6 pct."),
        (criterion("at_least", unit="pct.", target=82.0, measured=81.9999), "81,9999 pct."),
        (criterion("at_least", unit="pct.", target=82.0, measured=90.12345), "90,12 pct."),
        (criterion("within", unit="mio. kr.", target=1.0, measured=1.3), "afvigelse +1,3 mio. kr."),
        (criterion("within", unit="pct.", target=1.0, measured=-0.5), "afvigelse −0,5 pct."),
        (criterion("reduction", unit="pct.", target=5.0, measured=3.0), "fald 3 pct."),
        (criterion("reduction", unit="pct.", target=5.0, measured=-3.0), "stigning 3 pct."),
        (criterion("at_least", unit="pct.", target=82.0), "ikke oplyst"),
        (criterion("delivered_by", InputRecord("Dato", "J14", date(2020, 12, 1))),
         "leveret 01-12-2020"),
        (criterion("delivered_by", InputRecord("Gennemført", "K14", "Nej")), "ikke leveret"),
        (criterion("delivered_by"), "ikke oplyst"),
        (criterion("done", InputRecord("Gennemført", "K14", "Ja")), "gennemført"),
        (criterion("assessed", InputRecord("Gennemført", "K14", "Nej")),
         "vurderet som ikke opfyldt"),
    ],
)  # fmt: skip
def test_a_result_is_said_without_looking_better_than_it_is(reported, said):
    assert result_words(reported) == said


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        (criterion("at_least", unit="pct."), "pct."),
        (criterion("within", unit="mio. kr."), "mio. kr."),
        # 332 cases are forecast, of which the fall in pct. follows.
        (criterion("reduction", unit="pct."), None),
        (criterion("within", unit="pct."), None),
    ],
)
def test_a_level_is_not_told_in_the_percentage_that_follows_from_it(asked, unit):
    assert asked.reported_unit == unit


@pytest.mark.parametrize(
    ("kind", "unit", "said"),
    [
        # 3.1.a as agreed; then of a plan that was replaced since by this one.
        ("within", "mio. kr.", "21,25 mio. kr."),
        ("at_least", "pct.", "21,25 pct."),
        ("reduction", "pct.", "21,25"),
    ],
)
def test_what_was_typed_has_its_unit_though_the_plan_was_replaced(kind, unit, said):
    forecast = InputRecord(Column.FORECAST, "O16", 21.25)
    asked = replace(criterion(kind, forecast, unit=unit), key="3.1.a")
    assert typed_words(forecast, asked, plan_named(BENCHMARK)) == said


def test_what_bears_a_criterion_and_how_its_state_is_said():
    status = InputRecord("Status", "N14", "Rød")
    basis, result = InputRecord("Grundlag", "H14", 1.0), InputRecord("Resultat", "I14", 2.0)

    assert bearer_of(criterion("within", basis, result, status)) == result
    assert bearer_of(criterion("within", status)) == status
    assert bearer_of(criterion("within")) is None
    assert state_words(State.PENDING, None, final=True) == "ikke opfyldt (ikke oplyst)"
    assert state_words(State.PARTIAL, 62.5) == "delvist opfyldt (62,5 pct.)"


@pytest.mark.parametrize(
    ("state", "fulfilment", "said"),
    [
        (State.FULFILLED, 100.0, "opfyldt"),
        (State.PENDING, None, "afventer"),
        # In the final report: nothing is decided, or the rest decides some of it.
        (State.PENDING, 0.0, "ikke opfyldt (ikke oplyst)"),
        (State.PENDING, 66.67, "delvist opfyldt (66,67 pct.)"),
    ],
)
def test_how_a_goal_stands(state, fulfilment, said):
    goal = replace(FINAL.goals[0], state=state, fulfilment=fulfilment)
    assert goal_state_words(goal) == said


@pytest.mark.parametrize(
    ("on_level", "said"),
    [(True, "afventer, på niveau"), (False, "afventer, under niveau"), (None, "afventer")],
)
def test_a_pending_figure_is_on_level_or_below(on_level, said):
    pending = replace(criterion("at_least", unit="pct.", target=82.0), on_level=on_level)
    assert criterion_words(pending) == said


STATES = {100: State.FULFILLED, 0: State.NOT_FULFILLED, None: State.PENDING}


def with_goals(of: Plan, *degrees: float | None) -> tuple[GoalRecord, ...]:
    """A goal for each of the plan's, met so far."""
    goals = zip(count(1), of.weights, degrees, strict=False)
    return tuple(
        replace(
            FINAL.goals[0],
            number=str(number),
            weight=weight,
            state=STATES.get(degree, State.PARTIAL),
            fulfilment=degree,
            secured=degree,
        )
        for number, weight, degree in goals
    )


def weighing(*weights: float, **scoring: object) -> Plan:
    """A plan of goals that weigh so, or all the same."""
    if not weights:
        return plan(*[goal(criterion_of(Kind.DONE))] * 3)
    goals = (goal(criterion_of(Kind.DONE), weight=Decimal(str(each))) for each in weights)
    return plan(*goals, weighting="weights", **scoring)


def test_a_score_may_be_a_range():
    summary = replace(FINAL.summary, secured=75.0, expected=80.0, attainable=85.0)
    assert score_words(summary) == "75–85 pct., forventet\u00a080"
    assert score_words(replace(summary, expected=None)) == "75–85 pct."
    assert score_words(FINAL.summary) == "100 pct."
    assert score_words(None) == ""


@pytest.mark.parametrize(
    ("of", "degrees", "words", "counts"),
    [
        (weighing(), (100, 0, 100), "2 af 3 mål opfyldt × 100/3 = 66,67 pct.",
         "2 af 3 mål er opfyldt, 1 ikke opfyldt"),
        (weighing(), (100, 50, 50), "(1 + 2 × 0,5)/3 = 66,67 pct.",
         "1 af 3 mål er opfyldt, 2 delvist opfyldt"),
        (weighing(), (0, 0, 0), "0 af 3 mål opfyldt × 100/3 = 0 pct.",
         "0 af 3 mål er opfyldt, 3 ikke opfyldt"),
        (weighing(60, 30, 10), (100, 50, 0), "60 (mål 1) + 30 × 0,5 (mål 2) = 75 pct.",
         "1 af 3 mål er opfyldt, 1 delvist opfyldt, 1 ikke opfyldt"),
        (weighing(1, 2, 4), (100, 50, 0), "(1 (mål 1) + 2 × 0,5 (mål 2))/7 = 28,57 pct.",
         "1 af 3 mål er opfyldt, 1 delvist opfyldt, 1 ikke opfyldt"),
        (weighing(60, 30, 10), (0, 100 / 3, 100 / 3),
         "30 × 0,3333 (mål 2) + 10 × 0,3333 (mål 3) = 13,33 pct.",
         "0 af 3 mål er opfyldt, 2 delvist opfyldt, 1 ikke opfyldt"),
        (weighing(1, 1, 1), (200 / 3, 200 / 3, 0),
         "(1 × 0,66667 (mål 1) + 1 × 0,66667 (mål 2))/3 = 44,44 pct.",
         "0 af 3 mål er opfyldt, 2 delvist opfyldt, 1 ikke opfyldt"),
        (weighing(1, 2, 4), (0, 0, 0), "Intet mål er opfyldt = 0 pct.",
         "0 af 3 mål er opfyldt, 3 ikke opfyldt"),
        (weighing(60, 30, 10), (100, 50, None),
         "60 (mål 1) + 30 × 0,5 (mål 2) = 75 pct. · 1 mål afventer; forventet 80, opnåelig 85 pct.",
         "1 af 3 mål er opfyldt, 1 delvist opfyldt, 1 afventer"),
    ],
)  # fmt: skip
def test_a_total_adds_up_as_it_is_printed_and_goals_are_counted(of, degrees, words, counts):
    goals = with_goals(of, *degrees)
    secured = sum(each.weight * each.counts / 100 for each in goals)
    summary = replace(FINAL.summary, secured=secured, expected=80.0, attainable=85.0)
    assert arithmetic_words(of, summary, goals) == words
    assert goals_words(goals) == counts


def test_what_a_pending_goal_has_secured_is_part_of_the_sum():
    whole, half = with_goals(weighing(50, 50), 100, None)
    goals = (whole, replace(half, secured=50.0))
    summary = replace(FINAL.summary, secured=75.0, expected=100.0, attainable=100.0)

    assert arithmetic_words(weighing(50, 50), summary, goals) == (
        "50 (mål 1) + 50 × 0,5 (mål 2) = 75 pct. · 1 mål afventer; forventet 100, opnåelig 100 pct."
    )


def test_a_goals_forecast_is_its_worst_one():
    told = {("3.1.a", Column.STATUS): "Gul", ("3.1.b", Column.STATUS): "Grøn"}
    assert forecast_of(a_report(told).goals[-1]) == "Gul"
    assert forecast_of(FINAL.goals[0]) == ""


@pytest.mark.parametrize(
    ("before", "after", "is_settled", "said"),
    [
        (20.0, 30.0, False, "forventet +10 point siden 1. halvår"),
        (30.0, 20.0, False, "forventet −10 point siden 1. halvår"),
        (30.0, 30.0, False, "forventet uændret siden 1. halvår"),
        (20.0, 30.0, True, "10 point over forventet i 1. halvår"),
        (30.0, 20.0, True, "10 point under forventet i 1. halvår"),
        (30.0, 30.0, True, "som forventet i 1. halvår"),
    ],
)
def test_the_trend_is_since_the_last_accepted_report(before, after, is_settled, said):
    settled = {"secured": after, "attainable": after} if is_settled else {}
    first, last = sent("a", expected=before), sent("b", expected=after, period_id="Q4", **settled)
    assert trend_words(unopened(first, last).agencies[0]) == said
    assert trend_words(unopened(first).agencies[0]) == "ingen tidligere"


REFUSED = sent("b", accepted=False, days=1)
BEFORE_THE_DEADLINE = date(2023, 7, 12)
AFTER_IT, LATER, YEAR_AFTER = date(2023, 7, 20), date(2023, 8, 1), date(2024, 9, 1)


@pytest.mark.parametrize(
    ("files", "today", "state", "time"),
    [
        ([sent("a")], AFTER_IT, "godkendt", "rettidig"),
        ([sent("a", days=5)], AFTER_IT, "godkendt", "1 dag for sent"),
        ([sent("a", days=9)], AFTER_IT, "godkendt", "5 dage for sent"),
        # Corrected: the first file decides.
        ([sent("a", days=2), sent("b", days=12)], LATER, "godkendt",
         "rettidig (første gang 12-07-2023), rettet 22-07-2023"),
        ([sent("a", days=5, accepted=False), sent("b", days=12)], LATER, "godkendt",
         "1 dag for sent (første gang 15-07-2023), rettet 22-07-2023"),
        ([sent("a"), sent("b", days=2)], LATER, "godkendt", "rettidig"),
        # Received after the deadline, but dated before it.
        ([sent("a", days=9, submitted=BEFORE_THE_DEADLINE)], LATER, "godkendt",
         "rettidig ifølge afsenderen; modtaget 19-07-2023"),
        # An archive read in long afterwards tells nothing of lateness; a mail does.
        ([sent("a", days=400, submitted=BEFORE_THE_DEADLINE)], YEAR_AFTER, "godkendt", "rettidig"),
        ([sent("a", days=400, submitted=None)], YEAR_AFTER, "godkendt", ""),
        ([sent("a", days=400, submitted=BEFORE_THE_DEADLINE, certain=True)], YEAR_AFTER,
         "godkendt", "rettidig ifølge afsenderen; modtaget 13-08-2024"),
        ([REFUSED], AFTER_IT, "skal rettes (2 fejl)", "rettidig"),
        ([sent("a"), REFUSED], AFTER_IT, "godkendt (en nyere fil skal rettes)", "rettidig"),
        ([], date(2023, 7, 15), "mangler", "fristen var i går"),
        ([], AFTER_IT, "mangler", "fristen var for 6 dage siden"),
        ([], date(2023, 7, 14), "ikke forfalden", "frist i dag"),
        ([], date(2023, 7, 13), "ikke forfalden", "frist i morgen"),
        ([], date(2023, 7, 1), "ikke forfalden", "frist om 13 dage"),
    ],
)  # fmt: skip
def test_how_a_period_stands(files, today, state, time):
    slot = unopened(*files, today=today).agencies[0].slots[0]
    assert slot_words(slot, "da") == state
    assert slot_time_words(slot, "da") == time
