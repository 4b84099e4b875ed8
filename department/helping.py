"""Click in Danish: help pages, usage errors, and commands that are imported when used."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from texts import commandline as say
from texts import limits, plan_files
from texts.language import DANISH, ENGLISH, Language, Text


def language_of(arguments: list[str]) -> tuple[Language, list[str]]:
    """The language asked for anywhere on the command line, and the other arguments."""
    asked, rest = _anywhere("--lang", arguments)
    if asked not in (None, DANISH, ENGLISH):
        raise click.UsageError(say.BAD_VALUE(DANISH, name="--lang"))
    return ENGLISH if asked == ENGLISH else DANISH, rest


def plans_of(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The plans folder named anywhere on the command line, and the other arguments."""
    return _anywhere("--plans", arguments)


def limits_of(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The file of limits named anywhere on the command line, and the other arguments."""
    return _anywhere("--limits", arguments)


def _anywhere(option: str, arguments: list[str]) -> tuple[str | None, list[str]]:
    """The last value given to an option that every command takes, and what is left."""
    value: str | None = None
    rest: list[str] = []
    waiting = False
    for argument in arguments:
        if waiting or argument.startswith(f"{option}="):
            value = argument if waiting else argument.removeprefix(f"{option}=")
            waiting = False
        elif argument == option:
            waiting = True
        else:
            rest.append(argument)
    return value, rest


class Command(click.Command):
    """A command whose help is in the reader's language."""

    def __init__(
        self,
        name: str,
        *,
        lang: Language,
        summary: Text,
        examples: tuple[str, ...] = (),
        params: list[click.Parameter] | None = None,
        callback: Callable[..., int | None] | None = None,
    ) -> None:
        super().__init__(name, callback=callback, params=params, help=summary(lang))
        self.lang = lang
        self.examples = examples

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`Brug: rp validate [VALG] FIL…`"""
        _usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and the language option that every command takes."""
        _options(self, ctx, formatter, self.lang)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples to copy."""
        del ctx
        if self.examples:
            with formatter.section(say.EXAMPLES(self.lang)):
                for example in self.examples:
                    formatter.write_text(example)


class Group(click.Group):
    """A group of commands that are imported when they are used."""

    def __init__(
        self,
        name: str,
        *,
        lang: Language,
        summary: Text,
        load: Callable[[str, Language], click.Command],
        summaries: Mapping[str, Text],
    ) -> None:
        super().__init__(name, help=summary(lang), no_args_is_help=False)
        self.lang = lang
        self.load = load
        self.summaries = summaries
        self.invoke_without_command = True
        self.callback = self._help_when_alone

    def _help_when_alone(self) -> None:
        context = click.get_current_context()
        if context.invoked_subcommand is None:
            click.echo(context.get_help())

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the daily work."""
        del ctx
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded now."""
        del ctx
        return self.load(cmd_name, self.lang) if cmd_name in self.summaries else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; an unknown one is wrong usage."""
        if args and args[0] not in self.summaries and not args[0].startswith("-"):
            raise click.UsageError(say.NO_SUCH_COMMAND(self.lang, name=args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`Brug: rp KOMMANDO [ARGUMENTER]…`"""
        formatter.write_usage(
            ctx.command_path, say.COMMAND_METAVAR(self.lang), prefix=say.USAGE(self.lang)
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands with their summaries (no module is imported)."""
        _options(self, ctx, formatter, self.lang)
        with formatter.section(say.COMMANDS(self.lang)):
            formatter.write_dl([(name, text(self.lang)) for name, text in self.summaries.items()])


def json_option(lang: Language) -> click.Option:
    """`--json`."""
    return click.Option(["--json", "as_json"], is_flag=True, help=say.JSON_OPTION(lang))


def complain(error: click.ClickException, lang: Language) -> None:
    """Say on standard error what is wrong with the command, and where its help is."""
    click.echo(f"{say.ERROR(lang)}: {_reason(error, lang)}", err=True)
    context = getattr(error, "ctx", None)
    if isinstance(context, click.Context):
        click.echo(say.TRY_HELP(lang, command=context.command_path), err=True)


def _reason(error: click.ClickException, lang: Language) -> str:
    if isinstance(error, click.MissingParameter):
        return say.MISSING_ARGUMENT(lang, name=_parameter_name(error.param))
    if isinstance(error, click.NoSuchOption):
        return say.NO_SUCH_OPTION(lang, name=error.option_name)
    if isinstance(error, click.BadParameter):
        return say.BAD_VALUE(lang, name=_parameter_name(error.param))
    return error.format_message()


def _parameter_name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return "" if parameter is None else (parameter.metavar or parameter.human_readable_name)


def _usage(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, lang: Language
) -> None:
    arguments = [
        parameter.make_metavar(ctx)
        for parameter in command.get_params(ctx)
        if isinstance(parameter, click.Argument)
    ]
    pieces = [say.ARGUMENTS_METAVAR(lang), *arguments]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say.USAGE(lang))


def _options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, lang: Language
) -> None:
    rows = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is None or not isinstance(parameter, click.Option):
            continue
        # What click adds to a help text by itself is English.
        names, help_text = record[0], parameter.help or ""
        if parameter.required:
            help_text = f"{help_text} {say.REQUIRED(lang)}"
        rows.append((names, say.HELP_OPTION(lang) if "--help" in names else help_text))
    rows.append(("--plans MAPPE", plan_files.PLANS_OPTION(lang)))
    rows.append(("--limits FIL", limits.OPTION(lang)))
    rows.append(("--lang [da|en]", say.LANG_OPTION(lang)))
    if isinstance(command, Group) and ctx.parent is None:
        rows.append(("--version", say.VERSION_OPTION(lang)))
    with formatter.section(say.OPTIONS(lang)):
        formatter.write_dl(rows)
