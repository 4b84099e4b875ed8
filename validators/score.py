"""RP-6xx: does the workbook show what its inputs give?

The score is always computed from the inputs; what the workbook shows is compared, never trusted.
Three cases are told apart. *Not calculated*: formulas have no values. *Stale*: the figures follow
from one another, but not from the inputs as they are now. *Different*: a figure does not follow
from the very figures the sheet shows, so the template's formula cannot have given it.

A figure that differs is told once: what rests on it may follow from what is shown, or from what
should be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import partial

from resultatplan.combinations import combine
from resultatplan.criteria import Facts, State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import HUNDRED, RATIO_DECIMALS, exact, rounded
from resultatplan.plan import Plan
from resultatplan.scales import FULL, Degree, degree_of, state_of
from resultatplan.scoring import total
from texts import findings as say
from texts.language import CellPercent, Quantity, Said, phrase
from validators.findings import Finding, Place, finding, quoted_cell
from validators.structure import Received
from workbooks.form import REPEATED_TOTALS, SECURED_CELL, Column, GoalColumn, Sheet
from workbooks.formulas import (
    BELOW_LEVEL,
    FULFILLED,
    NOT_FULFILLED,
    ON_LEVEL,
    PARTIAL,
    PENDING,
    UNKNOWN,
    WITHDRAWN,
)
from workbooks.reading.cells import Cell, CellType
from workbooks.reading.locating import LocatedTable

LABELS = {
    State.FULFILLED: FULFILLED,
    State.NOT_FULFILLED: NOT_FULFILLED,
    State.PENDING: PENDING,
    State.PARTIAL: PARTIAL,
    State.WITHDRAWN: WITHDRAWN,
}
"""What a cell of Opfyldt says."""
_PENDING_LABELS = {True: ON_LEVEL, False: BELOW_LEVEL}
_DEGREES = (Column.DEGREE, Column.LOW, Column.EXPECTED, Column.HIGH)
_ENDS = {
    GoalColumn.LOW: Column.LOW,
    GoalColumn.EXPECTED: Column.EXPECTED,
    GoalColumn.HIGH: Column.HIGH,
}
"""What a goal's three degrees come of, in the order of the totals."""
_TOLERANCE = 1e-6

Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class ShownCells:
    """The cells that the workbook's own formulas fill; a replaced formula is left out."""

    report_sheet: str
    goals_sheet: str
    rows: Mapping[str, Cells] = field(default_factory=dict)
    """Those of Afrapportering by column and criterion key; of Måltal the benchmarks'."""
    goals: Mapping[str, Cells] = field(default_factory=dict)
    """Those of Målopfyldelse by column and goal number."""
    totals: Cells = field(default_factory=dict)
    repeated: Cells = field(default_factory=dict)
    """The totals on Afrapportering, by the address of the total on Målopfyldelse; so the others."""

    @property
    def secured(self) -> float | None:
        """The total that the workbook shows, None when it shows none."""
        cell = self.totals.get(SECURED_CELL)
        return None if cell is None else cell.number


def shown_cells(received: Received) -> ShownCells:
    """What the received workbook shows."""
    keys, layout = received.blueprint.keys, received.layout
    report, goals = received.tables[layout.report.name], received.tables[layout.goals.name]
    rows, figures = (
        {str(name): _with_formula(table.filled(name, keys[table.layout.name])) for name in names}
        for table, names in (
            (report, (Column.TARGET, Column.MEASURED, *_DEGREES, Column.STATE)),
            (goals, (*_ENDS, GoalColumn.FULFILMENT, GoalColumn.CONTRIBUTION)),
        )
    )
    return ShownCells(
        Sheet.REPORT if report.sheet is None else report.sheet.name,
        Sheet.GOALS if goals.sheet is None else goals.sheet.name,
        rows,
        figures,
        _beside(goals, {address: address for address in REPEATED_TOTALS}),
        _beside(report, REPEATED_TOTALS),
    )


