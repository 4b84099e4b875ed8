"""The charts of Historik and their grid."""

import pytest
from openpyxl.chart import LineChart

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.validators.reports import plan_named
from tests.workbooks.small_plan import plan_without_history, small_plan
from tests.workbooks.templates import template
from workbooks.blueprint import blueprint_of
from workbooks.form import Layout, Sheet, TableLayout
from workbooks.template.history_charts import COLUMNS, PITCH, grid_of
from workbooks.template.print_layout import DEFAULT_ROW_HEIGHT

HEADINGS = 5 * DEFAULT_ROW_HEIGHT


def charts_of(plan: Plan) -> list[LineChart]:
    # openpyxl keeps what it read of a sheet's charts here.
    return template(plan)[Sheet.HISTORY]._charts


def table(rows: int) -> TableLayout:
    return TableLayout(Sheet.HISTORY, "tblHistorik", Layout(small_plan()).history.columns, 5, rows)


def tops_of(rows: int) -> list[float]:
    return [DEFAULT_ROW_HEIGHT * row for row in range(5 + rows + 1)]


@pytest.mark.parametrize("plan", [*built_in_plans(), plan_without_history()])
def test_every_chart_of_the_blueprint_is_drawn(plan):
    expected = blueprint_of(plan).sheet(Sheet.HISTORY).charts
    assert len(charts_of(plan)) == len(expected)
    assert bool(expected) == any(criterion.history for criterion in plan.criteria)
    corners = {(each.anchor._from.col, each.anchor._from.row) for each in charts_of(plan)}
    assert len(corners) == len(expected)


def test_a_chart_has_its_key_in_the_title_and_a_line_for_target_and_result():
    (chart,) = charts_of(small_plan())
    assert chart.title.tx.rich.p[0].r[0].t == "1.1.a Andel tilfredse borgere"
    assert [series.tx.v for series in chart.series] == ["Måltal", "Resultat"]
    assert [series.val.numRef.f for series in chart.series] == [
        "'Historik'!$D$6:$D$9",
        "'Historik'!$E$6:$E$9",
    ]
    assert {series.cat.numRef.f for series in chart.series} == {"'Historik'!$C$6:$C$9"}


def test_what_may_deviate_either_way_has_a_limit_on_either_side():
    plan = plan_named("statsforvaltningen-2017")
    (chart,) = (each for each in charts_of(plan) if each.title.tx.rich.p[0].r[0].t[:5] == "3.1.b")
    assert [each.tx.v for each in chart.series] == ["Måltal", "Måltal (minus)", "Resultat"]
    assert [each.v for each in chart.series[1].val.numLit.pt] == [-0.01] * 5


def test_a_chart_that_would_cross_the_edge_of_a_page_begins_the_next_one():
    # The first page ends with row 20: two rows of charts do not fit beside it.
    grid = grid_of(6, table(40), tops_of(40), [20], page_height=600.0)
    assert grid.places[0].row < 20
    assert grid.places[COLUMNS].row == 20


def test_charts_that_go_below_the_table_get_page_breaks_of_their_own():
    rows_of_charts = 7
    page_height = HEADINGS + 3 * PITCH
    grid = grid_of(rows_of_charts * COLUMNS, table(4), tops_of(4), [], page_height)
    edges = [0.0, *(row * DEFAULT_ROW_HEIGHT for row in grid.breaks), float("inf")]
    assert len(grid.breaks) >= 2
    for place in grid.places:
        top = place.row * DEFAULT_ROW_HEIGHT + place.below
        page = next(index for index, edge in enumerate(edges[1:]) if edge > top)
        assert top >= edges[page]
        assert top + PITCH <= edges[page + 1]
