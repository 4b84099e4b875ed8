"""The plan library: the built-in plans and the user's own, each in the versions that there are.

A file is called `<id>.toml` or, for a further version of a plan, `<id>@<version>.toml`; the name
tells whose plan it is, so that a file is read only when its plan is asked for. A file that cannot
be used is no plan of the library and stands in the way of no other: `broken_plans` says what is
wrong with it. A later version of a plan may correct it and add what the department has decided, but
not change what was agreed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from pydantic import ValidationError

from resultatplan.differences import Change, differences
from resultatplan.goals import changed
from resultatplan.plan import FIRST_VERSION, Plan
from resultatplan.plan_file import PlanError, parse_plan, plan_bytes, read_plan
from resultatplan.plans_folder import plans_folder, run_number
from resultatplan.rulings import Ruled, in_force
from texts import handwritten as say
from texts.commandline import disk_trouble
from texts.language import Said, phrase

BUILT_IN = Path(__file__).parent / "plans"
_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ü": "ue"})

OwnFiles = tuple[tuple[str, bytes], ...]
"""The user's plan files, name and content: what a machine without the folder is lent."""
_File = tuple[Path, bytes | None]
_Versions = tuple[tuple[Plan, ...], tuple[PlanError, ...]]


class Standing(StrEnum):
    """What one plan is to another."""

    SAME = "same"
    CORRECTION = "correction"
    RULING = "ruling"
    """The department has decided something about what stays agreed."""
    NEEDS_NEW_VERSION = "needs_new_version"
    """Mere wording differs, but the version is not a later one."""
    AGREEMENT_CHANGED = "agreement_changed"
    OTHER_PLAN = "other_plan"


def standing(before: Plan, after: Plan) -> Standing:
    """Whether a plan may be a later version of another, and of what kind, or why it may not."""
    if before.id != after.id:
        return Standing.OTHER_PLAN
    changes = differences(before, after)
    if not changes:
        return Standing.SAME
    if any(change.agreed for change in changes):
        return Standing.AGREEMENT_CHANGED
    if version_order(after.version) <= version_order(before.version):
        return Standing.NEEDS_NEW_VERSION
    is_ruling = any(change.is_ruling for change in changes)
    return Standing.RULING if is_ruling else Standing.CORRECTION


def agreed_changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """What a plan changes of the agreement in another: nothing where it is a version of it."""
    return tuple(change for change in differences(before, after) if change.agreed)


def version_order(version: str) -> tuple[int, ...]:
    """What versions are sorted by: 1.10 comes after 1.9."""
    return tuple(int(part) for part in version.split("."))


def all_plans() -> tuple[Plan, ...]:
    """The newest version of every plan, the user's and the built-in, by id."""
    return tuple(plans[0] for plans in map(versions_of, known_ids()) if plans)


def known_ids() -> tuple[str, ...]:
    """The ids of the plans that there are files of, usable or not; no file is read for it."""
    return tuple(sorted(_library().files))


def versions_of(plan_id: str) -> tuple[Plan, ...]:
    """Every usable version of a plan, the newest first; none for an unknown id."""
    return _library().versions(plan_id)[0]


def plan_by_id(plan_id: str, version: str | None = None) -> Plan | None:
    """The plan with this id, in this version or the newest, or None."""
    versions = versions_of(plan_id)
    if version is None:
        return versions[0] if versions else None
    return next((plan for plan in versions if plan.version == version), None)


def as_decided(plan: Plan, day: date | None) -> Plan:
    """A version of a plan with what the department had decided by a day, told by later versions.

    A report of that day is judged by it, whichever version its template was made from. Where
    nothing would be left to compute until a later decision, it is judged by its template.
    """
    if day is None:
        return plan
    newest = next(iter(versions_of(plan.id)), plan)
    known = {goal.number for goal in plan.goals} | plan.criterion_by_key.keys()
    rulings = [*plan.rulings]
    for each in newest.rulings[len(plan.rulings) :]:  # As they were entered, whatever their days.
        is_about = each.key in known and each.day <= day
        if is_about and (each.ruled is not Ruled.REINSTATED or each.key in in_force(rulings)):
            rulings.append(each)
    if len(rulings) > len(plan.rulings):
        with suppress(ValidationError):
            return changed(plan, rulings=rulings)
    return plan


def plan_named(reference: str) -> Plan | None:
    """The plan that a person names: `socialstyrelsen-2020`, or `socialstyrelsen-2020@1.1`."""
    plan_id, at, version = reference.partition("@")
    return plan_by_id(plan_id, version if at else None)


def broken_plans(plan_id: str | None = None) -> tuple[PlanError, ...]:
    """The files in the plans folder (of one plan) that cannot be used, and why."""
    library = _library()
    ids = library.own_ids if plan_id is None else (plan_id,)
    return tuple(error for each in ids for error in library.versions(each)[1])


def built_in_plans() -> tuple[Plan, ...]:
    """The plans that come with the product, by id."""
    return tuple(_built_in_plan(path) for path in _plan_paths(BUILT_IN))


