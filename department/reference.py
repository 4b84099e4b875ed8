"""What can be looked up: the catalogue of findings, and the limits of intake, also in a file.

On the screen (`rp explain`, `rp limits`), and as the pages `docs/fejlkoder.md` and
`docs/graenser.md`, which are this word for word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from department.screen import table_of
from texts import commandline as say
from texts import standing as words
from texts.findings import CATALOGUE, Entry
from texts.language import DANISH, Language, Text, number
from workbooks.reading.archive import MEGABYTE, Limits, limits_in_force

_FIELD = re.compile(r"\{\w+\}")


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


SETTINGS = tuple(
    Setting(
        key,
        each["limit"],
        each["least"],
        each["most"],
        Text(**each["meaning"]),
        Text(**each["why"]),
        MEGABYTE if "unit" in each else 1,
    )
    for key, each in tomllib.loads(
        files("texts").joinpath("limits.toml").read_text(encoding="utf-8")
    ).items()
)
"""Every limit that can be set."""


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
    limits = Limits()
    by_key = {setting.key: setting for setting in SETTINGS}
    for key, value in found.items():
        setting = by_key.get(key)
        if setting is None:
            known = ", ".join(by_key)
            raise click.UsageError(say.LIMITS_UNKNOWN_KEY(lang, path=path, key=key, known=known))
        if type(value) is not int or not setting.least <= value <= setting.most:
            bounds = {"least": setting.least, "most": setting.most}
            raise click.UsageError(say.LIMITS_WRONG_VALUE(lang, path=path, key=key, **bounds))
        limits = replace(limits, **{setting.limit: value * setting.unit})
    return limits


def print_entry(screen: Console, entry: Entry, lang: Language) -> None:
    """A code explained: what it means, what to do, why the rule exists."""
    severity = words.SEVERITIES[entry.severity.value](lang)
    screen.print(f"[bold]{entry.code}[/bold] ({severity}): {escape(entry.title(lang))}")
    for heading, text in (
        (say.MEANING, _message(entry, lang)),
        (say.WHAT_TO_DO, entry.hint(lang)),
        (say.WHY, entry.why(lang)),
    ):
        screen.print(f"  {heading(lang)}: {escape(text)}")


def codes_table(lang: Language) -> Table:
    """All codes with their titles."""
    rows = (
        (each.code, words.SEVERITIES[each.severity.value](lang), each.title(lang))
        for each in CATALOGUE.values()
    )
    headings = (words.CODE, words.SEVERITY, words.MESSAGE)
    return table_of(lang, headings, rows, title=say.CODES_TITLE(lang))


def codes_markdown(lang: Language = DANISH) -> str:
    """All codes by layer: code, severity, title and message, what to do, why."""
    headings = (words.CODE, words.SEVERITY, say.MEANING, say.WHAT_TO_DO, say.WHY)
    lines = [f"# {say.CODES_PAGE(lang)}", "", say.CODES_PAGE_LEAD(lang), ""]
    for layer, entries in groupby(CATALOGUE.values(), key=lambda entry: entry.code[3]):
        lines += [f"## {say.LAYERS[layer](lang)}", "", _row(each(lang) for each in headings)]
        lines.append("|---|---|---|---|---|")
        for entry in entries:
            cells = (
                entry.code,
                words.SEVERITIES[entry.severity.value](lang),
                f"**{entry.title(lang)}**<br>{_message(entry, lang)}",
                entry.hint(lang),
                entry.why(lang),
            )
            lines.append(_row(cell.replace("|", "\\|") for cell in cells))
        lines.append("")
    return "\n".join(lines)


def _message(entry: Entry, lang: Language) -> str:
    """The message of a code with `…` where a finding names a value."""
    return _FIELD.sub("…", entry.message(lang).replace("{suggestion}", ""))


def limits_table(lang: Language) -> Table:
    """A row per limit: its key, what it limits, its default, what is in force, and why."""
    rows = (
        (
            each.key,
            each.meaning(lang),
            _value(each, Limits(), lang),
            _value(each, limits_in_force(), lang),
            each.why(lang),
        )
        for each in SETTINGS
    )
    headings = (words.KEY, say.LIMIT, say.DEFAULT, say.IN_FORCE, say.WHY)
    return table_of(lang, headings, rows, show_lines=True)


def limits_markdown(lang: Language = DANISH) -> str:
    """The page about the limits, without what is in force on this machine."""
    headings = (words.KEY, say.LIMIT, say.DEFAULT, say.WHY)
    lines = [say.LIMITS_PAGE(lang), _row(each(lang) for each in headings)]
    lines.append("| --- | --- | --- | --- |")
    for setting in SETTINGS:
        default = f"{_value(setting, Limits(), lang)} ({_bounds(setting, lang)})"
        cells = (f"`{setting.key}`", setting.meaning(lang), default, setting.why(lang))
        lines.append(_row(cells))
    return "\n".join(lines) + "\n"


def limits_toml(lang: Language) -> str:
    """A settings file with the limits in force."""
    lines = [f"# {say.LIMITS_FILE_HEAD(lang)}"]
    for setting in SETTINGS:
        lines += ["", f"# {setting.meaning(lang)}, {_bounds(setting, lang)}."]
        lines += [f"{setting.key} = {setting.value(limits_in_force())}"]
    return "\n".join(lines) + "\n"


def _value(setting: Setting, limits: Limits, lang: Language) -> str:
    return number(Decimal(setting.value(limits)), lang)


def _bounds(setting: Setting, lang: Language) -> str:
    least, most = (number(Decimal(each), lang) for each in (setting.least, setting.most))
    return say.BETWEEN(lang, least=least, most=most)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
