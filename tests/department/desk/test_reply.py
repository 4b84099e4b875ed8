"""Letters at the desk: proposed, edited, saved; one truth with `rp reply`."""

import re

import pytest
from docx import Document

from resultatplan.plans_folder import plans_in
from tests.department.desk.at_the_desk import desk_in, examples

RETURNED = "SBST afrapportering 3. kvartal 2024.xlsx"
ACCEPTED = "Socialstyrelsen_2020_Q4_endelig.xlsx"
LOCK = "~$Socialstyrelsen_2020_Q4_endelig.xlsx"


@pytest.fixture
def desk(tmp_path):
    with plans_in(tmp_path / "planer"), desk_in(tmp_path) as made:
        made.hand_in(examples(RETURNED, LOCK))
        yield made


def test_a_letter_is_proposed_edited_and_saved(desk):
    address = f"{desk.file(RETURNED)}/letter"
    proposed = desk.get(address).text
    assert "Brevet er et forslag." in proposed
    assert "skal rettes" in proposed

    saved = desk.post(address, words="Kære styrelse\r\nRet <b>det</b>.", journal="2024-17")
    assert 'value="2024-17"' in saved.text
    assert "Kære styrelse\nRet &lt;b&gt;det&lt;/b&gt;." in saved.text
    folder = desk.office.letters("da") / "social-og-boligstyrelsen-2024"
    written = {path.suffix: path for path in folder.iterdir()}
    assert set(written) == {".txt", ".eml", ".xlsx", ".docx"}
    texts = [each.text for each in Document(written[".docx"]).paragraphs]
    assert texts == ["01-02-2021\nJournalnummer: 2024-17", "Kære styrelse\nRet <b>det</b>."]
    text = written[".txt"].read_text(encoding="utf-8-sig")
    assert text == "Kære styrelse\nRet <b>det</b>."
    for path in written.values():
        got = desk.get(f"written/{path.relative_to(desk.office.out)}")
        assert got.data == path.read_bytes()
        assert got.headers["Content-Disposition"].startswith("attachment")


def test_an_edited_letter_stays_until_it_is_proposed_anew_for_another_day(desk):
    address = f"{desk.file(RETURNED)}/letter"
    assert "ikke skrevet" in desk.get("letters").text
    desk.post(address, words="Mit eget brev")
    assert "ikke skrevet" not in desk.post("letters").text, "the missing ones are written"
    assert "Mit eget brev" in desk.get(address).text
    again = desk.get(f"{address}?mend_by=2021-03-17").text
    assert "17-03-2021" in again
    assert "Mit eget brev" not in again


def test_only_what_must_be_mended_asks_for_a_day_to_mend_it_by(desk):
    desk.hand_in(examples(ACCEPTED))
    for name, asks in ((RETURNED, True), (ACCEPTED, False)):
        page = desk.get(f"{desk.file(name)}/letter").text
        assert ("Rettes senest" in page, "Foreslå brevet igen" in page) == (asks, True)


def test_a_letter_that_was_never_shown_is_not_written_over(desk):
    address = f"{desk.file(RETURNED)}/letter"
    shown = re.search(r'name="seen" value="(.+?)"', desk.get(address).text)[1]
    for _ in range(2):  # A button pressed twice.
        written = desk.post(address, words="Skrevet i en anden fane", seen=shown)
        assert written.status_code == 200
    assert desk.post(address, words="Af den gamle side", seen=shown).status_code == 409
    (letter,) = desk.office.out.rglob("*svar.txt")
    assert letter.read_text(encoding="utf-8-sig") == "Skrevet i en anden fane"
    letter.write_bytes("Gemt på gammel vis".encode("cp1252"))
    assert "Gemt på gammel vis" in desk.get(address).text


def test_what_stands_around_every_letter_is_typed_at_the_desk(desk):
    page = desk.post("letterhead", sender="Ministeriet", contact="", signature="Anne\r\nChef").text
    assert ">Anne\nChef</textarea>" in page
    assert "Med venlig hilsen\nAnne\nChef" in desk.get(f"{desk.file(RETURNED)}/letter").text


def test_what_nobody_waits_for_or_sent_has_no_letter(desk):
    address = desk.file(RETURNED)
    assert "skal ikke besvares mere" not in desk.get(f"{address}/letter").text
    desk.post(f"{address}/note", settled="yes")
    assert "skal ikke besvares mere" in desk.get(f"{address}/letter").text
    assert "Læs brevet" not in desk.get(desk.file(LOCK)).text
    assert desk.get(f"{desk.file(LOCK)}/letter").status_code == 404


def test_only_what_was_written_can_be_got(desk):
    strangers = ("register/register.sqlite", "../ind", "..%2find", "%2e%2e/ind/x", "findes-ikke")
    assert {desk.get(f"written/{path}").status_code for path in strangers} == {404}
