"""The page's drawings: targets and results by year."""

from collections.abc import Mapping

import pytest

from department.page.charts import HistoryChart, history_charts
from resultatplan.criteria import State
from resultatplan.goals import HistoryEntry
from resultatplan.plan import Plan
from tests.department.judged_files import a_report
from tests.validators.damage import Content
from tests.validators.reports import HOUSING, SOCIAL, plan_named
from workbooks.form import Column

KEY = "1.1.b"
Year = tuple[int, int | None, int | None] | tuple[int, int | None, int | None, str]
"""A year, its target and result, and the unit where it is another one."""


def chart_of(*years: Year, reported: Mapping[Column, Content] | None = None) -> HistoryChart:
    """That of the plan of 2020, one of its shares with another history."""
    data = plan_named(SOCIAL).model_dump()
    names = ("year", "target", "result", "unit")
    data["sections"][0]["goals"][0]["criteria"][1]["history"] = [
        HistoryEntry(**dict(zip(names, each, strict=False))) for each in years
    ]
    typed = {(KEY, column): value for column, value in (reported or {}).items()}
    latest = a_report(typed, SOCIAL, "Q4") if reported else None
    charts = history_charts(Plan.model_validate(data), latest, "da")
    (chart,) = (each for each in charts if each.criterion.key == KEY)
    return chart


def test_figures_stand_at_their_points_and_in_the_table():
    chart = chart_of((2018, 40, 44), (2019, 50, 48))
    assert {each.text for each in chart.labels} == {"40", "44", "48", "50", "82"}
    assert [each.text for each in chart.years] == ["2018", "2019", "2020"]
    assert [(each.year, each.target, each.result) for each in chart.rows] == [
        (2018, 40, 44),
        (2019, 50, 48),
        (2020, 82, None),
    ]
    assert chart.rows[1].state is State.NOT_FULFILLED


def test_a_missing_year_breaks_the_line():
    chart = chart_of((2016, 40, 44), (2018, 50, 48), (2019, 50, 49))
    assert (chart.result_path.count("M"), chart.result_path.count("L")) == (2, 1)
    assert not chart_of((2019, None, None)).is_drawn


def test_a_year_in_another_unit_is_in_the_table_alone():
    chart = chart_of((2018, 7, 9, "uger"), (2019, 50, 48))
    assert (chart.rows[0].target, chart.rows[0].unit) == (7, "uger")
    assert "7" not in {each.text for each in chart.labels}


@pytest.mark.parametrize(
    ("reported", "label"),
    [
        ({Column.RESULT: 0.615, Column.PROVISIONAL: "Ja"}, "[61,5]"),
        ({Column.RESULT: 0.819999}, "81,9999"),
    ],
)
def test_the_plans_own_year_shows_what_was_reported(reported, label):
    chart = chart_of((2019, 50, 48), reported=reported)
    assert chart.rows[-1].result == pytest.approx(100 * reported[Column.RESULT])
    assert chart.labels[-1].text == label


@pytest.mark.parametrize("plan_id", [SOCIAL, HOUSING])
def test_every_label_stands_inside_the_drawing(plan_id):
    for chart in history_charts(plan_named(plan_id), None, "da"):
        assert all(0 <= each.x <= chart.width for each in (*chart.labels, *chart.years))
        assert all(0 <= each.y <= chart.height for each in (*chart.labels, *chart.years))
