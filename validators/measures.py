"""Layer 6, row by row: the shown measure and state of a criterion beside the computed ones."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from resultatplan.criteria import Kind, State, judge_number
from resultatplan.evaluation import CriterionResult
from resultatplan.exact import HUNDRED, RATIO_DECIMALS, exact, rounded
from resultatplan.plan import Criterion
from resultatplan.scales import Degree, Facts, degree_of
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Quantity, Said
from validators.findings import Finding, Place, finding
from validators.integrity import content
from validators.shown import ShownFigures
from workbooks.formulas import FULFILLED, NOT_FULFILLED, PARTIAL, PENDING, WITHDRAWN
from workbooks.reading.cells import Cell, CellType

LABELS = {
    State.FULFILLED: FULFILLED,
    State.NOT_FULFILLED: NOT_FULFILLED,
    State.PENDING: PENDING,
    State.PARTIAL: PARTIAL,
    State.WITHDRAWN: WITHDRAWN,
}
"""What a cell of Opfyldt says."""
STATES = {FULFILLED: State.FULFILLED, NOT_FULFILLED: State.NOT_FULFILLED, PENDING: State.PENDING}
"""What a formula there can give where nothing is met in part."""

_TOLERANCE = Decimal("1e-6")


def shows_computed(figures: ShownFigures, result: CriterionResult) -> bool:
    """Whether a row shows state, measure and benchmark to the last digit as they are computed.

    Then its state follows from its measure, and nothing there is stale.
    """
    criterion = result.criterion
    state = figures.states.get(criterion.key)
    if state is None or state.text != LABELS[result.state] or result.withdrawn is not None:
        return False
    for cells, computed in ((figures.measures, result.measured), (figures.targets, result.target)):
        cell = cells.get(criterion.key)
        if cell is not None and not _is_exactly(cell, computed, criterion.in_percent):
            return False
    return True


def state_by_measure(figures: ShownFigures, result: CriterionResult) -> State | None:
    """The state that the shown measure gives; None where the sheet measures nothing."""
    shown = _shown_numbers(figures, result.criterion)
    if shown is None:
        return None
    return judge_number(result.criterion.kind, shown.target, shown.measured)


def degree_by_measure(figures: ShownFigures, result: CriterionResult) -> list[Degree | None]:
    """The degree that the shown measure gives; empty where the sheet measures nothing."""
    shown = _shown_numbers(figures, result.criterion)
    return [] if shown is None else [degree_of(result.criterion.kind, result.scale, shown)]


def _shown_numbers(figures: ShownFigures, criterion: Criterion) -> Facts | None:
    """The target and the measure that the sheet shows, in the plan's units."""
    cell = figures.measures.get(criterion.key)
    if cell is None or cell.type in (CellType.BLANK, CellType.ERROR):
        return None
    target = criterion.target
    if criterion.kind is Kind.BENCHMARK:
        shown = figures.targets.get(criterion.key)
        if shown is None or shown.type in (CellType.BLANK, CellType.ERROR):
            return None
        target = _in_plan_units(shown, criterion.in_percent)
    return Facts(target, _in_plan_units(cell, criterion.in_percent))


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
        return _stale_degree(figures, result)
    place = Place(figures.report_sheet, state.address, criterion.key)
    return finding(codes.STALE, place, found=content(state), expected=LABELS[result.state])


def _stale_degree(figures: ShownFigures, result: CriterionResult) -> Finding | None:
    cell = figures.degrees.get(result.criterion.key)
    if cell is None or cell.type is CellType.BLANK or shows_degree(cell, result):
        return None
    place = Place(figures.report_sheet, cell.address, result.criterion.key)
    return finding(codes.STALE, place, found=content(cell), expected=degree_words(result.degree))


def shows_degree(cell: Cell, result: CriterionResult) -> bool:
    """Whether a cell of Grad shows the computed degree."""
    if result.state is State.WITHDRAWN:
        return cell.text == WITHDRAWN
    if result.degree is None:
        return cell.text == PENDING
    return is_number(cell, result.degree)


def is_number(cell: Cell, value: Degree) -> bool:
    """Whether a cell shows this number, but for the last digits."""
    return cell.number is not None and abs(exact(cell.number) - value) <= _TOLERANCE


def degree_words(value: Degree | None) -> Said:
    """A degree or a fulfilment as its cell shows it."""
    return PENDING if value is None else Quantity(Decimal(value))


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


def _is_exactly(cell: Cell, value: Decimal | None, in_percent: bool) -> bool:
    return cell.type is not CellType.ERROR and _in_plan_units(cell, in_percent) == value


def _in_plan_units(cell: Cell, in_percent: bool) -> Decimal | None:
    if cell.number is None:
        return None
    value = rounded(exact(cell.number), RATIO_DECIMALS)
    return value * HUNDRED if in_percent else value
