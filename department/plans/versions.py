"""What one version of a plan is to another: the next one with a ruling, and what differs."""

from __future__ import annotations

from collections.abc import Iterator

import click
from pydantic import ValidationError

from department.output import inert
from resultatplan.differences import Change, differences
from resultatplan.goals import changed
from resultatplan.library import Standing, plan_by_id, plan_reference, standing, version_order
from resultatplan.plan import Plan
from resultatplan.plan_file import refusal
from resultatplan.rulings import Ruling
from texts import plans as texts
from texts.language import Language, say


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
        reasons = (say(refusal(each), lang) for each in error.errors(include_url=False))
        raise click.ClickException("\n".join(reasons)) from error


def difference_json(before: Plan, after: Plan, lang: Language) -> dict[str, object]:
    """The differences as `rp plan diff --json` prints them."""
    return {
        "before": plan_reference(before),
        "after": plan_reference(after),
        "standing": standing(before, after).value,
        "correction": standing(before, after) is Standing.CORRECTION,
        "sentence": standing_words(before, after, lang),
        "changes": [
            {
                "goal": change.goal,
                "key": change.key,
                "field": say(change.field, lang),
                "name": change.name,
                "old": say(change.old, lang),
                "new": say(change.new, lang),
                "agreed": change.agreed,
            }
            for change in differences(before, after)
        ],
    }


def difference_lines(before: Plan, after: Plan, lang: Language) -> Iterator[str]:
    """The differences as lines for a reader: a heading for each goal and criterion, then what the
    one is to the other."""
    yield texts.PLANS_COMPARED(lang, before=plan_reference(before), after=plan_reference(after))
    place: str | None = None
    for change in differences(before, after):
        heading = inert(_heading(change, before, after, lang))
        if heading != place:
            place = heading
            yield f"  {heading}"
        mark = f"  ({texts.AGREED_MARK(lang)})" if change.agreed else ""
        yield f"    {inert(say(change.said, lang))}{mark}"
    yield standing_words(before, after, lang)


def _heading(change: Change, before: Plan, after: Plan, lang: Language) -> str:
    if change.key is not None:
        return change.key
    if change.goal is None:
        return texts.OF_THE_PLAN(lang)
    goals = (*after.goals, *before.goals)
    title = next(goal.title for goal in goals if goal.number == change.goal)
    return texts.OF_GOAL(lang, goal=change.goal, title=title)


def standing_words(before: Plan, after: Plan, lang: Language) -> str:
    """One sentence: whether the one is a correction of the other, and if not, why."""
    what = standing(before, after)
    if what is Standing.NEEDS_NEW_VERSION:
        return texts.NEEDS_NEW_VERSION(lang, version=before.version)
    if what is Standing.AGREEMENT_CHANGED:
        agreed = [change for change in differences(before, after) if change.agreed]
        return texts.AGREEMENT_CHANGED(lang, count=len(agreed))
    sentences = {
        Standing.SAME: texts.SAME,
        Standing.CORRECTION: texts.CORRECTION,
        Standing.RULING: texts.RULING,
        Standing.OTHER_PLAN: texts.OTHER_PLAN,
    }
    return sentences[what](lang)
