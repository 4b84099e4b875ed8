"""RP-6xx: does the workbook show what its inputs give?

The score is always computed from the inputs; what the workbook shows is compared, never trusted.
Three cases are told apart. *Not calculated*: formulas have no values. *Stale*: the figures follow
from one another, but not from the inputs as they are now. *Different*: a figure does not follow
from the very figures the sheet shows, so the template's formula cannot have given it.

A figure that differs is told once: what rests on it may follow from what is shown, or from what
should be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial

from resultatplan.combinations import interval_of
from resultatplan.criteria import Facts
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import HUNDRED, RATIO_DECIMALS, exact, rounded
from resultatplan.plan import Plan
from resultatplan.scales import FULL, OPEN, Interval, degree_of, state_of
from resultatplan.scoring import total
from texts import findings as say
from texts.language import Said, phrase, said_count, said_percent, said_quantity
from validators.figures import (
    LABELS,
    PENDING_LABELS,
    Doubts,
    Value,
    goal_values,
    how_many,
    row_values,
    total_values,
)
from validators.findings import Finding, Place, finding, quoted_cell
from validators.report import DEGREES, ENDS, Cells, ShownCells
from workbooks.form import REPEATED_TOTALS, SECURED_CELL, Column, GoalColumn
from workbooks.formulas import PENDING
from workbooks.reading.cells import Cell, CellType

TOLERANCE = 1e-6
"""What two computations of a figure may differ by."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One formula's cell beside what it should show, for `schemas.ShownFigures`."""

    place: Place
    cell: Cell
    expected: Said
    """What follows from the figures beside it, or what the inputs give."""
    follows: bool
    computed: Value | None
    """What the inputs give; compared where `is_compared`."""
    is_compared: bool = False
    shown: Decimal | None = None
    """The number it shows, in the plan's units."""
    in_percent: bool = False

    @property
    def shown_word(self) -> str:
        """What stands there instead of a number; where a number belongs no text counts."""
        is_error = self.cell.type is CellType.ERROR
        if self.shown is not None or not (isinstance(self.computed, str) or is_error):
            return ""
        return str(self.cell.value)

    @property
    def found(self) -> Said:
        """What it shows, in words."""
        if self.in_percent and self.cell.number is not None:
            return said_percent(self.cell.number)
        return quoted_cell(self.cell)


def uncalculated(shown: ShownCells) -> list[Finding]:
    """What is told of figures that count and were never calculated."""
    blank = sum(each.type is CellType.BLANK for each in shown.counting)
    place = Place(shown.goals_sheet, SECURED_CELL)
    cells = said_count(blank, say.ONE_CELL, say.CELLS)
    return [finding("RP-601", place, cells=cells)] if blank else []


def told(failed: Sequence[tuple[str, Figure]]) -> list[Finding]:
    """The findings of one workbook, from its figures that fail and the codes of what they break.

    Of a row, and of the totals of a sheet, the first different figure is told, since the others may
    come of it. Stale is told of the first figure that is, and of none in a row that has another
    finding.
    """
    different: dict[str | None, Figure] = {}
    for code, each in failed:
        if code == "RP-603":
            different.setdefault(each.place.key or each.place.sheet, each)
    stale = [each for code, each in failed if code == "RP-602" and each.place.key not in different]
    return [
        finding(code, each.place, found=each.found, expected=each.expected)
        for code, figures in (("RP-603", different.values()), ("RP-602", stale[:1]))
        for each in figures
    ]


def figures_of(shown: ShownCells, evaluation: Evaluation, doubts: Doubts) -> list[Figure]:
    """Everything the workbook shows, from the measures up to the totals, with what is expected.

    Where `doubts` says that something else is wrong, nothing is compared.
    """
    counting = shown.counting
    if counting and all(each.type is CellType.BLANK for each in counting):
        return []  # Told as such.
    workbook = _Workbook(shown, evaluation, doubts)
    return [*workbook.rows(), *workbook.goals(), *workbook.totals()]


