"""Putting the ribbon into an add-in's file."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook

from xl_addin.excel import RIBBON_PART, Made, add_ribbon, read_made

XML = '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"/>'
MADE = Made("1.2.3", r"C:\Brugere\Sørine -- x\python.exe")


@pytest.fixture
def addin(tmp_path: Path) -> Path:
    file = tmp_path / "Resultatplan.xlam"
    Workbook().save(file)
    return file


def test_the_ribbon_is_in_the_file_and_related(addin: Path) -> None:
    add_ribbon(addin, XML, MADE)
    with zipfile.ZipFile(addin) as archive:
        assert archive.testzip() is None
        ElementTree.fromstring(archive.read(RIBBON_PART))
        relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    assert [each.get("Target") for each in relations].count(RIBBON_PART) == 1


def test_the_rest_of_the_file_stays(addin: Path) -> None:
    before = set(zipfile.ZipFile(addin).namelist())
    add_ribbon(addin, XML, MADE)
    assert set(zipfile.ZipFile(addin).namelist()) == before | {RIBBON_PART}
    assert load_workbook(addin.rename(addin.with_suffix(".xlsx"))).sheetnames == ["Sheet"]


def test_adding_it_again_replaces_it(addin: Path) -> None:
    add_ribbon(addin, XML, MADE)
    add_ribbon(addin, XML, Made("2.0", "python"))
    assert read_made(addin) == Made("2.0", "python")
    assert zipfile.ZipFile(addin).namelist().count(RIBBON_PART) == 1


def test_what_made_it_is_read_back(addin: Path) -> None:
    add_ribbon(addin, XML, MADE)
    assert read_made(addin) == Made("1.2.3", r"C:\Brugere\Sørine - x\python.exe")


def test_a_file_that_says_nothing(addin: Path, tmp_path: Path) -> None:
    assert read_made(addin) is None
    assert read_made(tmp_path / "missing.xlam") is None
    (tmp_path / "text.xlam").write_text("no zip")
    assert read_made(tmp_path / "text.xlam") is None
