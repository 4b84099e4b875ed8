"""One damage, and the one finding that it must raise: a case for every code, by its layer."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from openpyxl import Workbook

from tests.hostile.kinds import VARIANTS
from tests.validators.damage import (
    At,
    Content,
    ErrorValue,
    Formula,
    Place,
    put,
    rearrange,
    show,
    with_column_moved,
    with_formats,
    with_row_inserted,
    with_row_moved,
    with_row_twice,
    with_sheet_added,
    with_sheet_moved,
    without_column,
    without_row,
    without_sheet,
)
from tests.validators.reports import (
    SOCIAL,
    Where,
    address,
    calculated_report,
    complete_report,
    complete_values,
    plan_named,
    report,
)
from workbooks.form import SECURED_CELL, Column, Field, Sheet
from workbooks.prefill import Prefill
from workbooks.template.build import build_template


@dataclass(frozen=True)
class Case:
    """A finding, where it must stand, and what is done to a complete report to raise it."""

    code: str
    damage: Callable[[], bytes]
    sheet: str | None = None
    cell: str | None = None
    key: str | None = None


def changed(
    changes: Mapping[Where, Content], plan_id: str = SOCIAL, period_id: str = "Q4"
) -> Callable[[], bytes]:
    """Other inputs in a complete report."""
    return lambda: report(changes, plan_id, period_id)


def typed_over(
    sheet: Sheet, cell: str, value: Content, plan_id: str = SOCIAL
) -> Callable[[], bytes]:
    """A locked cell changed in a complete report."""
    return lambda: put(complete_report(plan_id), {(sheet, cell): value})


def shown(cells: Mapping[At, Content]) -> Callable[[], bytes]:
    """Other values in the formula cells of a complete, calculated report."""
    return lambda: show(calculated_report(), cells)


GOALS, HISTORY, MASTER, REPORT = Sheet.GOALS, Sheet.HISTORY, Sheet.MASTER, Sheet.REPORT


# Layers 1 to 3: container, form, agreement.


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
    Case("RP-113", HOSTILE["activity/a_link_to_a_page"], REPORT, "S17"),
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
    Case("RP-209", moved(REPORT, without_row(13)), REPORT, "A13", "1.1.b"),
    Case("RP-210", typed_over(REPORT, "A40", "2.4.a"), REPORT, "A40"),
    Case("RP-211", moved(REPORT, with_row_twice(13)), REPORT, "A14", "1.1.b"),
    Case("RP-212", moved(REPORT, with_row_moved(13, 19)), REPORT, "A19", "1.1.b"),
    Case("RP-213", moved(GOALS, with_row_inserted(3)), GOALS, "A11"),
    Case("RP-214", moved(HISTORY, without_row(5)), HISTORY, "A5"),
    Case("RP-218", HOSTILE["programs/cleaned_of_hidden_sheets"], "_rp", "A1"),
)

INTEGRITY = (
    Case("RP-301", typed_over(REPORT, "E13", 0.75), REPORT, "E13", "1.1.b"),
    Case("RP-302", typed_over(REPORT, "D13", "højst"), REPORT, "D13", "1.1.b"),
    Case("RP-303", typed_over(REPORT, "G16", date(2021, 6, 30)), REPORT, "G16", "1.2.a"),
    Case("RP-304", typed_over(GOALS, "C11", "a eller b"), GOALS, "C11", "1.1"),
    Case("RP-305", typed_over(GOALS, "D11", 25), GOALS, "D11", "1.1"),
    Case("RP-306", typed_over(MASTER, "B7", "Min styrelse"), MASTER, "B7"),
    Case("RP-307", typed_over(REPORT, "I10", "Resultatet"), REPORT, "I10"),
    Case("RP-308", typed_over(REPORT, "A13", "1.1.x"), REPORT, "A13", "1.1.b"),
    Case("RP-309", typed_over(REPORT, "C13", "Noget lettere"), REPORT, "C13", "1.1.b"),
    Case("RP-310", typed_over(REPORT, "M13", "opfyldt"), REPORT, "M13", "1.1.b"),
    Case(
        "RP-311",
        typed_over(REPORT, "M13", Formula('=IF(L13>=0.5,"opfyldt","afventer")')),
        REPORT,
        "M13",
        "1.1.b",
    ),
    Case("RP-312", typed_over(REPORT, "J13", "se bilag"), REPORT, "J13", "1.1.b"),
    Case("RP-313", typed_over(REPORT, "U3", "Husk moms"), REPORT, "U3"),
    Case("RP-315", typed_over(HISTORY, "D6", 50), HISTORY, "D6", "1.1.a"),
    Case("RP-316", HOSTILE["appearance/a_hidden_sheet"], REPORT, "A1"),
    Case("RP-317", HOSTILE["appearance/a_result_merged_into_one_above"], REPORT, "I13", "1.1.b"),
    Case("RP-318", HOSTILE["appearance/a_percentage_for_a_count"], REPORT, "I12", "1.1.a"),
    Case("RP-319", HOSTILE["tampering/a_table_that_ends_too_early"], REPORT, "A10"),
    Case("RP-320", HOSTILE["programs/values_pasted_over_everything"], REPORT, "C5"),
)

FORM = (*CONTAINER, *STRUCTURE, *INTEGRITY)


# Layers 4 to 6: content, consistency, score.
SHARE = ("1.1.b", Column.RESULT)


def changed_after_calculating() -> bytes:
    """An input changed by a program that does not compute."""
    return put(calculated_report(), {(Sheet.REPORT, "I12"): 60})


def carried_and_not_changed() -> bytes:
    """A report on a template that was filled in with the count of the 3. kvartal."""
    inputs = {address(where): value for where, value in complete_values().items()}
    carried = {(Sheet.REPORT, "I12"): inputs[Sheet.REPORT, "I12"]}
    return build_template(plan_named(), inputs, Prefill("Q3", True, carried))


def a_count_that_became_a_date() -> bytes:
    """`1-2`, typed where the year is 2021."""
    result: At = (Sheet.REPORT, "I12")
    return with_formats(put(complete_report(), {result: date(2021, 2, 1)}), {result: "d-mmm"})


CONTENT = (
    Case("RP-401", changed({("1.1.b", Column.RESULT): "82,5"}), REPORT, "I13", "1.1.b"),
    Case("RP-402", changed({("1.1.b", Column.RESULT): 82}), REPORT, "I13", "1.1.b"),
    Case("RP-403", changed({("1.1.a", Column.RESULT): "ca. 60"}), REPORT, "I12", "1.1.a"),
    Case("RP-404", changed({("1.2.a", Column.DATE): "31-12-2020"}), REPORT, "J16", "1.2.a"),
    Case("RP-405", changed({("1.2.a", Column.DATE): datetime(2020, 12, 1, 14, 30)}), REPORT, "J16",
         "1.2.a"),
    Case("RP-406", changed({("1.1.a", Column.RESULT): ErrorValue("#N/A")}), REPORT, "I12", "1.1.a"),
    Case("RP-407", changed({("1.1.a", Column.RESULT): "N/A"}), REPORT, "I12", "1.1.a"),
    Case("RP-408", changed({Field.PREPARED_BY: None}), "Stamdata", "B12"),
    Case("RP-409", changed({("1.1.a", Column.RESULT): 60.5}), REPORT, "I12", "1.1.a"),
    Case("RP-410", changed({("1.1.a", Column.STATUS): "grøn"}), REPORT, "N12", "1.1.a"),
    Case("RP-411", changed({("1.1.a", Column.RESULT): "60\u00a0"}), REPORT, "I12", "1.1.a"),
    Case("RP-412", changed({("1.1.a", Column.RESULT): Formula("=20+40", 60)}), REPORT, "I12",
         "1.1.a"),
    Case("RP-413", changed({("1.1.a", Column.RESULT): True}), REPORT, "I12", "1.1.a"),
    Case("RP-414", changed({("1.2.a", Column.DATE): date(2035, 12, 1)}), REPORT, "J16", "1.2.a"),
    Case("RP-415", a_count_that_became_a_date, REPORT, "I12", "1.1.a"),
)  # fmt: skip

CONSISTENCY = (
    Case("RP-501", changed({Field.SUBMITTED: date(2020, 12, 30)}), "Stamdata", "B11"),
    Case("RP-502", changed({("1.2.a", Column.DATE): date(2020, 12, 1)}, period_id="Q3"), REPORT,
         "J16", "1.2.a"),
    Case("RP-503", changed({("1.1.b", Column.RESULT): None}), REPORT, "I13", "1.1.b"),
    Case("RP-504", changed({("2.2.b", Column.RESULT): None}), REPORT, "I36", "2.2.b"),
    Case("RP-505", changed({("1.1.a", Column.RESULT): 54}), REPORT, "P12", "1.1.a"),
    Case("RP-506",
         changed({("1.1.a", Column.STATUS): "Rød", ("1.1.a", Column.EXPLANATION): "Få kurser"}),
         REPORT, "Q12", "1.1.a"),
    Case("RP-507", changed({("1.1.a", Column.PROVISIONAL): "Ja"}), REPORT, "R12", "1.1.a"),
    Case("RP-509", changed({("1.7.a", Column.DATE): None}, period_id="Q3"), REPORT, "J29", "1.7.a"),
    Case("RP-510", changed({("1.2.a", Column.DONE): "Nej"}), REPORT, "K16", "1.2.a"),
    Case("RP-511", changed({("2.2.b", Column.BASIS): 0}), REPORT, "H36", "2.2.b"),
    Case("RP-512", changed({("1.2.a", Column.DATE): date(2019, 12, 1)}), REPORT, "J16", "1.2.a"),
    Case("RP-513", changed({("1.2.b", Column.DOCUMENTATION): None}), REPORT, "S17", "1.2.b"),
    Case("RP-514", changed({("1.2.a", Column.DATE): None, ("1.2.a", Column.DONE): "Ja"}), REPORT,
         "J16", "1.2.a"),
    Case("RP-519", carried_and_not_changed, REPORT, "I12", "1.1.a"),
    Case("RP-520", changed({SHARE: 0.0082}), REPORT, "I13", "1.1.b"),
    Case("RP-521", changed({SHARE: 0.0082, ("1.1.b", Column.EXPLANATION): "Færre"}), REPORT, "I13",
         "1.1.b"),
)  # fmt: skip

SCORE = (
    Case("RP-601", complete_report, "Målopfyldelse", "C5"),
    Case("RP-602", changed_after_calculating, REPORT, "L12", "1.1.a"),
    Case("RP-603", shown({(Sheet.GOALS, SECURED_CELL): 90}), "Målopfyldelse", "C5"),
)


REST = (*CONTENT, *CONSISTENCY, *SCORE)


# Between reports.
Changes = Mapping[Where, Content]

_YELLOW: Changes = {
    ("1.1.a", Column.STATUS): "Gul",
    ("1.1.a", Column.EXPLANATION): "To kurser er udskudt.",
}
_RED: Changes = {
    ("1.1.a", Column.STATUS): "Rød",
    ("1.1.a", Column.EXPLANATION): "To kurser  er\nudskudt.",
    ("1.1.a", Column.ACTION_PLAN): "Nye kurser holdes i januar.",
}


@dataclass(frozen=True)
class Between:
    """What the third quarter's report and the fourth's say otherwise than a complete one."""

    code: str
    cell: str
    key: str
    found: str
    expected: str
    before: Changes = field(default_factory=dict)
    now: Changes = field(default_factory=dict)


BETWEEN = (
    Between("RP-508", "I12", "1.1.a", "58", "60", {("1.1.a", Column.RESULT): 60},
            {("1.1.a", Column.RESULT): 58}),
    Between("RP-515", "K17", "1.2.b", "ikke opfyldt", "opfyldt",
            now={("1.2.b", Column.DONE): "Nej", ("1.2.b", Column.EXPLANATION): "Det er trukket"}),
    Between("RP-516", "P12", "1.1.a", "Rød", "Gul", _YELLOW, _RED),
    Between("RP-517", "J29", "1.7.a", "15-09-2020", "30-09-2020",
            now={("1.7.a", Column.DATE): date(2020, 9, 15)}),
    Between("RP-518", "H32", "2.1.a", "8 mio. kr.", "9 mio. kr.", now={("2.1.a", Column.BASIS): 8}),
)  # fmt: skip
"""Every code that only another report brings about."""
