"""Layer 4, second half: the settled cells of many reports through the schemas, at once.

Rows of all reports are gathered per type of input, each schema validates once (lazily), and each
failure is mapped back to its report and cell. One report alone is a chunk of one: single and
batch findings are equal by construction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from pandera.errors import SchemaErrors
from pandera.pandas import DataFrameSchema

from resultatplan.exact import exact
from resultatplan.plan import Plan
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Said, phrase
from validators.choices import not_on_list
from validators.findings import Finding, finding
from validators.schemas import REQUIRED, SCHEMAS
from validators.settling import (
    FIRST_YEAR,
    LAST_YEAR,
    InputCell,
    SettledReport,
    shown_value,
)
from workbooks.inputs import LIMITS, NO, STATUSES, YES, ValueType
from workbooks.layout import Column, Field


@dataclass(frozen=True, slots=True)
class _Filled:
    """An input cell among all that are validated together, and whose it is."""

    report: int
    position: int
    plan: Plan
    cell: InputCell


def check_content(reports: Sequence[SettledReport]) -> list[SettledReport]:
    """Validate many reports' cells; each comes back with its findings, refused values blank."""
    gathered = [
        _Filled(number, position, report.plan, cell)
        for number, report in enumerate(reports)
        for position, cell in enumerate(report.cells)
    ]
    found: dict[int, Finding] = {}
    for value_type, rows in _by_type(gathered).items():
        for index in _failures(SCHEMAS[value_type], _frame(value_type, rows, gathered)):
            found[index] = _refused(gathered[index].cell, gathered[index].plan)
    for index in _failures(REQUIRED, _required_frame(reports, gathered)):
        cell = gathered[index].cell
        found.setdefault(index, finding(codes.REQUIRED, cell.place, what=str(cell.name)))
    return _with_findings(reports, gathered, found)


def _by_type(gathered: Sequence[_Filled]) -> dict[ValueType, list[int]]:
    """The numbers of the cells that hold a value, by the type that has a schema."""
    rows: dict[ValueType, list[int]] = {}
    for index, filled in enumerate(gathered):
        if filled.cell.value is not None and filled.cell.type in SCHEMAS:
            rows.setdefault(filled.cell.type, []).append(index)
    return rows


def _frame(value_type: ValueType, rows: Sequence[int], gathered: Sequence[_Filled]) -> pd.DataFrame:
    values = [gathered[index].cell.value for index in rows]
    frame = pd.DataFrame({"cell": rows, "value": values})
    if value_type is ValueType.PERIOD:
        frame["listed"] = [
            gathered[index].plan.period_by_name(str(value)) is not None
            for index, value in zip(rows, values, strict=True)
        ]
    return frame


def _required_frame(reports: Sequence[SettledReport], gathered: Sequence[_Filled]) -> pd.DataFrame:
    required = [_required_cells(report) for report in reports]
    needed = [
        (index, each.cell.value is not None or each.cell.finding is not None)
        for index, each in enumerate(gathered)
        if each.position in required[each.report]
    ]
    return pd.DataFrame(needed, columns=["cell", "filled"])


def _required_cells(report: SettledReport) -> set[int]:
    """Which cells must be filled in: who, when, for which period, and the basis of a result.

    A basis alone is fine: the budget is known before the year is. The approval is required in
    the final report. A missing result of the final report is a matter of consistency, since it
    depends on the goal's rule.
    """
    reported = {
        (cell.key, cell.name)
        for cell in report.cells
        if cell.key is not None and (cell.value is not None or cell.finding is not None)
    }
    always = {Field.PERIOD, Field.SUBMITTED, Field.PREPARED_BY}
    if report.is_final:
        always.add(Field.APPROVED_BY)
    return {
        position
        for position, cell in enumerate(report.cells)
        if cell.name in always
        or (cell.name is Column.BASIS and (cell.key, Column.RESULT) in reported)
    }


def _with_findings(
    reports: Sequence[SettledReport], gathered: Sequence[_Filled], found: dict[int, Finding]
) -> list[SettledReport]:
    cells = [list(report.cells) for report in reports]
    for index, each in found.items():
        filled = gathered[index]
        refused = replace(filled.cell, value=None, finding=each, note=None)
        cells[filled.report][filled.position] = refused
    return [
        replace(report, cells=tuple(checked))
        for report, checked in zip(reports, cells, strict=True)
    ]


def _failures(schema: DataFrameSchema, frame: pd.DataFrame) -> list[int]:
    """The numbers of the cells that fail a schema."""
    if frame.empty:
        return []
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        rows = errors.failure_cases["index"]
        cells = frame["cell"]
        return sorted({int(cells.iloc[int(row)]) for row in rows})
    return []


def _refused(cell: InputCell, plan: Plan) -> Finding:
    shown = shown_value(cell.value, cell.type)
    if isinstance(cell.value, str):
        choices = {
            ValueType.YES_NO: (YES, NO),
            ValueType.STATUS: STATUSES,
        }.get(cell.type, tuple(period.name for period in plan.reporting.periods))
        return not_on_list(cell.place, cell.value, choices)
    if cell.type is ValueType.DATE:
        window = phrase(say.DATE_WINDOW, first=str(FIRST_YEAR), last=str(LAST_YEAR))
        return finding(codes.IMPOSSIBLE_DATE, cell.place, found=shown, expected=window)
    value = float(cell.value or 0)
    if cell.type is ValueType.PERCENT:
        return _percent_finding(cell, value, shown)
    return finding(codes.OUT_OF_RANGE, cell.place, found=shown, problem=_problem(cell, value))


def _percent_finding(cell: InputCell, value: float, shown: Said) -> Finding:
    where = say.UNDER_ZERO if value < 0 else say.OVER_HUNDRED
    suggestion: Said = say.NO_SUGGESTION
    if 1 < value <= 100:
        suggestion = phrase(say.DID_YOU_MEAN, value=CellPercent(exact(value) / 100))
    return finding(codes.PERCENT_SCALE, cell.place, found=shown, where=where, suggestion=suggestion)


def _problem(cell: InputCell, value: float) -> Said:
    limits = LIMITS[cell.type]
    if limits.least is not None and value < limits.least and limits.least == 0:
        return say.NEGATIVE
    if limits.whole and value % 1:
        return say.NOT_WHOLE
    return say.TOO_MUCH_MONEY if cell.type is ValueType.AMOUNT else say.TOO_GREAT
