"""`rp plan new`: an empty workbook to write a plan in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from department.helping import Command
from texts import commandline as say
from texts import plan_commands as texts
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def new(year: int | None, out: str) -> int:
        from department.output import write_bytes
        from workbooks.authoring.build import empty_workbook
        from workbooks.authoring.guards import FIRST_YEAR, LAST_YEAR

        chosen = date.today().year + 1 if year is None else year
        if not FIRST_YEAR <= chosen <= LAST_YEAR:
            raise click.UsageError(texts.BAD_YEAR(lang), click.get_current_context())
        write_bytes(Path(out), empty_workbook(chosen), lang)
        click.echo(say.WROTE(lang, path=out))
        return 0

    return Command(
        "new",
        lang=lang,
        summary=texts.NEW,
        examples=("rp plan new --out plan-2026.xlsx", "rp plan new --year 2026 --out plan.xlsx"),
        params=[
            click.Option(["--year"], type=int, metavar="ÅR", help=texts.YEAR_OPTION(lang)),
            click.Option(["--out"], required=True, metavar="FIL", help=say.OUT_FILE_OPTION(lang)),
        ],
        callback=new,
    )
