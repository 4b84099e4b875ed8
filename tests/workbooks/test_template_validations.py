from __future__ import annotations

import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.workbooks.small_plan import small_plan
from tests.workbooks.templates import template
from workbooks.blueprint import blueprint_of
from workbooks.form import Column, Field, Layout, Sheet

PLANS = [small_plan(), *built_in_plans()]
LONGEST_TITLE, LONGEST_TEXT, LONGEST_ERROR, LONGEST_LIST = 32, 255, 225, 255
"""Excel repairs, or refuses, a workbook with more."""


def validations_of(plan: Plan) -> dict[tuple[Sheet, str], DataValidation]:
    """The validation of each cell that has one."""
    book = template(plan)
    return {
        (Sheet(sheet.title), str(cell.coord)): validation
        for sheet in book.worksheets
        for validation in sheet.data_validations.dataValidation
        for cell in validation.sqref.ranges
    }


def validation(key: str, column: Column) -> DataValidation:
    address = Layout(small_plan()).report_cell(key, column)
    return validations_of(small_plan())[Sheet.REPORT, address]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_every_input_cell_and_no_other_has_one(plan: Plan) -> None:
    inputs = {
        (sheet.name, address)
        for sheet in blueprint_of(plan).sheets
        for address, spec in sheet.cells.items()
        if spec.input is not None
    }
    assert validations_of(plan).keys() == inputs


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_prompts_and_messages_are_there_and_no_longer_than_excel_allows(plan: Plan) -> None:
    for found in validations_of(plan).values():
        assert 0 < len(found.promptTitle) <= LONGEST_TITLE
        assert 0 < len(found.prompt) <= LONGEST_TEXT
        assert found.showInputMessage
        assert len(found.errorTitle or "") <= LONGEST_TITLE
        assert len(found.error or "") <= LONGEST_ERROR
        assert len(found.formula1 or "") <= LONGEST_LIST


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_what_can_be_wrong_is_stopped_with_a_message(plan: Plan) -> None:
    for found in validations_of(plan).values():
        if found.type is not None:
            assert found.showErrorMessage
            assert found.errorStyle == "stop"
            assert found.error
            assert found.allowBlank


def test_a_percentage_lies_between_0_and_1() -> None:
    found = validation("1.1.a", Column.RESULT)
    assert (found.type, found.operator) == ("decimal", "between")
    assert (found.formula1, found.formula2) == ("0", "1")


def test_a_count_is_whole() -> None:
    assert validation("1.2.c", Column.RESULT).type == "whole"


def test_a_date_lies_in_the_years_around_the_plan() -> None:
    found = validation("1.1.c", Column.DATE)
    assert found.type == "date"
    # 2019-01-01 and 2022-12-31.
    assert (found.formula1, found.formula2) == ("43466", "44926")
    assert "mellem 01-01-2019 og 31-12-2022" in found.error


def test_yes_or_no_and_the_status_are_chosen_from_a_list() -> None:
    done, status = validation("1.2.a", Column.DONE), validation("1.2.a", Column.STATUS)
    assert (done.type, done.formula1) == ("list", '"Ja,Nej"')
    assert (status.type, status.formula1) == ("list", '"Grøn,Gul,Rød"')
    # The attribute hides the arrow when it is true.
    assert not done.showDropDown


def test_the_period_is_chosen_from_the_plans_own() -> None:
    address = Layout(small_plan()).field_cell(Field.PERIOD)
    found = validations_of(small_plan())[Sheet.MASTER, address]
    assert (found.type, found.formula1) == ("list", "$D$6:$D$7")


def test_a_basis_that_a_percentage_is_measured_against_is_not_0() -> None:
    found = validation("2.1.a", Column.BASIS)
    address = Layout(small_plan()).report_cell("2.1.a", Column.BASIS)
    assert found.type == "custom"
    assert f"{address}<>0" in found.formula1
    assert "kan ikke være 0" in found.error


def test_a_benchmark_may_be_0() -> None:
    found = validation("2.1.b", Column.BASIS)
    assert (found.type, found.formula1) == ("decimal", "0")


def test_a_text_takes_anything_but_still_says_what_it_is_for() -> None:
    found = validation("1.1.a", Column.EXPLANATION)
    assert found.type is None
    assert found.prompt.startswith("Kræves ved Gul, Rød og ikke opfyldt.")


def test_a_prompt_names_the_criterion_and_the_goal() -> None:
    found = validation("1.1.a", Column.RESULT)
    assert found.promptTitle == "1.1.a · Resultat"
    assert found.prompt.endswith("(1.1 Kvalitet i rådgivningen)")
