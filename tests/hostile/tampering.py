"""The agreement changed, formulas replaced, figures shown that nothing computed."""

from __future__ import annotations

from tests.hostile.original import FORMULA, TARGET, changed, original
from tests.hostile.variant import Kinds
from tests.validators.damage import (
    Content,
    Formula,
    put,
    rearrange,
    show,
    with_column_moved,
    with_row_moved,
    with_row_twice,
    with_sheet_added,
    without_row,
    without_sheet,
)
from workbooks.form import SECURED_CELL, Sheet

kinds = Kinds("tampering")


def typed(sheet: Sheet, cell: str, value: Content) -> bytes:
    return put(original(), {(sheet, cell): value})


@kinds.refused("RP-301")
def an_easier_target() -> bytes:
    return typed(Sheet.REPORT, TARGET, 0.5)


@kinds.refused("RP-301")
def a_target_as_a_formula() -> bytes:
    return typed(Sheet.REPORT, TARGET, Formula("=0.8", 0.8))


@kinds.refused("RP-301")
def a_target_as_text() -> bytes:
    return typed(Sheet.REPORT, TARGET, "80 %")


@kinds.refused("RP-302")
def another_kind() -> bytes:
    return typed(Sheet.REPORT, "D12", "højst")


@kinds.refused("RP-303")
def a_later_deadline() -> bytes:
    return typed(Sheet.REPORT, "G14", 44_561)


@kinds.refused("RP-304")
def an_easier_rule() -> bytes:
    return typed(Sheet.GOALS, "C11", "a eller b")


@kinds.refused("RP-305")
def a_heavier_weight() -> bytes:
    return typed(Sheet.GOALS, "D11", 90)


@kinds.refused("RP-306")
def another_institution() -> bytes:
    return typed(Sheet.MASTER, "B7", "Min styrelse")


@kinds.refused("RP-203", "RP-306")
def the_identity_of_another_plan() -> bytes:
    return typed(Sheet.HIDDEN, "B1", "benchmarkingenheden-2023")


@kinds.refused("RP-203")
def another_fingerprint() -> bytes:
    return typed(Sheet.HIDDEN, "B4", "0" * 64)


@kinds.refused("RP-308")
def another_key() -> bytes:
    return typed(Sheet.REPORT, "A12", "1.1.x")


@kinds.refused("RP-310")
def a_state_typed_over() -> bytes:
    return typed(Sheet.REPORT, FORMULA, "opfyldt")


@kinds.refused("RP-311")
def a_state_computed_otherwise() -> bytes:
    return typed(Sheet.REPORT, FORMULA, Formula('=IF(TRUE,"opfyldt","")', "opfyldt"))


@kinds.refused("RP-310")
def a_score_typed_over() -> bytes:
    return typed(Sheet.GOALS, SECURED_CELL, 100)


@kinds.refused("RP-603")
def a_score_shown_that_nothing_gives() -> bytes:
    return show(original(), {(Sheet.GOALS, SECURED_CELL): 12})


@kinds.refused("RP-603")
def a_score_shown_as_text() -> bytes:
    return show(original(), {(Sheet.GOALS, SECURED_CELL): "100"})


@kinds.refused("RP-312")
def a_grey_cell_filled_in() -> bytes:
    return typed(Sheet.REPORT, "J12", "se bilag")


@kinds.refused("RP-315")
def another_history() -> bytes:
    return typed(Sheet.HISTORY, "D6", 50)


@kinds.refused("RP-209")
def a_row_less() -> bytes:
    return rearrange(original(), Sheet.REPORT, without_row(12))


@kinds.refused("RP-211")
def a_row_again() -> bytes:
    return rearrange(original(), Sheet.REPORT, with_row_twice(12))


@kinds.refused("RP-212")
def rows_exchanged() -> bytes:
    return rearrange(original(), Sheet.REPORT, with_row_moved(12, 16))


@kinds.refused("RP-208")
def columns_exchanged() -> bytes:
    return rearrange(original(), Sheet.REPORT, with_column_moved("I", "H"))


@kinds.refused("RP-204")
def a_sheet_less() -> bytes:
    return without_sheet(original(), Sheet.HISTORY)


@kinds.accepted("RP-206")
def a_sheet_more() -> bytes:
    return with_sheet_added(original(), "Beregning")


@kinds.accepted("RP-319")
def a_table_that_ends_too_early() -> bytes:
    return changed("xl/tables/table2.xml", 'ref="A10:S29"', 'ref="A10:S12"')


@kinds.accepted("RP-319")
def two_tables_with_exchanged_names() -> bytes:
    data = changed(
        "xl/tables/table2.xml", 'displayName="tblAfrapportering"', 'displayName="tblMaal"'
    )
    return changed(
        "xl/tables/table3.xml", 'displayName="tblMaal"', 'displayName="tblAfrapportering"', data
    )
