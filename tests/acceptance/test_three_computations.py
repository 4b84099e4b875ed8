"""Python, the native formulas in two engines and the RP_ functions say the same of any report.

So does the validator of what LibreOffice saves. `pytest --hypothesis-profile=long` draws more.
"""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resultatplan.criteria import Kind
from resultatplan.evaluation import NOTHING
from tests.acceptance.random_plans import stated_plan
from tests.acceptance.random_reports import RandomReport, reports, years
from tests.acceptance.three_computations import (
    STATES,
    TOTALS,
    Hosts,
    assert_same,
    compute_in,
    computed,
    expect_agreement,
    opened,
)
from tests.hosts.ironcalc import Sheets
from tests.validators.reports import SOCIAL, judge_file, plan_named
from workbooks.blueprint.missing import COUNT_CELLS
from workbooks.form import COMPUTED_BY_CELL, SECURED_CELL, Column, GoalColumn, Layout, Sheet
from workbooks.formulas import FULFILLED
from workbooks.template.build import build_template

in_libreoffice = pytest.mark.libreoffice
EXAMPLES = settings.default.max_examples
PLANS = range(2, 2 + min(EXAMPLES // 3, 20))
"""The first three have criteria of every kind; goals weigh alike, by points, or only count."""
each_report = settings(max_examples=EXAMPLES // 3)
each_file = settings(max_examples=max(EXAMPLES // 10, 2))

OF_FORM_AND_FIGURES = ("RP-1", "RP-2", "RP-3", "RP-601", "RP-602", "RP-603")
REFUSED = "RP-4"
ASKED_FOR = ("RP-408", "RP-509", "RP-514")
"""A basis, an answer, a date: what an interim report is not to be sent without."""


@pytest.fixture(scope="module")
def hosts(tmp_path_factory, calc, calc_with_functions) -> Iterator[Hosts]:
    folder = tmp_path_factory.mktemp("plan")
    with opened(plan_named(SOCIAL), folder, calc, calc_with_functions) as both:
        yield both


@pytest.fixture(scope="module", params=PLANS, ids="plan {}".format)
def hosts_of_any_plan(request, tmp_path_factory, calc, calc_with_functions) -> Iterator[Hosts]:
    folder = tmp_path_factory.mktemp("plan")
    with (
        stated_plan(request.param, folder) as plan,
        opened(plan, folder, calc, calc_with_functions) as both,
    ):
        yield both


@in_libreoffice
def test_each_host_computes_with_what_it_has(hosts):
    assert "uden" in str(hosts.native.value(Sheet.GOALS, COMPUTED_BY_CELL))
    assert "RP-funktioner" in str(hosts.functions.value(Sheet.GOALS, COMPUTED_BY_CELL))


@in_libreoffice
@each_report
@given(data=st.data())
def test_all_three_agree_on_random_plans_and_bounds_hold_through_the_year(hosts_of_any_plan, data):
    plan, *documents = hosts_of_any_plan
    year = data.draw(years(plan))
    for document in documents:
        expect_agreement(document, plan, year)


@in_libreoffice
@each_file
@given(data=st.data())
def test_the_validator_finds_in_the_file_what_the_sheet_shows(hosts_of_any_plan, tmp_path, data):
    plan, document = hosts_of_any_plan.plan, hosts_of_any_plan.native
    shown = compute_in(document, plan, data.draw(reports(plan)))
    file = document.save_as(tmp_path / "rapport.xlsx")

    verdict = judge_file(file.name, file.read_bytes())

    found = {each.code for each in verdict.findings}
    assert not [code for code in found if code.startswith(OF_FORM_AND_FIGURES)]
    if not [code for code in found if code.startswith(REFUSED)]:
        judged = computed(verdict.evaluation)
        for column in (STATES, TOTALS):
            assert_same(column, shown[column], judged[column])
    if not verdict.is_final:
        asked = [each for each in verdict.findings if each.code in ASKED_FOR and each.place.key]
        assert document.value(Sheet.REPORT, COUNT_CELLS[1]) == len(asked)


@in_libreoffice
def test_typing_moves_criterion_goal_and_total_at_once(hosts):
    """No recalculation is asked for: the sheet follows the typing by itself."""
    plan, layout = hosts.plan, Layout(hosts.plan)
    goal = next(goal for goal in plan.goals if goal.criteria[0].kind is Kind.DELIVERED_BY)
    met = {
        Kind.DELIVERED_BY: (Column.DATE, f"01-02-{plan.year}"),
        Kind.DONE: (Column.DONE, "Ja"),
        Kind.AT_LEAST: (Column.RESULT, "100"),
    }
    for document in (hosts.native, hosts.functions):
        compute_in(
            document, plan, RandomReport(None, dict.fromkeys(plan.criterion_by_key, NOTHING))
        )
        for criterion in goal.criteria:
            column, text = met[criterion.kind]
            document.type_into(Sheet.REPORT, layout.report_cell(criterion.key, column), text)
        state = layout.report_cell(goal.criteria[0].key, Column.STATE)
        fulfilment = layout.goal_cell(goal.number, GoalColumn.FULFILMENT)
        assert document.value(Sheet.REPORT, state) == FULFILLED
        assert document.value(Sheet.GOALS, fulfilment) == 100
        assert document.value(Sheet.GOALS, SECURED_CELL) == pytest.approx(100 / len(plan.goals))


@pytest.fixture(scope="module", params=range(EXAMPLES // 2), ids="plan {}".format)
def in_second_engine(request, tmp_path_factory):
    """A random plan, and its template in another engine than LibreOffice."""
    folder = tmp_path_factory.mktemp("plan")
    with stated_plan(request.param, folder) as plan:
        (folder / "template.xlsx").write_bytes(build_template(plan))
        yield plan, Sheets(folder / "template.xlsx")


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_a_second_engine_agrees_and_bounds_hold_through_the_year(in_second_engine, data):
    plan, sheets = in_second_engine
    expect_agreement(sheets, plan, data.draw(years(plan)))
