"""Layer 6: does the workbook show what its inputs give?

The score is always computed from the inputs; what the workbook shows is compared, never trusted.
Three cases are told apart. *Not calculated*: formulas have no values. *Stale*: the figures follow
from one another, but not from the inputs as they are now. *Different*: a figure does not follow
from the very figures the sheet shows, so the template's formula cannot have given it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resultatplan.criteria import State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import exact
from resultatplan.rules import judge_rule
from resultatplan.scoring import FULL, attainable, fulfilment, secured
from texts import catalogue as codes
from texts import judging as say
from texts.said import Quantity, Said, phrase
from validators.doubts import Doubts
from validators.findings import Finding, Place, finding
from validators.measures import (
    LABELS,
    STATES,
    different_measure,
    differs,
    stale_figure,
    state_by_measure,
)
from validators.shown import ShownFigures
from workbooks.formulas import PENDING
from workbooks.layout import ATTAINABLE_CELL, SECURED_CELL
from workbooks.reading.cells import Cell, CellType

_TOLERANCE = 1e-6

Fulfilment = int | None
"""100, 0, or None: pending."""


@dataclass(frozen=True, slots=True)
class _Goal:
    """What was found about a goal, and the fulfilments that the totals may build on."""

    possible: list[Fulfilment]
    findings: list[Finding] = field(default_factory=list)


def check_shown(
    figures: ShownFigures, evaluation: Evaluation, doubts: Doubts, *, final: bool | None
) -> list[Finding]:
    """Compare the shown figures with the computed ones.

    Where `doubts` says that something else is wrong, nothing is compared. `final` is None while
    the period is not known for sure.
    """
    findings: list[Finding] = []
    missing = figures.uncalculated()
    if missing:
        place = Place(figures.goals_sheet, SECURED_CELL)
        findings.append(finding(codes.NOT_CALCULATED, place, count=str(missing)))
        if missing == figures.formulas():
            return findings
    return [*findings, *_Comparison(figures, evaluation, doubts, final).findings()]


class _Comparison:
    """From the measures up to the totals. A figure that differs is told once: what follows from
    it may follow from what is shown or from what should be shown."""

    def __init__(
        self, figures: ShownFigures, evaluation: Evaluation, doubts: Doubts, final: bool | None
    ) -> None:
        self.figures = figures
        self.evaluation = evaluation
        self.doubts = doubts
        self.final = final
        self.differing: dict[str, State] = {}
        """The states that should be shown in place of others, by criterion key."""

    def findings(self) -> Iterator[Finding]:
        """What differs, and the first figure that is stale."""
        told = list(self._states())
        yield from told
        yield from self._goals_and_totals()
        keys = {each.place.key for each in told}
        stale = (
            stale_figure(self.figures, result)
            for result in self._trusted_criteria()
            if result.criterion.key not in keys
        )
        yield from [each for each in stale if each is not None][:1]

    def _trusted_criteria(self) -> Iterator[CriterionResult]:
        for goal in self.evaluation.goals:
            for result in goal.criteria:
                if result.criterion.key not in self.doubts.criteria:
                    yield result

    def _states(self) -> Iterator[Finding]:
        """States that are none, or do not fit the measure beside them."""
        for result in self._trusted_criteria():
            key = result.criterion.key
            cell = self.figures.states.get(key)
            if cell is None or cell.type is CellType.BLANK:
                continue
            follows = state_by_measure(self.figures, result)
            if cell.text == LABELS[result.state] and follows not in (None, result.state):
                yield from different_measure(self.figures, result)
                continue
            expected = follows or (None if cell.text in STATES else result.state)
            if expected is not None and cell.text != LABELS[expected]:
                self.differing[key] = expected
                place = Place(self.figures.report_sheet, cell.address, key)
                yield differs(place, cell, LABELS[expected])

    def _goals_and_totals(self) -> Iterator[Finding]:
        possible: list[list[Fulfilment]] = []
        for goal in self.evaluation.goals:
            found = self._goal(goal)
            yield from found.findings
            possible.append(found.possible)
        if not self.doubts.weights:
            yield from self._totals(possible)

    def _goal(self, goal: GoalResult) -> _Goal:
        """Whether a goal follows from the shown states, and its share from the goal."""
        number = goal.goal.number
        cell = self.figures.fulfilments.get(number)
        if cell is None or cell.type is CellType.BLANK or number in self.doubts.goals:
            return _Goal([0, FULL])
        follows, shown = self._by_states(goal), _fulfilments(cell)
        if shown and (not follows or shown[0] in follows):
            share = goal.weight if shown == [FULL] else 0.0
            return _Goal(shown, list(self._share(number, share)))
        expected = follows or [goal.fulfilment]
        place = Place(self.figures.goals_sheet, cell.address, number)
        finding = differs(place, cell, _label(expected[0]))
        return _Goal([*shown, *expected], [finding])

    def _by_states(self, goal: GoalResult) -> list[Fulfilment]:
        """What the goal's formula can give of the states shown; empty where one cannot be read."""
        shown: dict[str, State] = {}
        for result in goal.criteria:
            cell = self.figures.states.get(result.criterion.key)
            state = STATES.get(cell.text or "") if cell else None
            state = state or self.differing.get(result.criterion.key)
            if state is None:
                return []
            shown[result.criterion.short] = state
        mended = {
            result.criterion.short: self.differing[result.criterion.key]
            for result in goal.criteria
            if result.criterion.key in self.differing
        }
        states = [judge_rule(goal.goal.rule_tree, each) for each in (shown, shown | mended)]
        finals = (False, True) if self.final is None else (self.final,)
        return [fulfilment(state, final=final) for state in states for final in finals]

    def _share(self, goal: str, expected: float) -> Iterator[Finding]:
        if not self.doubts.weights:
            cell = self.figures.contributions.get(goal)
            yield from self._other_number(self.figures.goals_sheet, cell, (expected,), goal)

    def _totals(self, possible: Sequence[Sequence[Fulfilment]]) -> Iterator[Finding]:
        """Totals that do not follow from the shown goals, and where they are repeated."""
        weights = [goal.weight for goal in self.evaluation.goals]
        for address, compute in ((SECURED_CELL, secured), (ATTAINABLE_CELL, attainable)):
            low = compute([min(each, key=_value) for each in possible], weights)
            high = compute([max(each, key=_value) for each in possible], weights)
            total = self.figures.totals.get(address)
            yield from self._other_number(self.figures.goals_sheet, total, (low, high))
            again = self.figures.repeated.get(address)
            shown = None if total is None else total.number
            if again is None or again.number is None or again.number != shown:
                yield from self._other_number(self.figures.report_sheet, again, (low, high))

    def _other_number(
        self, sheet: str, cell: Cell | None, range_: tuple[float, ...], key: str | None = None
    ) -> Iterator[Finding]:
        """A number that is outside the range it can be in."""
        if cell is None or cell.type is CellType.BLANK:
            return
        place, number = Place(sheet, cell.address, key), cell.number
        if self.doubts.has(place):
            return
        low, high = range_[0], range_[-1]
        if number is None or not low - _TOLERANCE <= number <= high + _TOLERANCE:
            yield differs(place, cell, _between(low, high))


def _between(low: float, high: float) -> Said:
    least, most = (Quantity(exact(round(number, 6))) for number in (low, high))
    return least if low == high else phrase(say.BETWEEN, low=least, high=most)


def _label(value: Fulfilment) -> str:
    return PENDING if value is None else str(value)


def _value(fulfilment: Fulfilment) -> float:
    """Pending stands between: it is 0 in the secured total and 100 in the attainable one."""
    return FULL / 2 if fulfilment is None else fulfilment


def _fulfilments(cell: Cell) -> list[Fulfilment]:
    """The fulfilment that a cell of Opfyldelse shows, none where it is none."""
    if cell.text == PENDING:
        return [None]
    return [int(cell.number)] if cell.number in (0.0, float(FULL)) else []
