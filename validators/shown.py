"""Layer 6: does the workbook show what its inputs give?

The score is always computed from the inputs; what the workbook shows is compared, never trusted.
Three cases are told apart. *Not calculated*: the formulas have no values. *Stale*: the figures
follow from one another, but not from the inputs as they are now. *Different*: a figure does not
follow from the very figures the sheet shows, so the template's formula cannot have given it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from resultatplan.criteria import State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import HUNDRED, exact
from resultatplan.rules import judge_rule
from resultatplan.scoring import attainable, fulfilment, secured
from texts import catalogue as codes
from texts import judging as say
from texts.said import Quantity, Said
from validators.findings import Finding, Place, finding
from validators.integrity import content
from validators.structure import Received
from workbooks.formulas import FULFILLED, NOT_FULFILLED, PENDING
from workbooks.layout import ATTAINABLE_CELL, SECURED_CELL, Column, GoalColumn, Sheet
from workbooks.reading.cells import Cell, CellType

_LABELS = {
    State.FULFILLED: FULFILLED,
    State.NOT_FULFILLED: NOT_FULFILLED,
    State.PENDING: PENDING,
}
_STATES = {label: state for state, label in _LABELS.items()}
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """The values that the workbook's own formulas show; a replaced formula is left out."""

    report_sheet: str
    goals_sheet: str
    measures: dict[str, Cell]
    states: dict[str, Cell]
    """By criterion key."""
    fulfilments: dict[str, Cell]
    """By goal number."""
    totals: dict[str, Cell]
    """By the address of the total."""

    @property
    def secured(self) -> float | None:
        """The total that the workbook shows, None when it shows none."""
        total = self.totals.get(SECURED_CELL)
        return None if total is None else total.number

    def uncalculated(self) -> int:
        """How many formulas have no value."""
        shown = (self.states, self.fulfilments, self.totals)
        return sum(cell.type is CellType.BLANK for cells in shown for cell in cells.values())


def shown_figures(received: Received) -> ShownFigures:
    """What the received workbook shows."""
    plan, layout = received.plan, received.layout
    report = received.tables[layout.report.name].sheet
    goals = received.tables[layout.goals.name]
    criteria = [criterion.key for criterion in plan.criteria]
    totals: dict[str, Cell | None] = {}
    if goals.sheet is not None and goals.is_in_place:
        cells = goals.sheet.cells
        totals = {address: cells.get(address) for address in (SECURED_CELL, ATTAINABLE_CELL)}
    return ShownFigures(
        report_sheet=Sheet.REPORT if report is None else report.name,
        goals_sheet=Sheet.GOALS if goals.sheet is None else goals.sheet.name,
        measures=_computed({key: received.report_cell(key, Column.MEASURED) for key in criteria}),
        states=_computed({key: received.report_cell(key, Column.STATE) for key in criteria}),
        fulfilments=_computed(
            {
                goal.number: received.goal_cell(goal.number, GoalColumn.FULFILMENT)
                for goal in plan.goals
            }
        ),
        totals=_computed(totals),
    )


def _computed(cells: dict[str, Cell | None]) -> dict[str, Cell]:
    """Those that hold a formula, reduced to the value they show."""
    return {
        name: Cell(cell.row, cell.column, cell.type, cell.value)
        for name, cell in cells.items()
        if cell is not None and cell.formula is not None
    }


def check_shown(
    figures: ShownFigures, evaluation: Evaluation, doubtful: frozenset[str], *, final: bool
) -> list[Finding]:
    """Compare the shown figures with the computed ones.

    `doubtful` are the criteria whose rows have errors: there the sheet computes from what the
    validator refused, so nothing is compared.
    """
    missing = figures.uncalculated()
    if missing:
        place = Place(figures.goals_sheet, SECURED_CELL)
        return [finding(codes.NOT_CALCULATED, place, count=str(missing))]
    stale = next(_stale(figures, evaluation, doubtful), None)
    return [*_different(figures, evaluation, final), *([stale] if stale else [])]


