"""The frames that the schemas validate, and the findings of what fails: many reports at once.

Each frame has one row per file, per criterion or per figure, and beside it a list of what stands
behind each row, so that a failure finds its cell. A report alone is a chunk of one: what is found
in it does not depend on the others. Only the frames and the schemas import pandas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain

import pandas as pd

from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.goals import Criterion
from validators import consistency, content, score
from validators.consistency import Change, JudgedRow
from validators.failures import failures
from validators.findings import Finding, Place
from validators.inputs import InputCell, Inputs, Settled
from validators.schemas import (
    BetweenReports,
    MasterData,
    ReportRows,
    RowConsistency,
    ShownFigures,
    Submission,
)
from validators.score import Figure
from workbooks.form import (
    FIELD_TYPES,
    REPORT_INPUTS,
    YES,
    Column,
    ValueType,
    answers_of,
    date_window,
    input_types,
    level_type,
    limits_of,
)

_EPOCH = pd.Timestamp(1899, 12, 30)
_LAST_SERIAL = 100_000.0
"""A day of the 22nd century: what is later is as impossible, and fits no timestamp."""

Found = list[list[Finding]]
"""Findings by the number of the report in the chunk."""


class Chunk:
    """Reports that are judged together: their inputs, and the frames of both sheets.

    What the schemas refuse of the cells' content is blank there, with its finding.
    """

    def __init__(self, inputs: Sequence[Inputs]) -> None:
        """Refuse what cells may not hold."""
        fields = [(number, each.master) for number, each in enumerate(inputs)]
        rows = [(number, row) for number, each in enumerate(inputs) for row in each.rows]
        refused: list[dict[Place, InputCell]] = [{} for _ in inputs]
        for model, frame, behind in (
            (MasterData, master_frame(inputs), fields),
            (ReportRows, row_frame(inputs), rows),
        ):
            for at, column, code, _ in failures(model, frame):
                number, cells = behind[at]
                cell = cells.cells.get(Column.FORECAST if column in _FORECASTS else column)
                if cell is None or cell.finding is not None or cell.place in refused[number]:
                    continue  # One cell, one finding.
                told = content.refused(code, cell, inputs[number].plan)
                refused[number][cell.place] = cell._replace(value=None, finding=told, note=None)
        self.inputs = [each.with_cells(cells) for each, cells in zip(inputs, refused, strict=True)]
        self.master, self.rows = master_frame(self.inputs), row_frame(self.inputs)

    def consistency(self, evaluations: Sequence[Evaluation]) -> Found:
        """What does not fit within a report."""
        found: Found = [[] for _ in self.inputs]
        for number, *_ in failures(Submission, self.master):
            found[number].append(consistency.submitted_outside(self.inputs[number]))
        judged = [
            JudgedRow(inputs, row, result, goal)
            for inputs, evaluation in zip(self.inputs, evaluations, strict=True)
            for row, (goal, result) in zip(inputs.rows, _results(evaluation), strict=True)
        ]
        self.rows["state"] = _texts(each.result.state for each in judged)
        self.rows["deviates"] = [each.result.is_deviation for each in judged]
        self.rows["to come"] = [each.is_to_come for each in judged]
        self.rows["goal state"] = _texts(each.goal.state for each in judged)
        shares = [consistency.shares(each.row) for each in judged]
        for name in (Column.BASIS, Column.RESULT, Column.FORECAST):
            self.rows[f"{name} a share"] = [name in each for each in shares]
        self.rows["share decides"] = [
            bool(found) and consistency.differs_hundredfold(each)
            for found, each in zip(shares, judged, strict=True)
        ]
        reports = self.rows["file"].to_list()
        for number, column, code, _ in failures(RowConsistency, self.rows):
            found[reports[number]].append(consistency.within(code, column, judged[number]))
        return found


def _results(evaluation: Evaluation) -> Iterable[tuple[GoalResult, CriterionResult]]:
    return ((goal, result) for goal in evaluation.goals for result in goal.criteria)


def shown_figures(reports: Sequence[Sequence[Figure]]) -> Found:
    """What the workbooks show, beside what follows from the other figures and from the inputs."""
    figures = list(chain.from_iterable(reports))
    computed = [each.computed for each in figures]
    frame = pd.DataFrame(
        {
            "file": [number for number, each in enumerate(reports) for _ in each],
            "shown": _numbers(each.shown for each in figures),
            "shown word": _texts(each.shown_word for each in figures),
            "computed": _numbers(None if isinstance(each, str) else each for each in computed),
            "computed word": _texts(each if isinstance(each, str) else "" for each in computed),
            "compared": [each.is_compared for each in figures],
            "follows": [each.follows for each in figures],
        }
    )
    broken: list[list[tuple[str, Figure]]] = [[] for _ in reports]
    files = frame["file"].to_list()
    for number, _, code, _ in failures(ShownFigures, frame):
        broken[files[number]].append((code, figures[number]))
    return [score.told(each) for each in broken]


def between_reports(changes: Sequence[Sequence[Change]]) -> Found:
    """What changed since the reports before."""
    every = list(chain.from_iterable(changes))
    rows = [each.row for each in every]
    before = [each.before for each in every]
    frame = pd.DataFrame(
        {
            "file": [number for number, each in enumerate(changes) for _ in each],
            "kind": _texts(each.criterion.kind for each in rows),
            "final": [each.is_final for each in every],
            "state": _texts(each.result.state for each in every),
            "state before": _texts(each.state for each in before),
            "adds up": [consistency.adds_up(each.criterion) for each in rows],
            "count before": _numbers(each.count for each in every),
            Column.RESULT: _numbers(each.number(Column.RESULT) for each in rows),
            Column.BASIS: _numbers(each.number(Column.BASIS) for each in rows),
            "basis before": _numbers(each.number(Column.BASIS) for each in before),
            f"{Column.BASIS} refused": [each.was_refused(Column.BASIS) for each in rows],
            Column.DATE: _dates(each.day(Column.DATE) for each in rows),
            "date before": _dates(each.day(Column.DATE) for each in before),
            f"{Column.DATE} refused": [each.was_refused(Column.DATE) for each in rows],
            "provisional before": [each.text(Column.PROVISIONAL) == YES for each in before],
            "answer told": [each.is_told for each in every],
            Column.STATUS: _texts(each.text(Column.STATUS) or "" for each in rows),
            "status before": _texts(each.text(Column.STATUS) for each in before),
            Column.EXPLANATION: _texts(each.explanation for each in every),
            "explanation before": _texts(each.text(Column.EXPLANATION) for each in before),
        }
    )
    found: Found = [[] for _ in changes]
    files = frame["file"].to_list()
    for number, column, code, _ in failures(BetweenReports, frame):
        found[files[number]].append(consistency.between(code, column, every[number]))
    return found


def master_frame(reports: Sequence[Inputs]) -> pd.DataFrame:
    """Stamdata: a row per report."""
    data: dict[str, object] = {
        "file": range(len(reports)),
        "period known": [each.period is not None for each in reports],
        "fits period": [each.fits_period for each in reports],
        "final": [each.is_final for each in reports],
        **_days(reports),
    }
    for name, value_type in FIELD_TYPES.items():
        data |= _column(name, value_type, [each.master.cells for each in reports])
    return pd.DataFrame(data)


def row_frame(reports: Sequence[Inputs]) -> pd.DataFrame:
    """Afrapportering: a row per criterion and report."""
    every = [(number, row) for number, each in enumerate(reports) for row in each.rows]
    criteria = [row.criterion for _, row in every]
    limits = [limits_of(each) if each.kind.is_numeric else None for each in criteria]
    owners = [reports[number] for number, _ in every]
    last = [each.partial_deadline or each.deadline for each in criteria]
    data: dict[str, object] = {
        "file": [number for number, _ in every],
        "criterion": _texts(each.text for each in criteria),
        "kind": _texts(each.kind for each in criteria),
        "type": _texts(level_type(each) if each.kind.is_numeric else None for each in criteria),
        "least": _numbers(None if each is None else each.least for each in limits),
        "greatest": _numbers(None if each is None else each.greatest for each in limits),
        "whole": [each is not None and each.whole for each in limits],
        "of a level": [each.is_of_a_level for each in criteria],
        "answers": [_answers(each) for each in criteria],
        "last deadline": _dates(last),
        "final": [each.is_final for each in owners],
        "valid from": _dates(each.plan.valid_from for each in owners),
        "period ends": _dates(each.period_ends for each in owners),
        **_days(owners),
    }
    cells = [row.cells for _, row in every]
    for column, value_type in _TYPES.items():
        data |= _column(column, value_type, cells)
    data[f"{Column.RESULT} there"] = [Column.RESULT in each for each in cells]
    data |= _forecasts(cells)
    return pd.DataFrame(data)


def _days(reports: Sequence[Inputs]) -> dict[str, object]:
    """The first and the last day that each report's sheets take."""
    windows = [date_window(each.plan) for each in reports]
    return {
        "first day": _dates(first for first, _ in windows),
        "last day": _dates(last for _, last in windows),
    }


