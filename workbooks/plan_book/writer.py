"""The plan's workbook as a file: with a plan in it, a draft to decide about, or empty."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
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
from workbooks.blueprint.prose import height_of
from workbooks.blueprint.specs import Look
from workbooks.coordinates import column_letter
from workbooks.plan_book.decision_list import add_decisions
from workbooks.plan_book.fields import (
    CHOICES,
    CRITERION_SHEET,
    FIELDS,
    FORM_VERSION,
    GOAL_SHEET,
    GUIDE_SHEET,
    HISTORY_SHEET,
    LISTS_SHEET,
    PLAN_SHEET,
    PLAN_WIDTHS,
    SECTIONS,
    SHEETS,
    TABLES,
    VALUE_COLUMN,
    Field,
    Placed,
    PlanLayout,
    Type,
    plan_layout,
)
from workbooks.plan_book.looks import (
    LEAST_HEIGHT,
    add_validation,
    begin,
    colour_kinds,
    colour_required,
    colour_weights,
    input_look,
    number_format,
    row_height,
    write_value,
)
from workbooks.plan_book.plan_rows import Content, content_of, new_content
from workbooks.plan_book.previews import formula_of
from workbooks.template import palette
from workbooks.template.build import LANGUAGE
from workbooks.template.print_layout import set_up_page
from workbooks.template.sheet import add_table, protect, show
from workbooks.template.styles import dress
from workbooks.template.xlsx_file import packed

_PARTS = {GOAL_SHEET: "goals", CRITERION_SHEET: "criteria", HISTORY_SHEET: "history"}
"""The sheets of one table."""
_WIDE = (GOAL_SHEET, CRITERION_SHEET)
_TABS = {GUIDE_SHEET: palette.STEEL, HISTORY_SHEET: palette.STEEL}
_LEAST_PRINTED_ROWS = 12
_HEADER_HEIGHT, _LOW_HEADER_HEIGHT = 45.0, 24.0
_SHARE_FORMAT = "0.00 %"
_FILTERED = ("criteria", "history")
_FROZEN = {"goals": "D5", "criteria": "C5", "history": "C5"}
_FIRST_HELP, _LAST_HELP = "C", "F"
_GUIDE_WIDTHS = (30.0, 100.0)

Lists = Mapping[str, str]
"""Where each drop-down finds its choices, by the name of the list: a range of another sheet."""


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


def _workbook(content: Content, words: tuple[str, str], day: date, draft: Rollover | None) -> bytes:
    """A workbook with this content; `words` are its title and its footer, `day` its date."""
    layout = plan_layout({part: len(rows) for part, rows in content.tables.items()})
    title, footer = words
    footers = footer, say.PRINT_CENTRE, say.PRINT_RIGHT
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = {name: book.create_sheet(name) for name in SHEETS}
    lists = _fill_lists(sheets[LISTS_SHEET], layout)
    _fill_guide(sheets[GUIDE_SHEET])
    _fill_plan(sheets[PLAN_SHEET], layout, content, lists)
    for name, part in _PARTS.items():
        _fill_table_sheet(sheets[name], layout, part, content, lists)
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


def _fill_guide(sheet: Worksheet) -> None:
    """How to write a plan."""
    begin(sheet, *say.SHEET_WORDS[sheet.title], _GUIDE_WIDTHS)
    row = 4
    for heading, lines in say.GUIDE.items():
        for letter in "AB":
            dress(sheet[f"{letter}{row}"], Look.HEADING)
        sheet[f"A{row}"].value = heading
        sheet.row_dimensions[row].height = 24
        for term, meaning in lines:
            row += 1
            for letter, words, look in (("A", term, Look.TERM), ("B", meaning, Look.BODY)):
                write_value(sheet[f"{letter}{row}"], words)
                dress(sheet[f"{letter}{row}"], look)
            sheet.row_dimensions[row].height = row_height(height_of(meaning, _GUIDE_WIDTHS[1]))
        row += 2


def _fill_lists(sheet: Worksheet, layout: PlanLayout) -> Lists:
    """The very hidden sheet behind the drop-downs; where each list stands."""
    sections = layout.tables["sections"]
    ranges = {SECTIONS: f"'{sections.table.sheet}'!{sections.data_range('title')}"}
    lists = {name: choices for name, choices in CHOICES.items() if choices}
    for number, (name, choices) in enumerate(lists.items(), start=1):
        letter = column_letter(number)
        for row, word in enumerate((name, *choices), start=1):
            write_value(sheet[f"{letter}{row}"], word)
        ranges[name] = f"'{LISTS_SHEET}'!${letter}$2:${letter}${1 + len(choices)}"
    write_value(sheet[f"{column_letter(len(lists) + 2)}1"], FORM_VERSION)
    sheet.sheet_state = "veryHidden"
    return ranges


def _fill_plan(sheet: Worksheet, layout: PlanLayout, content: Content, lists: Lists) -> None:
    """The sheet Plan: the fields, and below them the short tables."""
    begin(sheet, *say.SHEET_WORDS[sheet.title], PLAN_WIDTHS)
    leads = {table.title: table.lead for table in TABLES}
    for title, row in layout.heading_rows.items():
        for letter in "ABCDEF":
            dress(sheet[f"{letter}{row}"], Look.HEADING)
        sheet[f"A{row}"].value = title
        if title in leads:
            sheet[f"{VALUE_COLUMN}{row}"].value = leads[title]
            dress(sheet[f"{VALUE_COLUMN}{row}"], Look.SUBTITLE)
        sheet.row_dimensions[row].height = 21
    for field in FIELDS:
        _fill_field(sheet, layout.field_rows[field.name], field, content, lists)
    for placed in layout.tables.values():
        if placed.sheet == PLAN_SHEET:
            _fill_table(sheet, layout, placed, content, lists)


def _fill_table_sheet(
    sheet: Worksheet, layout: PlanLayout, part: str, content: Content, lists: Lists
) -> None:
    """A sheet of one table."""
    placed = layout.tables[part]
    widths = tuple(field.width for field in placed.table.columns)
    begin(sheet, *say.SHEET_WORDS[sheet.title], widths)
    _fill_table(sheet, layout, placed, content, lists)
    sheet.freeze_panes = _FROZEN[part]
    sheet.print_title_rows = f"{placed.header_row}:{placed.header_row}"
    if part == "criteria":
        colour_kinds(sheet, placed)
    if part == "goals":
        colour_weights(sheet, layout)
    colour_required(sheet, placed)


def _fill_field(sheet: Worksheet, row: int, field: Field, content: Content, lists: Lists) -> None:
    value = content.fields.get(field.name)
    label, cell = sheet[f"A{row}"], sheet[f"{VALUE_COLUMN}{row}"]
    label.value = field.shown_heading
    dress(label, Look.FIELD)
    write_value(cell, value)
    dress(cell, Look.INPUT_LINE, number_format(field.type))
    sheet.merge_cells(f"{_FIRST_HELP}{row}:{_LAST_HELP}{row}")
    sheet[f"{_FIRST_HELP}{row}"].value = field.prompt
    dress(sheet[f"{_FIRST_HELP}{row}"], Look.MEANING)
    sheet.row_dimensions[row].height = row_height(
        height_of(str(value or ""), PLAN_WIDTHS[1]),
        height_of(field.prompt, sum(PLAN_WIDTHS[2:])),
        LEAST_HEIGHT * (2 if field.type is Type.TEXT else 1),
    )
    add_validation(sheet, cell.coordinate, field, lists.get(field.choices))


def _fill_table(
    sheet: Worksheet, layout: PlanLayout, placed: Placed, content: Content, lists: Lists
) -> None:
    table, rows = placed.table, content.rows(placed.table.part)
    for number, field in enumerate(table.columns, start=1):
        header = sheet.cell(placed.header_row, number, field.shown_heading)
        dress(header, Look.HEADER)
        if field.type is not Type.COMPUTED:
            cells = placed.data_range(field.name).replace("$", "")
            add_validation(sheet, cells, field, lists.get(field.choices))
        first = sheet[placed.cell(field.name, 0)]
        share = _SHARE_FORMAT if field.name == "share" else None
        dress(first, input_look(field.type), share or number_format(field.type))
        for index in range(placed.rows):
            cell = sheet[placed.cell(field.name, index)]
            row = rows[index] if index < len(rows) else {}
            if field.type is Type.COMPUTED:
                goal = content.goals.get(str(row.get("number")))
                cell.value = formula_of(layout, table.part, field.name, index, goal)
            else:
                write_value(cell, row.get(field.name))
            # As the first cell of the column: dressing thousands one by one is slow.
            cell._style = copy(first._style)
    width_of = {field.name: field.width for field in table.columns}
    sheet.row_dimensions[placed.header_row].height = _HEADER_HEIGHT
    if table.sheet == PLAN_SHEET:
        width_of = dict(zip(width_of, PLAN_WIDTHS, strict=False))
        sheet.row_dimensions[placed.header_row].height = _LOW_HEADER_HEIGHT
    for index, row in enumerate(rows):
        texts = {name: value for name, value in row.items() if isinstance(value, str)}
        needed = (height_of(text, width_of[name]) for name, text in texts.items())
        sheet.row_dimensions[placed.first_row + index].height = row_height(*needed)
    headings = [field.shown_heading for field in table.columns]
    add_table(sheet, table.name, placed.ref, headings, filtered=table.part in _FILTERED)


def _print_rows_in_use(sheet: Worksheet, placed: Placed) -> None:
    """Print as many rows as are in use, however many that comes to be."""
    where, last = f"'{placed.sheet}'!", column_letter(len(placed.table.columns))
    key = next(field.name for field in placed.table.columns if field.required)
    least = placed.header_row + _LEAST_PRINTED_ROWS
    rows = f"MAX({least},{placed.header_row}+COUNTA({where}{placed.data_range(key)}))"
    formula = f"{where}$A$1:INDEX({where}${last}:${last},{rows})"
    sheet.defined_names["_xlnm.Print_Area"] = DefinedName("_xlnm.Print_Area", attr_text=formula)
