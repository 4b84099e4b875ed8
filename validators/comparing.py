"""Layer 6: does the workbook show what its inputs give?

The score is always computed from the inputs; what the workbook shows is compared, never trusted.
Three cases are told apart. *Not calculated*: formulas have no values. *Stale*: the figures follow
from one another, but not from the inputs as they are now. *Different*: a figure does not follow
from the very figures the sheet shows, so the template's formula cannot have given it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resultatplan.combinations import ByRule
from resultatplan.criteria import State
from resultatplan.evaluation import Evaluation, GoalResult
from resultatplan.rules import judge_rule
from resultatplan.scales import FULL, Degree
from resultatplan.scoring import attainable, fulfilment, secured
from texts import catalogue as codes
from validators.comparing_degrees import DegreeComparison
from validators.comparison import Comparison
from validators.doubts import Doubts
from validators.findings import Finding, Place, finding
from validators.measures import (
    LABELS,
    STATES,
    different_measure,
    differs,
    shows_computed,
    state_by_measure,
)
from validators.shown import ShownFigures
from workbooks.form import ATTAINABLE_CELL, SECURED_CELL
from workbooks.formulas import PENDING
from workbooks.reading.cells import Cell, CellType

Fulfilment = Degree | None
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
    is_binary = evaluation.goals[0].plan.is_binary
    comparison = _StateComparison if is_binary else DegreeComparison
    return [*findings, *comparison(figures, evaluation, doubts, final).findings()]


class _StateComparison(Comparison):
    """From the measures up to the totals. A figure that differs is told once: what follows from
    it may follow from what is shown or from what should be shown."""

    def __init__(
        self, figures: ShownFigures, evaluation: Evaluation, doubts: Doubts, final: bool | None
    ) -> None:
        super().__init__(figures, evaluation, doubts, final)
        self.differing: dict[str, State] = {}
        """The states that should be shown in place of others, by criterion key."""

    def findings(self) -> Iterator[Finding]:
        """What differs, and the first figure that is stale."""
        told = list(self._states())
        yield from told
        yield from self._goals_and_totals()
        yield from self.first_stale(told)

    def _states(self) -> Iterator[Finding]:
        """States that are none, or do not fit the measure beside them."""
        for result in self.trusted_criteria():
            key = result.criterion.key
            if shows_computed(self.figures, result):
                self.as_computed.add(key)
                continue
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
        if goal.state is State.WITHDRAWN:
            return _Goal([0], list(self.withdrawn(goal, cell)))
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
        if all(each.criterion.key in self.as_computed for each in goal.criteria):
            return [fulfilment(goal.state, final=final) for final in self.finals]
        shown: dict[str, State] = {}
        for result in goal.criteria:
            if result.state is State.WITHDRAWN:
                continue
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
        combination = goal.plan.combinations[goal.goal.number]
        rule = combination.rule if isinstance(combination, ByRule) else goal.goal.rule_tree
        states = [judge_rule(rule, each) for each in (shown, shown | mended)]
        return [fulfilment(state, final=final) for state in states for final in self.finals]

    def _share(self, goal: str, expected: float) -> Iterator[Finding]:
        if not self.doubts.weights:
            cell = self.figures.contributions.get(goal)
            yield from self.other_number(self.figures.goals_sheet, cell, (expected,), goal)

    def _totals(self, possible: Sequence[Sequence[Fulfilment]]) -> Iterator[Finding]:
        """Totals that do not follow from the shown goals, and where they are repeated."""
        weights = [goal.weight for goal in self.evaluation.goals]
        ordered = [sorted(each, key=_value) for each in possible]
        lows, highs = [each[0] for each in ordered], [each[-1] for each in ordered]
        for address, compute in ((SECURED_CELL, secured), (ATTAINABLE_CELL, attainable)):
            low = compute(lows, weights)
            high = low if highs == lows else compute(highs, weights)
            yield from self.total(address, low, high)


def _label(value: Fulfilment) -> str:
    return PENDING if value is None else str(value)


def _value(fulfilment: Fulfilment) -> float:
    """Pending stands between: it is 0 in the secured total and 100 in the attainable one."""
    return float(FULL / 2 if fulfilment is None else fulfilment)


def _fulfilments(cell: Cell) -> list[Fulfilment]:
    """The fulfilment that a cell of Opfyldelse shows, none where it is none."""
    if cell.text == PENDING:
        return [None]
    return [int(cell.number)] if cell.number in (0.0, float(FULL)) else []
