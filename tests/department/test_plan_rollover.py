"""`rp plan rollover`: the command, its sources of results, and the way on to a plan in use."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from resultatplan.library import plan_by_id
from resultatplan.plans_folder import plans_in
from tests.department.judged_files import put_in
from tests.validators.plan_book.authored import settled
from tests.validators.reports import BENCHMARK, HOUSING, SOCIAL, complete_report, report
from workbooks.form import Column


@pytest.fixture(autouse=True)
def _no_register_where_one_stands(tmp_path, monkeypatch):
    """Where no register is named, the one in the folder where one stands is asked."""
    monkeypatch.chdir(tmp_path)


def results_in(file: Path) -> dict[tuple[object, object], object]:
    """What the history has by key and year."""
    rows = load_workbook(file)["Historik"].iter_rows(min_row=5, values_only=True)
    return {(row[0], row[2]): row[5] for row in rows if row[0]}


def test_a_draft_becomes_a_plan_when_its_decisions_are_taken(rp, tmp_path):
    draft, plans = tmp_path / "udkast.xlsx", tmp_path / "planer"
    ran = rp("plan", "rollover", HOUSING, "--year", 2025, "--out", draft)
    assert (ran.code, ran.err) == (0, "")
    assert "Uden resultater for 2024" in ran.out
    check = rp("plan", "check", draft, "--json")
    assert check.code == 1
    assert {each["code"] for each in check.json["findings"]} == {"RP-881"}
    assert check.json["plan"] == "social-og-boligstyrelsen-2025"
    assert f"{len(check.json['findings'])} beslutninger at tage" in ran.out
    assert rp("--plans", plans, "plan", "import", draft).code == 1
    assert not plans.exists()
    draft.write_bytes(settled(draft.read_bytes()))
    assert rp("plan", "check", draft).code == 0
    assert rp("--plans", plans, "plan", "import", draft).code == 0
    with plans_in(plans):
        plan = plan_by_id("social-og-boligstyrelsen-2025")
    assert plan is not None
    assert plan.criterion_by_key["1.1.b"].target == 91
    assert (plans / "social-og-boligstyrelsen-2025.xlsx").exists()


def test_the_final_report_gives_the_results(rp, tmp_path):
    final, draft = tmp_path / "endelig.xlsx", tmp_path / "udkast.xlsx"
    final.write_bytes(report({("1.1.a", Column.RESULT): 61}))
    options = ("--report", final, "--out", draft)
    ran = rp("plan", "rollover", SOCIAL, "--year", 2021, *options)
    assert ran.code == 0
    assert f"Resultater fra {final}" in ran.out
    assert results_in(draft)["1.1.a", 2020] == 61


def test_the_register_gives_the_results_of_the_report_that_counts(rp, tmp_path, monkeypatch):
    register, draft = tmp_path / "register", tmp_path / "udkast.xlsx"
    inbox = put_in(tmp_path / "ind", {"endelig.xlsx": report({("1.1.a", Column.RESULT): 62})})
    rp("batch", inbox, "--out", tmp_path / "ud", "--register", register)
    ran = rp("plan", "rollover", BENCHMARK, "--year", 2024, "--register", register, "--out", draft)
    assert ran.code == 2
    assert f"ingen godkendt endelig rapport for {BENCHMARK}" in ran.err

    monkeypatch.setenv("RP_REGISTER", str(register))
    by_itself = rp("plan", "rollover", SOCIAL, "--year", 2021, "--out", draft)
    assert "Resultater fra endelig.xlsx" in by_itself.out
    assert results_in(draft)["1.1.a", 2020] == 62
    without = rp("plan", "rollover", BENCHMARK, "--year", 2024, "--out", draft)
    assert without.code == 0
    assert "registret har ingen godkendt endelig rapport" in without.out


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: complete_report(period_id="Q3"), "er ikke årets endelige: den er for 3. kvartal"),
        (lambda: complete_report(BENCHMARK), f"er for planen {BENCHMARK}, ikke for {SOCIAL}"),
        (lambda: report({("1.1.a", Column.RESULT): "ca. 60"}), "er ikke godkendt"),
        (lambda: b"", "er ikke en rapport, der kan læses"),
    ],
    ids=["interim", "other plan", "not accepted", "empty"],
)
def test_only_the_accepted_final_report_of_the_plan_will_do(make, sentence, rp, tmp_path):
    file, draft = tmp_path / "rapport.xlsx", tmp_path / "udkast.xlsx"
    file.write_bytes(make())
    ran = rp("plan", "rollover", SOCIAL, "--year", 2021, "--report", file, "--out", draft)
    assert ran.code == 2
    assert sentence in ran.err
    assert not draft.exists()
