"""Every hostile variant gets its verdict: through isolated workers, and alike in this process."""

from collections import Counter
from types import SimpleNamespace

import pytest

from department.inbox import Entry
from department.workers import Workers
from tests.department.judged_files import verdicts_on
from tests.hostile.kinds import SUBJECTS, VARIANTS
from tests.hostile.original import original
from tests.validators.reports import judge_file
from validators.verdict import Verdict, as_json
from workbooks.reading.archive import Limits


@pytest.fixture(scope="module")
def judged() -> dict[str, Verdict]:
    """The verdicts on all variants, judged in one batch, by their names."""
    with Workers(2, Limits(seconds=120)) as executor:
        entries = (Entry(str(variant), variant.make()) for variant in VARIANTS)
        return {verdict.file: verdict for verdict in verdicts_on(entries, executor)}


def test_there_are_many_kinds_each_with_one_verdict_in_its_order(judged):
    names = Counter(str(variant) for variant in VARIANTS)

    assert len(VARIANTS) >= 100
    assert names.most_common(1)[0][1] == 1
    assert list(judged) == list(names)
    assert [str(variant) for variant in VARIANTS if variant.make() == original()] == []
    assert all(len(list(subject)) >= 10 for subject in SUBJECTS)


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_a_variant_gets_its_verdict(variant, judged):
    verdict = judged[str(variant)]
    codes = {each.code for each in verdict.findings}
    errors = {each.code for each in verdict.findings if each.is_error}
    told = SimpleNamespace(codes=sorted(codes), said=[e.message() for e in verdict.findings[:5]])

    assert verdict.is_report == variant.recognised, told
    assert verdict.accepted == variant.is_accepted, told
    assert variant.warnings <= codes, told
    if variant.is_accepted:
        assert verdict.evaluation is not None
        assert (verdict.evaluation.score.secured, verdict.shown) == (100, 100), told
    else:
        assert errors & variant.errors, told


@pytest.mark.parametrize("variant", VARIANTS[::6], ids=str)
def test_isolation_changes_nothing(variant, judged):
    here = judge_file(str(variant), variant.make())

    assert as_json(here) == as_json(judged[str(variant)])
