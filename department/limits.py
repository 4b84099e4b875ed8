"""The limits of intake: what they are, which are in force, and reading others from a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from texts import disk
from texts import limits as say
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
    attribute: str
    """Of `Limits`, or of `WorkerLimits` for the last two."""
    unit: int
    """Bytes in one of the file's units, 1 for what is counted."""
    least: int
    most: int
    meaning: Text
    reason: Text

    @property
    def is_of_worker(self) -> bool:
        """Whether it limits the worker process, not the workbook."""
        return self.attribute in ("seconds", "memory")

    def value(self, limits: IntakeLimits) -> int:
        """The limit in the file's unit."""
        part = limits.worker if self.is_of_worker else limits.workbook
        return int(getattr(part, self.attribute)) // self.unit


SETTINGS = (
    Setting("fil_mb", "file", MEGABYTE, 1, 1024, say.FILE, say.FILE_REASON),
    Setting("dele", "entries", 1, 10, 100_000, say.ENTRIES, say.ENTRIES_REASON),
    Setting("udpakket_mb", "inflated", MEGABYTE, 1, 4096, say.INFLATED, say.INFLATED_REASON),
    Setting("del_mb", "part", MEGABYTE, 1, 2048, say.PART, say.PART_REASON),
    Setting("pakning", "ratio", 1, 10, 10_000, say.RATIO, say.RATIO_REASON),
    Setting("celler", "cells", 1, 1_000, 50_000_000, say.CELLS, say.CELLS_REASON),
    Setting("ark", "sheets", 1, 6, 10_000, say.SHEETS, say.SHEETS_REASON),
    Setting("tegn_i_celle", "text", 1, 100, 32_767, say.TEXT, say.TEXT_REASON),
    Setting("tegn_i_formel", "formula", 1, 1_000, 8_192, say.FORMULA, say.FORMULA_REASON),
    Setting("sekunder", "seconds", 1, 1, 3_600, say.SECONDS, say.SECONDS_REASON),
    Setting("hukommelse_mb", "memory", MEGABYTE, 256, 65_536, say.MEMORY, say.MEMORY_REASON),
)

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
    import tomllib

    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = disk.reason(error, lang)
        raise click.UsageError(say.CANNOT_READ(lang, path=path, reason=reason)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(say.NO_TOML(lang, path=path, reason=error)) from error
    return _settled(found, path, lang)


def _settled(found: Mapping[str, object], path: Path, lang: Language) -> IntakeLimits:
    limits = IntakeLimits()
    by_key = {setting.key: setting for setting in SETTINGS}
    for key, value in found.items():
        setting = by_key.get(key)
        if setting is None:
            known = ", ".join(by_key)
            raise click.UsageError(say.UNKNOWN_KEY(lang, path=path, key=key, known=known))
        fits = isinstance(value, int) and not isinstance(value, bool)
        if not fits or not setting.least <= int(str(value)) <= setting.most:
            bounds = {"least": setting.least, "most": setting.most}
            raise click.UsageError(say.WRONG_VALUE(lang, path=path, key=key, **bounds))
        change = {setting.attribute: int(str(value)) * setting.unit}
        if setting.is_of_worker:
            limits = replace(limits, worker=replace(limits.worker, **change))
        else:
            limits = replace(limits, workbook=replace(limits.workbook, **change))
    return limits
