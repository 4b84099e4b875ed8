"""What the schemas are asked about one report, and what their answer makes of it.

The schemas need pandas, which a worker process does without: it says what is to be asked, one
process asks for many reports at once (`content`), and the answer is a few numbers of cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resultatplan.exact import exact
from resultatplan.plan import Plan
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Said, phrase
from validators.choices import not_on_list
from validators.findings import Finding, finding
from validators.settled import FIRST_YEAR, LAST_YEAR, InputCell, SettledReport
from validators.settling import shown_value
from workbooks.form import CHOICES, LIMITS, Column, Field, ValueType

_ALWAYS = frozenset({Field.PERIOD, Field.SUBMITTED, Field.PREPARED_BY})
_IN_FINAL = _ALWAYS | {Field.APPROVED_BY}
_MAY_BE_REQUIRED = _IN_FINAL | {Column.BASIS, Column.RESULT}
_WITHOUT_SCHEMA = frozenset({ValueType.TEXT})


@dataclass(frozen=True, slots=True)
class Asked:
    """Values for one schema, and beside each the number of its cell in the report."""

    cells: Sequence[int]
    values: Sequence[float | str | bool]


_NOTHING = Asked((), ())


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The values of one report by their type, and whether what is required is filled in."""

    typed: Mapping[ValueType, Asked]
    required: Asked

    def of(self, value_type: ValueType) -> Asked:
        """The values of one type."""
        return self.typed.get(value_type, _NOTHING)


@dataclass(frozen=True, slots=True)
class Answer:
    """The numbers of the cells whose values are refused, and of those that must be filled in."""

    refused: Sequence[int] = ()
    missing: Sequence[int] = ()

    @property
    def is_against(self) -> bool:
        """Whether there is anything against the report."""
        return bool(self.refused or self.missing)


def inquiry_of(report: SettledReport) -> Inquiry:
    """What is to be asked about a report."""
    cells: dict[ValueType, list[int]] = {}
    for number, cell in enumerate(report.cells):
        if cell.value is not None and cell.type not in _WITHOUT_SCHEMA:
            cells.setdefault(cell.type, []).append(number)
    typed = {
        each: Asked(numbers, _values(report, each, numbers)) for each, numbers in cells.items()
    }
    required = _required(report)
    return Inquiry(typed, Asked(required, [_is_filled(report.cells[each]) for each in required]))


def answered(report: SettledReport, answer: Answer) -> SettledReport:
    """The report with a finding in each cell that the answer names; refused values are blank."""
    if not answer.is_against:
        return report
    cells = list(report.cells)
    for number in answer.missing:
        cell = cells[number]
        found = finding(codes.REQUIRED, cell.place, what=str(cell.name))
        cells[number] = cell._replace(value=None, finding=found, note=None)
    for number in answer.refused:
        cell = report.cells[number]
        cells[number] = cell._replace(value=None, finding=_refused(cell, report.plan), note=None)
    return replace(report, cells=tuple(cells))


def _values(
    report: SettledReport, value_type: ValueType, numbers: Sequence[int]
) -> list[float | str | bool]:
    """What a type's schema validates: of a period, whether the plan has it."""
    values = [value for number in numbers if (value := report.cells[number].value) is not None]
    if value_type is not ValueType.PERIOD:
        return [*values]
    return [report.plan.period_by_name(str(value)) is not None for value in values]


def _required(report: SettledReport) -> list[int]:
    """Which cells must be filled in: who, when, for which period, and the basis of a result.

    A basis alone is fine: the budget is known before the year is. The approval is required in
    the final report. A missing result of the final report is a matter of consistency, since it
    depends on the goal's rule.
    """
    always = _IN_FINAL if report.is_final else _ALWAYS
    cells = [each for each in enumerate(report.cells) if each[1].name in _MAY_BE_REQUIRED]
    reported = {cell.key for _, cell in cells if cell.name is Column.RESULT and _is_filled(cell)}
    return [
        number
        for number, cell in cells
        if cell.name in always or (cell.name is Column.BASIS and cell.key in reported)
    ]


def _is_filled(cell: InputCell) -> bool:
    """Whether something was typed, be it no value."""
    return cell.value is not None or cell.finding is not None


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
