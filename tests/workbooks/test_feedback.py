"""What Excel says while somebody types: validations with prompts, and colours.

`tests/acceptance/test_typed_reports.py` has what a spreadsheet stops by them.
"""

import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.workbooks.small_plan import bounded_plan, small_plan
from tests.workbooks.templates import colours_at, template
from workbooks.blueprint import blueprint_of
from workbooks.form import Column, Field, GoalColumn, Layout, Sheet, ValueType
from workbooks.template import palette

PLAN = small_plan()
LAYOUT = Layout(PLAN)
LONGEST = {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 225, "formula1": 255}
"""Excel repairs, or refuses, a workbook with more."""


def validations_of(plan: Plan) -> dict[tuple[Sheet, str], DataValidation]:
    """The validation of each cell that has one."""
    return {
        (Sheet(sheet.title), str(cell.coord)): validation
        for sheet in template(plan).worksheets
        for validation in sheet.data_validations.dataValidation
        for cell in validation.sqref.ranges
    }


def validation(key: str, column: Column) -> DataValidation:
    return validations_of(small_plan())[Sheet.REPORT, LAYOUT.report_cell(key, column)]


@pytest.mark.parametrize("plan", [small_plan(), *built_in_plans()], ids=lambda plan: plan.id)
def test_every_input_cell_and_no_other_says_what_it_takes_and_stops_what_it_does_not(plan):
    found = validations_of(plan)
    assert found.keys() == {
        (sheet.name, address)
        for sheet in blueprint_of(plan).sheets
        for address, spec in sheet.cells.items()
        if spec.input is not None and (spec.input.prompt or spec.input.type is not ValueType.TEXT)
    }
    for each in found.values():
        assert bool(each.showInputMessage) == bool(each.prompt)
        assert all(len(getattr(each, name) or "") <= most for name, most in LONGEST.items())
        if each.type is not None:
            assert (each.showErrorMessage, each.errorStyle) == (True, "stop")
            assert each.error
            assert each.allowBlank


def test_what_a_cell_takes_by_the_plans_own_bounds():
    found = validations_of(bounded_plan())[
        Sheet.REPORT, LAYOUT.report_cell("1.1.a", Column.FORECAST)
    ]
    assert (found.type, found.formula1, found.formula2) == ("decimal", "-0.5", "0.8")
    assert found.error == "Skriv en procent fra −50 til 80, fx 82,5 %. Uden anden tekst."
    assert "skriv 82,5 eller 82,5 %. Fra −50 til 80." in found.prompt


def test_prompts_and_errors_are_in_the_words_of_the_form():
    basis, result = validation("2.1.a", Column.BASIS), validation("1.1.a", Column.RESULT)
    assert basis.type == "custom"
    assert f"{LAYOUT.report_cell('2.1.a', Column.BASIS)}<>0" in basis.formula1
    assert "kan ikke være 0" in basis.error
    assert validation("2.1.b", Column.BASIS).type == "decimal"  # A benchmark's level may be 0.
    assert result.promptTitle == "1.1.a · Resultat"
    assert result.prompt.endswith("(1.1 Kvalitet i rådgivningen)")
    assert "mellem 01-01-2019 og 31-12-2022" in validation("1.1.c", Column.DATE).error
    period = validations_of(PLAN)[Sheet.MASTER, LAYOUT.field_cell(Field.PERIOD)]
    assert (period.type, period.formula1) == ("list", "$D$6:$D$7")


def test_states_and_statuses_have_a_colour_each():
    expected = {
        '"opfyldt"': palette.GREEN.fill,
        '"ikke opfyldt"': palette.RED.fill,
        '"afventer"': palette.PENDING.fill,
        '"afventer, på niveau"': palette.PENDING.fill,
        '"afventer, under niveau"': palette.PENDING.fill,
        '"Grøn"': palette.GREEN.fill,
        '"Gul"': palette.YELLOW.fill,
        '"Rød"': palette.RED.fill,
    }
    for column in (Column.STATE, Column.STATUS):
        assert colours_at(Sheet.REPORT, LAYOUT.report_cell("2.1.c", column), PLAN) == expected
    fulfilment = colours_at(Sheet.GOALS, LAYOUT.goal_cell("2.1", GoalColumn.FULFILMENT), PLAN)
    numbers = {"100": palette.GREEN.fill, "0": palette.RED.fill}
    assert fulfilment == expected | numbers
