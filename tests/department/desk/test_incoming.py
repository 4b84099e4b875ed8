"""Files handed in at the desk, and what is shown of them."""

import errno
import io
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from tests.department.desk.at_the_desk import desk_in, examples
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
        made.hand_in(examples(RETURNED, ACCEPTED, COVER))
        yield made


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("", ["3 filer: 1 godkendt, 1 skal rettes, 1 ingen rapport.", RETURNED, ACCEPTED, COVER]),
        # A file's findings with their cells, its goals, and how its total comes about.
        (RETURNED, ["RP-404", "Afrapportering!I", "Mål og delmål", "3. kvartal: 1 af 14 mål"]),
        (COVER, ["RP-102"]),
        ("agencies/social-og-boligstyrelsen-2024", ["Social- og Boligstyrelsen 2024", RETURNED]),
    ],
)
def test_what_the_pages_say_of_what_was_handed_in(judged, page, says):
    text = judged.get(judged.file(page) if page in (RETURNED, COVER) else page).text
    assert [words for words in says if words not in text] == []


def test_pages_show_their_own_and_lead_to_the_files(judged):
    assert (judged.office.out / "overblik.xlsx").exists()
    assert "data-going" not in judged.get("").text
    assert ACCEPTED not in judged.get("agencies/social-og-boligstyrelsen-2024").text
    assert f'{judged.file(RETURNED)}">{RETURNED}' in judged.get("overview").text
    original = judged.get(f"{judged.file(ACCEPTED)}/original")
    assert original.data == examples(ACCEPTED)[ACCEPTED]
    assert original.headers["Content-Disposition"].startswith("attachment")


def test_the_same_file_twice_is_there_once_and_another_of_its_name_beside_it(desk):
    for content in (b"en", b"en", b"to"):
        desk.hand_in({"a.xlsx": content})
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
    (desk.office.inbox / "<img src=x onerror=alert(1)>.xlsx").write_bytes(b"x")
    desk.post("round")
    entered = desk.judged()
    assert "<img" not in entered
    assert "&lt;img src=x" in entered
    assert "<img" not in desk.get("files/1").text


def test_the_same_file_from_two_pages_at_once_is_there_once(desk):
    content = b"x" * 100_000
    with ThreadPoolExecutor(8) as pages:
        for _ in range(16):
            pages.submit(
                desk.office.take_in, "a.xlsx", lambda path: path.write_bytes(content), None
            )
    (only,) = desk.office.inbox.iterdir()
    assert (only.name, only.read_bytes()) == ("a.xlsx", content)


def test_what_the_disk_refuses_is_told_and_leaves_no_half_a_file(desk):
    def refuse(path):
        path.write_bytes(b"halv")
        raise OSError(errno.ENOSPC, "afvist", str(path))

    with pytest.raises(OSError, match="afvist"):
        desk.office.take_in("a.xlsx", refuse, None)
    assert list(desk.office.inbox.iterdir()) == []
    desk.office.inbox.rmdir()
    trouble = desk.post("files", files=[(io.BytesIO(b"x"), "a.xlsx")])
    assert trouble.status_code == 409
    assert "a.xlsx.part« kan ikke bruges: filen eller mappen findes ikke." in trouble.text


def test_a_day_of_receipt_that_is_none_is_told(desk):
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
    first = examples(ACCEPTED)[ACCEPTED]
    page = desk.hand_in({"a.xlsx": first}, received="2021-01-12")
    assert "12-01-2021" in page
    desk.hand_in({"b.xlsx": zipped(parts_of(first))}, received="2021-01-14")
    assert "»a.xlsx« af 12-01-2021" in desk.get(desk.file("b.xlsx")).text
    noted = desk.post(f"{desk.file('a.xlsx')}/note", received="2021-01-13").text
    assert 'value="2021-01-13"' in noted
    assert "»a.xlsx« af 13-01-2021" in desk.get(desk.file("b.xlsx")).text


def test_a_file_that_the_desk_is_done_with_needs_no_letter_until_it_is_opened_again(desk):
    desk.hand_in(examples(COVER))
    note = f"{desk.file(COVER)}/note"
    for settled, button in (("no", "Afslut filen"), ("yes", "Åbn filen igen")):
        assert button in desk.post(note, settled=settled).text
        assert (COVER in desk.get("letters").text) is (settled == "no")
    desk.post(note, settled="no")
    assert COVER in desk.get("letters").text


def test_what_is_in_the_way_of_a_round_is_told(desk):
    (desk.office.out / "overblik.xlsx").mkdir()
    assert "overblik.xlsx" in desk.hand_in(examples(COVER))
    assert "kan ikke læses" in desk.office.round.trouble
