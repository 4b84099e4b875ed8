"""Values become what a Dane types, and typed texts become values again."""

from datetime import date

import pytest

from examples.keyboard import as_typed, as_value
from workbooks.blueprint.specs import CellValue
from workbooks.form import ValueType


@pytest.mark.parametrize(
    ("value", "value_type", "typed"),
    [
        (0.825, ValueType.PERCENT, "82,5%"),
        (1, ValueType.PERCENT, "100%"),
        (0.57, ValueType.PERCENT, "57%"),
        (40000, ValueType.COUNT, "40000"),
        (-0.5, ValueType.AMOUNT, "-0,5"),
        (550.902, ValueType.AMOUNT, "550,902"),
        (date(2020, 12, 31), ValueType.DATE, "31-12-2020"),
        ("Ja", ValueType.YES_NO, "Ja"),
    ],
)
def test_a_value_is_typed_in_danish_and_comes_back(
    value: CellValue, value_type: ValueType, typed: str
) -> None:
    assert as_typed(value, value_type) == typed
    assert as_value(typed) == value


def test_nothing_typed_is_a_blank_cell() -> None:
    assert as_typed(None, ValueType.TEXT) == ""
    assert as_value("") is None
