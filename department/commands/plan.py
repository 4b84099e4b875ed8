"""`rp plan …`: what is done with the plans themselves. Each command is a module `plan_<name>`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

import click

from department.helping import Group
from texts import plan_commands, rollover, versions
from texts.language import Language

if TYPE_CHECKING:
    from department.cli import CommandModule

_SUMMARIES = {
    "new": plan_commands.NEW,
    "export": plan_commands.EXPORT,
    "check": plan_commands.CHECK,
    "import": plan_commands.IMPORT,
    "diff": versions.DIFF,
    "rollover": rollover.ROLLOVER,
}


def command(lang: Language) -> click.Command:
    """The group in one language."""
    return Group("plan", lang=lang, summary=versions.PLAN_GROUP, load=_load, summaries=_SUMMARIES)


def _load(name: str, lang: Language) -> click.Command:
    module = cast("CommandModule", import_module(f"department.commands.plan_{name}"))
    return module.command(lang)
