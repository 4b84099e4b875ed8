"""The page that `rp batch` writes beside the overview workbook."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import Ran
from tests.department.page.outline import Outline

EXAMPLES = Path(__file__).parents[3] / "examples" / "indbakke"
FILE = "Benchmarkingenheden_2023_helår.xlsx"


@pytest.fixture
def page(rp: Callable[..., Ran], tmp_path: Path) -> Outline:
    inbox, out = tmp_path / "ind", tmp_path / "ud"
    inbox.mkdir()
    shutil.copy(EXAMPLES / FILE, inbox)
    ran = rp("batch", inbox, "--out", out, "--today", "2024-01-20")
    assert ran.code == 0
    assert "overblik.html" in ran.out
    return Outline((out / "overblik.html").read_bytes())


def test_shows_what_came_and_what_is_missing(page: Outline) -> None:
    words = page.with_id("matrix").words
    assert "Godkendt 66,67 pct. rettidig" in words
    assert "Mangler 190 dage over fristen 14-07-2023" in words


def test_links_to_the_received_file(page: Outline) -> None:
    assert f"../ind/{FILE}" in page.all("href")


def test_shows_a_figure_of_the_file_with_its_cell(page: Outline) -> None:
    assert "Dato 15-12-2023 J11" in page.with_id("a1-1.1.a").words
