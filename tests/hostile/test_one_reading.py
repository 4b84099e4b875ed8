"""Our reader and openpyxl read the same cells out of every good workbook there is.

LibreOffice saved those in the inbox.

The differences allowed, and why:

- openpyxl turns numbers with a date format into dates: they are turned back.
- openpyxl gives None for a formula that was never calculated, and for one whose result is a text
  of no characters.
"""

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zipfile import is_zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.datetime import to_excel

from examples.recipes import INBOX
from tests.hostile.kinds import VARIANTS
from tests.hostile.original import original
from tests.validators.damage import opened, saved
from workbooks.reading.book import read_book
from workbooks.reading.cells import CellType

Plain = float | str | bool | None
VALUES = (
    st.integers(-(10**9), 10**9)
    | st.floats(-1e9, 1e9)
    | st.booleans()
    | st.dates(date(1901, 1, 1), date(2100, 12, 31))
    | st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=20).filter(
        lambda text: not ILLEGAL_CHARACTERS_RE.search(text) and "_x" not in text
    )
)
"""Texts that begin with `=` are formulas to openpyxl."""


TO_COMPARE = {
    "xml/prefixes_on_every_element",
    "xml/utf_16",
    "xml/characters_by_number",
    "formulas/a_shared_formula",
    "formulas/a_formula_with_its_value",
    "dates/the_dates_of_1904",
    "dates/a_date_in_iso",
    "containers/texts_as_openpyxl_has_them",
}
SAVED = sorted(filter(is_zipfile, INBOX.glob("*.xlsx")))
MADE: dict[str, Callable[[], bytes]] = {
    "saved by openpyxl": lambda: saved(opened(original())),
    **{str(each): each.make for each in VARIANTS if str(each) in TO_COMPARE},
    **{path.stem: path.read_bytes for path in SAVED[::2]},
}


@pytest.mark.parametrize("name", MADE)
def test_both_read_the_same(name):
    _agrees_with_openpyxl(MADE[name]())


@given(st.dictionaries(st.tuples(st.integers(1, 40), st.integers(1, 30)), VALUES, max_size=15))
def test_openpyxl_reads_the_same_from_whatever_it_wrote(values):
    book = openpyxl.Workbook()
    for (row, column), value in values.items():
        book.worksheets[0].cell(row, column, value)

    _agrees_with_openpyxl(saved(book))


def _agrees_with_openpyxl(data: bytes) -> None:
    book = read_book(data)
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    formulas = opened(data)
    assert [sheet.name for sheet in book.sheets] == values.sheetnames
    for sheet in book.sheets:
        ours = {
            address: cell.value
            for address, cell in sheet.cells.items()
            if cell.type is not CellType.BLANK and cell.value != ""
        }
        theirs = {
            cell.coordinate: _number(cell.value, values.epoch)
            for row in values[sheet.name].iter_rows()
            for cell in row
            if cell.value is not None
        }
        assert ours == theirs
        assert {a: cell.formula for a, cell in sheet.cells.items() if cell.formula is not None} == {
            cell.coordinate: str(getattr(cell.value, "text", cell.value))
            for row in formulas[sheet.name].iter_rows()
            for cell in row
            if cell.data_type == "f"
        }
        assert sheet.state == values[sheet.name].sheet_state
        assert {table.name: table.ref for table in sheet.tables} == {
            table.displayName: table.ref for table in formulas[sheet.name].tables.values()
        }


def _number(value: object, epoch: datetime) -> Plain:
    """A value as our reader has it: a date as its serial number."""
    if isinstance(value, bool | str) or value is None:
        return value
    if isinstance(value, int | float):
        return float(value)
    assert isinstance(value, date | time | timedelta)
    return float(to_excel(value, epoch))
