"""`rp plans`: the contract that others read."""

from __future__ import annotations


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
