"""The page's drawings: targets and results by year."""

import pytest

from department.page.charts import HistoryChart, history_charts
from resultatplan.criteria import State
from resultatplan.goals import HistoryEntry
from resultatplan.plan import Plan
from tests.department.hand_made import QUARTERLY, a_report
from tests.validators.reports import HOUSING, plan_named

KEY = "1.1.a"
Year = tuple[int, int | None, int | None] | tuple[int, int | None, int | None, str]
"""A year, its target and result, and the unit where it is another one."""


def chart_of(*years: Year, **reported: float | str) -> HistoryChart:
    """That of the quarterly plan of 2020, its first criterion with another history."""
    data = plan_named(QUARTERLY).model_dump()
    names = ("year", "target", "result", "unit")
    data["sections"][0]["goals"][0]["criteria"][0]["history"] = [
        HistoryEntry(**dict(zip(names, each, strict=False))) for each in years
    ]
    latest = a_report(QUARTERLY, "Q4", typed={KEY: reported}) if reported else None
    charts = history_charts(Plan.model_validate(data), latest, "da")
    (chart,) = (each for each in charts if each.criterion.key == KEY)
    return chart


def test_figures_stand_at_their_points_and_in_the_table():
    chart = chart_of((2018, 40, 44), (2019, 50, 48))
    assert {each.text for each in chart.labels} == {"40", "44", "48", "50", "55"}
    assert [each.text for each in chart.years] == ["2018", "2019", "2020"]
    assert [(each.year, each.target, each.result) for each in chart.rows] == [
        (2018, 40, 44),
        (2019, 50, 48),
        (2020, 55, None),
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
    [({"Resultat": 61.5, "Foreløbig": "Ja"}, "[61,5]"), ({"Resultat": 54.9999}, "54,9999")],
)
def test_the_plans_own_year_shows_what_was_reported(reported, label):
    chart = chart_of((2019, 50, 48), **reported)
    assert (chart.rows[-1].result, chart.labels[-1].text) == (reported["Resultat"], label)


@pytest.mark.parametrize("plan_id", [QUARTERLY, HOUSING])
def test_every_label_stands_inside_the_drawing(plan_id):
    for chart in history_charts(plan_named(plan_id), None, "da"):
        assert all(0 <= each.x <= chart.width for each in (*chart.labels, *chart.years))
        assert all(0 <= each.y <= chart.height for each in (*chart.labels, *chart.years))
