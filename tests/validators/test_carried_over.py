"""A report's inputs in another plan: what keeps its meaning goes along, the rest stays behind.

`tests/department/test_migrate.py` and `test_rehearse.py` have what stays behind.
"""

from datetime import date

import pytest

from resultatplan.plan import Plan
from tests.workbooks.small_plan import changed, small_plan
from texts.language import say
from validators.carried_over import carry
from validators.findings import Place, finding
from validators.inputs import InputCell, Inputs, Settled
from workbooks.form import FIELD_TYPES, Column, Field, ValueType, input_types
from workbooks.reading.cells import date_to_serial


def typed(key: str, column: Column, value: Settled) -> InputCell:
    value_type = input_types(small_plan().criterion_by_key[key])[column]
    return InputCell(Place("Afrapportering", "I12", key), column, value_type, value)


def period(name: str) -> InputCell:
    return InputCell(Place("Stamdata", "B10"), Field.PERIOD, FIELD_TYPES[Field.PERIOD], name)


def carried(plan: Plan, *cells: InputCell) -> tuple[list[Settled], list[str]]:
    """The values that came along, and why others did not."""
    outcome = carry(Inputs(small_plan(), cells), plan)
    values = [cell.value for cell in outcome.report.cells if cell.value is not None]
    return values, [say(each.reason) for each in outcome.left_behind]


def on(year: int, month: int, day: int) -> float:
    return float(date_to_serial(date(year, month, day)))


NEXT_YEAR = small_plan().model_copy(update={"year": 2021})


@pytest.mark.parametrize(
    ("cell", "plan", "outcome"),
    [
        (typed("1.2.c", Column.RESULT, 12.0), changed(('unit = "antal"', 'unit = "mio. kr."')),
         ([], ["Feltet tager en anden slags værdi."])),
        (typed("1.1.b", Column.RESULT, 12.0),
         changed(('unit = "dage"\ntarget = 30', 'unit = "uger"\ntarget = 30')),
         ([], ["Enheden er en anden: »dage« → »uger«."])),
        (period("1. halvår"),
         changed(('    { id = "Q2", name = "1. halvår", ends = 2020-06-30 },\n', "")),
         ([], ["Perioden »1. halvår« findes ikke."])),
        (period("1. halvår"), changed(('name = "1. halvår"', 'name = "2. kvartal"')),
         (["2. kvartal"], [])),
        (typed("1.1.c", Column.DATE, on(2020, 6, 30)), NEXT_YEAR, ([on(2021, 6, 30)], [])),
        (typed("1.1.c", Column.DATE, on(2020, 2, 29)), NEXT_YEAR, ([on(2021, 2, 28)], [])),
    ],
    ids=["type", "unit", "period", "a renamed period", "a date", "a leap day"],
)  # fmt: skip
def test_what_keeps_its_meaning_goes_along_and_the_rest_stays_behind(cell, plan, outcome):
    assert carried(plan, cell) == outcome


def test_a_refused_value_goes_along_where_that_is_asked_for():
    place = Place("Afrapportering", "I12", "1.1.a")
    refused = finding("RP-401", place, found="82 pct.", suggestion="")
    cell = InputCell(place, Column.RESULT, ValueType.PERCENT, None, refused)
    along = carry(Inputs(small_plan(), (cell,)), small_plan(), with_refused=True)
    assert cell in along.report.cells
    assert along.left_behind == ()
