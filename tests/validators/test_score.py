"""Layer 6: not calculated, stale and different are told apart; the computed score always counts."""

from collections.abc import Mapping

import pytest

from tests.validators.damage import At, Content, ErrorValue, put, show
from tests.validators.reports import (
    HOUSING,
    SOCIAL,
    Told,
    Where,
    address,
    as_told,
    calculated,
    calculated_report,
    complete_report,
    findings_in,
    findings_of,
    judged,
    judged_apart,
    messages,
    report,
    told_apart,
    values_in,
)
from validators.verdict import Verdict
from workbooks.form import REPEATED_TOTALS, SECURED_CELL, Column, Field, Sheet

GOALS, REPORT = Sheet.GOALS, Sheet.REPORT
LOWER: Mapping[At, Content] = {
    **{(GOALS, f"{column}11"): 0 for column in "EFGHI"},
    **{(GOALS, total): 90 for total in REPEATED_TOTALS},
    **{(REPORT, repeated): 90 for repeated in REPEATED_TOTALS.values()},
}
"""Everything from goal 1.1 on as if it were not met."""
ROW_LOWER: Mapping[At, Content] = {
    (REPORT, "M12"): "ikke opfyldt",
    **{(REPORT, f"{column}12"): 0 for column in "UVWX"},
}
"""The row of 1.1.a as if it were not met, but for its measure."""


def test_a_calculated_report_has_nothing_to_tell():
    verdict = judged(calculated_report())
    assert verdict.findings == ()
    assert verdict.shown == 100


def test_a_report_that_a_program_filled_in_is_not_calculated():
    verdict = judged(complete_report())
    (found,) = verdict.findings
    assert as_told(found) == ("RP-601", GOALS, "C5", None)
    assert "(32 celler)" in found.message()
    assert verdict.shown is None
    assert verdict.evaluation is not None
    assert verdict.evaluation.score.secured == 100


Place = tuple[str, str, str | None]
Cells = Mapping[At, Content]
STALE, DIFFERENT = "RP-602", "RP-603"
BLANK: Cells = {(GOALS, "E11"): None, (GOALS, "G11"): None}
# Which figure is different matters not: see `test_score_laws`. Here is how it is told.

ONE: list[tuple[str, Cells, Cells, Place, str, str]] = [
    # an input was changed without recalculation, or several
    (STALE, {(REPORT, "I12"): 60}, {}, (REPORT, "L12", "1.1.a"), "55", "60"),
    (STALE, {(REPORT, "I13"): 0.9}, {}, (REPORT, "L13", "1.1.b"), "82 %", "90 pct."),
    (STALE, {(REPORT, "H32"): 10}, {}, (REPORT, "L32", "2.1.a"), "0", "−1 mio. kr."),
    (STALE, {(REPORT, "I12"): 60, (REPORT, "I13"): 0.9}, {}, (REPORT, "L12", "1.1.a"), "55", "60"),
    # figures that agree with one another, but not with the inputs
    (STALE, {}, {(REPORT, "L12"): 50, **ROW_LOWER, **LOWER}, (REPORT, "L12", "1.1.a"), "50", "55"),
    # a total that is not the sum of the goals
    (DIFFERENT, {}, {(GOALS, SECURED_CELL): 90}, (GOALS, "C5", None), "90", "100"),
    (DIFFERENT, {}, {(REPORT, "C7"): 90}, (REPORT, "C7", None), "90", "100"),
    (DIFFERENT, {}, {(GOALS, SECURED_CELL): "100"}, (GOALS, "C5", None), "»100«", "100"),
    (DIFFERENT, {}, {(GOALS, SECURED_CELL): ErrorValue("#NAME?")}, (GOALS, "C5", None),
     "#NAME?", "100"),
    # a goal that does not follow from its criteria, with and without all that follows from it
    (DIFFERENT, {}, {(GOALS, "E11"): 0}, (GOALS, "E11", "1.1"), "0", "100"),
    (DIFFERENT, {}, LOWER, (GOALS, "G11", "1.1"), "0", "100"),
    (DIFFERENT, {}, {(GOALS, "E11"): "afventer"}, (GOALS, "E11", "1.1"), "»afventer«", "100"),
    (DIFFERENT, {}, {(GOALS, "F11"): 20}, (GOALS, "F11", "1.1"), "20", "10"),
    # a state that does not follow from its measure
    (DIFFERENT, {}, {(REPORT, "M12"): "ikke opfyldt"}, (REPORT, "M12", "1.1.a"),
     "»ikke opfyldt«", "opfyldt"),
    # a degree that does not follow from its measure, with all that follows from it
    (DIFFERENT, {}, {**ROW_LOWER, **LOWER}, (REPORT, "U12", "1.1.a"), "0", "100"),
    (DIFFERENT, {}, {(REPORT, "W16"): "ukendt"}, (REPORT, "W16", "1.2.a"), "»ukendt«", "100"),
    # a measure that does not follow from the inputs, beside the degree that does
    (DIFFERENT, {}, {(REPORT, "L13"): 0.5}, (REPORT, "L13", "1.1.b"), "50 %", "82 pct."),
    (DIFFERENT, {}, {(REPORT, "E35"): 5}, (REPORT, "E35", "2.2.a"), "5", "9 dage"),
]  # fmt: skip

