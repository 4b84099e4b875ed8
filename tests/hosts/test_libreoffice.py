"""The tests' LibreOffice computes what it opens; `acceptance/` proves that it types as a Dane."""

import zipfile

import pytest
from openpyxl import Workbook, load_workbook


@pytest.mark.libreoffice
def test_cached_values_are_not_taken_on_trust(calc, tmp_path):
    book, path, stale = Workbook(), tmp_path / "ark.xlsx", tmp_path / "stale.xlsx"
    book.active["B2"] = "=B1*2"
    book.save(path)
    with calc.open(path) as document:
        document.type_into("Sheet", "B1", "1250,5")
        saved = document.save_as(tmp_path / "saved.xlsx")
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(stale, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<v>2501</v>", b"<v>9</v>"))
    assert load_workbook(stale, data_only=True)["Sheet"]["B2"].value == 9
    with calc.open(stale) as opened:
        assert opened.value("Sheet", "B2") == 2501.0
