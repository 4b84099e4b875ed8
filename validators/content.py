"""Layer 4, second half: the settled cells of many reports through the schemas, at once.

Rows of all reports are gathered per type of input, each schema validates once (lazily), and each
failure is mapped back to its report and cell. One report alone is a chunk of one: single and
batch findings are equal by construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from pandera.errors import SchemaErrors
from pandera.pandas import DataFrameSchema

from resultatplan.exact import exact
from resultatplan.plan import Period, Plan
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Said, phrase
from validators.findings import Finding, finding
from validators.schemas import FIRST_YEAR, LAST_YEAR, REQUIRED, SCHEMAS
from validators.settling import InputCell, not_on_list, shown_value
from workbooks.inputs import LIMITS, NO, STATUSES, YES, ValueType
from workbooks.layout import Column, Field


@dataclass(frozen=True, slots=True)
class Content:
    """The settled inputs of one report and the plan they belong to."""

    plan: Plan
    cells: tuple[InputCell, ...]

    def field(self, name: Field) -> InputCell | None:
        """A field of Stamdata."""
        return next((cell for cell in self.cells if cell.name is name), None)

    @property
    def period(self) -> Period | None:
        """The period reported for, None while it is not a period of the plan."""
        cell = self.field(Field.PERIOD)
        if cell is None or not isinstance(cell.value, str):
            return None
        return self.plan.period_by_name(cell.value)

    @property
    def is_final(self) -> bool:
        """Whether this is the year's final report."""
        period = self.period
        return period is not None and period.final


def check_content(contents: Sequence[Content]) -> list[Content]:
    """Validate many reports' cells; each comes back with its findings, refused values blank."""
    gathered = [
        (report, position, cell)
        for report, content in enumerate(contents)
        for position, cell in enumerate(content.cells)
    ]
    found: dict[int, Finding] = {}
    for value_type, schema in SCHEMAS.items():
        rows = [
            (index, contents[report].plan, cell)
            for index, (report, _, cell) in enumerate(gathered)
            if cell.type is value_type and cell.value is not None
        ]
        for index, _ in _failures(schema, _frame(value_type, rows)):
            report, _, cell = gathered[index]
            found.setdefault(index, _refused(cell, contents[report].plan))
    required = _required_frame(contents, gathered)
    for index, _ in _failures(REQUIRED, required):
        _, _, cell = gathered[index]
        found.setdefault(index, finding(codes.REQUIRED, cell.place, what=str(cell.name)))
    return _with_findings(contents, gathered, found)


def _with_findings(
    contents: Sequence[Content],
    gathered: Sequence[tuple[int, int, InputCell]],
    found: dict[int, Finding],
) -> list[Content]:
    cells = [list(content.cells) for content in contents]
    for index, each in found.items():
        report, position, cell = gathered[index]
        cells[report][position] = replace(cell, value=None, finding=each, note=None)
    return [
        replace(content, cells=tuple(checked))
        for content, checked in zip(contents, cells, strict=True)
    ]


def _frame(value_type: ValueType, rows: Sequence[tuple[int, Plan, InputCell]]) -> pd.DataFrame:
    columns: dict[str, list[object]] = {
        "cell": [index for index, _, _ in rows],
        "value": [cell.value for _, _, cell in rows],
    }
    frame = pd.DataFrame(columns)
    if value_type is ValueType.PERIOD:
        frame["listed"] = [
            plan.period_by_name(str(cell.value)) is not None for _, plan, cell in rows
        ]
    return frame


def _required_frame(
    contents: Sequence[Content], gathered: Sequence[tuple[int, int, InputCell]]
) -> pd.DataFrame:
    needed = [_required_cells(content) for content in contents]
    rows = [
        (index, cell.value is not None or cell.finding is not None)
        for index, (report, position, cell) in enumerate(gathered)
        if position in needed[report]
    ]
    return pd.DataFrame({"cell": [row[0] for row in rows], "filled": [row[1] for row in rows]})


def _required_cells(content: Content) -> set[int]:
    """Which cells must be filled in: who, when, for which period, and the basis of a result.

    A basis alone is fine: the budget is known before the year is. The approval is required in
    the final report. A missing result of the final report is a matter of consistency, since it
    depends on the goal's rule.
    """
    reported = {
        (cell.key, cell.name)
        for cell in content.cells
        if cell.key is not None and (cell.value is not None or cell.finding is not None)
    }
    always = {Field.PERIOD, Field.SUBMITTED, Field.PREPARED_BY}
    if content.is_final:
        always.add(Field.APPROVED_BY)
    return {
        position
        for position, cell in enumerate(content.cells)
        if cell.name in always
        or (cell.name is Column.BASIS and (cell.key, Column.RESULT) in reported)
    }


def _failures(schema: DataFrameSchema, frame: pd.DataFrame) -> Iterable[tuple[int, str]]:
    """The numbers of the failing cells, each with the code of its finding."""
    if frame.empty:
        return []
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        cells = frame["cell"]
        return [
            (int(cells.iloc[int(row)]), str(check))
            for row, check in zip(cases["index"], cases["check"], strict=True)
        ]
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
    return say.TOO_GREAT
