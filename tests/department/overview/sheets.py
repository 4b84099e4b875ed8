"""The overview read back as Excel would show it."""

import io
from functools import cache

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from department.links import NO_LINKS, Links
from department.overview.assessment import ASSESSMENT
from department.overview.workbook import write_overview
from department.standing import Desk
from workbooks.coordinates import column_letter

HEADER_ROW = 4
Row = dict[str, object]


def overview(desk: Desk, links: Links = NO_LINKS) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_overview(desk, source="ind", links=links)))


def rows(book: Workbook, name: str) -> list[Row]:
    """The rows of a sheet's table, by their headings."""
    sheet: Worksheet = book[name]
    headings, *found = sheet.iter_rows(min_row=HEADER_ROW, values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in found]


@cache
def letter_of(column: str) -> str:
    """The letter of a column of *Vurdering*."""
    headings = [each.heading("da") for each in ASSESSMENT.columns]
    return column_letter(headings.index(column) + 1)
