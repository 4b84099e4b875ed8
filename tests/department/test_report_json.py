"""A judged file as JSON: the contract of `rp validate --json`."""

import json
import shutil

import pytest

from resultatplan.plans_folder import plans_in
from tests.department.judged_files import as_json
from tests.own_plans import EIGHT, EIGHT_FILE
from tests.validators.damage import Content
from tests.validators.report_of_eight import filled
from tests.validators.reports import HOUSING, Where, calculated, judge_file, judged, report
from workbooks.form import Column


def test_a_report_that_missed_one_goal():
    data = calculated(report({("1.1.b", Column.RESULT): 0.816}))
    found = as_json(judge_file("q4.xlsx", data))
    whose = ("file", "accepted", "plan", "institution", "year", "period", "final")
    assert [found[name] for name in whose] == [
        "q4.xlsx", False, "socialstyrelsen-2020", "Socialstyrelsen", 2020, "Q4", True
    ]  # fmt: skip
    assert found["score"] == dict.fromkeys(("secured", "expected", "attainable", "shown"), 90)
    goal = found["goals"][0]
    assert (goal["goal"], goal["weight"], goal["fulfilment"]) == ("1.1", 10.0, 0)
    assert goal["criteria"][1] == {
        "key": "1.1.b",
        "state": "not_fulfilled",
        "measured": 81.6,
        "target": 82.0,
        "explanation": "Ikke opfyldt: 81,6 pct. er under målet på 82 pct.",
        "expected": 0,
        "on_level": None,
    }
    (finding,) = found["findings"]
    assert finding["code"] == "RP-505"
    place = (finding["severity"], finding["sheet"], finding["cell"], finding["key"])
    assert place == ("error", "Afrapportering", "P13", "1.1.b")


def test_what_is_pending_or_cannot_be_read_is_null():
    changes: dict[Where, Content] = {("1.1.b", Column.RESULT): None}
    found = as_json(judged(report(changes, HOUSING, "Q2")))
    goal = found["goals"][0]
    assert goal["fulfilment"] is None
    assert (goal["secured"], goal["expected"], goal["attainable"]) == (0, 0, 100)
    met, blank = goal["criteria"][:2]
    assert (met["state"], met["expected"], met["on_level"]) == ("fulfilled", 100, None)
    assert (blank["state"], blank["expected"], blank["on_level"]) == ("pending", None, None)
    assert goal["criteria"][1]["measured"] is None
    assert found["score"]["shown"] is None
    unread = as_json(judge_file("tom.xlsx", b""))
    assert (unread["accepted"], unread["plan"], unread["goals"]) == (False, None, [])
    assert unread["score"] == dict.fromkeys(("secured", "expected", "attainable", "shown"))


def test_what_is_met_in_part_has_a_degree_and_what_is_withdrawn_has_none(tmp_path):
    shutil.copy(EIGHT_FILE, tmp_path / f"{EIGHT.id}.toml")
    with plans_in(tmp_path):
        goals = {each["goal"]: each for each in as_json(judged(filled()))["goals"]}
    assert goals["1.1"]["fulfilment"] == 50
    assert goals["1.4"]["fulfilment"] is None
    assert goals["2.2"]["fulfilment"] == pytest.approx(200 / 3)
    of_courses, of_answers = goals["1.1"]["criteria"]
    assert (of_courses["state"], of_courses["degree"]) == ("partial", 50)
    assert (of_answers["state"], of_answers["degree"]) == ("fulfilled", 100)
    (withdrawn,) = goals["1.4"]["criteria"]
    assert (withdrawn["state"], withdrawn["degree"]) == ("withdrawn", None)


def test_findings_stand_by_severity_and_what_is_found_and_expected_is_words_or_null():
    changes: dict[Where, Content] = {
        ("1.1.b", Column.RESULT): 82,
        ("1.1.a", Column.STATUS): "grøn",
        ("1.2.b", Column.DOCUMENTATION): None,
    }
    findings = as_json(judged(report(changes)))["findings"]
    assert [tuple(each[name] for name in ("severity", "code", "found", "expected"))
            for each in findings] == [
        ("error", "RP-402", "8200 %", None),
        ("error", "RP-410", "grøn", "Grøn, Gul, Rød"),
        ("warning", "RP-513", None, None),
        ("info", "RP-601", None, None),
    ]  # fmt: skip


def test_it_is_json_in_either_language():
    verdict = judge_file("q4.xlsx", report({("1.1.b", Column.RESULT): 82}))
    found = json.loads(json.dumps(as_json(verdict, "en")))
    message = "Afrapportering!I13 (1.1.b): 8200 % is over 100 %. Did you mean 82 %?"
    assert found["findings"][0]["message"] == message
    assert found["goals"][0]["criteria"][0]["explanation"].startswith("Fulfilled:")
