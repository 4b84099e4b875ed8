"""Reports of one plan compared: a count for the year to date cannot fall."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

from tests.validators.damage import Content
from tests.validators.reports import BENCHMARK, HOUSING, Where, report
from validators.examining import examine
from validators.judging import judge
from workbooks.layout import Column, Field

COUNT = ("1.1.a", Column.RESULT)
SHARE = ("1.1.b", Column.RESULT)
EXPLANATION = ("1.1.a", Column.EXPLANATION)
Changes = Mapping[Where, Content]


def fallen(*reports: tuple[str, Changes]) -> dict[str, list[str]]:
    """The messages about counts that fell, by period, of reports judged together."""
    data = [(period, report(changes, period_id=period)) for period, changes in reports]
    verdicts = judge([examine(name, each) for name, each in data])
    return {
        verdict.file: [each.message() for each in verdict.findings if each.code == "RP-508"]
        for verdict in verdicts
        if any(each.code == "RP-508" for each in verdict.findings)
    }


def test_a_count_that_fell_is_compared_with_the_report_before() -> None:
    fell = fallen(("Q1", {COUNT: 60}), ("Q2", {COUNT: 70}), ("Q3", {COUNT: 65}))
    message = "Antallet år til dato er faldet fra 70 i 2. kvartal til 65."
    assert fell == {"Q3": [f"Afrapportering!I11 (1.1.a): {message}"]}


def test_a_count_that_stands_still_has_not_fallen() -> None:
    assert fallen(("Q1", {COUNT: 60}), ("Q2", {COUNT: 60})) == {}


def test_a_report_that_gives_no_count_is_looked_past() -> None:
    refused: Changes = {COUNT: "ca. 80"}
    blank: Changes = {COUNT: None}
    fell = fallen(("Q1", {COUNT: 70}), ("Q2", refused), ("Q3", blank), ("Q4", {COUNT: 60}))
    assert list(fell) == ["Q4"]
    assert "70 i 1. kvartal" in fell["Q4"][0]


def test_a_percentage_may_fall() -> None:
    assert fallen(("Q1", {SHARE: 0.95}), ("Q2", {SHARE: 0.85})) == {}


def test_the_order_of_the_files_does_not_matter() -> None:
    counts: list[tuple[str, Content]] = [("Q1", 70), ("Q2", 60), ("Q3", 80)]
    reports: list[tuple[str, Changes]] = [(period, {COUNT: count}) for period, count in counts]
    outcomes = [fallen(*order) for order in permutations(reports)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert list(outcomes[0]) == ["Q2"]


def test_of_two_reports_for_one_period_the_one_submitted_last_counts() -> None:
    first: Changes = {COUNT: 600, Field.SUBMITTED: 44105}
    mended: Changes = {COUNT: 60, Field.SUBMITTED: 44110}
    last: Changes = {COUNT: 61}
    for order in permutations([("Q3", first), ("Q3", mended), ("Q4", last)]):
        assert fallen(*order) == {}


def test_reports_of_other_plans_are_no_business_of_this_one() -> None:
    data = [
        report({COUNT: 600}, HOUSING, "Q3"),
        report({}, BENCHMARK, "Q2"),
        report({COUNT: 60}),
    ]
    verdicts = judge([examine(str(number), each) for number, each in enumerate(data)])
    assert [each.code for each in verdicts[2].findings] == ["RP-601"]


def test_a_report_alone_is_compared_with_nothing() -> None:
    assert fallen(("Q4", {COUNT: 55})) == {}
