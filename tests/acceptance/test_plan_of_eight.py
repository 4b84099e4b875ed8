"""A plan with weights, goals met in part, one withdrawn, a nested rule and half-yearly reports.

The reports are typed in LibreOffice by a Dane; sheet, validator and hand say the same.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from resultatplan.plans_folder import plans_in
from tests.acceptance.agreement import expect_agreement, expect_same_measures
from tests.acceptance.outcome import Outcome, hand_in
from tests.acceptance.reports_of_eight import FINAL, INTERIM, PLAN, PLAN_FILE
from tests.hosts.libreoffice import LibreOffice
from validators.verdict import as_json
from workbooks.form import Sheet

pytestmark = pytest.mark.libreoffice
REPORTS = {"final": FINAL, "interim": INTERIM}


@pytest.fixture(scope="module", params=REPORTS)
def outcome(
    request: pytest.FixtureRequest, calc: LibreOffice, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Outcome]:
    folder = tmp_path_factory.mktemp("plan")
    plans = folder / "plans"
    plans.mkdir()
    shutil.copy(PLAN_FILE, plans / f"{PLAN.id}.toml")
    name: str = request.param
    with plans_in(plans):
        yield hand_in(calc, REPORTS[name], folder)


def test_it_is_accepted_without_any_finding(outcome: Outcome) -> None:
    assert outcome.messages == []


def test_everything_typed_passes_the_data_validation(outcome: Outcome) -> None:
    assert outcome.sheet.invalid == {Sheet.MASTER: (), Sheet.REPORT: ()}


def test_sheet_verdict_and_hand_agree(outcome: Outcome) -> None:
    expect_agreement(outcome)
    expect_same_measures(outcome)


def test_the_weights_are_shares_of_those_that_are_left(outcome: Outcome) -> None:
    weights = [goal["weight"] for goal in as_json(outcome.verdict)["goals"]]
    shares = [3, 2, 1, 0, 4, 2, 1.5, 1.5]
    assert weights == pytest.approx([100 * share / 15 for share in shares])
