"""Afrapportering: a row per criterion, with what was agreed, what is typed, what is computed."""

from __future__ import annotations

from dataclasses import replace

from resultatplan.criteria import LABELS, Kind
from resultatplan.plan import Criterion, Goal, Withdrawn
from resultatplan.scales import write_scale
from texts import workbook as say
from workbooks import degree_formulas, formulas
from workbooks.blueprint.cells import (
    DATE_FORMAT,
    DEGREE_FORMAT,
    SCORE_FORMAT,
    Aspect,
    CellSpec,
    Look,
    SheetSpec,
    header_cells,
)
from workbooks.blueprint.criterion_text import last_year, lead_of
from workbooks.blueprint.measure import height_of
from workbooks.blueprint.prompts import input_cell
from workbooks.blueprint.scheme import scale_words, withdrawn_words
from workbooks.blueprint.units import cell_number, number_format
from workbooks.form import ATTAINABLE_CELL, SECURED_CELL, Column, Field, Layout, Sheet, input_types

WIDTHS: dict[Column, float] = {
    Column.KEY: 8,
    Column.GOAL: 6,
    Column.TEXT: 46,
    Column.KIND: 12,
    Column.TARGET: 9,
    Column.UNIT: 8,
    Column.DEADLINE: 11,
    Column.BASIS: 10.5,
    Column.RESULT: 10,
    Column.DATE: 11,
    Column.DONE: 11.5,
    Column.MEASURED: 10,
    Column.STATE: 11,
    Column.STATUS: 8,
    Column.FORECAST: 12,
    Column.EXPLANATION: 40,
    Column.ACTION_PLAN: 34,
    Column.PROVISIONAL: 10,
    Column.DOCUMENTATION: 24,
    Column.SCALE: 24,
    Column.DEGREE: 9,
}

LEGEND = (
    (Look.INPUT, say.LEGEND_INPUT),
    (Look.LOCKED_CENTRED, say.LEGEND_LOCKED),
    (Look.UNUSED, say.LEGEND_UNUSED),
    (Look.COMPUTED, say.LEGEND_COMPUTED),
)
"""What the looks mean, here and in the guide."""

_LEGEND_ROW = 5
_ROOM_TO_WRITE = 57.0
"""Four lines: protected rows are made higher by hand, so they begin with some room."""


def report_sheet(layout: Layout) -> SheetSpec:
    """The sheet Afrapportering with `tblAfrapportering`."""
    cells = {**_heading(layout), **header_cells(layout.report)}
    heights = {1: 24.0, layout.report.header_row: 44.0}
    heights |= dict.fromkeys(range(_LEGEND_ROW, _LEGEND_ROW + len(LEGEND)), 17.0)
    first = layout.report.first_row
    rows = {each.key: row for row, each in enumerate(layout.plan.criteria, start=first)}
    for section in layout.plan.sections:
        for goal in section.goals:
            for criterion in goal.criteria:
                lead = lead_of(section.title, section.number, goal, criterion, section.goals[0])
                row_cells = _row(layout, goal, criterion, lead)
                cells.update(row_cells)
                heights[rows[criterion.key]] = max(
                    _ROOM_TO_WRITE, *map(_height, row_cells.values())
                )
    return SheetSpec(
        Sheet.REPORT,
        cells,
        widths=tuple(WIDTHS[Column(name)] for name in layout.report.columns),
        table=layout.report,
        merged=tuple(f"E{row}:F{row}" for row in range(_LEGEND_ROW, _LEGEND_ROW + len(LEGEND))),
        heights=heights,
        zoom=85,
        freeze=layout.report.cell(Column.KIND, 0),
        repeat_rows=f"{layout.report.header_row}:{layout.report.header_row}",
        paper_a3=True,
    )


def _height(cell: CellSpec) -> float:
    """What the texts of a row that may be long need."""
    if cell.column not in (Column.TEXT, Column.SCALE) or cell.value is None:
        return 0.0
    return height_of(str(cell.value), WIDTHS[Column(cell.column)])


