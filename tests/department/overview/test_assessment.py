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


def test_share_maximum_and_decision_are_carried_into_the_next_overview(batch, tmp_path):
    batch()
    path = tmp_path / "ud" / "overblik.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Vurdering"]
    for column, value in ((SHARE, 0.5), (MAXIMUM, 90_000), (WORDS, "=Afventer mødet")):
        sheet.cell(5, column).value = value
        sheet.cell(5, column).data_type = "s" if isinstance(value, str) else "n"
    book.save(path)
    batch()
    row = [cell.value for cell in assessment(path)[5]]
    assert row[SHARE - 1 : MAXIMUM] == [0.5, 90_000]
    assert row[WORDS - 1] == "=Afventer mødet"


def test_an_overview_that_cannot_be_read_is_moved_aside(batch, tmp_path):
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "overblik.xlsx").write_bytes(b"noget andet")
    ran = batch()
    assert "overblik (tidligere).xlsx" in ran.err
    assert (tmp_path / "ud" / "overblik (tidligere).xlsx").read_bytes() == b"noget andet"
    assert assessment(tmp_path / "ud" / "overblik.xlsx")["A5"].value
