"""Rollover: what moves into the next year by itself, and what is left to decide."""

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import Kind
from resultatplan.library import built_in_plans
from resultatplan.rollover import (
    Decision,
    NothingLeftError,
    Rollover,
    Where,
    YearsResult,
    roll_over,
    years_later,
)
from tests.resultatplan.scheme_plans import criterion, goal, ruling, steps
from tests.resultatplan.scheme_plans import plan as scheme

PLANS = {plan.id: plan for plan in built_in_plans()}
HOUSING = PLANS["social-og-boligstyrelsen-2024"]


def at(rolled: Rollover, key: str, field: str) -> Decision:
    """The one decision about a value of a goal, a criterion, or its history (`1.1.b 2024`)."""
    placed = {each.where: each for each in rolled.decisions if each.where is not None}
    (found,) = (placed[where] for where in placed if (where.key, where.field) == (key, field))
    return found


PRINTED_FOR_2025 = {
    "1.1.b": 91, "1.1.c": 90, "1.1.d": 70, "1.3.a": 90, "1.3.b": 84, "1.4.a": 85, "1.7.a": 80,
    "1.7.b": 85, "2.1.a": 2, "2.1.b": 1, "2.1.c": 10, "2.1.d": 5, "2.2.b": 5,
}  # fmt: skip
"""The targets that the plan of 2024 prints for 2025."""
NOT_PRINTED = {"1.1.a": 68, "1.5.a": 100, "1.5.b1": 90, "1.5.b2": 90, "2.3.a2": 4}
"""The targets of 2024 of which it prints none for 2025."""


def test_the_target_printed_for_2025_is_proposed_and_else_this_years():
    rolled = roll_over(HOUSING, 2025)
    proposed = {each.key: each.target for each in rolled.plan.criteria if each.target is not None}
    assert proposed == PRINTED_FOR_2025 | NOT_PRINTED
    for key in proposed:
        is_printed = key in PRINTED_FOR_2025
        words = "trykker for 2025. Det skal" if is_printed else "trykker intet måltal for 2025"
        assert words in at(rolled, key, "target").what


def test_a_target_printed_in_brackets_is_called_provisional():
    rolled = roll_over(PLANS["statsforvaltningen-2017"], 2018)
    assert rolled.plan.criterion_by_key["1.1.a"].target == 75
    assert "det foreløbige, planen for 2017 trykker for 2018" in at(rolled, "1.1.a", "target").what


@pytest.mark.parametrize(
    ("key", "reported", "history"),
    [
        ("1.1.b", YearsResult("", Decimal("92.5")),
         [(2024, 90, Decimal("92.5")), (2025, 91, None), (2026, 92, None)]),
        # Without a report the result is blank.
        ("1.1.b", None, [(2024, 90, None), (2025, 91, None), (2026, 92, None)]),
        # A criterion without history begins one; the new target stands there once it is printed.
        ("2.3.a2", YearsResult("", Decimal("3.8")), [(2024, 4, Decimal("3.8"))]),
        # A benchmark keeps the level that was reported.
        ("2.2.a", YearsResult("", Decimal("9.1"), Decimal("9.1"), Decimal("8.9")),
         [(2024, Decimal("8.9"), Decimal("9.1")), (2025, None, None)]),
    ],
)  # fmt: skip
def test_the_result_of_the_final_report_becomes_history(key, reported, history):
    rolled = roll_over(HOUSING, 2025, {} if reported is None else {key: reported})
    found = [(e.year, e.target, e.result) for e in rolled.plan.criterion_by_key[key].history]
    assert [entry for entry in found if entry[0] >= 2024][: len(history)] == history
    is_asked = Where("history", f"{key} 2024", "result") in _places(rolled)
    assert is_asked == (reported is None)