def _beside(table: LocatedTable, addresses: Mapping[str, str]) -> Cells:
    """Cells that stand beside a table, by name; none where the table does not stand in place."""
    if table.sheet is None or not table.is_in_place:
        return {}
    cells = table.sheet.cells
    return _with_formula((name, cells[at]) for name, at in addresses.items() if at in cells)


def _with_formula(cells: Iterable[tuple[str, Cell]]) -> Cells:
    """Those that hold a formula, reduced to the value they show."""
    return {name: cell._replace(formula=None) for name, cell in cells if cell.formula is not None}


@dataclass(frozen=True, slots=True)
class Doubts:
    """Which of the shown figures cannot be compared, since what they come from is wrong."""

    criteria: frozenset[str]
    """Criteria whose row has an error, or all when the form of Afrapportering is broken."""
    goals: frozenset[str]
    """Goals with an error in their row of Målopfyldelse."""
    weights: bool
    """Whether a weight was changed: shares and totals then follow from it."""
    places: frozenset[tuple[str | None, str | None]]
    """The cells, by sheet and address, that an error names."""


def doubts_about(
    shown: ShownCells, keys: Iterable[str], form: Iterable[Finding], typed: Iterable[Finding]
) -> Doubts:
    """The doubts that the findings about the form (RP-2xx, 3xx) and the inputs (RP-4xx) raise.

    `keys` are those of all criteria.
    """
    form = [each for each in form if each.is_error]
    named = {each.place.key for each in (*form, *typed) if each.is_error}
    is_broken = any(
        each.place.sheet == shown.report_sheet and each.place.key is None for each in form
    )
    on_goals = [each for each in form if each.place.sheet == shown.goals_sheet]
    return Doubts(
        criteria=frozenset(key for key in keys if is_broken or key in named),
        goals=frozenset(each.place.key for each in on_goals if each.place.key is not None),
        weights=any(each.code == "RP-305" for each in on_goals),
        places=frozenset((each.place.sheet, each.place.cell) for each in form),
    )


Value = Degree | str
"""What a figure is: a number in the plan's units, or a word (`afventer`, `opfyldt`)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One formula's cell beside what it should show, for `schemas.ShownFigures`."""

    place: Place
    cell: Cell
    expected: Said = ""
    """What follows from the figures beside it, or what the inputs give."""
    follows: bool = True
    counts: bool = False
    """Whether it is told when it was never calculated."""
    computed: Value | None = None
    """What the inputs give; compared where `is_compared`."""
    is_compared: bool = False
    shown: Decimal | None = None
    """The number it shows, in the plan's units."""
    in_percent: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the formula has no value."""
        return self.cell.type is CellType.BLANK

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
            return CellPercent(exact(self.cell.number))
        return quoted_cell(self.cell)


def told(failed: Sequence[tuple[str, Figure]]) -> list[Finding]:
    """The findings of one workbook, from its figures that fail and the codes of what they break.

    Of a row the first different figure is told, since the others may come of it. Stale is told of
    the first figure that is, and of none in a row that has another finding.
    """
    different: dict[object, Figure] = {}
    for code, each in failed:
        if code == "RP-603":
            different.setdefault(each.place.key or each.place, each)
    stale = [each for code, each in failed if code == "RP-602" and each.place.key not in different]
    findings = [
        finding(code, each.place, found=each.found, expected=each.expected)
        for code, figures in (("RP-603", different.values()), ("RP-602", stale[:1]))
        for each in figures
    ]
    blank = [each for code, each in failed if code == "RP-601"]
    if blank:
        place = Place(blank[0].place.sheet, SECURED_CELL)
        findings.append(finding("RP-601", place, count=str(len(blank))))
    return findings


def row_values(result: CriterionResult) -> Mapping[Column, Value]:
    """What the formulas of a criterion's row show, its measure and a benchmark's target aside."""
    if result.has_left:
        return dict.fromkeys((*_DEGREES, Column.STATE), WITHDRAWN)
    if result.withdrawn is not None:
        return {**dict.fromkeys(_DEGREES, 0), Column.STATE: NOT_FULFILLED}
    outcome, level = result.outcome, result.is_on_level
    return {
        Column.DEGREE: PENDING if outcome.current is None else outcome.current,
        Column.LOW: outcome.secured,
        Column.EXPECTED: UNKNOWN if outcome.expected is None else outcome.expected,
        Column.HIGH: outcome.attainable,
        Column.STATE: LABELS[result.state] if level is None else _PENDING_LABELS[level],
    }


def goal_values(goal: GoalResult) -> dict[GoalColumn, Value]:
    """What the formulas of a goal's row show."""
    fulfilment: Value = PENDING if goal.fulfilment is None else goal.fulfilment
    return {
        GoalColumn.LOW: goal.low,
        GoalColumn.EXPECTED: goal.expected,
        GoalColumn.HIGH: goal.high,
        GoalColumn.FULFILMENT: WITHDRAWN if goal.state is State.WITHDRAWN else fulfilment,
    }


