"""The authoring workbook as a file: with a plan in it, or empty for a new one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.goals import Goal
from resultatplan.plan import Plan
from texts import authoring as say
from workbooks.authoring.content import Content, content_of, new_plan
from workbooks.authoring.decision_sheet import Marked, add_decisions
from workbooks.authoring.entries import AuthoringSheet, Column, TableName
from workbooks.authoring.layout import AuthoringLayout, authoring_layout
from workbooks.authoring.sheets import fill_guide, fill_lists, fill_plan, fill_table_sheet
from workbooks.coordinates import column_letter
from workbooks.template import palette
from workbooks.template.build import LANGUAGE
from workbooks.template.xlsx_file import packed

_TABLE_OF = {
    AuthoringSheet.GOALS: TableName.GOALS,
    AuthoringSheet.CRITERIA: TableName.CRITERIA,
    AuthoringSheet.HISTORY: TableName.HISTORY,
}
_WIDE = (AuthoringSheet.GOALS, AuthoringSheet.CRITERIA)
_TABS = {AuthoringSheet.GUIDE: palette.STEEL, AuthoringSheet.HISTORY: palette.STEEL}
_A4, _A3 = 9, 8
_FOOTER_SIZE = 8
_LEAST_PRINTED_ROWS = 12


def export_workbook(plan: Plan) -> bytes:
    """The workbook with everything that the plan holds: the same plan gives the same bytes.

    Raises `CannotHoldError` for a value that no cell can hold as it is.
    """
    goals = {goal.number: goal for goal in plan.goals}
    title = say.DOCUMENT_TITLE.format(year=plan.year, institution=plan.institution)
    footer = say.PRINT_LEFT.format(institution=plan.institution, year=plan.year)
    return authored(content_of(plan), goals, (title, footer), plan.valid_from)


def empty_workbook(year: int) -> bytes:
    """A workbook to write the plan of a year in."""
    texts = (say.DOCUMENT_TITLE_NEW, say.PRINT_LEFT_NEW)
    return authored(new_plan(year), {}, texts, date(year, 1, 1))


def draft_workbook(plan: Plan, marked: Marked) -> bytes:
    """The workbook of a draft: what is to be decided is marked and listed.

    Raises `CannotHoldError` for a value that no cell can hold as it is.
    """
    goals = {goal.number: goal for goal in plan.goals}
    title = say.DOCUMENT_TITLE.format(year=plan.year, institution=plan.institution)
    footer = say.PRINT_LEFT.format(institution=plan.institution, year=plan.year)
    return authored(content_of(plan), goals, (title, footer), plan.valid_from, marked)


def authored(
    content: Content,
    goals: Mapping[str, Goal],
    texts: tuple[str, str],
    day: date,
    marked: Marked | None = None,
) -> bytes:
    """A workbook with this content; `texts` are its title and its footer, `day` its date.

    `goals` are the goals by number whose rules are known, for the preview in words; `marked` is
    what a draft leaves to decide.
    """
    layout = authoring_layout({name: len(rows) for name, rows in content.tables.items()})
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = {name: book.create_sheet(name) for name in AuthoringSheet}
    lists = fill_lists(sheets[AuthoringSheet.LISTS], layout)
    fill_guide(sheets[AuthoringSheet.GUIDE])
    fill_plan(sheets[AuthoringSheet.PLAN], layout, content, lists)
    for name, table in _TABLE_OF.items():
        fill_table_sheet(sheets[name], layout, table, content, lists, goals)
    title, footer = texts
    for name, sheet in sheets.items():
        if name is not AuthoringSheet.LISTS:
            _show(sheet, _TABS.get(name, palette.NAVY))
            _set_up_printing(sheet, footer, wide=name in _WIDE, is_table=name in _TABLE_OF)
        if name in _TABLE_OF:
            _print_rows_in_use(sheet, layout, _TABLE_OF[name])
        _protect(sheet)
    if marked is not None:
        decisions = add_decisions(book, layout, content, marked)
        _show(decisions, palette.YELLOW.ink)
        _set_up_printing(decisions, footer, wide=False, is_table=True)
        _protect(decisions)
    book.active = 1
    book.worksheets[1].sheet_view.tabSelected = True
    book.security = WorkbookProtection(lockStructure=True)
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    book.properties = _properties(title, day)
    return packed(book, ())


def _show(sheet: Worksheet, colour: str) -> None:
    view = sheet.sheet_view
    view.showGridLines = False
    view.zoomScale = view.zoomScaleNormal = 100
    view.tabSelected = False
    sheet.sheet_properties.tabColor = colour


def _set_up_printing(sheet: Worksheet, footer: str, *, wide: bool, is_table: bool) -> None:
    setup = sheet.page_setup
    setup.paperSize = _A3 if wide else _A4
    setup.orientation = "landscape" if is_table else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.5, 0.65
    margins.header = margins.footer = 0.3
    printed = HeaderFooterItem()
    for part, text in (
        (printed.left, footer.replace("&", "&&")),
        (printed.center, say.PRINT_CENTRE),
        (printed.right, say.PRINT_RIGHT),
    ):
        part.text, part.size = text, _FOOTER_SIZE
    sheet.HeaderFooter.oddFooter = printed


def _print_rows_in_use(sheet: Worksheet, layout: AuthoringLayout, name: TableName) -> None:
    """Print as many rows as are in use, however many that comes to be."""
    table = layout.tables[name]
    where, last = f"'{table.sheet}'!", column_letter(len(table.columns))
    key = next(Column(entry.name) for entry in table.columns if entry.required)
    area = f"{where}{table.area(key)}"
    least = table.header_row + _LEAST_PRINTED_ROWS
    rows = f"MAX({least},{table.header_row}+COUNTA({area}))"
    formula = f"{where}$A$1:INDEX({where}${last}:${last},{rows})"
    sheet.defined_names["_xlnm.Print_Area"] = DefinedName("_xlnm.Print_Area", attr_text=formula)


def _protect(sheet: Worksheet) -> None:
    """Without a password: protection guides, the check guards."""
    protection = sheet.protection
    protection.sheet = protection.objects = protection.scenarios = True
    protection.selectLockedCells = protection.selectUnlockedCells = False
    protection.formatRows = protection.formatColumns = False
    protection.autoFilter = False


def _properties(title: str, day: date) -> DocumentProperties:
    moment = datetime.combine(day, time())
    return DocumentProperties(
        creator=say.DOCUMENT_CREATOR,
        lastModifiedBy=say.DOCUMENT_CREATOR,
        title=title,
        language=LANGUAGE,
        created=moment,
        modified=moment,
    )
