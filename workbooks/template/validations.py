"""Data validations: what an input cell takes, with Danish prompts and error messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.criteria import Kind
from resultatplan.plan import Plan
from texts import workbook as say
from texts.notation import day
from workbooks.blueprint.cells import CellSpec, InputSpec, SheetSpec
from workbooks.form import LIMITS, Column, ValueType

YEARS_BEFORE, YEARS_AFTER = 1, 2
"""How many years before and after the plan's year a typed date may lie."""

_DAY_ZERO = date(1899, 12, 30)
"""Excel counts its days from here."""

RuleType = Literal["whole", "decimal", "list", "date", "custom"]


@dataclass(frozen=True, slots=True)
class _Check:
    """What Excel checks: a type with bounds, or a formula of one's own."""

    type: RuleType | None
    first: str | None = None
    second: str | None = None


def add_validations(sheet: Worksheet, spec: SheetSpec, plan: Plan) -> None:
    """Add a validation for every input cell; cells with equal ones share it."""
    shared: dict[tuple[_Check, InputSpec, str], list[str]] = {}
    for address, cell, wanted in _inputs(spec):
        not_zero = _must_not_be_zero(cell, plan)
        check = _check(wanted, address, not_zero, plan)
        shared.setdefault((check, wanted, _error(wanted, not_zero, plan)), []).append(address)
    for (check, wanted, error), addresses in shared.items():
        validation = DataValidation(
            type=check.type,
            operator="between" if check.second is not None else None,
            formula1=check.first,
            formula2=check.second,
            allowBlank=True,
            showInputMessage=True,
            showErrorMessage=check.type is not None,
            errorStyle="stop",
            promptTitle=wanted.prompt_title,
            prompt=wanted.prompt,
            errorTitle=say.TYPE_ERROR_TITLE if error else None,
            error=error or None,
        )
        for address in addresses:
            validation.add(address)
        sheet.add_data_validation(validation)


def date_window(plan: Plan) -> tuple[date, date]:
    """The first and last date that may be typed."""
    return date(plan.year - YEARS_BEFORE, 1, 1), date(plan.year + YEARS_AFTER, 12, 31)


def _inputs(spec: SheetSpec) -> Iterator[tuple[str, CellSpec, InputSpec]]:
    for address, cell in spec.cells.items():
        if cell.input is not None:
            yield address, cell, cell.input


def _must_not_be_zero(cell: CellSpec, plan: Plan) -> bool:
    """Whether a percentage is measured against this cell."""
    if cell.column != Column.BASIS:
        return False
    criterion = plan.criterion_by_key[cell.key or ""]
    if criterion.kind is Kind.REDUCTION:
        return True
    return criterion.kind is Kind.WITHIN and criterion.in_percent


def _check(wanted: InputSpec, address: str, not_zero: bool, plan: Plan) -> _Check:
    if wanted.choices is not None:
        return _Check("list", wanted.choices)
    if wanted.type is ValueType.DATE:
        first, last = (f"{(limit - _DAY_ZERO).days}" for limit in date_window(plan))
        return _Check("date", first, last)
    limits = LIMITS.get(wanted.type)
    if limits is None:
        return _Check(None)
    if not_zero:
        whole = f",{address}=INT({address})" if limits.whole else ""
        bounds = f"{address}>={limits.least},{address}<={limits.greatest}"
        # IF, since AND would compare a text with the bounds before it says what is wrong.
        rule = f"IF(ISNUMBER({address}),AND({address}<>0,{bounds}{whole}),FALSE)"
        return _Check("custom", rule)
    return _Check("whole" if limits.whole else "decimal", f"{limits.least}", f"{limits.greatest}")


def _error(wanted: InputSpec, not_zero: bool, plan: Plan) -> str:
    parts = [say.TYPE_ERRORS[wanted.type]]
    if wanted.type is ValueType.DATE:
        first, last = (day(limit) for limit in date_window(plan))
        parts.append(say.DATE_WINDOW.format(first=first, last=last))
    if not_zero:
        parts.append(say.BASIS_NOT_ZERO)
    return " ".join(part for part in parts if part)
