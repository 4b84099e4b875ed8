"""What the workbook's own formulas show, for layer 6 to compare with what its inputs give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from validators.structure import Received
from workbooks.form import REPEATED_TOTALS, SECURED_CELL, Column, GoalColumn, Sheet
from workbooks.reading.cells import Cell, CellType
from workbooks.reading.locating import LocatedTable


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """The values that the workbook's own formulas show; a replaced formula is left out."""

    report_sheet: str
    goals_sheet: str
    measures: dict[str, Cell]
    targets: dict[str, Cell]
    """Of benchmarks, whose target is what was reported as their basis."""
    states: dict[str, Cell]
    """By criterion key, as the two before."""
    fulfilments: dict[str, Cell]
    contributions: dict[str, Cell]
    """By goal number, as the one before."""
    totals: dict[str, Cell]
    repeated: dict[str, Cell]
    """The totals on Afrapportering, by the address of the total on Målopfyldelse; so the others."""
    degrees: dict[str, Cell] = field(default_factory=dict)
    """By criterion key; none where the plan has no column Grad."""
    lows: dict[str, Cell] = field(default_factory=dict)
    highs: dict[str, Cell] = field(default_factory=dict)
    """By goal number: Sikret and Opnåelig, where the plan has them."""

    @property
    def secured(self) -> float | None:
        """The total that the workbook shows, None when it shows none."""
        total = self.totals.get(SECURED_CELL)
        return None if total is None else total.number

    def formulas(self) -> int:
        """How many formulas there are for states, goals and totals."""
        return sum(map(len, self._counted()))

    def uncalculated(self) -> int:
        """How many of them have no value."""
        return sum(
            cell.type is CellType.BLANK for cells in self._counted() for cell in cells.values()
        )

    def _counted(self) -> tuple[dict[str, Cell], ...]:
        of_criteria, of_goals = (self.states, self.degrees), (self.fulfilments, self.lows)
        return (*of_criteria, *of_goals, self.highs, self.totals)


def shown_figures(received: Received) -> ShownFigures:
    """What the received workbook shows."""
    layout, keys = received.layout, received.blueprint.keys
    report, goals = received.tables[layout.report.name], received.tables[layout.goals.name]
    criteria, numbers = keys[layout.report.name], keys[layout.goals.name]

    def of_criteria(column: Column) -> dict[str, Cell]:
        return _computed(report.filled(column, criteria))

    def of_goals(column: GoalColumn) -> dict[str, Cell]:
        return _computed(goals.filled(column, numbers))

    return ShownFigures(
        report_sheet=Sheet.REPORT if report.sheet is None else report.sheet.name,
        goals_sheet=Sheet.GOALS if goals.sheet is None else goals.sheet.name,
        measures=of_criteria(Column.MEASURED),
        targets=of_criteria(Column.TARGET),
        states=of_criteria(Column.STATE),
        fulfilments=of_goals(GoalColumn.FULFILMENT),
        contributions=of_goals(GoalColumn.CONTRIBUTION),
        totals=_beside(goals, {address: address for address in REPEATED_TOTALS}),
        repeated=_beside(report, REPEATED_TOTALS),
        degrees=of_criteria(Column.DEGREE) if Column.DEGREE in layout.report.columns else {},
        lows=of_goals(GoalColumn.LOW) if GoalColumn.LOW in layout.goals.columns else {},
        highs=of_goals(GoalColumn.HIGH) if GoalColumn.HIGH in layout.goals.columns else {},
    )


def _beside(table: LocatedTable, addresses: Mapping[str, str]) -> dict[str, Cell]:
    """Cells that stand beside a table, by name; none where the table does not stand in place."""
    if table.sheet is None or not table.is_in_place:
        return {}
    cells = table.sheet.cells
    return _computed((name, cells[at]) for name, at in addresses.items() if at in cells)


def _computed(cells: Iterable[tuple[str, Cell]]) -> dict[str, Cell]:
    """Those that hold a formula, reduced to the value they show."""
    new = tuple.__new__  # Half the time of the constructor, which has nothing to check.
    return {name: new(Cell, (*cell[:4], None)) for name, cell in cells if cell.formula is not None}
