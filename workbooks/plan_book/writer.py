"""The plan's workbook as a file: with a plan in it, a draft to decide about, or empty."""

from __future__ import annotations

from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.plan import Plan
from resultatplan.rollover import Rollover
from texts import authoring as say
from workbooks.coordinates import column_letter
from workbooks.plan_book.decision_list import add_decisions
from workbooks.plan_book.fields import (
    CRITERION_SHEET,
    GOAL_SHEET,
    GUIDE_SHEET,
    HISTORY_SHEET,
    LISTS_SHEET,
    PLAN_SHEET,
    SHEETS,
    Placed,
    plan_layout,
)
from workbooks.plan_book.plan_rows import Content, content_of, new_content
from workbooks.plan_book.plan_sheets import fill_guide, fill_lists, fill_plan, fill_table_sheet
from workbooks.template import palette
from workbooks.template.build import LANGUAGE
from workbooks.template.print_layout import set_up_page
from workbooks.template.sheet import protect, show
from workbooks.template.xlsx_file import packed

_PARTS = {GOAL_SHEET: "goals", CRITERION_SHEET: "criteria", HISTORY_SHEET: "history"}
"""The sheets of one table."""
_WIDE = (GOAL_SHEET, CRITERION_SHEET)
_TABS = {GUIDE_SHEET: palette.STEEL, HISTORY_SHEET: palette.STEEL}
_LEAST_PRINTED_ROWS = 12


def plan_workbook(plan: Plan, draft: Rollover | None = None) -> bytes:
    """The workbook with everything that the plan holds: the same plan gives the same bytes.

    What the `draft` leaves to decide is marked at its cells, and listed. Raises
    `CannotHoldError` for a value that no cell can hold as it is.
    """
    title = say.DOCUMENT_TITLE.format(year=plan.year, institution=plan.institution)
    footer = say.PRINT_LEFT.format(institution=plan.institution, year=plan.year)
    return _workbook(content_of(plan), (title, footer), plan.valid_from, draft)


def empty_workbook(year: int) -> bytes:
    """A workbook to write the plan of a year in."""
    words = (say.DOCUMENT_TITLE_NEW, say.PRINT_LEFT_NEW)
    return _workbook(new_content(year), words, date(year, 1, 1), None)


def _workbook(
    content: Content,
    words: tuple[str, str],
    day: date,
    draft: Rollover | None,
) -> bytes:
    """A workbook with this content; `words` are its title and its footer, `day` its date."""
    layout = plan_layout({part: len(rows) for part, rows in content.tables.items()})
    title, footer = words
    footers = footer, say.PRINT_CENTRE, say.PRINT_RIGHT
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = {name: book.create_sheet(name) for name in SHEETS}
    lists = fill_lists(sheets[LISTS_SHEET], layout)
    fill_guide(sheets[GUIDE_SHEET])
    fill_plan(sheets[PLAN_SHEET], layout, content, lists)
    for name, part in _PARTS.items():
        fill_table_sheet(sheets[name], layout, part, content, lists)
    for name, sheet in sheets.items():
        if name != LISTS_SHEET:
            show(sheet, _TABS.get(name, palette.NAVY))
            set_up_page(sheet, footers, a3=name in _WIDE, landscape=name in _PARTS)
        if name in _PARTS:
            _print_rows_in_use(sheet, layout.tables[_PARTS[name]])
        protect(sheet)
    if draft is not None:
        decisions = add_decisions(book, layout, content, draft)
        show(decisions, palette.YELLOW.ink)
        set_up_page(decisions, footers, a3=False, landscape=True)
        protect(decisions)
    book.active = 1
    book.worksheets[1].sheet_view.tabSelected = True
    book.security = WorkbookProtection(lockStructure=True)
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    moment = datetime.combine(day, time())
    book.properties = DocumentProperties(
        creator=say.DOCUMENT_CREATOR,
        lastModifiedBy=say.DOCUMENT_CREATOR,
        title=title,
        language=LANGUAGE,
        created=moment,
        modified=moment,
    )
    return packed(book, ())


def _print_rows_in_use(sheet: Worksheet, placed: Placed) -> None:
    """Print as many rows as are in use, however many that comes to be."""
    where, last = f"'{placed.sheet}'!", column_letter(len(placed.table.columns))
    key = next(field.name for field in placed.table.columns if field.required)
    least = placed.header_row + _LEAST_PRINTED_ROWS
    rows = f"MAX({least},{placed.header_row}+COUNTA({where}{placed.data_range(key)}))"
    formula = f"{where}$A$1:INDEX({where}${last}:${last},{rows})"
    sheet.defined_names["_xlnm.Print_Area"] = DefinedName("_xlnm.Print_Area", attr_text=formula)
