"""The command line `rp`. Each command lives in its own module and is imported when it is used."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

import click

from department.helping import Group, complain, language_of
from resultatplan import __version__
from texts import commandline as say
from texts.language import DANISH, Language

_SUMMARIES = {
    "plans": say.PLANS,
    "template": say.TEMPLATE,
    "fill": say.FILL,
    "validate": say.VALIDATE,
    "batch": say.BATCH,
    "explain": say.EXPLAIN,
    "addin": say.ADDIN,
}
"""The commands in the order of the daily work; each is a module of `department.commands`."""

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
    module = cast("CommandModule", import_module(f"department.commands.{name}"))
    return module.command(lang)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `rp` and end the process with its exit code."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run `rp` with these arguments; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    lang: Language = DANISH
    try:
        lang, rest = language_of(arguments)
        if rest == ["--version"]:
            click.echo(__version__)
            return OK
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
