"""Layer 6, row by row: the shown measure and state of a criterion beside the computed ones."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from resultatplan.criteria import Kind, State, judge_number
from resultatplan.evaluation import CriterionResult
from resultatplan.exact import HUNDRED, RATIO_DECIMALS, exact, rounded
from resultatplan.plan import Criterion
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Quantity, Said
from validators.findings import Finding, Place, finding
from validators.integrity import content
from validators.shown import ShownFigures
from workbooks.formulas import FULFILLED, NOT_FULFILLED, PENDING
from workbooks.reading.cells import Cell, CellType

LABELS = {
    State.FULFILLED: FULFILLED,
    State.NOT_FULFILLED: NOT_FULFILLED,
    State.PENDING: PENDING,
}
"""What a cell of Opfyldt says."""
STATES = {label: state for state, label in LABELS.items()}

_TOLERANCE = Decimal("1e-6")


def state_by_measure(figures: ShownFigures, result: CriterionResult) -> State | None:
    """The state that the shown measure gives; None where the sheet measures nothing."""
    criterion = result.criterion
    cell = figures.measures.get(criterion.key)
    if cell is None or cell.type in (CellType.BLANK, CellType.ERROR):
        return None
    target = criterion.target
    if criterion.kind is Kind.BENCHMARK:
        shown = figures.targets.get(criterion.key)
        if shown is None or shown.type in (CellType.BLANK, CellType.ERROR):
            return None
        target = _in_plan_units(shown, criterion.in_percent)
    return judge_number(criterion.kind, target, _in_plan_units(cell, criterion.in_percent))


def different_measure(figures: ShownFigures, result: CriterionResult) -> Iterator[Finding]:
    """The measure, or the benchmark, that the right state beside it cannot have come from."""
    criterion = result.criterion
    shown = ((figures.measures, result.measured), (figures.targets, result.target))
    for cells, expected in shown:
        cell = cells.get(criterion.key)
        if cell is None or _is_same(cell, expected, criterion.in_percent):
            continue
        place = Place(figures.report_sheet, cell.address, criterion.key)
        yield finding(
            codes.DIFFERENT,
            place,
            found=_shown(cell, criterion),
            expected=_expected(expected, criterion.unit),
        )


def stale_figure(figures: ShownFigures, result: CriterionResult) -> Finding | None:
    """The measure or the state that does not follow from the inputs."""
    criterion = result.criterion
    measure = figures.measures.get(criterion.key)
    if measure is not None and not _agrees(measure, result):
        place = Place(figures.report_sheet, measure.address, criterion.key)
        expected = _expected(result.measured, criterion.unit)
        return finding(codes.STALE, place, found=_shown(measure, criterion), expected=expected)
    state = figures.states.get(criterion.key)
    if state is None or state.type is CellType.BLANK or state.text == LABELS[result.state]:
        return None
    place = Place(figures.report_sheet, state.address, criterion.key)
    return finding(codes.STALE, place, found=content(state), expected=LABELS[result.state])


def differs(place: Place, cell: Cell, expected: Said) -> Finding:
    """The finding for a cell that shows what its formula cannot give."""
    return finding(codes.DIFFERENT, place, found=content(cell), expected=expected)


def _agrees(measure: Cell, result: CriterionResult) -> bool:
    """Whether a shown measure is the computed one; one that was never computed cannot disagree."""
    in_percent = result.criterion.in_percent
    return measure.type is CellType.BLANK or _is_same(measure, result.measured, in_percent)


def _shown(cell: Cell, criterion: Criterion) -> Said:
    if criterion.in_percent and cell.number is not None:
        return CellPercent(exact(cell.number))
    return content(cell)


def _expected(value: Decimal | None, unit: str | None) -> Said:
    return say.BLANK if value is None else Quantity(value, unit)


def _is_same(cell: Cell, value: Decimal | None, in_percent: bool) -> bool:
    shown = _in_plan_units(cell, in_percent)
    if shown is None or value is None:
        return shown is None and value is None and cell.type is not CellType.ERROR
    return abs(shown - value) <= _TOLERANCE


def _in_plan_units(cell: Cell, in_percent: bool) -> Decimal | None:
    if cell.number is None:
        return None
    value = rounded(exact(cell.number), RATIO_DECIMALS)
    return value * HUNDRED if in_percent else value
