"""Stamdata: whose report this is, for which period, and the plan's periods and deadlines."""

from __future__ import annotations

from resultatplan.deadlines import deadline_of
from resultatplan.plan import Plan
from texts import workbook as say
from texts.notation import weekday
from workbooks.blueprint.cells import (
    DATE_FORMAT,
    FORMATS,
    Aspect,
    CellSpec,
    CellValue,
    InputSpec,
    Look,
    SheetSpec,
    header_cells,
)
from workbooks.form import (
    FIELD_TYPES,
    PERIOD_LIST_COLUMNS,
    PERIOD_LIST_HEADER_ROW,
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
    cells = {
        "A1": CellSpec(Look.TITLE, value=say.MASTER_TITLE),
        "A2": CellSpec(Look.SUBTITLE, value=f"{plan.institution} · {plan.ministry} · {plan.year}"),
        "A3": CellSpec(Look.NOTE, value=say.MASTER_LEAD),
        **header_cells(table),
        **_period_list(plan),
    }
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
                Look.LOCKED, Aspect.IDENTITY, value=locked[name], key=str(name), column=name
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
        landscape=True,
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
