"""Conditional formats: a colour beside every state and status, never instead of its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.plan import Plan
from workbooks import formulas
from workbooks.blueprint.cells import Look, SheetSpec
from workbooks.blueprint.scheme import shows_withdrawn
from workbooks.form import STATUSES, Column, Layout, Sheet, ValueType
from workbooks.template import palette
from workbooks.template.palette import Signal

_STATUS_GREEN, _STATUS_YELLOW, _STATUS_RED = STATUSES

SIGNALS: tuple[tuple[str, Signal], ...] = (
    (f'"{formulas.FULFILLED}"', palette.GREEN),
    (f'"{formulas.NOT_FULFILLED}"', palette.RED),
    (f'"{formulas.PENDING}"', palette.GREY),
    (f'"{_STATUS_GREEN}"', palette.GREEN),
    (f'"{_STATUS_YELLOW}"', palette.YELLOW),
    (f'"{_STATUS_RED}"', palette.RED),
)
"""Each word, as a formula writes it, and its colour."""

PARTIAL_SIGNAL = (f'"{formulas.PARTIAL}"', palette.YELLOW)
WITHDRAWN_SIGNAL = (f'"{formulas.WITHDRAWN}"', palette.GREY)
"""The same of the words that only some plans have."""

NUMBER_SIGNALS: tuple[tuple[str, Signal], ...] = (("100", palette.GREEN), ("0", palette.RED))
"""The fulfilment of a goal."""
IN_PART = ("0.0000000001", "99.9999999999")
"""Between these a goal is met in part."""


def add_colours(sheet: Worksheet, spec: SheetSpec, layout: Layout) -> None:
    """Colour the sheet's states and statuses, and mark explanations that are missing."""
    coloured = _ranges(_coloured_cells(spec))
    if coloured:
        for word, signal in _signals(spec, layout.plan):
            rule = Rule("cellIs", operator="equal", formula=[word], dxf=_look(signal))
            sheet.conditional_formatting.add(coloured, rule)
        if spec.name is Sheet.GOALS and not layout.plan.is_binary:
            between = Rule(
                "cellIs", operator="between", formula=list(IN_PART), dxf=_look(palette.YELLOW)
            )
            sheet.conditional_formatting.add(coloured, between)
    if spec.name is Sheet.REPORT:
        for column, formula in missing_text_formulas(layout):
            _mark_missing(sheet, layout.report.data_range(column).replace("$", ""), formula)


def missing_text_formulas(layout: Layout) -> tuple[tuple[Column, str], ...]:
    """The columns that a status or a state requires, each with a formula for its first row.

    The formula is true where the row requires the text and it is not there.
    """
    status = f"${layout.report.cell(Column.STATUS, 0)}"
    state = f"${layout.report.cell(Column.STATE, 0)}"
    red = f'{status}="{_STATUS_RED}"'
    reasons = [f'{status}="{_STATUS_YELLOW}"', red, f'{state}="{formulas.NOT_FULFILLED}"']
    if layout.plan.scales:
        reasons.append(f'{state}="{formulas.PARTIAL}"')
    deviates = f"OR({','.join(reasons)})"
    return tuple(
        (column, f'AND({needed},TRIM(${layout.report.cell(column, 0)})="")')
        for column, needed in ((Column.EXPLANATION, deviates), (Column.ACTION_PLAN, red))
    )


def _signals(spec: SheetSpec, plan: Plan) -> Iterator[tuple[str, Signal]]:
    yield from SIGNALS
    if plan.scales:
        yield PARTIAL_SIGNAL
    if shows_withdrawn(plan):
        yield WITHDRAWN_SIGNAL
    if spec.name is Sheet.GOALS:
        yield from NUMBER_SIGNALS


def _look(signal: Signal) -> DifferentialStyle:
    return DifferentialStyle(
        font=Font(bold=True, color=signal.ink), fill=PatternFill(bgColor=signal.fill)
    )


def _mark_missing(sheet: Worksheet, cells: str, formula: str) -> None:
    side = Side("thin", color=palette.WARNING_EDGE)
    look = DifferentialStyle(
        border=Border(left=side, right=side, top=side, bottom=side),
        fill=PatternFill(bgColor=palette.WARNING_FILL),
    )
    sheet.conditional_formatting.add(cells, Rule("expression", formula=[formula], dxf=look))


def _coloured_cells(spec: SheetSpec) -> Iterable[str]:
    for address, cell in spec.cells.items():
        is_status = cell.input is not None and cell.input.type is ValueType.STATUS
        if cell.look is Look.STATE or is_status:
            yield address


def _ranges(addresses: Iterable[str]) -> str:
    """The cells as few ranges, column by column: `M11:M40 N11:N40`."""
    rows_of: dict[str, list[int]] = {}
    for address in addresses:
        letters = address.rstrip("0123456789")
        rows_of.setdefault(letters, []).append(int(address[len(letters) :]))
    ranges: list[str] = []
    for letters, unsorted_rows in sorted(rows_of.items()):
        rows = sorted(unsorted_rows)
        start = previous = rows[0]
        for row in [*rows[1:], -1]:
            if row == previous + 1:
                previous = row
                continue
            ranges.append(f"{letters}{start}:{letters}{previous}")
            start = previous = row
    return " ".join(ranges)
