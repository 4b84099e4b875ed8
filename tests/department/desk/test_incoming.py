"""Files handed in at the desk, and what is shown of them."""

import os
from datetime import date

import pytest

from tests.department.desk.at_the_desk import desk_in, example
from tests.validators.damage import parts_of, zipped

RETURNED = "SBST afrapportering 3. kvartal 2024.xlsx"
ACCEPTED = "Socialstyrelsen_2020_Q4_endelig.xlsx"
COVER = "Følgebrev.docx"


@pytest.fixture
def desk(tmp_path):
    with desk_in(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """A desk at which three files were handed in."""
    with desk_in(tmp_path_factory.mktemp("desk")) as made:
        made.hand_in(example(RETURNED), example(ACCEPTED), example(COVER))
        yield made


def test_an_empty_desk_says_so(desk):
    assert "Der er ingen filer endnu." in desk.get("").text
    assert "Stand pr. 01-02-2021" in desk.get("overview").text


def test_what_is_handed_in_is_judged_and_told(judged):
    page = judged.get("").text
    assert "3 filer: 1 godkendt, 1 skal rettes, 1 ingen rapport." in page
    assert (judged.office.out / "overblik.xlsx").exists()
    assert "data-going" not in page
    for name in (RETURNED, ACCEPTED, COVER):
        assert name in page


def test_a_file_shows_its_findings_with_cells_and_its_goals(judged):
    page = judged.get(judged.file(RETURNED)).text
    assert "RP-404" in page
    assert "Afrapportering!I" in page
    assert "Mål og delmål" in page
    cover = judged.get(judged.file(COVER)).text
    assert "RP-102" in cover


def test_an_original_comes_back_byte_for_byte_to_be_saved(judged):
    answer = judged.get(f"{judged.file(ACCEPTED)}/original")
    assert answer.data == example(ACCEPTED).read_bytes()
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_an_agency_has_a_page_of_its_own(judged):
    page = judged.get("agencies/social-og-boligstyrelsen-2024").text
    assert "Social- og Boligstyrelsen 2024" in page
    assert RETURNED in page
    assert ACCEPTED not in page


def test_a_files_page_says_how_its_total_comes_about(judged):
    assert "3. kvartal: 1 af 14 mål" in judged.get(judged.file(RETURNED)).text


def test_the_overview_leads_to_the_files(judged):
    assert f'{judged.file(RETURNED)}">{RETURNED}' in judged.get("overview").text


def test_the_same_file_twice_is_there_once_and_another_of_its_name_beside_it(desk):
    for content in (b"en", b"en", b"to"):
        desk.hand_in_bytes({"a.xlsx": content})
    assert sorted(os.listdir(desk.office.inbox)) == ["a (2).xlsx", "a.xlsx"]


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("../../rapport.xlsx", "rapport.xlsx"),
        ("C:\\fakepath\\rapport.xlsx", "rapport.xlsx"),
        ("mappe/æøå.xlsx", "æøå.xlsx"),
        ("a\x00b\u202ecod.xlsx", "a_b_cod.xlsx"),
        ("...", "fil"),
    ],
)
def test_a_file_lies_in_the_inbox_and_nowhere_else(desk, name, filed):
    desk.office.take_in(name, lambda path: path.write_bytes(b"x"), None)
    assert os.listdir(desk.office.inbox) == [filed]
    assert sorted(os.listdir(desk.office.inbox.parent)) == ["ind", "ud"]


def test_a_hostile_name_becomes_no_markup(desk):
    name = "<img src=x onerror=alert(1)>.xlsx"
    (desk.office.inbox / name).write_bytes(b"x")
    desk.post("round")
    entered = desk.judged()
    assert "<img" not in entered
    assert "&lt;img src=x" in entered
    assert "<img" not in desk.get("files/1").text


def test_the_day_of_receipt_is_the_one_entered(desk):
    page = desk.hand_in(example(COVER), received="2021-01-15")
    assert "15-01-2021" in page
    for typed in ("i går", "0021-01-15"):
        trouble = desk.post("files", received=typed)
        assert (trouble.status_code, typed in trouble.text) == (409, True)


def test_the_day_belongs_to_the_files_it_was_entered_for(desk):
    days = {"a.xlsx": date(2021, 1, 15), "b.xlsx": date(2021, 1, 29), "c.xlsx": None}
    for name, day in days.items():
        desk.office.take_in(name, lambda path, name=name: path.write_text(name), day)
    desk.post("round")
    desk.judged()
    with desk.office.reading("da") as store:
        told = {each.file: each.received.date() if each.certain else None
                for each in store.summaries()}  # fmt: skip
    assert told == days


def test_a_day_that_is_entered_is_told_of_in_what_came_after(desk):
    first = example(ACCEPTED).read_bytes()
    desk.hand_in_bytes({"a.xlsx": first}, received="2021-01-12")
    desk.hand_in_bytes({"b.xlsx": zipped(parts_of(first))}, received="2021-01-14")
    assert "»a.xlsx« af 12-01-2021" in desk.get(desk.file("b.xlsx")).text
    desk.post(f"{desk.file('a.xlsx')}/note", received="2021-01-13")
    assert "»a.xlsx« af 13-01-2021" in desk.get(desk.file("b.xlsx")).text


def test_what_is_in_the_way_of_a_round_is_told(desk):
    (desk.office.out / "overblik.xlsx").mkdir()
    assert "overblik.xlsx" in desk.hand_in(example(COVER))
    assert desk.office.round is not None
    assert "kan ikke læses" in desk.office.round.trouble


def test_the_desk_enters_when_a_file_came_and_that_it_is_done_with(desk):
    desk.hand_in(example(COVER))
    address = desk.file(COVER)
    assert COVER in desk.get("letters").text
    assert 'value="2021-01-12"' in desk.post(f"{address}/note", received="2021-01-12").text
    settled = desk.post(f"{address}/note", settled="yes").text
    assert "Åbn filen igen" in settled
    assert COVER not in desk.get("letters").text
    assert "Afslut filen" in desk.post(f"{address}/note", settled="no").text
    assert COVER in desk.get("letters").text
