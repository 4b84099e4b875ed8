"""What can be wrong with a criterion's scale: steps, a line, or what counts as partly met."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from resultatplan.criteria import Kind
from resultatplan.exact import HUNDRED
from resultatplan.scheme import Linear, Step
from texts import plan_mistakes as say
from texts.language import Text

if TYPE_CHECKING:
    from resultatplan.goals import Criterion


def scale_mistakes(criterion: Criterion) -> Iterator[Text]:
    """Each thing that does not fit the criterion's kind or its target.

    The texts have the fields `key` and `kind`.
    """
    kind = criterion.kind
    if criterion.partly and kind not in (Kind.DONE, Kind.ASSESSED):
        yield say.TAKES_NO_PARTLY
    yield from _deadline_mistakes(criterion)
    if (criterion.steps or criterion.linear) and not kind.is_numeric:
        yield say.TAKES_NO_STEPS if criterion.steps else say.TAKES_NO_LINEAR
    elif criterion.steps and criterion.linear:
        yield say.SCALES_EXCLUDE
    elif criterion.steps:
        yield from _step_mistakes(kind, criterion.steps, criterion.target)
    elif criterion.linear:
        yield from _line_mistakes(kind, criterion.linear, criterion.target)


def _deadline_mistakes(criterion: Criterion) -> Iterator[Text]:
    partial = criterion.partial_deadline
    if partial is None:
        return
    if criterion.kind is not Kind.DELIVERED_BY:
        yield say.TAKES_NO_PARTIAL_DEADLINE
    elif criterion.deadline is not None and partial <= criterion.deadline:
        yield say.PARTIAL_DEADLINE_LATER


def _step_mistakes(kind: Kind, steps: tuple[Step, ...], target: Decimal | None) -> Iterator[Text]:
    levels = [step.at for step in steps]
    if kind is Kind.WITHIN and min(levels) < 0:
        yield say.STEP_IS_A_SIZE
    if not all(_is_nearer(kind, *pair) for pair in zip(levels[1:], levels, strict=False)):
        yield say.STEPS_NEARER
    credits = [step.credit for step in steps]
    if credits != sorted(set(credits)):
        yield say.STEPS_COUNT_MORE
    if kind is Kind.BENCHMARK:
        if credits[-1] == HUNDRED:
            yield say.BENCHMARK_STEPS
    elif credits[-1] != HUNDRED or (target is not None and levels[-1] != _size(kind, target)):
        yield say.LAST_STEP


def _line_mistakes(kind: Kind, line: Linear, target: Decimal | None) -> Iterator[Text]:
    if kind is Kind.BENCHMARK:
        if line.full is not None:
            yield say.LINE_TAKES_NO_FULL
        return
    if line.full is None or (target is not None and line.full != _size(kind, target)):
        yield say.LINE_NEEDS_FULL
    elif not _is_nearer(kind, line.full, line.zero):
        yield say.LINE_DIRECTION


def _is_nearer(kind: Kind, nearer: Decimal, farther: Decimal) -> bool:
    if kind in (Kind.AT_LEAST, Kind.REDUCTION):
        return nearer > farther
    return nearer < farther


def _size(kind: Kind, target: Decimal) -> Decimal:
    return abs(target) if kind is Kind.WITHIN else target
