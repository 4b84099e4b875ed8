"""The RP_ functions of the workbook: the one source for Excel, LibreOffice and the tests.

In cells a percentage is 0.82 and totals are 0-100. No function raises or returns NaN: an Excel
error in an argument that is used comes out again, nonsense gives `#VALUE!`, an unknown key `#N/A`,
a basis of 0 `#DIV/0!`. The names and argument names are what users see, hence their form.
"""

# ruff: noqa: N802
from __future__ import annotations

from typing import Final

from resultatplan import __version__
from resultatplan.combinations import ByRule, GoalOutcome
from resultatplan.criteria import State
from resultatplan.outcome import Outcome
from resultatplan.reasons import explain_criterion, explain_goal
from resultatplan.scales import FULL, Degree, state_of
from resultatplan.scoring import total
from texts import functions as say
from texts.functions import PERCENT
from xl_addin.arguments import Cell, Cells, Computed, InputError, Reported, yes_no
from xl_addin.criteria_and_goals import (
    criterion_row,
    criterion_value,
    criterion_words,
    fulfilments_and_weights,
    goal_row,
    goal_value,
    in_plan_units,
    is_goal,
    measured_value,
    unit_of,
)
from xl_addin.registry import (
    ATTAINABLE,
    EXPECTED,
    SECURED,
    Function,
    registered,
    worksheet_function,
)


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
    skala: Cell = None,
    opgoeres: Cell = None,
    foreloebig: Cell = None,
    pr: Computed = None,
    forventet: Computed = None,
    status: Cell = None,
) -> float | str:
    """`opfyldt`, `ikke opfyldt` or `afventer`; a benchmark's level is passed as the target.

    With a scale also `delvist opfyldt`. Before the final report, where `pr` is given, only what
    cannot change is decided, and a figure is `afventer, på niveau` or `afventer, under niveau`.
    """
    row = criterion_row(
        *(krav, maaltal, maalt, frist, dato, gennemfoert, skala),
        *(opgoeres, foreloebig, pr, forventet, status),
    )
    return criterion_words(row)


@worksheet_function()
def RP_DEGREE(
    krav: Cell,
    maaltal: Reported,
    maalt: Reported,
    frist: Reported,
    dato: Reported,
    gennemfoert: Reported,
    skala: Cell = None,
    opgoeres: Cell = None,
    foreloebig: Cell = None,
    pr: Computed = None,
    forventet: Computed = None,
    status: Cell = None,
    vis: Cell = None,
) -> float | str:
    """How far a criterion is met if the year ended now, 0-100, or `afventer`.

    Takes what RP_CRITERION takes; `vis` asks for what is `sikret`, `forventet` or `opnåelig`.
    """
    row = criterion_row(
        *(krav, maaltal, maalt, frist, dato, gennemfoert, skala),
        *(opgoeres, foreloebig, pr, forventet, status),
    )
    return _shown(criterion_value(row, vis))


@worksheet_function()
def RP_GOAL(
    regel: Cell,
    noegler: Cells,
    tilstande: Cells,
    endelig: Cell = None,
    grader: Cells = None,
    vis: Cell = None,
) -> float | str:
    """100, 0 or `afventer` by the rule; with `endelig` pending counts as not fulfilled.

    With `grader`, what RP_DEGREE gives for each criterion, any number from 0 to 100; in three
    columns what is secured, expected and attainable. `vis` asks for one of these instead.
    """
    row = goal_row(regel, noegler, tilstande, grader)
    return _shown(goal_value(row, vis, final=yes_no("endelig", endelig) is True))


@worksheet_function(totals=SECURED)
def RP_SCORE(opfyldelser: Cells = None, vaegte: Cells = None) -> float | str:
    """The secured total, 0-100. Without arguments the host fills them in from tblMaal."""
    return total(*fulfilments_and_weights(opfyldelser, vaegte))


@worksheet_function(totals=EXPECTED)
def RP_EXPECTED(opfyldelser: Cells = None, vaegte: Cells = None) -> float | str:
    """The expected total, 0-100. Without arguments the host fills them in from tblMaal."""
    return total(*fulfilments_and_weights(opfyldelser, vaegte))


@worksheet_function(totals=ATTAINABLE)
def RP_ATTAINABLE(opfyldelser: Cells = None, vaegte: Cells = None) -> float | str:
    """The attainable total, 0-100. Without arguments the host fills them in from tblMaal."""
    return total(*fulfilments_and_weights(opfyldelser, vaegte), pending=FULL)


@worksheet_function()
def RP_EXPLAIN(
    krav: Cell,
    maaltal: Reported,
    maalt: Reported,
    enhed: Cell = None,
    frist: Cell = None,
    dato: Cell = None,
    gennemfoert: Cell = None,
    skala: Cell = None,
    opgoeres: Cell = None,
    foreloebig: Cell = None,
    pr: Computed = None,
    forventet: Computed = None,
    status: Cell = None,
) -> float | str:
    """One Danish sentence: why the criterion is what it is, or what is wrong with the input.

    Given what RP_GOAL takes (a rule, keys and states in the first three places, degrees in the
    place of the scale), it explains the goal, or says what is wrong with the rule.
    """
    try:
        if is_goal(krav, maaltal):
            return _goal_explained(goal_row(krav, maaltal, maalt, skala))
        row = criterion_row(
            *(krav, maaltal, maalt, frist, dato, gennemfoert, skala),
            *(opgoeres, foreloebig, pr, forventet, status),
        )
        return _explained(row, enhed)
    except InputError as error:
        return error.sentence()
    except ArithmeticError:
        return say.TOO_LARGE.da


@worksheet_function()
def RP_VERSION() -> float | str:
    """The version of the add-in."""
    return __version__


FUNCTIONS: Final[tuple[Function, ...]] = registered()
"""All of them as data. Everything that a host needs to know of the functions is generated from
here: the VBA module, LibreOffice's type library and configuration, the reference."""


def _shown(value: Degree | str) -> float | str:
    return value if isinstance(value, str) else float(value)


def _goal_explained(goal: GoalOutcome | State) -> str:
    if isinstance(goal, State):
        return say.EVERYTHING_LEFT[goal].da
    by_rule = isinstance(goal.combination, ByRule) and goal.combination.partial_rule is None
    ends = (end for each in goal.intervals.values() for end in each)
    is_binary = by_rule and all(state_of(end) is not State.PARTIAL for end in ends)
    return explain_goal(goal, in_part=not is_binary)


def _explained(row: Outcome, enhed: object) -> str:
    # Explanations speak in the plan's units, where percent is 82.
    unit = unit_of(enhed) if row.kind.is_numeric else ""
    if row.kind.is_change:
        unit = PERCENT
    return explain_criterion(in_plan_units(row) if unit == PERCENT else row, unit=unit or None)
