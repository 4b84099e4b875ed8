"""Reports of one plan compared: what may not change from one period to the next without a word."""

from collections.abc import Mapping
from functools import cache
from itertools import permutations

import pytest

from department.inbox import WaitingReport, read_waiting
from department.record import FindingRecord
from department.turns import judged_in_turn
from tests.department.judged_files import Sent, codes, judged
from tests.validators.cases import BETWEEN
from tests.validators.damage import Content
from tests.validators.reports import BENCHMARK, HOUSING, NOT_CALCULATED, Where, report
from texts.findings import CATALOGUE, Severity
from validators.schemas import BetweenReports
from workbooks.form import Column, Field

COUNT = ("1.1.a", Column.RESULT)
DONE = ("1.2.b", Column.DONE)
EXPLAINED: Mapping[Where, Content] = {("1.2.b", Column.EXPLANATION): "Forslaget er trukket"}
UNDONE: Mapping[Where, Content] = {DONE: "Nej", **EXPLAINED}
DELIVERED = ("1.7.a", Column.DATE)
STATE_AVERAGE = ("2.2.a", Column.BASIS)
Changes = Mapping[Where, Content]
_EXPLAINED: Changes = {("1.1.a", Column.EXPLANATION): "Få kurser"}


@cache
def read(period: str, changes: tuple[tuple[Where, Content], ...]) -> WaitingReport:
    return read_waiting(Sent(period, report(dict(changes), period_id=period)).entry)


def told_by_period(*reports: tuple[str, Changes]) -> dict[str, list[FindingRecord]]:
    """What is found in reports judged together, by period."""
    waiting = [read(period, tuple(changes.items())) for period, changes in reports]
    records = [each.record for each in judged_in_turn(waiting)]
    return {
        record.summary.file: [each for each in record.findings if each.code != NOT_CALCULATED]
        for record in records
    }


def fallen(*reports: tuple[str, Changes]) -> dict[str, list[str]]:
    """The messages about counts that fell, by period, of reports judged together."""
    messages = {
        period: [each.message() for each in findings if each.code == "RP-508"]
        for period, findings in told_by_period(*reports).items()
    }
    return {period: told for period, told in messages.items() if told}


def codes_of_last(*reports: tuple[str, Changes]) -> list[str]:
    """The codes found in the last of the reports."""
    return [each.code for each in told_by_period(*reports)[reports[-1][0]]]


def values_in(finding: FindingRecord) -> tuple[str, str]:
    """What was found, and what was expected."""
    assert finding.found is not None and finding.expected is not None
    return finding.found(), finding.expected()


@pytest.mark.parametrize("case", BETWEEN, ids=lambda case: case.code)
def test_a_change_raises_its_code_alone_at_its_cell_with_both_values(case):
    (found,) = told_by_period(("Q3", case.before), ("Q4", case.now))["Q4"]
    told = (found.code, found.place, found.key)
    assert told == (case.code, f"Afrapportering!{case.cell}", case.key)
    assert values_in(found) == (case.found, case.expected)
    assert not found.is_error
    for lang in ("da", "en"):
        assert "{" not in found.message(lang)
    assert "3. kvartal" in found.message()


@pytest.mark.parametrize("case", BETWEEN, ids=lambda case: case.code)
def test_what_did_not_change_is_not_told(case):
    assert codes_of_last(("Q3", case.now), ("Q4", case.now)) == []


def test_no_rule_between_reports_is_an_error_since_a_report_counts_before_it_is_compared():
    codes = {check.name for check in BetweenReports.to_schema().checks}
    assert codes == {case.code for case in BETWEEN}
    assert all(CATALOGUE[code].severity is not Severity.ERROR for code in codes)


def test_a_count_that_fell_is_compared_with_the_report_before():
    fell = fallen(("Q1", {COUNT: 60}), ("Q2", {COUNT: 70}), ("Q3", {COUNT: 65}))
    message = "Antallet år til dato er faldet fra 70 i 2. kvartal til 65."
    assert fell == {"Q3": [f"Afrapportering!I12 (1.1.a): {message}"]}


