"""The examples: each gets the verdict written out by hand, alone and in a batch alike."""

from collections.abc import Iterable

import pytest

from department.inbox import WITHIN
from examples.inbox import make_inbox
from examples.recipes import INBOX, VALUES, read_inbox
from examples.typists import AtTheKeyboard
from resultatplan.library import built_in_plans
from tests.acceptance.desk import Report, batched, place, validated
from tests.acceptance.expected_verdicts import EXPECTED
from tests.validators.reports import judge_file
from workbooks.values import fill, read_values

TAMPERED = "Statsforvaltningen 2017-Q4 (til underskrift).xlsx"
NEEDS_OTHER_REPORTS = {"RP-508", "RP-515", "RP-516"}
"""What only shows beside another report of the same agency."""


@pytest.fixture(scope="module")
def batch(tmp_path_factory) -> dict[str, Report]:
    return batched(INBOX, tmp_path_factory.mktemp("udbakke"))


def places(findings: Iterable[Report]) -> list[tuple[str, str]]:
    return sorted((each["code"], place(each)) for each in findings)


def of_itself(report: Report) -> Report:
    """The report without what only shows beside others."""
    found = [each for each in report["findings"] if each["code"] not in NEEDS_OTHER_REPORTS]
    return {**report, "findings": found}


def totals(report: Report) -> tuple[float | None, ...]:
    score = report["score"]
    return score["secured"], score["expected"], score["attainable"]


def test_the_inbox_holds_what_it_should_and_two_reports_of_every_plan(batch):
    assert set(batch) == set(EXPECTED)
    assert {name.partition(WITHIN)[0] for name in batch} == {path.name for path in INBOX.iterdir()}
    plans = [report["plan"] for report in batch.values() if report["plan"] is not None]
    assert {plan.id for plan in built_in_plans()} == set(plans)
    assert len(plans) == 12


@pytest.mark.parametrize("name", EXPECTED)
def test_each_file_gets_its_verdict(batch, name):
    expected, report = EXPECTED[name], batch[name]
    assert places(report["findings"]) == sorted(expected.findings)
    assert report["accepted"] is expected.accepted
    assert totals(report) == pytest.approx(expected.totals)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_alone_has_the_findings_that_it_has_in_the_batch(batch, name):
    alone = validated(INBOX / name)
    assert of_itself(alone) == of_itself({**batch[name], "file": alone["file"]})


def test_a_raised_target_wins_nothing_and_is_shown_beside_the_agreed_one(batch):
    score = batch[TAMPERED]["score"]
    assert score["shown"] == pytest.approx(100 * 9 / 12)
    assert score["secured"] == pytest.approx(100 * 8 / 12)
    target = next(each for each in batch[TAMPERED]["findings"] if each["key"] == "2.2.c")
    assert (target["expected"], target["found"]) == ("12", "13")


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_the_values_fill_a_template_that_is_accepted(plan):
    path = VALUES / f"{plan.id}-Q4.json"
    verdict = judge_file(path.name, fill(plan, read_values(path)))
    assert verdict.accepted
    assert verdict.is_final


@pytest.mark.libreoffice
def test_the_examples_are_what_the_script_makes_today(calc, tmp_path, batch):
    """Of each plan the last report that lies there by itself."""
    recipe = read_inbox()
    last = {each.plan: each for each in recipe.reports if each.name in EXPECTED}
    few = recipe.model_copy(update={"reports": tuple(last.values()), "parcels": ()})
    make_inbox(few, tmp_path / "indbakke", AtTheKeyboard(calc))
    made = batched(tmp_path / "indbakke", tmp_path / "udbakke")
    assert len(made) == len(last) + 3
    for name, report in made.items():
        assert of_itself(report) == of_itself(batch[name]), name
