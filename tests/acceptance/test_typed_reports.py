"""Reports of each plan, typed in LibreOffice by a Dane: sheet, validator and hand say the same.

A final report and a half-empty interim one of three plans. Two more are among the examples;
`test_authored_plan` has weights, goals met in part, one withdrawn and a nested rule.
"""

import pytest

from resultatplan.plan import Plan
from tests.acceptance.typed_report import Outcome, hand_in, typed_report
from tests.validators.reports import HOUSING, SOCIAL, judge_file, plan_named

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module", params=[SOCIAL, HOUSING, "statsforvaltningen-2017"])
def plan(request) -> Plan:
    return plan_named(request.param)


@pytest.fixture(scope="module")
def final(plan, calc, tmp_path_factory) -> Outcome:
    return hand_in(calc, typed_report(plan, "final"), tmp_path_factory.mktemp("final"))


@pytest.fixture(scope="module")
def interim(plan, calc, tmp_path_factory) -> Outcome:
    return hand_in(calc, typed_report(plan, "interim"), tmp_path_factory.mktemp("interim"))


def test_the_final_report_is_accepted_and_scored_alike(final):
    final.expect_accepted()
    assert final.verdict.is_final
    final.expect_agreement()
    weights = [goal.weight for goal in final.evaluation.goals]
    assert weights == pytest.approx(list(final.report.plan.weights))


def test_saving_again_is_no_tampering(final, calc, tmp_path):
    with calc.open(final.file) as document:
        again = document.save_as(tmp_path / "igen.xlsx")
    verdict = judge_file(again.name, again.read_bytes())
    assert verdict.findings == final.verdict.findings == ()
    assert verdict.evaluation == final.evaluation
    assert verdict.shown == final.verdict.shown


def test_the_interim_report_gives_an_interval(interim):
    interim.expect_accepted()
    assert not interim.verdict.is_final
    interim.expect_agreement()
    assert interim.report.secured < interim.report.attainable
