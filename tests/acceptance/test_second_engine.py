"""The native formulas say the same in another engine than LibreOffice, of any plan and report."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.acceptance.random_plans import stated_plan
from tests.acceptance.random_reports import years
from tests.acceptance.three_computations import expect_agreement
from tests.hosts.ironcalc import Sheets
from workbooks.template.build import build_template

EXAMPLES = settings.default.max_examples
PLANS = range(EXAMPLES // 2)


@pytest.fixture(scope="module", params=PLANS, ids="plan {}".format)
def opened(request, tmp_path_factory):
    """A random plan, and its template in the engine."""
    folder = tmp_path_factory.mktemp("plan")
    with stated_plan(request.param, folder) as plan:
        (folder / "template.xlsx").write_bytes(build_template(plan))
        yield plan, Sheets(folder / "template.xlsx")


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_it_agrees_on_random_reports_and_bounds_hold_through_the_year(opened, data):
    plan, sheets = opened
    expect_agreement(sheets, plan, data.draw(years(plan)))
