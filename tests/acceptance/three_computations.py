"""What three computations of a report show: Python, native formulas, RP_ functions.

The native formulas are recalculated by LibreOffice without the functions, the RP_ functions are
called from the cells of a LibreOffice that has them.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from resultatplan.criteria import State
from resultatplan.evaluation import Evaluation, evaluate
from resultatplan.plan import Plan
from resultatplan.scales import Degree
from tests.acceptance.random_reports import RandomReport, typed
from tests.hosts.libreoffice import Document, LibreOffice
from workbooks.form import (
    ATTAINABLE_CELL,
    SECURED_CELL,
    Column,
    GoalColumn,
    Layout,
    Sheet,
    TableLayout,
)
from workbooks.formulas import FULFILLED, NOT_FULFILLED, PARTIAL, PENDING, WITHDRAWN
from workbooks.template.build import build_template

LABELS = {
    State.FULFILLED: FULFILLED,
    State.NOT_FULFILLED: NOT_FULFILLED,
    State.PENDING: PENDING,
    State.PARTIAL: PARTIAL,
    State.WITHDRAWN: WITHDRAWN,
}
FELL_BACK = "faldt tilbage"
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Figures:
    """Every criterion, every goal, both totals; degrees and intervals where the plan has them."""

    states: list[object]
    degrees: list[object]
    goals: list[object]
    lows: list[object]
    highs: list[object]
    secured: float
    attainable: float


@dataclass(frozen=True)
class Hosts:
    """The template of a plan, open in a LibreOffice without and in one with the functions."""

    plan: Plan
    native: Document
    functions: Document

    def expect_agreement(self, report: RandomReport) -> None:
        """Both documents show of a report what Python makes of it."""
        evaluation = evaluate(self.plan, report.results, final=report.is_final)
        expected = computed(evaluation, Layout(self.plan))
        for document in (self.native, self.functions):
            found = compute_in(document, self.plan, report)
            assert found.states == expected.states
            for name in ("degrees", "goals", "lows", "highs"):
                assert_same(getattr(found, name), getattr(expected, name))
            assert found.secured == pytest.approx(expected.secured, abs=_TOLERANCE)
            assert found.attainable == pytest.approx(expected.attainable, abs=_TOLERANCE)


def assert_same(found: list[object], expected: list[object]) -> None:
    """Words are the same words, numbers the same but for the last digits."""
    close = [pytest.approx(each, abs=_TOLERANCE) if is_number(each) else each for each in expected]
    assert found == close


def is_number(value: object) -> bool:
    """Whether a figure is a number, not a word."""
    return isinstance(value, int | float)


@contextmanager
def opened(
    plan: Plan, folder: Path, calc: LibreOffice, with_functions: LibreOffice
) -> Iterator[Hosts]:
    """The plan's template in both hosts."""
    (folder / "native.xlsx").write_bytes(build_template(plan))
    without_native_formulas(plan).save(folder / "functions.xlsx")
    with (
        calc.open(folder / "native.xlsx") as native,
        with_functions.open(folder / "functions.xlsx") as functions,
    ):
        yield Hosts(plan, native, functions)


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
    """What the open workbook shows."""

    def column(table: TableLayout, name: str) -> list[object]:
        if name not in table.columns:
            return []
        cells = document.values(table.sheet, table.data_range(name).replace("$", ""))
        return [row[0] for row in cells]

    return Figures(
        column(layout.report, Column.STATE),
        column(layout.report, Column.DEGREE),
        column(layout.goals, GoalColumn.FULFILMENT),
        column(layout.goals, GoalColumn.LOW),
        column(layout.goals, GoalColumn.HIGH),
        float(str(document.value(Sheet.GOALS, SECURED_CELL))),
        float(str(document.value(Sheet.GOALS, ATTAINABLE_CELL))),
    )


def computed(evaluation: Evaluation, layout: Layout) -> Figures:
    """What Python makes of a report, in the words of the sheet."""
    goals = evaluation.goals
    results = [result for goal in goals for result in goal.criteria]
    in_part = GoalColumn.LOW in layout.goals.columns
    return Figures(
        [LABELS[result.state] for result in results],
        [_shown(each.state, each.degree) for each in results] if in_part else [],
        [_shown(goal.state, goal.fulfilment) for goal in goals],
        [float(goal.low) for goal in goals] if in_part else [],
        [float(goal.high) for goal in goals] if in_part else [],
        evaluation.score.secured,
        evaluation.score.attainable,
    )


def _shown(state: State, degree: Degree | None) -> object:
    if state is State.WITHDRAWN:
        return WITHDRAWN
    return PENDING if degree is None else float(degree)


def compute_in(document: Document, plan: Plan, report: RandomReport) -> Figures:
    """What a document shows once a report is typed into it."""
    for sheet, cells in typed(plan, report).items():
        document.type_cells(sheet, cells)
    document.recalculate()
    return shown_by(document, Layout(plan))
