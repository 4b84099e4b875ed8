"""A report on a plan with weights, goals met in part and one withdrawn: accepted, and guarded."""

from collections.abc import Iterator

from tests.own_plans import EIGHT
from tests.validators.cases.case import Case, Cells, Make, damaged, one, totals
from tests.validators.damage import At, Content, put, show
from tests.validators.report_of_eight import calculated_report_of_eight, filled
from workbooks.form import SECURED_CELL, Column, GoalColumn, Layout, Sheet

LAYOUT = Layout(EIGHT)
TOTAL = (3 * 50 + 2 * 40 + 1 * 40 + 4 * 100 + 2 * 200 / 3 + 1.5 * 100 + 1.5 * 0) / 15


def row(key: str, column: Column) -> At:
    return Sheet.REPORT, LAYOUT.report_cell(key, column)


def goal(number: str, column: GoalColumn) -> At:
    return Sheet.GOALS, LAYOUT.goal_cell(number, column)


Changed = tuple[Make, str, Column | GoalColumn, Content, str, str]
SHOWN = calculated_report_of_eight
PARTLY = "kun er delvist opfyldt"

CHANGED: tuple[Changed, ...] = (
    # another word for an answer, or one that the plan does not have there
    (filled, "1.3.a", Column.DONE, "Delvist", "RP-410", ": Ja, Nej."),
    (filled, "1.2.b", Column.DONE, "delvis", "RP-410", "Mente du »Delvist«?"),
    (filled, "1.2.b", Column.DONE, "j", "RP-410", "Mente du »Ja«?"),
    (filled, "1.2.b", Column.DONE, "partly", "RP-410", "Mente du »Delvist«?"),
    # what is met in part needs an explanation, and what is done in part documentation
    *((filled, key, Column.EXPLANATION, None, "RP-505", PARTLY)
      for key in ("1.1.a", "1.2.a", "1.2.b", "2.2.a")),
    (filled, "1.2.b", Column.DOCUMENTATION, None, "RP-513", ""),
    # nothing can be typed in the row of what is withdrawn, and the scheme is locked
    (filled, "2.4.b", Column.DONE, "Ja", "RP-312", ""),
    (SHOWN, "1.1.a", Column.SCALE, "60 %: 100 %", "RP-304", ""),
    (SHOWN, "1.1.a", Column.DEGREE, 100, "RP-310", ""),
    (SHOWN, "2.4.b", Column.STATE, "opfyldt", "RP-310", ""),
    (SHOWN, "1.1", GoalColumn.LOW, 100, "RP-310", ""),
    (SHOWN, "1.1", GoalColumn.WEIGHT, 50, "RP-305", ""),
    (SHOWN, "1.3", GoalColumn.RULE, "alle", "RP-304", ""),
    (SHOWN, "1.4", GoalColumn.FULFILMENT, 100, "RP-310", ""),
)  # fmt: skip

HIGHER: Cells = {
    goal("1.1", GoalColumn.FULFILMENT): 100,
    goal("1.1", GoalColumn.LOW): 100,
    goal("1.1", GoalColumn.EXPECTED): 100,
    goal("1.1", GoalColumn.HIGH): 100,
    goal("1.1", GoalColumn.CONTRIBUTION): 20,
    **totals(TOTAL + 10),
}
"""Everything from goal 1.1 on as if it were met."""

DEGREES = (Column.DEGREE, Column.LOW, Column.EXPECTED, Column.HIGH)
DIFFERENT: tuple[tuple[Cells, At, str | None, str, str], ...] = (
    # a degree that does not follow from its measure, with all that follows from it
    ({**{row("1.1.a", each): 100 for each in DEGREES}, row("1.1.a", Column.STATE): "opfyldt",
      **HIGHER}, row("1.1.a", Column.DEGREE), "1.1.a", "100", "50"),
    ({row("2.4.b", Column.DEGREE): 100}, row("2.4.b", Column.DEGREE), "2.4.b", "100",
     "måles ikke i år"),
    # a goal that does not follow from its degrees
    (HIGHER, goal("1.1", GoalColumn.LOW), "1.1", "100", "50"),
    # a total that is not the sum of the goals
    ({(Sheet.GOALS, SECURED_CELL): 90}, (Sheet.GOALS, SECURED_CELL), None, "90", "63,555556"),
)  # fmt: skip


def _changed() -> Iterator[Case]:
    for of, key, column, value, code, words in CHANGED:
        at = row(key, column) if isinstance(column, Column) else goal(key, column)
        make = damaged(put, of=of, cells={at: value})
        yield one(code, *at, key, make, words=words)
    for cells, at, about, found, expected in DIFFERENT:
        make = damaged(show, of=SHOWN, cells=cells)
        yield one("RP-603", *at, about, make, values=(found, expected))


CASES = (Case((), SHOWN, secured=TOTAL), *_changed())
