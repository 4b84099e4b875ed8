"""What can be wrong with a criterion's scale: steps, a line, or what counts as partly met."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from resultatplan.criteria import Kind
from resultatplan.exact import HUNDRED
from resultatplan.scheme import Linear, Step

if TYPE_CHECKING:
    from resultatplan.goals import Criterion


def scale_mistakes(criterion: Criterion) -> Iterator[str]:
    """Each thing that does not fit the criterion's kind or its target, in English."""
    kind = criterion.kind
    if criterion.partly and kind not in (Kind.DONE, Kind.ASSESSED):
        yield f"kind {kind} cannot be answered with Delvist: it takes no partly"
    yield from _deadline_mistakes(criterion)
    if (criterion.steps or criterion.linear) and not kind.is_numeric:
        yield f"kind {kind} takes no {'steps' if criterion.steps else 'linear'}"
    elif criterion.steps and criterion.linear:
        yield "steps and linear exclude each other"
    elif criterion.steps:
        yield from _step_mistakes(kind, criterion.steps, criterion.target)
    elif criterion.linear:
        yield from _line_mistakes(kind, criterion.linear, criterion.target)


def _deadline_mistakes(criterion: Criterion) -> Iterator[str]:
    partial = criterion.partial_deadline
    if partial is None:
        return
    if criterion.kind is not Kind.DELIVERED_BY:
        yield f"kind {criterion.kind} takes no partial_deadline"
    elif criterion.deadline is not None and partial <= criterion.deadline:
        yield "the partial_deadline must be after the deadline"


def _step_mistakes(kind: Kind, steps: tuple[Step, ...], target: Decimal | None) -> Iterator[str]:
    levels = [step.at for step in steps]
    if kind is Kind.WITHIN and min(levels) < 0:
        yield "a step of a deviation is its size, not below 0"
    if not all(_is_nearer(kind, *pair) for pair in zip(levels[1:], levels, strict=False)):
        yield "each step must be nearer the target than the one before"
    credits = [step.credit for step in steps]
    if credits != sorted(set(credits)):
        yield "each step must count more than the one before"
    if kind is Kind.BENCHMARK:
        if credits[-1] == HUNDRED:
            yield "reaching the benchmark counts 100: the steps of a benchmark count less"
    elif credits[-1] != HUNDRED or (target is not None and levels[-1] != _size(kind, target)):
        yield "the last step must be the target and count 100"


def _line_mistakes(kind: Kind, line: Linear, target: Decimal | None) -> Iterator[str]:
    if kind is Kind.BENCHMARK:
        if line.full is not None:
            yield "linear takes no full: it is the benchmark that is reported"
        return
    if line.full is None or (target is not None and line.full != _size(kind, target)):
        yield "linear needs a full that is the target"
    elif not _is_nearer(kind, line.full, line.zero):
        yield "linear must run towards the target: zero is not on the way to full"


def _is_nearer(kind: Kind, nearer: Decimal, farther: Decimal) -> bool:
    if kind in (Kind.AT_LEAST, Kind.REDUCTION):
        return nearer > farther
    return nearer < farther


def _size(kind: Kind, target: Decimal) -> Decimal:
    return abs(target) if kind is Kind.WITHIN else target
