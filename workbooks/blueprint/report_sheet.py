"""Afrapportering: a row per criterion, with what was agreed, what is typed, what is computed.

The rows of a goal begin with a thin one that has its number, its title, and no key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from resultatplan.criteria import LABELS
from resultatplan.goals import Criterion, Goal
from resultatplan.outcome import COUNTED_LABELS
from resultatplan.plan import Plan, Section
from resultatplan.rulings import Ruling, left_as
from resultatplan.scales import partly_counts, write_interval, write_scale
from texts import workbook as say
from texts.language import day, quantity, target_words
from workbooks import formulas
from workbooks.blueprint.missing import missing_cells
from workbooks.blueprint.prose import height_of
from workbooks.blueprint.scheme_words import ruling_words, scale_words
from workbooks.blueprint.specs import (
    AS_OF_FORMAT,
    COUNT_FORMAT,
    DATE_FORMAT,
    FORMATS,
    SCORE_FORMAT,
    Aspect,
    CellSpec,
    InputSpec,
    Look,
    SheetSpec,
    agreed,
    bounds_words,
    cell_number,
    computed,
    degree_format,
    header_cells,
    number_format,
    shortened,
    top_lines,
)
from workbooks.form import (
    AS_OF_CELL,
    REPEATED_TOTALS,
    Column,
    Field,
    Layout,
    Sheet,
    ValueType,
    answers_of,
    counts_whole,
    inputs_by_key,
    limits_of,
)

_WIDTHS: dict[Column, float] = {
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
    Column.STATE: 12,
    Column.STATUS: 8,
    Column.FORECAST: 12,
    Column.EXPLANATION: 40,
    Column.ACTION_PLAN: 34,
    Column.PROVISIONAL: 10,
    Column.DOCUMENTATION: 24,
    Column.SCALE: 24,
    Column.COUNTED: 12,
    Column.DEGREE: 9,
    Column.LOW: 9,
    Column.EXPECTED: 10,
    Column.HIGH: 10,
}

LEGEND = (
    (Look.INPUT, say.LEGEND_INPUT),
    (Look.LOCKED_CENTRED, say.LEGEND_LOCKED),
    (Look.UNUSED, say.LEGEND_UNUSED),
    (Look.COMPUTED, say.LEGEND_COMPUTED),
    (Look.MISSING, say.LEGEND_MISSING),
    (Look.CARRIED, say.LEGEND_CARRIED),
)
"""What the looks mean, here and in the guide."""

_WIDE_KIND = 20.0
"""Room for »sammenligningstallet«."""
_LEGEND_ROW = 4
_PROMPT_TITLE_LENGTH = 32
_PROMPT_LENGTH = 255
_GOAL_HEIGHT = 19.0
_ROOM_TO_WRITE = 57.0
"""Four lines: protected rows are made higher by hand, so they begin with some room."""
_LONG_TEXTS = (Column.TEXT, Column.SCALE)


def report_sheet(layout: Layout) -> SheetSpec:
    """The sheet Afrapportering with `tblAfrapportering`."""
    plan, table = layout.plan, layout.report
    cells = _heading(layout) | header_cells(table)
    compares = any(each.kind.is_benchmark for each in plan.criteria)
    own = {Column.KIND: _WIDE_KIND} if compares else {}
    widths = tuple((_WIDTHS | own)[Column(name)] for name in table.columns)
    legend_rows = range(_LEGEND_ROW, _LEGEND_ROW + len(LEGEND))
    heading = range(_LEGEND_ROW, table.header_row)
    heights = {1: 21.0, 2: 14.0, 3: 14.0, table.header_row: 32.0} | dict.fromkeys(heading, 14.0)
    goals = ((section, goal) for section in plan.sections for goal in section.goals)
    rows = {goal.number: _goal(section, goal) for section, goal in goals}
    for criterion, types in inputs_by_key(plan):
        rows[criterion.key] = _criterion(layout, criterion, types)
    for row, name in enumerate(layout.report_rows):
        heights[table.first_row + row] = _height(rows[name])
        for column in table.columns:
            spec = rows[name][Column(column)]
            cells[table.cell(column, row)] = replace(spec, key=name, column=column)
    cells |= missing_cells(layout, cells)
    return SheetSpec(
        Sheet.REPORT,
        cells,
        widths=widths,
        table=table,
        merged=tuple(f"E{row}:F{row}" for row in legend_rows),
        heights=heights,
        zoom=85,
        freeze=table.cell(Column.KIND, 0),
        second_page=table.letter(Column.EXPLANATION),
    )


def _height(row: Mapping[Column, CellSpec]) -> float:
    """What a row's texts that may be long need; a goal's runs over the blank cells beside it."""
    if row[Column.TEXT].look is Look.GOAL:
        return _GOAL_HEIGHT
    texts = (height_of(str(row[each].value or ""), _WIDTHS[each]) for each in _LONG_TEXTS)
    return max(_ROOM_TO_WRITE, *texts)


def _heading(layout: Layout) -> dict[str, CellSpec]:
    plan = layout.plan
    period = f"{Sheet.MASTER}!{layout.field_cell(Field.PERIOD)}"
    names, deadlines = (f"{Sheet.MASTER}!{layout.period_range(column)}" for column in (0, 2))
    deadline = f"INDEX({deadlines},MATCH({period},{names},0))"
    cells = top_lines(
        say.REPORT_TITLE.format(year=plan.year),
        f"{plan.institution} · {plan.ministry}",
        say.REPORT_LEAD,
    )
    cells |= {
        "A5": CellSpec(Look.LABEL, value=say.PERIOD),
        "C5": computed(f'=IF({period}="","",{period})'),
        AS_OF_CELL: computed(formulas.as_of(layout), AS_OF_FORMAT),
        "A6": CellSpec(Look.LABEL, value=say.DEADLINE),
        "C6": computed(f'=IFERROR({deadline},"")', DATE_FORMAT),
    }
    labels, total_format = say.COUNTS, COUNT_FORMAT
    if plan.has_total:
        labels = (say.SECURED_SHORT, say.EXPECTED_SHORT, say.ATTAINABLE_SHORT)
        total_format = SCORE_FORMAT
    for label, (total, address) in zip(labels, REPEATED_TOTALS.items(), strict=True):
        cells[f"A{address[1:]}"] = CellSpec(Look.LABEL, value=label)
        cells[address] = computed(f"={Sheet.GOALS}!{total}", total_format, Look.TOTAL)
    for row, (look, (name, meaning)) in enumerate(LEGEND, start=_LEGEND_ROW):
        cells[f"E{row}"] = CellSpec(look, value=name)
        cells[f"G{row}"] = CellSpec(Look.ASIDE, value=meaning)
    return cells


def _goal(section: Section, goal: Goal) -> dict[Column, CellSpec]:
    """A goal's own row; of the first in a section with that section's title."""
    trail = ""
    if goal is section.goals[0]:
        number = "" if section.number is None else f"{section.number.rstrip('.')}. "
        trail = f"  ·  {number}{section.title}"
    return dict.fromkeys(Column, CellSpec(Look.GOAL, Aspect.UNUSED)) | {
        Column.GOAL: CellSpec(Look.GOAL, value=goal.number),
        Column.TEXT: CellSpec(Look.GOAL, value=f"{goal.title}{trail}", trail=trail),
    }


def _criterion(
    layout: Layout, criterion: Criterion, types: Mapping[Column, ValueType]
) -> dict[Column, CellSpec]:
    """The whole row of a criterion, with inputs of these types."""
    plan, ruling = layout.plan, layout.plan.ruling_on(criterion)
    row = dict.fromkeys(Column, CellSpec(Look.UNUSED, Aspect.UNUSED))
    if ruling is not None:
        return row | _ruled(plan, criterion, ruling)
    parts = (criterion.text, scale_words(plan, criterion), _last_year(plan, criterion))
    text = CellSpec(Look.LOCKED, value=_lines(*parts), trail=parts[-1])
    inputs = {column: _input(layout, criterion, column, types[column]) for column in types}
    return (
        row | _agreed(plan, criterion) | {Column.TEXT: text} | _computed(layout, criterion) | inputs
    )


def _ruled(plan: Plan, criterion: Criterion, ruling: Ruling) -> dict[Column, CellSpec]:
    """What stands in the row of a criterion that is ruled on: what was agreed, in grey, and what
    it counts."""
    text = _lines(criterion.text, ruling_words([ruling]))
    word = formulas.LEFT[left_as([ruling])] if ruling.is_out else formulas.NOT_FULFILLED
    state = formulas.word(word)
    figure = computed(state if ruling.is_out else formulas.ZERO, degree_format(plan))
    grey: dict[Column, CellSpec] = {
        column: replace(spec, look=Look.RULED_CENTRED)
        for column, spec in _agreed(plan, criterion).items()
        if column not in (Column.SCALE, Column.COUNTED)
    }
    return grey | {
        Column.TEXT: CellSpec(Look.RULED, value=text),
        Column.STATE: computed(state, look=Look.STATE),
        **dict.fromkeys((Column.DEGREE, Column.LOW, Column.EXPECTED, Column.HIGH), figure),
    }


def _agreed(plan: Plan, criterion: Criterion) -> dict[Column, CellSpec]:
    """What is agreed of a criterion, but for its text."""
    unit, reported = criterion.unit, criterion.reported_unit
    specs = {
        Column.KEY: agreed(Aspect.KEY, criterion.key),
        Column.GOAL: agreed(Aspect.TEXT, plan.goal_by_key[criterion.key].number),
        Column.KIND: agreed(Aspect.KIND, LABELS[criterion.kind]),
    }
    scale = plan.scales.get(criterion.key)
    if scale is not None:
        written = write_scale(scale, in_percent=criterion.in_percent)
        specs[Column.SCALE] = agreed(Aspect.RULE, written)
    if criterion.kind.is_numeric:
        specs[Column.COUNTED] = agreed(Aspect.TEXT, COUNTED_LABELS[criterion.counts])
    if unit is not None:
        specs[Column.UNIT] = agreed(Aspect.TEXT, unit)
    if criterion.target is not None and criterion.target_to is not None:
        ends = criterion.target, criterion.target_to
        interval = write_interval(*ends, in_percent=criterion.in_percent)
        specs[Column.TARGET] = agreed(Aspect.TARGET, interval)
    elif criterion.target is not None:
        target = cell_number(criterion.target, unit)
        format_ = number_format(unit, whole=counts_whole(criterion))
        specs[Column.TARGET] = agreed(Aspect.TARGET, target, format_)
    if criterion.deadline is not None:
        specs[Column.DEADLINE] = agreed(Aspect.DEADLINE, criterion.deadline, DATE_FORMAT)
    if criterion.basis is not None:
        basis = cell_number(criterion.basis, reported)
        format_ = number_format(reported, whole=counts_whole(criterion))
        specs[Column.BASIS] = agreed(Aspect.BASIS, basis, format_)
    return specs


def _computed(layout: Layout, criterion: Criterion) -> dict[Column, CellSpec]:
    format_ = number_format(criterion.unit, whole=counts_whole(criterion))
    specs = {Column.STATE: computed(formulas.state(layout, criterion), look=Look.STATE)}
    for column, formula in formulas.degrees(layout, criterion).items():
        specs[column] = computed(formula, degree_format(layout.plan))
    if criterion.kind.is_numeric:
        specs[Column.MEASURED] = computed(formulas.measured(layout, criterion), format_)
    if criterion.kind.is_benchmark:
        specs[Column.TARGET] = computed(formulas.benchmark_target(layout, criterion), format_)
    return specs


def _last_year(plan: Plan, criterion: Criterion) -> str:
    """Last year's figures: `2019: mål 97 pct., resultat –`."""
    earlier = [
        entry
        for entry in criterion.history
        if entry.year < plan.year and (entry.target, entry.result) != (None, None)
    ]
    if not earlier:
        return ""
    entry = earlier[-1]
    unit = entry.unit or criterion.unit
    target = say.LAST_TARGET.format(
        target=target_words(entry.target, entry.target_to, unit) or say.NOT_GIVEN
    )
    result = say.NOT_GIVEN if entry.result is None else quantity(entry.result, unit)
    figures = f"{target}, {say.LAST_RESULT.format(result=result)}"
    return say.LAST_YEAR.format(year=entry.year, figures=figures)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _input(layout: Layout, criterion: Criterion, column: Column, value_type: ValueType) -> CellSpec:
    """An input cell, with what is shown beside it when it is chosen."""
    plan, goal = layout.plan, layout.plan.goal_by_key[criterion.key]
    title = shortened(f"{criterion.key} · {column}", _PROMPT_TITLE_LENGTH)
    prompt = _prompt(plan, criterion, column, value_type)
    if prompt:
        prompt = f"{prompt}\n({goal.number} {goal.title})"
    choices = None
    if value_type.is_answer or value_type is ValueType.STATUS:
        choices = f'"{",".join(answers_of(criterion, value_type))}"'
    limits = layout.limits[criterion.key] if value_type.is_number else None
    return CellSpec(
        Look.INPUT,
        Aspect.INPUT,
        number_format=FORMATS.get(value_type),
        input=InputSpec(value_type, title, shortened(prompt, _PROMPT_LENGTH), choices, limits),
    )


