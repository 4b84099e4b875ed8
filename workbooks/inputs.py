"""What an agency types where: the input cells of each kind of criterion and their types.

In cells a percentage is 0.82; limits here are in the cell's own scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from resultatplan.criteria import Kind
from resultatplan.plan import Criterion, Plan
from workbooks.layout import Column, Field

YES, NO = "Ja", "Nej"
PARTLY = "Delvist"
"""The answer besides, where the plan lets a criterion be met in part."""
STATUSES = ("Grøn", "Gul", "Rød")


class ValueType(StrEnum):
    """What kind of value an input cell takes."""

    PERCENT = "percent"
    COUNT = "count"
    QUANTITY = "quantity"
    AMOUNT = "amount"
    DATE = "date"
    YES_NO = "yes_no"
    YES_NO_PARTLY = "yes_no_partly"
    STATUS = "status"
    PERIOD = "period"
    TEXT = "text"

    @property
    def is_number(self) -> bool:
        """Whether the cell must hold a number (dates aside)."""
        return self in (self.PERCENT, self.COUNT, self.QUANTITY, self.AMOUNT)


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and greatest value a type allows, and whether it must be whole."""

    least: float | None = None
    greatest: float | None = None
    whole: bool = False


LIMITS: dict[ValueType, Limits] = {
    ValueType.PERCENT: Limits(0, 1),
    ValueType.COUNT: Limits(0, 1_000_000_000, whole=True),
    ValueType.QUANTITY: Limits(0, 1_000_000),
    ValueType.AMOUNT: Limits(-1_000_000, 1_000_000),
}
"""A percentage is a share, a count is whole, days and weeks are not negative; amounts in mio. kr.
may be negative, but more than 1,000,000 mio. kr. is an amount typed in kroner."""

_TYPE_OF_UNIT = {
    "pct.": ValueType.PERCENT,
    "antal": ValueType.COUNT,
    "mio. kr.": ValueType.AMOUNT,
}

_ALWAYS: dict[Column, ValueType] = {
    Column.STATUS: ValueType.STATUS,
    Column.EXPLANATION: ValueType.TEXT,
    Column.ACTION_PLAN: ValueType.TEXT,
    Column.PROVISIONAL: ValueType.YES_NO,
    Column.DOCUMENTATION: ValueType.TEXT,
}

REPORT_INPUTS = (
    Column.BASIS,
    Column.RESULT,
    Column.DATE,
    Column.DONE,
    Column.STATUS,
    Column.FORECAST,
    Column.EXPLANATION,
    Column.ACTION_PLAN,
    Column.PROVISIONAL,
    Column.DOCUMENTATION,
)
"""The columns of `tblAfrapportering` that some row takes an input in, from left to right."""

CHOICES: dict[ValueType, tuple[str, ...]] = {
    ValueType.YES_NO: (YES, NO),
    ValueType.YES_NO_PARTLY: (YES, NO, PARTLY),
    ValueType.STATUS: STATUSES,
}
"""The lists to choose from; that of periods is the plan's own."""

FIELD_TYPES: dict[Field, ValueType] = {
    Field.PERIOD: ValueType.PERIOD,
    Field.SUBMITTED: ValueType.DATE,
    Field.PREPARED_BY: ValueType.TEXT,
    Field.APPROVED_BY: ValueType.TEXT,
    Field.DEVIATIONS: ValueType.TEXT,
}


def level_type(criterion: Criterion) -> ValueType:
    """The type of the basis and the result of a numeric criterion."""
    if criterion.kind is Kind.WITHIN:
        return ValueType.AMOUNT
    unit = criterion.level_unit if criterion.kind is Kind.REDUCTION else criterion.reported_unit
    return _TYPE_OF_UNIT.get(unit or "", ValueType.QUANTITY)


def input_types(criterion: Criterion) -> dict[Column, ValueType]:
    """The input cells of a criterion's row with their types; the other cells are locked."""
    types = dict(_ALWAYS)
    kind = criterion.kind
    if kind.is_numeric:
        types[Column.RESULT] = types[Column.FORECAST] = level_type(criterion)
        if kind.needs_basis and criterion.basis is None:
            types[Column.BASIS] = level_type(criterion)
    elif kind is Kind.DELIVERED_BY:
        types[Column.DATE] = types[Column.FORECAST] = ValueType.DATE
        types[Column.DONE] = ValueType.YES_NO
    else:
        answer = ValueType.YES_NO_PARTLY if criterion.partly else ValueType.YES_NO
        types[Column.DONE] = types[Column.FORECAST] = answer
    return {column: types[column] for column in REPORT_INPUTS if column in types}


def inputs_by_key(plan: Plan) -> Iterator[tuple[Criterion, dict[Column, ValueType]]]:
    """Each criterion of a plan with the input cells of its row; one that is withdrawn has none."""
    for criterion in plan.criteria:
        is_withdrawn = plan.why_withdrawn(criterion) is not None
        yield criterion, {} if is_withdrawn else input_types(criterion)
