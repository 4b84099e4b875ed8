"""A template of an older layout: its inputs are read, and what stands around them is not judged."""

import pytest

from tests.validators.cases import carried_and_not_changed
from tests.validators.damage import put, rearrange, with_formats, without_sheet
from tests.validators.reports import SOCIAL, calculated_report, judged, plan_named, report, told
from workbooks.form import Column, Layout, Sheet

HIDDEN, REPORT = Sheet.HIDDEN, Sheet.REPORT
OLDER = ("RP-217", HIDDEN, "B3", None)


def as_in_layout_3(data: bytes) -> bytes:
    """The report on a template in which no goal had a row of its own."""
    layout = Layout(plan_named(SOCIAL))
    goals = [
        row for row, name in enumerate(layout.report_rows, 11) if name in layout.report.keyless
    ]

    def place(row: int, column: int) -> tuple[int, int] | None:
        return None if row in goals else (row - sum(goal < row for goal in goals), column)

    for sheet in (REPORT, HIDDEN):
        data = rearrange(data, sheet, place)
    return put(data, {(HIDDEN, "B3"): "3"})


def test_its_inputs_are_read_and_it_is_told_once():
    verdict = judged(as_in_layout_3(calculated_report()))

    assert [each.code for each in verdict.findings] == ["RP-217"]
    assert verdict.evaluation == judged(calculated_report()).evaluation


def test_it_is_told_where_a_program_has_written_the_digits_of_its_layout_as_a_number():
    assert told(put(as_in_layout_3(calculated_report()), {(HIDDEN, "B3"): 3})) == [OLDER]


def test_without_its_hidden_sheet_it_is_known_by_the_goals_rows_that_are_not_there():
    older = without_sheet(as_in_layout_3(calculated_report()), HIDDEN)

    assert told(older) == [("RP-218", HIDDEN, "A1", None)]
    assert judged(older).evaluation == judged(calculated_report()).evaluation


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (lambda: report({("1.1.b", Column.RESULT): 82}), ("RP-402", REPORT, "I12", "1.1.b")),
        (carried_and_not_changed, ("RP-519", REPORT, "I11", "1.1.a")),
    ],
    ids=["a value out of bounds", "a value carried over"],
)
def test_an_input_is_told_of_where_it_stands(data, finding):
    assert told(as_in_layout_3(data())) == [OLDER, finding]


def test_how_an_input_is_shown_is_told_where_it_stands():
    older = as_in_layout_3(calculated_report())

    assert told(with_formats(older, {(REPORT, "I12"): ";;;"})) == [
        OLDER,
        ("RP-318", REPORT, "I12", "1.1.b"),
    ]
