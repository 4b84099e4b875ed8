"""Python, the native formulas and the RP_ functions say the same of any report.

The native formulas are recalculated by LibreOffice without the functions, the RP_ functions are
called from the cells of a LibreOffice that has them. Set `RP_RANDOM_REPORTS` for more than CI's.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import Evaluation, Reported, evaluate
from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.acceptance.random_reports import RandomReport, reports, typed
from tests.hosts.libreoffice import Document, LibreOffice
from workbooks.formulas import FULFILLED, NOT_FULFILLED, PENDING
from workbooks.layout import (
    ATTAINABLE_CELL,
    COMPUTED_BY_CELL,
    SECURED_CELL,
    Column,
    GoalColumn,
    Layout,
    Sheet,
)
from workbooks.template.build import build_template
from xl_addin.libreoffice import write_extension

pytestmark = pytest.mark.libreoffice

REPORTS = int(os.environ.get("RP_RANDOM_REPORTS", "12"))
LABELS = {
    State.FULFILLED: FULFILLED,
    State.NOT_FULFILLED: NOT_FULFILLED,
    State.PENDING: PENDING,
}


@dataclass(frozen=True)
class Figures:
    """Every criterion, every goal, both totals."""

    states: list[object]
    goals: list[object]
    secured: float
    attainable: float


@dataclass(frozen=True)
class Hosts:
    """The template of a plan, open in a LibreOffice without and in one with the functions."""

    plan: Plan
    native: Document
    functions: Document


@pytest.fixture(scope="module", params=built_in_plans(), ids=lambda plan: plan.id)
def hosts(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    calc: LibreOffice,
    calc_with_extension: Callable[[Path], LibreOffice],
    extension: Path,
) -> Iterator[Hosts]:
    plan: Plan = request.param
    folder = tmp_path_factory.mktemp("plan")
    (folder / "native.xlsx").write_bytes(build_template(plan))
    without_native_formulas(plan).save(folder / "functions.xlsx")
    with_functions = calc_with_extension(extension)
    with (
        calc.open(folder / "native.xlsx") as native,
        with_functions.open(folder / "functions.xlsx") as functions,
    ):
        yield Hosts(plan, native, functions)


@pytest.fixture(scope="module")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("extension")
    write_extension(folder)
    return folder


FELL_BACK = "faldt tilbage"


def without_native_formulas(plan: Plan) -> Workbook:
    """The template with its native formulas taken out: a function that fails cannot hide.

    A basis of 0 has no measure; there the function's error is the right answer.
    """
    workbook = openpyxl.load_workbook(io.BytesIO(build_template(plan)))
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("=IFERROR(RP_"):
                    call = function_call(cell.value)
                    otherwise = f'"{FELL_BACK}"'
                    if call.startswith("RP_MEASURE"):
                        otherwise = f'IF(H{cell.row}=0,"",{otherwise})'
                    cell.value = f"=IFERROR({call},{otherwise})"
    return workbook


def function_call(formula: str) -> str:
    """`RP_GOAL(…)` of `=IFERROR(RP_GOAL(…),…)`."""
    start = formula.index("RP_")
    depth = 0
    for at in range(formula.index("(", start), len(formula)):
        depth += {"(": 1, ")": -1}.get(formula[at], 0)
        if depth == 0:
            return formula[start : at + 1]
    raise ValueError(formula)


def shown_by(document: Document, layout: Layout) -> Figures:
    states = document.values(Sheet.REPORT, layout.report.data_range(Column.STATE).replace("$", ""))
    goals = document.values(
        Sheet.GOALS, layout.goals.data_range(GoalColumn.FULFILMENT).replace("$", "")
    )
    totals = [document.value(Sheet.GOALS, cell) for cell in (SECURED_CELL, ATTAINABLE_CELL)]
    return Figures(
        [row[0] for row in states],
        [row[0] for row in goals],
        float(str(totals[0])),
        float(str(totals[1])),
    )


def computed(evaluation: Evaluation) -> Figures:
    return Figures(
        [LABELS[result.state] for goal in evaluation.goals for result in goal.criteria],
        [PENDING if goal.fulfilment is None else goal.fulfilment for goal in evaluation.goals],
        evaluation.score.secured,
        evaluation.score.attainable,
    )


def compute_in(document: Document, plan: Plan, report: RandomReport) -> Figures:
    for sheet, cells in typed(plan, report).items():
        document.type_cells(sheet, cells)
    document.recalculate()
    return shown_by(document, Layout(plan))


def test_each_host_computes_with_what_it_has(hosts: Hosts) -> None:
    assert "uden" in str(hosts.native.value(Sheet.GOALS, COMPUTED_BY_CELL))
    assert "RP-funktioner" in str(hosts.functions.value(Sheet.GOALS, COMPUTED_BY_CELL))


@settings(
    max_examples=REPORTS,
    deadline=None,
    derandomize=REPORTS == 12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_all_three_agree_on_random_reports(hosts: Hosts, data: st.DataObject) -> None:
    plan = hosts.plan
    report = data.draw(reports(plan))
    expected = computed(evaluate(plan, report.results, final=report.is_final))

    for document in (hosts.native, hosts.functions):
        found = compute_in(document, plan, report)
        assert found.states == expected.states
        assert found.goals == expected.goals
        assert found.secured == pytest.approx(expected.secured, abs=1e-9)
        assert found.attainable == pytest.approx(expected.attainable, abs=1e-9)


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
