"""Cells that say two things, nothing, or something no cell can hold."""

from __future__ import annotations

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
    with_parts,
    with_shared_strings,
)
from tests.hostile.variant import Kinds

kinds = Kinds("cells")

NO_NUMBER = "RP-101"
MANY_DIGITS = "1" * 5_000


def with_count(value: str, kind: str = "") -> bytes:
    """The report with another value in the cell of a count."""
    return with_cell(COUNT, f'<c r="{COUNT}"{kind}><v>{value}</v></c>')


def with_text(inner: str, kind: str = "inlineStr") -> bytes:
    """The report with another content in a text cell."""
    return with_cell(TEXT, f'<c r="{TEXT}" t="{kind}">{inner}</c>')


@kinds.unreadable("RP-101")
def an_address_twice() -> bytes:
    return with_cell(COUNT, f'{cell_xml(COUNT)}<c r="{COUNT}"><v>99</v></c>')


@kinds.unreadable("RP-101")
def an_address_twice_and_blank_at_last() -> bytes:
    return with_cell(COUNT, f'{cell_xml(COUNT)}<c r="{COUNT}"/>')


@kinds.unreadable("RP-101")
def an_address_twice_and_blank_at_first() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}"/>{cell_xml(COUNT)}')


@kinds.unreadable("RP-101")
def a_row_twice() -> bytes:
    return changed(REPORT, '<row r="13"', f'<row r="11"><c r="{COUNT}"/></row><row r="13"')


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


@kinds.unreadable("RP-101")
def a_cell_of_another_row() -> bytes:
    return with_cell(COUNT, cell_xml(COUNT).replace(COUNT, "I300"))


def with_reference(reference: str) -> bytes:
    return with_cell(COUNT, cell_xml(COUNT).replace(f'"{COUNT}"', f'"{reference}"'))


@kinds.unreadable("RP-101")
def a_reference_without_a_row() -> bytes:
    return with_reference("I")


@kinds.unreadable("RP-101")
def a_reference_without_a_column() -> bytes:
    return with_reference("11")


@kinds.unreadable("RP-101")
def a_reference_in_small_letters() -> bytes:
    return with_reference("i11")


@kinds.unreadable("RP-101")
def a_reference_with_dollars() -> bytes:
    return with_reference("$I$11")


@kinds.unreadable("RP-101")
def a_reference_with_leading_zeros() -> bytes:
    return with_reference("I0011")


@kinds.unreadable("RP-101")
def a_reference_beyond_the_last_column() -> bytes:
    return with_reference("XFE11")


@kinds.unreadable("RP-101")
def a_reference_of_thousands_of_letters() -> bytes:
    return with_reference("I" * 5_000 + "11")


@kinds.unreadable("RP-101")
def a_reference_of_thousands_of_digits() -> bytes:
    return with_reference(f"I{MANY_DIGITS}")


@kinds.unreadable("RP-101")
def a_reference_in_foreign_digits() -> bytes:
    return with_reference("I١١")


@kinds.unreadable("RP-101")
def row_zero() -> bytes:
    return changed(REPORT, 'r="11"', 'r="0"')


@kinds.unreadable("RP-101")
def a_negative_row() -> bytes:
    return changed(REPORT, '<row r="11"', '<row r="-11"')


@kinds.unreadable("RP-101")
def a_row_beyond_the_last() -> bytes:
    return changed(REPORT, '<row r="11"', '<row r="1048577"')


@kinds.unreadable("RP-101")
def a_row_of_thousands_of_digits() -> bytes:
    return changed(REPORT, '<row r="11"', f'<row r="{MANY_DIGITS}"')


@kinds.accepted()
def rows_and_cells_without_numbers() -> bytes:
    """The sheet `_rp` is dense: its numbers can be counted."""
    text = re.sub(r' r="[A-Z]*\d+"', "", text_of(HIDDEN))
    return with_parts({HIDDEN: text})


@kinds.unreadable("RP-101")
def a_shared_string_that_is_not_there() -> bytes:
    return with_cell(TEXT, f'<c r="{TEXT}" t="s"><v>999999</v></c>', data=with_shared_strings())


@kinds.unreadable("RP-101")
def a_negative_shared_string() -> bytes:
    return with_cell(TEXT, f'<c r="{TEXT}" t="s"><v>-1</v></c>', data=with_shared_strings())


@kinds.unreadable("RP-101")
def a_shared_string_of_thousands_of_digits() -> bytes:
    xml = f'<c r="{TEXT}" t="s"><v>{MANY_DIGITS}</v></c>'
    return with_cell(TEXT, xml, data=with_shared_strings())


@kinds.unreadable("RP-101")
def a_shared_string_without_shared_strings() -> bytes:
    return with_cell(TEXT, f'<c r="{TEXT}" t="s"><v>0</v></c>')


