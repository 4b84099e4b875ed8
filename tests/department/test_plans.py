"""`rp plans`: the contract that others read."""

from __future__ import annotations

import shutil

import pytest

from tests.own_plans import EIGHT, EIGHT_FILE


def plan(rp, plan_id):
    return next(p for p in rp("plans", "--json").json["plans"] if p["id"] == plan_id)


def test_lists_the_five_plans(rp):
    ids = [each["id"] for each in rp("plans", "--json").json["plans"]]

    assert sorted(ids) == [
        "benchmarkingenheden-2023",
        "raadet-for-socialt-udsatte-2018",
        "social-og-boligstyrelsen-2024",
        "socialstyrelsen-2020",
        "statsforvaltningen-2017",
    ]


def test_a_plan_has_its_periods_with_deadlines(rp):
    periods = plan(rp, "social-og-boligstyrelsen-2024")["periods"]

    assert [(each["id"], each["deadline"], each["final"]) for each in periods] == [
        ("Q2", "2024-07-22", False),
        ("Q3", "2024-10-21", False),
        ("Q4", "2025-01-21", True),
    ]


def test_a_rule_is_null_where_all_must_be_met(rp):
    rules = {g["goal"]: g["rule"] for g in plan(rp, "socialstyrelsen-2020")["goals"]}

    assert rules["1.1"] is None
    assert rules["2.2"] == "a eller b"


def test_weights_are_a_hundred_divided_by_the_number_of_goals(rp):
    weights = {g["weight"] for g in plan(rp, "statsforvaltningen-2017")["goals"]}

    assert weights == {100 / 12}


def test_what_a_criterion_does_not_have_is_null(rp):
    goals = plan(rp, "socialstyrelsen-2020")["goals"]
    criterion = next(g for g in goals if g["goal"] == "1.2")["criteria"][0]

    assert criterion["key"] == "1.2.a"
    assert criterion["deadline"] == "2020-12-31"
    assert criterion["target"] is None
    assert criterion["unit"] is None
    assert criterion["basis"] is None
    assert criterion["assessor"] is None


def test_history_carries_provisional_marks(rp):
    goals = plan(rp, "socialstyrelsen-2020")["goals"]
    history = goals[0]["criteria"][1]["history"]

    assert [(e["year"], e["target"], e["provisional"]) for e in history] == [
        (2020, 82, False),
        (2021, 83, True),
        (2022, 84, True),
        (2023, 85, True),
    ]
    assert {e["unit"] for e in history} == {"pct."}


def test_the_table_shows_weekdays_of_deadlines(rp):
    assert "søndag 14-01-2018" in " ".join(rp("plans").out.split())


@pytest.fixture
def scheme(rp, tmp_path):
    """The plan of eight goals that are scored in every way, as `rp plans --json` prints it."""
    shutil.copy(EIGHT_FILE, tmp_path / f"{EIGHT.id}.toml")
    plans = rp("--plans", tmp_path, "plans", "--json").json["plans"]
    return next(each for each in plans if each["id"] == EIGHT.id)


def test_a_plan_tells_its_version_and_how_it_is_scored(scheme):
    assert scheme["version"] == "1.0"
    assert scheme["scoring"] == {
        "weighting": "weights",
        "partial_credit": 40,
        "withdrawn": "leaves",
    }


def test_a_goal_tells_how_its_criteria_combine(scheme):
    goals = {each["goal"]: each for each in scheme["goals"]}

    assert goals["1.3"]["partial_rule"] == "a eller c"
    assert goals["2.2"]["combine"] == "weighted_mean"
    assert [each["weight"] for each in goals["2.2"]["criteria"]] == [2, 1]
    assert goals["1.4"]["withdrawn"].startswith("Opgaven er flyttet")


def test_a_criterion_tells_what_counts_between_met_and_not_met(scheme):
    criteria = {each["key"]: each for goal in scheme["goals"] for each in goal["criteria"]}

    assert criteria["1.1.a"]["steps"][0] == {"at": 60, "credit": 25}
    assert criteria["1.2.a"]["partial_deadline"] == "2025-10-31"
    assert criteria["1.2.b"]["partly"] is True
    assert criteria["2.2.a"]["linear"] == {"zero": 50, "full": 90}
    assert criteria["2.4.b"]["withdrawn"] == "Kravet er afskaffet"


def test_a_plan_scored_the_usual_way_has_none_of_it(rp):
    usual = plan(rp, "socialstyrelsen-2020")
    goal = usual["goals"][0]
    criterion = goal["criteria"][0]

    assert usual["scoring"] is None
    of_goal = ("points", "combine", "partial_rule", "withdrawn")
    assert {name: goal[name] for name in of_goal} == dict.fromkeys(of_goal)
    of_criterion = ("weight", "partly", "partial_deadline", "steps", "linear", "withdrawn")
    assert {name: criterion[name] for name in of_criterion} == dict.fromkeys(of_criterion)


def test_the_table_tells_what_is_not_the_usual_way(rp, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    shutil.copy(EIGHT_FILE, tmp_path / f"{EIGHT.id}.toml")

    shown = rp("--plans", tmp_path, "plans").out

    assert "målene vægter forskelligt" in shown
    assert "delvist opfyldt tæller 40 pct." in shown
    assert "udgået: 1.4, 2.4.b" in shown
    assert "målene vægter" not in rp("plans").out
