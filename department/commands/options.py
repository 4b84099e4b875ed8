"""The options that several commands share."""

from __future__ import annotations

from datetime import date

import click

from department.bilingual import language_of, option, wrong_usage
from texts import commandline as say
from texts import standing

_FIRST_YEAR, _LAST_YEAR = 1990, 2110
"""Ten years around the years that a plan can have."""


def day(value: str | date) -> date:
    """The type of an option that takes a day, `2024-10-21`."""
    if isinstance(value, date):
        return value
    lang = language_of(click.get_current_context())
    try:
        read = date.fromisoformat(value)
    except ValueError as error:
        raise wrong_usage(standing.BAD_DAY(lang, text=value)) from error
    if not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        raise wrong_usage(standing.FAR_DAY(lang, text=value))
    return read


json_option = option("--json", "as_json", is_flag=True, help=say.JSON_OPTION)
out_folder_option = option("--out", required=True, metavar="MAPPE", help=say.OUT_FOLDER_OPTION)
out_file_option = option("--out", required=True, metavar="FIL", help=say.OUT_FILE_OPTION)
register_option = option("--register", metavar="ADRESSE", help=standing.REGISTER_OPTION)
batch_register_option = option("--register", metavar="ADRESSE", help=standing.BATCH_REGISTER_OPTION)
plan_option = option("--plan", metavar="PLAN", help=standing.PLAN_OPTION)
today_option = option(
    "--today", type=day, default=date.today, metavar="DAG", help=standing.TODAY_OPTION
)
"""The day that decides what is late or missing; today by itself."""
