"""RP-6xx: not calculated, stale and different are told apart; the computed score always counts.

Which figure is different matters not: see `test_score_laws`. Here is how it is told.
"""

from collections.abc import Iterator

from tests.validators.cases.case import (
    GOALS,
    HIDDEN,
    MASTER,
    REPORT,
    Case,
    Cells,
    Changes,
    Make,
    one,
    reported,
    totals,
    variant,
)
from tests.validators.damage import ErrorValue, put, show, without_sheet
from tests.validators.reports import (
    HOUSING,
    SOCIAL,
    Told,
    address,
    calculated,
    calculated_report,
    complete_report,
)
from workbooks.form import SECURED_CELL, Column, Field

LOWER: Cells = {
    **{(GOALS, f"{column}11"): 0 for column in "EFGHI"},
    **totals(90),
}
"""Everything from goal 1.1 on as if it were not met."""
ROW_LOWER: Cells = {
    (REPORT, "M12"): "ikke opfyldt",
    **{(REPORT, f"{column}12"): 0 for column in "UVWX"},
}
"""The row of 1.1.a as if it were not met, but for its measure."""

TOO_LOW: Cells = {(GOALS, SECURED_CELL): 90}
NOT_THERE = ErrorValue("#N/A")
Place = tuple[str, str, str | None]
STALE, DIFFERENT = "RP-602", "RP-603"
BLANK: Cells = {(GOALS, "E11"): None, (GOALS, "G11"): None}
ONE: tuple[tuple[str, Cells, Cells, Place, str, str], ...] = (
    # an input was changed without recalculation, or several
    (STALE, {(REPORT, "I12"): 60}, {}, (REPORT, "L12", "1.1.a"), "55", "60"),
    (STALE, {(REPORT, "I13"): 0.9}, {}, (REPORT, "L13", "1.1.b"), "82 %", "90 pct."),
    (STALE, {(REPORT, "I12"): 60, (REPORT, "I13"): 0.9}, {}, (REPORT, "L12", "1.1.a"), "55", "60"),
    # figures that agree with one another, but not with the inputs
    (STALE, {}, {(REPORT, "L12"): 50, **ROW_LOWER, **LOWER}, (REPORT, "L12", "1.1.a"), "50", "55"),
    # a total that is not the sum of the goals
    (DIFFERENT, {}, {(GOALS, SECURED_CELL): 90}, (GOALS, "C5", None), "90", "100"),
    (DIFFERENT, {}, {(REPORT, "C7"): 90}, (REPORT, "C7", None), "90", "100"),
    (DIFFERENT, {}, {(GOALS, SECURED_CELL): "100"}, (GOALS, "C5", None), "»100«", "100"),
    (DIFFERENT, {}, {(GOALS, SECURED_CELL): ErrorValue("#NAME?")}, (GOALS, "C5", None),
     "#NAME?", "100"),
    # one error in all of them is one finding, as of all figures of a row
    (DIFFERENT, {}, {(GOALS, f"C{row}"): ErrorValue("#NAME?") for row in (5, 6, 7)},
     (GOALS, "C5", None), "#NAME?", "100"),
    # a goal that does not follow from its criteria, with and without all that follows from it
    (DIFFERENT, {}, {(GOALS, "E11"): 0}, (GOALS, "E11", "1.1"), "0", "100"),
    (DIFFERENT, {}, LOWER, (GOALS, "G11", "1.1"), "0", "100"),
    (DIFFERENT, {}, {(GOALS, "E11"): "afventer"}, (GOALS, "E11", "1.1"), "»afventer«", "100"),
    # a state that does not follow from its measure
    (DIFFERENT, {}, {(REPORT, "M12"): "ikke opfyldt"}, (REPORT, "M12", "1.1.a"),
     "»ikke opfyldt«", "opfyldt"),
    # a degree that does not follow from its measure, with all that follows from it
    (DIFFERENT, {}, {**ROW_LOWER, **LOWER}, (REPORT, "U12", "1.1.a"), "0", "100"),
    (DIFFERENT, {}, {(REPORT, "W16"): "ukendt"}, (REPORT, "W16", "1.2.a"), "»ukendt«", "100"),
    # a measure that does not follow from the inputs, beside the degree that does
    (DIFFERENT, {}, {(REPORT, "L13"): 0.5}, (REPORT, "L13", "1.1.b"), "50 %", "82 pct."),
    (DIFFERENT, {}, {(REPORT, "E35"): 5}, (REPORT, "E35", "2.2.a"), "5", "9 dage"),
)  # fmt: skip

