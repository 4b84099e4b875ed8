"""What a workbook shows: the cells that its own formulas fill, and which of them say nothing.

The score is computed from the inputs (`score` compares); a cell whose formula was replaced is told
as such and left out here, unless all were by their values. What follows from a mistake that is
told already is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from validators.findings import Finding
from validators.inputs import Inputs
from validators.integrity import Lost
from validators.structure import Received
from workbooks.form import REPEATED_TOTALS, SECURED_CELL, Column, GoalColumn, Sheet
from workbooks.reading.cells import Cell, CellType
from workbooks.reading.locating import LocatedTable

DEGREES = (Column.DEGREE, Column.LOW, Column.EXPECTED, Column.HIGH)
"""What a criterion comes to, of its row of Afrapportering."""
ENDS = {
    GoalColumn.LOW: Column.LOW,
    GoalColumn.EXPECTED: Column.EXPECTED,
    GoalColumn.HIGH: Column.HIGH,
}
"""What a goal's three degrees come of, in the order of the totals."""

Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class ShownCells:
    """The cells that the workbook's own formulas fill; a formula replaced alone is left out."""

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
    def counting(self) -> list[Cell]:
        """The totals, the criteria's states and the goals' fulfilments."""
        columns = (self.totals, self.rows[Column.STATE], self.goals[GoalColumn.FULFILMENT])
        return [cell for cells in columns for cell in cells.values()]

    @property
    def secured(self) -> float | None:
        """The total that the workbook shows, None when it shows none."""
        cell = self.totals.get(SECURED_CELL)
        return None if cell is None else cell.number


def shown_cells(received: Received, lost: Mapping[Sheet, Lost]) -> ShownCells:
    """What the received workbook shows, also where formulas were `lost` together."""
    keys, layout = received.blueprint.keys, received.layout
    report, goals = received.tables[layout.report.name], received.tables[layout.goals.name]
    on_report, on_goals = lost.get(Sheet.REPORT), lost.get(Sheet.GOALS)
    rows, figures = (
        {str(name): _computed(table.filled(name, keys[table.layout.name]), gone) for name in names}
        for table, gone, names in (
            (report, on_report, (Column.TARGET, Column.MEASURED, *DEGREES, Column.STATE)),
            (goals, on_goals, (*ENDS, GoalColumn.FULFILMENT, GoalColumn.CONTRIBUTION)),
        )
    )
    return ShownCells(
        Sheet.REPORT if report.sheet is None else report.sheet.name,
        Sheet.GOALS if goals.sheet is None else goals.sheet.name,
        rows,
        figures,
        _beside(goals, {address: address for address in REPEATED_TOTALS}, on_goals),
        _beside(report, REPEATED_TOTALS, on_report),
    )


def _beside(table: LocatedTable, addresses: Mapping[str, str], lost: Lost | None) -> Cells:
    """Cells that stand beside a table, by name; none where the table does not stand in place."""
    if table.sheet is None or not table.is_in_place:
        return {}
    cells = table.sheet.cells
    return _computed(((name, cells[at]) for name, at in addresses.items() if at in cells), lost)


def _computed(cells: Iterable[tuple[str, Cell]], lost: Lost | None) -> Cells:
    """Those that hold a formula, or lost it with all others, reduced to the value they show."""
    found: Cells = {}
    for name, cell in cells:
        is_lost = lost is not None and cell.address in lost.cells
        says_nothing = lost is not None and cell.type in (CellType.BLANK, CellType.ERROR)
        if (cell.formula is not None or is_lost) and not says_nothing:
            found[name] = cell._replace(formula=None)
    return found


@dataclass(frozen=True, slots=True)
class Doubts:
    """Which of the shown figures cannot be compared, since what they come from is wrong."""

    criteria: frozenset[str]
    """Criteria whose row has an error; all where the form of Afrapportering is broken or the
    period refused."""
    goals: frozenset[str]
    """Goals with an error in their row of Målopfyldelse."""
    weights: bool
    """Whether a weight was changed: shares and totals then follow from it."""
    places: frozenset[tuple[str | None, str | None]]
    """The cells, by sheet and address, that an error names."""


def doubts_about(shown: ShownCells, inputs: Inputs, form: Iterable[Finding]) -> Doubts:
    """The doubts that the findings about the form (RP-2xx, 3xx) and the inputs (RP-4xx) raise, and
    what has been decided since the template was made: its formulas know nothing of that."""
    form = [each for each in form if each.is_error]
    named = {each.place.key for each in (*form, *inputs.findings) if each.is_error}
    is_broken = not inputs.is_period_known or any(
        each.place.sheet == shown.report_sheet and each.place.key is None for each in form
    )
    on_goals = [each for each in form if each.place.sheet == shown.goals_sheet]
    goals = {each.place.key for each in on_goals if each.place.key is not None}
    decided = {each.key for each in inputs.decided_since}
    goal_of = {each.key: inputs.plan.goal_by_key[each.key].number for each in inputs.plan.criteria}
    goals |= {goal for key, goal in goal_of.items() if decided & {key, goal}}
    named |= {key for key, goal in goal_of.items() if decided & {key, goal}}
    return Doubts(
        criteria=frozenset(key for key in goal_of if is_broken or key in named),
        goals=frozenset(goals),
        weights=bool(decided) or any(each.code == "RP-305" for each in on_goals),
        places=frozenset((each.place.sheet, each.place.cell) for each in form),
    )
