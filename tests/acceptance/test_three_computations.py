"""Python, the native formulas and the RP_ functions say the same of any report.

Set `RP_RANDOM_REPORTS` and `RP_RANDOM_PLANS` for more than CI's.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resultatplan.criteria import Kind
from resultatplan.evaluation import Reported
from resultatplan.library import built_in_plans
from tests.acceptance.random_plans import random_plan
from tests.acceptance.random_reports import RandomReport, reports
from tests.acceptance.three_computations import Hosts, compute_in, opened
from tests.hosts.libreoffice import LibreOffice
from workbooks.form import COMPUTED_BY_CELL, SECURED_CELL, Column, GoalColumn, Layout, Sheet
from workbooks.formulas import FULFILLED
from xl_addin.libreoffice import write_extension

pytestmark = pytest.mark.libreoffice

CI_REPORTS = 12
REPORTS = int(os.environ.get("RP_RANDOM_REPORTS", CI_REPORTS))
PLANS = int(os.environ.get("RP_RANDOM_PLANS", "6"))

as_many_reports = settings(
    max_examples=REPORTS,
    deadline=None,
    derandomize=REPORTS == CI_REPORTS,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module", params=built_in_plans(), ids=lambda plan: plan.id)
def hosts(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    calc: LibreOffice,
    with_functions: LibreOffice,
) -> Iterator[Hosts]:
    folder = tmp_path_factory.mktemp("plan")
    with opened(request.param, folder, calc, with_functions) as both:
        yield both


@pytest.fixture(scope="module", params=range(PLANS), ids="plan {}".format)
def hosts_of_any_plan(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    calc: LibreOffice,
    with_functions: LibreOffice,
) -> Iterator[Hosts]:
    folder = tmp_path_factory.mktemp("plan")
    with opened(random_plan(request.param), folder, calc, with_functions) as both:
        yield both


@pytest.fixture(scope="module")
def with_functions(
    tmp_path_factory: pytest.TempPathFactory, calc_with_extension: Callable[[Path], LibreOffice]
) -> LibreOffice:
    folder = tmp_path_factory.mktemp("extension")
    write_extension(folder)
    return calc_with_extension(folder)


def test_each_host_computes_with_what_it_has(hosts: Hosts) -> None:
    assert "uden" in str(hosts.native.value(Sheet.GOALS, COMPUTED_BY_CELL))
    assert "RP-funktioner" in str(hosts.functions.value(Sheet.GOALS, COMPUTED_BY_CELL))


@as_many_reports
@given(data=st.data())
def test_all_three_agree_on_random_reports(hosts: Hosts, data: st.DataObject) -> None:
    hosts.expect_agreement(data.draw(reports(hosts.plan)))


@as_many_reports
@given(data=st.data())
def test_all_three_agree_on_random_plans_too(hosts_of_any_plan: Hosts, data: st.DataObject) -> None:
    hosts_of_any_plan.expect_agreement(data.draw(reports(hosts_of_any_plan.plan)))


def test_typing_moves_criterion_goal_and_total_at_once(hosts: Hosts) -> None:
    """No recalculation is asked for: the sheet follows the typing by itself."""
    plan, layout = hosts.plan, Layout(hosts.plan)
    goal = next(goal for goal in plan.goals if goal.criteria[0].kind is Kind.DELIVERED_BY)
    met = {
        Kind.DELIVERED_BY: (Column.DATE, f"01-02-{plan.year}"),
        Kind.DONE: (Column.DONE, "Ja"),
        Kind.AT_LEAST: (Column.RESULT, "100"),
    }
    nothing = RandomReport(None, {criterion.key: Reported() for criterion in plan.criteria})

    for document in (hosts.native, hosts.functions):
        compute_in(document, plan, nothing)
        for criterion in goal.criteria:
            column, text = met[criterion.kind]
            document.type_into(Sheet.REPORT, layout.report_cell(criterion.key, column), text)

        state = layout.report_cell(goal.criteria[0].key, Column.STATE)
        fulfilment = layout.goal_cell(goal.number, GoalColumn.FULFILMENT)
        assert document.value(Sheet.REPORT, state) == FULFILLED
        assert document.value(Sheet.GOALS, fulfilment) == 100
        assert document.value(Sheet.GOALS, SECURED_CELL) == pytest.approx(100 / len(plan.goals))
