from __future__ import annotations

from openpyxl.formatting.rule import Rule

from tests.workbooks.small_plan import small_plan
from tests.workbooks.templates import template
from workbooks.form import Column, GoalColumn, Layout, Sheet
from workbooks.template import palette

LAYOUT = Layout(small_plan())


def rules_at(sheet: Sheet, address: str) -> list[Rule]:
    book = template(small_plan())
    return [
        rule
        for formatting in book[sheet].conditional_formatting
        if address in formatting
        for rule in formatting.rules
    ]


def colours_at(sheet: Sheet, address: str) -> dict[str, str]:
    return {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb[-6:]
        for rule in rules_at(sheet, address)
        if rule.type == "cellIs"
    }


def test_states_and_statuses_have_a_colour_each() -> None:
    expected = {
        '"opfyldt"': palette.GREEN.fill,
        '"ikke opfyldt"': palette.RED.fill,
        '"afventer"': palette.GREY.fill,
        '"Grøn"': palette.GREEN.fill,
        '"Gul"': palette.YELLOW.fill,
        '"Rød"': palette.RED.fill,
    }
    for column in (Column.STATE, Column.STATUS):
        assert colours_at(Sheet.REPORT, LAYOUT.report_cell("2.1.c", column)) == expected


def test_the_fulfilment_of_a_goal_is_coloured_too() -> None:
    colours = colours_at(Sheet.GOALS, LAYOUT.goal_cell("2.1", GoalColumn.FULFILMENT))
    assert colours["100"] == palette.GREEN.fill
    assert colours["0"] == palette.RED.fill
    assert colours['"afventer"'] == palette.GREY.fill


def test_a_colour_never_takes_the_word_away() -> None:
    for rule in rules_at(Sheet.REPORT, LAYOUT.report_cell("1.1.a", Column.STATE)):
        assert rule.dxf.numFmt is None
        assert rule.dxf.font.color.rgb != rule.dxf.fill.bgColor.rgb


def test_an_explanation_that_is_required_and_missing_is_marked() -> None:
    (rule,) = rules_at(Sheet.REPORT, LAYOUT.report_cell("1.1.b", Column.EXPLANATION))
    assert rule.formula == [
        'AND(OR($N11="Gul",$N11="Rød",$M11="ikke opfyldt"),TRIM($P11)="")',
    ]


def test_a_plan_of_action_is_required_by_red_alone() -> None:
    (rule,) = rules_at(Sheet.REPORT, LAYOUT.report_cell("1.1.b", Column.ACTION_PLAN))
    assert rule.formula == ['AND($N11="Rød",TRIM($Q11)="")']