def test_a_report_that_gives_no_count_is_looked_past():
    refused: Changes = {COUNT: "ca. 80"}
    blank: Changes = {COUNT: None}
    fell = fallen(("Q1", {COUNT: 70}), ("Q2", refused), ("Q3", blank), ("Q4", {COUNT: 60}))
    assert list(fell) == ["Q4"]
    assert "70 i 1. kvartal" in fell["Q4"][0]


def test_the_order_of_the_files_does_not_matter():
    counts: list[tuple[str, Content]] = [("Q1", 70), ("Q2", 60), ("Q3", 80)]
    reports: list[tuple[str, Changes]] = [(period, {COUNT: count}) for period, count in counts]
    outcomes = [fallen(*order) for order in permutations(reports)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert list(outcomes[0]) == ["Q2"]


def test_of_two_reports_for_one_period_the_one_submitted_last_counts():
    first: Changes = {COUNT: 600, Field.SUBMITTED: 44105}
    mended: Changes = {COUNT: 60, Field.SUBMITTED: 44110}
    last: Changes = {COUNT: 61}
    for order in permutations([("Q3", first), ("Q3", mended), ("Q4", last)]):
        assert fallen(*order) == {}


def test_a_report_that_was_not_accepted_is_compared_with_nothing():
    refused: Changes = {COUNT: 600, Field.PREPARED_BY: None}
    assert fallen(("Q3", refused), ("Q4", {COUNT: 60})) == {}


def test_reports_of_other_plans_are_no_business_of_this_one():
    found = judged(
        [
            Sent("bolig", report({COUNT: 600}, HOUSING, "Q3")),
            Sent("måling", report({}, BENCHMARK, "Q2")),
            Sent("social", report({COUNT: 60})),
        ]
    )
    assert codes(found["social"]) == []


def test_a_setback_is_compared_with_the_last_report_only():
    assert codes_of_last(("Q1", {}), ("Q2", UNDONE), ("Q3", UNDONE)) == []
    assert codes_of_last(("Q1", UNDONE), ("Q2", {}), ("Q3", UNDONE)) == ["RP-515"]


def test_a_share_that_falls_below_its_target_was_never_settled():
    fell: Changes = {("1.1.c", Column.RESULT): 0.1, ("1.1.c", Column.EXPLANATION): "Nye deltagere"}
    assert codes_of_last(("Q2", {}), ("Q3", fell)) == []


@pytest.mark.parametrize(
    ("before", "now", "codes"),
    [
        ({COUNT: 60}, {COUNT: 50, ("1.1.a", Column.EXPLANATION): "Få kurser"}, ["RP-508"]),
        ({DELIVERED: 44074, ("1.7.a", Column.PROVISIONAL): "Ja"}, {}, []),
        ({STATE_AVERAGE: 9.5}, {STATE_AVERAGE: 9}, []),
        ({COUNT: 50, **_EXPLAINED}, {COUNT: 50, **_EXPLAINED}, []),
    ],
    ids=["a count, not what follows from it", "provisional", "the state's average", "decided now"],
)
def test_what_may_change_and_what_is_told_of_one_criterion(before, now, codes):
    assert codes_of_last(("Q3", before), ("Q4", now)) == codes


def test_a_delivery_date_that_is_gone_is_told_with_the_date():
    found = told_by_period(("Q3", {}), ("Q4", {DELIVERED: None}))["Q4"]
    (gone,) = [each for each in found if each.code == "RP-517"]
    assert values_in(gone) == ("(tom)", "30-09-2020")


def test_an_explanation_copied_while_the_state_changed_is_told_without_a_status():
    found = told_by_period(("Q2", EXPLAINED), ("Q3", UNDONE))["Q3"]
    copied = next(each for each in found if each.code == "RP-516")
    assert values_in(copied) == ("afventer", "opfyldt")