def _answers(criterion: Criterion) -> tuple[str, ...]:
    """The list that its answer is chosen from; none of a criterion that is not answered."""
    value_type = input_types(criterion).get(Column.DONE)
    return () if value_type is None else answers_of(criterion, value_type)


_TYPES = {
    **dict.fromkeys(REPORT_INPUTS, ValueType.TEXT),
    Column.BASIS: ValueType.QUANTITY,
    Column.RESULT: ValueType.QUANTITY,
    Column.DATE: ValueType.DATE,
}
del _TYPES[Column.FORECAST]
"""What each column holds; the forecast's type is the criterion's."""
_FORECASTS = ("expected_number", "expected_date", "expected_answer")


def _column(
    name: str, value_type: ValueType, rows: Sequence[Mapping[str, InputCell]]
) -> dict[str, object]:
    cells = [each.get(name) for each in rows]
    values = [None if each is None else each.value for each in cells]
    return {
        name: _typed(value_type, values),
        f"{name} refused": [each is None or each.finding is not None for each in cells],
    }


def _forecasts(rows: Sequence[Mapping[str, InputCell]]) -> dict[str, object]:
    cells = [each.get(Column.FORECAST) for each in rows]

    def of(*types: ValueType) -> list[Settled]:
        return [each.value if each is not None and each.type in types else None for each in cells]

    numbers = [each for each in ValueType if each.is_number]
    answers = [each for each in ValueType if each.is_answer]
    return {
        "expected_number": _typed(ValueType.QUANTITY, of(*numbers)),
        "expected_date": _typed(ValueType.DATE, of(ValueType.DATE)),
        "expected_answer": _typed(ValueType.TEXT, of(*answers)),
    }


def _typed(value_type: ValueType, values: Sequence[Settled]) -> pd.Series:
    """A series of settled values: numbers as they are, dates from their serial numbers."""
    if value_type is ValueType.DATE:
        days = pd.to_timedelta(_numbers(values).clip(0, _LAST_SERIAL), unit="D")
        return (_EPOCH + days).astype("datetime64[ns]")
    return _numbers(values) if value_type.is_number else _texts(values)


def _numbers(values: Iterable[Decimal | float | str | None]) -> pd.Series:
    return pd.Series([None if each is None else float(each) for each in values], dtype=float)


def _texts(values: Iterable[object]) -> pd.Series:
    return pd.Series([None if each is None else str(each) for each in values], dtype="str")


def _dates(values: Iterable[object]) -> pd.Series:
    return pd.Series(list(values), dtype="datetime64[ns]")
