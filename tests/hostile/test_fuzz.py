"""A hundred seeded mutations of good reports: no crash, no hang, no wrong acceptance."""

import pytest

from tests.hostile.mutations import (
    FAMILIES,
    Outcome,
    good_reports,
    good_scores,
    outcomes,
    score_by_openpyxl,
)
from tests.validators.reports import plan_named

SEED, COUNT = 2020, 100


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


def test_mutations_of_inputs_earn_other_scores(judged):
    earned = [each for each in judged if each.earned]

    assert len(set(good_scores())) == 2
    assert len(earned) > 5
    assert {each.family for each in earned} <= {"inputs", "cells", "xml"}


def test_the_score_by_another_reader_is_the_same_on_good_reports():
    scores = [score_by_openpyxl(data, plan_named()) for data in good_reports()]

    assert scores == list(good_scores())
