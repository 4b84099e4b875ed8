"""What a workbook says about its plan's scheme: scales, weights, what the department decided.

Nothing of it stands in the workbook of a plan whose goals weigh the same and are met or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from resultatplan.combinations import ByRule
from resultatplan.criteria import State
from resultatplan.goals import Criterion, Goal
from resultatplan.plan import Plan, Weighting
from resultatplan.rulings import Ruling, left_as
from resultatplan.scales import Grades, Ladder, Partly, Slope, describe_scale, partly_counts
from texts import workbook as say
from texts.language import number

Pair = tuple[str, str]


def scale_words(plan: Plan, criterion: Criterion) -> str:
    """How much a criterion counts between met and not met; nothing where it has no scale."""
    scale = plan.scales.get(criterion.key)
    if scale is None:
        return ""
    return describe_scale(scale, criterion.kind, criterion.unit).rstrip(".") + "."


def ruling_words(rulings: Sequence[Ruling]) -> str:
    """What was decided about a goal or a criterion, as a sentence."""
    words = "; ".join(each.words() for each in rulings)
    return f"{words[:1].upper()}{words[1:]}."


def has_default_weights(plan: Plan) -> bool:
    """Whether all goals of the plan weigh the same."""
    return plan.scoring.weighting is Weighting.EQUAL and not _left(plan)


def weight_words(plan: Plan) -> str:
    """Where the weights come from."""
    counted = [goal for goal in plan.goals if goal not in _left(plan)]
    if plan.scoring.weighting is Weighting.EQUAL:
        text = say.WEIGHTS_EQUAL_OF_THOSE_LEFT if _left(plan) else say.WEIGHTS_EQUAL
        return text.format(count=len(counted))
    shares = [goal.weight or goal.points or Decimal(0) for goal in counted]
    listed = f"{' + '.join(map(number, shares))} = {number(sum(shares, Decimal(0)))}"
    text = say.WEIGHTS if plan.scoring.weighting is Weighting.WEIGHTS else say.POINTS
    words = text.format(sum=listed)
    return f"{words} {say.LEFT_OUT}" if _left(plan) else words


def states_left(plan: Plan) -> list[State]:
    """What the cells say of goals and criteria that have left."""
    return sorted({left_as([each]) for each in plan.in_force.values() if each.is_out})


def guide_pairs(plan: Plan) -> Iterator[Pair]:
    """The plan's scheme, term by term; nothing where it has none."""
    if not plan.has_total:
        yield say.TERM_COUNTS, say.NO_TOTAL
    elif not has_default_weights(plan):
        yield say.TERM_WEIGHT, weight_words(plan)
    if not plan.is_binary:
        yield from _degrees(plan)
    yield from ((say.TERM_RULING, f"{each.line()}.") for each in plan.in_force.values())


def _degrees(plan: Plan) -> Iterator[Pair]:
    counts = partly_counts(plan.scoring.partial_credit)
    scales = {type(scale) for scale in plan.scales.values()}
    combinations = tuple(plan.combinations.values())
    rules = [each for each in combinations if isinstance(each, ByRule)]
    for (term, meaning), is_used in (
        (say.GUIDE_PARTLY, Partly in scales and plan.has_total),
        (say.GUIDE_STEPS_MEANING, Ladder in scales),
        (say.GUIDE_LINE, Slope in scales),
        (say.GUIDE_GRADES, Grades in scales),
        (say.GUIDE_RULE, scales and rules),
        (say.GUIDE_PARTIAL_RULE, any(rule.partial_rule for rule in rules)),
        (say.GUIDE_MEAN, len(rules) < len(combinations)),
        (say.GUIDE_PENDING, plan.has_total),
    ):
        if is_used:
            yield term, meaning.format(counts=counts).rstrip(".") + "."


def _left(plan: Plan) -> list[Goal]:
    return [goal for goal in plan.goals if plan.has_left(goal)]
