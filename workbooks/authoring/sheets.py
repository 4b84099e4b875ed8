"""The sheets of the authoring workbook, each filled with what there is so far."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from datetime import date

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.goals import Goal
from texts import authoring as say
from workbooks.authoring.choices import offered
from workbooks.authoring.content import Content, Value
from workbooks.authoring.entries import (
    AUTHORING_VERSION,
    FIELDS,
    AuthoringSheet,
    Column,
    Entry,
    ListName,
    PlanField,
    TableName,
    Typed,
)
from workbooks.authoring.guards import (
    Lists,
    add_entry,
    colour_criteria,
    colour_required,
    colour_weights,
)
from workbooks.authoring.layout import PLAN_WIDTHS, VALUE_COLUMN, AuthoringLayout, AuthoringTable
from workbooks.authoring.looks import FORMATS, Look, dress, input_look
from workbooks.authoring.previews import formula_of
from workbooks.blueprint.text_height import height_of
from workbooks.coordinates import column_letter

_LOOKS_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""A text that Excel would take for an escaped character."""
_TABLE_STYLE = "TableStyleLight1"
_LEAST_HEIGHT, _GREATEST_HEIGHT = 18.0, 409.0
_HEADER_HEIGHT, _LOW_HEADER_HEIGHT = 45.0, 24.0
_SHARE_FORMAT = "0.00 %"
_FILTERED = (TableName.CRITERIA, TableName.HISTORY)
_FREEZE = {TableName.GOALS: "D5", TableName.CRITERIA: "C5", TableName.HISTORY: "C5"}
_HELP_COLUMNS = ("C", "E")
_LAST_COLUMN = "E"


def heading_of(entry: Entry) -> str:
    """A column's heading, with a mark where something must be typed."""
    return f"{entry.name} {say.REQUIRED_MARK}" if entry.required else entry.name


def fill_plan(sheet: Worksheet, layout: AuthoringLayout, content: Content, lists: Lists) -> None:
    """The sheet Plan: the fields, and below them the short tables."""
    _title(sheet)
    _set_widths(sheet, PLAN_WIDTHS)
    for title, row in layout.heading_rows.items():
        for letter in "ABCDE":
            dress(sheet[f"{letter}{row}"], Look.HEADING)
        sheet[f"A{row}"].value = say.TABLE_TITLES.get(title, title)
        lead = say.TABLE_LEADS.get(title)
        if lead is not None:
            sheet[f"{VALUE_COLUMN}{row}"].value = lead
            dress(sheet[f"{VALUE_COLUMN}{row}"], Look.LEAD)
        sheet.row_dimensions[row].height = 21
    for entry in FIELDS:
        _field(sheet, layout.field_rows[PlanField(entry.name)], entry, content, lists)
    for table in layout.tables.values():
        if table.sheet is AuthoringSheet.PLAN:
            _fill_table(sheet, layout, table, content, lists, {})


def fill_table_sheet(
    sheet: Worksheet,
    layout: AuthoringLayout,
    name: TableName,
    content: Content,
    lists: Lists,
    goals: Mapping[str, Goal],
) -> None:
    """A sheet of one table. `goals` are the goals by number, for the preview of their rules."""
    table = layout.tables[name]
    _title(sheet)
    _set_widths(sheet, tuple(entry.width for entry in table.columns))
    _fill_table(sheet, layout, table, content, lists, goals)
    sheet.freeze_panes = _FREEZE[name]
    sheet.print_title_rows = f"{table.header_row}:{table.header_row}"
    if name is TableName.CRITERIA:
        colour_criteria(sheet, table)
    if name is TableName.GOALS:
        colour_weights(sheet, layout)
    colour_required(sheet, table)


def fill_lists(sheet: Worksheet, layout: AuthoringLayout) -> Lists:
    """The very hidden sheet behind the drop-downs; where each list stands."""
    sections = layout.tables[TableName.SECTIONS]
    ranges = {ListName.SECTIONS: f"'{sections.sheet}'!{sections.area(Column.SECTION)}"}
    columns = [choices for choices in ListName if offered(choices)]
    for number, choices in enumerate(columns, start=1):
        letter, words = column_letter(number), offered(choices)
        for row, word in enumerate((choices, *words), start=1):
            write_value(sheet[f"{letter}{row}"], str(word))
        ranges[choices] = f"'{AuthoringSheet.LISTS}'!${letter}$2:${letter}${1 + len(words)}"
    write_value(sheet[f"{column_letter(len(columns) + 2)}1"], AUTHORING_VERSION)
    sheet.sheet_state = "veryHidden"
    return Lists(ranges)


def fill_guide(sheet: Worksheet) -> None:
    """How to write a plan."""
    _title(sheet)
    _set_widths(sheet, (30.0, 100.0))
    sheet["A2"].value = say.GUIDE_LEAD
    row = 4
    for heading, lines in (
        (say.GUIDE_STEPS_HEADING, say.GUIDE_STEPS),
        (say.GUIDE_KINDS_HEADING, say.GUIDE_KINDS),
        (say.GUIDE_RULES_HEADING, say.GUIDE_RULES),
        (say.GUIDE_TYPING_HEADING, say.GUIDE_TYPING),
        (say.GUIDE_COLOURS_HEADING, say.GUIDE_COLOURS),
    ):
        for letter in "AB":
            dress(sheet[f"{letter}{row}"], Look.HEADING)
        sheet[f"A{row}"].value = heading
        sheet.row_dimensions[row].height = 24
        for term, meaning in lines:
            row += 1
            for letter, words, look in (("A", term, Look.TERM), ("B", meaning, Look.BODY)):
                write_value(sheet[f"{letter}{row}"], words)
                dress(sheet[f"{letter}{row}"], look)
            sheet.row_dimensions[row].height = max(_LEAST_HEIGHT, height_of(meaning, 100))
        row += 2


