"""Laws of what workbooks show, of random plans and reports: nothing honest is called different."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from resultatplan.evaluation import Evaluation
from tests.acceptance.random_plans import random_plan
from tests.acceptance.random_reports import reports
from tests.validators.reports import Figures, figures_shown
from validators.figures import Doubts, Value, total_values
from validators.findings import Finding
from validators.frames import shown_figures
from validators.report import Cells, ShownCells
from validators.score import figures_of
from workbooks.form import REPEATED_TOTALS, Column, GoalColumn, Sheet
from workbooks.reading.cells import Cell, CellType

NO_DOUBTS = Doubts(frozenset(), frozenset(), weights=False, places=frozenset())
PLANS = st.integers(0, 100_000).map(random_plan)


def cell(column: int, row: int, value: Value | float | None) -> Cell:
    if value is None:
        return Cell(row, column, CellType.BLANK, None)
    if isinstance(value, str):
        return Cell(row, column, CellType.TEXT, value)
    return Cell(row, column, CellType.NUMBER, float(value))


def by_column(figures: Figures, columns: Iterable[str], first: int) -> dict[str, Cells]:
    """The cells of a table by column and name, each at an address of its own."""
    return {
        column: {
            name: cell(number, row, values.get(column))
            for row, (name, values) in enumerate(figures.items(), 11)
        }
        for number, column in enumerate(columns, first)
    }


def shown_of(evaluation: Evaluation) -> ShownCells:
    """What a workbook shows that was calculated with these inputs."""
    rows, goals = figures_shown(evaluation)
    totals = {
        address: cell(3, int(address[1:]), figure)
        for address, figure in zip(REPEATED_TOTALS, total_values(evaluation), strict=True)
    }
    of_rows, of_goals = by_column(rows, Column, 12), by_column(goals, GoalColumn, 5)
    return ShownCells(Sheet.REPORT, Sheet.GOALS, of_rows, of_goals, totals, dict(totals))


def found(shown: ShownCells, evaluation: Evaluation) -> list[Finding]:
    return shown_figures([figures_of(shown, evaluation, NO_DOUBTS)])[0]


@given(PLANS, st.data())
def test_what_was_calculated_with_these_inputs_has_nothing_to_tell(plan, data):
    evaluation = data.draw(reports(plan)).judged(plan)
    assert found(shown_of(evaluation), evaluation) == []


@given(PLANS, st.data())
def test_what_was_calculated_with_other_inputs_is_stale_at_most(plan, data):
    before, now = (data.draw(reports(plan)).judged(plan) for _ in range(2))
    assert {each.code for each in found(shown_of(before), now)} <= {"RP-602"}


@given(PLANS, st.data())
def test_a_changed_figure_is_told_once(plan, data):
    evaluation = data.draw(reports(plan)).judged(plan)
    shown = shown_of(evaluation)
    figures = [
        (cells, name)
        for column, cells in (*shown.rows.items(), *shown.goals.items(), ("", shown.totals))
        if column != Column.TARGET  # Nothing tells that the agency's own level is another.
        for name, each in cells.items()
        if each.type is not CellType.BLANK
    ]
    cells, name = data.draw(st.sampled_from(figures))
    right = cells[name]
    wrong = "næsten" if right.number is None else right.number + 7
    cells[name] = cell(right.column, right.row, wrong)
    (told,) = found(shown, evaluation)
    assert told.place.cell == right.address
