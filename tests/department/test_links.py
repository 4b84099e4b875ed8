"""Links lead to the received file beside the overview, or there is none."""

from dataclasses import replace

import pytest

from department.links import Links, either, in_inbox
from department.record import Summary
from tests.department.desks import sent

NAME = "rapport 1.xlsx"
REPORT = "../ind%20bakke/rapport%201.xlsx"
DATA = b"12345"


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "ind bakke"
    folder.mkdir()
    (folder / NAME).write_bytes(DATA)
    return folder


def received(name: str = NAME) -> Summary:
    return replace(sent(name), size=len(DATA))


@pytest.mark.parametrize(
    ("name", "place", "address"),
    [
        (NAME, (), REPORT),
        (NAME, ("Målopfyldelse", "E12"), f"{REPORT}#'Målopfyldelse'!E12"),
        ("50% #2 [ny].xlsx", (), "../ind%20bakke/50%25%20%232%20%5bny%5d.xlsx"),
        # A place that is none leads to the file alone.
        *((NAME, place, REPORT) for place in (("Ark'!A1", "A1"), ("http://x", "A1"))),
        *((NAME, place, REPORT) for place in (("Ark", "A1:B2"), ("Ark", "=A1"))),
        # A name that could lead elsewhere, or what is no workbook, has no link.
        *((name, (), None) for name in ("..\\..\\hemmeligt.xlsx", "\\\\server\\del.xlsx")),
        *((name, (), None) for name in ("http:x.xlsx", "C:x.xlsx", "vendt\u202excod.xlsx")),
        *((name, (), None) for name in ("klokke\x07.xlsx", "a\ufffdb.xlsx")),
        *((name, (), None) for name in ("program.exe", "~$rapport 1.xlsx")),
    ],
)
def test_a_link_is_relative_to_the_overview_and_names_the_cell(inbox, name, place, address):
    (inbox / name).write_bytes(DATA)
    assert Links(inbox.parent / "ud", in_inbox(inbox)).to(received(name), *place) == address


def test_a_link_out_of_the_inbox_what_is_unsafe_or_another_file_is_not_linked_to(inbox):
    (inbox / "genvej.xlsx").symlink_to(inbox / NAME)
    links = Links(inbox, in_inbox(inbox))
    assert links.to(received()) == "./rapport%201.xlsx"
    others = (received("genvej.xlsx"), received("borte.xlsx"), replace(received(), size=6))
    assert [links.to(each) for each in (*others, replace(received(), unsafe=True))] == [None] * 4


def test_a_file_that_left_the_inbox_is_found_among_the_originals(inbox):
    original = inbox.parent / "ud" / "register" / "ab.xlsx"
    links = Links(inbox.parent / "ud", either(in_inbox(inbox), lambda _: original))
    assert links.to(received("borte.xlsx")) == "./register/ab.xlsx"
    assert links.to(received()) == REPORT
