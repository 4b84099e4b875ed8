"""The add-in's file: made by Excel, then given its ribbon."""

import zipfile
from pathlib import Path
from unittest.mock import MagicMock
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook

from xl_addin import vba
from xl_addin.excel import RIBBON_PART, Made, add_ribbon, fill, read_made, write_sources

XML = '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"/>'
MADE = Made("1.2.3", r"C:\Brugere\Sørine -- x\python.exe")


@pytest.fixture
def addin(tmp_path) -> Path:
    file = tmp_path / "Resultatplan.xlam"
    Workbook().save(file)
    return file


def test_the_ribbon_is_in_the_file_and_related_and_the_rest_stays(addin):
    before = set(zipfile.ZipFile(addin).namelist())
    add_ribbon(addin, XML, MADE)
    with zipfile.ZipFile(addin) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == before | {RIBBON_PART}
        ElementTree.fromstring(archive.read(RIBBON_PART))
        relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    assert [each.get("Target") for each in relations].count(RIBBON_PART) == 1
    assert load_workbook(addin.rename(addin.with_suffix(".xlsx"))).sheetnames == ["Sheet"]


def test_what_made_it_is_read_back_and_replaced(addin):
    add_ribbon(addin, XML, MADE)
    assert read_made(addin) == Made("1.2.3", r"C:\Brugere\Sørine - x\python.exe")
    add_ribbon(addin, XML, Made("2.0", "python"))
    assert read_made(addin) == Made("2.0", "python")
    assert zipfile.ZipFile(addin).namelist().count(RIBBON_PART) == 1


def test_a_file_that_says_nothing(addin, tmp_path):
    (tmp_path / "text.xlam").write_text("no zip")
    for file in (addin, tmp_path / "missing.xlam", tmp_path / "text.xlam"):
        assert read_made(file) is None


@pytest.mark.parametrize("department", [False, True])
def test_excel_is_asked_for_modules_help_and_an_addin(department, tmp_path):
    write_sources(tmp_path, vba.Python("python.exe", ".", "0"), department=department)
    excel = MagicMock()
    book = excel.Workbooks.Add.return_value
    book.Name, book.CodeName = "Mappe1", "Denne_projektmappe"
    fill(excel, tmp_path, tmp_path / "Resultatplan.xlam")
    imported = [Path(call.args[0]).stem for call in book.VBProject.VBComponents.Import.mock_calls]
    assert set(imported) == {vba.SHARED, vba.EXCEL, vba.CHECK, *([vba.INBOX] if department else [])}
    book.VBProject.VBComponents.assert_called_once_with("Denne_projektmappe")
    excel.Run.assert_called_once_with("'Mappe1'!RPRegister")
    assert book.IsAddin is True
    book.SaveAs.assert_called_once_with(str(tmp_path / "Resultatplan.xlam"), 55)
