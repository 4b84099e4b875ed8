"""The plan library: the built-in plans and the user's own, each in the versions that there are.

A file is called `<id>.toml` or, for a further version of a plan, `<id>@<version>.toml`; the name
tells whose plan it is, so that a file is read only when its plan is asked for. A file that cannot
be used is no plan of the library and stands in the way of no other: `broken_plans` says what is
wrong with it. A later version of a plan may correct it, but not change what was agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from resultatplan.differences import Change, differences
from resultatplan.plan import Plan
from resultatplan.plan_file import PlanError, parse_plan, read_plan
from resultatplan.plans_folder import plans_folder, run_number
from texts import handwritten as say
from texts.language import Said, phrase

BUILT_IN = Path(__file__).parent / "plans"
FIRST_VERSION = "1.0"

OwnFiles = tuple[tuple[str, bytes], ...]
"""The user's plan files, name and content: what a machine without the folder is lent."""


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


def agreed_changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """What a plan changes of the agreement in another: nothing where it is a correction of it."""
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
    return _library().versions(plan_id).plans


def plan_by_id(plan_id: str, version: str | None = None) -> Plan | None:
    """The plan with this id, in this version or the newest, or None."""
    versions = versions_of(plan_id)
    if version is None:
        return versions[0] if versions else None
    return next((plan for plan in versions if plan.version == version), None)


def plan_named(reference: str) -> Plan | None:
    """The plan that a person names: `socialstyrelsen-2020`, or `socialstyrelsen-2020@1.1`."""
    plan_id, at, version = reference.partition("@")
    return plan_by_id(plan_id, version if at else None)


def broken_plans(plan_id: str | None = None) -> tuple[PlanError, ...]:
    """The files in the plans folder (of one plan) that cannot be used, and why."""
    library = _library()
    ids = library.own_ids if plan_id is None else (plan_id,)
    return tuple(error for each in ids for error in library.versions(each).broken)


def built_in_plans() -> tuple[Plan, ...]:
    """The plans that come with the product, by id."""
    return tuple(_built_in_plan(path) for path in _plan_paths(BUILT_IN))


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
        with suppress(OSError):  # told by `broken_plans`
            files.append((path.name, path.read_bytes()))
    return tuple(files)


def lend(files: OwnFiles) -> None:
    """Let these files stand for the plans folder, in a process on another machine."""
    _lent[:] = [_Library(_PlanFile(Path(name), False, content) for name, content in files)]


@dataclass(frozen=True, slots=True)
class _PlanFile:
    """A plan's file: the content where it was lent, else it is read from its path."""

    path: Path
    is_built_in: bool
    content: bytes | None = None

    @property
    def plan_id(self) -> str:
        """The id of the plan that the name tells."""
        return self.path.stem.partition("@")[0]

    def read(self) -> Plan:
        """The plan in the file. Raises `PlanError`, also when its name tells of another plan."""
        if self.is_built_in:
            return _built_in_plan(self.path)
        try:
            content = self.path.read_bytes() if self.content is None else self.content
        except OSError as error:
            reason = phrase(say.CANNOT_BE_READ, reason=error.strerror or str(error))
            raise PlanError(self.path, [(say.THE_FILE(), reason)]) from error
        plan = parse_plan(content, self.path)
        _, at, version = self.path.stem.partition("@")
        mistakes: list[tuple[str, Said]] = []
        if plan.id != self.plan_id:
            mistakes.append(("id", phrase(say.NAME_TELLS_ID, id=plan.id, name=self.plan_id)))
        if at and plan.version != version:
            fields = {"version": plan.version, "name": version}
            mistakes.append(("version", phrase(say.NAME_TELLS_VERSION, **fields)))
        if mistakes:
            raise PlanError(self.path, mistakes)
        return plan


class _Versions(NamedTuple):
    """The usable versions of one plan, newest first, and the files that are of no use."""

    plans: tuple[Plan, ...] = ()
    broken: tuple[PlanError, ...] = ()


class _Library:
    """Plan files by the id of their plan. They are read when it is first asked for, then kept."""

    def __init__(self, own: Iterable[_PlanFile]) -> None:
        own = tuple(own)
        built_in = (_PlanFile(path, is_built_in=True) for path in _plan_paths(BUILT_IN))
        self.own_ids = tuple(sorted({file.plan_id for file in own}))
        self.files: dict[str, list[_PlanFile]] = {}
        for file in (*built_in, *own):
            self.files.setdefault(file.plan_id, []).append(file)
        self._read: dict[str, _Versions] = {}

    def versions(self, plan_id: str) -> _Versions:
        """What there is of a plan; nothing for an unknown id."""
        if plan_id not in self.files:
            return _Versions()
        if plan_id not in self._read:
            self._read[plan_id] = _read_versions(self.files[plan_id])
        return self._read[plan_id]


_lent: list[_Library] = []


def _library() -> _Library:
    """The library of the plans folder in use. What was read is kept while a command runs."""
    return _lent[-1] if _lent else _library_of(plans_folder(), run_number())


@lru_cache(maxsize=4)
def _library_of(folder: Path, _run: int) -> _Library:
    return _Library(_PlanFile(path, is_built_in=False) for path in _plan_paths(folder))


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


def _read_versions(files: Sequence[_PlanFile]) -> _Versions:
    """The versions in these files. A later one corrects the one before it, or it is refused."""
    found: list[tuple[Plan, Path]] = []
    broken: list[PlanError] = []
    for file in files:
        try:
            found.append((file.read(), file.path))
        except PlanError as error:
            broken.append(error)
    found.sort(key=lambda each: version_order(each[0].version))  # stable: built-in ones first
    usable: list[Plan] = []
    for plan, path in found:
        relation = standing(usable[-1], plan) if usable else Standing.CORRECTION
        if relation is Standing.CORRECTION:
            usable.append(plan)
        elif relation is not Standing.SAME:
            broken.append(PlanError(path, _unlike(usable[-1], plan)))
    return _Versions(tuple(reversed(usable)), tuple(broken))


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
