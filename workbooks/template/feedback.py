"""What Excel says while somebody types: prompts, refusals, colours, marks for what is missing.

A colour stands beside every state and status, never instead of its word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from resultatplan.plan import Plan
from texts import workbook as say
from texts.language import day
from workbooks import formulas
from workbooks.blueprint.missing import (
    COUNT_CELLS,
    Taken,
    missing_answers,
    missing_texts,
    spans,
    taken_by,
)
from workbooks.blueprint.scheme_words import states_left
from workbooks.blueprint.specs import InputSpec, Look, SheetSpec, bounds_words
from workbooks.coordinates import ranges
from workbooks.form import STATUSES, Layout, Limits, Sheet, ValueType, date_window
from workbooks.template import palette
from workbooks.template.palette import Signal
from workbooks.template.styles import MISSING

_SAID_BY_TYPE: dict[ValueType, Limits] = {
    ValueType.PERCENT: Limits(0, 1),
    ValueType.COUNT: Limits(0, 1_000_000_000, whole=True),
    ValueType.QUANTITY: Limits(0, 1_000_000),
    ValueType.AMOUNT: Limits(-1_000_000, 1_000_000),
}
"""The limits that the words about a type say already; others are told by their bounds."""


class _Check(NamedTuple):
    """What Excel checks: a type with bounds, or a formula of one's own."""

    type: Literal["whole", "decimal", "list", "date", "custom"] | None
    first: str | None = None
    second: str | None = None


def add_validations(sheet: Worksheet, spec: SheetSpec, plan: Plan) -> None:
    """Add a validation for every input cell; cells with equal ones share it."""
    shared: dict[tuple[_Check, InputSpec, str], list[str]] = {}
    for address, cell in spec.cells.items():
        if cell.input is not None:
            taken = taken_by(plan, cell)
            check = _check(cell.input, taken, address)
            error = _error(cell.input, taken, plan)
            shared.setdefault((check, cell.input, error), []).append(address)
    for (check, wanted, error), addresses in shared.items():
        if check.type is None and not wanted.prompt:
            continue
        validation = DataValidation(
            type=check.type,
            operator="between" if check.second is not None else None,
            formula1=check.first,
            formula2=check.second,
            allowBlank=True,
            showInputMessage=bool(wanted.prompt),
            showErrorMessage=check.type is not None,
            errorStyle="stop",
            promptTitle=wanted.prompt_title if wanted.prompt else None,
            prompt=wanted.prompt or None,
            errorTitle=say.TYPE_ERROR_TITLE if error else None,
            error=error or None,
        )
        for address in addresses:
            validation.add(address)
        sheet.add_data_validation(validation)


def add_colours(sheet: Worksheet, spec: SheetSpec, layout: Layout) -> None:
    """Colour the sheet's states and statuses, and mark explanations that are missing."""
    cells = dict.fromkeys(_coloured_cells(spec))
    coloured = " ".join(each for each, _ in ranges(cells))
    if coloured:
        for rule in _colour_rules(spec, layout.plan):
            sheet.conditional_formatting.add(coloured, rule)
    if spec.name is Sheet.REPORT:
        _mark_missing(sheet, spec, layout)


def _mark_missing(sheet: Worksheet, spec: SheetSpec, layout: Layout) -> None:
    """Mark what is missing and values that a cell does not take, and colour their counts."""
    table = layout.report
    marked = [
        (table.data_range(column).replace("$", ""), formula)
        for asked in (missing_answers, missing_texts)
        for column, formula in asked(layout, lambda column: f"${table.cell(column, 0)}")
    ]
    marked += [(span.cells, span.is_wrong) for span in spans(layout.plan, spec.cells)]
    for cells, formula in marked:
        sheet.conditional_formatting.add(cells, Rule("expression", formula=[formula], dxf=MISSING))
    counts = f"{COUNT_CELLS[0]}:{COUNT_CELLS[-1]}"
    for least, greatest, signal in (("1", "99999", palette.RED), ("0", "0", palette.GREEN)):
        rule = Rule("cellIs", operator="between", formula=[least, greatest], dxf=_look(signal))
        sheet.conditional_formatting.add(counts, rule)


def mark_carried(sheet: Worksheet, cells: str, first: str, kept: str) -> None:
    """Violet and slanted while a cell holds what was carried into it.

    `first` is the first of the cells, `kept` the address in `_rp` of what was carried there.
    """
    kept = f"{Sheet.HIDDEN}!{kept}"
    look = DifferentialStyle(
        font=Font(italic=True, color=palette.CARRIED.ink),
        fill=PatternFill(bgColor=palette.CARRIED.fill),
    )
    rule = Rule("expression", formula=[f'AND({kept}<>"",{first}={kept})'], dxf=look)
    sheet.conditional_formatting.add(cells, rule)


def _check(wanted: InputSpec, taken: Taken | None, address: str) -> _Check:
    if wanted.choices is not None:
        return _Check("list", wanted.choices)
    if taken is None:
        return _Check(None)
    if not taken.takes_zero:
        return _Check("custom", taken.is_number_within(address))
    if wanted.type is ValueType.DATE:
        return _Check("date", taken.least, taken.greatest)
    return _Check("whole" if taken.is_whole else "decimal", taken.least, taken.greatest)


def _error(wanted: InputSpec, taken: Taken | None, plan: Plan) -> str:
    parts = [say.TYPE_ERRORS[wanted.type]]
    if wanted.limits is not None and wanted.limits != _SAID_BY_TYPE[wanted.type]:
        parts = [bounds_words(say.BOUNDS_ERRORS[wanted.type], wanted.limits, wanted.type)]
    if wanted.type is ValueType.DATE:
        first, last = (day(limit) for limit in date_window(plan))
        parts.append(say.DATE_WINDOW.format(first=first, last=last))
    if taken is not None and not taken.takes_zero:
        parts.append(say.BASIS_NOT_ZERO)
    return " ".join(part for part in parts if part)


def _colour_rules(spec: SheetSpec, plan: Plan) -> Iterator[Rule]:
    """The colour of each word that the sheet can show, and of the fulfilment of a goal."""
    words = [
        (formulas.FULFILLED, palette.GREEN),
        (formulas.NOT_FULFILLED, palette.RED),
        (formulas.PENDING, palette.PENDING),
        (formulas.ON_LEVEL, palette.PENDING),
        (formulas.BELOW_LEVEL, palette.PENDING),
        *zip(STATUSES, (palette.GREEN, palette.YELLOW, palette.RED), strict=True),
    ]
    if plan.scales:
        words.append((formulas.PARTIAL, palette.YELLOW))
    words += ((formulas.LEFT[state], palette.GREY) for state in states_left(plan))
    shown = [(f'"{word}"', signal) for word, signal in words]
    if spec.name is Sheet.GOALS:
        shown += [("100", palette.GREEN), ("0", palette.RED)]
    for formula, signal in shown:
        yield Rule("cellIs", operator="equal", formula=[formula], dxf=_look(signal))
    if spec.name is Sheet.GOALS and not plan.is_binary:
        between, look = ["0.0000000001", "99.9999999999"], _look(palette.YELLOW)
        yield Rule("cellIs", operator="between", formula=between, dxf=look)


def _look(signal: Signal) -> DifferentialStyle:
    return DifferentialStyle(
        font=Font(bold=True, color=signal.ink), fill=PatternFill(bgColor=signal.fill)
    )


def _coloured_cells(spec: SheetSpec) -> Iterable[str]:
    for address, cell in spec.cells.items():
        is_status = cell.input is not None and cell.input.type is ValueType.STATUS
        if cell.look is Look.STATE or is_status:
            yield address