def _heading(layout: Layout) -> dict[str, CellSpec]:
    plan = layout.plan
    period = f"{Sheet.MASTER}!{layout.field_cell(Field.PERIOD)}"
    names = f"{Sheet.MASTER}!{layout.period_range()}"
    deadlines = f"{Sheet.MASTER}!{layout.period_range(2)}"
    goals = Sheet.GOALS
    computed = (Look.COMPUTED, Aspect.FORMULA)
    return {
        "A1": CellSpec(Look.TITLE, value=say.REPORT_TITLE.format(year=plan.year)),
        "A2": CellSpec(Look.SUBTITLE, value=f"{plan.institution} · {plan.ministry}"),
        "A3": CellSpec(Look.NOTE, value=say.REPORT_LEAD),
        "A5": CellSpec(Look.LABEL, value=say.PERIOD),
        "C5": CellSpec(*computed, formula=f'=IF({period}="","",{period})'),
        "A6": CellSpec(Look.LABEL, value=say.DEADLINE),
        "C6": CellSpec(
            *computed,
            formula=f'=IFERROR(INDEX({deadlines},MATCH({period},{names},0)),"")',
            number_format=DATE_FORMAT,
        ),
        "A7": CellSpec(Look.LABEL, value=say.SECURED_SHORT),
        "C7": CellSpec(
            Look.TOTAL,
            Aspect.FORMULA,
            formula=f"={goals}!{SECURED_CELL}",
            number_format=SCORE_FORMAT,
        ),
        "A8": CellSpec(Look.LABEL, value=say.ATTAINABLE_SHORT),
        "C8": CellSpec(
            Look.TOTAL,
            Aspect.FORMULA,
            formula=f"={goals}!{ATTAINABLE_CELL}",
            number_format=SCORE_FORMAT,
        ),
        **_legend(),
    }


def _legend() -> dict[str, CellSpec]:
    cells: dict[str, CellSpec] = {}
    for row, (look, (name, meaning)) in enumerate(LEGEND, start=_LEGEND_ROW):
        cells[f"E{row}"] = CellSpec(look, value=name)
        cells[f"G{row}"] = CellSpec(Look.ASIDE, value=meaning)
    return cells


def _row(layout: Layout, goal: Goal, criterion: Criterion, lead: str) -> dict[str, CellSpec]:
    if layout.plan.why_withdrawn(criterion) is not None:
        specs, types = _withdrawn(layout, goal, criterion, lead), {}
    else:
        specs = {**_agreed(layout, goal, criterion, lead), **_computed(layout, criterion)}
        types = input_types(criterion)
    cells: dict[str, CellSpec] = {}
    for column in map(Column, layout.report.columns):
        if column in types:
            spec = input_cell(layout, goal, criterion, column, types[column])
        else:
            spec = specs.get(column, CellSpec(Look.UNUSED, Aspect.UNUSED))
        cells[layout.report_cell(criterion.key, column)] = _placed(spec, criterion.key, column)
    return cells


def _placed(spec: CellSpec, key: str, column: Column) -> CellSpec:
    return CellSpec(
        spec.look,
        spec.aspect,
        spec.value,
        spec.formula,
        spec.number_format,
        spec.input,
        key,
        column,
        spec.lead,
        spec.trail,
    )


