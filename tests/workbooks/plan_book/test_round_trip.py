"""Import of export is the plan again; `test_decisions` has the drafts of the five plans."""

from hypothesis import given, settings

from tests.validators.plan_book.authored import check_workbook
from tests.workbooks.plan_book.written_plans import plans
from workbooks.plan_book.writer import plan_workbook


@settings(max_examples=settings.default.max_examples // 2)
@given(plan=plans())
def test_any_plan_comes_back_as_it_was(plan):
    check = check_workbook(plan_workbook(plan))
    assert [finding.message() for finding in check.findings if finding.is_error] == []
    assert check.plan == plan
