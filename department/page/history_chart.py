"""Targets and results by year: the lines of each criterion, and the same as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from department.page.marks import StateMarks
from department.record import ReportRecord
from resultatplan.criteria import State
from resultatplan.evaluation import judge_history
from resultatplan.plan import Criterion, HistoryEntry, Plan
from texts import page as say
from texts.language import Language
from texts.notation import number, quantity

_LEFT, _STEP, _RIGHT = 30, 46, 10
_TOP, _HEIGHT = 26, 76
_FEWEST_POINTS = 2
_APART = 15


class Year(NamedTuple):
    """One row of the table: figures in words with the year's own unit."""

    year: int
    target: str
    result: str
    state: Markup | None
    note: str


class Label(NamedTuple):
    """A text in the drawing."""

    x: float
    y: float
    text: str


class HistoryChart(NamedTuple):
    """One criterion: the drawing (empty paths where there are too few figures) and the table."""

    key: str
    text: str
    unit: str
    width: int
    height: int
    target_path: str
    result_path: str
    labels: tuple[Label, ...]
    years: tuple[Label, ...]
    rows: tuple[Year, ...]
    summary: str

    @property
    def is_drawn(self) -> bool:
        """Whether there are enough figures in one unit for a drawing."""
        return bool(self.target_path or self.result_path)


class _Point(NamedTuple):
    year: int
    target: float | None
    result: float | None
    provisional: bool


class HistoryCharts:
    """Makes the charts of one language."""

    def __init__(self, lang: Language) -> None:
        self._lang = lang
        self._states = StateMarks(lang)

    def of(self, plan: Plan, latest: ReportRecord | None) -> tuple[HistoryChart, ...]:
        """A chart for each criterion that is judged on a number and has earlier years."""
        return tuple(
            self._chart(plan, criterion, latest)
            for criterion in plan.criteria
            if criterion.kind.is_numeric and criterion.history
        )

    def _chart(self, plan: Plan, criterion: Criterion, latest: ReportRecord | None) -> HistoryChart:
        reported = None if latest is None else latest.criteria.get(criterion.key)
        now = _Point(
            plan.year,
            _float(criterion.target) if reported is None else reported.target,
            None if reported is None else reported.measured,
            reported is not None and reported.is_provisional,
        )
        entries = [each for each in criterion.history if each.year != plan.year]
        printed = [_point(each) for each in entries if each.unit in (None, criterion.unit)]
        points = sorted([*printed, now], key=lambda each: each.year)
        rows = [self._year(criterion, each) for each in entries]
        rows.append(self._this_year(criterion, now, None if reported is None else reported.state))
        rows.sort(key=lambda each: each.year)
        return self._drawn(criterion, points, tuple(rows))

    def _drawn(
        self, criterion: Criterion, points: Sequence[_Point], rows: tuple[Year, ...]
    ) -> HistoryChart:
        first, last = points[0].year, points[-1].year
        values = [v for each in points for v in (each.target, each.result) if v is not None]
        place = _scale(values)

        def x_of(year: int) -> float:
            return _LEFT + (year - first) * _STEP

        enough = len(values) >= _FEWEST_POINTS and len(points) >= _FEWEST_POINTS
        years = range(first, last + 1)
        bottom = _TOP + _HEIGHT + 34
        return HistoryChart(
            criterion.key,
            criterion.text,
            quantity(0, criterion.unit, self._lang)[2:],
            _LEFT + (last - first) * _STEP + _LEFT + _RIGHT,
            bottom + 6,
            _path([(x_of(p.year), place(p.target)) for p in points if p.target is not None])
            if enough
            else "",
            _path([(x_of(p.year), place(p.result)) for p in points if p.result is not None])
            if enough
            else "",
            tuple(self._labels(points, x_of, place)) if enough else (),
            tuple(Label(x_of(year), bottom, str(year)) for year in years) if enough else (),
            rows,
            "; ".join(
                say.HISTORY_POINT(
                    self._lang,
                    year=each.year,
                    target=each.target or say.NO_DATA(self._lang),
                    result=each.result or say.NO_DATA(self._lang),
                )
                for each in rows
            ),
        )

    def _labels(
        self,
        points: Sequence[_Point],
        x_of: Callable[[int], float],
        place: Callable[[float], float],
    ) -> list[Label]:
        labels = []
        for point in points:
            high = point.target is not None and (
                point.result is None or point.target >= point.result
            )
            for value, above in ((point.target, high), (point.result, not high)):
                if value is None:
                    continue
                y = place(value) - 7 if above else place(value) + _APART
                said = number(value, self._lang, decimals=2)
                marked = f"[{said}]" if point.provisional else said
                labels.append(Label(x_of(point.year), round(y, 1), marked))
        return labels

    def _year(self, criterion: Criterion, entry: HistoryEntry) -> Year:
        unit = entry.unit or criterion.unit
        state = judge_history(criterion, entry)
        return Year(
            entry.year,
            self._said(_float(entry.target), unit, provisional=entry.provisional),
            self._said(_float(entry.result), unit, provisional=False),
            None if state is State.PENDING else self._states.of(state),
            entry.note or "",
        )

    def _this_year(self, criterion: Criterion, now: _Point, state: State | None) -> Year:
        return Year(
            now.year,
            self._said(now.target, criterion.unit, provisional=False),
            self._said(now.result, criterion.unit, provisional=now.provisional),
            None if state is None else self._states.of(state),
            "",
        )

    def _said(self, value: float | None, unit: str | None, *, provisional: bool) -> str:
        if value is None:
            return ""
        said = quantity(value, unit, self._lang)
        return f"[{said}]" if provisional else said


def _point(entry: HistoryEntry) -> _Point:
    measured = entry.result if entry.measured is None else entry.measured
    return _Point(entry.year, _float(entry.target), _float(measured), entry.provisional)


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))


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
