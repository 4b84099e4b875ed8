"""The options that several commands share, and how a day is typed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import click

from department.bilingual import language_of, option, wrong_usage
from texts import commandline as say
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


def day(value: str | date) -> date:
    """The type of an option that takes a day, `2024-10-21` or `21-10-2024`."""
    if isinstance(value, date):
        return value
    try:
        return typed_day(value, language_of(click.get_current_context()))
    except click.ClickException as error:
        raise wrong_usage(error.message) from error


json_option = option("--json", "as_json", is_flag=True, help=say.JSON_OPTION)
out_folder_option = option("--out", required=True, metavar="MAPPE", help=say.OUT_FOLDER_OPTION)
out_file_option = option("--out", required=True, metavar="FIL", help=say.OUT_FILE_OPTION)
register_option = option("--register", metavar="ADRESSE", help=standing.REGISTER_OPTION)
batch_register_option = option("--register", metavar="ADRESSE", help=standing.BATCH_REGISTER_OPTION)
plan_option = option("--plan", metavar="PLAN", help=standing.PLAN_OPTION)
received_option = option(
    "--received", "came", type=day, metavar="DAG", help=standing.RECEIVED_OPTION
)
"""The day on which files came that no mail tells the date of."""
flat_option = option("--flat", is_flag=True, help=say.FLAT_OPTION)
today_option = option(
    "--today", type=day, default=date.today, metavar="DAG", help=standing.TODAY_OPTION
)
"""The day that decides what is late or missing; today by itself."""
from_folder_option = option("--from", "folder", metavar="MAPPE", help=say.CHECKER_FROM_OPTION)
