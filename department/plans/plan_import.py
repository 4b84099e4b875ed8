"""A checked plan into the plans folder: whether it may stand there, and what its file says.

Nothing is written here. The built-in plans are never changed, a version that is there already
only where it is asked for, and a later version only corrects the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from resultatplan.differences import Change, differences
from resultatplan.library import (
    agreed_changes,
    built_in_plans,
    plan_file_name,
    plan_reference,
    version_order,
    versions_of,
)
from resultatplan.plan import Plan
from resultatplan.plan_file import PlanError, parse_plan, written_plan
from resultatplan.plan_updating import updated_plan
from texts import plans as say
from texts.language import Said, phrase
from texts.language import say as in_words

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
