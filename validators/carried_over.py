"""A report's inputs carried over to another plan, cell by cell, and what could not be carried.

What was typed keeps its meaning or stays behind: a value goes where the same criterion still takes
the same kind of value in the same unit, and a value that is refused goes nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from resultatplan.plan import Plan
from texts import plans as texts
from texts.language import Said, phrase
from validators.findings import Place
from validators.inputs import InputCell, Inputs, Settled
from workbooks.form import Column, Field, Layout, ValueType, input_names, input_types
from workbooks.reading.cells import date_to_serial, serial_to_date


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """An input that was not carried over: where it stands in the report, and why."""

    place: Place
    reason: Said


@dataclass(frozen=True, slots=True)
class Carried:
    """The inputs as the other plan has them, blank ones included, and what stayed behind."""

    report: Inputs
    left_behind: tuple[LeftBehind, ...]


def carry(report: Inputs, plan: Plan, *, with_refused: bool = False) -> Carried:
    """A report's inputs in another plan. Cells keep the place that they have in the report.

    To a plan of another year dates move by as many years. `with_refused` lets a cell whose value
    was refused go along with its finding.
    """
    years = plan.year - report.plan.year
    carried: dict[tuple[str | None, Column | Field], InputCell] = {}
    left: list[LeftBehind] = []
    for cell in report.cells:
        if cell.value is None and (cell.finding is None or cell.finding.code == "RP-408"):
            continue
        outcome = _carry(cell, report.plan, plan, years)
        found = cell.finding
        if found is not None and not with_refused and isinstance(outcome, InputCell):
            held = found.found or texts.NOTHING
            outcome = phrase(texts.REFUSED, code=found.code, title=found.entry.title, found=held)
        if isinstance(outcome, InputCell):
            carried[cell.key, cell.name] = outcome
        else:
            left.append(LeftBehind(cell.place, outcome))
    blanks = ((each.key, each.name, each) for each in _blank_inputs(plan))
    cells = tuple(carried.get((key, name), blank) for key, name, blank in blanks)
    return Carried(Inputs(plan, cells), tuple(left))


def _blank_inputs(plan: Plan) -> Iterator[InputCell]:
    """The inputs of the plan's template, where they stand there."""
    layout = Layout(plan)
    for key, name, value_type in input_names(plan):
        yield InputCell(Place(*layout.input_cell(key, name), key), name, value_type, None)


def _carry(cell: InputCell, before: Plan, after: Plan, years: int) -> InputCell | Said:
    """The cell in the other plan, or why it stays behind."""
    obstacle = _obstacle(cell, before, after)
    if obstacle is not None:
        return obstacle
    value = cell.value
    if cell.name is Field.PERIOD and value is not None:
        period = before.period_by_name(str(value))
        same = None if period is None else after.period_by_id(period.id)
        if same is None:
            return phrase(texts.NO_SUCH_PERIOD, period=str(value))
        value = same.name
    if years and cell.type is ValueType.DATE and isinstance(value, float):
        value = _moved(value, years)
    return cell._replace(value=value)


def _obstacle(cell: InputCell, before: Plan, after: Plan) -> Said | None:
    """Why a cell's value would not mean the same in the other plan."""
    if cell.key is None or not isinstance(cell.name, Column):
        return None
    old, new = before.criterion_by_key[cell.key], after.criterion_by_key.get(cell.key)
    if new is None:
        return phrase(texts.KEY_GONE, key=cell.key)
    types = {} if after.ruling_on(new) is not None else input_types(new)
    if cell.name not in types:
        return phrase(texts.COLUMN_UNUSED, column=str(cell.name))
    if types[cell.name] is not cell.type:
        return texts.OTHER_TYPE
    figures = (Column.BASIS, Column.RESULT, Column.FORECAST)
    if cell.name in figures and cell.type.is_number and old.reported_unit != new.reported_unit:
        units = (old.reported_unit or "–", new.reported_unit or "–")
        return phrase(texts.OTHER_UNIT, before=units[0], after=units[1])
    return None


def _moved(serial: float, years: int) -> Settled:
    """A day as many years later; the 29th of February becomes the 28th."""
    day = serial_to_date(serial)
    if day is None or not date.min.year <= day.year + years <= date.max.year:
        return serial
    try:
        return float(date_to_serial(day.replace(year=day.year + years)))
    except ValueError:
        return float(date_to_serial(day.replace(year=day.year + years, day=28)))