class _Workbook:
    """The shown figures of one workbook beside the computed ones.

    A figure is right where it is what the inputs give. Else it is stale where it follows from what
    stands beside it, as it was calculated once, and different where it does not.
    """

    def __init__(self, shown: ShownCells, evaluation: Evaluation, doubts: Doubts) -> None:
        self.shown, self.evaluation, self.doubts = shown, evaluation, doubts
        self.of_criteria: dict[tuple[str, str], Interval] = {}
        self.of_goals: dict[tuple[str, str], Interval] = {}
        """What each may come to for what rests on it, by key or number and by column."""

    def rows(self) -> Iterator[Figure]:
        """Measure, benchmark, degrees and state of each criterion."""
        for goal in self.evaluation.goals:
            for result in goal.criteria:
                yield from self._row(goal.plan, result)

    def _row(self, plan: Plan, result: CriterionResult) -> Iterator[Figure]:
        key, values = result.criterion.key, row_values(result)
        is_doubted = key in self.doubts.criteria
        found = {each: _value(self.shown.rows[each].get(key)) for each in DEGREES}
        by_measure = self._by_measure(result)
        if not is_doubted:
            shown, right = found[Column.DEGREE], values[Column.DEGREE]
            is_right = shown is not None and _same(shown, right)
            differs = is_right and by_measure is not None and not _same(by_measure, right)
            yield from self._measures(result, differs=differs)
        for column, computed in values.items():
            cell, figure = _filled(self.shown.rows[column], key), None
            if cell is not None and not is_doubted:
                place = Place(self.shown.report_sheet, cell.address, key)
                given = partial(_given, plan, result, column, found, by_measure)
                figure = _figure(place, cell, computed, given)
                yield figure
            if column in found:
                self.of_criteria[key, column] = _possible(found[column], figure)

    def _measures(self, result: CriterionResult, *, differs: bool) -> Iterator[Figure]:
        """Målt værdi and a benchmark's Måltal; `differs` where the right degree stands beside."""
        criterion = result.criterion
        computed_values = {Column.MEASURED: result.measured, Column.TARGET: result.target}
        for column, computed in computed_values.items():
            cell = _filled(self.shown.rows[column], criterion.key)
            if cell is None:
                continue
            shown = _in_plan_units(cell, criterion.in_percent)
            is_right = cell.type is not CellType.ERROR and _same_number(shown, computed)
            yield Figure(
                Place(self.shown.report_sheet, cell.address, criterion.key),
                cell,
                say.BLANK if computed is None else said_quantity(computed, criterion.unit),
                follows=is_right or not differs,
                computed=computed,
                is_compared=column is Column.MEASURED,
                shown=shown,
                in_percent=criterion.in_percent,
            )

    def _by_measure(self, result: CriterionResult) -> Value | None:
        """The degree that the shown measure gives; None where the sheet measures nothing."""
        criterion, target = result.criterion, result.criterion.target
        cell = _filled(self.shown.rows[Column.MEASURED], criterion.key)
        if criterion.kind.is_benchmark:
            level = _filled(self.shown.rows[Column.TARGET], criterion.key)
            if level is None or level.type is CellType.ERROR:
                return None
            target = _in_plan_units(level, criterion.in_percent)
        if cell is None or cell.type is CellType.ERROR:
            return None
        facts = Facts(target, _in_plan_units(cell, criterion.in_percent), criterion.target_to)
        degree = degree_of(criterion.kind, result.outcome.scale, facts)
        return PENDING if degree is None else degree

    def goals(self) -> Iterator[Figure]:
        """What each goal comes to, its fulfilment and its share."""
        for goal in self.evaluation.goals:
            number, sheet = goal.goal.number, self.shown.goals_sheet
            is_doubted = number in self.doubts.goals
            is_shaken = any(each.criterion.key in self.doubts.criteria for each in goal.criteria)
            for column, computed in goal_values(goal).items():
                cell, figure = _filled(self.shown.goals[column], number, is_shaken), None
                if cell is not None and not is_doubted:
                    place = Place(sheet, cell.address, number)
                    if isinstance(computed, str) or column not in ENDS:
                        given = partial(self._fulfilment, goal)
                        figure = _figure(place, cell, computed, given, is_compared=False)
                    else:
                        least, most = self._by_criteria(goal, ENDS[column])
                        figure = _between(place, cell, float(computed), float(least), float(most))
                    yield figure
                if column in ENDS:
                    shown = None if is_doubted else _value(cell)
                    self.of_goals[number, column] = _possible(shown, figure)
            share = _filled(self.shown.goals[GoalColumn.CONTRIBUTION], number, is_shaken)
            if share is not None and not self.doubts.weights and not is_doubted:
                low, high = self.of_goals[number, GoalColumn.LOW]
                shares = (goal.weight * float(each) / FULL for each in (goal.low, low, high))
                yield _between(Place(sheet, share.address, number), share, *shares)

    def _by_criteria(self, goal: GoalResult, column: Column) -> Interval:
        """What a goal may come to, by what its criteria show or should show."""
        combination = goal.plan.combinations.get(goal.goal.number)
        if combination is None:
            return Interval(0, 0)
        staying = [each.criterion for each in goal.criteria if not each.has_left]
        shown = {each.short: self.of_criteria[each.key, column] for each in staying}
        return interval_of(combination, shown)

    def _fulfilment(self, goal: GoalResult) -> list[Value] | None:
        """What Opfyldelse may be beside the goal's bounds; None where they do not tell."""
        if goal.state.has_left:
            return []
        low, high = (
            _value(self.shown.goals[each].get(goal.goal.number))
            for each in (GoalColumn.LOW, GoalColumn.HIGH)
        )
        if low is None or high is None:
            return None
        return [low if _same(low, high) else PENDING]

    def totals(self) -> Iterator[Figure]:
        """The totals above the table, and where Afrapportering repeats them."""
        if self.doubts.weights:
            return
        right = total_values(self.evaluation)
        is_shaken = bool(self.doubts.criteria or self.doubts.goals)
        follows = self._by_counting() if self.evaluation.score is None else self._by_goals()
        for address, computed, (least, most) in zip(REPEATED_TOTALS, right, follows, strict=True):
            cell, again = (
                _filled(cells, address, is_shaken)
                for cells in (self.shown.totals, self.shown.repeated)
            )
            if cell is not None:
                yield from self._total(self.shown.goals_sheet, cell, computed, least, most)
            if again is not None and (cell is None or again.value != cell.value):
                if cell is not None and cell.number is not None:
                    least = most = cell.number
                yield from self._total(self.shown.report_sheet, again, computed, least, most)

    def _by_goals(self) -> Iterator[tuple[float, float]]:
        """What each total may be, by what the goals show."""
        goals = self.evaluation.goals
        weights = [goal.weight for goal in goals]
        for column in ENDS:
            ends = [self.of_goals[each.goal.number, column] for each in goals]
            least, most = (total(each, weights) for each in zip(*ends, strict=True))
            yield least, most

    def _by_counting(self) -> Iterator[tuple[float, float]]:
        """How many goals the sheet may count, by what they show or should show."""
        cells, doubted = self.shown.goals[GoalColumn.FULFILMENT], len(self.doubts.goals)
        shown = [_value(cells.get(goal.goal.number)) for goal in self.evaluation.goals]
        for pair in zip(total_values(self.evaluation), how_many(shown), strict=True):
            yield min(pair) - doubted, max(pair) + doubted

    def _total(
        self, sheet: str, cell: Cell, computed: float, least: float, most: float
    ) -> Iterator[Figure]:
        if (sheet, cell.address) not in self.doubts.places:
            yield _between(Place(sheet, cell.address), cell, computed, least, most)


