"""The bars of the total by period."""

from __future__ import annotations

from datetime import date

from department.page.score_chart import score_chart
from resultatplan.criteria import State
from tests.department.page.desks import QUARTERLY, a_desk, a_finding, a_report


def test_without_figures_there_is_no_chart() -> None:
    assert score_chart(a_desk([]).agencies[0].slots, "da") is None


def test_a_bar_is_as_high_as_its_figures() -> None:
    report = a_report(QUARTERLY, "Q1", states={"1.1": State.FULFILLED, "1.2": State.NOT_FULFILLED})
    chart = score_chart(a_desk([report], plans=(QUARTERLY,)).agencies[0].slots, "da")
    assert chart is not None
    bar, *others = chart.bars
    whole = chart.lines[0][0] - chart.lines[-1][0]
    assert bar.secured_height == whole * 0.1
    assert bar.attainable_height == whole * 0.8
    assert (bar.secured, bar.attainable, bar.label) == ("10", "90", "10–90")
    assert [each.drawn for each in others] == [False] * 3
    assert {each.label for each in others} == {"mangler"}


def test_what_is_not_accepted_looks_so() -> None:
    report = a_report(findings=[a_finding()])
    chart = score_chart(a_desk([report]).agencies[0].slots, "da")
    assert chart is not None
    assert [each.accepted for each in chart.bars] == [False, False]


def test_what_is_not_due_is_not_called_missing() -> None:
    chart = score_chart(a_desk([a_report()], date(2023, 8, 1)).agencies[0].slots, "da")
    assert chart is not None
    assert chart.bars[1].label == "ikke forfalden"
