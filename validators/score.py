"""RP-6xx: does the workbook show what its inputs give?

The score is always computed from the inputs; what the workbook shows is compared, never trusted.
Three cases are told apart. *Not calculated*: formulas have no values. *Stale*: the figures follow
from one another, but not from the inputs as they are now. *Different*: a figure does not follow
from the very figures the sheet shows, so the template's formula cannot have given it.

Every plan is looked at in degrees, 0 to 100: where nothing can be met in part, `opfyldt` is 100.
A figure that differs is told once: what rests on it may follow from what is shown, or from what
should be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from resultatplan.combinations import Interval, combine
from resultatplan.criteria import Kind, State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import HUNDRED, RATIO_DECIMALS, exact, rounded
from resultatplan.scales import FULL, Degree, Facts, degree_of, state_of
from resultatplan.scoring import total
from texts import findings as say
from texts.language import CellPercent, Quantity, Said, phrase
from validators.findings import Finding, Place, finding, quoted_cell
from validators.structure import Received
from workbooks.form import (
    ATTAINABLE_CELL,
    REPEATED_TOTALS,
    SECURED_CELL,
    Column,
    GoalColumn,
    Sheet,
)
from workbooks.formulas import FULFILLED, NOT_FULFILLED, PARTIAL, PENDING, WITHDRAWN
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
_DEGREE_OF_LABEL: dict[str, Degree | None] = {FULFILLED: FULL, NOT_FULFILLED: 0, PENDING: None}
_TOLERANCE = 1e-6
_ANYTHING: tuple[Degree, ...] = (0, FULL)

Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class ShownCells:
    """The cells that the workbook's own formulas fill; a replaced formula is left out."""

    report_sheet: str
    goals_sheet: str
    columns: Mapping[Column | GoalColumn, Cells] = field(default_factory=dict)
    """By criterion key or goal number; of Måltal the benchmarks', which are reported."""
    totals: Cells = field(default_factory=dict)
    repeated: Cells = field(default_factory=dict)
    """The totals on Afrapportering, by the address of the total on Målopfyldelse; so the others."""

    def of(self, column: Column | GoalColumn) -> Cells:
        """The cells of a column; none where the plan has no such column."""
        return self.columns.get(column, {})

    @property
    def secured(self) -> float | None:
        """The total that the workbook shows, None when it shows none."""
        cell = self.totals.get(SECURED_CELL)
        return None if cell is None else cell.number


_OF_CRITERIA = (Column.TARGET, Column.MEASURED, Column.STATE, Column.DEGREE)
_OF_GOALS = (GoalColumn.FULFILMENT, GoalColumn.CONTRIBUTION, GoalColumn.LOW, GoalColumn.HIGH)
_COUNTED = (Column.STATE, Column.DEGREE, GoalColumn.FULFILMENT, GoalColumn.LOW, GoalColumn.HIGH)
"""The columns whose blank formulas are counted, beside the totals."""


