"""The clauses that a plan's scheme adds to a goal's sentence: its weight, and what is withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from resultatplan.criteria import State
from resultatplan.degrees import Degree
from resultatplan.exact import HUNDRED
from resultatplan.explaining import sentence
from texts import explanations as say
from texts.functions import PERCENT
from texts.language import Language, Text, in_both
from texts.notation import number, quantity

if TYPE_CHECKING:
    from resultatplan.goals import Goal
    from resultatplan.plan import Plan

_WEIGHT_DECIMALS = 2
"""As every table shows a weight."""


def explain_withdrawn(state: State, reason: str, lang: Language) -> str:
    """Why a goal or a criterion is withdrawn, and whether that counts as not fulfilled."""
    text = say.WITHDRAWN_LEAVES if state is State.WITHDRAWN else say.WITHDRAWN_NOT_MET
    return sentence(state, [text(lang, reason=reason.rstrip(". "))], lang)


def explain_left(keys: Sequence[str]) -> list[Text]:
    """Which criteria have left the goal; nothing where none has."""
    if not keys:
        return []
    text = say.CRITERIA_LEFT_ONE if len(keys) == 1 else say.CRITERIA_LEFT_MANY
    return [in_both(partial(text, keys=", ".join(keys)))]


def explain_weight(plan: Plan, goal: Goal, fulfilment: Degree | None) -> list[Text]:
    """What the goal weighs, or its points; nothing where all goals weigh the same."""
    if goal.weight is not None:
        weight = plan.weights[plan.goals.index(goal)]
        return [in_both(lambda lang: say.GOAL_WEIGHT(lang, weight=_weight(weight, lang)))]
    if goal.points is None:
        return []
    return [in_both(partial(_points, plan, goal.points, fulfilment))]


def _weight(weight: float, lang: Language) -> str:
    return quantity(weight, PERCENT, lang, _WEIGHT_DECIMALS)


def _points(plan: Plan, points: Decimal, fulfilment: Degree | None, lang: Language) -> str:
    everything = sum(
        each.points for each in plan.goals if each.points is not None and not plan.has_left(each)
    )
    fields = {"points": number(points, lang), "all": number(everything, lang)}
    if fulfilment is None:
        return say.GOAL_POINTS_OPEN(lang, **fields)
    earned = number(points * fulfilment / HUNDRED, lang)
    return say.GOAL_POINTS(lang, earned=earned, **fields)
