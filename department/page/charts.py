"""The page's drawings: where bars, lines and labels stand, in the drawing's units, y downwards."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from department.record import ReportRecord, Summary
from department.standing import Slot
from department.tables import FigureRow, figure_rows
from department.wording import percent
from resultatplan.plan import Criterion, Plan
from texts.language import Language, number

SCORE_LEFT, SCORE_LINE = 36, 14
_SCORE_TOP, _SCORE_HEIGHT = 24, 120
_BAR_STEP, BAR_WIDTH = 88, 44
_MOST_LETTERS = 14
GRID = (0, 50, 100)

_LEFT, _STEP, _RIGHT = 30, 46, 10
_TOP, _HEIGHT = 26, 76
_FEWEST_POINTS = 2
_APART = 15


@dataclass(frozen=True)
class PeriodBar:
    """One period's total: solid up to secured, the rest up to attainable hatched.

    `report` is None where there are no figures to draw; `names` are the lines of the period's name.
    """

    slot: Slot
    report: Summary | None
    x: int
    secured_y: float
    secured_height: float
    attainable_y: float
    attainable_height: float
    label: str
    """The figures; nothing where there are none."""
    names: tuple[str, ...]


@dataclass(frozen=True)
class ScoreChart:
    """The total by period: the drawing's size, its horizontal lines (y, value), and its bars."""

    width: int
    height: int
    names_y: int
    lines: tuple[tuple[float, int], ...]
    bars: tuple[PeriodBar, ...]


def score_chart(slots: Sequence[Slot], lang: Language) -> ScoreChart | None:
    """The chart of an agency's periods; None where no report has figures."""
    bars = tuple(_bar(at, slot, lang) for at, slot in enumerate(slots))
    if all(bar.report is None for bar in bars):
        return None
    names = max(len(bar.names) for bar in bars)
    bottom = _SCORE_TOP + _SCORE_HEIGHT
    return ScoreChart(
        SCORE_LEFT + _BAR_STEP * len(bars),
        bottom + 8 + SCORE_LINE * names,
        bottom + SCORE_LINE + 2,
        tuple((_score_y(value), value) for value in GRID),
        bars,
    )


def _score_y(value: float) -> float:
    return round(_SCORE_TOP + _SCORE_HEIGHT * (1 - value / 100), 1)


def _bar(at: int, slot: Slot, lang: Language) -> PeriodBar:
    report = slot.shown if slot.shown is not None and slot.shown.secured is not None else None
    secured = 0.0 if report is None or report.secured is None else report.secured
    attainable = secured if report is None or report.attainable is None else report.attainable
    figures = dict.fromkeys(percent(each, lang) for each in (secured, attainable))
    return PeriodBar(
        slot,
        report,
        SCORE_LEFT + _BAR_STEP * at + (_BAR_STEP - BAR_WIDTH) // 2,
        _score_y(secured),
        round(_score_y(0) - _score_y(secured), 1),
        _score_y(attainable),
        round(_score_y(secured) - _score_y(attainable), 1),
        "" if report is None else "–".join(figures),
        tuple(textwrap.wrap(slot.period.name, _MOST_LETTERS)[:3]),
    )


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
    values = [v for row in points for v in (row.target, row.measured) if v is not None]
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
        path([(row.year, row.target) for row in points]),
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
        for value, above in ((row.target, high), (row.measured, not high)):
            if value is not None:
                y = place(value) - 7 if above else place(value) + _APART
                said = number(value, lang, decimals=2)
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
