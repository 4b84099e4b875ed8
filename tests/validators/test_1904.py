"""A workbook saved in the date system of 1904: the same days under other numbers."""

from __future__ import annotations

from datetime import date

from tests.validators.damage import WORKBOOK, At, Content, in_part, put
from tests.validators.reports import (
    Where,
    address,
    complete_report,
    complete_values,
    findings_of,
    judged,
    plan_named,
    told,
)
from workbooks.blueprint import blueprint_of
from workbooks.form import Column, Sheet
from workbooks.reading.cells import DAYS_FROM_1900_TO_1904, date_to_serial


def in_1904(changes: dict[Where, date] | None = None, deadline: date | None = None) -> bytes:
    """A complete report in the other system, every date's number rewritten as Excel does."""
    blueprint = blueprint_of(plan_named())
    dates: dict[At, date] = {
        (sheet.name, cell): spec.value
        for sheet in blueprint.sheets
        for cell, spec in sheet.cells.items()
        if isinstance(spec.value, date)
    }
    typed = {**complete_values(), **(changes or {})}
    dates |= {address(where): value for where, value in typed.items() if isinstance(value, date)}
    if deadline is not None:
        dates[Sheet.REPORT, "G14"] = deadline
    numbers: dict[At, Content] = {
        at: date_to_serial(day) - DAYS_FROM_1900_TO_1904 for at, day in dates.items()
    }
    written = put(complete_report(), numbers)
    return switched(written)


def switched(data: bytes) -> bytes:
    """The file with the other system switched on, and its numbers left as they are."""
    return in_part(
        data, WORKBOOK, lambda text: text.replace("<workbookPr>", "<workbookPr date1904='1'>")
    )


def test_the_days_are_the_same():
    verdict = judged(in_1904())
    assert [each.code for each in verdict.findings] == ["RP-601"]
    assert verdict.evaluation is not None
    assert verdict.evaluation.score.secured == 100
    assert verdict.submitted == date(2021, 1, 14)


def test_a_late_delivery_is_late_there_too():
    late = in_1904({("1.2.a", Column.DATE): date(2021, 1, 2)})
    assert told(late) == [("RP-505", "Afrapportering", "P14", "1.2.a")]


def test_a_changed_deadline_is_shown_as_the_day_that_the_sheet_shows():
    (found,) = findings_of(in_1904(deadline=date(2021, 6, 30)))
    assert found.code == "RP-303"
    assert (found.expected_text(), found.found_text()) == ("31-12-2020", "30-06-2021")


def test_numbers_that_were_not_rewritten_are_other_days():
    found = findings_of(switched(complete_report()))
    assert {each.code for each in found} >= {"RP-303", "RP-501"}
