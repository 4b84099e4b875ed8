"""The form: of which type the input cells are, and what they take."""

from decimal import Decimal

import pytest

from resultatplan.plan import Criterion
from tests.workbooks.small_plan import with_levels_of_no_unit
from workbooks.blueprint import blueprint_of
from workbooks.form import Column, Layout, Sheet, ValueType, level_type


def a_criterion(kind: str, unit: str, level_unit: str | None = None) -> Criterion:
    target = None if kind == "benchmark" else Decimal(2)
    return Criterion.model_validate(
        {"key": "1.a", "kind": kind, "text": "Delmål", "target": target}
        | {"unit": unit, "level_unit": level_unit}
    )


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
        (a_criterion("reduction", "pct."), None, ValueType.QUANTITY),
        # unless the plan says that it is.
        (a_criterion("within", "pct.", "pct."), "pct.", ValueType.PERCENT),
        (a_criterion("reduction", "pct.", "pct."), "pct.", ValueType.PERCENT),
        # What is compared with the target itself is in the target's unit.
        (a_criterion("at_least", "pct.", "dage"), "pct.", ValueType.PERCENT),
    ],
    ids=lambda each: f"{each.kind}-{each.unit}" if isinstance(each, Criterion) else None,
)
def test_a_level_is_in_its_own_unit(
    criterion: Criterion, unit: str | None, value_type: ValueType
) -> None:
    assert criterion.reported_unit == unit
    assert level_type(criterion) is value_type


@pytest.mark.parametrize(("key", "basis"), [("2.1.a", 250), ("2.1.c", 228)])
def test_a_stated_basis_stands_as_the_plan_has_it(key: str, basis: int) -> None:
    layout = Layout(with_levels_of_no_unit())

    cells = blueprint_of(layout.plan).sheet(Sheet.REPORT).cells

    assert cells[layout.report_cell(key, Column.BASIS)].value == basis
