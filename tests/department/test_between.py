"""Reports of one plan compared: what may not change from one period to the next without a word."""

from collections.abc import Mapping
from functools import cache

import pytest

from department.inbox import WaitingReport, read_waiting
from department.record import FindingRecord
from department.turns import judged_in_turn
from tests.department.judged_files import Sent
from tests.validators.cases.between import BETWEEN
from tests.validators.damage import Content
from tests.validators.reports import NOT_CALCULATED, Where, report
from texts.findings import CATALOGUE, Severity
from validators.schemas import BetweenReports
from workbooks.form import Column

Changes = Mapping[Where, Content]
COUNT = ("1.1.a", Column.RESULT)
SHARE = ("1.1.c", Column.RESULT)
DELIVERED = ("1.7.a", Column.DATE)
STATE_AVERAGE = ("2.2.a", Column.BASIS)
FEW: Changes = {("1.1.a", Column.EXPLANATION): "Få kurser"}
EXPLAINED: Changes = {("1.2.b", Column.EXPLANATION): "Forslaget er trukket"}
UNDONE: Changes = {("1.2.b", Column.DONE): "Nej", **EXPLAINED}


@cache
def read(period: str, changes: tuple[tuple[Where, Content], ...]) -> WaitingReport:
    return read_waiting(Sent(period, report(dict(changes), period_id=period)).entry)


def found_in_last(*reports: tuple[str, Changes]) -> list[FindingRecord]:
    """What is found in the last of some reports, each of its period, judged together."""
    waiting = [read(period, tuple(changes.items())) for period, changes in reports]
    last = max(judged_in_turn(waiting), key=lambda each: each.number)
    return [each for each in last.record.findings if each.code != NOT_CALCULATED]


def values_in(finding: FindingRecord) -> tuple[str, ...]:
    """What was found, and what was expected; nothing of a rule that knows no such values."""
    values = (finding.found, finding.expected)
    return tuple(each() for each in values if each is not None)


@pytest.mark.parametrize("case", BETWEEN, ids=lambda case: case.code)
def test_a_change_raises_its_code_alone_at_its_cell_with_both_values(case):
    (found,) = found_in_last(("Q3", case.before), ("Q4", case.now))
    told = (found.code, found.place, found.key)
    assert told == (case.code, f"Afrapportering!{case.cell}", case.key)
    assert values_in(found) == (case.found, case.expected)
    assert not found.is_error
    for lang in ("da", "en"):
        assert "{" not in found.message(lang)
    assert "3. kvartal" in found.message()
    assert found_in_last(("Q3", case.now), ("Q4", case.now)) == [], "what did not change"


def test_no_rule_between_reports_is_an_error_since_a_report_counts_before_it_is_compared():
    codes = {check.name for check in BetweenReports.to_schema().checks}
    assert codes == {case.code for case in BETWEEN}
    assert all(CATALOGUE[code].severity is not Severity.ERROR for code in codes)


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        # A count is compared with the last report that gives one.
        ([("Q1", {COUNT: 60}), ("Q2", {COUNT: 70}), ("Q3", {COUNT: 65})],
         {"RP-508": ("65", "70")}),
        ([("Q1", {COUNT: 70}), ("Q2", {COUNT: "ca. 80"}), ("Q3", {COUNT: None}),
          ("Q4", {COUNT: 60})], {"RP-508": ("60", "70")}),
        # Of a count that fell is not told what follows from it; nor of one decided only now.
        ([("Q3", {COUNT: 60}), ("Q4", {COUNT: 50, **FEW})], {"RP-508": ("50", "60")}),
        ([("Q3", {COUNT: 50, **FEW}), ("Q4", {COUNT: 50, **FEW})], {}),
        # A setback is compared with the last report only.
        ([("Q1", {}), ("Q2", UNDONE), ("Q3", UNDONE)], {}),
        ([("Q1", UNDONE), ("Q2", {}), ("Q3", UNDONE)], {"RP-515": ("afventer", "opfyldt")}),
        # A share that falls below its target was never settled.
        ([("Q2", {}), ("Q3", {SHARE: 0.1, ("1.1.c", Column.EXPLANATION): "Nye deltagere"})], {}),
        # What was provisional may change, and the state's average does.
        ([("Q3", {DELIVERED: 44074, ("1.7.a", Column.PROVISIONAL): "Ja"}), ("Q4", {})], {}),
        ([("Q3", {STATE_AVERAGE: 9.5}), ("Q4", {STATE_AVERAGE: 9})], {}),
        # A date that is gone is told; so is an explanation copied while the state changed.
        ([("Q3", {}), ("Q4", {DELIVERED: None})],
         {"RP-503": (), "RP-517": ("(tom)", "30-09-2020")}),
        ([("Q2", EXPLAINED), ("Q3", UNDONE)],
         {"RP-515": ("afventer", "opfyldt"), "RP-516": ("afventer", "opfyldt")}),
    ],
)  # fmt: skip
def test_what_changed_in_the_last_of_some_reports(reports, told):
    found = found_in_last(*reports)
    assert {each.code: values_in(each) for each in found} == told
