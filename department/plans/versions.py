"""The versions of a plan: the next one with a ruling, what differs between two, and a plan put into
the plans folder, if it may stand there.

The built-in plans are never changed, a version that is there already only where it is asked for,
and a later version only corrects the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click
from pydantic import ValidationError

from department.output import inert, inert_line, said_plainly, write_bytes
from department.plans.all_plans import template_of
from department.plans.next_year import final_report
from department.register.address import Address
from resultatplan.differences import Change, differences
from resultatplan.goals import changed
from resultatplan.library import (
    Standing,
    agreed_changes,
    built_in_plans,
    plan_by_id,
    plan_file_name,
    plan_reference,
    standing,
    version_order,
    versions_of,
)
from resultatplan.plan import Plan
from resultatplan.plan_file import PlanError, parse_plan, refusal, written_plan
from resultatplan.plan_updating import updated_plan
from resultatplan.plans_folder import plans_folder, reread
from resultatplan.rulings import Ruling
from texts import plans as texts
from texts.language import Language, day, say
from workbooks.template.build import template_name

MOST_CHANGES = 10
"""Changes that a refusal names."""


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
    count = len(agreed_changes(before, after))
    sentence = texts.STANDINGS[standing(before, after)]
    return sentence(lang, version=before.version, count=count)


@dataclass(frozen=True, slots=True)
class Kept:
    """The files that an import wrote, and what is to be said of it."""

    written: tuple[Path, ...]
    words: tuple[str, ...] = ()


def keep(
    plan: Plan,
    templates: Path | None,
    lang: Language,
    *,
    replace: bool = False,
    register: Address | str | None = None,
) -> Kept:
    """Put a plan into the plans folder, and its template there or into the folder of `templates`.

    Raises `click.ClickException` where it may not stand there, or cannot be written, or Excel would
    refuse its template; or where it adds a ruling after the final report was accepted, which the
    `register` tells.
    """
    folder, before = plans_folder(), plan_by_id(plan.id)
    if before is not None and len(plan.rulings) > len(before.rulings):
        _refuse_after_final(plan, register, lang)
    file = folder / plan_file_name(plan)
    with said_plainly(folder, lang):
        content = _new_content(plan, file, lang, replace=replace)
    template, path = template_of(plan, lang), (templates or folder) / template_name(plan)
    if content is not None:
        write_bytes(file, content, lang)
        reread()
    write_bytes(path, template, lang)
    if content is None:
        return Kept((path,), (texts.UNCHANGED(lang, plan=plan_reference(plan)),))
    return Kept((file, path))


def why_not_kept(plan: Plan, lang: Language) -> str | None:
    """Why the plan may not be put into the plans folder as it is; None where it may."""
    file = plans_folder() / plan_file_name(plan)
    try:
        _new_content(plan, file, lang, replace=False)
    except click.ClickException as refused:
        return texts.WOULD_BE_REFUSED(lang, reason=refused.message)
    except OSError:
        return None  # Told when it is to be written.
    return None


def _new_content(plan: Plan, file: Path, lang: Language, *, replace: bool) -> bytes | None:
    """What the plan's file is to hold; None where that stands there, or the plan is built in.

    Raises `click.ClickException` where the plan may not stand there, and `OSError`.
    """
    reference = plan_reference(plan)
    built_in = next((each for each in built_in_plans() if plan_reference(each) == reference), None)
    if built_in is not None:
        if built_in != plan:
            raise click.ClickException(texts.BUILT_IN(lang, plan=reference))
        return None
    content = file.read_bytes() if file.exists() else None
    if content is not None and not replace:
        _require_same(plan, content, file, lang)
    others = [each for each in versions_of(plan.id) if each.version != plan.version]
    _require_correction(plan, others, lang)
    earlier = content or _earlier_file(plan, others, file.parent)
    new = written_plan(plan).encode() if earlier is None else updated_plan(earlier, plan)
    return None if new == content else new


def _require_same(plan: Plan, content: bytes, file: Path, lang: Language) -> None:
    """Raises `click.ClickException` where the file holds another plan than this."""
    try:
        before = parse_plan(content, file)
    except PlanError as error:
        raise click.ClickException(texts.BROKEN_THERE(lang, path=inert_line(str(file)))) from error
    if before != plan:
        changes = _told(differences(before, plan), lang)
        there = texts.VERSION_THERE(lang, plan=plan_reference(plan), changes=changes)
        raise click.ClickException(inert(there))


def _require_correction(plan: Plan, others: Iterable[Plan], lang: Language) -> None:
    """Raises `click.ClickException` where a version beside it agrees on something else."""
    in_order = sorted((*others, plan), key=lambda each: version_order(each.version))
    for before, after in pairwise(in_order):
        changes = agreed_changes(before, after)
        if changes and plan in (before, after):
            other = before if after is plan else after
            told = {"version": plan.version, "other": other.version}
            refused = texts.NO_CORRECTION(lang, **told, changes=_told(changes, lang))
            raise click.ClickException(inert(refused))


def _earlier_file(plan: Plan, others: Iterable[Plan], folder: Path) -> bytes | None:
    """The user's file of the version before, whose comments the new one keeps."""
    order = version_order(plan.version)
    earlier = [each for each in others if version_order(each.version) < order]
    for each in sorted(earlier, key=lambda each: version_order(each.version), reverse=True):
        path = folder / plan_file_name(each)
        if path.exists():
            return path.read_bytes()
    return None


def _told(changes: Iterable[Change], lang: Language) -> str:
    words = [change.words(lang) for change in changes]
    more = "; …" if len(words) > MOST_CHANGES else "."
    return "; ".join(words[:MOST_CHANGES]).rstrip(".") + more


def _refuse_after_final(plan: Plan, register: Address | str | None, lang: Language) -> None:
    """Raises `click.ClickException` where the final report is accepted: the year is settled."""
    final = final_report(plan, register, lang)
    if final is not None:
        file = final.summary
        told = {"file": inert_line(file.file), "day": day(file.came.counted, lang)}
        raise click.ClickException(texts.ALREADY_SETTLED(lang, plan=plan.id, **told))
