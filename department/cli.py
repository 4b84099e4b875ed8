"""The command line `rp`: its options, its commands in the order of the daily work, its exit codes.

What a command needs is imported when it runs, so that `rp --help` comes at once.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from department.bilingual import Group, complain, is_flag, language_of, option
from department.commands.addin import addin, checker
from department.commands.explain import explain, limits
from department.commands.outgoing import annual_report, fill, migrate, reply, template
from department.commands.plans import check_plans_folder, plan, plans, rehearse
from department.commands.received import calendar, register, status
from department.commands.reports import batch, desk, validate, watch
from resultatplan import __version__
from resultatplan.plans_folder import plans_in
from texts import commandline as say
from texts import handwritten as handwritten_texts
from texts.language import DANISH, ENGLISH, Language

OK, FINDINGS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: fine, findings with errors, wrong usage, Ctrl-C."""

_COMMANDS = [
    plans,
    plan,
    template,
    fill,
    validate,
    batch,
    status,
    calendar,
    register,
    migrate,
    rehearse,
    watch,
    desk,
    reply,
    annual_report,
    explain,
    limits,
    addin,
    checker,
]


@click.group("rp", cls=Group, help=say.PROGRAM, commands=_COMMANDS)
@option("--plans", "plans_folder", metavar="MAPPE", help=handwritten_texts.PLANS_OPTION)
@option("--limits", "limit_file", metavar="FIL", help=say.LIMITS_OPTION)
@option("--lang", type=click.Choice([DANISH, ENGLISH]), help=say.LANG_OPTION, expose_value=False)
@option("--version", is_flag=True, help=say.VERSION_OPTION)
@click.pass_context
def rp(
    context: click.Context, plans_folder: str | None, limit_file: str | None, version: bool
) -> None:
    """Put the plans folder and the limits in force for the command that follows."""
    if version:
        click.echo(__version__)
        context.exit()
    if context.invoked_subcommand != plan.name:
        check_plans_folder(context)
    context.with_resource(plans_in(None if plans_folder is None else Path(plans_folder)))
    if limit_file is not None:
        from department.reference import read_limits
        from workbooks.reading.archive import within

        context.with_resource(within(read_limits(Path(limit_file), language_of(context))))


def _with_own_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with the program's options first: those with a value may stand anywhere.

    What follows `--` is left as it is. An option without its value is all there is to be said of
    the line, and click says it.
    """
    names = [name for each in rp.params if not is_flag(each) for name in each.opts]
    own: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        name, given, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *waiting]
        elif name not in names:
            rest.append(argument)
        else:
            value = value if given else next(waiting, "")
            if not value:
                return [*own, name]
            own.append(f"{name}={value}")
    return own + rest


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `rp` and end the process with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run `rp` with these arguments; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    lang: Language = DANISH
    try:
        line = _with_own_first(arguments)
        # The last language asked for: errors are told in it, also those of the line itself.
        asked = [each for each in line if each.startswith("--lang=")]
        lang = ENGLISH if asked[-1:] == [f"--lang={ENGLISH}"] else DANISH
        outcome = rp.main(line, prog_name="rp", standalone_mode=False, obj=lang)
    except click.ClickException as error:
        complain(error, lang)
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo(say.STOPPED(lang), err=True)
        return INTERRUPTED
    return outcome if isinstance(outcome, int) else OK