SILENT: tuple[tuple[Cells, Cells], ...] = (
    ({}, {}),
    # an input that changes nothing, or one that a computer stores a hair off, and so a measure
    ({(REPORT, "J38"): 44074}, {}),
    ({(REPORT, "I13"): 0.81999999999999}, {}),
    ({}, {(REPORT, "L13"): 0.8200000000000001}),
    # a total that can be while a goal shows nothing
    ({}, {**BLANK, (GOALS, SECURED_CELL): 90, (REPORT, "C7"): 90}),
)
"""What is no mistake."""


def changed(typed: Cells, shown: Cells) -> Make:
    """A calculated report with other inputs, and with formulas that show something else."""
    return lambda: show(put(calculated_report(), typed), shown)


def calculated_with(changes: Changes, period: str, now: Cells, plan_id: str = SOCIAL) -> Make:
    """A report that was calculated as it stood, and has these inputs now."""
    return lambda: put(calculated(reported(changes, plan_id, period)()), now)


FEW: Changes = {("1.1.a", Column.RESULT): 50, ("1.1.a", Column.EXPLANATION): "For få kurser"}
OPEN: Changes = {("1.1.a", Column.RESULT): None}
REFUSED: Cells = {address(Field.PERIOD): "4. KVARTAL"}
INTERIM: tuple[tuple[Changes, tuple[Told, ...]], ...] = (
    ({("1.1.a", Column.RESULT): 54, ("1.1.b", Column.PROVISIONAL): "Ja"},
     (("RP-602", REPORT, "L12", "1.1.a"),)),
    ({("2.2.b", Column.RESULT): None}, (("RP-602", REPORT, "L36", "2.2.b"),)),
    ({("1.1.a", Column.FORECAST): 70, ("1.1.b", Column.STATUS): "Grøn"}, ()),
    ({Field.PERIOD: "1. kvartal", Field.SUBMITTED: 43935}, ()),
)  # fmt: skip
"""What is typed in a report of half the year after it was calculated: stale at most."""


def _of_other_periods() -> Iterator[Case]:
    yield Case((), calculated_with(OPEN, "Q2", {}, HOUSING))  # What is pending is shown as such.
    # Excel reads »4. KVARTAL« as the period, and a period may have been typed over: while it is
    # refused the sheet may think the report final or not.
    for period in ("Q2", "Q4"):
        yield one("RP-410", MASTER, "B10", None, calculated_with(OPEN, period, REFUSED))
    thought_final = lambda: calculated(put(reported(OPEN)(), REFUSED))  # noqa: E731
    yield one("RP-410", MASTER, "B10", None, thought_final)
    for inputs, told in INTERIM:
        now = {address(where): value for where, value in inputs.items()}
        yield Case(told, calculated_with({}, "Q2", now))


CASES = (
    one("RP-601", GOALS, "C5", None, complete_report, words="(32 celler)", secured=100),
    *(
        one(code, *place, changed(typed, shown), values=(found, expected))
        for code, typed, shown, place, found, expected in ONE
    ),
    *(Case((), changed(typed, shown)) for typed, shown in SILENT),
    # A refused input is not told again by what the sheet computes from it.
    one("RP-402", REPORT, "I13", "1.1.b", changed({(REPORT, "I13"): 82}, {(REPORT, "L13"): 82})),
    # Nor by the errors that all that rests on it shows.
    one("RP-406", REPORT, "I13", "1.1.b", changed({(REPORT, "I13"): NOT_THERE}, {
        **{(REPORT, f"{column}13"): NOT_THERE for column in "LMUVWX"},
        **dict.fromkeys(LOWER, NOT_THERE)})),
    # A value taken out does not hide a total that cannot be.
    Case((("RP-603", GOALS, "C5", None), ("RP-601", GOALS, "C5", None)),
         changed({}, {**BLANK, (GOALS, SECURED_CELL): 50}), words="giver mellem 90 og 100"),
    # Neither do a hidden sheet that is gone and a connection: no formula has followed them.
    Case((("RP-218", HIDDEN, "A1", None), ("RP-603", GOALS, "C5", None)),
         lambda: without_sheet(show(calculated_report(), TOO_LOW), HIDDEN)),
    Case((("RP-112", None, None, None), ("RP-603", GOALS, "C5", None)),
         lambda: show(variant("activity/a_connection")(), TOO_LOW)),
    # What the sheet shows is told but never counts.
    one("RP-603", GOALS, "C5", None,
        lambda: show(calculated(reported(FEW)()), {(GOALS, SECURED_CELL): 100}),
        values=("100", "90"), secured=90),
    *_of_other_periods(),
)  # fmt: skip
