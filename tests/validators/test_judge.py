"""Laws of judging: many files together get what each gets alone, and no file stops the others."""

import pickle
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resultatplan.library import built_in_plans
from tests.validators.cases import FORM, REST
from tests.validators.damage import Content, ErrorValue, parts_of, zipped
from tests.validators.reports import (
    Where,
    calculated_report,
    complete_report,
    judge_file,
    judged,
    report,
)
from validators.report import Report, read_report
from validators.verdict import Verdict, judge
from workbooks.form import Column, Field

CASES = {case.code: case for case in (*FORM, *REST)[::3]}
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


@cache
def examined(code: str) -> Report:
    """The file of a case, examined as a worker does it and sent back pickled."""
    sent: Report = pickle.loads(pickle.dumps(read_report(code, CASES[code].damage())))
    return sent


@cache
def alone(code: str) -> Verdict:
    return judge([examined(code)])[0]


@settings(max_examples=settings.default.max_examples // 5)
@given(st.permutations(sorted(CASES)), st.integers(1, 40))
def test_findings_depend_neither_on_the_order_nor_on_what_is_judged_together(codes, size):
    chunks = [codes[first : first + size] for first in range(0, len(codes), size)]
    for chunk in chunks[:3]:
        together = judge([examined(code) for code in chunk])
        assert together == [alone(code) for code in chunk]


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


@given(st.data())
def test_a_file_with_broken_bytes_in_it_gets_a_verdict(data):
    parts = parts_of(complete_report())
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + 1] = data.draw(st.binary(max_size=3))
    verdict = judge_file("rapport.xlsx", zipped({**parts, name: bytes(content)}))
    assert all(each.message() for each in verdict.findings)


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_bytes_that_are_no_workbook_get_a_finding(data):
    verdict = judge_file("fil", data)
    assert [each.code for each in verdict.findings] in (["RP-101"], ["RP-102"], ["RP-104"])
    assert not verdict.accepted


@pytest.mark.parametrize("plan_id", [plan.id for plan in built_in_plans()])
def test_a_complete_report_of_each_plan_is_accepted_with_100(plan_id):
    verdict = judged(calculated_report(plan_id))
    assert verdict.findings == ()
    assert verdict.evaluation is not None
    assert (verdict.evaluation.score.secured, verdict.shown) == (100, 100)
    assert verdict.is_final


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_an_interim_report_of_each_plan_is_accepted_with_an_interval(plan):
    verdict = judged(calculated_report(plan.id, plan.reporting.periods[-2].id))
    assert verdict.findings == ()
    assert verdict.evaluation is not None
    score = verdict.evaluation.score
    assert score.secured < score.attainable == 100
    assert not verdict.is_final
