"""What three computations of a report show: Python, native formulas, RP_ functions.

The native formulas are recalculated by LibreOffice without the functions, the RP_ functions are
called from the cells of a LibreOffice that has them.
"""

import io
import itertools
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from openpyxl import Workbook

from resultatplan.evaluation import Evaluation
from resultatplan.plan import Plan
from tests.acceptance.random_reports import RandomReport, typed
from tests.hosts.libreoffice import Document, LibreOffice
from validators.figures import goal_values, row_values, total_values
from workbooks.form import REPEATED_TOTALS, Column, GoalColumn, Layout, Sheet
from workbooks.template.build import build_template

FELL_BACK = "faldt tilbage"
STATES, TOTALS = f"{Sheet.REPORT} {Column.STATE}", "I alt"
FULFILMENTS = f"{Sheet.GOALS} {GoalColumn.FULFILMENT}"
_OF_ROWS = (Column.STATE, Column.DEGREE, Column.LOW, Column.EXPECTED, Column.HIGH)
_OF_GOALS = (GoalColumn.FULFILMENT, GoalColumn.LOW, GoalColumn.EXPECTED, GoalColumn.HIGH)
_BOUNDS = (
    (f"{Sheet.REPORT} {Column.LOW}", f"{Sheet.REPORT} {Column.HIGH}"),
    (f"{Sheet.GOALS} {GoalColumn.LOW}", f"{Sheet.GOALS} {GoalColumn.HIGH}"),
)
_TOLERANCE = 1e-9

Figures = Mapping[str, list[object]]
"""Each criterion, each goal and the three totals, column by column."""


class Hosts(NamedTuple):
    """The template of a plan, open in a LibreOffice without and in one with the functions."""

    plan: Plan
    native: Document
    functions: Document


def expect_agreement(document: Document, plan: Plan, year: Sequence[RandomReport]) -> None:
    """What is shown is what Python makes of each report, and lies within the bounds before it."""
    shown = []
    for report in year:
        found = compute_in(document, plan, report)
        for column, values in computed(report.judged(plan)).items():
            assert_same(column, found[column], values)
        shown.append(bounds_in(found, plan))
    for before, after in itertools.pairwise(shown):
        for (least, most), (low, high) in zip(before, after, strict=True):
            assert least - _TOLERANCE <= low <= high + _TOLERANCE <= most + 2 * _TOLERANCE


def bounds_in(found: Figures, plan: Plan) -> list[tuple[float, float]]:
    """The least and the most of all criteria and goals that count, and of the total."""
    pairs = [
        each
        for low, high in _BOUNDS
        for each in zip(found[low], found[high], strict=True)
        if not isinstance(each[0], str)
    ]
    secured, _, attainable = found[TOTALS]
    return [*pairs, (secured, attainable)] if plan.has_total else pairs


def assert_same(column: str, found: list[object], expected: list[object]) -> None:
    """Words are the same words, numbers the same but for the last digits."""
    close = [
        each if isinstance(each, str) else pytest.approx(each, abs=_TOLERANCE) for each in expected
    ]
    assert (column, found) == (column, close)


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
                    call, otherwise = function_call(cell.value), f'"{FELL_BACK}"'
                    if "RP_MEASURE" in call:
                        basis = f"H{cell.row}"
                        native = cell.value.removeprefix(f"=IFERROR({call},")[:-1]
                        is_zero = f"AND(ISNUMBER({basis}),{basis}=0)"
                        otherwise = f"IF({is_zero},{native},{otherwise})"
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
    found = {f"{Sheet.REPORT} {each}": of_criteria(document, layout, each) for each in _OF_ROWS}
    for each in _OF_GOALS:
        rows = document.values(Sheet.GOALS, layout.goals.data_range(each).replace("$", ""))
        found[f"{Sheet.GOALS} {each}"] = [row[0] for row in rows]
    return {**found, TOTALS: [document.value(Sheet.GOALS, cell) for cell in REPEATED_TOTALS]}


def of_criteria(document: Document, layout: Layout, column: Column) -> list[object]:
    """What a column of Afrapportering shows, criterion by criterion."""
    rows = document.values(Sheet.REPORT, layout.report.data_range(column).replace("$", ""))
    shown = dict(zip(layout.report_rows, rows, strict=True))
    return [shown[each.key][0] for each in layout.plan.criteria]


def computed(evaluation: Evaluation) -> Figures:
    """What Python makes of a report, in the words of the sheet."""
    rows = [row_values(each) for goal in evaluation.goals for each in goal.criteria]
    goals = [goal_values(goal) for goal in evaluation.goals]
    found = {
        **{f"{Sheet.REPORT} {column}": [row[column] for row in rows] for column in _OF_ROWS},
        **{f"{Sheet.GOALS} {column}": [goal[column] for goal in goals] for column in _OF_GOALS},
        TOTALS: [*total_values(evaluation)],
    }
    return {
        column: [each if isinstance(each, str) else float(each) for each in values]
        for column, values in found.items()
    }


def compute_in(document: Document, plan: Plan, report: RandomReport) -> Figures:
    """What a document shows once a report is typed into it."""
    for sheet, cells in typed(plan, report).items():
        document.type_cells(sheet, cells)
    document.recalculate()
    return shown_by(document, Layout(plan))
