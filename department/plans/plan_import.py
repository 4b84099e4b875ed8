"""A checked plan into the plans folder: whether it may stand there, and what its file says.

The built-in plans are never changed, a version that is there already only where it is asked for,
and a later version only corrects the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click

from department.output import inert, inert_line, write_bytes
from department.plans.next_year import final_report
from department.register.address import Address, address_of
from department.register.opening import reading
from resultatplan.differences import Change, differences
from resultatplan.library import (
    agreed_changes,
    built_in_plans,
    plan_by_id,
    plan_file_name,
    plan_reference,
    version_order,
    versions_of,
)
from resultatplan.plan import Plan
from resultatplan.plan_file import PlanError, parse_plan, written_plan
from resultatplan.plan_updating import updated_plan
from resultatplan.plans_folder import plans_folder, reread
from texts import plans as say
from texts.commandline import CANNOT_READ, disk_reason
from texts.language import Language, Said, day, phrase
from texts.language import say as in_words
from workbooks.template.build import build_template, template_name

MOST_CHANGES = 10
"""Changes that a refusal names."""


class NotImportableError(ValueError):
    """Why a plan cannot be put into the folder."""

    def __init__(self, reason: Said) -> None:
        self.reason = reason
        super().__init__(in_words(reason))


@dataclass(frozen=True, slots=True)
class Import:
    """A plan that may be put into the folder. `content` is None where nothing is to be written."""

    plan: Plan
    path: Path
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Kept:
    """The files that an import wrote, and what is to be said of it."""

    written: tuple[Path, ...]
    words: tuple[str, ...]


def keep(
    plan: Plan,
    templates: Path | None,
    lang: Language,
    *,
    replace: bool = False,
    register: Address | str | None = None,
) -> Kept:
    """Put a plan into the plans folder, and its template there or into the folder of `templates`.

    Raises `click.ClickException` where it may not stand there, or cannot be written; or where it
    adds a ruling after the final report was accepted, which the `register` tells.
    """
    folder, before = plans_folder(), plan_by_id(plan.id)
    if before is not None and len(plan.rulings) > len(before.rulings):
        refuse_after_final(plan, register, lang)
    try:
        prepared = prepare(plan, folder, replace=replace)
    except NotImportableError as error:
        raise click.ClickException(inert(in_words(error.reason, lang))) from error
    except OSError as error:
        reason = disk_reason(error, lang)
        raise click.ClickException(CANNOT_READ(lang, path=folder, reason=reason)) from error
    template, path = build_template(plan), (templates or folder) / template_name(plan)
    written, words = [path], []
    if prepared.content is None:
        words.append(say.UNCHANGED(lang, plan=plan_reference(plan)))
    else:
        write_bytes(prepared.path, prepared.content, lang)
        reread()
        written.insert(0, prepared.path)
    write_bytes(path, template, lang)
    return Kept(tuple(written), tuple(words))


def prepare(plan: Plan, folder: Path, *, replace: bool) -> Import:
    """What importing a plan into the folder would write.

    Raises `NotImportableError`, and `OSError` where the folder's files cannot be read.
    """
    path = folder / plan_file_name(plan)
    reference = plan_reference(plan)
    built_in = next((each for each in built_in_plans() if plan_reference(each) == reference), None)
    if built_in is not None:
        if built_in != plan:
            raise NotImportableError(phrase(say.BUILT_IN, plan=reference))
        return Import(plan, path, None)
    content = path.read_bytes() if path.exists() else None
    if content is not None and not replace:
        _require_same(plan, content, path)
    others = [each for each in versions_of(plan.id) if each.version != plan.version]
    _require_correction(plan, others)
    if content is None:
        content = _earlier_file(plan, others, folder)
    new = written_plan(plan).encode() if content is None else updated_plan(content, plan)
    return Import(plan, path, None if path.exists() and path.read_bytes() == new else new)


def _require_same(plan: Plan, content: bytes, path: Path) -> None:
    """Raises `NotImportableError` where the file holds another plan than this."""
    try:
        before = parse_plan(content, path)
    except PlanError as error:
        raise NotImportableError(phrase(say.BROKEN_THERE, path=str(path))) from error
    if before != plan:
        changes = _told(differences(before, plan))
        fields = {"plan": plan_reference(plan), "changes": changes}
        raise NotImportableError(phrase(say.VERSION_THERE, **fields))


def _require_correction(plan: Plan, others: Iterable[Plan]) -> None:
    """Raises `NotImportableError` where a version beside it agrees on something else."""
    in_order = sorted((*others, plan), key=lambda each: version_order(each.version))
    for before, after in pairwise(in_order):
        changes = agreed_changes(before, after)
        if changes and plan in (before, after):
            other = before if after is plan else after
            raise NotImportableError(
                phrase(
                    say.NO_CORRECTION,
                    version=plan.version,
                    other=other.version,
                    changes=_told(changes),
                )
            )


def _earlier_file(plan: Plan, others: Iterable[Plan], folder: Path) -> bytes | None:
    """The user's file of the version before, whose comments the new one keeps."""
    order = version_order(plan.version)
    earlier = [each for each in others if version_order(each.version) < order]
    for each in sorted(earlier, key=lambda each: version_order(each.version), reverse=True):
        path = folder / plan_file_name(each)
        if path.exists():
            return path.read_bytes()
    return None


def _told(changes: Iterable[Change]) -> str:
    words = [change.words() for change in changes]
    more = "; …" if len(words) > MOST_CHANGES else "."
    return "; ".join(words[:MOST_CHANGES]).rstrip(".") + more


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
        raise click.ClickException(say.ALREADY_SETTLED(lang, **told))