@pytest.mark.parametrize(
    ("key", "field", "reported", "words"),
    [
        ("1.1.b 2024", "result", None, "mangler"),
        ("2.2.a", "basis_text", YearsResult("", Decimal("9.1"), Decimal("9.1"), Decimal("8.9")),
         "8,9 dage, og institutionen nåede 9,1 dage"),
        ("2.2.b", "basis", YearsResult("", Decimal(6), level=Decimal("11.8")),
         "niveauet i 2024, 11,8 dage"),
        ("1.9.b3", "deadline", YearsResult("Opfyldt: leveret 28-10-2024, senest 01-11-2024."),
         "Fristen er flyttet fra 01-11-2024 til 01-11-2025 (lørdag). Det er en lukkedag."
         " I 2024: Opfyldt: leveret 28-10-2024, senest 01-11-2024."
         " Skal delmålet leve videre, og er fristen rigtig?"),
        ("1.2.a2", "text", None, "Skal delmålet leve videre i 2025?"),
        ("1.2.a2", "text", None, "Teksten nævner 2024."),
        ("1.2.a2", "text", None, "Det arbejde, som social.dk's styregruppe beslutter i 2024, er"),
    ],
)  # fmt: skip
def test_what_is_to_be_decided_says_what_is_known_of_it(key, field, reported, words):
    rolled = roll_over(HOUSING, 2025, {} if reported is None else {key: reported})
    decision = at(rolled, key, field)
    assert words in " ".join((decision.what, *decision.excerpts))
    # The baseline of a reduction is last year's level where that is known.
    basis = rolled.plan.criterion_by_key["2.2.b"].basis
    assert basis == (reported.level if key == "2.2.b" else None)


@pytest.mark.parametrize(("year", "target"), [(2025, 91), (2026, 92)])
def test_the_plan_itself_moves_by_a_year_or_two_and_takes_the_target_of_that_year(year, target):
    rolled = roll_over(HOUSING, year)
    draft = rolled.plan
    assert (draft.id, draft.version) == (f"social-og-boligstyrelsen-{year}", "1.0")
    assert draft.title == f"Resultatplan for Social- og Boligstyrelsen {year}"
    assert (draft.valid_from, draft.valid_to) == (date(year, 1, 1), date(year, 12, 31))
    ends = [(each.ends.month, each.ends.day) for each in draft.reporting.periods]
    assert ends == [(6, 30), (9, 30), (12, 31)]
    assert draft.criterion_by_key["1.1.b"].target == target
    assert draft.criterion_by_key["1.9.b3"].deadline == date(year, 11, 1)
    assert (Where("plan", "", "year") in _places(rolled)) == (year == 2026)


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_no_text_but_the_title_changes_and_every_criterion_has_a_decision(plan):
    rolled = roll_over(plan, plan.year + 1)
    draft = rolled.plan
    texts = [
        (of.scoring_text, of.reporting.text, of.notes, *(each.description for each in of.goals),
         *(each.text for each in of.criteria))
        for of in (draft, plan)
    ]  # fmt: skip
    assert texts[0] == texts[1]
    decided = {where.key for where in _places(rolled) if where.part == "criteria"}
    assert decided == {each.key for each in plan.criteria}
    for moved in draft.criteria:
        years = [each.year for each in moved.history]
        assert years == sorted(set(years))


def test_a_withdrawn_goal_is_left_out():
    goals = (goal(criterion(), weight=1), goal(criterion(), weight=3))
    plan = scheme(*goals, rulings=[ruling("2")], weighting="weights")
    rolled = roll_over(plan, 2026)
    assert [each.number for each in rolled.plan.goals] == ["1"]
    assert rolled.plan.stated_goals == 1
    assert rolled.decisions[0] == Decision(
        "Mål 2, »Mål«, er ikke taget med: udgået efter departementets beslutning 01-04-2025 (Loven"
        " er ændret), indgår ikke i opgørelsen.",
        None,
    )
    assert rolled.plan.rulings == ()
    assert {Where("plan", "", "stated_goals_text"), Where("goals", "1", "weight")} <= _places(
        rolled
    )