def spelled_as_id(name: str) -> str:
    """A name as plans' ids spell it: `Rådet for Teknik` as `raadet-for-teknik`."""
    spelled = unicodedata.normalize("NFC", name).casefold().translate(_SPELLED)
    letters = "".join(
        each for each in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(each)
    )
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def plan_file_name(plan: Plan) -> str:
    """What a plan's file is called in the plans folder."""
    return f"{plan.id}.toml" if plan.version == FIRST_VERSION else f"{plan_reference(plan)}.toml"


def plan_reference(plan: Plan) -> str:
    """How a plan in one version is named: `socialstyrelsen-2020@1.0`."""
    return f"{plan.id}@{plan.version}"


def own_files() -> OwnFiles:
    """The user's plan files with their content, to be lent to another machine."""
    files = []
    for path in _plan_paths(plans_folder()):
        with suppress(OSError, PlanError):  # told by `broken_plans`
            files.append((path.name, plan_bytes(path)))
    return tuple(files)


def lend(files: OwnFiles) -> None:
    """Let these files stand for the plans folder, in a process on another machine."""
    _lent[:] = [_Library((Path(name), content) for name, content in files)]


class _Library:
    """Plan files by the id of their plan. They are read when it is first asked for, then kept.

    `own` are the user's, each with its content where it was lent.
    """

    def __init__(self, own: Iterable[_File]) -> None:
        own = tuple(own)
        self.own_ids = tuple(sorted({_named(path)[0] for path, _ in own}))
        self.files: dict[str, list[_File]] = {}
        for path, content in (*((each, None) for each in _plan_paths(BUILT_IN)), *own):
            self.files.setdefault(_named(path)[0], []).append((path, content))
        self._read: dict[str, _Versions] = {}

    def versions(self, plan_id: str) -> _Versions:
        """The usable versions of a plan, newest first, and the files that are of no use."""
        if plan_id not in self._read:
            self._read[plan_id] = _read_versions(self.files.get(plan_id, ()))
        return self._read[plan_id]


def _named(path: Path) -> tuple[str, str]:
    """The id that a file's name tells, and the version where it tells one."""
    plan_id, _, version = path.stem.partition("@")
    return plan_id, version


def _read_file(path: Path, content: bytes | None) -> Plan:
    """The plan in a file. Raises `PlanError`, also when its name tells of another plan."""
    if path.parent == BUILT_IN:
        return _built_in_plan(path)
    try:
        plan = parse_plan(plan_bytes(path) if content is None else content, path)
    except OSError as error:
        reason = phrase(say.CANNOT_BE_READ, reason=disk_trouble(error))
        raise PlanError(path, [(say.THE_FILE(), reason)]) from error
    plan_id, version = _named(path)
    mistakes: list[tuple[str, Said]] = []
    if plan.id != plan_id:
        mistakes.append(("id", phrase(say.NAME_TELLS_ID, id=plan.id, name=plan_id)))
    if version and plan.version != version:
        fields = {"version": plan.version, "name": version}
        mistakes.append(("version", phrase(say.NAME_TELLS_VERSION, **fields)))
    if mistakes:
        raise PlanError(path, mistakes)
    return plan


_lent: list[_Library] = []


def _library() -> _Library:
    """The library of the plans folder in use. What was read is kept while a command runs."""
    return _lent[-1] if _lent else _library_of(plans_folder(), run_number())


@lru_cache(maxsize=4)
def _library_of(folder: Path, _run: int) -> _Library:
    return _Library((path, None) for path in _plan_paths(folder))


@cache
def _built_in_plan(path: Path) -> Plan:
    return read_plan(path)


def _plan_paths(folder: Path) -> list[Path]:
    """The plan files of a folder by name; none where the folder is not there."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in paths if path.suffix == ".toml" and not path.name.startswith(".")]


def _read_versions(files: Sequence[_File]) -> _Versions:
    """The versions in these files. A later one corrects the one before it, or adds what has been
    decided, or it is refused."""
    found: list[tuple[Plan, Path]] = []
    broken: list[PlanError] = []
    for path, content in files:
        try:
            found.append((_read_file(path, content), path))
        except PlanError as error:
            broken.append(error)
    found.sort(key=lambda each: version_order(each[0].version))  # stable: built-in ones first
    usable: list[Plan] = []
    for plan, path in found:
        relation = standing(usable[-1], plan) if usable else Standing.CORRECTION
        if relation in (Standing.CORRECTION, Standing.RULING):
            usable.append(plan)
        elif relation is not Standing.SAME:
            broken.append(PlanError(path, _unlike(usable[-1], plan)))
    return tuple(reversed(usable)), tuple(broken)


def _unlike(before: Plan, plan: Plan) -> list[tuple[str, Said]]:
    """Why a plan cannot be a later version of the one before it."""
    if plan.version == before.version:
        return [("version", phrase(say.VERSION_TAKEN, version=plan.version))]
    return [
        (
            change.key or change.goal or change.name,
            phrase(say.NOT_A_CORRECTION, change=change.said, version=before.version),
        )
        for change in agreed_changes(before, plan)
    ]
