"""The codes of layers 1 to 3: container, form, agreement."""

import io
from collections.abc import Callable
from datetime import date

from openpyxl import Workbook

from tests.hostile.kinds import VARIANTS
from tests.validators.case import Case, typed_over
from tests.validators.damage import (
    Formula,
    Place,
    put,
    rearrange,
    with_column_moved,
    with_row_inserted,
    with_row_moved,
    with_row_twice,
    with_sheet_added,
    with_sheet_moved,
    without_column,
    without_row,
    without_sheet,
)
from tests.validators.reports import complete_report
from workbooks.form import Sheet

GOALS, HISTORY, MASTER, REPORT = Sheet.GOALS, Sheet.HISTORY, Sheet.MASTER, Sheet.REPORT


def of_unknown_plan() -> bytes:
    """A report that names another plan in both places that name it."""
    return put(
        complete_report(),
        {(MASTER, "B6"): "styrelsen-1999", (Sheet.HIDDEN, "B1"): "styrelsen-1999"},
    )


def of_no_plan() -> bytes:
    """A workbook of somebody's own."""
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


HOSTILE = {str(each): each.make for each in VARIANTS}


def moved(sheet: Sheet, place: Place) -> Callable[[], bytes]:
    """A complete report with cells of a sheet moved."""
    return lambda: rearrange(complete_report(), sheet, place)


CONTAINER = (
    Case("RP-101", HOSTILE["containers/cut_off_in_the_directory"]),
    Case("RP-102", HOSTILE["formats/a_portable_document"]),
    Case("RP-103", HOSTILE["formats/a_workbook_with_a_password"]),
    Case("RP-117", HOSTILE["formats/a_workbook_encrypted_by_a_label"]),
    Case("RP-104", HOSTILE["containers/empty"]),
    Case("RP-107", HOSTILE["containers/a_bomb_by_its_ratio"]),
    Case("RP-108", HOSTILE["containers/a_second_workbook_after_the_end"]),
    Case("RP-110", HOSTILE["activity/macros_without_a_relation"]),
    Case("RP-111", HOSTILE["activity/a_link_to_another_workbook"]),
    Case("RP-112", HOSTILE["activity/a_connection"]),
    Case("RP-113", HOSTILE["activity/a_link_to_a_page"], REPORT, "S15"),
    Case("RP-114", HOSTILE["activity/a_workbook_for_macros_that_has_none"]),
    Case("RP-115", HOSTILE["programs/the_pane_of_an_add_in_open"]),
)

STRUCTURE = (
    Case("RP-201", of_no_plan),
    Case("RP-202", of_unknown_plan),
    Case("RP-217", typed_over(Sheet.HIDDEN, "B3", "1"), "_rp", "B3"),
    Case("RP-203", typed_over(Sheet.HIDDEN, "B4", "0" * 64), "_rp", "B4"),
    Case("RP-204", lambda: without_sheet(complete_report(), HISTORY), HISTORY, "A1"),
    Case(
        "RP-205", lambda: with_sheet_moved(complete_report(), HISTORY, before=REPORT), HISTORY, "A1"
    ),
    Case("RP-206", lambda: with_sheet_added(complete_report(), "Ark1"), "Ark1", "A1"),
    Case("RP-207", moved(REPORT, without_column("O")), REPORT, "O10"),
    Case("RP-208", moved(REPORT, with_column_moved("I", "H")), REPORT, "H10"),
    Case("RP-209", moved(REPORT, without_row(12)), REPORT, "A12", "1.1.b"),
    Case("RP-210", typed_over(REPORT, "A30", "2.4.a"), REPORT, "A30"),
    Case("RP-211", moved(REPORT, with_row_twice(12)), REPORT, "A13", "1.1.b"),
    Case("RP-212", moved(REPORT, with_row_moved(12, 16)), REPORT, "A16", "1.1.b"),
    Case("RP-213", moved(GOALS, with_row_inserted(3)), GOALS, "A11"),
    Case("RP-214", moved(HISTORY, without_row(5)), HISTORY, "A5"),
    Case("RP-218", HOSTILE["programs/cleaned_of_hidden_sheets"], "_rp", "A1"),
)

INTEGRITY = (
    Case("RP-301", typed_over(REPORT, "E12", 0.75), REPORT, "E12", "1.1.b"),
    Case("RP-302", typed_over(REPORT, "D12", "højst"), REPORT, "D12", "1.1.b"),
    Case("RP-303", typed_over(REPORT, "G14", date(2021, 6, 30)), REPORT, "G14", "1.2.a"),
    Case("RP-304", typed_over(GOALS, "C11", "a eller b"), GOALS, "C11", "1.1"),
    Case("RP-305", typed_over(GOALS, "D11", 25), GOALS, "D11", "1.1"),
    Case("RP-306", typed_over(MASTER, "B7", "Min styrelse"), MASTER, "B7"),
    Case("RP-307", typed_over(REPORT, "I10", "Resultatet"), REPORT, "I10"),
    Case("RP-308", typed_over(REPORT, "A12", "1.1.x"), REPORT, "A12", "1.1.b"),
    Case("RP-309", typed_over(REPORT, "C12", "Noget lettere"), REPORT, "C12", "1.1.b"),
    Case("RP-310", typed_over(REPORT, "M12", "opfyldt"), REPORT, "M12", "1.1.b"),
    Case(
        "RP-311",
        typed_over(REPORT, "M12", Formula('=IF(L12>=0.5,"opfyldt","afventer")')),
        REPORT,
        "M12",
        "1.1.b",
    ),
    Case("RP-312", typed_over(REPORT, "J12", "se bilag"), REPORT, "J12", "1.1.b"),
    Case("RP-313", typed_over(REPORT, "U3", "Husk moms"), REPORT, "U3"),
    Case("RP-315", typed_over(HISTORY, "D6", 50), HISTORY, "D6", "1.1.a"),
    Case("RP-316", HOSTILE["showing/a_hidden_sheet"], REPORT, "A1"),
    Case("RP-317", HOSTILE["showing/a_result_merged_into_the_one_above"], REPORT, "I12", "1.1.b"),
    Case("RP-318", HOSTILE["showing/a_percentage_for_a_count"], REPORT, "I11", "1.1.a"),
    Case("RP-319", HOSTILE["tampering/a_table_that_ends_too_early"], REPORT, "A10"),
    Case("RP-320", HOSTILE["programs/values_pasted_over_everything"], REPORT, "C5"),
)

FORM = (*CONTAINER, *STRUCTURE, *INTEGRITY)
