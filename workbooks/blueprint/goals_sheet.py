"""Målopfyldelse: a row per goal, above it the totals and what computed them, below the notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resultatplan.combinations import write_combination
from resultatplan.goals import Goal
from resultatplan.plan import Plan
from texts import workbook as say
from workbooks import formulas
from workbooks.blueprint.prose import Prose, height_of
from workbooks.blueprint.scheme_words import has_default_weights, ruling_words, weight_words
from workbooks.blueprint.specs import (
    COUNT_FORMAT,
    SCORE_FORMAT,
    Aspect,
    CellSpec,
    Look,
    SheetSpec,
    agreed,
    computed,
    degree_format,
    header_cells,
    top_lines,
)
from workbooks.form import COMPUTED_BY_CELL, GoalColumn, Layout, Sheet

_WIDTHS = {
    GoalColumn.GOAL: 9,
    GoalColumn.TITLE: 56,
    GoalColumn.RULE: 28,
    GoalColumn.WEIGHT: 12,
    GoalColumn.FULFILMENT: 14,
    GoalColumn.CONTRIBUTION: 12,
    GoalColumn.LOW: 11,
    GoalColumn.EXPECTED: 11,
    GoalColumn.HIGH: 11,
}


def goals_sheet(layout: Layout) -> SheetSpec:
    """The sheet Målopfyldelse with `tblMaal`."""
    plan, table = layout.plan, layout.goals
    labels = [
        (say.SECURED, say.SECURED_NOTE),
        (say.EXPECTED, say.EXPECTED_NOTE),
        (say.ATTAINABLE, say.ATTAINABLE_NOTE),
    ]
    if not plan.has_total:
        labels = [(each, "") for each in say.COUNTS]
    cells = {
        **top_lines(
            say.GOALS_TITLE.format(year=plan.year),
            f"{plan.institution} · {plan.ministry}",
            say.GOALS_LEAD,
        ),
        "A8": CellSpec(Look.LABEL, value=say.COMPUTED_BY),
        COMPUTED_BY_CELL: computed(formulas.computed_by(say.WITH_FUNCTIONS, say.WITHOUT_FUNCTIONS)),
        "A9": CellSpec(Look.NOTE, value=_arithmetic(plan)),
        **header_cells(table),
    }
    total_format = SCORE_FORMAT if plan.has_total else COUNT_FORMAT
    for (address, formula), (label, note) in zip(
        formulas.totals(layout).items(), labels, strict=True
    ):
        cells[f"A{address[1:]}"] = CellSpec(Look.LABEL, value=label)
        cells[address] = computed(formula, total_format, Look.TOTAL)
        cells[f"D{address[1:]}"] = CellSpec(Look.ASIDE, value=note or None)
    heights = {1: 24.0, table.header_row: 22.0} | dict.fromkeys((5, 6, 7, 8, 9), 18.0)
    for row, (goal, weight) in enumerate(zip(plan.goals, plan.weights, strict=True)):
        heights[table.first_row + row] = max(_height(plan, goal), 22.0)
        specs = _agreed(plan, goal) | _computed(layout, goal)
        if plan.has_total:
            specs[GoalColumn.WEIGHT] = _weight(plan, goal, weight)
        for column, spec in specs.items():
            cells[table.cell(column, row)] = replace(spec, key=goal.number, column=column)
    widths = tuple(_WIDTHS[GoalColumn(name)] for name in table.columns)
    # What stands in the first column is a key of the table, or no row of it: a text, apart from it.
    notes = Prose(widths, table.last_row + 2)
    if texts := list(notes_of(plan)):
        notes.part(say.NOTES_HEADING, texts)
    return SheetSpec(
        Sheet.GOALS,
        cells | notes.cells,
        widths=widths,
        table=table,
        merged=tuple(notes.merged),
        heights=heights | notes.heights,
    )


def notes_of(plan: Plan) -> Iterator[str]:
    """The plan's notes and sources, each with what it is about."""
    about = [(say.NOTES_PLAN, note) for note in plan.notes]
    for goal in plan.goals:
        about += [(goal.number, note) for note in (*goal.notes, goal.source) if note]
        for each in goal.criteria:
            about += [(each.key, note) for note in (*each.notes, each.source) if note]
    return (say.NOTE.format(about=what, note=note) for what, note in about)


def _arithmetic(plan: Plan) -> str:
    if not plan.has_total:
        return say.NO_TOTAL
    if plan.is_binary and has_default_weights(plan):
        return say.ARITHMETIC.format(count=len(plan.goals))
    outcome = say.GOAL_MET_OR_NOT if plan.is_binary else say.GOAL_IN_PART
    return f"{weight_words(plan)} {outcome}"


def _title(plan: Plan, goal: Goal) -> str:
    rulings = plan.rulings_on(goal)
    return f"{goal.title}\n{ruling_words(rulings)}" if rulings else goal.title


def _rule(plan: Plan, goal: Goal) -> str:
    combination = goal.combination(plan.scoring.partial_credit)
    return write_combination(combination, wording=goal.rule or say.RULE_ALL)


def _weight(plan: Plan, goal: Goal, weight: float) -> CellSpec:
    look = Look.RULED_CENTRED if plan.rulings_on(goal) else Look.LOCKED_CENTRED
    return agreed(Aspect.WEIGHT, weight, SCORE_FORMAT, look)


def _agreed(plan: Plan, goal: Goal) -> dict[GoalColumn, CellSpec]:
    text, centred = Look.LOCKED, Look.LOCKED_CENTRED
    if plan.rulings_on(goal):
        text, centred = Look.RULED, Look.RULED_CENTRED
    return {
        GoalColumn.GOAL: agreed(Aspect.KEY, goal.number, look=centred),
        GoalColumn.TITLE: agreed(Aspect.TEXT, _title(plan, goal), look=text),
        GoalColumn.RULE: agreed(Aspect.RULE, _rule(plan, goal), look=centred),
    }


def _computed(layout: Layout, goal: Goal) -> dict[GoalColumn, CellSpec]:
    plan = layout.plan
    figures = Look.RULED_CENTRED if plan.has_left(goal) else Look.COMPUTED
    specs: dict[GoalColumn, CellSpec] = {}
    for column, formula in formulas.of_goal(layout, goal).items():
        look = Look.STATE if column is GoalColumn.FULFILMENT else figures
        number_format = degree_format(plan)
        if column is GoalColumn.CONTRIBUTION:
            number_format = SCORE_FORMAT
        specs[column] = computed(formula, number_format, look)
    return specs


def _height(plan: Plan, goal: Goal) -> float:
    title = height_of(_title(plan, goal), _WIDTHS[GoalColumn.TITLE])
    if plan.is_binary:
        return title + 3
    return max(title, height_of(_rule(plan, goal), _WIDTHS[GoalColumn.RULE])) + 3
