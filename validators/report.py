"""One received file as far as it is read by itself: what a worker process hands over.

RP-1xx to RP-3xx and the type of every input cell, with the standard library alone. What comes back
is small and plain, and pickles: findings, settled inputs, and the figures the workbook shows. Those
are compared with what is computed from the inputs (`score`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from validators.appearance import check_appearance
from validators.content import settle
from validators.findings import Finding
from validators.inputs import InputCell, Inputs
from validators.integrity import Lost, check_integrity, lost_formulas
from validators.prefilled import check_carried
from validators.structure import Opened, Received, open_report
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
    rows: Mapping[str, Cells]
    """Those of Afrapportering by column and criterion key; of Måltal the benchmarks'."""
    goals: Mapping[str, Cells]
    """Those of Målopfyldelse by column and goal number."""
    totals: Cells
    repeated: Cells
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


@dataclass(frozen=True, slots=True)
class Claim:
    """What a report says it is: enough to judge earlier periods before later ones."""

    plan_id: str
    period_id: str
    ends: date
    submitted: date | None


@dataclass(frozen=True, slots=True)
class Report:
    """A file that was read. Where it is no report of a known plan it has findings alone."""

    file: str
    findings: tuple[Finding, ...]
    plan_id: str | None = None
    plan_version: str | None = None
    claim: Claim | None = None
    """None while its period is not known."""
    inputs: tuple[InputCell, ...] = ()
    shown: ShownCells | None = None
    """What its formulas show; None where nothing is to be compared with it."""


def read_report(file: str, data: bytes) -> Report:
    """Read one file's bytes as a report; `file` is the name that its verdict carries."""
    return report_of(file, open_report(data))


def report_of(file: str, opened: Opened) -> Report:
    """A file that is open, as far as it is read by itself."""
    received = opened.received
    if received is None:
        return Report(file, tuple(opened.findings))
    plan, lost = received.plan, lost_formulas(received)
    inputs = Inputs(plan, tuple(settle(received)))
    findings = (
        *opened.findings,
        *check_integrity(received, lost),
        *check_appearance(received, inputs.cells),
        *check_carried(received, inputs),
    )
    shown = None if received.has_another_form else shown_cells(received, lost)
    period = inputs.period
    claim = None if period is None else Claim(plan.id, period.id, period.ends, inputs.submitted)
    return Report(file, findings, plan.id, plan.version, claim, inputs.cells, shown)


def shown_cells(received: Received, lost: Mapping[Sheet, Lost]) -> ShownCells:
    """What the received workbook shows, also where formulas were `lost` together."""
    layout = received.layout
    keys = {
        table.name: [key for key in received.blueprint.keys[table.name] if key not in table.keyless]
        for table in (layout.report, layout.goals)
    }
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
