"""Reports that show something else than they hold: hidden, merged, formatted, renamed."""

from tests.hostile.original import (
    COUNT,
    DAY,
    REPORT,
    SHARE,
    STYLES,
    WORKBOOK,
    Change,
    before,
    before_end,
    everywhere,
    replaced,
    text_of,
    together,
    with_parts,
    with_relation,
    with_sheet,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import MAIN, put, with_formats
from workbooks.form import Sheet

kinds = Kinds("appearance")
tampering = Kinds("tampering")

TABLE = "xl/tables/table2.xml"
"""Of Afrapportering."""


def with_format(address: str, code: str) -> Change:
    """Another number format on a cell."""
    return lambda data: with_formats(data, {(Sheet.REPORT, address): code})


def with_state(state: str) -> Change:
    """The sheet Afrapportering is hidden, or shown."""
    sheet = 'name="Afrapportering" sheetId="3" state='
    return replaced(WORKBOOK, f'{sheet}"visible"', f'{sheet}"{state}"')


def with_row(attributes: str) -> Change:
    """Other attributes on the row of a count."""
    return replaced(REPORT, '<row r="12"', f'<row r="12" {attributes}')


def with_column(attributes: str) -> Change:
    """Other attributes on the column of results."""
    column = '<col customWidth="1" max="9" min="9" '
    return replaced(REPORT, f'{column}width="10"/>', f"{column}{attributes}/>")


def with_merged(place: str) -> Change:
    return before_end(REPORT, "mergeCells", f'<mergeCell ref="{place}"/>')


def look(code: str) -> str:
    """A look with a number format, as rules of colour have them."""
    return f'<dxf><numFmt numFmtId="901" formatCode="{code}"/></dxf>'


def with_rule_of(code: str, places: str) -> Change:
    """A look that has a number format, and a rule that gives it to cells."""

    def change(data: bytes) -> bytes:
        number = text_of(STYLES, data).count("</dxf>")
        rule = (
            f'<conditionalFormatting sqref="{places}"><cfRule type="expression" priority="99"'
            f' dxfId="{number}"><formula>TRUE</formula></cfRule></conditionalFormatting>'
        )
        with_look = before_end(STYLES, "dxfs", look(code))
        return together(with_look, before(REPORT, "<conditionalFormatting", rule))(data)

    return change


LATER_RULE = (
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:conditionalFormatting><x14:cfRule type="expression" priority="99"><xm:f>TRUE</xm:f>'
    '<x14:dxf><numFmt numFmtId="901" formatCode="&quot;100 %&quot;"/></x14:dxf></x14:cfRule>'
    f"<xm:sqref>{SHARE}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>"
    "</ext></extLst>"
)
"""A rule of colour as Excel 2010 and later write it: the share is 100 %."""

kinds.accepted(
    "RP-206",
    a_sheet_of_a_diagram=together(
        with_relation(WORKBOOK, 60, "chartsheet", "chartsheets/sheet1.xml"),
        with_parts({"xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{MAIN}"/>'}),
        with_sheet("Diagram", "rId60"),
    ),
)

kinds.accepted(
    "RP-316",
    a_hidden_sheet=with_state("hidden"),
    a_sheet_hidden_deeply=with_state("veryHidden"),
    a_hidden_row=with_row('hidden="1"'),
    a_row_without_height=with_row('ht="0" customHeight="1"'),
    a_hidden_column=with_column('hidden="1" width="10"'),
    columns_without_width=with_column('width="0"'),
)

kinds.accepted(
    a_look_that_no_rule_has=before_end(STYLES, "dxfs", look("0%")),
    a_rule_with_the_format_of_its_cells=with_rule_of("#,##0.00", COUNT),
    a_rule_that_says_100_percent_beside_the_form=with_rule_of("&quot;100 %&quot;", "AB11"),
    the_hidden_sheet_shown=replaced(WORKBOOK, 'state="veryHidden"', 'state="visible"'),
    a_hidden_row_of_nothing=before_end(REPORT, "sheetData", '<row r="60" hidden="1"></row>'),
    merged_outside_the_form=with_merged("U40:W44"),
    a_merged_place_that_is_none=with_merged("ikke:et:sted"),
    a_format_with_its_unit=with_format(COUNT, '#,##0" kurser"'),
    a_format_with_colours_and_signs=with_format(COUNT, "[Blue]+#,##0;[Red]-#,##0;0"),
    a_date_in_words=with_format(DAY, "[$-406]d. mmmm yyyy;@"),
    the_standard_format=with_format(COUNT, "General"),
    a_sheet_in_small_letters=everywhere('name="Afrapportering"', 'name="AFRAPPORTERING"'),
)

kinds.refused(
    "RP-317",
    a_result_merged_into_one_above=with_merged("I12:I13"),
    a_result_merged_into_the_basis=with_merged("H13:I13"),
    everything_merged=with_merged("A1:XFD1048576"),
)

kinds.refused(
    "RP-318",
    a_format_that_says_100_percent=with_format(SHARE, '"100 %"'),
    a_format_that_says_nothing=with_format(COUNT, ";;;"),
    a_format_that_adds_digits=with_format(COUNT, '"9"0'),
    a_format_that_adds_digits_one_by_one=with_format(COUNT, r"\90"),
    a_format_in_white=with_format(COUNT, "[White]0"),
    a_format_in_thousands=with_format(COUNT, "0,"),
    a_rule_of_colour_that_says_100_percent=with_rule_of("&quot;100 %&quot;", SHARE),
    a_rule_of_colour_that_hides_all=with_rule_of(";;;", "U1 A1:XFD1048576"),
    a_rule_of_a_later_excel_that_says_100_percent=before_end(REPORT, "worksheet", LATER_RULE),
    a_percentage_for_a_count=with_format(COUNT, "0%"),
    a_plain_number_for_a_percentage=with_format(SHARE, "0"),
    a_date_that_says_another_day=with_format(DAY, '"01-12-2020"'),
)

kinds.refused("RP-415", a_share_that_became_a_month=with_format(SHARE, "mmm-yy"))

kinds.unreadable(
    "RP-101",
    two_sheets_of_one_name=with_sheet("Stamdata", "rId5"),
    two_sheets_of_one_name_but_for_case=with_sheet("STAMDATA", "rId5"),
    a_sheet_without_a_name=replaced(WORKBOOK, 'name="Historik"', ""),
    a_sheet_that_leads_nowhere=replaced(WORKBOOK, 'r:id="rId3"', 'r:id="rId333"'),
)

tampering.accepted(
    "RP-319",
    two_tables_with_exchanged_names=together(
        replaced(TABLE, 'displayName="tblAfrapportering"', 'displayName="tblMaal"'),
        replaced("xl/tables/table3.xml", 'e="tblMaal"', 'e="tblAfrapportering"'),
    ),
    a_table_that_ends_too_early=replaced(TABLE, 'ref="A10:X39"', 'ref="A10:X12"'),
)

tampering.refused(
    "RP-203",
    "RP-306",
    the_identity_of_another_plan=lambda data: put(
        data, {(Sheet.HIDDEN, "B1"): "benchmarkingenheden-2023"}
    ),
)
