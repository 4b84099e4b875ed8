"""Cells that say two things, nothing, or something no cell can hold; formulas; dates."""

import re

from tests.hostile.original import (
    COUNT,
    DAY,
    FORMULA,
    HIDDEN,
    REPORT,
    SHARE,
    STRINGS,
    TEXT,
    WORKBOOK,
    before_end,
    cell_xml,
    changed,
    everywhere,
    original,
    text_of,
    with_cell,
    with_count,
    with_parts,
    with_text,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import parts_of
from tests.validators.reports import plan_named
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.specs import DATE_FORMAT, SheetSpec

kinds = Kinds("cells")
formulas = Kinds("formulas")
dates = Kinds("dates")


MANY_DIGITS = "1" * 5_000


def with_value(value: str, kind: str = "") -> bytes:
    """The report with another value in the cell of a count."""
    return with_count(f"<v>{value}</v>", kind)


@kinds.unreadable("RP-101")
def rows_out_of_order() -> bytes:
    text = text_of(REPORT)
    start, end = text.index('<row r="12"'), text.index('<row r="14"')
    rows = text[start:end]
    moved = text[:start] + text[end:]
    return with_parts({REPORT: moved.replace("</sheetData>", f"{rows}</sheetData>")})


@kinds.unreadable("RP-101")
def cells_out_of_order() -> bytes:
    first = cell_xml("A12")
    return changed(REPORT, cell_xml(COUNT), cell_xml(COUNT) + first, changed(REPORT, first, ""))


def with_reference(reference: str) -> bytes:
    return with_cell(COUNT, cell_xml(COUNT).replace(f'"{COUNT}"', f'"{reference}"'))


@kinds.accepted()
def rows_and_cells_without_numbers() -> bytes:
    """The sheet `_rp` is dense: its numbers can be counted."""
    text = re.sub(r' r="[A-Z]*\d+"', "", text_of(HIDDEN))
    return with_parts({HIDDEN: text})


@kinds.accepted()
def more_shared_strings_promised_than_there_are() -> bytes:
    promised = text_of(STRINGS).replace('uniqueCount="', 'uniqueCount="40000000', 1)
    return with_parts({STRINGS: promised})


@kinds.accepted()
def a_text_in_runs_with_a_reading_guide() -> bytes:
    first = '<t xml:space="preserve">Notat </t>'
    runs = f"<r><rPr><b/></rPr>{first}</r><r><t>20-117</t></r>"
    return with_text(f'<is>{runs}<rPh sb="0" eb="1"><t>Andet</t></rPh></is>')


kinds.unreadable(
    "RP-101",
    an_address_twice=lambda: with_cell(COUNT, f'{cell_xml(COUNT)}<c r="{COUNT}"><v>99</v></c>'),
    an_address_twice_and_blank_at_last=lambda: with_cell(
        COUNT, f'{cell_xml(COUNT)}<c r="{COUNT}"/>'
    ),
    an_address_twice_and_blank_at_first=lambda: with_cell(
        COUNT, f'<c r="{COUNT}"/>{cell_xml(COUNT)}'
    ),
    a_row_twice=lambda: changed(
        REPORT, '<row r="14"', f'<row r="12"><c r="{COUNT}"/></row><row r="14"'
    ),
    a_cell_of_another_row=lambda: with_cell(COUNT, cell_xml(COUNT).replace(COUNT, "I300")),
    a_reference_without_a_row=lambda: with_reference("I"),
    a_reference_without_a_column=lambda: with_reference("11"),
    a_reference_with_dollars=lambda: with_reference("$I$11"),
    a_reference_with_leading_zeros=lambda: with_reference("I0011"),
    a_reference_beyond_the_last_column=lambda: with_reference("XFE11"),
    a_reference_of_thousands_of_letters=lambda: with_reference("I" * 5_000 + "11"),
    a_reference_of_thousands_of_digits=lambda: with_reference(f"I{MANY_DIGITS}"),
    a_reference_in_foreign_digits=lambda: with_reference("I١١"),
    row_zero=lambda: changed(REPORT, 'r="12"', 'r="0"'),
    a_negative_row=lambda: changed(REPORT, '<row r="12"', '<row r="-12"'),
    a_row_beyond_the_last=lambda: changed(REPORT, '<row r="12"', '<row r="1048577"'),
    a_row_of_thousands_of_digits=lambda: changed(REPORT, '<row r="12"', f'<row r="{MANY_DIGITS}"'),
    a_shared_string_of_thousands_of_digits=lambda: with_text(f"<v>{MANY_DIGITS}</v>", "s"),
    a_shared_string_that_is_not_there=lambda: with_text("<v>999999</v>", "s"),
    a_negative_shared_string=lambda: with_text("<v>-1</v>", "s"),
    a_text_and_a_value=lambda: with_text("<v>Andet</v><is><t>Notat</t></is>"),
    a_number_and_a_text=lambda: with_count("<v>55</v><is><t>99</t></is>"),
    a_text_in_a_cell_of_numbers=lambda: with_cell(TEXT, f'<c r="{TEXT}"><is><t>Notat</t></is></c>'),
)

kinds.refused(
    "RP-406",
    a_value_in_the_place_of_a_text=lambda: with_value("55", ' t="inlineStr"'),
    an_error_value=lambda: with_value("#DIV/0!", ' t="e"'),
    a_picture_in_the_cell=lambda: with_value("#VALUE!", ' t="e" vm="1"'),
    an_error_value_that_does_not_exist=lambda: with_value("60", ' t="e"'),
    a_truth_of_two=lambda: with_value("2", ' t="b"'),
    an_unknown_type=lambda: with_value("60", ' t="x"'),
    a_type_in_capitals=lambda: with_value("60", ' t="N"'),
    not_a_number=lambda: with_value("NaN"),
    infinity=lambda: with_value("INF"),
    less_than_everything=lambda: with_value("-Infinity"),
    a_number_beyond_every_number=lambda: with_value("1e999"),
    a_number_as_python_writes_it=lambda: with_value("5_5"),
    a_hexadecimal_number=lambda: with_value("0x37"),
    a_number_in_foreign_digits=lambda: with_value("٥٥"),
    a_number_with_a_comma=lambda: with_value("55,0"),
    two_numbers=lambda: with_value("5 5"),
    a_word_in_a_number_cell=lambda: with_value("tres"),
)

kinds.accepted(
    a_reference_in_small_letters=lambda: with_reference("i12"),
    a_number_with_an_exponent=lambda: with_value("5.5E+1"),
    a_number_with_room_around_it=lambda: with_value("\n 55 \t"),
    a_number_of_many_digits=lambda: with_value("55." + "0" * 400),
    a_text_beside_a_formula_type=lambda: with_text("<v>Notat 20-117</v>", "str"),
    escaped_characters=lambda: with_text("<is><t>_x004E_otat_x000D_\n20_x005F_x0041_</t></is>"),
    an_escaped_control_character=lambda: with_text("<is><t>Notat_x001B_[31m_x0007_</t></is>"),
    an_escaped_zero=lambda: with_text("<is><t>Notat_x0000_</t></is>"),
    half_a_surrogate_pair=lambda: with_text("<is><t>Notat_xD83D_</t></is>"),
)

kinds.refused(
    "RP-409",
    a_number_of_three_hundred_digits=lambda: with_value("1e300"),
    a_number_next_to_nothing=lambda: with_value("5e-324"),
    a_negative_count=lambda: with_value("-60"),
)

kinds.refused("RP-413", a_truth_for_a_number=lambda: with_value("1", ' t="b"'))
kinds.refused("RP-401", a_number_as_text=lambda: with_value("60", ' t="str"'))


SHARED_MASTER = f'<c r="{COUNT}"><f t="shared" ref="I12:I13" si="0">20+35</f><v>55</v></c>'


@formulas.accepted("RP-412")
def a_shared_formula() -> bytes:
    data = with_cell(COUNT, SHARED_MASTER)
    value = cell_xml(SHARE).partition("<v>")[2].partition("</v>")[0]
    return with_cell(SHARE, f'<c r="{SHARE}"><f t="shared" si="0"/><v>{value}</v></c>', data=data)


@formulas.unreadable("RP-101")
def a_shared_formula_with_two_masters() -> bytes:
    data = with_cell(COUNT, SHARED_MASTER)
    other = f'<c r="{SHARE}"><f t="shared" ref="I13" si="0">9/10</f><v>0.9</v></c>'
    return with_cell(SHARE, other, data=data)


@formulas.accepted("RP-412")
def a_shared_formula_that_cannot_be_taken_apart() -> bytes:
    broken = SHARED_MASTER.replace("20+35", 'A1&amp;"aldrig lukket')
    data = with_cell(COUNT, broken)
    return with_cell(SHARE, f'<c r="{SHARE}"><f t="shared" si="0"/><v>1</v></c>', data=data)


@formulas.accepted()
def an_array_formula_in_place_of_a_formula() -> bytes:
    xml = cell_xml(FORMULA).replace("<f>", f'<f t="array" ref="{FORMULA}">')
    return with_cell(FORMULA, xml)


@formulas.refused("RP-311")
def an_empty_formula_in_place_of_a_formula() -> bytes:
    value = "<v>" + cell_xml(FORMULA).partition("<v>")[2]
    return with_cell(FORMULA, f'<c r="{FORMULA}" t="str"><f></f>{value}')


formulas.accepted(
    "RP-412",
    a_formula_with_its_value=lambda: with_count("<f>20+35</f><v>55</v>"),
    an_array_formula_over_two_inputs=lambda: with_count(
        '<f t="array" ref="I12:I13">{55;0.9}</f><v>55</v>'
    ),
    a_shared_formula_without_its_master=lambda: with_count('<f t="shared" si="7"/><v>55</v>'),
)

formulas.accepted(
    functions_of_a_compiled_add_in=lambda: everywhere("IFERROR(RP_", "IFERROR(_xll.RP_"),
    functions_of_a_task_pane=lambda: everywhere("IFERROR(RP_", "IFERROR(_xldudf_RP_RP_"),
)

formulas.refused(
    "RP-413",
    a_formula_without_a_value=lambda: with_count("<f>20+35</f>"),
    a_formula_with_a_truth_for_its_value=lambda: with_count("<f>20+35</f><v>1</v>", ' t="b"'),
)

formulas.refused(
    "RP-401",
    a_formula_with_a_text_for_its_value=lambda: with_count("<f>20+35</f><v>55</v>", ' t="str"'),
)

formulas.refused(
    "RP-406",
    a_formula_with_an_error_for_its_value=lambda: with_count("<f>20+35</f><v>#N/A</v>", ' t="e"'),
)

formulas.unreadable(
    "RP-101", two_formulas_in_a_cell=lambda: with_count("<f>20+35</f><f>99</f><v>55</v>")
)

formulas.unreadable(
    "RP-107", a_formula_beyond_the_longest=lambda: with_count(f"<f>{'+1' * 4_097}</f><v>55</v>")
)

formulas.refused(
    "RP-311",
    a_shared_formula_without_its_master_in_place_of_a_formula=lambda: with_cell(
        FORMULA, f'<c r="{FORMULA}" t="str"><f t="shared" si="7"/><v>opfyldt</v></c>'
    ),
)

formulas.refused(
    "RP-310",
    a_formula_as_text=lambda: with_cell(
        FORMULA, f'<c r="{FORMULA}" t="inlineStr"><is><t>=1</t></is></c>'
    ),
)


FOUR_YEARS = 1462


def with_day(value: str, kind: str = "") -> bytes:
    return with_cell(DAY, f'<c r="{DAY}"{kind}><v>{value}</v></c>')


def with_dates_of_1904() -> bytes:
    """The report as Excel on an old Mac saves it: every date four years less."""
    parts = parts_of(original())
    for number, spec in enumerate(blueprint_of(plan_named()).sheets, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _four_years_less(spec, parts[name].decode()).encode()
    return changed(WORKBOOK, "<workbookPr>", '<workbookPr date1904="1">', with_parts(dict(parts)))


def _four_years_less(spec: SheetSpec, text: str) -> str:
    for address, cell in spec.cells.items():
        if cell.number_format == DATE_FORMAT:
            text = re.sub(
                rf'(<c [^>]*r="{address}"[^>]*>(?:<f>[^<]*</f>)?<v>)(\d+)(</v>)',
                lambda match: f"{match[1]}{int(match[2]) - FOUR_YEARS}{match[3]}",
                text,
            )
    return text


@dates.accepted()
def the_dates_of_1904_with_an_extension_of_2013() -> bytes:
    xml = '<x15:workbookPr xmlns:x15="urn:x15" chartTrackingRefBase="1"/>'
    extension = f"<extLst><ext uri='x'>{xml}</ext></extLst>"
    return before_end(WORKBOOK, "workbook", extension, with_dates_of_1904())


@dates.accepted("RP-412")
def a_date_by_formula() -> bytes:
    value = cell_xml(DAY).partition("<v>")[2].partition("</v>")[0]
    return with_cell(DAY, f'<c r="{DAY}"><f>DATE(2020,12,1)</f><v>{value}</v></c>')


dates.accepted(
    the_dates_of_1904=lambda: with_dates_of_1904(),
    a_date_in_iso_among_those_of_1904=lambda: with_cell(
        DAY, f'<c r="{DAY}" t="d"><v>2020-12-31</v></c>', data=with_dates_of_1904()
    ),
    a_date_in_iso=lambda: with_day("2020-12-01", ' t="d"'),
)

dates.refused(
    "RP-303",
    "RP-309",
    the_dates_of_1904_claimed_alone=lambda: changed(
        WORKBOOK, "<workbookPr>", '<workbookPr date1904="1">'
    ),
)

dates.unreadable(
    "RP-101",
    a_date_system_that_is_neither=lambda: changed(
        WORKBOOK, "<workbookPr>", '<workbookPr date1904="ja">'
    ),
)

dates.refused(
    "RP-405",
    a_date_in_iso_with_a_time=lambda: with_day("2020-12-01T14:30:00", ' t="d"'),
    a_date_with_a_time=lambda: with_day("44166.6"),
)

dates.refused("RP-405", "RP-414", a_time_of_day_in_iso=lambda: with_day("14:30:00", ' t="d"'))

dates.refused(
    "RP-414",
    a_negative_date=lambda: with_day("-44166"),
    day_zero=lambda: with_day("0"),
    the_day_that_never_was=lambda: with_day("60"),
    the_day_after_the_last=lambda: with_day("2958466"),
    a_day_of_three_hundred_digits=lambda: with_day("1e300"),
)

dates.refused("RP-405", "RP-414", a_moment_before_all_days=lambda: with_day("-1e-9"))

dates.refused(
    "RP-406",
    a_date_in_iso_that_is_none=lambda: with_day("2020-13-41", ' t="d"'),
    a_date_in_danish=lambda: with_day("01-12-2020", ' t="d"'),
)

dates.refused("RP-413", a_truth_for_a_date=lambda: with_day("1", ' t="b"'))
