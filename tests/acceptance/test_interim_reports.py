"""A half-empty interim report of each plan gives an interval: secured to attainable."""

from __future__ import annotations

import pytest

from tests.acceptance import (
    reports_benchmarkingenheden,
    reports_raadet,
    reports_social_og_boligstyrelsen,
    reports_socialstyrelsen,
    reports_statsforvaltningen,
)
from tests.acceptance.agreement import (
    expect_same_criteria,
    expect_same_goals,
    expect_same_measures,
    expect_same_totals,
)
from tests.acceptance.outcome import Outcome, hand_in
from tests.hosts.libreoffice import LibreOffice
from workbooks.form import Sheet

pytestmark = pytest.mark.libreoffice

INTERIMS = {
    module.INTERIM.plan.id: module.INTERIM
    for module in (
        reports_benchmarkingenheden,
        reports_raadet,
        reports_social_og_boligstyrelsen,
        reports_socialstyrelsen,
        reports_statsforvaltningen,
    )
}


@pytest.fixture(scope="module", params=INTERIMS)
def outcome(
    request: pytest.FixtureRequest, calc: LibreOffice, tmp_path_factory: pytest.TempPathFactory
) -> Outcome:
    plan_id: str = request.param
    return hand_in(calc, INTERIMS[plan_id], tmp_path_factory.mktemp(plan_id))


def test_it_is_accepted_without_any_finding(outcome: Outcome) -> None:
    assert outcome.messages == []
    assert not outcome.verdict.is_final


def test_everything_typed_passes_the_data_validation(outcome: Outcome) -> None:
    assert outcome.sheet.invalid == {Sheet.MASTER: (), Sheet.REPORT: ()}


def test_sheet_verdict_and_hand_agree_on_every_criterion(outcome: Outcome) -> None:
    expect_same_criteria(outcome)
    expect_same_measures(outcome)


def test_sheet_verdict_and_hand_agree_on_every_goal(outcome: Outcome) -> None:
    expect_same_goals(outcome)


def test_sheet_verdict_and_hand_agree_on_the_interval(outcome: Outcome) -> None:
    expect_same_totals(outcome)
    assert outcome.report.secured < outcome.report.attainable
