"""An agency's year at the desk: the next template, the annual report, and the decision."""

import io
from pathlib import Path

import click
import pytest
from openpyxl import load_workbook

from department.overview.assessment import decisions_in
from examples.recipes import YEAR
from tests.department.desk.at_the_desk import desk_in, example

FINAL = "Socialstyrelsen_2020_Q4_endelig.xlsx"
EARLIER = YEAR / "2-halvår" / "SBST 1.-2. kvartal samlet.xlsx"
COUNCIL = "RSU_resultatplan_2018_årsafrapportering.xlsx"
SOCIAL = "agencies/socialstyrelsen-2020"
SBST = "agencies/social-og-boligstyrelsen-2024"


@pytest.fixture
def desk(tmp_path):
    with desk_in(tmp_path) as made:
        made.hand_in(example(FINAL), EARLIER)
        yield made


def test_the_next_periods_template_is_made_of_what_was_accepted(desk):
    assert "Lav næste periodes skabelon" not in desk.get(SOCIAL).text
    said = desk.post(f"{SBST}/next-template").text
    path = desk.office.templates("da") / "social-og-boligstyrelsen-2024-Q3.xlsx"
    assert "1.–2. kvartal samlet" in said
    got = desk.get(f"written/{path.relative_to(desk.office.out)}")
    master = load_workbook(io.BytesIO(got.data))["Stamdata"]
    assert "3. kvartal" in {cell.value for row in master for cell in row}


def test_the_agencys_plan_is_one_click_away(desk):
    assert "/plans/socialstyrelsen-2020@1.0" in desk.get(SOCIAL).text


def test_the_annual_report_can_be_got(desk):
    said = desk.post(f"{SOCIAL}/annual-report").text
    for path in desk.office.out.glob("*socialstyrelsen-2020.*"):
        assert path.name in said
    assert "er ikke endelig" not in said
    assert desk.post("agencies/statsforvaltningen-2017/annual-report").status_code == 409


def test_the_decision_stands_in_the_overview_and_nowhere_else(desk):
    said = desk.post(
        f"{SOCIAL}/decision", share="33,33", maximum="150.000", words="Udbetales."
    ).text
    assert 'value="33,33"' in said
    assert 'value="150.000"' in said
    written = decisions_in(desk.office.overview.read_bytes())
    assert written["Socialstyrelsen", 2020, ""] == (0.3333, 150_000, "Udbetales.")

    kept = desk.post(f"{SBST}/decision", words="Afventer.").text
    assert "Afventer." in kept
    assert "Udbetales." in desk.get(SOCIAL).text


def test_a_share_that_is_left_as_shown_stays_the_whole_number(desk):
    council = "agencies/raadet-for-socialt-udsatte-2018"
    assert desk.post(f"{council}/decision", words="For tidligt.").status_code == 409
    desk.hand_in(example(COUNCIL))
    assert 'value="33,33"' in desk.get(council).text
    desk.post(f"{council}/decision", share="33,33", maximum="", words="Fulgt.")
    written = decisions_in(desk.office.overview.read_bytes())
    assert written["Rådet for Socialt Udsatte", 2018, ""].share == pytest.approx(1 / 3, abs=1e-12)


@pytest.mark.parametrize("typed", [{"share": "133"}, {"maximum": "-1"}, {"share": "en tredjedel"}])
def test_what_is_no_decision_is_told_and_nothing_is_written(desk, typed):
    before = desk.office.overview.read_bytes()
    assert desk.post(f"{SOCIAL}/decision", **typed).status_code == 409
    assert desk.office.overview.read_bytes() == before


def test_the_overview_is_opened_where_it_lies(desk, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    assert desk.post("overview/open").status_code == 200
    assert [*map(Path, opened)] == [desk.office.overview]
