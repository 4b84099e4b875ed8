"""Whose workbook this is: Stamdata for people, the very hidden sheet `_rp` for the product.

A later version of the product may word its templates anew, and reports on templates that were sent
out before are judged all the same: the marks tell the guide's words and the loose lines of the
other sheets (titles, leads, notes) as they were then. Headings, keys, labels of kinds, rules in
words and formulas are what a report is read and judged by: to change them is to change the layout.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from resultatplan.plan import Plan, deadline_of
from texts import workbook as say
from texts.language import weekday
from workbooks.blueprint.specs import (
    DATE_FORMAT,
    FORMATS,
    Aspect,
    CellSpec,
    CellValue,
    InputSpec,
    Look,
    SheetSpec,
    header_cells,
    top_lines,
)
from workbooks.form import (
    FIELD_TYPES,
    HIDDEN_ROWS,
    LAYOUT_VERSION,
    PERIOD_LIST_COLUMNS,
    PERIOD_LIST_HEADER_ROW,
    PROSE,
    Field,
    Layout,
    MasterColumn,
    Sheet,
    ValueType,
)


def master_sheet(layout: Layout) -> SheetSpec:
    """The sheet Stamdata with `tblStamdata` and, beside it, the periods."""
    plan = layout.plan
    table = layout.master
    cells = top_lines(
        say.MASTER_TITLE, f"{plan.institution} · {plan.ministry} · {plan.year}", say.MASTER_LEAD
    )
    cells |= header_cells(table) | _period_list(plan)
    locked: dict[Field, CellValue] = {
        Field.PLAN: plan.id,
        Field.INSTITUTION: plan.institution,
        Field.YEAR: plan.year,
        Field.VERSION: plan.version,
    }
    for row, name in enumerate(Field):
        label = table.cell(MasterColumn.FIELD, row)
        cells[label] = CellSpec(Look.FIELD, Aspect.TEXT, value=str(name), key=str(name))
        value_cell = layout.field_cell(name)
        if name in locked:
            cells[value_cell] = CellSpec(
                Look.LOCKED, Aspect.IDENTITY, locked[name], key=name, column=name
            )
        else:
            cells[value_cell] = _input(layout, name)
    heights = {table.first_row + row: 20.0 for row in range(len(Field))}
    heights[table.first_row + tuple(Field).index(Field.DEVIATIONS)] = 110.0
    return SheetSpec(
        Sheet.MASTER,
        cells,
        widths=(24, 58, 3, 26, 13, 13, 12),
        table=table,
        heights=heights,
        one_page=True,
    )


def _input(layout: Layout, name: Field) -> CellSpec:
    value_type = FIELD_TYPES[name]
    choices = layout.period_range() if value_type is ValueType.PERIOD else None
    spec = InputSpec(value_type, name, say.FIELD_PROMPTS[name], choices)
    return CellSpec(
        Look.INPUT if name is Field.DEVIATIONS else Look.INPUT_LINE,
        Aspect.INPUT,
        number_format=FORMATS.get(value_type),
        input=spec,
        key=str(name),
        column=str(name),
    )


def _period_list(plan: Plan) -> dict[str, CellSpec]:
    first, *_ = PERIOD_LIST_COLUMNS
    cells = {f"{first}4": CellSpec(Look.HEADING, value=say.PERIODS_HEADING)}
    for letter, heading in zip(PERIOD_LIST_COLUMNS, say.PERIOD_COLUMNS, strict=True):
        cells[f"{letter}{PERIOD_LIST_HEADER_ROW}"] = CellSpec(Look.HEADER, value=heading)
    for row, period in enumerate(plan.reporting.periods, start=PERIOD_LIST_HEADER_ROW + 1):
        due = deadline_of(plan, period)
        values: tuple[CellValue, ...] = (period.name, period.ends, due, weekday(due))
        for letter, value in zip(PERIOD_LIST_COLUMNS, values, strict=True):
            is_date = not isinstance(value, str)
            cells[f"{letter}{row}"] = CellSpec(
                Look.LOCKED if letter == first else Look.LOCKED_CENTRED,
                Aspect.DEADLINE if is_date else Aspect.TEXT,
                value=value,
                number_format=DATE_FORMAT if is_date else None,
            )
    return cells


def hidden_sheet(layout: Layout, sheets: Sequence[SheetSpec]) -> SheetSpec:
    """Plan id, template version, layout version, and what tells the plan and the words apart.

    `sheets` are the others.
    """
    plan = layout.plan
    prose = [sheet for sheet in sheets if sheet.name in PROSE]
    others = (sheet for sheet in sheets if sheet.name not in PROSE)
    loose = (str(sheet.cells[address].value) for sheet in others for address in loose_cells(sheet))
    marks = (guide_mark(prose), words_mark(loose))
    values = (plan.id, plan.version, LAYOUT_VERSION, plan.fingerprint, *marks)
    cells: dict[str, CellSpec] = {}
    for row, (name, value) in enumerate(zip(HIDDEN_ROWS, values, strict=True), start=1):
        cells[f"A{row}"] = CellSpec(Look.LABEL, Aspect.IDENTITY, value=name)
        cells[f"B{row}"] = CellSpec(Look.LABEL, Aspect.IDENTITY, value=value)
    return SheetSpec(Sheet.HIDDEN, cells, widths=(14, 70), hidden=True)


def guide_mark(prose: Iterable[SheetSpec]) -> str:
    """A hash of the words of the guide and of the list of codes."""
    cells = (each for sheet in prose for each in sheet.cells.items())
    return _mark("\n".join(f"{address} {cell.value}" for address, cell in cells))


def is_loose(cell: CellSpec) -> bool:
    """Whether a cell is a line of the product's own words, outside the tables and never judged."""
    return cell.aspect is Aspect.TEXT and cell.key is None and isinstance(cell.value, str)


def loose_cells(sheet: SheetSpec) -> Iterator[str]:
    """The addresses of a sheet's loose lines."""
    return (address for address, cell in sheet.cells.items() if is_loose(cell))


def words_mark(texts: Iterable[str | None]) -> str:
    """A hash of the loose lines, but for blanks and line ends, which programs rewrite."""
    return _mark("\n".join(" ".join((text or "").split()) for text in texts))


def _mark(words: str) -> str:
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()[:16]