def _given(
    plan: Plan,
    result: CriterionResult,
    column: Column,
    found: Mapping[Column, Value | None],
    by_measure: Value | None,
) -> list[Value] | None:
    """What a cell of a row may show beside the `found` degrees; None where nothing tells.

    The inputs may have been typed anew since it was calculated, the period too.
    """
    if result.ruling is not None:
        return []
    now, low, high = (found[each] for each in (Column.DEGREE, Column.LOW, Column.HIGH))
    decided = low if low is not None and high is not None and _same(low, high) else None
    if column is Column.DEGREE:
        return None if by_measure is None else [by_measure]
    if column is Column.EXPECTED:
        return None if decided is None else [decided]
    if now is None:
        return None
    if column is Column.STATE:
        if isinstance(now, str):
            return [PENDING]
        if decided is not None:
            return None if isinstance(decided, str) else [LABELS[state_of(decided)]]
        return [PENDING_LABELS[now >= FULL] if result.criterion.kind.is_numeric else PENDING]
    degree = None if isinstance(now, str) else now
    undated = replace(result.outcome, facts=result.outcome.facts._replace(delivered=None))
    bounds = [
        replace(undated, as_of=ends, provisional=provisional).bounds(degree)
        for ends in (None, date.min, *(each.ends for each in plan.reporting.periods))
        for provisional in (False, True)
    ]
    return [each.low if column is Column.LOW else each.high for each in bounds]


