"""The agreement changed, formulas replaced, figures shown that nothing computed.

What raises a code in the plain way is tested in `tests/validators`; here is what goes about it.
"""

from tests.hostile.original import TARGET, changed, original
from tests.hostile.variant import Kinds
from tests.validators.damage import Content, Formula, put, show
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
    a_target_as_a_formula=lambda: typed(Sheet.REPORT, TARGET, Formula("=0.8", 0.8)),
    a_target_as_text=lambda: typed(Sheet.REPORT, TARGET, "80 %"),
)
kinds.refused(
    "RP-203",
    "RP-306",
    the_identity_of_another_plan=lambda: typed(Sheet.HIDDEN, "B1", "benchmarkingenheden-2023"),
)
kinds.refused("RP-310", a_score_typed_over=lambda: typed(Sheet.GOALS, SECURED_CELL, 100))
kinds.refused(
    "RP-603",
    a_score_shown_that_nothing_gives=lambda: show(original(), {(Sheet.GOALS, SECURED_CELL): 12}),
    a_score_shown_as_text=lambda: show(original(), {(Sheet.GOALS, SECURED_CELL): "100"}),
)
kinds.accepted(
    "RP-319",
    a_table_that_ends_too_early=lambda: changed(
        "xl/tables/table2.xml", 'ref="A10:X29"', 'ref="A10:X12"'
    ),
)
