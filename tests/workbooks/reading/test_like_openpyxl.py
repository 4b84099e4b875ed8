"""Whatever openpyxl writes is read cell for cell as openpyxl reads it."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from resultatplan.library import built_in_plans, plan_by_id
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import Cell, CellType, date_to_serial
from workbooks.template.build import build_template

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=20).filter(
    lambda text: not ILLEGAL_CHARACTERS_RE.search(text) and "_x" not in text and text[:1] != "="
)
VALUES = (
    st.integers(-(10**9), 10**9)
    | st.floats(-1e9, 1e9)
    | st.booleans()
    | st.dates(date(1901, 1, 1), date(2100, 12, 31))
    | TEXTS
)
Value = int | float | bool | date | str
CELLS: st.SearchStrategy[dict[tuple[int, int], Value]] = st.dictionaries(
    st.tuples(st.integers(1, 40), st.integers(1, 30)), VALUES, min_size=1, max_size=15
)


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def plain(value: object) -> object:
    """A value as a cell stores it."""
    if isinstance(value, datetime):
        return float(date_to_serial(value))
    if isinstance(value, date):
        return float(date_to_serial(value))
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    return float(value)


def formulas_and_values(data: bytes) -> dict[tuple[str, str], object]:
    """What openpyxl reads: formulas with their `=`, and values; no blank texts."""
    book = load_workbook(io.BytesIO(data))
    return {
        (sheet.title, cell.coordinate): plain(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def as_read(book: Book) -> dict[tuple[str, str], object]:
    return {
        (sheet.name, address): shown(cell)
        for sheet in book.sheets
        for address, cell in sheet.cells.items()
    }


def shown(cell: Cell) -> object:
    return cell.value if cell.formula is None else cell.formula


def in_15_digits(cells: dict[tuple[str, str], object]) -> dict[tuple[str, str], object]:
    """Numbers as a spreadsheet keeps them: openpyxl writes 16 digits of them."""
    return {
        at: f"{value:.15g}" if isinstance(value, float) else value for at, value in cells.items()
    }


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(CELLS)
def test_values_of_every_type(values: dict[tuple[int, int], Value]) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for (row, column), value in values.items():
        sheet.cell(row, column, value)
    data = saved(book)
    assert as_read(read_book(data)) == formulas_and_values(data)


def test_formulas_and_errors() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["A3"] = "=B1+1", "#N/A", '=IF(B1="Ja",1,0)'
    data = saved(book)
    read = read_book(data).sheets[0]
    assert as_read(read_book(data)) == formulas_and_values(data)
    assert read.cell(2, 1).type is CellType.ERROR
    assert (read.cell(1, 1).type, read.cell(1, 1).formula) == (CellType.BLANK, "=B1+1")


@pytest.mark.parametrize("plan_id", [plan.id for plan in built_in_plans()])
def test_a_template_and_what_openpyxl_makes_of_it(plan_id: str) -> None:
    plan = plan_by_id(plan_id)
    assert plan is not None
    template = build_template(plan)
    saved_again = saved(load_workbook(io.BytesIO(template)))
    ours = as_read(read_book(template))
    assert ours == formulas_and_values(template)
    assert in_15_digits(ours) == in_15_digits(as_read(read_book(saved_again)))


def test_sheets_and_tables() -> None:
    plan = built_in_plans()[0]
    data = build_template(plan)
    book, other = read_book(data), load_workbook(io.BytesIO(data))
    assert [(sheet.name, sheet.state) for sheet in book.sheets] == [
        (sheet.title, sheet.sheet_state) for sheet in other.worksheets
    ]
    for ours, theirs in zip(book.sheets, other.worksheets, strict=True):
        expected = {table.displayName: table.ref for table in theirs.tables.values()}
        assert {table.name: table.ref for table in ours.tables} == expected