def _prompt(plan: Plan, criterion: Criterion, column: Column, value_type: ValueType) -> str:
    asked = _asked(plan, criterion, column, value_type)
    if criterion.key not in plan.scales:
        return asked
    if column is Column.DONE and criterion.partly:
        prompt = say.PARTLY_PROMPT.format(counts=partly_counts(plan.scoring.partial_credit))
        return f"{asked} {prompt.rstrip('.')}."
    if column is Column.DONE and criterion.grades:
        return f"{asked} {say.GRADE_PROMPT}"
    if column is Column.DONE and criterion.partial_deadline is not None:
        return say.LATE_PROMPT.format(day=day(criterion.partial_deadline))
    if column in (Column.RESULT, Column.DATE):
        return f"{asked} {scale_words(plan, criterion)}"
    return asked


def _asked(plan: Plan, criterion: Criterion, column: Column, value_type: ValueType) -> str:
    unit = criterion.reported_unit
    in_unit = "" if unit is None else say.IN_UNIT.format(unit=unit)
    typed = say.TYPE_PROMPTS[value_type].format(in_unit=in_unit, year=plan.year).rstrip(".") + "."
    if value_type.is_number and (criterion.least, criterion.greatest) != (None, None):
        typed = f"{typed} {bounds_words(say.BOUNDS_PROMPT, limits_of(criterion), value_type)}"
    if column is Column.BASIS:
        basis = (criterion.basis_text or say.BASIS_DEFAULT).rstrip(".")
        return say.BASIS_PROMPT.format(basis=basis, type=typed)
    if column is Column.RESULT:
        return say.RESULT_PROMPTS[criterion.kind].format(type=typed)
    if column is Column.DONE:
        return say.DONE_PROMPTS[criterion.kind].format(assessor=criterion.assessor)
    if column is Column.FORECAST:
        return f"{say.COLUMN_PROMPTS[column]} {typed}"
    return say.COLUMN_PROMPTS.get(column, "")