def _figure(
    place: Place,
    cell: Cell,
    computed: Value,
    given: Callable[[], list[Value] | None],
    *,
    is_compared: bool = True,
) -> Figure:
    """A figure that should show a number or a word.

    `given` tells what follows from what stands beside it (None: nothing tells), and is asked where
    the figure is not what the inputs give.
    """
    shown = None if cell.number is None else exact(cell.number)
    value: Value = (cell.text or "") if shown is None else shown
    best, follows = computed, cell.type is not CellType.ERROR and _same(value, computed)
    if not follows:
        found = given()
        follows = found is None or any(_same(value, each) for each in found)
        if found and not any(_same(computed, each) for each in found):
            best = found[0]
    said = best if isinstance(best, str) else said_quantity(best)
    return Figure(
        place, cell, said, follows, computed=computed, is_compared=is_compared, shown=shown
    )


def _between(place: Place, cell: Cell, computed: float, least: float, most: float) -> Figure:
    """A number that follows where it lies within what it can be, or is what the inputs give."""
    number, off = cell.number, TOLERANCE
    follows = number is not None and (
        least - off <= number <= most + off or abs(number - computed) <= off
    )
    low, high = (said_quantity(round(each, 6)) for each in (least, most))
    said = low if least == most else phrase(say.BETWEEN, low=low, high=high)
    return Figure(place, cell, said, follows, computed=exact(computed))


def _possible(shown: Value | None, figure: Figure | None) -> Interval:
    """What a degree counts for what rests on it: as shown, and as it should where it differs.

    A word counts nothing; where nothing is shown that counts, anything may.
    """
    right = None if figure is None or figure.follows else figure.computed
    counting = [0 if isinstance(each, str) else each for each in (shown, right) if each is not None]
    return Interval(min(counting), max(counting)) if counting else OPEN


def _filled(cells: Cells, name: str, is_shaken: bool = False) -> Cell | None:
    """A cell that shows something; where what it rests on `is_shaken`, no error: that is told."""
    cell = cells.get(name)
    says_nothing = (CellType.BLANK, CellType.ERROR) if is_shaken else (CellType.BLANK,)
    return None if cell is None or cell.type in says_nothing else cell


def _value(cell: Cell | None) -> Value | None:
    """What a cell shows: a degree, or a word; None where it shows neither."""
    if cell is None or cell.type is CellType.ERROR:
        return None
    number = cell.number
    if number is None:
        return cell.text
    return exact(number) if 0 <= number <= FULL else None


def _same(one: Value, other: Value) -> bool:
    """Whether two figures are the same but for the last digits."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return abs(float(one) - float(other)) <= TOLERANCE


def _same_number(one: Decimal | None, other: Decimal | None) -> bool:
    return one is other if one is None or other is None else _same(one, other)


def _in_plan_units(cell: Cell, in_percent: bool) -> Decimal | None:
    if cell.number is None:
        return None
    value = rounded(exact(cell.number), RATIO_DECIMALS)
    return value * HUNDRED if in_percent else value
