"""Seeded mutations of good reports: no crash, no hang, no wrong acceptance."""

import pytest

from tests.hostile.mutations import FAMILIES, Outcome, good_reports, outcomes, score_by_openpyxl
from tests.validators.reports import judged_apart, plan_named

SEED, COUNT = 2020, 60


@pytest.fixture(scope="module")
def judged() -> list[Outcome]:
    return outcomes(SEED, COUNT)


def test_nothing_is_wrong_with_any_verdict(judged):
    wrong = [(each.seed, each.family, each.wrong) for each in judged if each.wrong]

    assert len(judged) == COUNT
    assert wrong == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_meets_refusals_and_acceptances(family, judged):
    codes = {each.code for each in judged if each.family == family}

    assert len(codes) >= 2


def test_the_score_by_another_reader_is_the_same_on_good_reports():
    verdicts = judged_apart(good_reports())
    scores = [verdict.evaluation.score.secured for verdict in verdicts if verdict.accepted]

    assert scores == [score_by_openpyxl(data, plan_named()) for data in good_reports()]
    assert len(set(scores)) == 2
