"""LibreOffice does what a Dane at the keyboard sees it do."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Protection

from tests.hosts.libreoffice import Document, LockedCellError

pytestmark = pytest.mark.libreoffice

SHEET = "Målinger"


@pytest.fixture
def path(tmp_path) -> Path:
    """A protected sheet with input cells and a formula."""
    workbook = Workbook()
    sheet = workbook["Sheet"]
    sheet.title = SHEET
    sheet["A1"].number_format = "0.0%"
    sheet["A2"].number_format = "dd-mm-yyyy"
    sheet["B2"] = "=B1*2"
    for address in ("A1", "A2", "B1"):
        sheet[address].protection = Protection(locked=False)
    sheet.protection.enable()
    workbook.save(tmp_path / "målinger.xlsx")
    return tmp_path / "målinger.xlsx"


@pytest.fixture
def document(calc, path) -> Iterator[Document]:
    with calc.open(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("address", "typed", "arrives"),
    [
        ("B1", "82,5%", 0.825),
        ("B1", "1250,5", 1250.5),
        ("B1", "31-12-2020", 44196.0),
        ("B1", "SAND", True),
        ("B1", "1250.5", "1250.5"),
        ("B1", "31.12.2020", "31.12.2020"),
        ("B1", "=SUM(2;3)", 5.0),
        ("B1", "", None),
        # A percent cell adds the sign itself, a date cell takes dates in words.
        ("A1", "82", 0.82),
        ("A2", "31. dec. 2020", 44196.0),
    ],
)
def test_what_a_dane_types_arrives(document, address, typed, arrives):
    document.type_into(SHEET, address, typed)
    value = document.value(SHEET, address)
    assert (type(value), value) == (type(arrives), arrives)


def test_cached_values_are_not_taken_on_trust(calc, document, tmp_path):
    document.type_into(SHEET, "B1", "1250,5")
    saved = document.save_as(tmp_path / "saved.xlsx")
    stale = tmp_path / "stale.xlsx"
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(stale, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<v>2501</v>", b"<v>9</v>"))
    assert load_workbook(stale, data_only=True)[SHEET]["B2"].value == 9
    with calc.open(stale) as opened:
        assert opened.value(SHEET, "B2") == 2501.0


def test_a_locked_cell_refuses_and_nothing_else_is_written(document):
    with pytest.raises(LockedCellError, match=f"{SHEET}!B2"):
        document.type_cells(SHEET, {"B1": "1", "B2": "1"})
    with pytest.raises(LockedCellError, match=f"{SHEET}!B2"):
        document.write_text(SHEET, "B2", "1")
    document.type_into(SHEET, "B1", "2")
    assert document.value(SHEET, "B2") == 4.0
