"""The printed pages as pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.hosts.libreoffice import missing
from tests.hosts.pictures import pages
from tests.hosts.requirement import require_host

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.libreoffice
def test_a_picture_for_each_sheet_that_prints(tmp_path: Path) -> None:
    require_host(missing())
    require_host(None if shutil.which("pdftoppm") else "pdftoppm is not installed")
    workbook = Workbook()
    workbook["Sheet"]["A1"] = "Vejledning"
    workbook.create_sheet("Ærlig")["A1"] = "Mål"
    workbook.save(tmp_path / "æble.xlsx")

    pictures = pages(tmp_path / "æble.xlsx", tmp_path / "ud")

    assert [picture.name for picture in pictures] == ["æble-1.png", "æble-2.png"]
    assert all(picture.read_bytes().startswith(PNG) for picture in pictures)
