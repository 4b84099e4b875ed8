"""The limits of intake as a settings file has them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import click

from texts import commandline as say
from texts.language import Language, Text
from workbooks.reading.archive import MEGABYTE, Limits


@dataclass(frozen=True, slots=True)
class Setting:
    """A limit as a settings file has it: in a unit that people use, between sensible bounds."""

    key: str
    limit: str
    """The attribute of `Limits`."""
    least: int
    most: int
    meaning: Text
    why: Text
    unit: int = 1
    """Bytes in one of the file's units, 1 for what is counted."""

    def value(self, limits: Limits) -> int:
        """The limit in the file's unit."""
        return int(getattr(limits, self.limit)) // self.unit


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


def read_limits(path: Path, lang: Language) -> Limits:
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
    return _checked(found, path, lang)


def _checked(found: Mapping[str, object], path: Path, lang: Language) -> Limits:
    limits = Limits()
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
        limits = replace(limits, **{setting.limit: int(str(value)) * setting.unit})
    return limits
