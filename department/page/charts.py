"""The page's drawings of a criterion's years: lines and labels in the drawing's units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from department.record import ReportRecord
from department.tables import FigureRow, figure_rows
from department.wording import figure_decimals
from resultatplan.goals import Criterion
from resultatplan.plan import Plan
from texts.language import DECIMALS, Language, number

_LEFT, _STEP, _RIGHT = 30, 46, 10
_TOP, _HEIGHT = 26, 76
_FEWEST_POINTS = 2
_APART = 15


@dataclass(frozen=True)
class Label:
    """A text in the drawing."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class HistoryChart:
    """A criterion's years: lines of targets and results with their labels.

    The lines are empty where there are too few figures in one unit.
    """

    criterion: Criterion
    rows: list[FigureRow]
    width: int
    height: int
    target_path: str
    result_path: str
    labels: tuple[Label, ...]
    years: tuple[Label, ...]

    @property
    def is_drawn(self) -> bool:
        """Whether there are enough figures in one unit for a drawing."""
        return bool(self.target_path or self.result_path)


def history_charts(plan: Plan, latest: ReportRecord | None, lang: Language) -> list[HistoryChart]:
    """A chart for each criterion that is judged on a number and has earlier years."""
    return [
        _history_chart(criterion, figure_rows(plan, criterion, latest), lang)
        for criterion in plan.criteria
        if criterion.kind.is_numeric and criterion.history
    ]


def _history_chart(criterion: Criterion, rows: list[FigureRow], lang: Language) -> HistoryChart:
    points = [row for row in rows if row.unit == criterion.unit]
    first, last = points[0].year, points[-1].year
    figures = [each for row in points for each in (row.target, row.target_to, row.measured)]
    values = [each for each in figures if each is not None]
    place = _scale(values)

    def x_of(year: int) -> float:
        return _LEFT + (year - first) * _STEP

    def path(figures: Sequence[tuple[int, float | None]]) -> str:
        return _path([(x_of(year), place(value)) for year, value in figures if value is not None])

    bottom = _TOP + _HEIGHT + 34
    years = range(first, last + 1)
    if len(values) < _FEWEST_POINTS or len(points) < _FEWEST_POINTS:
        points, years = [], range(0)
    return HistoryChart(
        criterion,
        rows,
        _LEFT + (last - first) * _STEP + _LEFT + _RIGHT,
        bottom + 6,
        path([(row.year, row.target) for row in points])
        + path([(row.year, row.target_to) for row in points]),
        path([(row.year, row.measured) for row in points]),
        tuple(_labels(points, x_of, place, lang)),
        tuple(Label(x_of(year), bottom, str(year)) for year in years),
    )


def _labels(
    points: Sequence[FigureRow],
    x_of: Callable[[int], float],
    place: Callable[[float], float],
    lang: Language,
) -> list[Label]:
    labels = []
    for row in points:
        high = row.target is not None and (row.measured is None or row.target >= row.measured)
        figures = [(row.target, high), (row.measured, not high)]
        if row.target_to is not None:
            figures = [(row.target_to, True), (row.target, False), (row.measured, True)]
        for value, above in figures:
            if value is not None:
                y = place(value) - 7 if above else place(value) + _APART
                targets = (row.target, row.target_to)
                decimals = DECIMALS if value in targets else figure_decimals(value, *targets)
                said = number(value, lang, decimals)
                labels.append(
                    Label(x_of(row.year), round(y, 1), f"[{said}]" if row.provisional else said)
                )
    return labels


def _scale(values: Sequence[float]) -> Callable[[float], float]:
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if low == high:
        return lambda _value: round(_TOP + _HEIGHT / 2, 1)
    return lambda value: round(_TOP + _HEIGHT * (high - value) / (high - low), 1)


def _path(points: Sequence[tuple[float, float]]) -> str:
    """A line through the points, broken where a year is missing; a lone point is a mark."""
    pieces: list[str] = []
    before: float | None = None
    for x, y in points:
        joined = before is not None and x - before <= _STEP
        pieces.append(f"{'L' if joined else 'M'}{x:g} {y:g}")
        before = x
    return "".join(pieces)