@kinds.accepted()
def more_shared_strings_promised_than_there_are() -> bytes:
    data = with_shared_strings()
    promised = text_of(STRINGS, data).replace('uniqueCount="', 'uniqueCount="40000000', 1)
    return with_parts({STRINGS: promised}, data)


@kinds.unreadable(NO_NUMBER)
def not_a_number() -> bytes:
    return with_count("NaN")


@kinds.unreadable(NO_NUMBER)
def infinity() -> bytes:
    return with_count("INF")


@kinds.unreadable(NO_NUMBER)
def less_than_everything() -> bytes:
    return with_count("-Infinity")


@kinds.unreadable(NO_NUMBER)
def a_number_beyond_every_number() -> bytes:
    return with_count("1e999")


@kinds.unreadable(NO_NUMBER)
def a_number_as_python_writes_it() -> bytes:
    return with_count("5_5")


@kinds.unreadable(NO_NUMBER)
def a_hexadecimal_number() -> bytes:
    return with_count("0x37")


@kinds.unreadable(NO_NUMBER)
def a_number_in_foreign_digits() -> bytes:
    return with_count("٥٥")


@kinds.unreadable(NO_NUMBER)
def a_number_with_a_comma() -> bytes:
    return with_count("55,0")


@kinds.unreadable(NO_NUMBER)
def two_numbers() -> bytes:
    return with_count("5 5")


@kinds.unreadable(NO_NUMBER)
def a_word_in_a_number_cell() -> bytes:
    return with_count("tres")


@kinds.accepted()
def a_number_with_an_exponent() -> bytes:
    return with_count("5.5E+1")


@kinds.accepted()
def a_number_with_room_around_it() -> bytes:
    return with_count("\n 55 \t")


@kinds.accepted()
def a_number_of_many_digits() -> bytes:
    return with_count("55." + "0" * 400)


@kinds.refused("RP-409")
def a_number_of_three_hundred_digits() -> bytes:
    return with_count("1e300")


@kinds.refused("RP-409")
def a_number_next_to_nothing() -> bytes:
    return with_count("5e-324")


@kinds.refused("RP-409")
def a_negative_count() -> bytes:
    return with_count("-60")


@kinds.refused("RP-406")
def an_error_value() -> bytes:
    return with_count("#DIV/0!", ' t="e"')


@kinds.unreadable("RP-101")
def an_error_value_that_does_not_exist() -> bytes:
    return with_count("60", ' t="e"')


@kinds.refused("RP-413")
def a_truth_for_a_number() -> bytes:
    return with_count("1", ' t="b"')


@kinds.unreadable("RP-101")
def a_truth_of_two() -> bytes:
    return with_count("2", ' t="b"')


@kinds.unreadable("RP-101")
def an_unknown_type() -> bytes:
    return with_count("60", ' t="x"')


@kinds.unreadable("RP-101")
def a_type_in_capitals() -> bytes:
    return with_count("60", ' t="N"')


@kinds.refused("RP-401")
def a_number_as_text() -> bytes:
    return with_count("60", ' t="str"')


@kinds.unreadable("RP-101")
def a_text_and_a_value() -> bytes:
    return with_text("<v>Andet</v><is><t>Notat</t></is>")


@kinds.unreadable("RP-101")
def a_number_and_a_text() -> bytes:
    return with_cell(COUNT, f'<c r="{COUNT}"><v>55</v><is><t>99</t></is></c>')


@kinds.unreadable("RP-101")
def a_text_in_a_cell_of_numbers() -> bytes:
    return with_cell(TEXT, f'<c r="{TEXT}"><is><t>Notat</t></is></c>')


@kinds.accepted()
def a_text_in_runs_with_a_reading_guide() -> bytes:
    first = '<t xml:space="preserve">Notat </t>'
    runs = f"<r><rPr><b/></rPr>{first}</r><r><t>20-117</t></r>"
    return with_text(f'<is>{runs}<rPh sb="0" eb="1"><t>Andet</t></rPh></is>')


@kinds.accepted()
def a_text_beside_a_formula_type() -> bytes:
    return with_text("<v>Notat 20-117</v>", "str")


@kinds.accepted()
def escaped_characters() -> bytes:
    return with_text("<is><t>_x004E_otat_x000D_\n20_x005F_x0041_</t></is>")


@kinds.accepted()
def an_escaped_control_character() -> bytes:
    return with_text("<is><t>Notat_x001B_[31m_x0007_</t></is>")


@kinds.accepted()
def an_escaped_zero() -> bytes:
    return with_text("<is><t>Notat_x0000_</t></is>")


@kinds.accepted()
def half_a_surrogate_pair() -> bytes:
    return with_text("<is><t>Notat_xD83D_</t></is>")
