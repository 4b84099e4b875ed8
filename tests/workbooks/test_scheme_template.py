"""The template of a plan that scores otherwise than met or not met with equal weights."""

import re

import pytest

from resultatplan.bonus import Frame, Payment
from resultatplan.goals import changed
from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.own_plans import EIGHT
from tests.resultatplan.scheme_plans import criterion, goal, ruling
from tests.resultatplan.scheme_plans import plan as scheme
from tests.workbooks.small_plan import small_plan
from tests.workbooks.templates import colours_at
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.specs import CellSpec, Look
from workbooks.form import Column, GoalColumn, Layout, Sheet
from workbooks.template import palette
from workbooks.values_file import FillError, inputs_of

LAYOUT = Layout(EIGHT)
WEIGHTED = scheme(*(goal(criterion(), weight=each) for each in (1, 2.5, 1.5)), weighting="weights")


def cell(row: str, column: Column | GoalColumn, plan: Plan = EIGHT) -> CellSpec:
    """The cell of a criterion or a goal."""
    layout, blueprint = Layout(plan), blueprint_of(plan)
    if isinstance(column, GoalColumn):
        return blueprint.sheet(Sheet.GOALS).cells[layout.goal_cell(row, column)]
    return blueprint.sheet(Sheet.REPORT).cells[layout.report_cell(row, column)]


def words_of(sheet: Sheet, plan: Plan = EIGHT) -> str:
    return "\n".join(str(cell.value) for cell in blueprint_of(plan).sheet(sheet).cells.values())


@pytest.mark.parametrize("plan", [*built_in_plans(), WEIGHTED], ids=lambda plan: plan.id)
def test_what_is_met_or_not_needs_no_scale_and_no_words(plan):
    assert Column.SCALE not in Layout(plan).report.columns
    assert not re.search("delvist opfyldt|udgået", words_of(Sheet.GUIDE, plan))


def test_what_an_amount_of_bonus_follows_from_ends_with_one_full_stop():
    frame = Frame(name="Vederlag", unit="kr.", table=(Payment(at=80, pays=60_000),), cap=60_000)
    plan = changed(EIGHT, bonus=changed(EIGHT.bonus, frames=(frame,)))

    assert "uændret indtil næste trin; højst 60.000 kr.\n" in words_of(Sheet.GUIDE, plan)


def test_many_of_criteria_that_stand_apart_are_a_formula_that_excel_takes():
    rule = "mindst 5 af (a, c, d, e, f, g, h, i, j, k) og b"
    plan = scheme(goal(*[criterion()] * 11, rule=rule))
    for column in (GoalColumn.FULFILMENT, GoalColumn.EXPECTED, GoalColumn.HIGH):
        assert len(cell("1", column, plan).formula or "") < 8_192


def test_scale_choice_and_colour_of_what_is_met_in_part_are_there_where_the_plan_has_it():
    usual = Layout(small_plan()).report.columns
    assert [column for column in LAYOUT.report.columns if column != Column.SCALE] == list(usual)
    assert cell("1.1.a", Column.SCALE).value == "60 %: 25 %; 70 %: 50 %; 80 %: 100 %"
    assert cell("1.1.b", Column.SCALE).look is Look.UNUSED
    answers = [cell(key, Column.DONE).input.choices for key in ("1.2.a", "1.2.b", "1.3.a")]
    assert answers == ['"Ja,Nej"', '"Ja,Nej,Delvist"', '"Ja,Nej"']
    assert "højst 12 dage tæller 30 pct." in str(cell("2.3.a", Column.TEXT).value)
    colours = colours_at(Sheet.REPORT, LAYOUT.report_cell("1.1.a", Column.STATE), EIGHT)
    assert colours['"delvist opfyldt"'] == palette.YELLOW.fill
    assert colours['"udgået"'] == colours['"måles ikke i år"'] == palette.GREY.fill


@pytest.mark.parametrize(
    ("key", "column", "said"),
    [
        ("1.1.a", Column.RESULT, "mindst 60 pct. tæller 25 pct., mindst 70 pct. tæller 50 pct."),
        ("1.2.a", Column.DATE, "senest 31-10-2025, tæller 40 pct."),
        ("1.2.a", Column.DONE, "ikke bliver det senest 31-10-2025"),
        ("1.2.b", Column.DONE,
         "Delvist: gennemført i væsentlig grad, men ikke helt; tæller 40 pct."),
        ("2.2.a", Column.RESULT, "fra 0 pct. ved 50 pct. til 100 pct. ved 90 pct."),
    ],
)  # fmt: skip
def test_a_prompt_says_what_counts_in_part(key, column, said):
    assert said in cell(key, column).input.prompt


@pytest.mark.parametrize(("key", "said"), [("1.4.a", "udgået"), ("2.4.b", "måles ikke i år")])
def test_the_row_of_what_was_decided_about_is_grey_and_says_why(key, said):
    assert all(cell(key, Column(name)).input is None for name in LAYOUT.report.columns)
    ruling = EIGHT.ruling_on(EIGHT.criterion_by_key[key])
    assert ruling.words()[1:] in str(cell(key, Column.TEXT).value)
    assert cell(key, Column.KEY).look is Look.RULED_CENTRED
    assert cell(key, Column.STATE).formula == f'="{said}"'


def test_a_goal_that_has_left_weighs_nothing_and_its_title_says_what_became_of_it():
    assert cell("1.4", GoalColumn.WEIGHT).value == 0
    assert "01-04-2025 (Opgaven er flyttet" in str(cell("1.4", GoalColumn.TITLE).value)
    plan = changed(EIGHT, rulings=[ruling("1.4", "not_met")])
    assert cell("1.4", GoalColumn.WEIGHT, plan).value == 6.25
    assert "tæller som ikke opfyldt" in str(cell("1.4", GoalColumn.TITLE, plan).value)


def test_the_note_above_the_goals_shows_where_the_weights_come_from():
    assert "3 + 2 + 1 + 4 + 2 + 1,5 + 1,5 = 15." in words_of(Sheet.GOALS)
    assert "1 + 2,5 + 1,5 = 5." in words_of(Sheet.GOALS, WEIGHTED)


@pytest.mark.parametrize(
    ("key", "fields", "reason"),
    [
        ("1.2.a", {"done": "partly"}, "Her skal stå true, false eller null."),
        ("1.1.a", {"forecast": "partly"}, "Her skal stå et tal"),
        ("1.4.a", {"done": False}, "Departementet har besluttet, at delmålet ikke indberettes."),
    ],
)
def test_what_the_plan_does_not_allow_is_refused(key, fields, reason):
    with pytest.raises(FillError, match=reason):
        inputs_of(LAYOUT, {"results": {key: fields}})
