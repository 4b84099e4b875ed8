"""What the department typed on Vurdering stays when the overview is written anew."""

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from examples.recipes import INBOX
from tests.command import Ran

FILE = "RSU_resultatplan_2018_årsafrapportering.xlsx"
SHARE, MAXIMUM, WORDS = 10, 11, 13


@pytest.fixture
def batch(rp, tmp_path) -> Callable[[], Ran]:
    inbox = tmp_path / "ind"
    inbox.mkdir()
    shutil.copy(INBOX / FILE, inbox)
    return lambda: rp("batch", inbox, "--out", tmp_path / "ud")


def assessment(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path)["Vurdering"]


def typed_in(path: Path, *cells: tuple[int, object]) -> None:
    """Type in the first row; a text that begins with = is no formula."""
    book = openpyxl.load_workbook(path)
    for column, value in cells:
        cell = book["Vurdering"].cell(5, column)
        cell.value, cell.data_type = value, "s" if isinstance(value, str) else "n"
    book.save(path)


def test_what_was_decided_is_carried_along_as_text_too_or_set_aside_with_its_agency(
    batch, tmp_path
):
    path = tmp_path / "ud" / "overblik.xlsx"
    batch()
    assert assessment(path).cell(5, SHARE).value == pytest.approx(1 / 3), "as the plan states"
    for *typed, kept in (
        (0.5, 90_000, "=Afventer mødet", [0.5, 90_000, "=Afventer mødet"]),
        ("25 pct.", "1.234,50", 7, [0.25, 1234.5, "7"]),
        ("0,5", "90.000 kr.", 7, [0.5, 90_000, "7"]),
        ("25", "ca. 90.000", 7, ["25", "ca. 90.000", "7"]),
    ):
        typed_in(path, *zip((SHARE, MAXIMUM, WORDS), typed, strict=True))
        batch()
        row = assessment(path)[5]
        assert [row[at - 1].value for at in (SHARE, MAXIMUM, WORDS)] == kept
    typed_in(path, (1, "Statens Andet"), (WORDS, "Udsat"))
    aside = tmp_path / "ud" / "overblik (tidligere).xlsx"
    assert str(aside) in batch().err
    assert assessment(aside).cell(5, WORDS).value == "Udsat"


def test_an_overview_that_may_not_be_read_is_not_written_over(batch, tmp_path):
    real = tmp_path / "et andet sted.xlsx"
    real.write_bytes(b"overblik")
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "overblik.xlsx").symlink_to(real)
    ran = batch()
    assert ran.code != 0
    assert "må ikke gå tabt" in ran.err
    assert (tmp_path / "ud" / "overblik.xlsx").is_symlink()


def test_an_overview_that_cannot_be_read_is_moved_aside(batch, tmp_path):
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "overblik.xlsx").write_bytes(b"noget andet")
    ran = batch()
    assert "overblik (tidligere).xlsx" in ran.err
    assert (tmp_path / "ud" / "overblik (tidligere).xlsx").read_bytes() == b"noget andet"
    assert assessment(tmp_path / "ud" / "overblik.xlsx")["A5"].value
    (tmp_path / "ud" / "overblik.xlsx").write_bytes(b"igen")
    batch()
    assert (tmp_path / "ud" / "overblik (tidligere) (2).xlsx").read_bytes() == b"igen"
