"""A report on a plan with weights, goals met in part and one withdrawn: accepted, and guarded."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from resultatplan.plans_folder import plans_in
from tests.department.judged_files import as_json
from tests.own_plans import EIGHT, EIGHT_FILE
from tests.validators.damage import At, Content, put, show
from tests.validators.report_of_eight import calculated_report_of_eight, filled
from tests.validators.reports import findings_in, findings_of, judged, judged_apart, values_in
from validators.verdict import Verdict
from workbooks.form import REPEATED_TOTALS, SECURED_CELL, Column, GoalColumn, Layout, Sheet

LAYOUT = Layout(EIGHT)
TOTAL = (3 * 50 + 2 * 40 + 1 * 40 + 4 * 100 + 2 * 200 / 3 + 1.5 * 100 + 1.5 * 0) / 15


@pytest.fixture(autouse=True, scope="module")
def _own_plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("plans")
    shutil.copy(EIGHT_FILE, folder / f"{EIGHT.id}.toml")
    with plans_in(folder):
        yield


def row(key: str, column: Column) -> At:
    return Sheet.REPORT, LAYOUT.report_cell(key, column)


def goal(number: str, column: GoalColumn) -> At:
    return Sheet.GOALS, LAYOUT.goal_cell(number, column)


def test_a_calculated_report_has_nothing_to_tell():
    verdict = judged(calculated_report_of_eight())
    assert verdict.findings == ()
    assert verdict.shown == pytest.approx(TOTAL)
    assert verdict.evaluation is not None
    assert verdict.evaluation.score.secured == pytest.approx(TOTAL)


def test_the_json_gives_degrees_and_numbers():
    goals = {each["goal"]: each for each in as_json(judged(filled()))["goals"]}
    assert goals["1.1"]["fulfilment"] == 50
    assert goals["1.4"]["fulfilment"] is None
    assert goals["2.2"]["fulfilment"] == pytest.approx(200 / 3)
    of_courses, of_answers = goals["1.1"]["criteria"]
    assert (of_courses["state"], of_courses["degree"]) == ("partial", 50)
    assert (of_answers["state"], of_answers["degree"]) == ("fulfilled", 100)
    (withdrawn,) = goals["1.4"]["criteria"]
    assert (withdrawn["state"], withdrawn["degree"]) == ("withdrawn", None)


Changed = tuple[Callable[[], bytes], At, Content, str, str]


def partly_met(key: str) -> Changed:
    return filled, row(key, Column.EXPLANATION), None, "RP-505", "kun er delvist opfyldt"


CHANGED: list[Changed] = [
    # another word for an answer, or one that the plan does not have there
    (filled, row("1.3.a", Column.DONE), "Delvist", "RP-410", ": Ja, Nej."),
    (filled, row("1.2.b", Column.DONE), "delvis", "RP-410", "Mente du »Delvist«?"),
    (filled, row("1.2.b", Column.DONE), "j", "RP-410", "Mente du »Ja«?"),
    (filled, row("1.2.b", Column.DONE), "partly", "RP-410", "Mente du »Delvist«?"),
    # what is met in part needs an explanation, and what is done in part documentation
    *map(partly_met, ("1.1.a", "1.2.a", "1.2.b", "2.2.a")),
    (filled, row("1.2.b", Column.DOCUMENTATION), None, "RP-513", ""),
    # nothing can be typed in the row of what is withdrawn, and the scheme is locked
    (filled, row("2.4.b", Column.DONE), "Ja", "RP-312", ""),
    (calculated_report_of_eight, row("1.1.a", Column.SCALE), "60 %: 100 %", "RP-304", ""),
    (calculated_report_of_eight, row("1.1.a", Column.DEGREE), 100, "RP-310", ""),
    (calculated_report_of_eight, row("2.4.b", Column.STATE), "opfyldt", "RP-310", ""),
    (calculated_report_of_eight, goal("1.1", GoalColumn.LOW), 100, "RP-310", ""),
    (calculated_report_of_eight, goal("1.1", GoalColumn.WEIGHT), 50, "RP-305", ""),
    (calculated_report_of_eight, goal("1.3", GoalColumn.RULE), "alle", "RP-304", ""),
    (calculated_report_of_eight, goal("1.4", GoalColumn.FULFILMENT), 100, "RP-310", ""),
]


@pytest.fixture(scope="module")
def verdicts(_own_plan: None) -> list[Verdict]:
    return judged_apart(put(base(), {at: value}) for base, at, value, *_ in CHANGED)


@pytest.mark.parametrize("number", range(len(CHANGED)))
def test_a_changed_cell_is_told_once(number, verdicts):
    _, at, _, code, words = CHANGED[number]
    (found,) = findings_in(verdicts[number])
    assert (found.code, found.place.sheet, found.place.cell) == (code, *at)
    assert words in found.message()


HIGHER: Mapping[At, Content] = {
    goal("1.1", GoalColumn.FULFILMENT): 100,
    goal("1.1", GoalColumn.LOW): 100,
    goal("1.1", GoalColumn.EXPECTED): 100,
    goal("1.1", GoalColumn.HIGH): 100,
    goal("1.1", GoalColumn.CONTRIBUTION): 20,
    **{(Sheet.GOALS, total): TOTAL + 10 for total in REPEATED_TOTALS},
    **{(Sheet.REPORT, repeated): TOTAL + 10 for repeated in REPEATED_TOTALS.values()},
}
"""Everything from goal 1.1 on as if it were met."""

DEGREES = (Column.DEGREE, Column.LOW, Column.EXPECTED, Column.HIGH)
DIFFERENT: list[tuple[Mapping[At, Content], At, str, str]] = [
    # a degree that does not follow from its measure, with all that follows from it
    ({**{row("1.1.a", each): 100 for each in DEGREES}, row("1.1.a", Column.STATE): "opfyldt",
      **HIGHER}, row("1.1.a", Column.DEGREE), "100", "50"),
    ({row("2.4.b", Column.DEGREE): 100}, row("2.4.b", Column.DEGREE), "100", "måles ikke i år"),
    # a goal that does not follow from its degrees
    (HIGHER, goal("1.1", GoalColumn.LOW), "100", "50"),
    # a total that is not the sum of the goals
    ({(Sheet.GOALS, SECURED_CELL): 90}, (Sheet.GOALS, SECURED_CELL), "90", "63,555556"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "at", "shown", "expected"), DIFFERENT)
def test_a_figure_that_the_sheets_own_figures_do_not_give_is_one_error(cells, at, shown, expected):
    found = findings_of(show(calculated_report_of_eight(), cells))
    places = [(each.code, each.place.sheet, each.place.cell) for each in found]
    assert places == [("RP-603", *at)]
    assert values_in(found[0]) == (shown, expected)
