"""A plan tried on old reports: what would be judged otherwise than by the plan they were made for.

Each report is examined once, in a worker, and judged twice from the same inputs, which are carried
over by criterion key. What concerns the workbook itself (layers 1 to 3, the figures its formulas
show) is the template's matter and left out of the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from resultatplan.evaluation import Evaluation
from resultatplan.library import plan_reference
from resultatplan.plan import Plan
from resultatplan.scoring import Score
from validators.findings import Finding
from validators.migration import Carried, LeftBehind, carry
from validators.report import Report, claim_of
from validators.verdict import Verdict, inputs_of, judge

_COMPARED_LAYERS = ("4", "5", "7")


@dataclass(frozen=True, slots=True)
class StateChange:
    """A goal or criterion that would be judged otherwise.

    `before` and `after` are states, None where the plan does not have it; the fulfilments are
    those of goals, 0 to 100, None while pending.
    """

    name: str
    before: str | None
    after: str | None
    fulfilment_before: float | None = None
    fulfilment_after: float | None = None


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a plan would change for one report. `judged_by` is None where the file is no report."""

    file: str
    judged_by: str | None
    before: Score | None = None
    after: Score | None = None
    goals: tuple[StateChange, ...] = ()
    criteria: tuple[StateChange, ...] = ()
    gone: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    left_behind: tuple[LeftBehind, ...] = ()
    years_moved: int = 0

    @property
    def differs(self) -> bool:
        """Whether anything would be judged otherwise."""
        changes = (self.goals, self.criteria, self.gone, self.new)
        return self.before != self.after or any(changes)


def rehearse(reports: Sequence[Report], plan: Plan) -> list[Rehearsed]:
    """Every file judged by its own plan and by this one, in their order.

    No figures shown: those in the file follow from its own plan.
    """
    known = [replace(each, findings=(), shown=None) for each in reports if each.plan_id]
    carried = [carry(inputs_of(each), plan, with_refused=True) for each in known]
    on_trial = []
    for each, inputs in zip(known, carried, strict=True):
        cells = inputs.report.cells
        claim = claim_of(plan, cells)
        on_trial.append(Report(each.file, (), plan.id, plan.version, claim, cells))
    tried = judge(on_trial, find_plan=lambda _id, _version: plan)
    compared = iter(
        _compare(before, after, inputs, plan)
        for before, after, inputs in zip(judge(known), tried, carried, strict=True)
    )
    return [next(compared) if each.plan_id else Rehearsed(each.file, None) for each in reports]


def _compare(before: Verdict, after: Verdict, carried: Carried, plan: Plan) -> Rehearsed:
    own, old, new = before.plan, before.evaluation, after.evaluation
    if own is None or old is None or new is None:
        return Rehearsed(before.file, None)
    told_before, told_after = _compared(before.findings), _compared(after.findings)
    return Rehearsed(
        before.file,
        plan_reference(own),
        old.score,
        new.score,
        tuple(_changed(_goals(old), _goals(new))),
        tuple(_changed(_criteria(old), _criteria(new))),
        tuple(finding for told, finding in told_before.items() if told not in told_after),
        tuple(finding for told, finding in told_after.items() if told not in told_before),
        carried.left_behind,
        plan.year - own.year,
    )


def _compared(findings: Sequence[Finding]) -> dict[tuple[str, str | None, str], Finding]:
    """The findings that are compared, by code, cell and words."""
    return {
        (each.code, each.place.cell, each.message()): each
        for each in findings
        if each.code.removeprefix("RP-").startswith(_COMPARED_LAYERS)
    }


State = tuple[str, float | None]
"""A state, and of a goal its fulfilment."""


def _goals(evaluation: Evaluation) -> dict[str, State]:
    return {
        each.goal.number: (each.state.value, _number(each.fulfilment)) for each in evaluation.goals
    }


def _criteria(evaluation: Evaluation) -> dict[str, State]:
    return {
        each.criterion.key: (each.state.value, None)
        for goal in evaluation.goals
        for each in goal.criteria
    }


def _changed(before: dict[str, State], after: dict[str, State]) -> Iterator[StateChange]:
    missing: tuple[None, None] = (None, None)
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name, missing), after.get(name, missing)
        if old != new:
            yield StateChange(name, old[0], new[0], old[1], new[1])


def _number(value: int | Decimal | None) -> float | None:
    return None if value is None else float(value)
