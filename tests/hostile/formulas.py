"""Formulas without values, with two, shared, over several cells, as text."""

from tests.hostile.original import (
    COUNT,
    FORMULA,
    SHARE,
    cell_xml,
    every_sheet,
    with_cell,
    with_count,
)
from tests.hostile.variant import Kinds

kinds = Kinds("formulas")


SHARED_MASTER = f'<c r="{COUNT}"><f t="shared" ref="I11:I12" si="0">20+35</f><v>55</v></c>'


@kinds.accepted("RP-412")
def a_shared_formula() -> bytes:
    data = with_cell(COUNT, SHARED_MASTER)
    value = cell_xml(SHARE).partition("<v>")[2].partition("</v>")[0]
    return with_cell(SHARE, f'<c r="{SHARE}"><f t="shared" si="0"/><v>{value}</v></c>', data=data)


@kinds.unreadable("RP-101")
def a_shared_formula_with_two_masters() -> bytes:
    data = with_cell(COUNT, SHARED_MASTER)
    other = f'<c r="{SHARE}"><f t="shared" ref="I12" si="0">9/10</f><v>0.9</v></c>'
    return with_cell(SHARE, other, data=data)


@kinds.accepted("RP-412")
def a_shared_formula_that_cannot_be_taken_apart() -> bytes:
    broken = SHARED_MASTER.replace("20+35", 'A1&amp;"aldrig lukket')
    data = with_cell(COUNT, broken)
    return with_cell(SHARE, f'<c r="{SHARE}"><f t="shared" si="0"/><v>1</v></c>', data=data)


@kinds.accepted("RP-412")
def an_array_formula_over_two_inputs() -> bytes:
    xml = f'<c r="{COUNT}"><f t="array" ref="I11:I12">{{55;0.9}}</f><v>55</v></c>'
    return with_cell(COUNT, xml)


@kinds.accepted()
def an_array_formula_in_place_of_a_formula() -> bytes:
    xml = cell_xml(FORMULA).replace("<f>", f'<f t="array" ref="{FORMULA}">')
    assert xml != cell_xml(FORMULA)
    return with_cell(FORMULA, xml)


@kinds.refused("RP-311")
def an_empty_formula_in_place_of_a_formula() -> bytes:
    value = "<v>" + cell_xml(FORMULA).partition("<v>")[2]
    return with_cell(FORMULA, f'<c r="{FORMULA}" t="str"><f></f>{value}')


kinds.accepted(
    "RP-412",
    a_formula_with_its_value=lambda: with_count("<f>20+35</f><v>55</v>"),
    a_shared_formula_without_its_master=lambda: with_count('<f t="shared" si="7"/><v>55</v>'),
)

kinds.accepted(
    functions_of_a_compiled_add_in=lambda: every_sheet({"IFERROR(RP_": "IFERROR(_xll.RP_"}),
    functions_of_a_task_pane=lambda: every_sheet({"IFERROR(RP_": "IFERROR(_xldudf_RP_RP_"}),
)

kinds.refused(
    "RP-413",
    a_formula_without_a_value=lambda: with_count("<f>20+35</f>"),
    a_formula_with_a_truth_for_its_value=lambda: with_count("<f>20+35</f><v>1</v>", ' t="b"'),
)

kinds.refused(
    "RP-401",
    a_formula_with_a_text_for_its_value=lambda: with_count("<f>20+35</f><v>55</v>", ' t="str"'),
)

kinds.refused(
    "RP-406",
    a_formula_with_an_error_for_its_value=lambda: with_count("<f>20+35</f><v>#N/A</v>", ' t="e"'),
)

kinds.unreadable(
    "RP-101", two_formulas_in_a_cell=lambda: with_count("<f>20+35</f><f>99</f><v>55</v>")
)

kinds.unreadable(
    "RP-107", a_formula_beyond_the_longest=lambda: with_count(f"<f>{'+1' * 4_097}</f><v>55</v>")
)

kinds.refused(
    "RP-311",
    a_shared_formula_without_its_master_in_place_of_a_formula=lambda: with_cell(
        FORMULA, f'<c r="{FORMULA}" t="str"><f t="shared" si="7"/><v>opfyldt</v></c>'
    ),
)

kinds.refused(
    "RP-310",
    a_formula_as_text=lambda: with_cell(
        FORMULA, f'<c r="{FORMULA}" t="inlineStr"><is><t>=1</t></is></c>'
    ),
)
