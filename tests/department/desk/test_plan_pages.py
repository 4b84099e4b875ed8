"""Plans at the desk: written in Excel, checked with findings in the page, imported, carried on."""

import io

import pytest
from openpyxl import load_workbook

from resultatplan.library import known_ids
from resultatplan.plans_folder import plans_folder, plans_in
from tests.department.desk.at_the_desk import desk_in, examples
from tests.own_plans import LONG_RULE, write_plan
from tests.validators.damage import saved

SOCIAL = "plans/socialstyrelsen-2020"
FINAL = "Socialstyrelsen_2020_Q4_endelig.xlsx"


@pytest.fixture
def desk(tmp_path):
    with plans_in(tmp_path / "planer"), desk_in(tmp_path) as made:
        yield made


def test_the_plans_and_their_rules_in_words_and_a_template(desk):
    page = desk.get("plans/").text
    for each in known_ids():
        assert f"/plans/{each}" in page
    assert "senest 31-12-2020" in desk.get(SOCIAL).text
    said = desk.post(f"{SOCIAL}/template").text
    assert "written/skabeloner/socialstyrelsen-2020.xlsx" in said


def test_an_empty_workbook_is_made_and_checked_but_not_imported(desk):
    assert "plan-2022.xlsx" in desk.post("plans/new", year="2022").text
    made = (desk.office.drafts("da") / "plan-2022.xlsx").read_bytes()
    said = desk.post("plans/check", file=(io.BytesIO(made), "plan-2022.xlsx")).text
    assert "RP-8" in said
    assert "Ret fejlene i Excel" in said
    assert "Indlæs planen" not in said
    assert "RP-8" in desk.post("plans/import", file="plan-2022.xlsx").text
    assert not plans_folder().exists()


def test_a_plan_is_exported_changed_checked_and_imported(desk):
    assert "socialstyrelsen-2020.xlsx" in desk.post(f"{SOCIAL}/export").text
    book = load_workbook(desk.office.drafts("da") / "socialstyrelsen-2020.xlsx")
    cells = (cell for sheet in book for row in sheet for cell in row)
    next(each for each in cells if each.value == "socialstyrelsen-2020").value = "egen-plan-2020"
    changed = io.BytesIO(saved(book))
    assert "Indlæs planen" in desk.post("plans/check", file=(changed, "egen.xlsx")).text
    said = desk.post("plans/import", file="egen.xlsx").text
    assert "er indlæst." in said
    assert "egen-plan-2020.xlsx" in said
    assert "egen-plan-2020" in desk.get("plans/").text


@pytest.mark.parametrize("name", ["../../ind/x.xlsx", "/etc/passwd", "ikke-der.xlsx"])
def test_only_a_workbook_that_was_handed_in_is_imported(desk, name):
    assert "RP-1" in desk.post("plans/import", file=name).text


def test_next_years_draft_has_the_results_of_the_register(desk):
    assert "Uden resultater for 2020" in desk.post(f"{SOCIAL}/rollover", year="2021").text
    desk.hand_in(examples(FINAL))
    said = desk.post(f"{SOCIAL}/rollover", year="2021").text
    assert FINAL in said
    assert "socialstyrelsen-2020-udkast-2021.xlsx" in said
    assert desk.post(f"{SOCIAL}/rollover", year="2020").status_code == 409


def test_what_is_wrong_in_the_plans_folder_is_told(desk):
    write_plan(plans_folder(), "for-lang", LONG_RULE)
    (plans_folder() / "itu-2025.toml").write_text("<b>itu</b>")
    told = "for-lang@1.0: RP-835 Skabelonens formel for mål 3.1 ville blive længere"
    page = desk.get("plans/").text
    assert "itu-2025" in page
    assert "<b>itu" not in page
    assert told in page
    refused = desk.post("plans/for-lang@1.0/template")
    assert (refused.status_code, told in refused.text) == (409, True)


def test_what_cannot_be_decided_during_the_year_is_told(desk):
    typed = {"key": "1.4", "ruled": "withdrawn", "effect": "out", "made": "2020-09-15"}
    assert desk.post(f"{SOCIAL}/decide", **typed, reason=" ").status_code == 409
    said = desk.post(f"{SOCIAL}/decide", **typed, reason="Opgaven er flyttet").text
    assert "socialstyrelsen-2020@1.1" in said
    unknown = desk.post(f"{SOCIAL}@1.1/decide", **{**typed, "key": "9.9"}, reason="Findes ikke")
    assert (unknown.status_code, "9.9" in unknown.text) == (409, True)
    older = desk.post(f"{SOCIAL}@1.0/decide", **typed, reason="Den ældre")
    assert (older.status_code, "socialstyrelsen-2020@1.1" in older.text) == (409, True)
