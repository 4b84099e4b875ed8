"""The sheets of the plan's workbook, each filled with what there is so far."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy

from openpyxl.worksheet.worksheet import Worksheet

from texts import authoring as say
from workbooks.blueprint.text_height import height_of
from workbooks.coordinates import column_letter
from workbooks.plan_book import looks
from workbooks.plan_book.fields import (
    CHOICES,
    FIELDS,
    FORM_VERSION,
    LISTS_SHEET,
    PLAN_SHEET,
    PLAN_WIDTHS,
    SECTIONS,
    TABLES,
    VALUE_COLUMN,
    Field,
    Placed,
    PlanLayout,
    Type,
)
from workbooks.plan_book.guards import (
    add_validation,
    colour_kinds,
    colour_required,
    colour_weights,
)
from workbooks.plan_book.looks import dress, input_look, number_format, row_height, write_value
from workbooks.plan_book.plan_rows import Content
from workbooks.plan_book.previews import formula_of
from workbooks.template.sheet import add_table

_HEADER_HEIGHT, _LOW_HEADER_HEIGHT = 45.0, 24.0
_SHARE_FORMAT = "0.00 %"
_FILTERED = ("criteria", "history")
_FROZEN = {"goals": "D5", "criteria": "C5", "history": "C5"}
_FIRST_HELP, _LAST_HELP = "C", "F"
_GUIDE_WIDTHS = (30.0, 100.0)

Lists = Mapping[str, str]
"""Where each drop-down finds its choices, by the name of the list: a range of another sheet."""


def fill_guide(sheet: Worksheet) -> None:
    """How to write a plan."""
    begin(sheet, say.SHEET_TITLES[sheet.title], say.GUIDE_LEAD, _GUIDE_WIDTHS)
    row = 4
    for heading, lines in (
        (say.GUIDE_STEPS_HEADING, say.GUIDE_STEPS),
        (say.GUIDE_KINDS_HEADING, say.GUIDE_KINDS),
        (say.GUIDE_COUNTED_HEADING, say.GUIDE_COUNTED),
        (say.GUIDE_RULES_HEADING, say.GUIDE_RULES),
        (say.GUIDE_TYPING_HEADING, say.GUIDE_TYPING),
        (say.GUIDE_COLOURS_HEADING, say.GUIDE_COLOURS),
    ):
        for letter in "AB":
            dress(sheet[f"{letter}{row}"], looks.HEADING)
        sheet[f"A{row}"].value = heading
        sheet.row_dimensions[row].height = 24
        for term, meaning in lines:
            row += 1
            for letter, words, look in (("A", term, looks.TERM), ("B", meaning, looks.BODY)):
                write_value(sheet[f"{letter}{row}"], words)
                dress(sheet[f"{letter}{row}"], look)
            sheet.row_dimensions[row].height = row_height([height_of(meaning, _GUIDE_WIDTHS[1])])
        row += 2


def fill_lists(sheet: Worksheet, layout: PlanLayout) -> Lists:
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


def fill_plan(sheet: Worksheet, layout: PlanLayout, content: Content, lists: Lists) -> None:
    """The sheet Plan: the fields, and below them the short tables."""
    begin(sheet, say.SHEET_TITLES[sheet.title], say.SHEET_LEADS[sheet.title], PLAN_WIDTHS)
    leads = {table.title: table.lead for table in TABLES}
    for title, row in layout.heading_rows.items():
        for letter in "ABCDEF":
            dress(sheet[f"{letter}{row}"], looks.HEADING)
        sheet[f"A{row}"].value = title
        if title in leads:
            sheet[f"{VALUE_COLUMN}{row}"].value = leads[title]
            dress(sheet[f"{VALUE_COLUMN}{row}"], looks.LEAD)
        sheet.row_dimensions[row].height = 21
    for field in FIELDS:
        _fill_field(sheet, layout.field_rows[field.name], field, content, lists)
    for placed in layout.tables.values():
        if placed.sheet == PLAN_SHEET:
            _fill_table(sheet, layout, placed, content, lists)


def fill_table_sheet(
    sheet: Worksheet,
    layout: PlanLayout,
    part: str,
    content: Content,
    lists: Lists,
) -> None:
    """A sheet of one table."""
    placed = layout.tables[part]
    widths = tuple(field.width for field in placed.table.columns)
    begin(sheet, say.SHEET_TITLES[sheet.title], say.SHEET_LEADS[sheet.title], widths)
    _fill_table(sheet, layout, placed, content, lists)
    sheet.freeze_panes = _FROZEN[part]
    sheet.print_title_rows = f"{placed.header_row}:{placed.header_row}"
    if part == "criteria":
        colour_kinds(sheet, placed)
    if part == "goals":
        colour_weights(sheet, layout)
    colour_required(sheet, placed)


def begin(sheet: Worksheet, title: str, lead: str | None, widths: tuple[float, ...]) -> None:
    """The title of a sheet, what it is for, and its columns' widths."""
    write_value(sheet["A1"], title)
    dress(sheet["A1"], looks.TITLE)
    write_value(sheet["A2"], lead)
    dress(sheet["A2"], looks.LEAD)
    sheet.row_dimensions[1].height = 27
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letter(number)].width = width


def _fill_field(sheet: Worksheet, row: int, field: Field, content: Content, lists: Lists) -> None:
    value = content.fields.get(field.name)
    label, cell = sheet[f"A{row}"], sheet[f"{VALUE_COLUMN}{row}"]
    label.value = field.shown_heading
    dress(label, looks.FIELD_NAME)
    write_value(cell, value)
    dress(cell, looks.INPUT, number_format(field.type))
    sheet.merge_cells(f"{_FIRST_HELP}{row}:{_LAST_HELP}{row}")
    sheet[f"{_FIRST_HELP}{row}"].value = field.prompt
    dress(sheet[f"{_FIRST_HELP}{row}"], looks.HELP)
    sheet.row_dimensions[row].height = row_height(
        (
            height_of(str(value or ""), PLAN_WIDTHS[1]),
            height_of(field.prompt, sum(PLAN_WIDTHS[2:])),
            looks.LEAST_HEIGHT * (2 if field.type is Type.TEXT else 1),
        )
    )
    add_validation(sheet, cell.coordinate, field, _list_of(field, lists))


def _list_of(field: Field, lists: Lists) -> str | None:
    return lists[field.choices] if field.choices else None


def _fill_table(
    sheet: Worksheet,
    layout: PlanLayout,
    placed: Placed,
    content: Content,
    lists: Lists,
) -> None:
    table, rows = placed.table, content.rows(placed.table.part)
    for number, field in enumerate(table.columns, start=1):
        header = sheet.cell(placed.header_row, number, field.shown_heading)
        dress(header, looks.HEADER)
        if field.type is not Type.COMPUTED:
            cells = placed.data_range(field.name).replace("$", "")
            add_validation(sheet, cells, field, _list_of(field, lists))
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
    on_plan = table.sheet == PLAN_SHEET
    height = _LOW_HEADER_HEIGHT if on_plan else _HEADER_HEIGHT
    sheet.row_dimensions[placed.header_row].height = height
    widths = PLAN_WIDTHS if on_plan else tuple(field.width for field in table.columns)
    width_of = {field.name: width for field, width in zip(table.columns, widths, strict=False)}
    for index, row in enumerate(rows):
        sheet.row_dimensions[placed.first_row + index].height = row_height(
            height_of(value, width_of[name])
            for name, value in row.items()
            if isinstance(value, str)
        )
    headings = [field.shown_heading for field in table.columns]
    add_table(sheet, table.name, placed.ref, headings, filtered=table.part in _FILTERED)
