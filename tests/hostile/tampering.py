"""The agreement changed, formulas replaced, figures shown that nothing computed."""

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


@kinds.accepted("RP-319")
def two_tables_with_exchanged_names() -> bytes:
    data = changed(
        "xl/tables/table2.xml", 'displayName="tblAfrapportering"', 'displayName="tblMaal"'
    )
    return changed(
        "xl/tables/table3.xml", 'displayName="tblMaal"', 'displayName="tblAfrapportering"', data
    )


kinds.refused(
    "RP-301",
    an_easier_target=lambda: typed(Sheet.REPORT, TARGET, 0.5),
    a_target_as_a_formula=lambda: typed(Sheet.REPORT, TARGET, Formula("=0.8", 0.8)),
    a_target_as_text=lambda: typed(Sheet.REPORT, TARGET, "80 %"),
)

kinds.refused("RP-302", another_kind=lambda: typed(Sheet.REPORT, "D12", "højst"))
kinds.refused("RP-303", a_later_deadline=lambda: typed(Sheet.REPORT, "G14", 44_561))
kinds.refused("RP-304", an_easier_rule=lambda: typed(Sheet.GOALS, "C11", "a eller b"))
kinds.refused("RP-305", a_heavier_weight=lambda: typed(Sheet.GOALS, "D11", 90))
kinds.refused("RP-306", another_institution=lambda: typed(Sheet.MASTER, "B7", "Min styrelse"))

kinds.refused(
    "RP-203",
    "RP-306",
    the_identity_of_another_plan=lambda: typed(Sheet.HIDDEN, "B1", "benchmarkingenheden-2023"),
)

kinds.refused("RP-203", another_fingerprint=lambda: typed(Sheet.HIDDEN, "B4", "0" * 64))
kinds.refused("RP-308", another_key=lambda: typed(Sheet.REPORT, "A12", "1.1.x"))

kinds.refused(
    "RP-310",
    a_state_typed_over=lambda: typed(Sheet.REPORT, FORMULA, "opfyldt"),
    a_score_typed_over=lambda: typed(Sheet.GOALS, SECURED_CELL, 100),
)

kinds.refused(
    "RP-311",
    a_state_computed_otherwise=lambda: typed(
        Sheet.REPORT, FORMULA, Formula('=IF(TRUE,"opfyldt","")', "opfyldt")
    ),
)

kinds.refused(
    "RP-603",
    a_score_shown_that_nothing_gives=lambda: show(original(), {(Sheet.GOALS, SECURED_CELL): 12}),
    a_score_shown_as_text=lambda: show(original(), {(Sheet.GOALS, SECURED_CELL): "100"}),
)

kinds.refused("RP-312", a_grey_cell_filled_in=lambda: typed(Sheet.REPORT, "J12", "se bilag"))
kinds.refused("RP-315", another_history=lambda: typed(Sheet.HISTORY, "D6", 50))
kinds.refused("RP-209", a_row_less=lambda: rearrange(original(), Sheet.REPORT, without_row(12)))
kinds.refused("RP-211", a_row_again=lambda: rearrange(original(), Sheet.REPORT, with_row_twice(12)))

kinds.refused(
    "RP-212", rows_exchanged=lambda: rearrange(original(), Sheet.REPORT, with_row_moved(12, 16))
)

kinds.refused(
    "RP-208",
    columns_exchanged=lambda: rearrange(original(), Sheet.REPORT, with_column_moved("I", "H")),
)

kinds.refused("RP-204", a_sheet_less=lambda: without_sheet(original(), Sheet.HISTORY))
kinds.accepted("RP-206", a_sheet_more=lambda: with_sheet_added(original(), "Beregning"))

kinds.accepted(
    "RP-319",
    a_table_that_ends_too_early=lambda: changed(
        "xl/tables/table2.xml", 'ref="A10:S29"', 'ref="A10:S12"'
    ),
)