def figures_of(shown: ShownCells, evaluation: Evaluation, doubts: Doubts) -> list[Figure]:
    """Everything the workbook shows, from the measures up to the totals, with what is expected.

    Where `doubts` says that something else is wrong, nothing is compared.
    """
    counting = (shown.totals, shown.rows[Column.STATE], shown.goals[GoalColumn.FULFILMENT])
    cells = [each for column in counting for each in column.values()]
    counted = [Figure(Place(shown.goals_sheet, each.address), each, counts=True) for each in cells]
    if counted and all(each.is_blank for each in counted):
        return counted
    workbook = _Workbook(shown, evaluation, doubts)
    return [*counted, *workbook.rows(), *workbook.goals(), *workbook.totals()]


class _Workbook:
    """The shown figures of one workbook beside the computed ones.

    A figure is right where it is what the inputs give. Else it is stale where it follows from what
    stands beside it, as it was calculated once, and different where it does not.
    """

    def __init__(self, shown: ShownCells, evaluation: Evaluation, doubts: Doubts) -> None:
        self.shown, self.evaluation, self.doubts = shown, evaluation, doubts
        self.mended: dict[tuple[str, str], Value] = {}
        """What should be shown in place of what is different, by key or number and column."""
        self.possible: dict[GoalColumn, list[Sequence[Degree]]] = {each: [] for each in _ENDS}
        """What each goal may count, for what follows from it."""

    def rows(self) -> Iterator[Figure]:
        """Measure, benchmark, degrees and state of each criterion."""
        for goal in self.evaluation.goals:
            for result in goal.criteria:
                if result.criterion.key not in self.doubts.criteria:
                    yield from self._row(goal.plan, result)

    def _row(self, plan: Plan, result: CriterionResult) -> Iterator[Figure]:
        key, values = result.criterion.key, row_values(result)
        degrees = self._by_measure(result)
        shown = self._value(self.shown.rows, Column.DEGREE, key)
        is_right = shown is not None and _same(shown, values[Column.DEGREE])
        differs = is_right and any(not _same(each, values[Column.DEGREE]) for each in degrees)
        yield from self._measures(result, differs=differs)
        found = {each: self._value(self.shown.rows, each, key) for each in _DEGREES}
        for column, computed in values.items():
            cell = _filled(self.shown.rows[column], key)
            if cell is None:
                continue
            place = Place(self.shown.report_sheet, cell.address, key)
            given = partial(_given, plan, result, column, found, degrees)
            figure = _figure(place, cell, computed, given)
            if not figure.follows:
                self.mended[key, column] = computed
            yield figure

    def _measures(self, result: CriterionResult, *, differs: bool) -> Iterator[Figure]:
        """Målt værdi and a benchmark's Måltal; `differs` where the right degree stands beside."""
        criterion = result.criterion
        computed_values = {Column.MEASURED: result.measured, Column.TARGET: result.target}
        for column, computed in computed_values.items():
            cell = self.shown.rows[column].get(criterion.key)
            if cell is None or (cell.type is CellType.BLANK and not differs):
                continue
            shown = _in_plan_units(cell, criterion.in_percent)
            is_right = cell.type is not CellType.ERROR and _same_number(shown, computed)
            yield Figure(
                Place(self.shown.report_sheet, cell.address, criterion.key),
                cell,
                say.BLANK if computed is None else Quantity(computed, criterion.unit),
                follows=is_right or not differs,
                computed=computed,
                is_compared=column is Column.MEASURED,
                shown=shown,
                in_percent=criterion.in_percent,
            )

    def _by_measure(self, result: CriterionResult) -> list[Value]:
        """The degree that the shown measure gives; empty where the sheet measures nothing."""
        criterion, target = result.criterion, result.criterion.target
        cell = _filled(self.shown.rows[Column.MEASURED], criterion.key)
        if criterion.kind.is_benchmark:
            level = _filled(self.shown.rows[Column.TARGET], criterion.key)
            if level is None or level.type is CellType.ERROR:
                return []
            target = _in_plan_units(level, criterion.in_percent)
        if cell is None or cell.type is CellType.ERROR:
            return []
        facts = Facts(target, _in_plan_units(cell, criterion.in_percent))
        degree = degree_of(criterion.kind, result.outcome.scale, facts)
        return [PENDING if degree is None else degree]

    def goals(self) -> Iterator[Figure]:
        """What each goal comes to, its fulfilment and its share."""
        for goal in self.evaluation.goals:
            number, values, sheet = goal.goal.number, goal_values(goal), self.shown.goals_sheet
            is_doubted = number in self.doubts.goals
            for column, computed in values.items():
                cell = _filled(self.shown.goals[column], number)
                ends: list[Value] = [0, FULL]
                if cell is not None and not is_doubted:
                    place, given = Place(sheet, cell.address, number), None
                    if goal.state is not State.WITHDRAWN:
                        given = partial(self._of_criteria, goal, column)
                    figure = _figure(place, cell, computed, given, is_compared=False)
                    yield figure
                    ends = [*_numbers(cell), *([] if figure.follows else [computed])]
                if column in _ENDS:
                    numbers = [each for each in ends if not isinstance(each, str)]
                    self.possible[column].append(numbers or (0, FULL))
            share = self.shown.goals[GoalColumn.CONTRIBUTION].get(number)
            if share is not None and not self.doubts.weights and not is_doubted:
                lows = self.possible[GoalColumn.LOW][-1]
                least, most = (goal.weight * float(end) / FULL for end in (min(lows), max(lows)))
                yield from self._within(sheet, share, least, most, number)

    def _of_criteria(self, goal: GoalResult, column: GoalColumn) -> list[Value] | None:
        """What a column of a goal may be, by what its criteria show or should show.

        None where one of them shows nothing that counts.
        """
        if column is GoalColumn.FULFILMENT:
            low, high = (
                self._value(self.shown.goals, each, goal.goal.number)
                for each in (GoalColumn.LOW, GoalColumn.HIGH)
            )
            if low is None or high is None:
                return None
            return [low if _same(low, high) else PENDING]
        combination = goal.plan.combinations.get(goal.goal.number)
        if combination is None:
            return []
        shown: dict[str, Degree] = {}
        mended: dict[str, Degree] = {}
        for result in goal.criteria:
            if result.has_left:
                continue
            key, short = result.criterion.key, result.criterion.short
            value = self._value(self.shown.rows, _ENDS[column], key)
            right = self.mended.get((key, _ENDS[column]))
            if value is None and right is None:
                return None
            if right is not None:
                mended[short] = 0 if isinstance(right, str) else right
            shown[short] = (
                mended[short] if value is None else 0 if isinstance(value, str) else value
            )
        return [combine(combination, each) for each in (shown, shown | mended)]

    def totals(self) -> Iterator[Figure]:
        """The totals above the table, and where Afrapportering repeats them."""
        if self.doubts.weights:
            return
        weights = [goal.weight for goal in self.evaluation.goals]
        for address, column in zip(REPEATED_TOTALS, _ENDS, strict=True):
            ends = self.possible[column]
            least, most = (total(list(map(end, ends)), weights) for end in (min, max))
            cell, again = self.shown.totals.get(address), self.shown.repeated.get(address)
            if cell is not None:
                yield from self._within(self.shown.goals_sheet, cell, least, most)
            shown = None if cell is None else cell.number
            if again is not None and (again.number is None or again.number != shown):
                yield from self._within(self.shown.report_sheet, again, least, most)

    def _within(
        self, sheet: str, cell: Cell, least: float, most: float, key: str | None = None
    ) -> Iterator[Figure]:
        """A number that follows if it is within the range it can be in."""
        if cell.type is CellType.BLANK or (sheet, cell.address) in self.doubts.places:
            return
        number = cell.number
        follows = number is not None and least - _TOLERANCE <= number <= most + _TOLERANCE
        low, high = (Quantity(exact(round(each, 6))) for each in (least, most))
        expected = low if least == most else phrase(say.BETWEEN, low=low, high=high)
        yield Figure(Place(sheet, cell.address, key), cell, expected, follows=follows)

    def _value(self, cells: Mapping[str, Cells], column: str, name: str) -> Value | None:
        """What a cell shows: a degree, or a word; None where it shows neither."""
        cell = _filled(cells[column], name)
        if cell is None or cell.type is CellType.ERROR:
            return None
        return next(iter(_numbers(cell)), cell.text)


