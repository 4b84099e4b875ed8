"""The limits of intake: what they are, which are in force, and reading others from a file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path

import click

from texts import commandline as say
from texts.language import Language, Text
from workbooks.reading import archive
from workbooks.reading.archive import MEGABYTE, Limits


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one task in a worker process may use."""

    seconds: float = 60
    """Wall-clock and CPU seconds for a task. The slowest good file seen took 2.9."""
    memory: int = 2048 * MEGABYTE
    """Bytes of address space. The greatest good file seen took 136 MB."""


@dataclass(frozen=True, slots=True)
class IntakeLimits:
    """All limits: how large a workbook may be, and what examining it may take."""

    workbook: Limits = field(default_factory=Limits)
    worker: WorkerLimits = field(default_factory=WorkerLimits)


@dataclass(frozen=True, slots=True)
class Setting:
    """A limit as a settings file has it: in a unit that people use, between sensible bounds."""

    key: str
    limit: str
    """The attribute of `Limits`, or of `WorkerLimits`."""
    least: int
    most: int
    meaning: Text
    why: Text
    unit: int = 1
    """Bytes in one of the file's units, 1 for what is counted."""

    @property
    def is_of_worker(self) -> bool:
        """Whether it limits the worker process, not the workbook."""
        return self.limit in WorkerLimits.__dataclass_fields__

    def value(self, limits: IntakeLimits) -> int:
        """The limit in the file's unit."""
        part = limits.worker if self.is_of_worker else limits.workbook
        return int(getattr(part, self.limit)) // self.unit


def _settings() -> tuple[Setting, ...]:
    """Every limit that can be set, from `texts/limits.toml`."""
    form = tomllib.loads(files("texts").joinpath("limits.toml").read_text(encoding="utf-8"))
    return tuple(
        Setting(
            key,
            each["limit"],
            each["least"],
            each["most"],
            Text(**each["meaning"]),
            Text(**each["why"]),
            MEGABYTE if "unit" in each else 1,
        )
        for key, each in form.items()
    )


SETTINGS = _settings()

_in_force = IntakeLimits()


def limits_in_force() -> IntakeLimits:
    """The limits that files are received within."""
    return _in_force


@contextmanager
def within(limits: IntakeLimits) -> Iterator[None]:
    """Let these limits be in force."""
    global _in_force
    before = _in_force
    _in_force = limits
    try:
        with archive.within(limits.workbook):
            yield
    finally:
        _in_force = before


def read_limits(path: Path, lang: Language) -> IntakeLimits:
    """The limits in a settings file; what it does not name is as always.

    Raises `click.UsageError` for a file that cannot be read, a key that is no limit, or a value
    that no limit can have.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = say.disk_reason(error, lang)
        raise click.UsageError(say.LIMITS_UNREADABLE(lang, path=path, reason=reason)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(say.LIMITS_NO_TOML(lang, path=path, reason=error)) from error
    return _settled(found, path, lang)


def _settled(found: Mapping[str, object], path: Path, lang: Language) -> IntakeLimits:
    limits = IntakeLimits()
    by_key = {setting.key: setting for setting in SETTINGS}
    for key, value in found.items():
        setting = by_key.get(key)
        if setting is None:
            known = ", ".join(by_key)
            raise click.UsageError(say.LIMITS_UNKNOWN_KEY(lang, path=path, key=key, known=known))
        fits = isinstance(value, int) and not isinstance(value, bool)
        if not fits or not setting.least <= int(str(value)) <= setting.most:
            bounds = {"least": setting.least, "most": setting.most}
            raise click.UsageError(say.LIMITS_WRONG_VALUE(lang, path=path, key=key, **bounds))
        change = {setting.limit: int(str(value)) * setting.unit}
        if setting.is_of_worker:
            limits = replace(limits, worker=replace(limits.worker, **change))
        else:
            limits = replace(limits, workbook=replace(limits.workbook, **change))
    return limits
