"""The next period's template, filled in with what an earlier report said.

What is measured or done goes along, with its documentation and action plans. What somebody has to
think about anew does not: status, forecast and explanation of what is not settled, significant
deviations, the day of submission, the approval.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from department.planning.migrating import NAMES, Source, Typed, read_source, refusal_of, typed_value
from resultatplan.criteria import Kind, State
from resultatplan.evaluation import CriterionResult
from resultatplan.plan import Period, Plan
from texts.said import Said
from validators.consistency import adds_up
from validators.findings import Place
from validators.inputs import InputCell
from validators.report import Report, read_report
from validators.verdict import Verdict
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.prefill import CARRIED_FIELDS, Prefill
from workbooks.template.build import build_template
from workbooks.values import Values, inputs_of

_ALWAYS = frozenset(
    {
        Column.BASIS,
        Column.RESULT,
        Column.DATE,
        Column.DONE,
        Column.PROVISIONAL,
        Column.DOCUMENTATION,
        Column.ACTION_PLAN,
    }
)
_WHEN_SETTLED = frozenset({Column.STATUS, Column.FORECAST, Column.EXPLANATION})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A value of the report that no cell can hold, or that was refused when it was read."""

    place: Place
    reason: Said | None


@dataclass(frozen=True)
class Prefilled:
    """The filled template, how many values were carried, and which could not be."""

    data: bytes
    count: int
    left_out: tuple[LeftOut, ...]


def read_for_prefill(name: str, data: bytes) -> tuple[Source, Report]:
    """A received file's inputs and its examination: what a worker does."""
    return read_source(data), read_report(name, data)


def next_period(plan: Plan, period: Period) -> Period | None:
    """The period after this one; None after the last."""
    later = [each for each in plan.reporting.periods if each.ends > period.ends]
    return later[0] if later else None


def prefilled(
    plan: Plan, source: Source, verdict: Verdict, period: Period, to: Period
) -> Prefilled:
    """The template of the period `to`, with what the report for `period` said."""
    results: dict[str, dict[str, Typed]] = {}
    fields: dict[str, Typed] = {}
    left_out: list[LeftOut] = []
    for cell in _carried(verdict):
        name = NAMES[cell.name]
        value = typed_value(cell, source.texts.get((cell.key, cell.name)))
        reason = refusal_of(cell.key, name, value)
        if reason is not None:
            left_out.append(LeftOut(cell.place, reason))
        elif cell.key is None:
            fields[name] = value
        else:
            results.setdefault(cell.key, {})[name] = value
    left_out += (LeftOut(place, None) for place in _refused(verdict))
    layout = Layout(plan)
    carried = inputs_of(layout, Values.model_validate({**fields, "results": results}))
    cells = {at: value for at, value in carried.items() if value is not None}
    inputs = {**cells, (Sheet.MASTER, layout.field_cell(Field.PERIOD)): to.name}
    prefill = Prefill(period.id, verdict.accepted, cells)
    return Prefilled(build_template(plan, inputs, prefill), len(cells), tuple(left_out))


def is_settled(result: CriterionResult) -> bool:
    """Whether nothing later in the year can change how the criterion is judged."""
    criterion = result.criterion
    if criterion.kind is Kind.DELIVERED_BY:
        return result.state is not State.PENDING
    if result.state is not State.FULFILLED:
        return False
    if criterion.kind is Kind.AT_LEAST:
        return adds_up(criterion)
    return not criterion.kind.is_numeric


def _carried(verdict: Verdict) -> Iterator[InputCell]:
    if verdict.master is not None:
        cells = (verdict.master.cells.get(name) for name in CARRIED_FIELDS)
        yield from (cell for cell in cells if cell is not None and cell.value is not None)
    for row in verdict.rows:
        columns = _columns(verdict, row.criterion.key)
        for column, cell in row.cells.items():
            if column in columns and cell.value is not None:
                yield cell


def _columns(verdict: Verdict, key: str) -> frozenset[Column]:
    goals = () if verdict.evaluation is None else verdict.evaluation.goals
    results = (each for goal in goals for each in goal.criteria if each.criterion.key == key)
    settled = any(is_settled(each) for each in results)
    return _ALWAYS | _WHEN_SETTLED if settled else _ALWAYS


def _refused(verdict: Verdict) -> Iterator[Place]:
    """The cells that would have been carried, had they held a value."""
    for row in verdict.rows:
        for column, cell in row.cells.items():
            is_wanted = column in _ALWAYS or column in _WHEN_SETTLED
            if is_wanted and cell.finding is not None and cell.finding.found is not None:
                yield cell.place
