"""Reports that show something else than they hold: hidden, merged, formatted, renamed."""

from __future__ import annotations

import re

from tests.hostile.original import (
    COUNT,
    DAY,
    OFFICE,
    REPORT,
    SHARE,
    STYLES,
    WORKBOOK,
    before_end,
    cell_xml,
    changed,
    every_sheet,
    text_of,
    with_cell,
)
from tests.hostile.variant import Kinds

kinds = Kinds("showing")


def with_format(address: str, code: str, data: bytes | None = None) -> bytes:
    """The report with another number format on a cell."""
    escaped = code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    data = changed(
        STYLES, "</numFmts>", f'<numFmt numFmtId="900" formatCode="{escaped}"/></numFmts>', data
    )
    style = len(
        re.findall(
            r"<xf ", text_of(STYLES, data).partition("<cellXfs")[2].partition("</cellXfs>")[0]
        )
    )
    xf = '<xf numFmtId="900" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs>'
    data = changed(STYLES, "</cellXfs>", xf, data)
    cell = re.sub(r' s="\d+"', "", cell_xml(address, data=data))
    return with_cell(address, cell.replace("<c ", f'<c s="{style}" ', 1), data=data)


@kinds.accepted("RP-316")
def a_hidden_sheet() -> bytes:
    return _with_state("hidden")


@kinds.accepted("RP-316")
def a_sheet_hidden_deeply() -> bytes:
    return _with_state("veryHidden")


def _with_state(state: str) -> bytes:
    return changed(
        WORKBOOK,
        'name="Afrapportering" sheetId="3" state="visible"',
        f'name="Afrapportering" sheetId="3" state="{state}"',
    )


@kinds.accepted()
def the_hidden_sheet_shown() -> bytes:
    return changed(WORKBOOK, 'state="veryHidden"', 'state="visible"')


@kinds.accepted("RP-316")
def a_hidden_row() -> bytes:
    return changed(REPORT, 'r="11">', 'r="11" hidden="1">')


@kinds.accepted("RP-316")
def a_row_without_height() -> bytes:
    return re_row("11", 'ht="0" customHeight="1"')


def re_row(number: str, attributes: str) -> bytes:
    """The report with other attributes on a row."""
    row = re.search(rf'<row [^>]*r="{number}"[^>]*>', text_of(REPORT))
    assert row is not None
    return changed(REPORT, row[0], f'<row r="{number}" {attributes}>')


@kinds.accepted("RP-316")
def a_hidden_column() -> bytes:
    return changed(REPORT, '<col customWidth="1" max="9" min="9" width="10" />',
                   '<col customWidth="1" hidden="1" max="9" min="9" width="10" />')  # fmt: skip


@kinds.accepted("RP-316")
def columns_without_width() -> bytes:
    return changed(REPORT, '<col customWidth="1" max="9" min="9" width="10" />',
                   '<col customWidth="1" max="9" min="9" width="0" />')  # fmt: skip


@kinds.accepted()
def a_hidden_row_of_nothing() -> bytes:
    return before_end(REPORT, "sheetData", '<row r="60" hidden="1"></row>')


def with_merged(place: str) -> bytes:
    return before_end(REPORT, "mergeCells", f'<mergeCell ref="{place}"/>')


@kinds.refused("RP-317")
def a_result_merged_into_the_one_above() -> bytes:
    return with_merged("I11:I12")


@kinds.refused("RP-317")
def a_result_merged_into_the_basis() -> bytes:
    return with_merged("H12:I12")


@kinds.refused("RP-317")
def everything_merged() -> bytes:
    return with_merged("A1:XFD1048576")


@kinds.accepted()
def merged_outside_the_form() -> bytes:
    return with_merged("U40:W44")


@kinds.accepted()
def a_merged_place_that_is_none() -> bytes:
    return with_merged("ikke:et:sted")


@kinds.refused("RP-318")
def a_format_that_says_100_percent() -> bytes:
    return with_format(SHARE, '"100 %"')


@kinds.refused("RP-318")
def a_format_that_says_nothing() -> bytes:
    return with_format(COUNT, ";;;")