def shown_cells(received: Received) -> ShownCells:
    """What the received workbook shows."""
    keys, layout = received.blueprint.keys, received.layout
    report, goals = received.tables[layout.report.name], received.tables[layout.goals.name]
    columns: dict[Column | GoalColumn, Cells] = {}
    for table, names in ((report, _OF_CRITERIA), (goals, _OF_GOALS)):
        for name in names:
            columns[name] = _with_formula(table.filled(name, keys[table.layout.name]))
    return ShownCells(
        Sheet.REPORT if report.sheet is None else report.sheet.name,
        Sheet.GOALS if goals.sheet is None else goals.sheet.name,
        columns,
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
    is_compared: bool = False
    """Whether it is compared with what the inputs give."""
    shown: Decimal | None = None
    computed: Degree | None = None
    computed_word: str = ""
    in_percent: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the formula has no value."""
        return self.cell.type is CellType.BLANK

    @property
    def shown_word(self) -> str:
        """What stands there instead of a number; beside a number to come no text counts."""
        is_error = self.cell.type is CellType.ERROR
        if self.shown is not None or (not self.computed_word and not is_error):
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

    Stale is told of the first figure that is, and of none in a row that has another finding.
    """
    different = [each for code, each in failed if code == "RP-603"]
    findings = [
        finding("RP-603", each.place, found=each.found, expected=each.expected)
        for each in different
    ]
    blank = [each for code, each in failed if code == "RP-601"]
    if blank:
        place = Place(blank[-1].place.sheet, SECURED_CELL)
        findings.append(finding("RP-601", place, count=str(len(blank))))
    keys = {each.place.key for each in different}
    stale = [each for code, each in failed if code == "RP-602" and each.place.key not in keys]
    findings += [
        finding("RP-602", each.place, found=each.found, expected=each.expected)
        for each in stale[:1]
    ]
    return findings


def figures_of(
    shown: ShownCells, evaluation: Evaluation, doubts: Doubts, *, final: bool | None
) -> list[Figure]:
    """Everything the workbook shows, from the measures up to the totals, with what is expected.

    Where `doubts` says that something else is wrong, nothing is compared. `final` is None while
    the period is not known for sure.
    """
    cells = [(shown.goals_sheet, each) for each in shown.totals.values()]
    for column in _COUNTED:
        sheet = shown.report_sheet if isinstance(column, Column) else shown.goals_sheet
        cells += [(sheet, each) for each in shown.of(column).values()]
    counted = [
        Figure(Place(shown.goals_sheet, cell.address), cell, counts=True) for _, cell in cells
    ]
    if counted and all(each.is_blank for each in counted):
        return counted
    return [*counted, *_Workbook(shown, evaluation, doubts, final).figures()]


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What a goal's least and greatest fulfilment may be, for what follows from them."""

    lows: Sequence[Degree]
    highs: Sequence[Degree]


class _Workbook:
    """The shown figures of one workbook beside the computed ones."""

    def __init__(
        self, shown: ShownCells, evaluation: Evaluation, doubts: Doubts, final: bool | None
    ) -> None:
        self.shown = shown
        self.evaluation = evaluation
        self.doubts = doubts
        self.finals = (False, True) if final is None else (final,)
        """Whether it is the final report, as far as that is known."""
        self.in_degrees = not evaluation.goals[0].plan.is_binary
        """Whether the workbook has a column Grad, and Sikret and Opnåelig."""
        self.mended: dict[str, Degree | None] = {}
        """The degrees that should be shown in place of others, by criterion key."""

    def figures(self) -> Iterator[Figure]:
        for goal in self.evaluation.goals:
            for result in goal.criteria:
                if result.criterion.key not in self.doubts.criteria:
                    yield from self._criterion(result)
        bounds: list[_Bounds] = []
        for goal in self.evaluation.goals:
            found, figures = self._goal(goal)
            bounds.append(found)
            yield from figures
        if not self.doubts.weights:
            yield from self._totals(bounds)

    def _criterion(self, result: CriterionResult) -> Iterator[Figure]:
        """Measure, benchmark, state and degree of a criterion."""
        key, follows = result.criterion.key, self._by_measure(result)
        name = Column.DEGREE if self.in_degrees else Column.STATE
        cell = self.shown.of(name).get(key)
        degrees = self._shown_degree(result)
        is_right = bool(degrees) and _same(degrees[0], result.degree)
        measure_differs = is_right and bool(follows) and not _same(follows[0], result.degree)
        yield from self._measures(result, differs=measure_differs)
        fits = measure_differs or any(not follows or _same(each, follows[0]) for each in degrees)
        expected = (follows or [result.degree])[0]
        is_blank = cell is None or cell.type is CellType.BLANK
        if not is_blank and not fits and result.state is not State.WITHDRAWN:
            self.mended[key] = expected
        if self.in_degrees and not measure_differs:
            yield from self._state(result, degrees)
        if cell is not None and not is_blank:
            told = result.degree if fits else expected
            yield self._degree_figure(result, name, cell, told, follows=fits)

    def _degree_figure(
        self,
        result: CriterionResult,
        name: Column,
        cell: Cell,
        expected: Degree | None,
        *,
        follows: bool,
    ) -> Figure:
        place = Place(self.shown.report_sheet, cell.address, result.criterion.key)
        if result.state is State.WITHDRAWN:
            word: str | None = LABELS[result.state]
        elif name is Column.STATE:
            word = LABELS[state_of(expected)]
        else:
            word = PENDING if expected is None else None
        number = None if word is not None else expected
        return _figure(place, cell, number, word, follows=follows, compared=True)

    def _state(self, result: CriterionResult, degrees: Sequence[Degree | None]) -> Iterator[Figure]:
        """Opfyldt, where a column Grad says it too."""
        key = result.criterion.key
        cell = self.shown.of(Column.STATE).get(key)
        if cell is None or cell.type is CellType.BLANK:
            return
        known = [*degrees, *([self.mended[key]] if key in self.mended else [])]
        states = [state_of(each) for each in known] or [result.state]
        if result.state is State.WITHDRAWN:
            states = [State.WITHDRAWN]
        follows = cell.text in [LABELS[state] for state in states]
        word = LABELS[result.state if follows else states[-1]]
        place = Place(self.shown.report_sheet, cell.address, key)
        yield _figure(place, cell, None, word, follows=follows, compared=True)

    def _measures(self, result: CriterionResult, *, differs: bool) -> Iterator[Figure]:
        """Målt værdi and a benchmark's Måltal; `differs` where the right degree stands beside."""
        criterion = result.criterion
        for name, computed in (
            (Column.MEASURED, result.measured),
            (Column.TARGET, result.target),
        ):
            cell = self.shown.of(name).get(criterion.key)
            is_stale_too = name is Column.MEASURED
            if cell is None or (cell.type is CellType.BLANK and not differs):
                continue
            shown = _in_plan_units(cell, criterion.in_percent)
            is_right = (shown is None and computed is None and cell.type is not CellType.ERROR) or (
                shown is not None and computed is not None and _same(shown, computed)
            )
            expected = say.BLANK if computed is None else Quantity(computed, criterion.unit)
            place = Place(self.shown.report_sheet, cell.address, criterion.key)
            yield Figure(
                place,
                cell,
                expected,
                follows=is_right or not differs,
                is_compared=is_stale_too,
                shown=shown,
                computed=computed,
                in_percent=criterion.in_percent,
            )

    def _by_measure(self, result: CriterionResult) -> list[Degree | None]:
        """The degree that the shown measure gives; empty where the sheet measures nothing."""
        criterion, target = result.criterion, result.criterion.target
        cell = self.shown.of(Column.MEASURED).get(criterion.key)
        if cell is None or cell.type in (CellType.BLANK, CellType.ERROR):
            return []
        if criterion.kind is Kind.BENCHMARK:
            level = self.shown.of(Column.TARGET).get(criterion.key)
            if level is None or level.type in (CellType.BLANK, CellType.ERROR):
                return []
            target = _in_plan_units(level, criterion.in_percent)
        facts = Facts(target, _in_plan_units(cell, criterion.in_percent))
        return [degree_of(criterion.kind, result.scale, facts)]

    def _shown_degree(self, result: CriterionResult) -> list[Degree | None]:
        """The degree that Grad shows, or Opfyldt where there is no Grad; empty where none."""
        name = Column.DEGREE if self.in_degrees else Column.STATE
        cell = self.shown.of(name).get(result.criterion.key)
        if cell is None:
            return []
        if result.state is State.WITHDRAWN:
            return [None] if cell.text == WITHDRAWN else []
        if self.in_degrees:
            return _degrees(cell)
        label = cell.text
        return [_DEGREE_OF_LABEL[label]] if label in _DEGREE_OF_LABEL else []

    def _goal(self, goal: GoalResult) -> tuple[_Bounds, list[Figure]]:
        """What the goal comes to by the shown degrees, its fulfilment and its share by that."""
        number = goal.goal.number
        cell = self.shown.of(GoalColumn.FULFILMENT).get(number)
        is_blank = cell is None or cell.type is CellType.BLANK
        if number in self.doubts.goals or (is_blank and not self.in_degrees):
            return _Bounds(_ANYTHING, _ANYTHING), []
        if goal.state is State.WITHDRAWN:
            nothing = _Bounds((0,), (0,))
            return nothing, [] if cell is None else [self._withdrawn(number, cell)]
        figures: list[Figure] = []
        intervals = self._intervals(goal)
        lows, low = self._bound(GoalColumn.LOW, number, [each.low for each in intervals], goal.low)
        highs, high = self._bound(
            GoalColumn.HIGH, number, [each.high for each in intervals], goal.high
        )
        figures += (low or high)[:1]  # Both ends come from the same degrees: told once.
        follows = True
        if cell is not None and not is_blank:
            values = self._values(intervals, lows, highs)
            expected = values[0] if intervals else goal.fulfilment
            shown = _degrees(cell)
            follows = bool(shown) and any(_same(shown[0], each) for each in values)
            place = Place(self.shown.goals_sheet, cell.address, number)
            word = PENDING if expected is None else None
            figures.append(_figure(place, cell, expected, word, follows=follows))
            if not self.in_degrees:
                known = shown if follows else [*shown, *values]
                lows = [0 if each is None else each for each in known]
                highs = [FULL if each is None else each for each in known]
        share = self.shown.of(GoalColumn.CONTRIBUTION).get(number)
        if share is not None and not self.doubts.weights and (follows or self.in_degrees):
            ends = [goal.weight * float(end) / FULL for end in (min(lows), max(lows))]
            figures += self._within(self.shown.goals_sheet, share, ends[0], ends[1], number)
        return _Bounds(lows, highs), figures

    def _values(
        self, intervals: Sequence[Interval], lows: Sequence[Degree], highs: Sequence[Degree]
    ) -> list[Degree | None]:
        """What Opfyldelse may show."""
        if self.in_degrees or not intervals:
            pairs = [(low, high) for low in lows for high in highs]
        else:
            pairs = [*intervals]
        return [low if _same(low, high) else None for low, high in pairs]

    def _withdrawn(self, number: str, cell: Cell) -> Figure:
        place = Place(self.shown.goals_sheet, cell.address, number)
        return _figure(place, cell, None, WITHDRAWN, follows=cell.text == WITHDRAWN)

    def _intervals(self, goal: GoalResult) -> list[Interval]:
        """What the goal's formulas can give of the degrees shown; empty where one is no degree."""
        degrees: dict[str, Degree | None] = {}
        mended: dict[str, Degree | None] = {}
        for result in goal.criteria:
            if result.state is State.WITHDRAWN:
                continue
            key, short = result.criterion.key, result.criterion.short
            shown = self._shown_degree(result)
            if key in self.mended:
                mended[short] = self.mended[key]
            elif not shown:
                return []
            degrees[short] = shown[0] if shown else mended[short]
        combination = goal.plan.combinations[goal.goal.number]
        found = [combine(combination, each) for each in (degrees, degrees | mended)]
        return [
            Interval(low, low if final else high) for low, high in found for final in self.finals
        ]

    def _bound(
        self, column: GoalColumn, number: str, follows: Sequence[Degree], computed: Degree
    ) -> tuple[Sequence[Degree], list[Figure]]:
        """One end of a goal's interval: what it may be, and the cell where it shows another."""
        cell = self.shown.of(column).get(number)
        if cell is None or cell.type is CellType.BLANK:
            return follows or _ANYTHING, []
        shown = [each for each in _degrees(cell) if each is not None]
        if shown and (not follows or any(_same(shown[0], each) for each in follows)):
            return shown, []
        expected = follows[0] if follows else computed
        place = Place(self.shown.goals_sheet, cell.address, number)
        return [expected, *shown], [_figure(place, cell, expected, None, follows=False)]

    def _totals(self, bounds: Sequence[_Bounds]) -> Iterator[Figure]:
        """The totals above the table, and where Afrapportering repeats them."""
        weights = [goal.weight for goal in self.evaluation.goals]
        for address, ends in (
            (SECURED_CELL, [each.lows for each in bounds]),
            (ATTAINABLE_CELL, [each.highs for each in bounds]),
        ):
            least, most = (total(list(map(pick, ends)), weights) for pick in (min, max))
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


def _figure(
    place: Place,
    cell: Cell,
    number: Degree | None,
    word: str | None,
    *,
    follows: bool,
    compared: bool = False,
) -> Figure:
    """A figure that shows a number or a word."""
    expected: Said = word if word is not None else Quantity(Decimal(number or 0))
    shown = None if cell.number is None else exact(cell.number)
    return Figure(
        place,
        cell,
        expected,
        follows=follows,
        is_compared=compared,
        shown=shown,
        computed=number,
        computed_word=word or "",
    )


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
    return abs(float(one) - float(other)) <= _TOLERANCE


def _in_plan_units(cell: Cell, in_percent: bool) -> Decimal | None:
    if cell.number is None:
        return None
    value = rounded(exact(cell.number), RATIO_DECIMALS)
    return value * HUNDRED if in_percent else value