def _agreed(layout: Layout, goal: Goal, criterion: Criterion, lead: str) -> dict[Column, CellSpec]:
    trail = last_year(layout.plan.year, criterion)
    scale = layout.plan.scales.get(criterion.key)
    words = scale_words(layout.plan, criterion)
    text = "\n".join(part for part in (lead, criterion.text, words, trail) if part)
    specs = {
        Column.KEY: CellSpec(Look.LOCKED_CENTRED, Aspect.KEY, value=criterion.key),
        Column.GOAL: CellSpec(Look.LOCKED_CENTRED, Aspect.TEXT, value=goal.number),
        Column.TEXT: CellSpec(Look.LOCKED, Aspect.TEXT, value=text, lead=lead, trail=trail),
        Column.KIND: CellSpec(Look.LOCKED_CENTRED, Aspect.KIND, value=LABELS[criterion.kind]),
    }
    if scale is not None:
        written = write_scale(scale, in_percent=criterion.in_percent)
        specs[Column.SCALE] = CellSpec(Look.LOCKED_CENTRED, Aspect.RULE, value=written)
    if criterion.unit is not None:
        specs[Column.UNIT] = CellSpec(Look.LOCKED_CENTRED, Aspect.TEXT, value=criterion.unit)
    if criterion.target is not None:
        specs[Column.TARGET] = CellSpec(
            Look.LOCKED_CENTRED,
            Aspect.TARGET,
            value=cell_number(criterion.target, criterion.unit),
            number_format=number_format(criterion.unit),
        )
    if criterion.deadline is not None:
        specs[Column.DEADLINE] = CellSpec(
            Look.LOCKED_CENTRED,
            Aspect.DEADLINE,
            value=criterion.deadline,
            number_format=DATE_FORMAT,
        )
    if criterion.basis is not None:
        specs[Column.BASIS] = CellSpec(
            Look.LOCKED_CENTRED,
            Aspect.BASIS,
            value=cell_number(criterion.basis, criterion.reported_unit),
            number_format=number_format(criterion.reported_unit),
        )
    return specs


def _computed(layout: Layout, criterion: Criterion) -> dict[Column, CellSpec]:
    state = formulas.state(layout, criterion)
    if criterion.key in layout.plan.scales:
        state = degree_formulas.state(layout, criterion)
    specs = {Column.STATE: CellSpec(Look.STATE, Aspect.FORMULA, formula=state)}
    if not layout.plan.is_binary:
        specs[Column.DEGREE] = CellSpec(
            Look.COMPUTED,
            Aspect.FORMULA,
            formula=degree_formulas.degree(layout, criterion),
            number_format=DEGREE_FORMAT,
        )
    if criterion.kind.is_numeric:
        specs[Column.MEASURED] = CellSpec(
            Look.COMPUTED,
            Aspect.FORMULA,
            formula=formulas.measured(layout, criterion),
            number_format=number_format(criterion.unit),
        )
    if criterion.kind is Kind.BENCHMARK:
        specs[Column.TARGET] = CellSpec(
            Look.COMPUTED,
            Aspect.FORMULA,
            formula=formulas.benchmark_target(layout, criterion),
            number_format=number_format(criterion.unit),
        )
    return specs


def _withdrawn(
    layout: Layout, goal: Goal, criterion: Criterion, lead: str
) -> dict[Column, CellSpec]:
    """The row of a withdrawn criterion: what was agreed, in grey, and what it counts."""
    plan = layout.plan
    reason = withdrawn_words(plan, plan.why_withdrawn(criterion) or "")
    text = "\n".join(part for part in (lead, criterion.text, reason) if part)
    agreed = _agreed(layout, goal, criterion, lead)
    grey: dict[Column, CellSpec] = {
        column: replace(spec, look=Look.WITHDRAWN_CENTRED)
        for column, spec in agreed.items()
        if spec.formula is None and column is not Column.SCALE
    }
    grey[Column.TEXT] = CellSpec(Look.WITHDRAWN, Aspect.TEXT, value=text, lead=lead, trail="")
    leaves = plan.scoring.withdrawn is Withdrawn.LEAVES
    word = formulas.withdrawn()
    state, degree = (word, word) if leaves else (formulas.not_met(), formulas.zero())
    grey[Column.STATE] = CellSpec(Look.STATE, Aspect.FORMULA, formula=state)
    grey[Column.DEGREE] = CellSpec(
        Look.COMPUTED, Aspect.FORMULA, formula=degree, number_format=DEGREE_FORMAT
    )
    return grey
