"""Three say the same: the sheet, the validator and the calculation by hand."""

from __future__ import annotations

import pytest

from tests.acceptance.outcome import Outcome


def expect_agreement(outcome: Outcome) -> None:
    """Criteria, goals and totals."""
    expect_same_criteria(outcome)
    expect_same_goals(outcome)
    expect_same_totals(outcome)


def expect_same_criteria(outcome: Outcome) -> None:
    """Opfyldt of every criterion."""
    assert outcome.sheet.states == outcome.report.states
    assert outcome.judged_states == outcome.report.states


def expect_same_measures(outcome: Outcome) -> None:
    """The measured value, to six decimals, where the sheet computes one from a basis."""
    by_hand = {key: float(value) for key, value in outcome.report.measured.items()}
    on_sheet = {key: float(outcome.shown_measure(key) or 0) for key in by_hand}
    judged = {key: float(outcome.evaluation.criterion(key).measured or 0) for key in by_hand}
    assert on_sheet == pytest.approx(by_hand, abs=5e-7)
    assert judged == pytest.approx(by_hand, abs=5e-7)


def expect_same_goals(outcome: Outcome) -> None:
    """Opfyldelse of every goal."""
    by_hand = pytest.approx(outcome.report.goals)
    assert outcome.sheet.goals == by_hand
    assert outcome.judged_goals == by_hand


def expect_same_totals(outcome: Outcome) -> None:
    """The secured and the attainable total; what the saved file shows is the sheet's."""
    by_hand = (outcome.report.secured, outcome.report.attainable)
    score = outcome.evaluation.score
    assert (outcome.sheet.secured, outcome.sheet.attainable) == pytest.approx(by_hand)
    assert (score.secured, score.attainable) == pytest.approx(by_hand)
    assert outcome.verdict.shown == pytest.approx(outcome.report.secured)