def _different(figures: ShownFigures, evaluation: Evaluation, final: bool) -> Iterator[Finding]:
    """Goals that do not follow from the shown states, totals not from the shown goals."""
    shown: list[int | None] = []
    for goal in evaluation.goals:
        cell = figures.fulfilments.get(goal.goal.number)
        states = _shown_states(figures, goal)
        if cell is None or states is None:
            continue
        expected = fulfilment(judge_rule(goal.goal.rule_tree, states), final=final)
        is_readable, value = _fulfilment(cell)
        if not is_readable or value != expected:
            place = Place(figures.goals_sheet, cell.address, goal.goal.number)
            text = PENDING if expected is None else str(expected)
            yield _differs(place, cell, text)
        if is_readable:
            shown.append(value)
    if len(shown) == len(evaluation.goals):
        yield from _different_totals(figures, shown, [goal.weight for goal in evaluation.goals])


def _shown_states(figures: ShownFigures, goal: GoalResult) -> dict[str, State] | None:
    """The goal's states as Afrapportering shows them; None where one cannot be read."""
    states: dict[str, State] = {}
    for result in goal.criteria:
        cell = figures.states.get(result.criterion.key)
        if cell is None or cell.text not in _STATES:
            return None
        states[result.criterion.short] = _STATES[cell.text]
    return states


def _different_totals(
    figures: ShownFigures, shown: list[int | None], weights: list[float]
) -> Iterator[Finding]:
    for address, compute in ((SECURED_CELL, secured), (ATTAINABLE_CELL, attainable)):
        cell = figures.totals.get(address)
        if cell is None:
            continue
        expected = compute(shown, weights)
        if cell.number is None or abs(cell.number - expected) > _TOLERANCE:
            place = Place(figures.goals_sheet, address)
            yield _differs(place, cell, Quantity(exact(round(expected, 6))))


def _stale(
    figures: ShownFigures, evaluation: Evaluation, doubtful: frozenset[str]
) -> Iterator[Finding]:
    """Measures and states that do not follow from the inputs, from the top."""
    for goal in evaluation.goals:
        for result in goal.criteria:
            if result.criterion.key in doubtful:
                continue
            found = _stale_measure(figures, result) or _stale_state(figures, result)
            if found is not None:
                yield found


def _stale_measure(figures: ShownFigures, result: CriterionResult) -> Finding | None:
    criterion = result.criterion
    cell = figures.measures.get(criterion.key)
    if cell is None:
        return None
    shown = _measured(cell, criterion.in_percent)
    if shown is None or result.measured is None:
        is_same = shown is None and result.measured is None and cell.type is not CellType.ERROR
    else:
        is_same = abs(shown - result.measured) <= Decimal("1e-6")
    if is_same:
        return None
    expected: Said = say.BLANK
    if result.measured is not None:
        expected = Quantity(result.measured, criterion.unit)
    return _is_stale(figures, criterion.key, cell, expected)


def _stale_state(figures: ShownFigures, result: CriterionResult) -> Finding | None:
    cell = figures.states.get(result.criterion.key)
    expected = _LABELS[result.state]
    if cell is None or cell.text == expected:
        return None
    return _is_stale(figures, result.criterion.key, cell, expected)


def _is_stale(figures: ShownFigures, key: str, cell: Cell, expected: Said) -> Finding:
    place = Place(figures.report_sheet, cell.address, key)
    return finding(codes.STALE, place, found=content(cell), expected=expected)


def _differs(place: Place, cell: Cell, expected: Said) -> Finding:
    return finding(codes.DIFFERENT, place, found=content(cell), expected=expected)


def _fulfilment(cell: Cell) -> tuple[bool, int | None]:
    """Whether a cell of Opfyldelse holds one of its three values, and which."""
    if cell.text == PENDING:
        return True, None
    if cell.number in (0.0, 100.0):
        return True, int(cell.number or 0)
    return False, None


def _measured(cell: Cell, in_percent: bool) -> Decimal | None:
    if cell.number is None:
        return None
    value = exact(cell.number)
    return value * HUNDRED if in_percent else value
