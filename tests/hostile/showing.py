"""Reports that show something else than they hold: hidden, merged, formatted, renamed."""

import re

from tests.hostile.original import (
    COUNT,
    DAY,
    MAIN,
    OFFICE,
    REPORT,
    SHARE,
    STYLES,
    WORKBOOK,
    before_end,
    changed,
    everywhere,
    original,
    text_of,
    with_parts,
    with_relation,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import put, with_formats
from workbooks.form import Sheet

kinds = Kinds("showing")
tampering = Kinds("tampering")


def with_format(address: str, code: str) -> bytes:
    """The report with another number format on a cell."""
    return with_formats(original(), {(Sheet.REPORT, address): code})


def _with_state(state: str) -> bytes:
    return changed(
        WORKBOOK,
        'name="Afrapportering" sheetId="3" state="visible"',
        f'name="Afrapportering" sheetId="3" state="{state}"',
    )


def re_row(number: str, attributes: str) -> bytes:
    """The report with other attributes on a row."""
    row = re.search(rf'<row [^>]*r="{number}"[^>]*>', text_of(REPORT))
    return changed(REPORT, row[0], f'<row r="{number}" {attributes}>')


def with_merged(place: str) -> bytes:
    return before_end(REPORT, "mergeCells", f'<mergeCell ref="{place}"/>')


def with_rule_of(code: str, places: str) -> bytes:
    """The report with a look that has a number format, and a rule that gives it to cells."""
    data = changed(
        STYLES, "</dxfs>", f'<dxf><numFmt numFmtId="901" formatCode="{code}"/></dxf></dxfs>'
    )
    number = text_of(STYLES, data).count("<dxf>") + text_of(STYLES, data).count("<dxf ") - 1
    rule = (
        f'<conditionalFormatting sqref="{places}"><cfRule type="expression" priority="99"'
        f' dxfId="{number}"><formula>TRUE</formula></cfRule></conditionalFormatting>'
    )
    return changed(REPORT, "<conditionalFormatting", f"{rule}<conditionalFormatting", data)


@kinds.refused("RP-318")
def a_rule_of_a_later_excel_that_says_100_percent() -> bytes:
    rule = (
        '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings'
        ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
        ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:conditionalFormatting><x14:cfRule type="expression" priority="99"><xm:f>TRUE</xm:f>'
        '<x14:dxf><numFmt numFmtId="901" formatCode="&quot;100 %&quot;"/></x14:dxf></x14:cfRule>'
        f"<xm:sqref>{SHARE}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>"
        "</ext></extLst>"
    )
    return changed(REPORT, "</worksheet>", f"{rule}</worksheet>")


def with_sheet_named(name: str) -> bytes:
    xml = f'<sheet xmlns:r="{OFFICE}" name="{name}" sheetId="9" r:id="rId5"/>'
    return before_end(WORKBOOK, "sheets", xml)


@kinds.accepted("RP-206")
def a_sheet_of_a_diagram() -> bytes:
    data = with_relation(WORKBOOK, 60, "chartsheet", "chartsheets/sheet1.xml")
    data = with_parts({"xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{MAIN}"/>'}, data)
    xml = f'<sheet xmlns:r="{OFFICE}" name="Diagram" sheetId="9" r:id="rId60"/>'
    return before_end(WORKBOOK, "sheets", xml, data)


kinds.accepted(
    "RP-316",
    a_hidden_sheet=lambda: _with_state("hidden"),
    a_sheet_hidden_deeply=lambda: _with_state("veryHidden"),
    a_hidden_row=lambda: changed(REPORT, 'r="12">', 'r="12" hidden="1">'),
    a_row_without_height=lambda: re_row("12", 'ht="0" customHeight="1"'),
    a_hidden_column=lambda: changed(
        REPORT,
        '<col customWidth="1" max="9" min="9" width="10"/>',
        '<col customWidth="1" hidden="1" max="9" min="9" width="10"/>',
    ),
    columns_without_width=lambda: changed(
        REPORT,
        '<col customWidth="1" max="9" min="9" width="10"/>',
        '<col customWidth="1" max="9" min="9" width="0"/>',
    ),
)

kinds.accepted(
    a_look_that_no_rule_has=lambda: changed(
        STYLES, "</dxfs>", '<dxf><numFmt numFmtId="901" formatCode="0%"/></dxf></dxfs>'
    ),
    a_rule_with_the_format_of_its_cells=lambda: with_rule_of("#,##0.00", COUNT),
    a_rule_that_says_100_percent_beside_the_form=lambda: with_rule_of("&quot;100 %&quot;", "AB11"),
    the_hidden_sheet_shown=lambda: changed(WORKBOOK, 'state="veryHidden"', 'state="visible"'),
    a_hidden_row_of_nothing=lambda: before_end(
        REPORT, "sheetData", '<row r="60" hidden="1"></row>'
    ),
    merged_outside_the_form=lambda: with_merged("U40:W44"),
    a_merged_place_that_is_none=lambda: with_merged("ikke:et:sted"),
    a_format_with_its_unit=lambda: with_format(COUNT, '#,##0" kurser"'),
    a_format_with_colours_and_signs=lambda: with_format(COUNT, "[Blue]+#,##0;[Red]-#,##0;0"),
    a_date_in_words=lambda: with_format(DAY, "[$-406]d. mmmm yyyy;@"),
    the_standard_format=lambda: with_format(COUNT, "General"),
    a_sheet_in_small_letters=lambda: everywhere('name="Afrapportering"', 'name="AFRAPPORTERING"'),
)

kinds.refused(
    "RP-317",
    a_result_merged_into_the_one_above=lambda: with_merged("I12:I13"),
    a_result_merged_into_the_basis=lambda: with_merged("H13:I13"),
    everything_merged=lambda: with_merged("A1:XFD1048576"),
)

kinds.refused(
    "RP-318",
    a_format_that_says_100_percent=lambda: with_format(SHARE, '"100 %"'),
    a_format_that_says_nothing=lambda: with_format(COUNT, ";;;"),
    a_format_that_adds_digits=lambda: with_format(COUNT, '"9"0'),
    a_format_that_adds_digits_one_by_one=lambda: with_format(COUNT, r"\90"),
    a_format_that_depends_on_the_value=lambda: with_format(COUNT, '[<99]"99";0'),
    a_format_in_white=lambda: with_format(COUNT, "[White]0"),
    a_format_in_thousands=lambda: with_format(COUNT, "0,"),
    a_rule_of_colour_that_says_100_percent=lambda: with_rule_of("&quot;100 %&quot;", SHARE),
    a_rule_of_colour_that_hides_all=lambda: with_rule_of(";;;", "U1 A1:XFD1048576"),
    a_percentage_for_a_count=lambda: with_format(COUNT, "0%"),
    a_plain_number_for_a_percentage=lambda: with_format(SHARE, "0"),
    a_date_that_says_another_day=lambda: with_format(DAY, '"01-12-2020"'),
    a_date_of_a_year_of_its_own=lambda: with_format(DAY, '"2020"'),
)

kinds.refused(
    "RP-415",
    a_count_that_became_a_date=lambda: with_format(COUNT, "dd-mm-yyyy"),
    a_share_that_became_a_month=lambda: with_format(SHARE, "mmm-yy"),
)

kinds.unreadable(
    "RP-101",
    two_sheets_of_one_name=lambda: with_sheet_named("Stamdata"),
    two_sheets_of_one_name_but_for_case=lambda: with_sheet_named("STAMDATA"),
    a_sheet_without_a_name=lambda: changed(WORKBOOK, 'name="Historik"', ""),
    a_sheet_that_leads_nowhere=lambda: changed(WORKBOOK, 'r:id="rId3"', 'r:id="rId333"'),
)


@tampering.accepted("RP-319")
def two_tables_with_exchanged_names() -> bytes:
    data = changed(
        "xl/tables/table2.xml", 'displayName="tblAfrapportering"', 'displayName="tblMaal"'
    )
    return changed(
        "xl/tables/table3.xml", 'displayName="tblMaal"', 'displayName="tblAfrapportering"', data
    )


tampering.refused(
    "RP-203",
    "RP-306",
    the_identity_of_another_plan=lambda: put(
        original(), {(Sheet.HIDDEN, "B1"): "benchmarkingenheden-2023"}
    ),
)
tampering.accepted(
    "RP-319",
    a_table_that_ends_too_early=lambda: changed(
        "xl/tables/table2.xml", 'ref="A10:X39"', 'ref="A10:X12"'
    ),
)
