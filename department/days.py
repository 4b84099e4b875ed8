"""A day as somebody types it, in a command or on a page of the desk."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import click

from texts import standing
from texts.language import Language

_FIRST_YEAR, _LAST_YEAR = 1990, 2110
"""Ten years around the years that a plan can have."""
_PATTERNS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m-%Y", "%d/%m/%Y")


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