SILENT: list[tuple[Cells, Cells, list[Told]]] = [
    ({}, {}, []),
    # an input that changes nothing, or one that a computer stores a hair off, and so a measure
    ({(REPORT, "J38"): 44074}, {}, []),
    ({(REPORT, "I13"): 0.81999999999999}, {}, []),
    ({}, {(REPORT, "L13"): 0.8200000000000001}, []),
    # a total that can be while a goal shows nothing
    ({}, {**BLANK, (GOALS, SECURED_CELL): 90, (REPORT, "C7"): 90}, []),
    # a refused input is not told again by what the sheet computes from it
    ({(REPORT, "I13"): 82}, {(REPORT, "L13"): 82}, [("RP-402", REPORT, "I13", "1.1.b")]),
]


def changed(typed: Cells, shown: Cells) -> bytes:
    """A calculated report with other inputs, and with formulas that show something else."""
    return show(put(calculated_report(), typed), shown)


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return judged_apart(changed(typed, shown) for _, typed, shown, *_ in ONE)


@pytest.mark.parametrize("number", range(len(ONE)))
def test_a_figure_that_is_stale_or_different_is_told_once(number, verdicts):
    code, _, _, place, shown, expected = ONE[number]
    (found,) = findings_in(verdicts[number])
    assert as_told(found) == (code, *place)
    assert values_in(found) == (shown, expected)
    assert verdicts[number].accepted == (code == STALE)


def test_what_is_no_mistake_or_has_another_cause_is_not_told():
    found = told_apart(changed(typed, shown) for typed, shown, _ in SILENT)
    assert found == [expected for *_, expected in SILENT]


def test_what_the_sheet_shows_is_told_but_never_counts():
    missed = calculated(
        report({("1.1.a", Column.RESULT): 50, ("1.1.a", Column.EXPLANATION): "For få kurser"})
    )
    verdict = judged(show(missed, {(GOALS, SECURED_CELL): 100}))
    assert verdict.evaluation is not None
    assert (verdict.evaluation.score.secured, verdict.shown) == (90, 100)


def test_a_value_taken_out_does_not_hide_a_total_that_cannot_be():
    hidden = changed({}, {**BLANK, (GOALS, SECURED_CELL): 50})
    assert [each.code for each in judged(hidden).findings] == ["RP-603", "RP-601"]
    assert "giver mellem 90 og 100" in messages(hidden)[0]


@pytest.mark.parametrize("period", ["Q2", "Q4", None])
def test_while_the_period_is_refused_the_sheet_may_think_it_final_or_not(period):
    """Excel reads »4. KVARTAL« as the period, and a period may have been typed over."""
    refused: Mapping[At, Content] = {address(Field.PERIOD): "4. KVARTAL"}
    changes: Mapping[Where, Content] = {("1.1.a", Column.RESULT): None}
    if period is None:
        shown = calculated(put(report(changes), refused))
    else:
        shown = put(calculated(report(changes, period_id=period)), refused)
    assert [each.code for each in findings_of(shown)] == ["RP-410"]


def test_an_interim_report_calculated_with_fewer_inputs_is_stale():
    half_way = calculated(report({}, SOCIAL, "Q2"))
    stale: list[Mapping[Where, Content]] = [
        {("1.1.a", Column.RESULT): 54, ("1.1.b", Column.PROVISIONAL): "Ja"},
        {("1.1.a", Column.FORECAST): 70, ("1.1.b", Column.STATUS): "Grøn"},
        {("2.2.b", Column.RESULT): None},
        {Field.PERIOD: "1. kvartal", Field.SUBMITTED: 43935},
    ]
    cells = [{address(where): value for where, value in typed.items()} for typed in stale]
    for verdict in judged_apart(put(half_way, each) for each in cells):
        assert {each.code for each in verdict.findings} <= {STALE}


def test_an_interim_report_shows_what_is_pending():
    half_way = calculated(report({("1.1.a", Column.RESULT): None}, HOUSING, "Q2"))
    verdict = judged(half_way)
    assert verdict.findings == ()
    assert verdict.evaluation is not None
    assert verdict.shown == verdict.evaluation.score.secured < 100
