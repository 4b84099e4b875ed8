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
from resultatplan.criteria import Facts, Kind, State
from resultatplan.evaluation import CriterionResult, Evaluation, GoalResult
from resultatplan.exact import HUNDRED, RATIO_DECIMALS, exact, rounded
from resultatplan.scales import FULL, Degree, degree_of, state_of
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

    Stale is told of the first figure that is, and of none in a row that has another finding.
    """
    different = [each for code, each in failed if code == "RP-603"]
    keys = {each.place.key for each in different}
    stale = [each for code, each in failed if code == "RP-602" and each.place.key not in keys]
    findings = [
        finding(code, each.place, found=each.found, expected=each.expected)
        for code, figures in (("RP-603", different), ("RP-602", stale[:1]))
        for each in figures
    ]
    blank = [each for code, each in failed if code == "RP-601"]
    if blank:
        place = Place(blank[0].place.sheet, SECURED_CELL)
        findings.append(finding("RP-601", place, count=str(len(blank))))
    return findings


def figures_of(
    shown: ShownCells, evaluation: Evaluation, doubts: Doubts, *, final: bool | None
) -> list[Figure]:
    """Everything the workbook shows, from the measures up to the totals, with what is expected.

    Where `doubts` says that something else is wrong, nothing is compared. `final` is None while
    the period is not known for sure.
    """
    cells = [
        *shown.totals.values(),
        *(each for name in _COUNTED for each in shown.of(name).values()),
    ]
    counted = [Figure(Place(shown.goals_sheet, each.address), each, counts=True) for each in cells]
    if counted and all(each.is_blank for each in counted):
        return counted
    return [*counted, *_Workbook(shown, evaluation, doubts, final).figures()]


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What a goal's least and greatest fulfilment may be, for what follows from them."""

    lows: Sequence[Degree] = (0, FULL)
    highs: Sequence[Degree] = (0, FULL)


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
        key, is_withdrawn = result.criterion.key, result.state is State.WITHDRAWN
        degrees, follows = self._shown_degree(result), self._by_measure(result)
        is_right = bool(degrees) and _same(degrees[0], result.degree)
        measure_differs = is_right and bool(follows) and not _same(follows[0], result.degree)
        yield from self._measures(result, differs=measure_differs)
        fits = measure_differs or any(not follows or _same(each, follows[0]) for each in degrees)
        expected = result.degree if fits else (follows or [result.degree])[0]
        cell = _filled(self.shown.of(self._degree_column), key)
        if cell is not None and not fits and not is_withdrawn:
            self.mended[key] = expected
        if self.in_degrees and not measure_differs:
            yield from self._state(result, degrees)
        if cell is not None:
            value: Value = _label(result, expected)
            if self.in_degrees and not is_withdrawn:
                value = PENDING if expected is None else expected
            place = Place(self.shown.report_sheet, cell.address, key)
            yield _figure(place, cell, value, follows=fits, is_compared=True)

    def _state(self, result: CriterionResult, degrees: Sequence[Degree | None]) -> Iterator[Figure]:
        """Opfyldt, where a column Grad says it too."""
        key = result.criterion.key
        cell = _filled(self.shown.of(Column.STATE), key)
        if cell is not None:
            known = [*degrees, *([self.mended[key]] if key in self.mended else [])]
            labels = [_label(result, each) for each in known or [result.degree]]
            follows = cell.text in labels
            place = Place(self.shown.report_sheet, cell.address, key)
            value = LABELS[result.state] if follows else labels[-1]
            yield _figure(place, cell, value, follows=follows, is_compared=True)

    def _measures(self, result: CriterionResult, *, differs: bool) -> Iterator[Figure]:
        """Målt værdi and a benchmark's Måltal; `differs` where the right degree stands beside."""
        criterion = result.criterion
        computed_values = {Column.MEASURED: result.measured, Column.TARGET: result.target}
        for column, computed in computed_values.items():
            cell = self.shown.of(column).get(criterion.key)
            if cell is None or (cell.type is CellType.BLANK and not differs):
                continue
            shown = _in_plan_units(cell, criterion.in_percent)
            is_right = cell.type is not CellType.ERROR and _same(shown, computed)
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

    def _by_measure(self, result: CriterionResult) -> list[Degree | None]:
        """The degree that the shown measure gives; empty where the sheet measures nothing."""
        criterion, target = result.criterion, result.criterion.target
        cell = _filled(self.shown.of(Column.MEASURED), criterion.key)
        if criterion.kind is Kind.BENCHMARK:
            level = _filled(self.shown.of(Column.TARGET), criterion.key)
            if level is None or level.type is CellType.ERROR:
                return []
            target = _in_plan_units(level, criterion.in_percent)
        if cell is None or cell.type is CellType.ERROR:
            return []
        facts = Facts(target, _in_plan_units(cell, criterion.in_percent))
        return [degree_of(criterion.kind, result.scale, facts)]

    @property
    def _degree_column(self) -> Column:
        return Column.DEGREE if self.in_degrees else Column.STATE

    def _shown_degree(self, result: CriterionResult) -> list[Degree | None]:
        """The degree that Grad shows, or Opfyldt where there is no Grad; empty where none."""
        cell = self.shown.of(self._degree_column).get(result.criterion.key)
        if cell is None:
            return []
        if result.state is State.WITHDRAWN:
            return [None] if cell.text == WITHDRAWN else []
        if self.in_degrees:
            return _degrees(cell)
        return [_DEGREE_OF_LABEL[cell.text]] if cell.text in _DEGREE_OF_LABEL else []

    def _goal(self, goal: GoalResult) -> tuple[_Bounds, list[Figure]]:
        """What the goal comes to by the shown degrees, its fulfilment and its share by that."""
        number, cells = goal.goal.number, self.shown.of(GoalColumn.FULFILMENT)
        cell, sheet = _filled(cells, number), self.shown.goals_sheet
        if number in self.doubts.goals or (cell is None and not self.in_degrees):
            return _Bounds(), []
        if goal.state is State.WITHDRAWN:
            gone = [cells[number]] if number in cells else []
            return _Bounds((0,), (0,)), [
                _figure(
                    Place(sheet, each.address, number),
                    each,
                    WITHDRAWN,
                    follows=each.text == WITHDRAWN,
                )
                for each in gone
            ]
        intervals = self._intervals(goal)
        lows, low = self._bound(GoalColumn.LOW, goal, [each.low for each in intervals], goal.low)
        highs, high = self._bound(
            GoalColumn.HIGH, goal, [each.high for each in intervals], goal.high
        )
        figures = [*(low or high)]  # Both ends come from the same degrees: told once.
        follows = True
        if cell is not None:
            pairs = [(low, high) for low in lows for high in highs]
            if intervals and not self.in_degrees:
                pairs = [*intervals]
            values = [low if _same(low, high) else None for low, high in pairs]
            shown = _degrees(cell)
            follows = bool(shown) and any(_same(shown[0], each) for each in values)
            expected = values[0] if intervals else goal.fulfilment
            value = PENDING if expected is None else expected
            figures.append(
                _figure(Place(sheet, cell.address, number), cell, value, follows=follows)
            )
            if not self.in_degrees:
                known = shown if follows else [*shown, *values]
                lows = [0 if each is None else each for each in known]
                highs = [FULL if each is None else each for each in known]
        share = self.shown.of(GoalColumn.CONTRIBUTION).get(number)
        if share is not None and not self.doubts.weights and (follows or self.in_degrees):
            least, most = (goal.weight * float(end) / FULL for end in (min(lows), max(lows)))
            figures += self._within(sheet, share, least, most, number)
        return _Bounds(lows, highs), figures

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
        self, column: GoalColumn, goal: GoalResult, follows: Sequence[Degree], computed: Degree
    ) -> tuple[Sequence[Degree], list[Figure]]:
        """One end of a goal's interval: what it may be, and the cell where it shows another."""
        number = goal.goal.number
        cell = _filled(self.shown.of(column), number)
        if cell is None:
            return follows or (0, FULL), []
        shown = [each for each in _degrees(cell) if each is not None]
        if shown and (not follows or any(_same(shown[0], each) for each in follows)):
            return shown, []
        expected = follows[0] if follows else computed
        place = Place(self.shown.goals_sheet, cell.address, number)
        return [expected, *shown], [_figure(place, cell, expected, follows=False)]

    def _totals(self, bounds: Sequence[_Bounds]) -> Iterator[Figure]:
        """The totals above the table, and where Afrapportering repeats them."""
        weights = [goal.weight for goal in self.evaluation.goals]
        for address, ends in (
            (SECURED_CELL, [each.lows for each in bounds]),
            (ATTAINABLE_CELL, [each.highs for each in bounds]),
        ):
            least = most = total(list(map(min, ends)), weights)
            if any(len(each) > 1 for each in ends):
                most = total(list(map(max, ends)), weights)
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
    place: Place, cell: Cell, value: Value, *, follows: bool, is_compared: bool = False
) -> Figure:
    """A figure that should show a number or a word."""
    expected = value if isinstance(value, str) else Quantity(Decimal(value))
    shown = None if cell.number is None else exact(cell.number)
    return Figure(
        place, cell, expected, follows, computed=value, is_compared=is_compared, shown=shown
    )


def _label(result: CriterionResult, degree: Degree | None) -> str:
    """What Opfyldt says of a degree; of what is withdrawn, that it is."""
    is_withdrawn = result.state is State.WITHDRAWN
    return LABELS[State.WITHDRAWN if is_withdrawn else state_of(degree)]


def _filled(cells: Cells, name: str) -> Cell | None:
    """A cell that shows something."""
    cell = cells.get(name)
    return None if cell is None or cell.type is CellType.BLANK else cell


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
