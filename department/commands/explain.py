"""`rp explain`, `rp limits`: why a file is refused."""

from __future__ import annotations

import click

from department.bilingual import command, option, wrong_usage
from texts import commandline as say
from texts.language import Language


@command("explain", help=say.EXPLAIN, examples=("rp explain RP-401", "rp explain"))
@click.argument("code", required=False, metavar="[KODE]")
@option("--markdown", is_flag=True, help=say.MARKDOWN_OPTION)
def explain(lang: Language, code: str | None, markdown: bool) -> None:
    """What a finding means, what to do about it, and why the rule exists."""
    from department.reference import codes_markdown, codes_table, print_entry
    from department.screen import console
    from texts.findings import CATALOGUE

    if markdown:
        click.echo(codes_markdown(lang), nl=False)
        return
    if code is None:
        console().print(codes_table(lang))
        return
    wanted = code.strip().upper()
    entry = CATALOGUE.get(wanted) or CATALOGUE.get(f"RP-{wanted}")
    if entry is None:
        raise wrong_usage(say.UNKNOWN_CODE(lang, code=code))
    print_entry(console(), entry, lang)


@command("limits", help=say.LIMITS, examples=("rp limits", "rp limits --toml > graenser.toml"))
@option("--toml", is_flag=True, help=say.LIMITS_TOML_OPTION)
@option("--markdown", is_flag=True, help=say.LIMITS_MARKDOWN_OPTION)
def limits(lang: Language, toml: bool, markdown: bool) -> None:
    """What a received file may be, and why."""
    from department.reference import limits_markdown, limits_table, limits_toml
    from department.screen import console

    if toml:
        click.echo(limits_toml(lang), nl=False)
    elif markdown:
        click.echo(limits_markdown(lang), nl=False)
    else:
        console().print(limits_table(lang))
