"""The page that `rp batch` writes beside the overview workbook."""

import shutil

from examples.recipes import INBOX
from tests.department.page.outline import Outline

FILE = "Benchmarkingenheden_2023_helår.xlsx"


def test_it_shows_what_came_and_what_is_missing_with_file_and_cell(rp, tmp_path):
    (tmp_path / "ind").mkdir()
    shutil.copy(INBOX / FILE, tmp_path / "ind")
    ran = rp("batch", tmp_path / "ind", "--out", tmp_path / "ud", "--today", "2024-01-20")
    page = Outline((tmp_path / "ud" / "overblik.html").read_bytes())
    assert "overblik.html" in ran.out
    assert "Godkendt 66,67 pct. rettidig" in page.with_id("matrix").words
    assert "Mangler fristen var for 190 dage siden ( 14-07-2023 )" in page.with_id("matrix").words
    assert f"../ind/{FILE}" in page.all("href")
    assert "Dato 15-12-2023 J11" in page.with_id("a1-1.1.a").words
