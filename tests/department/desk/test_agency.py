"""An agency's year at the desk: the next template, the annual report, and the decision.

`test_in_browser` does them in their turn; here is what may not be done, or comes out otherwise.
"""

import io
import re
from pathlib import Path

import click
import pytest
from openpyxl import load_workbook

from department.overview.assessment import decisions_in
from examples.recipes import YEAR
from tests.department.desk.at_the_desk import desk_in, examples

EARLIER = YEAR / "2-halvår" / "SBST 1.-2. kvartal samlet.xlsx"
SOCIAL = "agencies/socialstyrelsen-2020"
SBST = "agencies/social-og-boligstyrelsen-2024"
COUNCIL = "agencies/raadet-for-socialt-udsatte-2018"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Two final reports, and one for half a year."""
    final = "Socialstyrelsen_2020_Q4_endelig.xlsx"
    council = "RSU_resultatplan_2018_årsafrapportering.xlsx"
    with desk_in(tmp_path_factory.mktemp("desk")) as made:
        made.hand_in(examples(final, council) | {EARLIER.name: EARLIER.read_bytes()})
        yield made


def test_the_agencys_page_leads_to_its_plan_and_to_a_next_template_where_there_is_one(desk):
    page = desk.get(SOCIAL).text
    assert "/plans/socialstyrelsen-2020@1.0" in page
    assert "Lav næste periodes skabelon" not in page
    assert "1.–2. kvartal samlet" in desk.post(f"{SBST}/next-template").text
    path = desk.office.templates("da") / "social-og-boligstyrelsen-2024-Q3.xlsx"
    got = desk.get(f"written/{path.relative_to(desk.office.out)}")
    master = load_workbook(io.BytesIO(got.data))["Stamdata"]
    assert "3. kvartal" in {cell.value for row in master for cell in row}


def test_the_annual_report_of_the_final_report_is_final(desk):
    said = desk.post(f"{SOCIAL}/annual-report").text
    for suffix in (".docx", ".xlsx"):
        assert f"maalrapportering-socialstyrelsen-2020{suffix}" in said
    assert "er ikke endelig" not in said


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        ("agencies/statsforvaltningen-2017/annual-report", {}),
        ("agencies/statsforvaltningen-2017/decision", {"words": "For tidligt."}),
        (f"{SOCIAL}/decision", {"share": "133"}),
        (f"{SOCIAL}/decision", {"maximum": "-1"}),
        (f"{SOCIAL}/decision", {"share": "en tredjedel"}),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(desk, asked, typed):
    before = desk.office.overview.read_bytes()
    assert desk.post(asked, **typed).status_code == 409
    assert desk.office.overview.read_bytes() == before


def test_a_decision_that_was_never_shown_is_not_written_over(desk):
    shown = re.search(r'name="seen" value="(.+?)"', desk.get(SOCIAL).text)[1]
    for _ in range(2):  # A button pressed twice.
        written = desk.post(f"{SOCIAL}/decision", words="Skrevet i en anden fane.", seen=shown)
        assert written.status_code == 200
    refused = desk.post(f"{SOCIAL}/decision", words="Af den gamle side.", seen=shown)
    assert (refused.status_code, "er ændret, siden siden" in refused.text) == (409, True)
    assert "Skrevet i en anden fane." in desk.get(SOCIAL).text


def test_decisions_stand_in_the_overview_each_beside_the_others(desk):
    decided = {"share": "33,33", "maximum": "150.000", "words": "Udbetales."}
    said = desk.post(f"{SOCIAL}/decision", **decided).text
    assert 'value="33,33"' in said
    assert 'value="150.000"' in said
    # A share that is left as it is shown stays the plan's whole number.
    assert 'value="33,33"' in desk.get(COUNCIL).text
    assert "Fulgt." in desk.post(f"{COUNCIL}/decision", share="33,33", words="Fulgt.").text
    written = decisions_in(desk.office.overview.read_bytes())
    assert written["Socialstyrelsen", 2020, ""] == (0.3333, 150_000, "Udbetales.")
    share = written["Rådet for Socialt Udsatte", 2018, ""].share
    assert share == pytest.approx(1 / 3, abs=1e-12)


def test_the_overview_is_opened_where_it_lies(desk, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    assert desk.post("overview/open").status_code == 200
    assert [*map(Path, opened)] == [desk.office.overview]
