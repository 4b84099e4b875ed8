"""`rp checker build`: the page on which agencies check a report before they send it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from department.bilingual import Group, command
from department.commands.options import from_folder_option, out_folder_option
from department.output import echo
from texts import commandline as say
from texts.checker import SINGLE_NAME
from texts.language import Language, number

_MEGABYTE = 1024 * 1024


@command(
    "build",
    help=say.CHECKER_BUILD,
    examples=(
        "rp checker build --out kontrolside",
        "rp checker build --out kontrolside --from hentet",
    ),
)
@out_folder_option
@from_folder_option
def build(lang: Language, out: str, folder: str | None) -> None:
    """The page with the plans and limits in force, as a folder and as one file."""
    from department.checker.sources import PANDAS, fetch, found_in
    from department.checker.static_files import write_checker
    from department.plans.all_plans import tell_broken_plans

    tell_broken_plans(lang)
    sources = fetch(lang) if folder is None else found_in(Path(folder), lang)
    size = write_checker(sources, Path(out), date.today(), lang)
    echo(say.WROTE(lang, path=out))
    click.echo((say.CHECKER_WITH_PANDAS if PANDAS in sources else say.CHECKER_STAND_IN)(lang))
    single = Path(out) / SINGLE_NAME
    click.echo(say.CHECKER_BUILT(lang, single=single, size=number(size / _MEGABYTE, lang, 1)))


checker = Group("checker", help=say.CHECKER, commands=[build])
