"""click in Danish and English: help is declared as a `Text` and shown in the reader's language.

Commands, groups and options are declared as with click's own decorators. The language is the
object of click's context (`ctx.obj`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from difflib import get_close_matches
from typing import TypeVar

import click

from department.output import echo
from texts import commandline as say
from texts import standing
from texts.language import DANISH, ENGLISH, Language, Text

Declared = TypeVar("Declared", bound=Callable[..., object])

_FIRST_YEAR, _LAST_YEAR = 1990, 2110
"""Ten years around the years that a plan can have."""
_PATTERNS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m-%Y", "%d/%m/%Y")


def language_of(context: click.Context | None) -> Language:
    """The language that the command line is run in."""
    return ENGLISH if context is not None and context.obj == ENGLISH else DANISH


def command(
    name: str, *, help: Text, examples: tuple[str, ...] = ()
) -> Callable[[Callable[..., int | None]], Command]:
    """Declare a command (`click.command`); its function is called with the language first.

    The function returns the exit code, or None when all is well.
    """

    def declare(function: Callable[..., int | None]) -> Command:
        callback = click.pass_obj(function)
        return click.command(name, cls=Command, help=help, examples=examples)(callback)

    return declare


def option(*names: str, help: Text, **attributes: object) -> Callable[[Declared], Declared]:
    """Declare an option (`click.option`)."""
    return click.option(*names, cls=Option, help=help, **attributes)


class Option(click.Option):
    """An option with help in both languages."""

    def __init__(self, names: Sequence[str], *, help: Text, **attributes: object) -> None:
        super().__init__(names, **attributes)  # type: ignore[arg-type]  # as click.option has them
        self.words = help

    def process_value(self, ctx: click.Context, value: object) -> object:
        """The value; where the next option stands in its place, it has none."""
        if isinstance(value, str) and value.startswith("--"):
            raise click.UsageError(say.NEEDS_VALUE(language_of(ctx), name=self.opts[0]), ctx)
        return super().process_value(ctx, value)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Its names and its help; what click adds to a help text by itself is English."""
        lang = language_of(ctx)
        record = super().get_help_record(ctx)
        words = self.words(lang)
        return (
            "" if record is None else _placeholders(record[0], lang),
            f"{words} {say.REQUIRED(lang)}" if self.required else words,
        )


class Bilingual(click.Command):
    """What commands and groups share: help and complaints in the reader's language."""

    words: Text
    summaries: Mapping[str, Text] = {}
    """What each of a group's commands does."""
    examples: tuple[str, ...] = ()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; a value too few or too many is told in the reader's language."""
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            flags = [name for each in self.params if is_flag(each) for name in each.opts]
            reason = say.TAKES_NO_VALUE if error.option_name in flags else say.NEEDS_VALUE
            message = reason(language_of(ctx), name=error.option_name)
            raise click.UsageError(message, ctx) from error

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its usage, what it does, options, commands, examples.

        Beside its own options stand the program's with a value, which may stand anywhere on the
        line.
        """
        lang, program = language_of(ctx), ctx.find_root().command
        first = say.COMMAND_METAVAR if self.summaries else say.ARGUMENTS_METAVAR
        pieces = [piece for parameter in self.params for piece in parameter.get_usage_pieces(ctx)]
        usage = " ".join([first(lang), *(_placeholders(each, lang) for each in pieces)])
        formatter.write_usage(ctx.command_path, usage, prefix=say.USAGE(lang))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.words(lang))
        own = [] if self is program else self.params
        everywhere = [each for each in program.params if self is program or not is_flag(each)]
        options = [
            *(each.get_help_record(ctx) for each in own if isinstance(each, Option)),
            ("--help", say.HELP_OPTION(lang)),
            *(each.get_help_record(ctx) for each in everywhere),
        ]
        with formatter.section(say.OPTIONS(lang)):
            formatter.write_dl([record for record in options if record is not None])
        if self.summaries:
            with formatter.section(say.COMMANDS(lang)):
                formatter.write_dl([(name, text(lang)) for name, text in self.summaries.items()])
        if self.examples:
            with formatter.section(say.EXAMPLES(lang)):
                for example in self.examples:
                    formatter.write_text(example)


class Command(Bilingual):
    """A command with help in both languages, and examples to copy."""

    def __init__(
        self, name: str | None, *, help: Text, examples: tuple[str, ...] = (), **attributes: object
    ) -> None:
        super().__init__(name, **attributes)  # type: ignore[arg-type]  # as click.command has them
        self.words = help
        self.examples = examples

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; one too many is wrong usage."""
        ctx.allow_extra_args = True
        super().parse_args(ctx, args)
        if ctx.args:
            raise click.UsageError(say.TOO_MANY(language_of(ctx), argument=ctx.args[0]), ctx)
        return ctx.args


