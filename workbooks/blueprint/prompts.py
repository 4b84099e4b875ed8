"""The input cells of Afrapportering: what is shown beside a cell when it is chosen."""

from __future__ import annotations

from resultatplan.plan import Criterion, Goal
from texts import schemes
from texts import workbook as say
from texts.notation import day, number
from workbooks.blueprint.cells import FORMATS, Aspect, CellSpec, InputSpec, Look, shortened
from workbooks.blueprint.scheme import scale_words
from workbooks.form import CHOICES, Column, Layout, ValueType

_PROMPT_TITLE_LENGTH = 32
_PROMPT_LENGTH = 255


def input_cell(
    layout: Layout, goal: Goal, criterion: Criterion, column: Column, value_type: ValueType
) -> CellSpec:
    """The input cell of a criterion in a column of Afrapportering."""
    title = shortened(f"{criterion.key} · {column}", _PROMPT_TITLE_LENGTH)
    prompt = _prompt(layout, criterion, column, value_type)
    prompt = shortened(f"{prompt}\n({goal.number} {goal.title})", _PROMPT_LENGTH)
    choices = f'"{",".join(CHOICES[value_type])}"' if value_type in CHOICES else None
    return CellSpec(
        Look.INPUT,
        Aspect.INPUT,
        number_format=FORMATS.get(value_type),
        input=InputSpec(value_type, title, prompt, choices),
    )


def _prompt(layout: Layout, criterion: Criterion, column: Column, value_type: ValueType) -> str:
    asked = _asked(layout, criterion, column, value_type)
    if criterion.key not in layout.plan.scales:
        return asked
    if column is Column.EXPLANATION:
        return schemes.EXPLANATION_PROMPT
    if column is Column.DONE and criterion.partly:
        credit = number(layout.plan.scoring.partial_credit or 0)
        return f"{asked} {schemes.PARTLY_PROMPT.format(credit=credit)}"
    if column is Column.DONE and criterion.partial_deadline is not None:
        return schemes.LATE_PROMPT.format(day=day(criterion.partial_deadline))
    if column in (Column.RESULT, Column.DATE):
        return f"{asked} {scale_words(layout.plan, criterion)}"
    return asked


def _asked(layout: Layout, criterion: Criterion, column: Column, value_type: ValueType) -> str:
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
