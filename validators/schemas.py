"""The pandera schemas of layer 4: one per type of input, a row per filled-in cell.

The series hold settled values only (see `settling`), so a schema's values are what it says. Each
check is named by the finding it raises. Cells of many files stand in one series.

| schema | values |
|---|---|
| numbers (percent, count, quantity, amount) | float, in the cell's scale (0.82) |
| dates | float, a serial number of the 1900 system |
| choices (yes/no, status) | str |
| periods | bool, whether the plan has the period |
| required | bool, whether the cell is filled in |
"""

from __future__ import annotations

from datetime import date

from texts import catalogue as codes
from validators.frames import Check, SeriesSchema, pd
from validators.settled import FIRST_YEAR, LAST_YEAR
from workbooks.form import CHOICES, LIMITS, ValueType
from workbooks.reading.cells import date_to_serial


def _number_schema(value_type: ValueType) -> SeriesSchema:
    limits = LIMITS[value_type]
    code = codes.PERCENT_SCALE if value_type is ValueType.PERCENT else codes.OUT_OF_RANGE
    checks = []
    if limits.least is not None:
        checks.append(Check.ge(limits.least, name=code))
    if limits.greatest is not None:
        checks.append(Check.le(limits.greatest, name=code))
    if limits.whole:
        checks.append(Check(_is_whole, name=code))
    return SeriesSchema(float, checks)


def _is_whole(values: pd.Series[float]) -> pd.Series[bool]:
    return values % 1 == 0


def _all_true(code: str) -> SeriesSchema:
    return SeriesSchema(bool, Check.eq(True, name=code))


DATES = SeriesSchema(
    float,
    [
        Check.ge(date_to_serial(date(FIRST_YEAR, 1, 1)), name=codes.IMPOSSIBLE_DATE),
        Check.le(date_to_serial(date(LAST_YEAR, 12, 31)), name=codes.IMPOSSIBLE_DATE),
    ],
)

SCHEMAS: dict[ValueType, SeriesSchema] = {
    **{value_type: _number_schema(value_type) for value_type in LIMITS},
    ValueType.DATE: DATES,
    **{
        value_type: SeriesSchema(str, Check.isin(choices, name=codes.NOT_ON_LIST))
        for value_type, choices in CHOICES.items()
    },
    ValueType.PERIOD: _all_true(codes.NOT_ON_LIST),
}

REQUIRED = _all_true(codes.REQUIRED)