class Group(click.Group, Bilingual):
    """Commands in the order of the daily work; by itself a group shows its help."""

    def __init__(
        self, name: str | None, *, help: Text, commands: Sequence[Bilingual], **attributes: object
    ) -> None:
        click.Group.__init__(self, name, commands, invoke_without_command=True, **attributes)  # type: ignore[arg-type]
        self.words = help
        self.summaries = {each.name or "": each.words for each in commands}

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that is named; without one, show the help."""
        outcome: object = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            click.echo(ctx.get_help())
        return outcome

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; an unknown one is wrong usage."""
        if args[0] not in self.commands:
            lang = language_of(ctx)
            reason = say.NO_SUCH_COMMAND(lang, name=args[0])
            raise click.UsageError(reason + _meant(args[0], self.commands, lang), ctx)
        return super().resolve_command(ctx, args)


def wrong_usage(message: str) -> click.UsageError:
    """Wrong usage of the command that is running, whose help is then pointed to."""
    return click.UsageError(message, click.get_current_context())


def complain(error: click.ClickException, lang: Language) -> None:
    """Say on standard error what is wrong with the command, and where its help is."""
    echo(f"{say.ERROR(lang)}: {_reason(error, lang)}", err=True)
    context = getattr(error, "ctx", None)
    if isinstance(context, click.Context):
        click.echo(say.TRY_HELP(lang, command=context.command_path), err=True)


def _reason(error: click.ClickException, lang: Language) -> str:
    """What is wrong; click's own sentences are English."""
    match error:
        case click.MissingParameter():
            return say.MISSING_ARGUMENT(lang, name=_parameter_name(error.param, lang))
        case click.NoSuchOption(option_name=name, ctx=context):
            known = [] if context is None else context.command.params
            meant = _meant(name, (each for param in known for each in param.opts), lang)
            return say.NO_SUCH_OPTION(lang, name=name) + meant
        case click.BadParameter(param=param):
            return say.BAD_VALUE(lang, name=_parameter_name(param, lang)) + _allowed(param, lang)
    return error.format_message()


def _meant(name: str, known: Iterable[str], lang: Language) -> str:
    """` Mente du »status«?`; nothing where no known name is like it."""
    return "".join(say.MEANT(lang, name=each) for each in get_close_matches(name, list(known), 1))


def _allowed(parameter: click.Parameter | None, lang: Language) -> str:
    """Which values a parameter takes, where its type tells."""
    match parameter and parameter.type:
        case click.Choice(choices=choices):
            return say.ALLOWED(lang, values=", ".join(map(str, choices)))
        case click.IntRange(min=least, max=most) | click.FloatRange(min=least, max=most):
            return say.ALLOWED(lang, values=f"{least}–{most}")
        case click.types.IntParamType():
            return say.ALLOWED(lang, values=say.WHOLE_NUMBER(lang))
    return ""


def _placeholders(usage: str, lang: Language) -> str:
    """What stands for a value (`MAPPE`), in the reader's language."""
    if lang == DANISH:
        return usage
    return re.sub(r"[A-ZÆØÅ]+", lambda found: say.PLACEHOLDERS.get(found[0], found[0]), usage)


def is_flag(parameter: click.Parameter) -> bool:
    """Whether it is an option without a value."""
    return isinstance(parameter, click.Option) and parameter.is_flag


def _parameter_name(parameter: click.Parameter | None, lang: Language) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    if parameter is None:
        return ""
    return _placeholders(parameter.metavar or parameter.human_readable_name, lang)


def typed_day(text: str, lang: Language) -> date:
    """The day, written `2024-10-21` or as a Dane does: `21-10-2024`, `21.10.2024`, `21/10-2024`.

    Raises `click.ClickException` for what is none, or is far from every plan's year.
    """
    for pattern in _PATTERNS:
        with suppress(ValueError):
            day = datetime.strptime(text, pattern).date()
            if _FIRST_YEAR <= day.year <= _LAST_YEAR:
                return day
            raise click.ClickException(standing.FAR_DAY(lang, text=text))
    raise click.ClickException(standing.BAD_DAY(lang, text=text))
