"""A report on a plan with weights, goals met in part and one withdrawn: accepted, and guarded."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from resultatplan.plans_folder import plans_in
from tests.department.judged_files import as_json
from tests.own_plans import EIGHT, EIGHT_FILE
from tests.validators.damage import At, Content, put, show
from tests.validators.report_of_eight import calculated_report_of_eight, filled
from tests.validators.reports import as_told, findings_of, judged, messages, told
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


def test_partly_is_no_answer_where_the_plan_does_not_have_it():
    at = row("1.3.a", Column.DONE)
    found = findings_of(put(filled(), {at: "Delvist"}))
    assert as_told(found[0]) == ("RP-410", *at, "1.3.a")
    assert "Ja, Nej" in str(found[0].expected_text())


@pytest.mark.parametrize(
    ("typed", "meant"), [("delvis", "Delvist"), ("j", "Ja"), ("partly", "Delvist")]
)
def test_another_word_for_an_answer_is_suggested(typed, meant):
    data = put(filled(), {row("1.2.b", Column.DONE): typed})
    assert f"Mente du »{meant}«?" in messages(data)[0]


@pytest.mark.parametrize("key", ["1.1.a", "1.2.a", "1.2.b", "2.2.a"])
def test_what_is_met_in_part_needs_an_explanation(key):
    at = row(key, Column.EXPLANATION)
    (found,) = findings_of(put(filled(), {at: None}))
    assert as_told(found) == ("RP-505", *at, key)
    assert "kun er delvist opfyldt" in found.message()


def test_what_is_done_in_part_needs_documentation():
    at = row("1.2.b", Column.DOCUMENTATION)
    assert [each[1:] for each in told(put(filled(), {at: None}))] == [(*at, "1.2.b")]


def test_nothing_can_be_typed_in_the_row_of_what_is_withdrawn():
    at = row("2.4.b", Column.DONE)
    assert [each[1:] for each in told(put(filled(), {at: "Ja"}))] == [(*at, "2.4.b")]


LOCKED: list[tuple[At, Content, str]] = [
    (row("1.1.a", Column.SCALE), "60 %: 100 %; 80 %: 100 %", "RP-304"),
    (row("1.1.a", Column.DEGREE), 100, "RP-310"),
    (row("2.4.b", Column.STATE), "opfyldt", "RP-310"),
    (goal("1.1", GoalColumn.LOW), 100, "RP-310"),
    (goal("1.1", GoalColumn.WEIGHT), 50, "RP-305"),
    (goal("1.3", GoalColumn.RULE), "alle; delvist 90 %: a", "RP-304"),
    (goal("1.4", GoalColumn.FULFILMENT), 100, "RP-310"),
]


@pytest.mark.parametrize(("at", "value", "code"), LOCKED)
def test_the_scheme_is_locked(at, value, code):
    found = findings_of(put(calculated_report_of_eight(), {at: value}))
    assert [(each.code, each.place.sheet, each.place.cell) for each in found] == [(code, *at)]


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
    assert (found[0].found_text(), found[0].expected_text()) == (shown, expected)
