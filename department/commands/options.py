"""The options that several commands share."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import click

from department.bilingual import language_of, option, wrong_usage
from texts import commandline as say
from texts import standing

_FIRST_YEAR, _LAST_YEAR = 1990, 2110
"""Ten years around the years that a plan can have."""


def day(value: str | date) -> date:
    """The type of an option that takes a day, `2024-10-21` or `21-10-2024`."""
    if isinstance(value, date):
        return value
    lang = language_of(click.get_current_context())
    read = _read_day(value)
    if read is None:
        raise wrong_usage(standing.BAD_DAY(lang, text=value))
    if not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        raise wrong_usage(standing.FAR_DAY(lang, text=value))
    return read


def _read_day(text: str) -> date | None:
    """The day, written `2024-10-21` or as a Dane does: `21-10-2024`, `21.10.2024`, `21/10-2024`."""
    for pattern in ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m-%Y", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, pattern).date()
    return None


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
