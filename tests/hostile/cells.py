"""Cells that say two things, nothing, or something no cell can hold; formulas; dates."""

import re
from functools import partial

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
    Change,
    before_end,
    replaced,
    rewritten,
    together,
    with_cell,
    with_content,
    with_count,
    with_text,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import sheet_part
from tests.validators.reports import plan_named
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.specs import DATE_FORMAT

kinds = Kinds("cells")
formulas = Kinds("formulas")
dates = Kinds("dates")

MANY_DIGITS = "1" * 5_000


def with_value(value: str, kind: str = "") -> Change:
    """Another value in the cell of a count."""
    return with_count(f"<v>{value}</v>", kind)


def with_reference(reference: str) -> Change:
    """The cell of a count says that it stands elsewhere."""
    return with_cell(COUNT, lambda cell: cell.replace(f'"{COUNT}"', f'"{reference}"'))


def with_row(number: str) -> Change:
    """The row of a count says that it is another."""
    return replaced(REPORT, '<row r="12"', f'<row r="{number}"')


kinds.unreadable(
    "RP-101",
    rows_out_of_order=rewritten(
        REPORT,
        lambda text: re.sub(r'(<row r="12".*)(<row r="14".*)(?=</sheetData>)', r"\2\1", text),
    ),
    cells_out_of_order=together(
        with_cell("A12", lambda _: ""), with_cell(COUNT, lambda cell: f'{cell}<c r="A12"/>')
    ),
    an_address_twice=with_cell(COUNT, lambda cell: f'{cell}<c r="{COUNT}"><v>99</v></c>'),
    an_address_twice_and_blank_at_first=with_cell(COUNT, lambda cell: f'<c r="{COUNT}"/>{cell}'),
    a_row_twice=replaced(REPORT, '<row r="14"', f'<row r="12"><c r="{COUNT}"/></row><row r="14"'),
    a_cell_of_another_row=with_reference("I300"),
    a_reference_without_a_row=with_reference("I"),
    a_reference_without_a_column=with_reference("11"),
    a_reference_with_dollars=with_reference("$I$11"),
    a_reference_with_leading_zeros=with_reference("I0011"),
    a_reference_beyond_the_last_column=with_reference("XFE11"),
    a_reference_of_thousands_of_letters=with_reference("I" * 5_000 + "11"),
    a_reference_of_thousands_of_digits=with_reference(f"I{MANY_DIGITS}"),
    a_reference_in_foreign_digits=with_reference("I١١"),
    row_zero=with_row("0"),
    a_negative_row=with_row("-12"),
    a_row_beyond_the_last=with_row("1048577"),
    a_row_of_thousands_of_digits=with_row(MANY_DIGITS),
    a_shared_string_of_thousands_of_digits=with_text(f"<v>{MANY_DIGITS}</v>", "s"),
    a_shared_string_that_is_not_there=with_text("<v>999999</v>", "s"),
    a_negative_shared_string=with_text("<v>-1</v>", "s"),
    a_text_and_a_value=with_text("<v>Andet</v><is><t>Notat</t></is>"),
    a_text_in_a_cell_of_numbers=with_content(TEXT, "<is><t>Notat</t></is>"),
)

kinds.refused(
    "RP-406",
    a_value_in_the_place_of_a_text=with_value("55", "inlineStr"),
    an_error_value=with_value("#DIV/0!", "e"),
    a_picture_in_the_cell=with_count("<v>#VALUE!</v>", "e", ' vm="1"'),
    an_error_value_that_does_not_exist=with_value("60", "e"),
    a_truth_of_two=with_value("2", "b"),
    an_unknown_type=with_value("60", "x"),
    not_a_number=with_value("NaN"),
    infinity=with_value("INF"),
    a_number_beyond_every_number=with_value("1e999"),
    a_number_as_python_writes_it=with_value("5_5"),
    a_number_in_foreign_digits=with_value("٥٥"),
    a_number_with_a_comma=with_value("55,0"),
)

kinds.accepted(
    # The sheet `_rp` is dense: its numbers can be counted.
    rows_and_cells_without_numbers=rewritten(
        HIDDEN, lambda text: re.sub(r' r="[A-Z]*\d+"', "", text)
    ),
    more_shared_strings_promised_than_there_are=replaced(
        STRINGS, 'uniqueCount="', 'uniqueCount="40000000'
    ),
    a_reference_in_small_letters=with_reference("i12"),
    a_number_with_room_around_it=with_value("\n 55 \t"),
    a_number_of_many_digits=with_value("55." + "0" * 400),
    an_escaped_control_character=with_text("<is><t>Notat_x001B_[31m_x0007_</t></is>"),
    an_escaped_zero=with_text("<is><t>Notat_x0000_</t></is>"),
    half_a_surrogate_pair=with_text("<is><t>Notat_xD83D_</t></is>"),
)

kinds.refused(
    "RP-409",
    a_number_of_three_hundred_digits=with_value("1e300"),
    a_number_next_to_nothing=with_value("5e-324"),
    a_negative_count=with_value("-60"),
)

kinds.refused("RP-413", a_truth_for_a_number=with_value("1", "b"))
kinds.refused("RP-401", a_number_as_text=with_value("60", "str"))


def valued(address: str, start: str) -> Change:
    """The cell begins otherwise, and has the value that it had."""
    return with_cell(address, lambda cell: f"{start}<v>{cell.partition('<v>')[2]}")


