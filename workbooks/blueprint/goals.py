"""Målopfyldelse: a row per goal, and above it the totals and what computed them."""

from __future__ import annotations

from texts import workbook as say
from workbooks import formulas
from workbooks.blueprint.cells import (
    SCORE_FORMAT,
    Aspect,
    CellSpec,
    Look,
    SheetSpec,
    header_cells,
)
from workbooks.blueprint.measure import height_of
from workbooks.layout import (
    ATTAINABLE_CELL,
    COMPUTED_BY_CELL,
    SECURED_CELL,
    Field,
    GoalColumn,
    Layout,
    Sheet,
)

_WIDTHS = (9, 56, 28, 12, 14, 12)
FULFILMENT_FORMAT = "0"


def goals_sheet(layout: Layout) -> SheetSpec:
    """The sheet Målopfyldelse with `tblMaal`."""
    plan = layout.plan
    cells = {
        "A1": CellSpec(Look.TITLE, value=say.GOALS_TITLE.format(year=plan.year)),
        "A2": CellSpec(Look.SUBTITLE, value=f"{plan.institution} · {plan.ministry}"),
        "A3": CellSpec(Look.NOTE, value=say.GOALS_LEAD),
        "A5": CellSpec(Look.LABEL, value=say.SECURED),
        SECURED_CELL: CellSpec(
            Look.TOTAL,
            Aspect.FORMULA,
            formula=formulas.secured(layout),
            number_format=SCORE_FORMAT,
        ),
        "D5": CellSpec(Look.ASIDE, value=say.SECURED_NOTE),
        "A6": CellSpec(Look.LABEL, value=say.ATTAINABLE),
        ATTAINABLE_CELL: CellSpec(
            Look.TOTAL,
            Aspect.FORMULA,
            formula=formulas.attainable(layout),
            number_format=SCORE_FORMAT,
        ),
        "D6": CellSpec(Look.ASIDE, value=say.ATTAINABLE_NOTE),
        "A7": CellSpec(Look.LABEL, value=say.COMPUTED_BY),
        COMPUTED_BY_CELL: CellSpec(
            Look.COMPUTED,
            Aspect.FORMULA,
            formula=formulas.computed_by(say.WITH_FUNCTIONS, say.WITHOUT_FUNCTIONS),
        ),
        "A8": CellSpec(Look.NOTE, value=say.ARITHMETIC.format(count=len(plan.goals))),
        **header_cells(layout.goals),
    }
    heights = {1: 24.0, layout.goals.header_row: 22.0}
    heights |= dict.fromkeys((5, 6, 7, 8), 18.0)
    for row, goal in enumerate(plan.goals, start=layout.goals.first_row):
        heights[row] = max(height_of(goal.title, _WIDTHS[1]) + 3, 22.0)
    cells.update(_rows(layout))
    return SheetSpec(
        Sheet.GOALS,
        cells,
        widths=_WIDTHS,
        table=layout.goals,
        heights=heights,
        one_page=True,
        freeze=layout.goals.cell(GoalColumn.GOAL, 0),
        repeat_rows=f"{layout.goals.header_row}:{layout.goals.header_row}",
    )


def _rows(layout: Layout) -> dict[str, CellSpec]:
    plan = layout.plan
    period = f"{Sheet.MASTER}!{_absolute(layout.field_cell(Field.PERIOD))}"
    is_final = f'{period}="{plan.reporting.periods[-1].name}"'
    cells: dict[str, CellSpec] = {}
    for goal, weight in zip(plan.goals, plan.weights, strict=True):
        specs = {
            GoalColumn.GOAL: CellSpec(Look.LOCKED_CENTRED, Aspect.KEY, value=goal.number),
            GoalColumn.TITLE: CellSpec(Look.LOCKED, Aspect.TEXT, value=goal.title),
            GoalColumn.RULE: CellSpec(
                Look.LOCKED_CENTRED, Aspect.RULE, value=goal.rule or say.RULE_ALL
            ),
            GoalColumn.WEIGHT: CellSpec(
                Look.LOCKED_CENTRED, Aspect.WEIGHT, value=weight, number_format=SCORE_FORMAT
            ),
            GoalColumn.FULFILMENT: CellSpec(
                Look.STATE,
                Aspect.FORMULA,
                formula=formulas.fulfilment(layout, goal, is_final),
                number_format=FULFILMENT_FORMAT,
            ),
            GoalColumn.CONTRIBUTION: CellSpec(
                Look.COMPUTED,
                Aspect.FORMULA,
                formula=formulas.contribution(layout, goal),
                number_format=SCORE_FORMAT,
            ),
        }
        for column, spec in specs.items():
            cells[layout.goal_cell(goal.number, column)] = CellSpec(
                spec.look,
                spec.aspect,
                spec.value,
                spec.formula,
                spec.number_format,
                key=goal.number,
                column=column,
            )
    return cells


def _absolute(address: str) -> str:
    letters = address.rstrip("0123456789")
    return f"${letters}${address[len(letters) :]}"
