"""Rows, columns and sheets that were lost, gained, moved or renamed: one error for each."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import pytest

from tests.validators.damage import (
    Content,
    Place,
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
from tests.validators.reports import (
    as_told,
    calculated_report,
    findings_in,
    judged,
    judged_apart,
    told,
)
from validators.verdict import Verdict
from workbooks.form import Column, Field, GoalColumn, HistoryColumn, Sheet

GOALS, GUIDE, HISTORY, MASTER, REPORT = (
    Sheet.GOALS,
    Sheet.GUIDE,
    Sheet.HISTORY,
    Sheet.MASTER,
    Sheet.REPORT,
)
ROWS = [
    (REPORT, 12, "1.1.a", "1.1.a"),
    (REPORT, 15, "1.2", "1.2"),
    (REPORT, 39, "2.3.b", "2.3.b"),
    (GOALS, 15, "1.5", "1.5"),
    (MASTER, 10, Field.PERIOD, None),
    (HISTORY, 30, "1.5.a 2022", "1.5.a"),
    (Sheet.HIDDEN, 2, "version", None),
]
COLUMNS = (
    *[(REPORT, at, name) for at, name in zip("ABCDEFGHIJKLMNOPQRS", Column, strict=False)],
    *[(GOALS, letter, name) for letter, name in zip("ABCDEF", GoalColumn, strict=False)],
    # A plan without intervals has no column for the other end.
    *[(HISTORY, letter, name) for letter, name in zip(
        "ABCDEFGH", (e for e in HistoryColumn if e is not HistoryColumn.TARGET_TO), strict=True)],
)  # fmt: skip
STRAY: list[tuple[Sheet, str, Content]] = [
    (REPORT, "U3", "Husk moms"),
    (REPORT, "A43", "Bemærk: tallene er foreløbige"),
    (REPORT, "I40", 500),
    (GUIDE, "D5", "Læst"),
    (GUIDE, "A900", "Læst"),
    (MASTER, "B20", "Kontakt os"),
]


class Case(NamedTuple):
    """What was done to a calculated report, and the one finding that it is told by."""

    name: str
    change: Callable[[bytes], bytes]
    code: str
    sheet: str
    cell: str
    key: str | None = None
    said: str = ""


def _moved(sheet: Sheet, place: Place) -> Callable[[bytes], bytes]:
    return partial(rearrange, sheet=sheet, place=place)


def _sheets() -> Iterator[Case]:
    for sheet in Sheet:
        code = "RP-218" if sheet is Sheet.HIDDEN else "RP-204"
        yield Case(f"{sheet} removed", partial(without_sheet, sheet=sheet), code, sheet, "A1")
    for sheet in (GUIDE, MASTER, REPORT):
        moved = partial(with_sheet_moved, sheet=sheet, before=Sheet.HIDDEN)
        yield Case(f"{sheet} moved", moved, "RP-205", sheet, "A1")
    for sheet, cell, value in STRAY:
        written = partial(put, cells={(sheet, cell): value})
        yield Case(f"{sheet}!{cell} written", written, "RP-313", sheet, cell)


def _rows() -> Iterator[Case]:
    for sheet, row, name, key in ROWS:
        said = f"Rækken »{name}« mangler."
        for what, place, code, at in (
            ("deleted", without_row(row), "RP-209", row),
            ("copied below itself", with_row_twice(row), "RP-211", row + 1),
            ("pushed down by a blank one", with_row_inserted(row), "RP-212", row + 1),
        ):
            words = said if what == "deleted" else ""
            change = _moved(sheet, place)
            yield Case(f"{sheet} row {row} {what}", change, code, sheet, f"A{at}", key, words)
    for sheet, origin, goal, key in (
        (REPORT, 12, 39, "1.1.a"),
        (REPORT, 39, 12, "2.3.b"),
        (REPORT, 18, 39, "1.3"),
        (GOALS, 12, 15, "1.2"),
        (MASTER, 10, 13, None),
        (HISTORY, 6, 40, "1.1.a"),
    ):
        change = _moved(sheet, with_row_moved(origin, goal))
        yield Case(f"{sheet} row {origin} at {goal}", change, "RP-212", sheet, f"A{goal}", key)
    for sheet, first, header in (
        (MASTER, "A6", "A5"),
        (REPORT, "A11", "A10"),
        (GOALS, "A11", "A10"),
        (HISTORY, "A6", "A5"),
    ):
        pushed, emptied = _moved(sheet, with_row_inserted(2)), _moved(sheet, lambda *_: None)
        yield Case(f"{sheet} pushed down", pushed, "RP-213", sheet, first)
        yield Case(f"{sheet} emptied", emptied, "RP-214", sheet, header)


def _columns() -> Iterator[Case]:
    for sheet, letter, name in COLUMNS:
        at = f"{letter}{5 if sheet is HISTORY else 10}"
        said = f"{sheet}!{at}: Kolonnen »{name}« mangler."
        change = _moved(sheet, without_column(letter))
        yield Case(f"{sheet} column {letter} deleted", change, "RP-207", sheet, at, None, said)
    for sheet, letter, at in ((REPORT, "I", "J10"), (GOALS, "C", "D10"), (MASTER, "B", "C5")):
        change = _moved(sheet, with_column_inserted(letter))
        yield Case(f"{sheet} column {letter} put in", change, "RP-208", sheet, at)
    for origin, goal in (("I", "H"), ("A", "C"), ("S", "A"), ("P", "S")):
        change = _moved(REPORT, with_column_moved(origin, goal))
        yield Case(f"column {origin} at {goal}", change, "RP-208", REPORT, f"{goal}10")


def _guide() -> Iterator[Case]:
    """It has no table: what became of its lines is told once too, where it begins."""
    for what, place, cell in (
        ("row deleted", without_row(5), "A5"),
        ("row put in", with_row_inserted(5), "A5"),
        ("row twice", with_row_twice(5), "A6"),
        ("row moved", with_row_moved(5, 20), "A5"),
        ("column deleted", without_column("A"), "A1"),
        ("column put in", with_column_inserted("A"), "A1"),
        ("emptied", lambda row, column: None, "A1"),
    ):
        yield Case(f"{GUIDE} {what}", _moved(GUIDE, place), "RP-309", GUIDE, cell)


def _notes() -> Iterator[Case]:
    """The notes below the goals are no rows of their table: they are told once, as the guide is."""
    for what, place, cell in (
        ("row deleted", without_row(22), "A22"),
        ("row put in", with_row_inserted(22), "A22"),
        ("row put in after the table", with_row_inserted(21), "A22"),
        ("row twice", with_row_twice(22), "A23"),
        ("emptied", lambda row, column: None if row > 21 else (row, column), "A22"),
    ):
        yield Case(f"notes: {what}", _moved(GOALS, place), "RP-309", GOALS, cell)
    for code, cell, content, key in (
        ("RP-210", "A21", "Husk moms", None),
        ("RP-211", "A21", "1.2", "1.2"),
        ("RP-211", "A24", "1.2", "1.2"),
    ):
        change = partial(put, cells={(GOALS, cell): content})
        yield Case(f"notes: {content} at {cell}", change, code, GOALS, cell, key, content)


RENAMED = [*((sheet, "Rapport") for sheet in Sheet), (REPORT, "Min rapport"), (GOALS, "Jens' ark")]
CASES = (*_sheets(), *_rows(), *_columns(), *_guide(), *_notes())


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return judged_apart(case.change(calculated_report()) for case in CASES)


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number].name)
def test_what_was_displaced_is_one_finding(number, verdicts):
    case = CASES[number]
    (found,) = findings_in(verdicts[number])
    assert as_told(found) == (case.code, case.sheet, case.cell, case.key)
    assert case.said in found.message()
    assert verdicts[number].accepted == (not found.is_error)


@pytest.mark.parametrize(("sheet", "name"), RENAMED)
def test_a_sheet_that_was_renamed_and_the_formulas_with_it_is_still_read(sheet, name):
    verdict = judged(with_sheet_renamed(calculated_report(), sheet, name))
    assert [as_told(each) for each in verdict.findings] == [("RP-204", name, "A1", None)]
    assert verdict.evaluation is not None
    assert verdict.evaluation.score.secured == 100


def test_figures_are_read_by_key_and_heading_wherever_they_stand():
    moved = rearrange(calculated_report(), REPORT, with_column_moved("I", "H"))
    verdict = judged(rearrange(moved, REPORT, with_row_moved(12, 39)))
    assert verdict.evaluation is not None
    assert verdict.evaluation.score.secured == 100


@pytest.mark.parametrize("typed", [None, "x"])
@pytest.mark.parametrize(("row", "missing", "key", "changed"), [
    (14, "1.1.c", "A15", "1.2.a"), (13, "1.1.b", "A15", "1.2.a"), (17, "1.2.b", "A18", "1.3.a"),
])  # fmt: skip
def test_a_row_deleted_and_the_next_goals_first_key_changed_are_two_findings(
    row, missing, key, changed, typed
):
    data = rearrange(calculated_report(), REPORT, without_row(row))
    assert told(put(data, {(REPORT, key): typed})) == [
        ("RP-209", REPORT, f"A{row}", missing),
        ("RP-308", REPORT, key, changed),
    ]
