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


@dataclass(frozen=True)
class Shown:
    """What the workbook shows: its total (None when not calculated), and the findings about it."""

    secured: float | None
    findings: tuple[Finding, ...]


def check_shown(
    received: Received, evaluation: Evaluation, doubtful: frozenset[str], *, final: bool
) -> Shown:
    """Compare the shown figures with the computed ones.

    `doubtful` are the criteria whose rows have errors: there the sheet computes from what the
    validator refused, so nothing is compared.
    """
    return _Comparison(received, evaluation, doubtful, final).shown()


class _Comparison:
    def __init__(
        self,
        received: Received,
        evaluation: Evaluation,
        doubtful: frozenset[str],
        final: bool,
    ) -> None:
        self.received = received
        self.evaluation = evaluation
        self.doubtful = doubtful
        self.final = final

    def shown(self) -> Shown:
        total = self._total_cell(SECURED_CELL)
        blank = [cell for cell in self._computed_cells() if cell.type is CellType.BLANK]
        if blank:
            place = Place(self._goals_sheet_name(), SECURED_CELL)
            note = finding(codes.NOT_CALCULATED, place, count=str(len(blank)))
            return Shown(_number(total), (note,))
        different = list(self._different())
        stale = next(self._stale(), None)
        return Shown(_number(total), (*different, *([stale] if stale else [])))

    def _computed_cells(self) -> Iterator[Cell]:
        for goal in self.evaluation.goals:
            for result in goal.criteria:
                cell = self.received.report_cell(result.criterion.key, Column.STATE)
                if cell is not None and cell.formula is not None:
                    yield cell
            cell = self.received.goal_cell(goal.goal.number, GoalColumn.FULFILMENT)
            if cell is not None and cell.formula is not None:
                yield cell
        for address in (SECURED_CELL, ATTAINABLE_CELL):
            cell = self._total_cell(address)
            if cell is not None and cell.formula is not None:
                yield cell

    def _total_cell(self, address: str) -> Cell | None:
        sheet = self.received.sheets.get(Sheet.GOALS)
        table = self.received.tables[self.received.layout.goals.name]
        if sheet is None or not table.is_in_place:
            return None
        return sheet.cells.get(address)

    def _goals_sheet_name(self) -> str:
        sheet = self.received.sheets.get(Sheet.GOALS)
        return Sheet.GOALS if sheet is None else sheet.name

    def _different(self) -> Iterator[Finding]:
        """Goals that do not follow from the shown states, totals not from the shown goals."""
        shown: list[int | None] = []
        whole = True
        for goal in self.evaluation.goals:
            cell = self.received.goal_cell(goal.goal.number, GoalColumn.FULFILMENT)
            states = self._shown_states(goal)
            if cell is None or cell.formula is None or states is None:
                whole = False
                continue
            expected = fulfilment(judge_rule(goal.goal.rule_tree, states), final=self.final)
            value = _fulfilment(cell)
            if value != (True, expected):
                place = Place(self._goals_sheet_name(), cell.address, goal.goal.number)
                yield _different(place, cell, _fulfilment_text(expected))
            whole = whole and value[0]
            shown.append(value[1])
        if whole:
            yield from self._different_totals(shown)

    def _shown_states(self, goal: GoalResult) -> dict[str, State] | None:
        """The goal's states as Afrapportering shows them; None where one cannot be read."""
        states: dict[str, State] = {}
        for result in goal.criteria:
            cell = self.received.report_cell(result.criterion.key, Column.STATE)
            if cell is None or cell.formula is None or cell.text not in _STATES:
                return None
            states[result.criterion.short] = _STATES[cell.text]
        return states

    def _different_totals(self, shown: list[int | None]) -> Iterator[Finding]:
        weights = self.received.plan.weights
        for address, compute in ((SECURED_CELL, secured), (ATTAINABLE_CELL, attainable)):
            cell = self._total_cell(address)
            if cell is None or cell.formula is None:
                continue
            expected = compute(shown, weights)
            if cell.number is None or abs(cell.number - expected) > _TOLERANCE:
                place = Place(self._goals_sheet_name(), address)
                yield _different(place, cell, Quantity(exact(round(expected, 6))))

    def _stale(self) -> Iterator[Finding]:
        """Measures and states that do not follow from the inputs, from the top."""
        for goal in self.evaluation.goals:
            for result in goal.criteria:
                if result.criterion.key in self.doubtful:
                    continue
                found = self._stale_measure(result) or self._stale_state(result)
                if found is not None:
                    yield found

    def _stale_measure(self, result: CriterionResult) -> Finding | None:
        criterion = result.criterion
        cell = self.received.report_cell(criterion.key, Column.MEASURED)
        if cell is None or cell.formula is None or not criterion.kind.is_numeric:
            return None
        shown = _measured(cell, criterion.in_percent)
        if shown is not None and result.measured is not None:
            if abs(shown - result.measured) <= Decimal("1e-6"):
                return None
        elif shown is None and result.measured is None and cell.type is not CellType.ERROR:
            return None
        expected: Said = ""
        if result.measured is not None:
            expected = Quantity(result.measured, criterion.unit)
        return self._stale_finding(criterion.key, cell, expected)

    def _stale_state(self, result: CriterionResult) -> Finding | None:
        cell = self.received.report_cell(result.criterion.key, Column.STATE)
        expected = _LABELS[result.state]
        if cell is None or cell.formula is None or cell.text == expected:
            return None
        return self._stale_finding(result.criterion.key, cell, expected)

    def _stale_finding(self, key: str, cell: Cell, expected: Said) -> Finding:
        sheet = self.received.tables[self.received.layout.report.name].sheet
        name = Sheet.REPORT if sheet is None else sheet.name
        return finding(
            codes.STALE,
            Place(name, cell.address, key),
            found=_cell_text(cell),
            expected=expected or "»«",
        )


def _different(place: Place, cell: Cell, expected: Said) -> Finding:
    return finding(codes.DIFFERENT, place, found=_cell_text(cell), expected=expected)


def _cell_text(cell: Cell) -> Said:
    """The value a cell shows, whatever formula it has."""
    return content(Cell(cell.row, cell.column, cell.type, cell.value))


def _number(cell: Cell | None) -> float | None:
    return None if cell is None else cell.number


def _fulfilment(cell: Cell) -> tuple[bool, int | None]:
    """Whether a cell of Opfyldelse holds one of its three values, and which."""
    if cell.text == PENDING:
        return True, None
    if cell.number in (0.0, 100.0):
        return True, int(cell.number or 0)
    return False, None


def _fulfilment_text(value: int | None) -> str:
    return PENDING if value is None else str(value)


def _measured(cell: Cell, in_percent: bool) -> Decimal | None:
    if cell.number is None:
        return None
    value = exact(cell.number)
    return value * HUNDRED if in_percent else value
