"""A registered report is compared with as the very verdict it came from."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from department.desk.earlier import earlier_of
from department.record import Arrival, record_of
from department.register.contents import read, written
from resultatplan.library import built_in_plans
from tests.validators.reports import SOCIAL, Where, judge_file, report
from validators.verdict import earlier_report
from workbooks.form import Column, Field

ARRIVAL = Arrival("ab" * 32, 10, datetime(2020, 10, 13))
TOLD: dict[Where, object] = {
    ("1.1.b", Column.RESULT): 0.816,
    ("1.1.b", Column.STATUS): "Gul",
    ("1.1.b", Column.EXPLANATION): "To  ord\nog et til",
    ("1.7.a", Column.DATE): date(2020, 9, 15),
    ("2.1.a", Column.BASIS): 0.1 + 0.2,
    ("2.1.a", Column.RESULT): 0.3,
    ("2.1.a", Column.PROVISIONAL): "Ja",
}


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_every_plans_report(plan) -> None:
    for period in plan.reporting.periods:
        verdict = judge_file("rapport.xlsx", report({}, plan.id, period.id))
        assert verdict.accepted
        assert earlier_of(record_of(verdict, ARRIVAL)) == earlier_report(verdict)


def test_all_that_is_compared_survives_the_register() -> None:
    verdict = judge_file("rapport.xlsx", report(TOLD, SOCIAL, "Q3"))  # type: ignore[arg-type]
    record = record_of(verdict, ARRIVAL)
    stored = read(record.summary, written(record))
    assert stored == record
    now = earlier_of(stored)
    assert now == earlier_report(verdict)
    assert now is not None
    assert now.criteria["1.1.b"].explanation == "To ord og et til"
    assert now.criteria["1.7.a"].delivered == date(2020, 9, 15)
    assert now.criteria["2.1.a"].provisional


def test_a_report_that_was_not_accepted_is_none_to_compare_with() -> None:
    refused = judge_file("rapport.xlsx", report({Field.PREPARED_BY: None}))
    assert earlier_report(refused) is None
    assert earlier_of(record_of(refused, ARRIVAL)) is None
    letter = judge_file("brev.docx", b"brev")
    assert earlier_report(letter) is None
    assert earlier_of(record_of(letter, ARRIVAL)) is None
