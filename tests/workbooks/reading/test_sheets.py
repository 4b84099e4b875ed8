"""Cells as the file format has them, in small workbooks written by hand.

`tests/hostile/test_one_reading.py` has what openpyxl reads, too.
"""

import pytest
from openpyxl import Workbook

from tests.hostile.original import STRINGS, WORKBOOK, together, with_parts, with_relation
from tests.validators.damage import MAIN, saved
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import Cell, CellType

BLANK, N, T = CellType.BLANK, CellType.NUMBER, CellType.TEXT


def book_of(rows: str, *, shared: str = "") -> Book:
    """A workbook of one sheet, Ark1; `rows` is what stands in its `sheetData`."""
    book = Workbook()
    book.worksheets[0].title = "Ark1"
    written: dict[str, bytes | str] = {
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
        STRINGS: f'<sst xmlns="{MAIN}">{shared}</sst>',
    }
    strings = with_relation(WORKBOOK, 90, "sharedStrings", "sharedStrings.xml")
    return read_book(together(with_parts(written), strings)(saved(book)))


def cell_of(cell: str, *, shared: str = "") -> Cell:
    """The cell B2, read from its XML."""
    rows = f'<row r="2">{cell}</row>'
    return book_of(rows, shared=shared).sheets[0].cell(2, 2)


@pytest.mark.parametrize(
    ("cell", "kind", "value", "formula"),
    [
        ('<c r="B2" t="d"><v>2020-12-31T12:00:00Z</v></c>', N, 44196.5, None),
        ('<c r="B2" t="d"><v>T18:00:00Z</v></c>', N, 0.75, None),
        ('<c r="B2"><f>A1+1</f><v></v></c>', BLANK, None, "=A1+1"),
        ('<c r="B2" t="str"><f>A1</f><v></v></c>', T, "", "=A1"),
        ('<c r="B2" t="inlineStr"><is><r><t>J</t></r><r><t>a</t></r></is></c>', T, "Ja", None),
        ('<c r="B2" t="inlineStr"><is><t>a_x000D_\nb</t></is></c>', T, "a\nb", None),
        ('<c r="B2" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>', T, "_x000D_", None),
    ],
)
def test_a_cell(cell, kind, value, formula):
    read = cell_of(cell)
    assert (read.type, read.value, read.formula) == (kind, value, formula)


SHARED = (
    "<si><r><rPr><b/></rPr><t>1.1 Kvalitet</t></r><r><t xml:space='preserve'>\nAntal</t></r></si>"
    "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/></si>"
    "<si><t/></si>"
)


@pytest.mark.parametrize(("index", "text"), [(0, "1.1 Kvalitet\nAntal"), (1, "東京"), (2, "")])
def test_a_shared_string(index, text):
    read = cell_of(f'<c r="B2" t="s"><v>{index}</v></c>', shared=SHARED)
    assert read.text == text


def test_a_formula_that_was_filled_down_is_each_cells_own():
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$C$1</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>'
    )
    sheet = book_of(rows).sheets[0]
    assert [sheet.cell(row, 1).formula for row in (1, 2, 3)] == ["=B1+$C$1", "=B2+$C$1", "=B3+$C$1"]
    assert sheet.cell(3, 1).number == 3


def test_cells_without_positions_follow_one_another_and_others_are_blank():
    rows = (
        "<row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row><c r="C2"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    )
    sheet = book_of(rows).sheet("ARK1")
    numbers = {address: cell.number for address, cell in sheet.cells.items()}
    assert numbers == {"A1": 1, "B1": 2, "C2": 3, "D2": 4, "A3": 5}
    cell = sheet.cell(12, 9)
    assert (cell.address, cell.is_empty, cell.number, cell.text) == ("I12", True, None, None)
