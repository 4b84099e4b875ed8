"""`rp limits`: what a received file may be, and why."""

from __future__ import annotations

import click

from department.helping import Command
from texts import limits as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def limits(toml: bool, markdown: bool) -> None:
        from department.telling.limitlist import limits_markdown, limits_table, limits_toml

        if toml:
            click.echo(limits_toml(lang), nl=False)
        elif markdown:
            click.echo(limits_markdown(lang), nl=False)
        else:
            from department.telling.screen import console

            console().print(limits_table(lang))

    return Command(
        "limits",
        lang=lang,
        summary=say.SUMMARY,
        examples=("rp limits", "rp limits --toml > graenser.toml"),
        params=[
            click.Option(["--toml"], is_flag=True, help=say.TOML_OPTION(lang)),
            click.Option(["--markdown"], is_flag=True, help=say.MARKDOWN_OPTION(lang)),
        ],
        callback=limits,
    )
