"""`rp explain CODE`: what a finding means, what to do about it, and why the rule exists."""

from __future__ import annotations

import click

from department.helping import Command
from texts import commandline as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def explain(code: str | None, markdown: bool) -> None:
        from department.telling.codelist import codes_markdown
        from department.telling.screen import codes_table, console, print_entry
        from texts.catalogue import CATALOGUE

        if markdown:
            click.echo(codes_markdown(lang), nl=False)
            return
        if code is None:
            console().print(codes_table(lang))
            return
        wanted = code.strip().upper()
        entry = CATALOGUE.get(wanted) or CATALOGUE.get(f"RP-{wanted}")
        if entry is None:
            raise click.UsageError(
                say.UNKNOWN_CODE(lang, code=code, known=", ".join(CATALOGUE)),
                click.get_current_context(),
            )
        print_entry(console(), entry, lang)

    return Command(
        "explain",
        lang=lang,
        summary=say.EXPLAIN,
        examples=("rp explain RP-401", "rp explain"),
        params=[
            click.Argument(["code"], required=False, metavar="[KODE]"),
            click.Option(["--markdown"], is_flag=True, help=say.MARKDOWN_OPTION(lang)),
        ],
        callback=explain,
    )