def _given(
    plan: Plan,
    result: CriterionResult,
    column: Column,
    found: Mapping[Column, Value | None],
    by_measure: list[Value],
) -> list[Value] | None:
    """What a cell of a row may show beside the `found` degrees; None where nothing tells.

    The inputs may have been typed anew since it was calculated, the period too.
    """
    if result.withdrawn is not None:
        return []
    now, low, high = (found[each] for each in (Column.DEGREE, Column.LOW, Column.HIGH))
    if column is Column.DEGREE:
        return by_measure or None
    if column is Column.STATE:
        return None if now is None or low is None else _words(result, now, low, high)
    if column is Column.EXPECTED:
        return None
    if now is None:
        return None
    variants = (
        replace(result.outcome, as_of=each, provisional=provisional)
        for each in (None, date.min, *(each.ends for each in plan.reporting.periods))
        for provisional in (False, True)
    )
    bounds = [each.bounds(None if isinstance(now, str) else now) for each in variants]
    return [each.low if column is Column.LOW else each.high for each in bounds]


def _words(result: CriterionResult, now: Value, low: Value, high: Value | None) -> list[Value]:
    """What Opfyldt may say beside the degrees shown."""
    words: list[Value] = [PENDING] if isinstance(now, str) else []
    if not isinstance(low, str) and high is not None and _same(low, high):
        return [*words, LABELS[state_of(low)]]
    if result.criterion.kind.is_numeric and not isinstance(now, str):
        return [_PENDING_LABELS[now >= FULL]]
    return [PENDING]


