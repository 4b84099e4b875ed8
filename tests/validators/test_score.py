"""Layer 6: not calculated, stale and different are told apart; the computed score always counts."""

from collections.abc import Mapping

import pytest

from tests.validators.damage import At, Content, ErrorValue, put, show
from tests.validators.reports import (
    HOUSING,
    SOCIAL,
    Where,
    address,
    as_told,
    calculated,
    calculated_report,
    complete_report,
    findings_of,
    judged,
    messages,
    report,
    told,
)
from workbooks.form import REPEATED_TOTALS, SECURED_CELL, Column, Field, Sheet

GOALS, REPORT = Sheet.GOALS, Sheet.REPORT
LOWER: Mapping[At, Content] = {
    **{(GOALS, f"{column}11"): 0 for column in "EFGHI"},
    **{(GOALS, total): 90 for total in REPEATED_TOTALS},
    **{(REPORT, repeated): 90 for repeated in REPEATED_TOTALS.values()},
}
"""Everything from goal 1.1 on as if it were not met."""
ROW_LOWER: Mapping[At, Content] = {
    (REPORT, "M11"): "ikke opfyldt",
    **{(REPORT, f"{column}11"): 0 for column in "UVWX"},
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
    assert "(32 celle(r))" in found.message()
    assert verdict.shown is None
    assert verdict.evaluation is not None
    assert verdict.evaluation.score.secured == 100


STALE: list[tuple[At, Content, At, str, str, str]] = [
    ((REPORT, "I11"), 60, (REPORT, "L11"), "1.1.a", "55", "60"),
    ((REPORT, "I12"), 0.9, (REPORT, "L12"), "1.1.b", "82 %", "90 pct."),
    ((REPORT, "H24"), 10, (REPORT, "L24"), "2.1.a", "0", "−1 mio. kr."),
]


@pytest.mark.parametrize(("typed", "value", "stale", "key", "shown", "expected"), STALE)
def test_an_input_changed_without_recalculation_makes_the_sheet_stale(
    typed, value, stale, key, shown, expected
):
    (found,) = findings_of(put(calculated_report(), {typed: value}))
    assert as_told(found) == ("RP-602", *stale, key)
    assert not found.is_error
    assert (found.found_text(), found.expected_text()) == (shown, expected)


def test_an_input_that_changes_nothing_leaves_nothing_stale():
    assert told(put(calculated_report(), {(REPORT, "J28"): 44074})) == []


def test_a_stale_sheet_is_told_once_however_much_was_changed():
    changed = put(calculated_report(), {(REPORT, "I11"): 60, (REPORT, "I12"): 0.9})
    assert told(changed) == [("RP-602", REPORT, "L11", "1.1.a")]


def test_figures_that_agree_with_one_another_but_not_with_the_inputs_are_stale():
    older = show(calculated_report(), {(REPORT, "L11"): 50, **ROW_LOWER, **LOWER})
    assert told(older) == [("RP-602", REPORT, "L11", "1.1.a")]
    assert judged(older).accepted


Place = tuple[str, str, str | None]
# Which figure it is matters not: see `test_score_laws`. Here is how it is told.

DIFFERENT: list[tuple[Mapping[At, Content], Place, str, str]] = [
    # a total that is not the sum of the goals
    ({(GOALS, SECURED_CELL): 90}, (GOALS, "C5", None), "90", "100"),
    ({(REPORT, "C7"): 90}, (REPORT, "C7", None), "90", "100"),
    ({(GOALS, SECURED_CELL): "100"}, (GOALS, "C5", None), "»100«", "100"),
    ({(GOALS, SECURED_CELL): ErrorValue("#NAME?")}, (GOALS, "C5", None), "#NAME?", "100"),
    # a goal that does not follow from its criteria, with and without all that follows from it
    ({(GOALS, "E11"): 0}, (GOALS, "E11", "1.1"), "0", "100"),
    (LOWER, (GOALS, "G11", "1.1"), "0", "100"),
    ({(GOALS, "E11"): "afventer"}, (GOALS, "E11", "1.1"), "»afventer«", "100"),
    ({(GOALS, "F11"): 20}, (GOALS, "F11", "1.1"), "20", "10"),
    # a state that does not follow from its measure
    ({(REPORT, "M11"): "ikke opfyldt"}, (REPORT, "M11", "1.1.a"), "»ikke opfyldt«", "opfyldt"),
    # a degree that does not follow from its measure, with all that follows from it
    ({**ROW_LOWER, **LOWER}, (REPORT, "U11", "1.1.a"), "0", "100"),
    ({(REPORT, "W14"): "ukendt"}, (REPORT, "W14", "1.2.a"), "»ukendt«", "100"),
    # a measure that does not follow from the inputs, beside the degree that does
    ({(REPORT, "L12"): 0.5}, (REPORT, "L12", "1.1.b"), "50 %", "82 pct."),
    ({(REPORT, "E26"): 5}, (REPORT, "E26", "2.2.a"), "5", "9 dage"),
]


@pytest.mark.parametrize(("cells", "place", "shown", "expected"), DIFFERENT)
def test_a_figure_that_the_sheets_own_figures_do_not_give_is_an_error(
    cells, place, shown, expected
):
    (found,) = findings_of(show(calculated_report(), cells))
    assert as_told(found) == ("RP-603", *place)
    assert (found.found_text(), found.expected_text()) == (shown, expected)
    assert found.is_error


def test_what_the_sheet_shows_is_told_but_never_counts():
    missed = calculated(
        report({("1.1.a", Column.RESULT): 50, ("1.1.a", Column.EXPLANATION): "For få kurser"})
    )
    verdict = judged(show(missed, {(GOALS, SECURED_CELL): 100}))
    assert verdict.evaluation is not None
    assert (verdict.evaluation.score.secured, verdict.shown) == (90, 100)


def test_a_value_taken_out_does_not_hide_a_total_that_cannot_be():
    hidden = show(
        calculated_report(), {(GOALS, "E11"): None, (GOALS, "G11"): None, (GOALS, SECURED_CELL): 50}
    )
    assert [each.code for each in judged(hidden).findings] == ["RP-603", "RP-601"]
    assert "giver mellem 90 og 100" in messages(hidden)[0]


def test_a_total_that_can_be_is_let_be_while_a_goal_shows_nothing():
    blank: dict[At, Content] = {(GOALS, "E11"): None, (GOALS, "G11"): None}
    lower: dict[At, Content] = {(GOALS, SECURED_CELL): 90, (REPORT, "C7"): 90}
    assert told(show(calculated_report(), {**blank, **lower})) == []


def test_a_refused_input_is_not_told_again_by_what_the_sheet_computes_from_it():
    mistyped = put(calculated_report(), {(REPORT, "I12"): 82})
    shown = show(mistyped, {(REPORT, "L12"): 82})
    assert told(shown) == [("RP-402", REPORT, "I12", "1.1.b")]


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
    stale: list[dict[Where, Content]] = [
        {("1.1.a", Column.RESULT): 54, ("1.1.b", Column.PROVISIONAL): "Ja"},
        {("1.1.a", Column.FORECAST): 70, ("1.1.b", Column.STATUS): "Grøn"},
        {("2.2.b", Column.RESULT): None},
        {Field.PERIOD: "1. kvartal", Field.SUBMITTED: 43935},
    ]
    for typed in stale:
        cells = {address(where): value for where, value in typed.items()}
        codes = {each.code for each in judged(put(half_way, cells)).findings}
        assert codes <= {"RP-602"}, typed


def test_an_interim_report_shows_what_is_pending():
    half_way = calculated(report({("1.1.a", Column.RESULT): None}, HOUSING, "Q2"))
    verdict = judged(half_way)
    assert verdict.findings == ()
    assert verdict.evaluation is not None
    assert verdict.shown == verdict.evaluation.score.secured < 100


def test_a_measure_that_a_computer_stores_a_hair_off_is_the_measure():
    assert told(show(calculated_report(), {(REPORT, "L12"): 0.8200000000000001})) == []
    assert told(put(calculated_report(), {(REPORT, "I12"): 0.81999999999999})) == []
