"""`rp plan decide`, and what agencies and department see of a decision afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from department.annual_report.goal_report import goal_report
from department.page.webpage import write_page
from department.status import notes, status_json
from department.wording import goals_words
from resultatplan.library import plan_by_id
from resultatplan.plan import Plan
from resultatplan.plan_file import read_plan
from resultatplan.plans_folder import plans_in
from tests.command import Ran
from tests.department.desks import desk_with
from tests.department.judged_files import put_in
from tests.department.test_prefill import prefill, typed_in
from tests.validators.plan_book.authored import check_workbook, typed
from tests.validators.reports import SOCIAL, complete_report, report
from workbooks.form import Column, Field
from workbooks.plan_book.writer import plan_workbook

Rp = Callable[..., Ran]
MOVED = ("--withdrawn", "--reason", "Opgaven er flyttet", "--date", "2020-09-15")
SAID = "udgået efter departementets beslutning 15-09-2020 (Opgaven er flyttet)"


@pytest.fixture(autouse=True)
def _no_register_where_one_stands(tmp_path, monkeypatch):
    """Where no register is named, the one in the folder where one stands is asked."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def decide(rp: Rp, tmp_path: Path) -> Rp:
    """`rp plan decide` about the plan of 2020, into a plans folder of its own."""

    def run(*arguments: object) -> Ran:
        return rp("--plans", tmp_path / "planer", "plan", "decide", SOCIAL, *arguments)

    return run


def version(folder: Path, number: str) -> Plan:
    """A version of the plan in the plans folder."""
    return read_plan(folder / "planer" / f"{SOCIAL}@{number}.toml")


def test_a_decision_is_the_plans_next_version_and_a_later_one_replaces_or_reinstates(
    rp, decide, tmp_path
):
    ran = decide("1.4", *MOVED)
    assert (ran.code, ran.err) == (0, "")
    assert f"Mål 1.4: {SAID}, indgår ikke i opgørelsen." in ran.out
    assert (tmp_path / "planer" / f"{SOCIAL}@1.1.xlsx").exists()
    diff = rp("--plans", tmp_path / "planer", "plan", "diff", f"{SOCIAL}@1.0", SOCIAL, "--json")
    assert diff.json["standing"] == "ruling"
    assert [each["agreed"] for each in diff.json["changes"]] == [False, False]
    decide("1.4", *MOVED, "--effect", "not-met")
    assert version(tmp_path, "1.2").weights == (10,) * 10
    again = ("--reinstated", "--reason", "Opgaven kom tilbage", "--date", "2020-10-01")
    assert "genoptaget efter departementets beslutning 01-10-2020" in decide("1.4", *again).out
    newest = version(tmp_path, "1.3")
    assert (len(newest.rulings), dict(newest.in_force)) == (3, {})


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("9.9", *MOVED), "Fejl: 9.9: Planen har intet mål eller delmål »9.9«"),
        (("1.4", *MOVED[:4], "2021-01-04"), "04-01-2021 ligger uden for planens tid"),
        (("1.4", "--withdrawn", "--reason", " ", *MOVED[3:]), "Begrundelsen (--reason) er tom"),
        (("1.4", *MOVED[1:]), "--withdrawn, --not-measured eller --reinstated"),
        (("1.4", "--reinstated", *MOVED[1:]), "1.4 genoptages, men ingen tidligere"),
    ],
)
def test_what_cannot_be_decided_is_told_and_writes_nothing(arguments, reason, decide, tmp_path):
    ran = decide(*arguments)
    assert ran.code == 2
    assert reason in ran.err
    assert not (tmp_path / "planer").exists()


def test_once_the_final_report_is_accepted_nothing_is_decided_any_more(rp, decide, tmp_path):
    inbox = put_in(tmp_path / "indbakke", {"k4.xlsx": complete_report()})
    register = tmp_path / "register"
    rp("batch", inbox, "--out", tmp_path / "ud", "--register", register)
    ran = decide("1.4", *MOVED, "--register", register)
    assert ran.code == 2
    assert f"den endelige rapport for {SOCIAL}, »k4.xlsx« af 14-01-2021, er godkendt" in ran.err
    assert not list(tmp_path.glob("planer/*"))


def test_the_next_periods_template_shows_it_and_carries_the_rest(decide, tmp_path):
    file = tmp_path / "q2.xlsx"
    file.write_bytes(report({}, period_id="Q2"))
    decide("1.4", *MOVED)
    ran, out = prefill(file, "--plans", tmp_path / "planer")
    assert ran.code == 0, ran.err
    with plans_in(tmp_path / "planer"):
        found = typed_in(out.read_bytes())
    assert found[Field.PERIOD] == "3. kvartal"
    assert ("1.1.a", Column.RESULT) in found
    assert ("1.4.a", Column.RESULT) not in found