def _figure(
    place: Place,
    cell: Cell,
    computed: Value,
    given: Callable[[], list[Value] | None] | None,
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
        found = [] if given is None else given()
        follows = found is None or any(_same(value, each) for each in found)
        if found and not any(_same(computed, each) for each in found):
            best = found[0]
    said = best if isinstance(best, str) else Quantity(Decimal(best))
    return Figure(
        place, cell, said, follows, computed=computed, is_compared=is_compared, shown=shown
    )


def _filled(cells: Cells, name: str) -> Cell | None:
    """A cell that shows something."""
    cell = cells.get(name)
    return None if cell is None or cell.type is CellType.BLANK else cell


def _numbers(cell: Cell) -> list[Degree]:
    """The degree that a cell shows; empty where it is none."""
    number = cell.number
    return [] if number is None or not 0 <= number <= FULL else [exact(number)]


def _same(one: Value, other: Value) -> bool:
    """Whether two figures are the same but for the last digits."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return abs(float(one) - float(other)) <= _TOLERANCE


def _same_number(one: Decimal | None, other: Decimal | None) -> bool:
    return one is other if one is None or other is None else _same(one, other)


def _in_plan_units(cell: Cell, in_percent: bool) -> Decimal | None:
    if cell.number is None:
        return None
    value = rounded(exact(cell.number), RATIO_DECIMALS)
    return value * HUNDRED if in_percent else value
