"""Versions of one plan: which is newer, and whether a later one is no more than a correction."""

from __future__ import annotations

from enum import StrEnum

from resultatplan.differences import Change, differences
from resultatplan.plan import Plan


def version_order(version: str) -> tuple[int, ...]:
    """What versions are sorted by: 1.10 comes after 1.9."""
    return tuple(int(part) for part in version.split("."))


def agreed_changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """What a plan changes of the agreement in another: nothing where it is a correction of it."""
    return tuple(change for change in differences(before, after) if change.agreed)


class Standing(StrEnum):
    """What one plan is to another."""

    SAME = "same"
    CORRECTION = "correction"
    NEEDS_NEW_VERSION = "needs_new_version"
    """Mere wording differs, but the version is not a later one."""
    AGREEMENT_CHANGED = "agreement_changed"
    OTHER_PLAN = "other_plan"


def standing(before: Plan, after: Plan) -> Standing:
    """Whether a plan is a correction of another, or why it is not."""
    if before.id != after.id:
        return Standing.OTHER_PLAN
    changes = differences(before, after)
    if not changes:
        return Standing.SAME
    if any(change.agreed for change in changes):
        return Standing.AGREEMENT_CHANGED
    if version_order(after.version) <= version_order(before.version):
        return Standing.NEEDS_NEW_VERSION
    return Standing.CORRECTION
