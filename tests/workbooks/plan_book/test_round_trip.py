"""Import of export is the plan again: for the five plans and for any other."""

import pytest
from hypothesis import given, settings

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.acceptance.random_plans import random_plan
from tests.validators.plan_book.authored import check_workbook
from tests.workbooks.plan_book.written_plans import plans
from workbooks.plan_book.writer import plan_workbook

PLANS = pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)


def read_back(data: bytes) -> Plan | None:
    check = check_workbook(data)
    assert [finding.message() for finding in check.findings if finding.is_error] == []
    return check.plan


@PLANS
def test_a_built_in_plan_comes_back_as_it_was_and_nothing_is_said(plan):
    data = plan_workbook(plan)
    check = check_workbook(data)
    assert (check.plan, check.findings) == (plan, ())
    assert plan_workbook(plan) == data


@settings(max_examples=settings.default.max_examples // 2)
@given(plan=plans())
def test_any_plan_comes_back_as_it_was(plan):
    read = read_back(plan_workbook(plan))
    assert read == plan
    assert read.fingerprint == plan.fingerprint


@pytest.mark.libreoffice
@pytest.mark.parametrize("number", range(3))
def test_a_plan_that_libreoffice_saved_comes_back(number, calc, tmp_path):
    plan = (built_in_plans()[2], built_in_plans()[4], random_plan(7))[number]
    file = tmp_path / "plan.xlsx"
    file.write_bytes(plan_workbook(plan))
    with calc.open(file) as document:
        saved = document.save_as(tmp_path / "gemt.xlsx")
    assert read_back(saved.read_bytes()) == plan
