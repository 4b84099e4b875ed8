"""Layer 6 for plans whose criteria can be met in part: degrees, intervals of goals, totals.

As in `validators.comparing` a figure that differs is told once: what follows from it may follow
from what is shown or from what should be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from resultatplan.combinations import Interval, combine
from resultatplan.criteria import State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import exact
from resultatplan.scales import FULL, Degree, state_of
from resultatplan.scoring import total
from texts.said import Quantity
from validators.comparison import TOLERANCE, Comparison
from validators.doubts import Doubts
from validators.findings import Finding, Place
from validators.measures import (
    LABELS,
    degree_by_measure,
    degree_words,
    different_measure,
    differs,
    shows_degree,
)
from validators.shown import ShownFigures
from workbooks.form import ATTAINABLE_CELL, SECURED_CELL
from workbooks.formulas import PENDING
from workbooks.reading.cells import Cell, CellType

_ANYTHING: tuple[Degree, ...] = (0, FULL)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What a goal's Sikret and Opnåelig may be, for what follows from them."""

    lows: Sequence[Degree]
    highs: Sequence[Degree]


class DegreeComparison(Comparison):
    """From the measures up to the totals."""

    def __init__(
        self, figures: ShownFigures, evaluation: Evaluation, doubts: Doubts, final: bool | None
    ) -> None:
        super().__init__(figures, evaluation, doubts, final)
        self.differing: dict[str, Degree | None] = {}
        """The degrees that should be shown in place of others, by criterion key."""

    def findings(self) -> Iterator[Finding]:
        """What differs, and the first figure that is stale."""
        told = [each for result in self.trusted_criteria() for each in self._criterion(result)]
        yield from told
        bounds: list[_Bounds] = []
        for goal in self.evaluation.goals:
            found, findings = self._goal(goal)
            yield from findings
            bounds.append(found)
        if not self.doubts.weights:
            yield from self._totals(bounds)
        yield from self.first_stale(told)

    def _criterion(self, result: CriterionResult) -> Iterator[Finding]:
        """A degree that does not fit the measure beside it, or a state that fits no degree."""
        key = result.criterion.key
        cell, shown = self.figures.degrees.get(key), self._shown_degree(result)
        follows = degree_by_measure(self.figures, result)
        if cell is not None and cell.type is not CellType.BLANK:
            if follows and shows_degree(cell, result) and not _same(follows[0], result.degree):
                yield from different_measure(self.figures, result)
                return
            fits = [each for each in shown if not follows or _same(each, follows[0])]
            if not fits and result.state is State.WITHDRAWN:
                yield self._differs(cell, key, result)
            elif not fits:
                self.differing[key] = (follows or [result.degree])[0]
                place = Place(self.figures.report_sheet, cell.address, key)
                yield differs(place, cell, degree_words(self.differing[key]))
        yield from self._state(result, shown)

    def _state(self, result: CriterionResult, shown: Sequence[Degree | None]) -> Iterator[Finding]:
        key = result.criterion.key
        cell = self.figures.states.get(key)
        if cell is None or cell.type is CellType.BLANK:
            return
        known = [*shown, *([self.differing[key]] if key in self.differing else [])]
        states = [state_of(each) for each in known] or [result.state]
        if result.state is State.WITHDRAWN:
            states = [State.WITHDRAWN]
        if cell.text not in [LABELS[state] for state in states]:
            place = Place(self.figures.report_sheet, cell.address, key)
            yield differs(place, cell, LABELS[states[-1]])

    def _differs(self, cell: Cell, key: str, result: CriterionResult) -> Finding:
        place = Place(self.figures.report_sheet, cell.address, key)
        return differs(place, cell, LABELS[result.state])

    def _shown_degree(self, result: CriterionResult) -> list[Degree | None]:
        """The degree that Grad shows; empty where it shows none."""
        cell = self.figures.degrees.get(result.criterion.key)
        if cell is None:
            return []
        if result.state is State.WITHDRAWN:
            return [None] if cell.text == LABELS[State.WITHDRAWN] else []
        return _degrees(cell)

    def _goal(self, goal: GoalResult) -> tuple[_Bounds, list[Finding]]:
        """What the goal comes to by the shown degrees, its fulfilment and its share by that."""
        number = goal.goal.number
        shown = self.figures.fulfilments.get(number)
        if number in self.doubts.goals:
            return _Bounds(_ANYTHING, _ANYTHING), []
        if goal.state is State.WITHDRAWN:
            findings = [] if shown is None else list(self.withdrawn(goal, shown))
            return _Bounds((0,), (0,)), findings
        intervals = self._intervals(goal)
        lows, low = self._bound(
            self.figures.lows, number, [each.low for each in intervals], goal.low
        )
        highs, high = self._bound(
            self.figures.highs, number, [each.high for each in intervals], goal.high
        )
        # Both ends come from the same degrees: told once.
        findings = [*(low or high), *self._fulfilment(number, lows, highs)]
        return _Bounds(lows, highs), [*findings, *self._share(goal, lows)]

    def _intervals(self, goal: GoalResult) -> list[Interval]:
        """What the goal's formulas can give of the degrees shown; empty where one is no degree."""
        degrees: dict[str, Degree | None] = {}
        mended: dict[str, Degree | None] = {}
        for result in goal.criteria:
            if result.state is State.WITHDRAWN:
                continue
            key, short = result.criterion.key, result.criterion.short
            shown = self._shown_degree(result)
            if key in self.differing:
                mended[short] = self.differing[key]
            elif not shown:
                return []
            degrees[short] = shown[0] if shown else mended[short]
        combination = goal.plan.combinations[goal.goal.number]
        found = [combine(combination, each) for each in (degrees, degrees | mended)]
        return [
            Interval(low, low if final else high) for low, high in found for final in self.finals
        ]

    def _bound(
        self, cells: dict[str, Cell], number: str, follows: Sequence[Degree], computed: Degree
    ) -> tuple[Sequence[Degree], list[Finding]]:
        """One end of a goal's interval: what it may be, and whether the cell shows another."""
        cell = cells.get(number)
        if cell is None or cell.type is CellType.BLANK:
            return follows or _ANYTHING, []
        shown = [each for each in _degrees(cell) if each is not None]
        if shown and (not follows or any(_same(shown[0], each) for each in follows)):
            return shown, []
        expected = follows[0] if follows else computed
        place = Place(self.figures.goals_sheet, cell.address, number)
        return [*shown, expected], [differs(place, cell, Quantity(Decimal(expected)))]

    def _fulfilment(
        self, number: str, lows: Sequence[Degree], highs: Sequence[Degree]
    ) -> Iterator[Finding]:
        cell = self.figures.fulfilments.get(number)
        if cell is None or cell.type is CellType.BLANK:
            return
        follows = [low if _same(low, high) else None for low in lows for high in highs]
        shown = _degrees(cell)
        if not shown or not any(_same(shown[0], each) for each in follows):
            place = Place(self.figures.goals_sheet, cell.address, number)
            yield differs(place, cell, degree_words(follows[-1]))

    def _share(self, goal: GoalResult, lows: Sequence[Degree]) -> Iterator[Finding]:
        if not self.doubts.weights:
            number = goal.goal.number
            cell = self.figures.contributions.get(number)
            least, most = (goal.weight * float(end) / FULL for end in (min(lows), max(lows)))
            yield from self.other_number(self.figures.goals_sheet, cell, (least, most), number)

    def _totals(self, bounds: Sequence[_Bounds]) -> Iterator[Finding]:
        weights = [goal.weight for goal in self.evaluation.goals]
        for address, ends in (
            (SECURED_CELL, [each.lows for each in bounds]),
            (ATTAINABLE_CELL, [each.highs for each in bounds]),
        ):
            least, most = (total(list(map(pick, ends)), weights) for pick in (min, max))
            yield from self.total(address, least, most)


def _degrees(cell: Cell) -> list[Degree | None]:
    """The degree that a cell shows, pending as None; empty where it is none."""
    if cell.text == PENDING:
        return [None]
    number = cell.number
    return [] if number is None or not 0 <= number <= FULL else [exact(number)]


def _same(one: Degree | None, other: Degree | None) -> bool:
    """Whether two figures are the same but for the last digits."""
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= TOLERANCE
