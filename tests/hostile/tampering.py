"""The agreement changed.

What raises a code in the plain way is tested in `tests/validators`; here is what goes about it.
"""

from tests.hostile.original import changed, original
from tests.hostile.variant import Kinds
from tests.validators.damage import put
from workbooks.form import Sheet

kinds = Kinds("tampering")


@kinds.accepted("RP-319")
def two_tables_with_exchanged_names() -> bytes:
    data = changed(
        "xl/tables/table2.xml", 'displayName="tblAfrapportering"', 'displayName="tblMaal"'
    )
    return changed(
        "xl/tables/table3.xml", 'displayName="tblMaal"', 'displayName="tblAfrapportering"', data
    )


kinds.refused(
    "RP-203",
    "RP-306",
    the_identity_of_another_plan=lambda: put(
        original(), {(Sheet.HIDDEN, "B1"): "benchmarkingenheden-2023"}
    ),
)
kinds.accepted(
    "RP-319",
    a_table_that_ends_too_early=lambda: changed(
        "xl/tables/table2.xml", 'ref="A10:X29"', 'ref="A10:X12"'
    ),
)
