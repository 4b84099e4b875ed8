"""Målopfyldelse: a row per goal, and above it the totals and what computed them."""

from __future__ import annotations

from dataclasses import replace

from resultatplan.combinations import ByRule, write_combination
from resultatplan.plan import Goal, Plan
from texts import schemes
from texts import workbook as say
from workbooks import degree_formulas, formulas
from workbooks.blueprint.cells import (
    DEGREE_FORMAT,
    SCORE_FORMAT,
    Aspect,
    CellSpec,
    Look,
    SheetSpec,
    header_cells,
)
from workbooks.blueprint.measure import height_of
from workbooks.blueprint.scheme import (
    has_default_weights,
    weight_words,
    why_goal_is_withdrawn,
    withdrawn_words,
)
from workbooks.form import (
    ATTAINABLE_CELL,
    COMPUTED_BY_CELL,
    SECURED_CELL,
    Field,
    GoalColumn,
    Layout,
    Sheet,
)

_WIDTHS = {
    GoalColumn.GOAL: 9,
    GoalColumn.TITLE: 56,
    GoalColumn.RULE: 28,
    GoalColumn.WEIGHT: 12,
    GoalColumn.FULFILMENT: 14,
    GoalColumn.CONTRIBUTION: 12,
    GoalColumn.LOW: 11,
    GoalColumn.HIGH: 11,
}
FULFILMENT_FORMAT = "0"
_FIRST_COMPUTED = tuple(GoalColumn).index(GoalColumn.FULFILMENT)


def goals_sheet(layout: Layout) -> SheetSpec:
    """The sheet Målopfyldelse with `tblMaal`."""
    plan = layout.plan
    secured, attainable = formulas.secured(layout), formulas.attainable(layout)
    notes = say.SECURED_NOTE, say.ATTAINABLE_NOTE
    if not plan.is_binary:
        secured, attainable = degree_formulas.secured(layout), degree_formulas.attainable(layout)
        notes = schemes.SECURED_NOTE, schemes.ATTAINABLE_NOTE
    cells = {
        "A1": CellSpec(Look.TITLE, value=say.GOALS_TITLE.format(year=plan.year)),
        "A2": CellSpec(Look.SUBTITLE, value=f"{plan.institution} · {plan.ministry}"),
        "A3": CellSpec(Look.NOTE, value=say.GOALS_LEAD),
        "A5": CellSpec(Look.LABEL, value=say.SECURED),
        SECURED_CELL: CellSpec(
            Look.TOTAL,
            Aspect.FORMULA,
            formula=secured,
            number_format=SCORE_FORMAT,
        ),
        "D5": CellSpec(Look.ASIDE, value=notes[0]),
        "A6": CellSpec(Look.LABEL, value=say.ATTAINABLE),
        ATTAINABLE_CELL: CellSpec(
            Look.TOTAL,
            Aspect.FORMULA,
            formula=attainable,
            number_format=SCORE_FORMAT,
        ),
        "D6": CellSpec(Look.ASIDE, value=notes[1]),
        "A7": CellSpec(Look.LABEL, value=say.COMPUTED_BY),
        COMPUTED_BY_CELL: CellSpec(
            Look.COMPUTED,
            Aspect.FORMULA,
            formula=formulas.computed_by(say.WITH_FUNCTIONS, say.WITHOUT_FUNCTIONS),
        ),
        "A8": CellSpec(Look.NOTE, value=_arithmetic(plan)),
        **header_cells(layout.goals),
    }
    heights = {1: 24.0, layout.goals.header_row: 22.0}
    heights |= dict.fromkeys((5, 6, 7, 8), 18.0)
    for row, goal in enumerate(plan.goals, start=layout.goals.first_row):
        heights[row] = max(_height(plan, goal), 22.0)
    cells.update(_rows(layout))
    return SheetSpec(
        Sheet.GOALS,
        cells,
        widths=tuple(_WIDTHS[GoalColumn(name)] for name in layout.goals.columns),
        table=layout.goals,
        heights=heights,
        one_page=True,
        freeze=layout.goals.cell(GoalColumn.GOAL, 0),
        repeat_rows=f"{layout.goals.header_row}:{layout.goals.header_row}",
    )


