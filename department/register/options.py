"""The options that the commands on the register share."""

from __future__ import annotations

from datetime import date

import click

from texts import register as say
from texts.language import Language, Text


def register_option(lang: Language) -> click.Option:
    """`--register`: where the register is."""
    return click.Option(["--register"], metavar="ADRESSE", help=say.REGISTER_OPTION(lang))


def today_option(lang: Language) -> click.Option:
    """`--today`: the day that decides what is late or missing; today by itself."""

    def today(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date:
        return date.today() if text is None else _day(text, lang)

    return click.Option(["--today"], metavar="DAG", callback=today, help=say.TODAY_OPTION(lang))


def day_option(name: str, help_text: Text, lang: Language) -> click.Option:
    """An option that takes a day, `2024-10-21`; None where it is not given."""

    def day(_context: click.Context, _parameter: click.Parameter, text: str | None) -> date | None:
        return None if text is None else _day(text, lang)

    return click.Option([name], metavar="DAG", callback=day, help=help_text(lang))


def _day(text: str, lang: Language) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.UsageError(say.BAD_DAY(lang, text=text), click.get_current_context()) from error
