"""Every hostile variant gets its verdict: through isolated workers, and alike in this process."""

from types import SimpleNamespace

import pytest

from department.inbox import Entry
from department.workers import Workers
from tests.department.judged_files import a_receipt, verdicts_on
from tests.hostile.kinds import VARIANTS
from tests.hostile.original import original
from validators.report import read_report
from validators.verdict import Verdict, judge
from workbooks.reading.archive import Limits


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The variants by their names."""
    return {str(variant): variant.make() for variant in VARIANTS}


@pytest.fixture(scope="module")
def judged(made) -> dict[str, Verdict]:
    """The verdicts on all variants, judged in one batch, by their names."""
    with Workers(2, Limits(seconds=120)) as executor:
        verdicts = verdicts_on(
            (Entry(a_receipt(*each), each[1]) for each in made.items()), executor
        )
    return {verdict.file: verdict for verdict in verdicts}


def test_there_are_many_kinds_each_with_one_verdict_in_its_order(made, judged):
    assert len(made) == len(VARIANTS) >= 100
    assert list(judged) == list(made)
    assert original() not in made.values()


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_a_variant_gets_its_verdict(variant, judged):
    verdict = judged[str(variant)]
    codes = {each.code for each in verdict.findings}
    errors = {each.code for each in verdict.findings if each.is_error}
    told = SimpleNamespace(codes=sorted(codes), said=[e.message() for e in verdict.findings[:5]])

    assert (verdict.plan is not None) == variant.recognised, told
    assert verdict.accepted == (not variant.errors), told
    assert codes.issuperset(variant.warnings), told
    if not variant.errors:
        assert verdict.evaluation.score.secured == 100, told
        assert verdict.shown in (100, None), told
    else:
        assert errors.intersection(variant.errors), told


def test_isolation_changes_nothing(made, judged):
    some = list(made)[::12]
    here = judge([read_report(name, made[name]) for name in some])

    assert here == [judged[name] for name in some]
