"""The form: of which type the input cells are, and what they take."""

from datetime import date
from typing import Any

import pytest

from resultatplan.criteria import Kind
from resultatplan.goals import Criterion
from tests.resultatplan.scheme_plans import criterion, goal, plan
from tests.workbooks.small_plan import changed, small_plan
from workbooks.blueprint import blueprint_of
from workbooks.form import Column, Layout, Sheet, ValueType, date_window, level_type, limits_of


def a_criterion(kind: str, unit: str, level_unit: str | None = None, **fields: Any) -> Criterion:
    (made,) = plan(goal(criterion(Kind(kind), unit=unit, level_unit=level_unit, **fields))).criteria
    return made


@pytest.mark.parametrize(
    ("criterion", "unit", "value_type"),
    [
        (a_criterion("at_least", "pct."), "pct.", ValueType.PERCENT),
        (a_criterion("at_most", "dage"), "dage", ValueType.QUANTITY),
        (a_criterion("benchmark", "antal"), "antal", ValueType.COUNT),
        (a_criterion("within", "mio. kr."), "mio. kr.", ValueType.AMOUNT),
        # A deviation or reduction in pct. is one of something that is no percentage itself,
        (a_criterion("within", "pct.", "mio. kr."), "mio. kr.", ValueType.AMOUNT),
        (a_criterion("within", "pct."), None, ValueType.AMOUNT),
        (a_criterion("reduction", "pct.", "dage"), "dage", ValueType.QUANTITY),
        # unless the plan says that it is.
        (a_criterion("within", "pct.", "pct."), "pct.", ValueType.PERCENT),
        # What is compared with the target itself is in the target's unit.
        (a_criterion("at_least", "pct.", "dage"), "pct.", ValueType.PERCENT),
    ],
    ids=lambda each: f"{each.kind}-{each.unit}" if isinstance(each, Criterion) else None,
)
def test_a_level_is_in_its_own_unit(criterion, unit, value_type):
    assert criterion.reported_unit == unit
    assert level_type(criterion) is value_type


@pytest.mark.parametrize(
    ("unit", "fields", "limits"),
    [
        # What is usual for the unit.
        ("pct.", {}, (0, 1, False)),
        ("antal", {}, (0, 1e9, True)),
        ("dage", {}, (0, 1e6, False)),
        ("kr.", {}, (-1e12, 1e12, False)),
        ("mio. kr.", {}, (-1e6, 1e6, False)),
        ("indeks", {}, (-1e12, 1e12, False)),
        # What the plan says goes before it, one way or both.
        ("pct.", {"least": -50, "greatest": 80}, (-0.5, 0.8, False)),
        ("pct.", {"greatest": 150}, (0, 1.5, False)),
        ("pct.", {"least": -50}, (-0.5, 10, False)),
        ("dage", {"greatest": 365}, (0, 365, False)),
        # What the plan names can be reported, and more: growth, more than all, half a count.
        ("pct.", {"target": 120}, (-10, 10, False)),
        ("pct.", {"target": 1500}, (-10, 150, False)),
        ("pct.", {"history": [{"year": 2023, "result": "-12.1"}]}, (-10, 10, False)),
        ("antal", {"target": "2.5"}, (0, 1e9, False)),
        ("antal", {"history": [{"year": 2023, "result": -5}]}, (-50, 1e9, True)),
        ("mio. kr.", {"target": 3_000_000}, (-1e6, 3e7, False)),
        # Words that tell of a change may be told below 0; a share of something may not.
        ("pct.", {"text": "Vækst i omsætningen"}, (-10, 10, False)),
        ("pct.", {"text": "Andel, der oplever en ændring"}, (0, 1, False)),
        ("pct.", {"text": "Færdige affaldsplaner"}, (0, 1, False)),
        # A year in another unit says nothing.
        ("pct.", {"history": [{"year": 2023, "result": 400, "unit": "antal"}]}, (0, 1, False)),
    ],
)
def test_what_can_be_reported(unit, fields, limits):
    assert limits_of(a_criterion("at_least", unit, **fields)) == limits


def test_the_levels_behind_a_percentage_have_limits_of_their_own():
    history = [
        {"year": 2023, "result": -2},
        {"year": 2024, "result": 2_000_000, "unit": "mio. kr."},
    ]
    criterion = a_criterion("within", "pct.", level_unit="mio. kr.", history=history)
    assert limits_of(criterion) == (-1e6, 2e7, False)


def test_days_about_the_plans_years_are_taken():
    years = {"valid_from": date(2018, 7, 1), "valid_to": date(2023, 6, 30)}
    days = date_window(small_plan().model_copy(update=years))
    assert days == (date(2017, 1, 1), date(2025, 12, 31))


def test_levels_of_no_unit_stand_as_the_plan_has_them_and_amounts_are_typed_in_the_plans_unit():
    plan = changed(
        ('level_unit = "mio. kr."', "basis = 250"),
        ('level_unit = "dage"\n', ""),
        ('unit = "dage"\ntarget = 30', 'unit = "kr."\ntarget = 400_000_000'),
    )
    blueprint, layout = blueprint_of(plan), Layout(plan)
    for key, basis in (("2.1.a", 250), ("2.1.c", 11.2)):
        address = layout.report_cell(key, Column.BASIS)
        assert blueprint.cell(Sheet.REPORT, address).value == basis
    told = [str(cell.value) for cell in blueprint.sheet(Sheet.GUIDE).cells.values()]
    assert any(each.startswith("i kr., fx 12,5; Grundlag") for each in told)
