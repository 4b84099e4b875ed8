"""Seeded mutations of good reports: no crash, no hang, no wrong acceptance."""

from tests.hostile.mutations import FAMILIES, good_reports, outcomes, score_by_openpyxl
from tests.validators.reports import judged_apart, plan_named


def test_nothing_is_wrong_with_any_verdict_and_each_family_is_refused_and_accepted():
    judged = outcomes(seed=2020, count=60)
    assert [(each.seed, each.family, each.wrong) for each in judged if each.wrong] == []
    for family in FAMILIES:
        assert len({each.code for each in judged if each.family == family}) >= 2


def test_the_score_by_another_reader_is_the_same_on_good_reports():
    verdicts = judged_apart(good_reports())
    scores = [verdict.evaluation.score.secured for verdict in verdicts if verdict.accepted]

    assert scores == [score_by_openpyxl(data, plan_named()) for data in good_reports()]
    assert len(set(scores)) == 2
