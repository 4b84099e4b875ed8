"""Rows, columns and sheets that were lost, gained, moved or renamed: one error for each."""

import pytest

from tests.validators.damage import (
    Content,
    put,
    rearrange,
    with_column_inserted,
    with_column_moved,
    with_row_inserted,
    with_row_moved,
    with_row_twice,
    with_sheet_moved,
    with_sheet_renamed,
    without_column,
    without_row,
    without_sheet,
)
from tests.validators.reports import as_told, calculated_report, findings_of, judged, told
from workbooks.form import Column, Field, GoalColumn, HistoryColumn, Sheet

GOALS, GUIDE, HISTORY, MASTER, REPORT = (
    Sheet.GOALS,
    Sheet.GUIDE,
    Sheet.HISTORY,
    Sheet.MASTER,
    Sheet.REPORT,
)


@pytest.mark.parametrize("sheet", Sheet)
def test_a_sheet_that_was_removed(sheet):
    code = "RP-218" if sheet is Sheet.HIDDEN else "RP-204"
    assert told(without_sheet(calculated_report(), sheet)) == [(code, sheet, "A1", None)]


@pytest.mark.parametrize(
    ("sheet", "name"),
    [*((sheet, "Rapport") for sheet in Sheet), (REPORT, "Min rapport"), (GOALS, "Jens' ark")],
)
def test_a_sheet_that_was_renamed_and_the_formulas_with_it_is_still_read(sheet, name):
    verdict = judged(with_sheet_renamed(calculated_report(), sheet, name))
    assert [as_told(each) for each in verdict.findings] == [("RP-204", name, "A1", None)]
    assert verdict.evaluation is not None
    assert verdict.evaluation.score.secured == 100


@pytest.mark.parametrize("sheet", [GUIDE, MASTER, REPORT])
def test_a_sheet_that_was_moved(sheet):
    moved = with_sheet_moved(calculated_report(), sheet, before=Sheet.HIDDEN)
    assert told(moved) == [("RP-205", sheet, "A1", None)]


ROWS = [
    (REPORT, 11, "1.1.a", "1.1.a"),
    (REPORT, 29, "2.3.b", "2.3.b"),
    (GOALS, 15, "1.5", "1.5"),
    (MASTER, 10, Field.PERIOD, None),
    (HISTORY, 30, "1.5.a 2022", "1.5.a"),
    (Sheet.HIDDEN, 2, "version", None),
]


@pytest.mark.parametrize(("sheet", "row", "name", "key"), ROWS)
def test_a_row_that_was_deleted(sheet, row, name, key):
    deleted = rearrange(calculated_report(), sheet, without_row(row))
    (found,) = findings_of(deleted)
    assert as_told(found) == ("RP-209", sheet, f"A{row}", key)
    assert f"Rækken »{name}« mangler." in found.message()


@pytest.mark.parametrize(("sheet", "row", "name", "key"), ROWS)
def test_a_row_that_was_copied_below_itself(sheet, row, name, key):
    copied = rearrange(calculated_report(), sheet, with_row_twice(row))
    assert told(copied) == [("RP-211", sheet, f"A{row + 1}", key)]


@pytest.mark.parametrize(("sheet", "row", "name", "key"), ROWS)
def test_a_blank_row_that_was_put_in(sheet, row, name, key):
    shifted = rearrange(calculated_report(), sheet, with_row_inserted(row))
    assert told(shifted) == [("RP-212", sheet, f"A{row + 1}", key)]


@pytest.mark.parametrize(
    ("sheet", "origin", "goal", "key"),
    [
        (REPORT, 11, 29, "1.1.a"),
        (REPORT, 29, 11, "2.3.b"),
        (GOALS, 12, 15, "1.2"),
        (MASTER, 10, 13, None),
        (HISTORY, 6, 40, "1.1.a"),
    ],
)
def test_a_row_that_was_moved(sheet, origin, goal, key):
    moved = rearrange(calculated_report(), sheet, with_row_moved(origin, goal))
    assert told(moved) == [("RP-212", sheet, f"A{goal}", key)]


_HISTORY = [each for each in HistoryColumn if each is not HistoryColumn.TARGET_TO]
"""The columns of a plan without intervals."""


