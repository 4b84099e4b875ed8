"""`rp plans`: the contract that others read."""

import shutil

from tests.own_plans import EIGHT, EIGHT_FILE


def plan(rp, plan_id, *options):
    plans = rp("plans", "--json", *options).json["plans"]
    return next(each for each in plans if each["id"] == plan_id)


def test_a_plan_is_told_whole(rp):
    told = plan(rp, "socialstyrelsen-2020")
    goals = {goal["goal"]: goal for goal in told["goals"]}
    criteria = {each["key"]: each for goal in told["goals"] for each in goal["criteria"]}

    assert [(each["id"], each["deadline"], each["final"]) for each in told["periods"]][-1] == (
        "Q4", "2021-01-14", True
    )  # fmt: skip
    assert (goals["1.1"]["rule"], goals["2.2"]["rule"]) == (None, "a eller b")
    assert {goal["weight"] for goal in told["goals"]} == {100 / len(goals)}
    assert criteria["1.2.a"]["deadline"] == "2020-12-31"
    usual = {"target_to": None, "result": None, "measured": None, "unit": "pct.", "note": None}
    assert criteria["1.1.b"]["history"][:2] == [
        usual | {"year": 2020, "target": 82, "provisional": False},
        usual | {"year": 2021, "target": 83, "provisional": True},
    ]
    # What is not agreed on is null.
    assert (told["scoring"], told["rulings"]) == (None, [])
    of_goal = ("rule", "points", "combine", "partial_rule")
    assert {name: goals["1.1"][name] for name in of_goal} == dict.fromkeys(of_goal)
    of_criterion = (
        *("target", "unit", "basis", "assessor", "weight", "partly", "partial_deadline"),
        *("steps", "linear"),
    )
    assert {name: criteria["1.2.a"][name] for name in of_criterion} == dict.fromkeys(of_criterion)


def test_every_way_of_scoring_is_told(rp, tmp_path):
    shutil.copy(EIGHT_FILE, tmp_path / f"{EIGHT.id}.toml")
    scheme = plan(rp, EIGHT.id, "--plans", tmp_path)
    goals = {each["goal"]: each for each in scheme["goals"]}
    criteria = {each["key"]: each for goal in scheme["goals"] for each in goal["criteria"]}

    assert scheme["version"] == "1.0"
    assert scheme["scoring"] == {"weighting": "weights", "partial_credit": 40}
    assert goals["1.3"]["partial_rule"] == "a eller c"
    assert goals["2.2"]["combine"] == "weighted_mean"
    assert [each["weight"] for each in goals["2.2"]["criteria"]] == [2, 1]
    assert scheme["rulings"][0] == {
        "key": "1.4", "ruled": "withdrawn", "day": "2025-04-01", "effect": "out",
        "reason": "Opgaven er flyttet til en anden styrelse",
    }  # fmt: skip
    assert criteria["1.1.a"]["steps"][0] == {"at": 60, "credit": 25}
    assert criteria["1.2.a"]["partial_deadline"] == "2025-10-31"
    assert criteria["1.2.b"]["partly"] is True
    assert criteria["2.2.a"]["linear"] == {"zero": 50, "full": 90}


def test_the_table_tells_weekdays_and_what_is_not_the_usual_way(rp, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    shutil.copy(EIGHT_FILE, tmp_path / f"{EIGHT.id}.toml")

    assert "søndag 14-01-2018" in " ".join(rp("plans").out.split())
    shown = rp("--plans", tmp_path, "plans").out

    assert "målene vægter forskelligt" in shown
    assert "delvist opfyldt tæller 40 pct." in shown
    assert "Delmål 2.4.b: måles ikke i år efter departementets beslutning 15-06-2025" in shown
    assert "målene vægter" not in rp("plans").out
