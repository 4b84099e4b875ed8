"""The page's drawings: targets and results by year."""

from datetime import date
from decimal import Decimal

import pytest

from department.page.charts import HistoryChart, history_charts
from department.record import ReportRecord
from resultatplan.criteria import State
from resultatplan.goals import HistoryEntry
from resultatplan.plan import Plan
from tests.department.hand_made import QUARTERLY, a_report
from tests.validators.reports import plan_named

KEY = "1.1.a"


def _plan(*entries: HistoryEntry) -> Plan:
    """The quarterly plan of 2020 with another history of its first criterion."""
    plan = plan_named(QUARTERLY)
    section = plan.sections[0]
    goal = section.goals[0]
    criterion = goal.criteria[0].model_copy(update={"history": entries})
    goal = goal.model_copy(update={"criteria": (criterion, *goal.criteria[1:])})
    section = section.model_copy(update={"goals": (goal, *section.goals[1:])})
    return Plan.model_validate(
        plan.model_copy(update={"sections": (section, *plan.sections[1:])}).model_dump()
    )


def _entry(
    year: int, target: int | None, result: int | None, unit: str | None = None
) -> HistoryEntry:
    return HistoryEntry(
        year=year,
        target=None if target is None else Decimal(target),
        result=None if result is None else Decimal(result),
        unit=unit,
    )


def _first(plan: Plan, latest: ReportRecord | None = None) -> HistoryChart:
    (chart,) = (each for each in history_charts(plan, latest, "da") if each.criterion.key == KEY)
    return chart


def _chart(*entries: HistoryEntry) -> HistoryChart:
    return _first(_plan(*entries))


def test_figures_stand_at_their_points_and_in_the_table():
    chart = _chart(_entry(2018, 40, 44), _entry(2019, 50, 48))
    assert {each.text for each in chart.labels} == {"40", "44", "48", "50", "55"}
    assert [each.text for each in chart.years] == ["2018", "2019", "2020"]
    assert [(each.year, each.target, each.result) for each in chart.rows] == [
        (2018, 40, 44),
        (2019, 50, 48),
        (2020, 55, None),
    ]
    assert chart.rows[1].state is State.NOT_FULFILLED


def test_a_missing_year_breaks_the_line():
    chart = _chart(_entry(2016, 40, 44), _entry(2018, 50, 48), _entry(2019, 50, 49))
    assert chart.result_path.count("M") == 2
    assert chart.result_path.count("L") == 1
    assert not _chart(_entry(2019, None, None)).is_drawn


def test_a_year_in_another_unit_is_in_the_table_alone():
    chart = _chart(_entry(2018, 7, 9, "uger"), _entry(2019, 50, 48))
    assert (chart.rows[0].target, chart.rows[0].unit) == (7, "uger")
    assert "7" not in {each.text for each in chart.labels}


def test_the_plans_own_year_shows_what_was_reported():
    report = a_report(
        QUARTERLY,
        "Q4",
        received=date(2021, 1, 4),
        typed={KEY: {"Resultat": 61.5, "Foreløbig": "Ja"}},
    )
    chart = _first(_plan(_entry(2019, 50, 48)), report)
    assert (chart.rows[-1].result, chart.labels[-1].text) == (61.5, "[61,5]")
    near = a_report(QUARTERLY, "Q4", received=date(2021, 1, 4), typed={KEY: {"Resultat": 54.9999}})
    assert _first(_plan(_entry(2019, 50, 48)), near).labels[-1].text == "54,9999"


@pytest.mark.parametrize("plan_id", [QUARTERLY, "social-og-boligstyrelsen-2024"])
def test_every_label_stands_inside_the_drawing(plan_id):
    for chart in history_charts(plan_named(plan_id), None, "da"):
        assert all(0 <= each.x <= chart.width for each in (*chart.labels, *chart.years))
        assert all(0 <= each.y <= chart.height for each in (*chart.labels, *chart.years))
