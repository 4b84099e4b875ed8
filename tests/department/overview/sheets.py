"""The overview read back as Excel would show it."""

import io

import openpyxl
from openpyxl.workbook import Workbook

from department.links import NO_LINKS, Links
from department.overview.workbook import write_overview
from department.standing import Desk

HEADER_ROW = 4
Row = dict[str, object]


def overview(desk: Desk, links: Links = NO_LINKS) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_overview(desk, source="ind", links=links)))


def rows(book: Workbook, name: str) -> list[Row]:
    """The rows of a sheet's table, by their headings."""
    headings, *found = book[name].iter_rows(min_row=HEADER_ROW, values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in found]
