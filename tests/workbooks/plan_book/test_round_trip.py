"""Import of export is the plan again; `test_decisions` has the drafts of the five plans."""

from hypothesis import given, settings

from resultatplan.plan import Plan
from tests.validators.plan_book.authored import check_workbook
from tests.workbooks.plan_book.written_plans import plans
from workbooks.plan_book.writer import plan_workbook


def read_back(data: bytes) -> Plan | None:
    check = check_workbook(data)
    assert [finding.message() for finding in check.findings if finding.is_error] == []
    return check.plan


@settings(max_examples=settings.default.max_examples // 2)
@given(plan=plans())
def test_any_plan_comes_back_as_it_was(plan):
    read = read_back(plan_workbook(plan))
    assert read == plan
    assert read.fingerprint == plan.fingerprint
