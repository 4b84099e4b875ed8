"""The codes of layers 1 to 3: container, form, agreement."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook

from tests.hostile.kinds import VARIANTS
from tests.validators.case import Case, typed_over
from tests.validators.damage import (
    Formula,
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

CONTAINER = (
    Case("RP-101", HOSTILE["containers/cut_off_in_the_directory"]),
    Case("RP-102", HOSTILE["formats/a_portable_document"]),
    Case("RP-103", HOSTILE["formats/a_workbook_with_a_password"]),
    Case("RP-104", HOSTILE["containers/empty"]),
    Case("RP-107", HOSTILE["containers/a_bomb_by_its_ratio"]),
    Case("RP-108", HOSTILE["containers/bytes_after_the_end"]),
    Case("RP-110", HOSTILE["activity/macros_without_a_relation"]),
    Case("RP-111", HOSTILE["activity/a_link_to_another_workbook"]),
    Case("RP-112", HOSTILE["activity/an_embedded_object"]),
    Case("RP-113", HOSTILE["activity/a_link_to_a_page"], "Afrapportering", "S15"),
)

STRUCTURE = (
    Case("RP-201", of_no_plan),
    Case("RP-202", of_unknown_plan),
    Case("RP-203", typed_over(Sheet.HIDDEN, "B4", "0" * 64), "_rp", "B4"),
    Case(
        "RP-204",
        lambda: without_sheet(complete_report(), HISTORY),
        "Historik",
        "A1",
    ),
    Case(
        "RP-205",
        lambda: with_sheet_moved(complete_report(), HISTORY, before=REPORT),
        "Historik",
        "A1",
    ),
    Case("RP-206", lambda: with_sheet_added(complete_report(), "Ark1"), "Ark1", "A1"),
    Case(
        "RP-207",
        lambda: rearrange(complete_report(), REPORT, without_column("O")),
        "Afrapportering",
        "O10",
    ),
    Case(
        "RP-208",
        lambda: rearrange(complete_report(), REPORT, with_column_moved("I", "H")),
        "Afrapportering",
        "H10",
    ),
    Case(
        "RP-209",
        lambda: rearrange(complete_report(), REPORT, without_row(12)),
        "Afrapportering",
        "A12",
        "1.1.b",
    ),
    Case("RP-210", typed_over(REPORT, "A30", "2.4.a"), "Afrapportering", "A30"),
    Case(
        "RP-211",
        lambda: rearrange(complete_report(), REPORT, with_row_twice(12)),
        "Afrapportering",
        "A13",
        "1.1.b",
    ),
    Case(
        "RP-212",
        lambda: rearrange(complete_report(), REPORT, with_row_moved(12, 16)),
        "Afrapportering",
        "A16",
        "1.1.b",
    ),
    Case(
        "RP-213",
        lambda: rearrange(complete_report(), GOALS, with_row_inserted(3)),
        "Målopfyldelse",
        "A11",
    ),
    Case(
        "RP-214",
        lambda: rearrange(complete_report(), HISTORY, without_row(5)),
        "Historik",
        "A5",
    ),
)

INTEGRITY = (
    Case("RP-301", typed_over(REPORT, "E12", 0.75), "Afrapportering", "E12", "1.1.b"),
    Case("RP-302", typed_over(REPORT, "D12", "højst"), "Afrapportering", "D12", "1.1.b"),
    Case("RP-303", typed_over(REPORT, "G14", date(2021, 6, 30)), "Afrapportering", "G14", "1.2.a"),
    Case("RP-304", typed_over(GOALS, "C11", "a eller b"), "Målopfyldelse", "C11", "1.1"),
    Case("RP-305", typed_over(GOALS, "D11", 25), "Målopfyldelse", "D11", "1.1"),
    Case("RP-306", typed_over(MASTER, "B7", "Min styrelse"), "Stamdata", "B7"),
    Case("RP-307", typed_over(REPORT, "I10", "Resultatet"), "Afrapportering", "I10"),
    Case("RP-308", typed_over(REPORT, "A12", "1.1.x"), "Afrapportering", "A12", "1.1.b"),
    Case("RP-309", typed_over(REPORT, "C12", "Noget lettere"), "Afrapportering", "C12", "1.1.b"),
    Case("RP-310", typed_over(REPORT, "M12", "opfyldt"), "Afrapportering", "M12", "1.1.b"),
    Case(
        "RP-311",
        typed_over(REPORT, "M12", Formula('=IF(L12>=0.5,"opfyldt","afventer")')),
        "Afrapportering",
        "M12",
        "1.1.b",
    ),
    Case("RP-312", typed_over(REPORT, "J12", "se bilag"), "Afrapportering", "J12", "1.1.b"),
    Case("RP-313", typed_over(REPORT, "U3", "Husk moms"), "Afrapportering", "U3"),
    Case("RP-315", typed_over(HISTORY, "D6", 50), "Historik", "D6", "1.1.a"),
    Case("RP-316", HOSTILE["showing/a_hidden_sheet"], "Afrapportering", "A1"),
    Case(
        "RP-317",
        HOSTILE["showing/a_result_merged_into_the_one_above"],
        "Afrapportering",
        "I12",
        "1.1.b",
    ),
    Case(
        "RP-318",
        HOSTILE["showing/a_percentage_for_a_count"],
        "Afrapportering",
        "I11",
        "1.1.a",
    ),
    Case("RP-319", HOSTILE["tampering/a_table_that_ends_too_early"], "Afrapportering", "A10"),
)

FORM = (*CONTAINER, *STRUCTURE, *INTEGRITY)
