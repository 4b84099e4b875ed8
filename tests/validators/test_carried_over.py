"""A report's inputs in another plan: what keeps its meaning goes along, the rest stays behind."""

from datetime import date

import pytest

from resultatplan.plan import Plan
from tests.workbooks.small_plan import changed, small_plan
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
    return values, [
        each.reason() for each in outcome.left_behind if not isinstance(each.reason, str)
    ]


@pytest.mark.parametrize(
    ("cell", "change", "reason"),
    [
        (typed("1.2.c", Column.RESULT, 12.0), ('unit = "antal"', 'unit = "mio. kr."'),
         "Feltet tager en anden slags værdi."),
        (typed("1.1.b", Column.RESULT, 12.0),
         ('unit = "dage"\ntarget = 30', 'unit = "uger"\ntarget = 30'),
         "Enheden er en anden: »dage« → »uger«."),
        (typed("1.2.a", Column.DONE, "Ja"),
         ('kind = "done"', 'kind = "at_least"\nunit = "antal"\ntarget = 1'),
         "»Gennemført« bruges ikke for delmålets krav."),
        (period("1. halvår"), ('    { id = "Q2", name = "1. halvår", ends = 2020-06-30 },\n', ""),
         "Perioden »1. halvår« findes ikke."),
    ],
    ids=["type", "unit", "column", "period"],
)  # fmt: skip
def test_what_would_mean_something_else_stays_behind(cell, change, reason):
    assert carried(changed(change), cell) == ([], [reason])


def test_a_renamed_period_is_the_same_period():
    plan = changed(('name = "1. halvår"', 'name = "2. kvartal"'))

    assert carried(plan, period("1. halvår")) == (["2. kvartal"], [])


def test_a_refused_value_goes_along_only_when_asked():
    place = Place("Afrapportering", "I12", "1.1.a")
    found = finding("RP-401", place, found="82 pct.", suggestion="")
    cell = InputCell(place, Column.RESULT, ValueType.PERCENT, None, found)
    report = Inputs(small_plan(), (cell,))

    left = carry(report, small_plan())
    along = carry(report, small_plan(), with_refused=True)

    assert [each.place for each in left.left_behind] == [place]
    assert cell not in left.report.cells
    assert cell in along.report.cells
    assert along.left_behind == ()


@pytest.mark.parametrize(
    ("day", "moved"),
    [(date(2020, 6, 30), date(2021, 6, 30)), (date(2020, 2, 29), date(2021, 2, 28))],
)
def test_dates_move_to_the_year_of_the_plan(day, moved):
    next_year = small_plan().model_copy(update={"year": 2021})
    cell = typed("1.1.c", Column.DATE, float(date_to_serial(day)))

    assert carried(next_year, cell) == ([float(date_to_serial(moved))], [])
