"""The command line `rp`. Each command lives in its own module and is imported when it is used."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import click

from department.helping import Group, complain, language_of, limits_of, plans_of
from resultatplan import __version__
from resultatplan.plans_folder import plans_in
from texts import annual, limits, register, replies, status, versions, watching
from texts import commandline as say
from texts.language import DANISH, Language

_SUMMARIES = {
    "plans": say.PLANS,
    "plan": versions.PLAN_GROUP,
    "template": say.TEMPLATE,
    "fill": say.FILL,
    "validate": say.VALIDATE,
    "batch": say.BATCH,
    "status": status.STATUS,
    "calendar": status.CALENDAR,
    "register": register.REGISTER,
    "migrate": versions.MIGRATE,
    "rehearse": versions.REHEARSE,
    "watch": watching.COMMAND,
    "reply": replies.COMMAND,
    "annual-report": annual.COMMAND,
    "explain": say.EXPLAIN,
    "limits": limits.SUMMARY,
    "addin": say.ADDIN,
}
"""The commands in the order of the daily work; each is a module of `department.commands`."""

_MAKES_PLANS_FOLDER = ["plan", "import"]

OBJECTS = 500_000
"""New objects between two searches for unused ones: imports alone make a hundred thousand."""
OK, FINDINGS, WRONG_USAGE = 0, 1, 2
"""Exit codes: fine, findings with errors, wrong usage."""


def command_line(lang: Language) -> Group:
    """The whole of `rp` in one language."""
    return Group("rp", lang=lang, summary=say.PROGRAM, load=_load, summaries=_SUMMARIES)


class CommandModule(Protocol):
    """A module of `department.commands`."""

    def command(self, lang: Language) -> click.Command:
        """The command in one language."""
        ...


def _load(name: str, lang: Language) -> click.Command:
    module = cast("CommandModule", import_module(f"department.commands.{name.replace('-', '_')}"))
    return module.command(lang)


def _plans_folder(named: str | None, rest: list[str], lang: Language) -> Path | None:
    """The plans folder that the command line names; only an import makes one that is not there."""
    if named is None:
        return None
    if not Path(named).is_dir() and rest[:2] != _MAKES_PLANS_FOLDER:
        raise click.UsageError(say.NO_FOLDER(lang, path=named))
    return Path(named)


def _limits_in(named: str | None, lang: Language) -> AbstractContextManager[None]:
    """The limits of intake that the command line names, in force."""
    if named is None:
        return nullcontext()
    from department.limits import read_limits, within

    return within(read_limits(Path(named), lang))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `rp` and end the process with its exit code."""
    gc.set_threshold(OBJECTS)
    code = run(list(sys.argv[1:] if arguments is None else arguments))
    gc.freeze()  # The process ends: searching pandas for unused objects takes a tenth of a second.
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run `rp` with these arguments; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    lang: Language = DANISH
    try:
        lang, rest = language_of(arguments)
        named, rest = plans_of(rest)
        limit_file, rest = limits_of(rest)
        if rest == ["--version"]:
            click.echo(__version__)
            return OK
        with plans_in(_plans_folder(named, rest, lang)), _limits_in(limit_file, lang):
            outcome = command_line(lang).main(rest, prog_name="rp", standalone_mode=False)
    except click.ClickException as error:
        complain(error, lang)
        return WRONG_USAGE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(say.STOPPED(lang), err=True)
        return 130
    return outcome if isinstance(outcome, int) else OK
