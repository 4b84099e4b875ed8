"""A workbook saved in the date system of 1904: the same days under other numbers.

`tests/hostile/cells.py` has one that is accepted, and one whose numbers were not rewritten.
"""

from datetime import date

from tests.hostile.cells import FOUR_YEARS, with_dates_of_1904
from tests.validators.damage import At, put
from tests.validators.reports import address, findings_of, judged
from workbooks.form import Column, Sheet
from workbooks.reading.cells import date_to_serial


def in_1904(at: At, day: date) -> bytes:
    """A report in that system with another day in one cell."""
    return put(with_dates_of_1904(), {at: date_to_serial(day) - FOUR_YEARS})


def test_the_days_are_the_same():
    assert judged(with_dates_of_1904()).submitted == date(2021, 1, 14)


def test_a_late_delivery_is_late_there_too():
    late = in_1904(address(("1.2.a", Column.DATE)), date(2021, 1, 2))
    assert [each.code for each in findings_of(late) if each.is_error] == ["RP-505"]


def test_a_changed_deadline_is_shown_as_the_day_that_the_sheet_shows():
    (found,) = findings_of(in_1904((Sheet.REPORT, "G14"), date(2021, 6, 30)))
    assert found.code == "RP-303"
    assert (found.expected_text(), found.found_text()) == ("31-12-2020", "30-06-2021")