@kinds.refused("RP-318")
def a_format_that_adds_digits() -> bytes:
    return with_format(COUNT, '"9"0')


@kinds.refused("RP-318")
def a_format_that_adds_digits_one_by_one() -> bytes:
    return with_format(COUNT, r"\90")


@kinds.refused("RP-318")
def a_format_that_depends_on_the_value() -> bytes:
    return with_format(COUNT, '[<99]"99";0')


@kinds.refused("RP-318")
def a_format_in_white() -> bytes:
    return with_format(COUNT, "[White]0")


@kinds.refused("RP-318")
def a_format_in_thousands() -> bytes:
    return with_format(COUNT, "0,")


@kinds.refused("RP-318")
def a_percentage_for_a_count() -> bytes:
    return with_format(COUNT, "0%")


@kinds.refused("RP-318")
def a_plain_number_for_a_percentage() -> bytes:
    return with_format(SHARE, "0")


@kinds.refused("RP-318")
def a_date_that_says_another_day() -> bytes:
    return with_format(DAY, '"01-12-2020"')


@kinds.refused("RP-318")
def a_date_of_a_year_of_its_own() -> bytes:
    return with_format(DAY, '"2020"')


@kinds.accepted()
def a_format_with_its_unit() -> bytes:
    return with_format(COUNT, '#,##0" kurser"')


@kinds.accepted()
def a_format_with_colours_and_signs() -> bytes:
    return with_format(COUNT, "[Blue]+#,##0;[Red]-#,##0;0")


@kinds.accepted()
def a_date_in_words() -> bytes:
    return with_format(DAY, "[$-406]d. mmmm yyyy;@")


@kinds.accepted()
def the_standard_format() -> bytes:
    return with_format(COUNT, "General")


@kinds.refused("RP-318")
def a_rule_of_colour_that_says_100_percent() -> bytes:
    xf = '<dxf><numFmt numFmtId="901" formatCode="&quot;100 %&quot;"/></dxf></dxfs>'
    data = changed(STYLES, "</dxfs>", xf)
    number = text_of(STYLES, data).count("<dxf>") + text_of(STYLES, data).count("<dxf ") - 1
    rule = (
        f'<conditionalFormatting sqref="{SHARE}"><cfRule type="expression" priority="99"'
        f' dxfId="{number}"><formula>TRUE</formula></cfRule></conditionalFormatting>'
    )
    return changed(REPORT, "<conditionalFormatting", f"{rule}<conditionalFormatting", data)


@kinds.accepted()
def a_sheet_in_small_letters() -> bytes:
    return every_sheet({'name="Afrapportering"': 'name="AFRAPPORTERING"'})


@kinds.unreadable("RP-101")
def two_sheets_of_one_name() -> bytes:
    xml = f'<sheet xmlns:r="{OFFICE}" name="Stamdata" sheetId="9" r:id="rId5"/>'
    return before_end(WORKBOOK, "sheets", xml)


@kinds.unreadable("RP-101")
def two_sheets_of_one_name_but_for_case() -> bytes:
    xml = f'<sheet xmlns:r="{OFFICE}" name="STAMDATA" sheetId="9" r:id="rId5"/>'
    return before_end(WORKBOOK, "sheets", xml)


@kinds.unreadable("RP-101")
def a_sheet_without_a_name() -> bytes:
    return changed(WORKBOOK, 'name="Historik"', "")


@kinds.unreadable("RP-101")
def a_sheet_that_leads_nowhere() -> bytes:
    return changed(WORKBOOK, 'r:id="rId3"', 'r:id="rId333"')


@kinds.accepted("RP-206")
def a_sheet_of_a_diagram() -> bytes:
    from tests.hostile.original import MAIN, with_parts, with_relation

    data = with_relation(WORKBOOK, 60, "chartsheet", "chartsheets/sheet1.xml")
    data = with_parts({"xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{MAIN}"/>'}, data)
    xml = f'<sheet xmlns:r="{OFFICE}" name="Diagram" sheetId="9" r:id="rId60"/>'
    return before_end(WORKBOOK, "sheets", xml, data)
