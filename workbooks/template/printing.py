"""How a sheet is printed: paper, scale, margins, repeated headings, breaks and footers."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break, RowBreak
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.plan import Plan
from texts import workbook as say
from workbooks.blueprint.cells import SheetSpec
from workbooks.form import TableLayout
from workbooks.template.chart_grid import Grid, chart_columns
from workbooks.template.paging import BOTTOM_MARGIN, SIDE_MARGIN, TOP_MARGIN, Page

_A4, _A3 = 9, 8
_FOOTER_MARGIN = 0.3
_FOOTER_SIZE = 8


def set_up_printing(sheet: Worksheet, spec: SheetSpec, plan: Plan, breaks: Iterable[int]) -> None:
    """Paper, margins, headings, breaks and footers; the sheet is fitted to one page's width."""
    setup = sheet.page_setup
    setup.paperSize = _A3 if spec.paper_a3 else _A4
    setup.orientation = "landscape" if spec.landscape else "portrait"
    setup.fitToWidth = 1
    setup.fitToHeight = 1 if spec.one_page else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = SIDE_MARGIN
    margins.top, margins.bottom = TOP_MARGIN, BOTTOM_MARGIN
    margins.header = margins.footer = _FOOTER_MARGIN
    sheet.print_options.horizontalCentered = True
    if spec.repeat_rows is not None:
        sheet.print_title_rows = spec.repeat_rows
    sheet.row_breaks = RowBreak(brk=[Break(id=row) for row in breaks])
    _footers(sheet, plan)


def print_charts_after(sheet: Worksheet, table: TableLayout, grid: Grid, page: Page) -> None:
    """Print the table first, then the charts beside it on pages of their own.

    The scale is given, since Excel heeds the breaks between rows for certain only then.
    """
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
    sheet.page_setup.scale = page.scale
    last_of_table = table.letter(table.columns[-1])
    charts = [letter for letter, _ in chart_columns(table)][1:]
    sheet.print_area = (
        f"A1:{last_of_table}{table.last_row},"
        f"{charts[0]}{table.first_row}:{charts[-1]}{grid.last_row}"
    )


def _footers(sheet: Worksheet, plan: Plan) -> None:
    institution = plan.institution.replace("&", "&&")
    footer = HeaderFooterItem()
    for part, text in (
        (footer.left, say.PRINT_LEFT.format(institution=institution, year=plan.year)),
        (footer.center, say.PRINT_CENTRE.format(version=plan.version)),
        (footer.right, say.PRINT_RIGHT),
    ):
        part.text = text
        part.size = _FOOTER_SIZE
    sheet.HeaderFooter.oddFooter = footer