def _title(sheet: Worksheet) -> None:
    sheet["A1"].value = say.SHEET_TITLES[sheet.title]
    dress(sheet["A1"], Look.TITLE)
    sheet["A2"].value = say.SHEET_LEADS.get(sheet.title)
    dress(sheet["A2"], Look.LEAD)
    sheet.row_dimensions[1].height = 27


def _field(sheet: Worksheet, row: int, entry: Entry, content: Content, lists: Lists) -> None:
    name = PlanField(entry.name)
    value = content.fields.get(name)
    label, cell = sheet[f"A{row}"], sheet[f"{VALUE_COLUMN}{row}"]
    label.value = heading_of(entry)
    dress(label, Look.FIELD)
    write_value(cell, value)
    dress(cell, Look.INPUT, FORMATS[entry.type])
    first, last = _HELP_COLUMNS
    sheet.merge_cells(f"{first}{row}:{last}{row}")
    sheet[f"{first}{row}"].value = say.FIELD_HELP[name]
    dress(sheet[f"{first}{row}"], Look.HELP)
    heights = (
        height_of(str(value or ""), PLAN_WIDTHS[1]),
        height_of(say.FIELD_HELP[name], sum(PLAN_WIDTHS[2:])),
        _LEAST_HEIGHT if entry.type is not Typed.TEXT else 2 * _LEAST_HEIGHT,
    )
    sheet.row_dimensions[row].height = min(_GREATEST_HEIGHT, max(heights))
    add_entry(sheet, cell.coordinate, entry, lists)


def _fill_table(
    sheet: Worksheet,
    layout: AuthoringLayout,
    table: AuthoringTable,
    content: Content,
    lists: Lists,
    goals: Mapping[str, Goal],
) -> None:
    rows = content.rows(table.name)
    for number, entry in enumerate(table.columns, start=1):
        header = sheet.cell(table.header_row, number, heading_of(entry))
        dress(header, Look.HEADER)
        column = Column(entry.name)
        if entry.type is not Typed.COMPUTED:
            add_entry(sheet, table.area(column).replace("$", ""), entry, lists)
        for index in range(table.rows):
            cell = sheet[table.cell(column, index)]
            row = rows[index] if index < len(rows) else {}
            if entry.type is Typed.COMPUTED:
                goal = goals.get(str(row.get(Column.NUMBER)))
                cell.value = formula_of(layout, table, column, index, goal)
            else:
                write_value(cell, row.get(column))
            if index == 0:
                share = _SHARE_FORMAT if column is Column.SHARE else None
                dress(cell, input_look(entry.type), share or FORMATS[entry.type])
            else:
                # As the first cell of the column: dressing thousands one by one is slow.
                cell._style = copy(sheet[table.cell(column, 0)]._style)
    is_low = table.sheet is AuthoringSheet.PLAN
    sheet.row_dimensions[table.header_row].height = _LOW_HEADER_HEIGHT if is_low else _HEADER_HEIGHT
    _set_heights(sheet, table, content)
    _add_table(sheet, table)


def _set_heights(sheet: Worksheet, table: AuthoringTable, content: Content) -> None:
    on_plan = table.sheet is AuthoringSheet.PLAN
    widths = PLAN_WIDTHS if on_plan else tuple(entry.width for entry in table.columns)
    width_of = {Column(e.name): w for e, w in zip(table.columns, widths, strict=False)}
    for index, row in enumerate(content.rows(table.name)):
        needed = [
            height_of(value, width_of[column])
            for column, value in row.items()
            if isinstance(value, str)
        ]
        height = min(_GREATEST_HEIGHT, max(_LEAST_HEIGHT, *needed))
        sheet.row_dimensions[table.first_row + index].height = height


def _add_table(sheet: Worksheet, layout: AuthoringTable) -> None:
    table = Table(displayName=layout.name, ref=layout.ref)
    for number, entry in enumerate(layout.columns, start=1):
        table.tableColumns.append(TableColumn(id=number, name=heading_of(entry)))
    if layout.name in _FILTERED:
        table.autoFilter = AutoFilter(ref=layout.ref)
    table.tableStyleInfo = TableStyleInfo(name=_TABLE_STYLE, showRowStripes=False)
    sheet.add_table(table)


def _set_widths(sheet: Worksheet, widths: tuple[float, ...]) -> None:
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letter(number)].width = width


def write_value(cell: Cell | MergedCell, value: Value) -> None:
    """A value as it is: a text such as `+/-` or `=a` stays text."""
    if isinstance(cell, MergedCell):
        raise TypeError(f"{cell.coordinate} is merged into another cell")
    if isinstance(value, str):
        cell.value = _LOOKS_ESCAPED.sub(r"_x005F\g<0>", value)
        cell.data_type = "s"
    elif isinstance(value, date) or value is not None:
        cell.value = value
