"""Cells that say two things, nothing, or something no cell can hold."""

import re

from tests.hostile.original import (
    COUNT,
    HIDDEN,
    REPORT,
    STRINGS,
    TEXT,
    cell_xml,
    changed,
    text_of,
    with_cell,
    with_count,
    with_parts,
)
from tests.hostile.variant import Kinds

kinds = Kinds("cells")

MANY_DIGITS = "1" * 5_000


def with_value(value: str, kind: str = "") -> bytes:
    """The report with another value in the cell of a count."""
    return with_count(f"<v>{value}</v>", kind)


def with_text(inner: str, kind: str = "inlineStr") -> bytes:
    """The report with another content in a text cell."""
    return with_cell(TEXT, f'<c r="{TEXT}" t="{kind}">{inner}</c>')


@kinds.unreadable("RP-101")
def rows_out_of_order() -> bytes:
    text = text_of(REPORT)
    start, end = text.index('<row r="11"'), text.index('<row r="13"')
    rows = text[start:end]
    moved = text[:start] + text[end:]
    return with_parts({REPORT: moved.replace("</sheetData>", f"{rows}</sheetData>")})


@kinds.unreadable("RP-101")
def cells_out_of_order() -> bytes:
    first = cell_xml("A11")
    return changed(REPORT, cell_xml(COUNT), cell_xml(COUNT) + first, changed(REPORT, first, ""))


def with_reference(reference: str) -> bytes:
    return with_cell(COUNT, cell_xml(COUNT).replace(f'"{COUNT}"', f'"{reference}"'))


@kinds.accepted()
def rows_and_cells_without_numbers() -> bytes:
    """The sheet `_rp` is dense: its numbers can be counted."""
    text = re.sub(r' r="[A-Z]*\d+"', "", text_of(HIDDEN))
    return with_parts({HIDDEN: text})


@kinds.unreadable("RP-101")
def a_shared_string_of_thousands_of_digits() -> bytes:
    xml = f'<c r="{TEXT}" t="s"><v>{MANY_DIGITS}</v></c>'
    return with_cell(TEXT, xml)


@kinds.accepted()
def more_shared_strings_promised_than_there_are() -> bytes:
    promised = text_of(STRINGS).replace('uniqueCount="', 'uniqueCount="40000000', 1)
    return with_parts({STRINGS: promised})


@kinds.refused("RP-406")
def a_value_in_the_place_of_a_text() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}" t="inlineStr"><v>55</v></c>')


kinds.accepted(a_reference_in_small_letters=lambda: with_reference("i11"))


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
        REPORT, '<row r="13"', f'<row r="11"><c r="{COUNT}"/></row><row r="13"'
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
    row_zero=lambda: changed(REPORT, 'r="11"', 'r="0"'),
    a_negative_row=lambda: changed(REPORT, '<row r="11"', '<row r="-11"'),
    a_row_beyond_the_last=lambda: changed(REPORT, '<row r="11"', '<row r="1048577"'),
    a_row_of_thousands_of_digits=lambda: changed(REPORT, '<row r="11"', f'<row r="{MANY_DIGITS}"'),
    a_shared_string_that_is_not_there=lambda: with_cell(
        TEXT, f'<c r="{TEXT}" t="s"><v>999999</v></c>'
    ),
    a_negative_shared_string=lambda: with_cell(TEXT, f'<c r="{TEXT}" t="s"><v>-1</v></c>'),
    a_text_and_a_value=lambda: with_text("<v>Andet</v><is><t>Notat</t></is>"),
    a_number_and_a_text=lambda: with_count("<v>55</v><is><t>99</t></is>"),
    a_text_in_a_cell_of_numbers=lambda: with_cell(TEXT, f'<c r="{TEXT}"><is><t>Notat</t></is></c>'),
)

kinds.refused(
    "RP-406",
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