@pytest.mark.parametrize(
    ("combine", "rule", "left"),
    [
        ("rule", "a og (b eller c)", ("rule", "a og c")),
        ("mean", "a og b; c", ("mean", "a; c")),
        ("weighted_mean", "b: 1; a og (b eller c): 2,5; c: 1",
         ("weighted_mean", "a og c: 2,5; c: 1")),
        ("mean", "b; a og b og c", ("rule", "a og c")),
    ],
)  # fmt: skip
def test_a_withdrawn_criterion_leaves_the_rule_or_the_mean_of_its_goal(combine, rule, left):
    of = goal(criterion(), criterion(), criterion(), combine=combine, rule=rule)
    rolled = roll_over(scheme(of, rulings=[ruling("1.b")]), 2026)
    (moved,) = rolled.plan.goals
    assert (moved.combine, moved.rule) == left
    assert [each.key for each in moved.criteria] == ["1.a", "1.c"]
    words = f"Reglen er skrevet uden det udgåede. Den var: {rule}."
    assert at(rolled, "1", "rule").what == words


def test_what_was_not_measured_this_year_is_asked_about():
    plan = scheme(goal(criterion()), goal(criterion()), rulings=[ruling("2", ruled="not_measured")])
    assert at(roll_over(plan, 2026), "2.a", "text").what == (
        "For 2025 gjaldt: måles ikke i år efter departementets beslutning 01-04-2025 (Loven er"
        " ændret), indgår ikke i opgørelsen. Skal delmålet måles i 2026?"
    )


def test_both_ends_of_an_interval_are_to_be_decided():
    printed = [{"year": 2026, "target": 15, "target_to": 60}]
    plan = scheme(goal(criterion(Kind.BETWEEN)), goal(criterion(Kind.BETWEEN, history=printed)))
    rolled = roll_over(plan, 2026)
    kept, moved = (at(rolled, key, "target").what for key in ("1.a", "2.a"))
    assert "Måltallet for 2025, mellem 10 og 50 pct., er foreslået uændret." in kept
    assert "Måltallet mellem 15 og 60 pct. er det, planen for 2025 trykker for 2026." in moved
    assert [at(rolled, key, "target_to").what for key in ("1.a", "2.a")] == [kept, moved]


def test_where_every_goal_is_withdrawn_nothing_is_left():
    plan = scheme(goal(criterion()), rulings=[ruling("1", "not_met")])
    with pytest.raises(NothingLeftError):
        roll_over(plan, 2026)


@pytest.mark.parametrize(
    ("printed", "steps_left", "field", "words"),
    [
        (85, [(70, 50), (85, 100)], "steps", "sidste trin"),
        # A target that the scale cannot take is not proposed.
        (60, [(70, 50), (80, 100)], "target", "trykker 60 pct. for 2026, men det passer ikke"),
    ],
)
def test_the_last_step_moves_with_the_target(printed, steps_left, field, words):
    history = [{"year": 2026, "target": printed}]
    plan = scheme(goal(criterion(steps=steps((70, 50), (80, 100)), history=history)))
    rolled = roll_over(plan, 2026)
    (moved,) = rolled.plan.criteria
    assert [(each.at, each.credit) for each in moved.steps] == steps_left
    assert moved.target == steps_left[-1][0]
    assert words in at(rolled, "1.a", field).what


def test_a_target_printed_in_another_unit_changes_the_unit():
    printed = [{"year": 2024, "target": 3}, {"year": 2026, "target": 2, "unit": "pct."}]
    rolled = roll_over(scheme(goal(criterion(Kind.WITHIN, history=printed))), 2026)
    (moved,) = rolled.plan.criteria
    assert (moved.target, moved.unit) == (2, "pct.")
    assert {each.year: each.unit for each in moved.history} == {
        2024: "mio. kr.", 2025: "mio. kr.", 2026: None
    }  # fmt: skip
    assert "fra mio. kr. til pct." in at(rolled, "1.a", "unit").what


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 29)),
        (date(2024, 2, 28), date(2025, 2, 28)),
    ],
)
def test_the_last_day_of_a_month_stays_the_last(day, moved):
    assert years_later(day, 1) == moved


def _places(rolled: Rollover) -> set[Where]:
    return {each.where for each in rolled.decisions if each.where is not None}
