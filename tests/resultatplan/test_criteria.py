"""What is measured against a basis, and the labels of the kinds.

`tests/xl_addin/golden_cases.py` has each kind at, just over and just under its threshold.
"""

from decimal import Decimal

import pytest

from resultatplan.criteria import LABELS, Facts, Kind, State, judge, measure


@pytest.mark.parametrize("kind", [Kind.WITHIN, Kind.REDUCTION, Kind.GROWTH])
def test_no_percentage_is_made_of_a_basis_of_0(kind):
    with pytest.raises(ZeroDivisionError):
        measure(kind, Decimal(0), Decimal(1), in_percent=True)


def test_a_reduction_that_is_no_round_share_still_meets_its_own_target():
    # 7.6 of 8 is 5 pct. exactly, though neither is a round binary number.
    fall = measure(Kind.REDUCTION, Decimal("8.0"), Decimal("7.6"), in_percent=True)
    assert judge(Kind.REDUCTION, Facts(Decimal(5), fall)) is State.FULFILLED


def test_every_kind_has_its_own_danish_label():
    assert set(LABELS) == set(Kind)
    assert len(set(LABELS.values())) == len(Kind)
