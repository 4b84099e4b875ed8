"""Which plans a view of the register shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from resultatplan.deadlines import deadline_of
from resultatplan.library import all_plans, plan_by_id
from resultatplan.plan import Plan


def plans_shown(
    registered: Iterable[str | None], today: date, *, everything: bool = False
) -> tuple[Plan, ...]:
    """The plans that something was received for, and those running on `today`, or all; by id."""
    ids = {each for each in registered if each is not None}
    plans = {plan.id: plan for plan in map(plan_by_id, ids) if plan is not None}
    plans |= {plan.id: plan for plan in all_plans() if everything or is_running(plan, today)}
    return tuple(plans[each] for each in sorted(plans))


def is_running(plan: Plan, today: date) -> bool:
    """Whether the plan's year has begun, and its last report was not due before `today`."""
    return plan.valid_from <= today <= deadline_of(plan, plan.reporting.periods[-1])
