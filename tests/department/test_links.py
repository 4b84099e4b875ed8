"""Links lead to the received file beside the overview, or there is none."""

from dataclasses import replace
from pathlib import Path

import pytest

from department.links import Links, address_of, either, in_inbox
from department.record import Summary
from tests.department.desks import RECEIVED


@pytest.fixture
def inbox(tmp_path) -> Path:
    folder = tmp_path / "ind bakke"
    folder.mkdir()
    (folder / "rapport 1.xlsx").write_bytes(b"12345")
    return folder


def received(name: str = "rapport 1.xlsx", size: int = 5) -> Summary:
    return Summary(name, "ab" * 32, size, RECEIVED, accepted=True, errors=0, warnings=0, infos=0)


def test_a_link_is_relative_to_the_overview_and_names_the_cell(inbox):
    links = Links(inbox.parent / "ud", in_inbox(inbox))

    (inbox / "50% #2 [ny].xlsx").write_bytes(b"12345")
    assert links.to(received()) == "../ind%20bakke/rapport%201.xlsx"
    assert links.to(received("50% #2 [ny].xlsx")) == "../ind%20bakke/50%25%20%232%20%5bny%5d.xlsx"
    assert links.to(received(), "Målopfyldelse", "E12") == (
        "../ind%20bakke/rapport%201.xlsx#'Målopfyldelse'!E12"
    )


@pytest.mark.parametrize(
    ("sheet", "cell"), [("Ark'!A1", "A1"), ("http://x", "A1"), ("Ark", "A1:B2"), ("Ark", "=A1")]
)
def test_a_place_that_is_none_leads_to_the_file_alone(inbox, sheet, cell):
    links = Links(inbox, in_inbox(inbox))

    assert links.to(received(), sheet, cell) == "./rapport%201.xlsx"


@pytest.mark.parametrize(
    "name",
    [
        "..\\..\\hemmeligt.xlsx",
        "\\\\server\\del.xlsx",
        "http:x.xlsx",
        "C:x.xlsx",
        "vendt\u202excod.xlsx",
        "klokke\x07.xlsx",
        "a\ufffdb.xlsx",
    ],
)
def test_a_name_that_could_lead_elsewhere_has_no_link(inbox, name):
    (inbox / name).write_bytes(b"12345")

    assert Links(inbox, in_inbox(inbox)).to(received(name)) is None
    assert address_of(inbox / name, inbox) is None


def test_what_is_no_workbook_or_another_file_or_a_symbolic_link_has_no_link(inbox):
    for name in ("program.exe", "~$rapport 1.xlsx"):
        (inbox / name).write_bytes(b"12345")
    (inbox / "genvej.xlsx").symlink_to(inbox / "rapport 1.xlsx")
    links = Links(inbox, in_inbox(inbox))

    for name in ("program.exe", "~$rapport 1.xlsx", "genvej.xlsx", "borte.xlsx"):
        assert links.to(received(name)) is None
    assert links.to(replace(received(), size=6, digest="cd" * 32)) is None


def test_a_file_judged_unsafe_has_no_link(inbox):
    links = Links(inbox, either(in_inbox(inbox), lambda _: inbox / "rapport 1.xlsx"))

    assert links.to(replace(received(), unsafe=True), "Ark", "A1") is None


def test_a_file_that_left_the_inbox_is_found_among_the_originals(inbox):
    original = inbox.parent / "ud" / "register" / f"{'ab' * 32}.xlsx"
    find = either(in_inbox(inbox), lambda _: original)

    links = Links(inbox.parent / "ud", find)

    assert links.to(received("borte.xlsx")) == f"./register/{'ab' * 32}.xlsx"
    assert links.to(received()) == "../ind%20bakke/rapport%201.xlsx"