def shared(formula: str) -> Change:
    """A formula that two cells share, the first of which has it."""
    first = f'<f t="shared" ref="I12:I13" si="0">{formula}</f><v>55</v>'
    second = valued(SHARE, f'<c r="{SHARE}"><f t="shared" si="0"/>')
    return together(with_count(first), second)


formulas.accepted(
    "RP-412",
    a_formula_with_its_value=with_count("<f>20+35</f><v>55</v>"),
    an_array_formula_over_two_inputs=with_count('<f t="array" ref="I12:I13">{55;0.9}</f><v>55</v>'),
    a_shared_formula=shared("20+35"),
    a_shared_formula_that_cannot_be_taken_apart=shared('A1&amp;"aldrig lukket'),
    a_shared_formula_without_its_master=with_count('<f t="shared" si="7"/><v>55</v>'),
)

formulas.accepted(
    an_array_formula_in_place_of_a_formula=with_cell(
        FORMULA, lambda cell: cell.replace("<f>", f'<f t="array" ref="{FORMULA}">')
    )
)

formulas.refused(
    "RP-413",
    a_formula_without_a_value=with_count("<f>20+35</f>"),
    a_formula_with_a_truth_for_its_value=with_count("<f>20+35</f><v>1</v>", "b"),
)

formulas.refused(
    "RP-401", a_formula_with_a_text_for_its_value=with_count("<f>20+35</f><v>55</v>", "str")
)

formulas.refused(
    "RP-406", a_formula_with_an_error_for_its_value=with_count("<f>20+35</f><v>#N/A</v>", "e")
)

formulas.unreadable(
    "RP-101",
    two_formulas_in_a_cell=with_count("<f>20+35</f><f>99</f><v>55</v>"),
    a_shared_formula_with_two_masters=together(
        shared("20+35"), with_content(SHARE, '<f t="shared" ref="I13" si="0">9/10</f><v>0.9</v>')
    ),
)


formulas.refused(
    "RP-311",
    an_empty_formula_in_place_of_a_formula=valued(FORMULA, f'<c r="{FORMULA}" t="str"><f></f>'),
    a_shared_formula_without_its_master_in_place_of_a_formula=with_content(
        FORMULA, '<f t="shared" si="7"/><v>opfyldt</v>', "str"
    ),
)

formulas.refused(
    "RP-310", a_formula_as_text=with_content(FORMULA, "<is><t>=1</t></is>", "inlineStr")
)


FOUR_YEARS = 1462


def with_day(value: str, kind: str = "") -> Change:
    return with_content(DAY, f"<v>{value}</v>", kind)


def dates_of_1904(data: bytes) -> bytes:
    """As Excel on an old Mac saves it: every date four years less."""

    def earlier(found: re.Match[str]) -> str:
        return f"{found[1]}{int(found[2]) - FOUR_YEARS}"

    for spec in blueprint_of(plan_named()).sheets:
        days = [at for at, cell in spec.cells.items() if cell.number_format == DATE_FORMAT]
        if days:
            cell = rf'(<c [^>]*r="(?:{"|".join(days)})"[^>]*>(?:<f>[^<]*</f>)?<v>)(\d+)'
            data = rewritten(sheet_part(spec.name), partial(re.sub, cell, earlier))(data)
    return SINCE_1904(data)


def _since(what: str) -> Change:
    return replaced(WORKBOOK, "<workbookPr>", f'<workbookPr date1904="{what}">')


SINCE_1904 = _since("1")
"""The workbook says that its days are counted from 1904."""
WITH_EXTENSION = before_end(
    WORKBOOK,
    "workbook",
    "<extLst><ext uri='x'>"
    '<x15:workbookPr xmlns:x15="urn:x15" chartTrackingRefBase="1"/></ext></extLst>',
)

dates.accepted(
    the_dates_of_1904=dates_of_1904,
    the_dates_of_1904_with_an_extension_of_2013=together(dates_of_1904, WITH_EXTENSION),
    a_date_in_iso_among_those_of_1904=together(dates_of_1904, with_day("2020-12-31", "d")),
    a_date_in_iso=with_day("2020-12-01", "d"),
)

dates.accepted("RP-412", a_date_by_formula=valued(DAY, f'<c r="{DAY}"><f>DATE(2020,12,1)</f>'))

dates.refused("RP-303", "RP-309", the_dates_of_1904_claimed_alone=SINCE_1904)

dates.unreadable("RP-101", a_date_system_that_is_neither=_since("ja"))

dates.refused("RP-405", a_date_in_iso_with_a_time=with_day("2020-12-01T14:30:00", "d"))

dates.refused(
    "RP-405",
    "RP-414",
    a_time_of_day_in_iso=with_day("14:30:00", "d"),
    a_moment_before_all_days=with_day("-1e-9"),
)

dates.refused(
    "RP-414",
    day_zero=with_day("0"),
    the_day_that_never_was=with_day("60"),
    the_day_after_the_last=with_day("2958466"),
    a_day_of_three_hundred_digits=with_day("1e300"),
)

dates.refused(
    "RP-406",
    a_date_in_iso_that_is_none=with_day("2020-13-41", "d"),
    a_date_in_danish=with_day("01-12-2020", "d"),
)

dates.refused("RP-413", a_truth_for_a_date=with_day("1", "b"))
