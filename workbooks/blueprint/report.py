"""Afrapportering: a row per criterion, with what was agreed, what is typed, what is computed."""

from __future__ import annotations

from resultatplan.criteria import LABELS, Kind
from resultatplan.plan import Criterion, Goal, HistoryEntry
from texts import workbook as say
from texts.notation import quantity
from workbooks import formulas
from workbooks.blueprint.cells import (
    DATE_FORMAT,
    FORMATS,
    SCORE_FORMAT,
    Aspect,
    CellSpec,
    InputSpec,
    Look,
    SheetSpec,
    header_cells,
    shortened,
)
from workbooks.blueprint.measure import height_of
from workbooks.blueprint.units import cell_number, number_format
from workbooks.inputs import NO, STATUSES, YES, ValueType, input_types
from workbooks.layout import (
    ATTAINABLE_CELL,
    SECURED_CELL,
    Column,
    Field,
    Layout,
    Sheet,
)

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
_PROMPT_TITLE_LENGTH = 32
_PROMPT_LENGTH = 255


def report_sheet(layout: Layout) -> SheetSpec:
    """The sheet Afrapportering with `tblAfrapportering`."""
    cells = {**_heading(layout), **header_cells(layout.report)}
    heights = {1: 24.0, layout.report.header_row: 44.0}
    heights |= dict.fromkeys(range(_LEGEND_ROW, _LEGEND_ROW + len(LEGEND)), 17.0)
    for section in layout.plan.sections:
        for goal in section.goals:
            for criterion in goal.criteria:
                lead = _lead(section.title, section.number, goal, criterion, section.goals[0])
                row_cells = _row(layout, goal, criterion, lead)
                cells.update(row_cells)
                text = row_cells[layout.report_cell(criterion.key, Column.TEXT)].value
                row = layout.report.first_row + layout.plan.criteria.index(criterion)
                heights[row] = max(height_of(str(text), WIDTHS[Column.TEXT]), _ROOM_TO_WRITE)
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
    specs: dict[Column, CellSpec] = {
        **_agreed(layout, goal, criterion, lead),
        **_computed(layout, criterion),
    }
    types = input_types(criterion)
    cells: dict[str, CellSpec] = {}
    for column in Column:
        if column in types:
            spec = _input(layout, goal, criterion, column, types[column])
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
    trail = _last_year(layout.plan.year, criterion)
    text = "\n".join(part for part in (lead, criterion.text, trail) if part)
    specs = {
        Column.KEY: CellSpec(Look.LOCKED_CENTRED, Aspect.KEY, value=criterion.key),
        Column.GOAL: CellSpec(Look.LOCKED_CENTRED, Aspect.TEXT, value=goal.number),
        Column.TEXT: CellSpec(Look.LOCKED, Aspect.TEXT, value=text, lead=lead, trail=trail),
        Column.KIND: CellSpec(Look.LOCKED_CENTRED, Aspect.KIND, value=LABELS[criterion.kind]),
    }
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
    specs = {
        Column.STATE: CellSpec(
            Look.STATE, Aspect.FORMULA, formula=formulas.state(layout, criterion)
        )
    }
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


def _input(
    layout: Layout, goal: Goal, criterion: Criterion, column: Column, value_type: ValueType
) -> CellSpec:
    title = shortened(f"{criterion.key} · {column}", _PROMPT_TITLE_LENGTH)
    prompt = _prompt(layout, criterion, column, value_type)
    prompt = shortened(f"{prompt}\n({goal.number} {goal.title})", _PROMPT_LENGTH)
    choices = None
    if value_type is ValueType.YES_NO:
        choices = f'"{YES},{NO}"'
    elif value_type is ValueType.STATUS:
        choices = f'"{",".join(STATUSES)}"'
    return CellSpec(
        Look.INPUT,
        Aspect.INPUT,
        number_format=FORMATS.get(value_type),
        input=InputSpec(value_type, title, prompt, choices),
    )


def _prompt(layout: Layout, criterion: Criterion, column: Column, value_type: ValueType) -> str:
    typed = say.TYPE_PROMPTS[value_type].format(
        unit=criterion.reported_unit or "", year=layout.plan.year
    )
    if column is Column.BASIS:
        basis = (criterion.basis_text or say.BASIS_DEFAULT).rstrip(".")
        return say.BASIS_PROMPT.format(basis=basis, type=typed)
    if column is Column.RESULT:
        return say.RESULT_PROMPTS[criterion.kind].format(type=typed)
    if column is Column.DONE:
        return say.DONE_PROMPTS[criterion.kind].format(assessor=criterion.assessor)
    if column is Column.FORECAST:
        return f"{say.COLUMN_PROMPTS[column]} {typed}"
    return say.COLUMN_PROMPTS[column]


def _lead(
    section: str, section_number: str | None, goal: Goal, criterion: Criterion, first: Goal
) -> str:
    """What stands above the first criterion of a goal: the section, once, and the goal's title."""
    if criterion is not goal.criteria[0]:
        return ""
    heading = f"{goal.number} {goal.title}"
    if goal is not first:
        return heading
    name = section if section_number is None else f"{section_number}. {section}"
    return f"{name.upper()}\n{heading}"


def _last_year(year: int, criterion: Criterion) -> str:
    """Last year's figures: `2019: mål 97 pct., resultat –`."""
    earlier = [entry for entry in criterion.history if entry.year < year and _has_data(entry)]
    if not earlier:
        return ""
    entry = earlier[-1]
    unit = entry.unit or criterion.unit
    figures = ", ".join(
        template.format(**{name: say.NOT_GIVEN if value is None else quantity(value, unit)})
        for template, name, value in (
            (say.LAST_TARGET, "target", entry.target),
            (say.LAST_RESULT, "result", entry.result),
        )
    )
    return say.LAST_YEAR.format(year=entry.year, figures=figures)


def _has_data(entry: HistoryEntry) -> bool:
    return entry.target is not None or entry.result is not None
