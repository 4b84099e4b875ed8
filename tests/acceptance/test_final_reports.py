"""A final report of each plan, typed in LibreOffice by a Dane, is accepted and scored alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance import (
    reports_benchmarkingenheden,
    reports_raadet,
    reports_social_og_boligstyrelsen,
    reports_socialstyrelsen,
    reports_statsforvaltningen,
)
from tests.acceptance.agreement import (
    expect_agreement,
    expect_same_criteria,
    expect_same_goals,
    expect_same_measures,
    expect_same_totals,
)
from tests.acceptance.outcome import Outcome, hand_in
from tests.hosts.libreoffice import LibreOffice
from texts import catalogue as codes
from workbooks.form import Column, Sheet

pytestmark = pytest.mark.libreoffice

FINALS = {
    module.FINAL.plan.id: module.FINAL
    for module in (
        reports_benchmarkingenheden,
        reports_raadet,
        reports_social_og_boligstyrelsen,
        reports_socialstyrelsen,
        reports_statsforvaltningen,
    )
}


@pytest.fixture(scope="module", params=FINALS)
def outcome(
    request: pytest.FixtureRequest, calc: LibreOffice, tmp_path_factory: pytest.TempPathFactory
) -> Outcome:
    plan_id: str = request.param
    return hand_in(calc, FINALS[plan_id], tmp_path_factory.mktemp(plan_id))


def test_it_is_accepted_without_any_finding(outcome: Outcome) -> None:
    assert outcome.messages == []
    assert outcome.verdict.is_final


def test_everything_typed_passes_the_data_validation(outcome: Outcome) -> None:
    assert outcome.sheet.invalid == {Sheet.MASTER: (), Sheet.REPORT: ()}


def test_sheet_verdict_and_hand_agree_on_every_criterion(outcome: Outcome) -> None:
    expect_same_criteria(outcome)
    expect_same_measures(outcome)


def test_sheet_verdict_and_hand_agree_on_every_goal(outcome: Outcome) -> None:
    expect_same_goals(outcome)


def test_sheet_verdict_and_hand_agree_on_the_total(outcome: Outcome) -> None:
    expect_same_totals(outcome)


def test_a_result_missing_at_the_years_end_counts_as_not_fulfilled(
    calc: LibreOffice, tmp_path: Path
) -> None:
    complete = reports_socialstyrelsen.FINAL
    report = complete.left_blank("1.5.a", Column.RESULT, unmet="1.5")
    outcome = hand_in(calc, report, tmp_path)
    assert (report.secured, report.attainable) == (50.0, 50.0)
    expect_agreement(outcome)
    (missing,) = outcome.verdict.findings
    assert missing.code == codes.FINAL_PENDING
    assert missing.place.cell == report.layout.report_cell("1.5.a", Column.RESULT)


def test_what_is_missing_where_the_rule_is_met_without_it_costs_nothing(
    calc: LibreOffice, tmp_path: Path
) -> None:
    complete = reports_social_og_boligstyrelsen.FINAL
    report = complete.left_blank("2.2.b", Column.RESULT)
    outcome = hand_in(calc, report, tmp_path)
    assert report.secured == complete.secured
    expect_agreement(outcome)
    (missing,) = outcome.verdict.findings
    assert missing.code == codes.FINAL_PENDING_DECIDED
    assert missing.place.cell == report.layout.report_cell("2.2.b", Column.RESULT)
    assert outcome.verdict.accepted
