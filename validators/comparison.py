"""What every comparison of shown figures needs: which to trust, and whether a number fits."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import exact
from texts import judging as say
from texts.said import Quantity, Said, phrase
from validators.doubts import Doubts
from validators.findings import Finding, Place
from validators.measures import differs, stale_figure
from validators.shown import ShownFigures
from workbooks.formulas import WITHDRAWN
from workbooks.reading.cells import Cell, CellType

TOLERANCE = 1e-6


class Comparison:
    """The shown figures beside the computed ones."""

    def __init__(
        self, figures: ShownFigures, evaluation: Evaluation, doubts: Doubts, final: bool | None
    ) -> None:
        self.figures = figures
        self.evaluation = evaluation
        self.doubts = doubts
        self.finals = (False, True) if final is None else (final,)
        """Whether it is the final report, as far as that is known."""
        self.as_computed: set[str] = set()
        """The criteria, by key, whose row is known to show what was computed."""

    def trusted_criteria(self) -> Iterator[CriterionResult]:
        """The criteria whose row has no error."""
        for goal in self.evaluation.goals:
            for result in goal.criteria:
                if result.criterion.key not in self.doubts.criteria:
                    yield result

    def first_stale(self, told: Collection[Finding]) -> list[Finding]:
        """The first figure that does not follow from the inputs and was not told of."""
        keys = self.as_computed | {each.place.key for each in told}
        stale = (
            stale_figure(self.figures, result)
            for result in self.trusted_criteria()
            if result.criterion.key not in keys
        )
        return [each for each in stale if each is not None][:1]

    def withdrawn(self, goal: GoalResult, cell: Cell) -> Iterator[Finding]:
        """A goal that has left, and is not shown so."""
        if cell.text != WITHDRAWN:
            place = Place(self.figures.goals_sheet, cell.address, goal.goal.number)
            yield differs(place, cell, WITHDRAWN)

    def total(self, address: str, low: float, high: float) -> Iterator[Finding]:
        """A total outside the range it can be in, or its repetition that is so by itself."""
        total = self.figures.totals.get(address)
        yield from self.other_number(self.figures.goals_sheet, total, (low, high))
        again = self.figures.repeated.get(address)
        shown = None if total is None else total.number
        if again is None or again.number is None or again.number != shown:
            yield from self.other_number(self.figures.report_sheet, again, (low, high))

    def other_number(
        self, sheet: str, cell: Cell | None, range_: tuple[float, ...], key: str | None = None
    ) -> Iterator[Finding]:
        """A number that is outside the range it can be in."""
        if cell is None or cell.type is CellType.BLANK:
            return
        low, high, number = range_[0], range_[-1], cell.number
        if number is not None and low - TOLERANCE <= number <= high + TOLERANCE:
            return
        place = Place(sheet, cell.address, key)
        if not self.doubts.has(place):
            yield differs(place, cell, _between(low, high))


def _between(low: float, high: float) -> Said:
    least, most = (Quantity(exact(round(number, 6))) for number in (low, high))
    return least if low == high else phrase(say.BETWEEN, low=least, high=most)
