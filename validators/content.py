"""Layer 4, second half: the settled cells of many reports through the schemas, at once.

Rows of all reports are gathered per type of input, each schema validates once (lazily), and each
failure is mapped back to its report and cell. One report alone is a chunk of one: single and
batch findings are equal by construction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from resultatplan.exact import exact
from resultatplan.plan import Plan
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Said, phrase
from validators.choices import not_on_list
from validators.findings import Finding, finding
from validators.frames import DataFrameSchema, SchemaErrors, pd
from validators.schemas import REQUIRED, SCHEMAS
from validators.settling import (
    FIRST_YEAR,
    LAST_YEAR,
    InputCell,
    SettledReport,
    shown_value,
)
from workbooks.inputs import CHOICES, LIMITS, ValueType
from workbooks.layout import Column, Field


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The input cells of many reports in one row, each known by its number there."""

    reports: Sequence[SettledReport]
    cells: Sequence[InputCell]
    starts: Sequence[int]
    """The number of each report's first cell."""

    def report_of(self, number: int) -> int:
        """Which report a cell belongs to."""
        return bisect_right(self.starts, number) - 1

    def plan_of(self, number: int) -> Plan:
        """The plan of a cell's report."""
        return self.reports[self.report_of(number)].plan


def check_content(reports: Sequence[SettledReport]) -> list[SettledReport]:
    """Validate many reports' cells; each comes back with its findings, refused values blank."""
    starts = accumulate((len(report.cells) for report in reports[:-1]), initial=0)
    cells = [cell for report in reports for cell in report.cells]
    gathered = _Gathered(reports, cells, list(starts) if reports else [])
    found: dict[int, Finding] = {}
    for value_type, rows in _by_type(cells).items():
        for number in _failures(SCHEMAS[value_type], _frame(value_type, rows, gathered)):
            found[number] = _refused(cells[number], gathered.plan_of(number))
    for number in _failures(REQUIRED, _required_frame(gathered)):
        cell = cells[number]
        found.setdefault(number, finding(codes.REQUIRED, cell.place, what=str(cell.name)))
    return _with_findings(gathered, found)


def _by_type(cells: Sequence[InputCell]) -> dict[ValueType, list[int]]:
    """The numbers of the cells that hold a value, by the type that has a schema."""
    rows: dict[ValueType, list[int]] = {value_type: [] for value_type in SCHEMAS}
    others: list[int] = []
    for number, cell in enumerate(cells):
        if cell.value is not None:
            rows.get(cell.type, others).append(number)
    return {value_type: numbers for value_type, numbers in rows.items() if numbers}


def _frame(value_type: ValueType, rows: Sequence[int], gathered: _Gathered) -> pd.DataFrame:
    values = [gathered.cells[number].value for number in rows]
    frame = pd.DataFrame({"cell": rows, "value": values})
    if value_type is ValueType.PERIOD:
        frame["listed"] = [
            gathered.plan_of(number).period_by_name(str(value)) is not None
            for number, value in zip(rows, values, strict=True)
        ]
    return frame


def _required_frame(gathered: _Gathered) -> pd.DataFrame:
    needed = [
        (start + position, cell.value is not None or cell.finding is not None)
        for report, start in zip(gathered.reports, gathered.starts, strict=True)
        for position, cell in _required_cells(report)
    ]
    return pd.DataFrame(needed, columns=["cell", "filled"])


def _required_cells(report: SettledReport) -> Iterator[tuple[int, InputCell]]:
    """Which cells must be filled in: who, when, for which period, and the basis of a result.

    A basis alone is fine: the budget is known before the year is. The approval is required in
    the final report. A missing result of the final report is a matter of consistency, since it
    depends on the goal's rule.
    """
    reported = {
        cell.key
        for cell in report.cells
        if cell.name is Column.RESULT and (cell.value is not None or cell.finding is not None)
    }
    always = {Field.PERIOD, Field.SUBMITTED, Field.PREPARED_BY}
    if report.is_final:
        always.add(Field.APPROVED_BY)
    for position, cell in enumerate(report.cells):
        if cell.name in always or (cell.name is Column.BASIS and cell.key in reported):
            yield position, cell


def _with_findings(gathered: _Gathered, found: dict[int, Finding]) -> list[SettledReport]:
    checked = list(gathered.reports)
    refused: dict[int, list[InputCell]] = {}
    for number, each in found.items():
        report = gathered.report_of(number)
        cells = refused.setdefault(report, list(checked[report].cells))
        cell = gathered.cells[number]
        cells[number - gathered.starts[report]] = cell._replace(value=None, finding=each, note=None)
    for report, cells in refused.items():
        checked[report] = replace(checked[report], cells=tuple(cells))
    return checked


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
        periods = tuple(period.name for period in plan.reporting.periods)
        return not_on_list(cell.place, cell.value, CHOICES.get(cell.type, periods))
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
