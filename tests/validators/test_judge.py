"""Laws of judging: many files together get what each gets alone, and no file stops the others.

`tests/acceptance/test_examples.py` has good reports of every plan.
"""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.validators.cases import OF_BUILT_IN_PLANS
from tests.validators.damage import Content, ErrorValue
from tests.validators.reports import Where, judge_file, judged, report
from validators.report import Report, read_report
from validators.verdict import Verdict, judge
from workbooks.form import Column, Field

CELLS: st.SearchStrategy[Where] = st.sampled_from(
    [
        ("1.1.a", Column.RESULT),
        ("1.1.b", Column.RESULT),
        ("2.1.a", Column.BASIS),
        ("2.2.b", Column.BASIS),
        ("1.2.a", Column.DATE),
        ("1.2.b", Column.DONE),
        ("1.1.a", Column.STATUS),
        ("1.1.a", Column.FORECAST),
        ("1.1.a", Column.EXPLANATION),
        Field.PERIOD,
        Field.SUBMITTED,
    ]
)
TYPED: st.SearchStrategy[Content] = (
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.integers(-(10**6), 10**6)
    | st.sampled_from(
        ["Ja", "Nej", "Grøn", "1. kvartal", "82 pct.", "ca. 60", "\u00a0", "1.1.2020"]
    )
    | st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=15)
    | st.sampled_from(["#N/A", "#DIV/0!", "#REF!"]).map(ErrorValue)
)


@pytest.fixture(scope="module")
def examined() -> list[tuple[Report, Verdict]]:
    """Files as a worker examines and sends them back pickled, and the verdict on each alone."""
    cases = OF_BUILT_IN_PLANS[::30]
    sent = [read_report(str(number), case.make()) for number, case in enumerate(cases)]
    received = [pickle.loads(pickle.dumps(each)) for each in sent]
    return [(each, *judge([each])) for each in received]


@settings(max_examples=settings.default.max_examples // 5)
@given(st.data())
def test_findings_depend_neither_on_the_order_nor_on_what_is_judged_together(examined, data):
    together = data.draw(st.permutations(examined))[: data.draw(st.integers(1, 15))]
    assert judge([report for report, _ in together]) == [alone for _, alone in together]


@given(st.dictionaries(CELLS, TYPED, min_size=1, max_size=4))
def test_whatever_is_typed_gets_a_verdict_with_words_in_both_languages(changes):
    verdict = judged(report(changes))
    assert verdict.evaluation is not None
    score = verdict.evaluation.score
    assert 0 <= score.secured <= score.attainable <= 100
    for lang in ("da", "en"):
        for each in verdict.findings:
            assert 0 < len(each.message(lang)) < 1000
    assert verdict.accepted == (not any(each.is_error for each in verdict.findings))


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_bytes_that_are_no_workbook_get_a_finding(data):
    verdict = judge_file("fil", data)
    assert [each.code for each in verdict.findings] in (["RP-101"], ["RP-102"], ["RP-104"])
    assert not verdict.accepted
