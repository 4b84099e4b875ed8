"""The options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from department.bilingual import language_of, option, typed_day, wrong_usage
from department.output import inert_line
from texts import commandline as say
from texts import standing


def day(value: str | date) -> date:
    """The type of an option that takes a day, `2024-10-21` or `21-10-2024`."""
    if isinstance(value, date):
        return value
    try:
        return typed_day(value, language_of(click.get_current_context()))
    except click.ClickException as error:
        raise wrong_usage(error.message) from error


def to_folder(value: str | Path) -> Path:
    """The type of an option that takes a folder to write to: named, and no file in its place."""
    return _folder(value, may_lack=True)


def from_folder(value: str) -> Path:
    """The type of an argument that is a folder that is there."""
    return _folder(value, may_lack=False)


def _folder(value: str | Path, *, may_lack: bool) -> Path:
    path = Path(value)
    if not value or not (path.is_dir() or (may_lack and not path.is_file())):
        lang = language_of(click.get_current_context())
        raise wrong_usage(say.NO_FOLDER(lang, path=inert_line(str(value))))
    return path


json_option = option("--json", "as_json", is_flag=True, help=say.JSON_OPTION)
out_folder_option = option(
    "--out", required=True, type=to_folder, metavar="MAPPE", help=say.OUT_FOLDER_OPTION
)
out_file_option = option("--out", required=True, type=Path, metavar="FIL", help=say.OUT_FILE_OPTION)
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