def _arithmetic(plan: Plan) -> str:
    if plan.is_binary and has_default_weights(plan):
        return say.ARITHMETIC.format(count=len(plan.goals))
    outcome = schemes.GOAL_MET_OR_NOT if plan.is_binary else schemes.GOAL_IN_PART
    return f"{weight_words(plan)} {outcome}"


def _title(plan: Plan, goal: Goal) -> str:
    reason = why_goal_is_withdrawn(goal)
    return goal.title if reason is None else f"{goal.title}\n{withdrawn_words(plan, reason)}"


def _rule(plan: Plan, goal: Goal) -> str:
    combination = goal.combination(plan.scoring.partial_credit)
    return write_combination(combination, wording=goal.rule or say.RULE_ALL)


def _rows(layout: Layout) -> dict[str, CellSpec]:
    plan = layout.plan
    period = f"{Sheet.MASTER}!{_absolute(layout.field_cell(Field.PERIOD))}"
    is_final = f'{period}="{plan.reporting.periods[-1].name}"'
    cells: dict[str, CellSpec] = {}
    for goal, weight in zip(plan.goals, plan.weights, strict=True):
        specs = {**_agreed(plan, goal, weight), **_computed(layout, goal, is_final)}
        for column, spec in specs.items():
            address = layout.goal_cell(goal.number, column)
            cells[address] = replace(spec, key=goal.number, column=column)
    return cells


def _agreed(plan: Plan, goal: Goal, weight: float) -> dict[GoalColumn, CellSpec]:
    text, centred = Look.LOCKED, Look.LOCKED_CENTRED
    if goal.is_wholly_withdrawn:
        text, centred = Look.WITHDRAWN, Look.WITHDRAWN_CENTRED
    return {
        GoalColumn.GOAL: CellSpec(centred, Aspect.KEY, value=goal.number),
        GoalColumn.TITLE: CellSpec(text, Aspect.TEXT, value=_title(plan, goal)),
        GoalColumn.RULE: CellSpec(centred, Aspect.RULE, value=_rule(plan, goal)),
        GoalColumn.WEIGHT: CellSpec(
            centred, Aspect.WEIGHT, value=weight, number_format=SCORE_FORMAT
        ),
    }


def _computed(layout: Layout, goal: Goal, is_final: str) -> dict[GoalColumn, CellSpec]:
    plan = layout.plan
    number_format = FULFILMENT_FORMAT if plan.is_binary else DEGREE_FORMAT
    figures = Look.WITHDRAWN_CENTRED if plan.has_left(goal) else Look.COMPUTED
    specs: dict[GoalColumn, CellSpec] = {}
    for column, formula in _formulas(layout, goal, is_final).items():
        look = Look.STATE if column is GoalColumn.FULFILMENT else figures
        format_ = SCORE_FORMAT if column is GoalColumn.CONTRIBUTION else number_format
        specs[column] = CellSpec(look, Aspect.FORMULA, formula=formula, number_format=format_)
    return specs


def _formulas(layout: Layout, goal: Goal, is_final: str) -> dict[GoalColumn, str]:
    plan = layout.plan
    combination = plan.combinations.get(goal.number)
    if combination is None:
        computed = map(GoalColumn, layout.goals.columns[_FIRST_COMPUTED:])
        return {
            **dict.fromkeys(computed, formulas.zero()),
            GoalColumn.FULFILMENT: formulas.withdrawn(),
        }
    if plan.is_binary and isinstance(combination, ByRule):
        return {
            GoalColumn.FULFILMENT: formulas.fulfilment(layout, goal, combination.rule, is_final),
            GoalColumn.CONTRIBUTION: formulas.contribution(layout, goal),
        }
    return {
        GoalColumn.FULFILMENT: degree_formulas.fulfilment(layout, goal, is_final),
        GoalColumn.CONTRIBUTION: degree_formulas.contribution(layout, goal),
        GoalColumn.LOW: degree_formulas.lowest(layout, goal, combination, is_final),
        GoalColumn.HIGH: degree_formulas.highest(layout, goal, combination, is_final),
    }


def _height(plan: Plan, goal: Goal) -> float:
    title = height_of(_title(plan, goal), _WIDTHS[GoalColumn.TITLE])
    if plan.is_binary:
        return title + 3
    return max(title, height_of(_rule(plan, goal), _WIDTHS[GoalColumn.RULE])) + 3


def _absolute(address: str) -> str:
    letters = address.rstrip("0123456789")
    return f"${letters}${address[len(letters) :]}"