@pytest.mark.parametrize(
    ("sheet", "letter", "name"),
    [
        *[(REPORT, at, name) for at, name in zip("ABCDEFGHIJKLMNOPQRS", Column, strict=False)],
        *[(GOALS, letter, name) for letter, name in zip("ABCDEF", GoalColumn, strict=False)],
        *[(HISTORY, letter, name) for letter, name in zip("ABCDEFGH", _HISTORY, strict=True)],
    ],
)  # fmt: skip
def test_a_column_that_was_deleted(sheet, letter, name):
    header = 5 if sheet is HISTORY else 10
    deleted = rearrange(calculated_report(), sheet, without_column(letter))
    (found,) = findings_of(deleted)
    assert as_told(found) == ("RP-207", sheet, f"{letter}{header}", None)
    assert found.message() == f"{sheet}!{letter}{header}: Kolonnen »{name}« mangler."


@pytest.mark.parametrize(
    ("sheet", "letter", "header"), [(REPORT, "I", 10), (GOALS, "C", 10), (MASTER, "B", 5)]
)
def test_a_blank_column_that_was_put_in(sheet, letter, header):
    shifted = rearrange(calculated_report(), sheet, with_column_inserted(letter))
    behind = chr(ord(letter) + 1)
    assert told(shifted) == [("RP-208", sheet, f"{behind}{header}", None)]


@pytest.mark.parametrize(("origin", "goal"), [("I", "H"), ("A", "C"), ("S", "A"), ("P", "S")])
def test_a_column_that_was_moved(origin, goal):
    moved = rearrange(calculated_report(), REPORT, with_column_moved(origin, goal))
    assert told(moved) == [("RP-208", REPORT, f"{goal}10", None)]


def test_figures_are_read_by_key_and_heading_wherever_they_stand():
    moved = rearrange(calculated_report(), REPORT, with_column_moved("I", "H"))
    verdict = judged(rearrange(moved, REPORT, with_row_moved(11, 29)))
    assert verdict.evaluation is not None
    assert verdict.evaluation.score.secured == 100


@pytest.mark.parametrize(
    ("sheet", "at"), [(MASTER, "A6"), (REPORT, "A11"), (GOALS, "A11"), (HISTORY, "A6")]
)
def test_a_table_that_was_pushed_down(sheet, at):
    pushed = rearrange(calculated_report(), sheet, with_row_inserted(2))
    assert told(pushed) == [("RP-213", sheet, at, None)]


@pytest.mark.parametrize(
    ("sheet", "at"), [(MASTER, "A5"), (REPORT, "A10"), (GOALS, "A10"), (HISTORY, "A5")]
)
def test_a_sheet_that_was_emptied(sheet, at):
    emptied = rearrange(calculated_report(), sheet, lambda row, column: None)
    assert told(emptied) == [("RP-214", sheet, at, None)]


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        (without_row(5), "A5"),
        (with_row_inserted(5), "A5"),
        (with_row_twice(5), "A6"),
        (with_row_moved(5, 20), "A5"),
        (without_column("A"), "A1"),
        (with_column_inserted("A"), "A1"),
        (lambda row, column: None, "A1"),
    ],
)
def test_the_guide_has_no_table_but_what_became_of_its_lines_is_told_once_too(change, cell):
    changed = rearrange(calculated_report(), GUIDE, change)
    assert told(changed) == [("RP-309", GUIDE, cell, None)]


STRAY: list[tuple[Sheet, str, Content]] = [
    (REPORT, "U3", "Husk moms"),
    (REPORT, "A33", "Bemærk: tallene er foreløbige"),
    (REPORT, "I30", 500),
    (GUIDE, "D5", "Læst"),
    (GUIDE, "A900", "Læst"),
    (MASTER, "B20", "Kontakt os"),
]


@pytest.mark.parametrize(("sheet", "cell", "value"), STRAY)
def test_what_stands_outside_the_fields_is_a_warning(sheet, cell, value):
    written = put(calculated_report(), {(sheet, cell): value})
    assert told(written) == [("RP-313", sheet, cell, None)]
    assert judged(written).accepted
