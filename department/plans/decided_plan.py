"""A plan with what the department has decided: its next version, and when it comes too late."""

from __future__ import annotations

import click
from pydantic import ValidationError

from department.output import inert_line
from department.plans.final_results import final_report
from department.register.address import Address, address_of
from department.register.opening import reading
from resultatplan.goals import changed
from resultatplan.library import plan_by_id, plan_reference, version_order
from resultatplan.plan import Plan
from resultatplan.plan_file import refusal
from resultatplan.rulings import Ruling
from texts import plans as texts
from texts.language import Language, day
from texts.language import say as in_words


def decided_plan(plan: Plan, ruling: Ruling, lang: Language) -> Plan:
    """The plan's next version, which only adds a ruling.

    Raises `click.ClickException` for a ruling that the plan cannot have, and for another version
    than the newest one.
    """
    newest = plan_by_id(plan.id)
    if newest != plan:
        shown = plan.id if newest is None else plan_reference(newest)
        raise click.ClickException(texts.NOT_THE_NEWEST(lang, plan=shown))
    *major, minor = version_order(plan.version)
    version = ".".join(map(str, (*major, minor + 1)))
    try:
        return changed(plan, version=version, rulings=(*plan.rulings, ruling))
    except ValidationError as error:
        reasons = (in_words(refusal(each), lang) for each in error.errors(include_url=False))
        raise click.ClickException("\n".join(reasons)) from error


def refuse_after_final(plan: Plan, register: Address | str | None, lang: Language) -> None:
    """Raises `click.ClickException` where the plan's final report is accepted: the year is settled.

    It is looked for in the register that is named, or in the usual one if there is one.
    """
    address = register if isinstance(register, Address) else address_of(register, lang)
    if register is None and not address.is_here:
        return
    with reading(address, lang) as store:
        final = final_report(store, plan)
    if final is not None:
        told = {
            "plan": plan.id,
            "file": inert_line(final.file),
            "day": day(final.came.counted, lang),
        }
        raise click.ClickException(texts.ALREADY_SETTLED(lang, **told))
