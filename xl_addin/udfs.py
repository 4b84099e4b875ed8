"""The RP_ functions of the workbook: the one source for Excel, LibreOffice and the tests.

In cells a percentage is 0.82 and totals are 0-100. No function raises or returns NaN: an Excel
error in an argument that is used comes out again, nonsense gives `#VALUE!`, an unknown key `#N/A`,
a basis of 0 `#DIV/0!`. The names and argument names are what users see, hence their form.
"""

# ruff: noqa: N802
from __future__ import annotations

from resultatplan import __version__
from resultatplan.criteria import Kind, judge
from resultatplan.exact import HUNDRED
from resultatplan.explaining import explain_criterion, explain_goal
from resultatplan.rules import judge_rule
from resultatplan.scoring import attainable, fulfilment, secured
from texts import functions as say
from texts.functions import PERCENT
from xl_addin.arguments import Cell, Cells, InputError, Reported, yes_no
from xl_addin.readings import (
    STATE_TEXTS,
    CriterionRow,
    fulfilments_and_weights,
    is_goal,
    measured_value,
    reported,
    rule_and_states,
    unit_of,
)
from xl_addin.registry import worksheet_function


@worksheet_function()
def RP_MEASURE(krav: Cell, grundlag: Reported, resultat: Reported, enhed: Cell) -> float | str:
    """The measured value: deviation, reduction or the result itself; "" while there is none."""
    measured = measured_value(krav, grundlag, resultat, enhed)
    return "" if measured is None else measured


@worksheet_function()
def RP_CRITERION(
    krav: Cell,
    maaltal: Reported,
    maalt: Reported,
    frist: Reported,
    dato: Reported,
    gennemfoert: Reported,
) -> float | str:
    """`opfyldt`, `ikke opfyldt` or `afventer`; a benchmark's level is passed as the target."""
    row = reported(krav, maaltal, maalt, frist, dato, gennemfoert)
    return STATE_TEXTS[
        judge(
            row.kind,
            target=row.target,
            measured=row.measured,
            deadline=row.deadline,
            delivered=row.delivered,
            done=row.done,
        )
    ]


@worksheet_function()
def RP_GOAL(regel: Cell, noegler: Cells, tilstande: Cells, endelig: Cell = None) -> float | str:
    """100, 0 or `afventer` by the rule; with `endelig` pending counts as not fulfilled."""
    rule, states = rule_and_states(regel, noegler, tilstande)
    final = yes_no("endelig", endelig) is True
    value = fulfilment(judge_rule(rule, states), final=final)
    return say.PENDING.da if value is None else value


@worksheet_function(reads_workbook=True)
def RP_SCORE(opfyldelser: Cells = None, vaegte: Cells = None) -> float | str:
    """The secured total, 0-100. Without arguments the host fills them in from tblMaal."""
    return secured(*fulfilments_and_weights(opfyldelser, vaegte))


@worksheet_function(reads_workbook=True)
def RP_ATTAINABLE(opfyldelser: Cells = None, vaegte: Cells = None) -> float | str:
    """The attainable total, 0-100. Without arguments the host fills them in from tblMaal."""
    return attainable(*fulfilments_and_weights(opfyldelser, vaegte))


@worksheet_function()
def RP_EXPLAIN(
    krav: Cell,
    maaltal: Reported,
    maalt: Reported,
    enhed: Cell = None,
    frist: Reported = None,
    dato: Reported = None,
    gennemfoert: Reported = None,
) -> float | str:
    """One Danish sentence: why the criterion is what it is, or what is wrong with the input.

    Given what RP_GOAL takes (a rule, keys and states in the first three places), it explains the
    goal, or says what is wrong with the rule.
    """
    try:
        if is_goal(krav, maaltal):
            return explain_goal(*rule_and_states(krav, maaltal, maalt))
        return _explained(reported(krav, maaltal, maalt, frist, dato, gennemfoert), enhed)
    except InputError as error:
        return error.sentence()
    except ArithmeticError:
        return say.TOO_LARGE.da


@worksheet_function()
def RP_VERSION() -> float | str:
    """The version of the add-in."""
    return __version__


def _explained(row: CriterionRow, enhed: object) -> str:
    # Explanations speak in the plan's units, where percent is 82.
    unit = unit_of(enhed) if row.kind.is_numeric else ""
    if row.kind is Kind.REDUCTION:
        unit = PERCENT
    scale = HUNDRED if unit == PERCENT else 1
    return explain_criterion(
        row.kind,
        unit=unit or None,
        target=None if row.target is None else row.target * scale,
        measured=None if row.measured is None else row.measured * scale,
        deadline=row.deadline,
        delivered=row.delivered,
        done=row.done,
    )
