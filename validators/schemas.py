"""The pandera schemas of layer 4: one per type of input, a row per filled-in cell.

The frames hold settled values only (see `settling`), so a schema's column is what it says. Each
check is named by the finding it raises. `cell` numbers the input cell among all that are
validated together; rows of many files stand in one frame.

| schema | columns |
|---|---|
| numbers (percent, count, quantity, amount) | cell: int, value: float, in the cell's scale (0.82) |
| dates | cell: int, value: float, a serial number of the 1900 system |
| choices (yes/no, status) | cell: int, value: str |
| periods | cell: int, value: str, listed: bool, whether the plan has the period |
| required | cell: int, filled: bool |
"""

from __future__ import annotations

from datetime import date

from texts import catalogue as codes
from validators.frames import Check, Column, DataFrameSchema, pd
from validators.settling import FIRST_YEAR, LAST_YEAR
from workbooks.inputs import CHOICES, LIMITS, ValueType
from workbooks.reading.cells import date_to_serial


def _number_schema(value_type: ValueType) -> DataFrameSchema:
    limits = LIMITS[value_type]
    code = codes.PERCENT_SCALE if value_type is ValueType.PERCENT else codes.OUT_OF_RANGE
    checks = []
    if limits.least is not None:
        checks.append(Check.ge(limits.least, name=code))
    if limits.greatest is not None:
        checks.append(Check.le(limits.greatest, name=code))
    if limits.whole:
        checks.append(Check(_is_whole, name=code))
    return _schema(Column(float, checks, nullable=False))


def _is_whole(values: pd.Series[float]) -> pd.Series[bool]:
    return values % 1 == 0


def _schema(value: Column) -> DataFrameSchema:
    return DataFrameSchema({"cell": Column(int), "value": value}, strict=True)


DATES = _schema(
    Column(
        float,
        [
            Check.ge(date_to_serial(date(FIRST_YEAR, 1, 1)), name=codes.IMPOSSIBLE_DATE),
            Check.le(date_to_serial(date(LAST_YEAR, 12, 31)), name=codes.IMPOSSIBLE_DATE),
        ],
    )
)

PERIODS = DataFrameSchema(
    {
        "cell": Column(int),
        "value": Column(str),
        "listed": Column(bool, Check.eq(True, name=codes.NOT_ON_LIST)),
    },
    strict=True,
)

REQUIRED = DataFrameSchema(
    {"cell": Column(int), "filled": Column(bool, Check.eq(True, name=codes.REQUIRED))},
    strict=True,
)

SCHEMAS: dict[ValueType, DataFrameSchema] = {
    **{value_type: _number_schema(value_type) for value_type in LIMITS},
    ValueType.DATE: DATES,
    **{
        value_type: _schema(Column(str, Check.isin(choices, name=codes.NOT_ON_LIST)))
        for value_type, choices in CHOICES.items()
    },
    ValueType.PERIOD: PERIODS,
}