def test_status_page_and_goal_report_tell_it_with_day_and_reason(decide, tmp_path):
    made_before = complete_report()
    decide("1.4", *MOVED)
    decide("1.1.b", *MOVED, "--effect", "not-met")
    decide("1.5", "--not-measured", *MOVED[1:])
    with plans_in(tmp_path / "planer"):
        desk = desk_with({"k4.xlsx": made_before})
        (agency,) = desk.agencies
        found = goal_report(desk, agency, "da")
        page = write_page(desk).decode()
        (told,) = (each for each in notes(desk, "da") if "Mål 1.4" in each)
        (status,) = status_json(desk)["agencies"]
    assert told == f"Socialstyrelsen 2020: Mål 1.4: {SAID}, indgår ikke i opgørelsen."
    assert [each["key"] for each in status["rulings"]] == ["1.4", "1.1.b", "1.5"]
    assert f"<p>Mål 1.4: {SAID}, indgår ikke i opgørelsen.</p>" in page
    legend = page.rpartition('<p class="legend">')[2]
    assert "Udgået" in legend and "Måles ikke i år" in legend
    assert found is not None
    left = [goal for goal in found.record.goals if goal.state.has_left]
    assert [(each.number, each.expected) for each in left] == [("1.4", None), ("1.5", None)]
    assert found.rulings == [
        f"Mål 1.4: {SAID}, indgår ikke i opgørelsen.",
        f"Delmål 1.1.b: {SAID}, tæller som ikke opfyldt.",
        f"Mål 1.5: {SAID}, indgår ikke i opgørelsen.".replace("udgået", "måles ikke i år"),
    ]
    states = {each.number: each.state for each in found.goals}
    assert (states["1.4"], states["1.5"]) == ("udgået", "måles ikke i år")
    assert goals_words(found.record.goals) == (
        "7 af 8 mål er opfyldt, 1 ikke opfyldt, 1 udgået, 1 måles ikke i år"
    )
    (missed,) = found.missed
    (line,) = missed.missed
    assert (line.number, line.explanation) == (
        "1.1.b", "Kræves ikke efter departementets beslutning.",
    )  # fmt: skip
    assert found.record.summary.secured == 87.5


def test_a_report_submitted_before_stays_and_the_goal_report_says_so(decide, tmp_path):
    third_quarter = complete_report(period_id="Q3")
    decide("1.4", *MOVED[:4], "2020-12-31")
    with plans_in(tmp_path / "planer"):
        desk = desk_with({"q3.xlsx": third_quarter})
        found = goal_report(desk, desk.agencies[0], "da")
    assert found is not None
    assert found.rulings[0].endswith("Rapporten er indsendt før, og tallene er uden beslutningen.")
    assert found.goals[3].weight == 10


def test_the_same_is_entered_in_the_workbook_and_nothing_else_may_change(rp, decide, tmp_path):
    folder = tmp_path / "planer"
    decide("1.4", *MOVED)
    with plans_in(folder):
        plan = plan_by_id(SOCIAL)
    assert plan is not None
    data = plan_workbook(plan)
    assert check_workbook(data).plan == plan
    row = {"Plan!A109": "1.1.b", "Plan!B109": "Ingen måling", "Plan!C109": "måles ikke i år"}
    cells = {**row, "Plan!D109": date(2020, 10, 1), "Plan!B10": "1.2"}
    file = tmp_path / "plan.xlsx"
    file.write_bytes(typed(cells, data))
    taken = rp("--plans", folder, "plan", "import", file)
    assert (taken.code, taken.err) == (0, "")
    assert [each.key for each in version(tmp_path, "1.2").rulings] == ["1.4", "1.1.b"]

    file.write_bytes(typed({**cells, "Plan!D108": date(2020, 9, 14), "Plan!B10": "1.3"}, data))
    taken = rp("--plans", folder, "plan", "import", file)
    assert taken.code == 2
    assert "Departementets beslutning 1: Dato: 15-09-2020 → 14-09-2020" in taken.err


def test_a_decision_that_was_taken_out_of_its_file_is_no_version(rp, decide, tmp_path):
    folder = tmp_path / "planer"
    decide("1.4", *MOVED)
    decide("1.1.b", *MOVED)
    text = (folder / f"{SOCIAL}@1.1.toml").read_text(encoding="utf-8")
    (folder / f"{SOCIAL}@1.3.toml").write_text(text.replace('"1.1"', '"1.3"', 1), encoding="utf-8")
    ran = rp("--plans", folder, "plans")
    assert "Departementets beslutning 2" in ran.err
