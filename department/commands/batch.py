"""`rp batch INBOX`: judge a whole folder and write the overview."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from department.helping import Command, json_option
from department.register.address import batch_register
from department.register.options import today_option
from texts import commandline as say
from texts import register as texts
from texts.language import Language

_MOST_WORKERS = 64


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def batch(
        inbox: str,
        out: str,
        as_json: bool,
        strict: bool,
        workers: int | None,
        dask: str | None,
        register: str | None,
        no_register: bool,
        today: date,
    ) -> int:
        if register is not None and no_register:
            raise click.UsageError(texts.ONE_OF_TWO(lang), click.get_current_context())
        from department.batch import get_ready, run_batch
        from department.intake.executors import examining_place
        from department.planning.broken_plans import tell_broken_plans
        from department.telling.reporting import JsonReports, TableReports

        folder = Path(inbox)
        if not folder.is_dir():
            raise click.UsageError(say.NO_FOLDER(lang, path=inbox), click.get_current_context())
        reports = JsonReports(lang) if as_json else TableReports(lang)
        get_ready()
        with examining_place(workers or min(os.cpu_count() or 1, 4), dask, lang) as place:
            result = run_batch(
                folder,
                Path(out),
                lang,
                place=place,
                register_at=None if no_register else batch_register(register, Path(out), lang),
                today=today,
                reports=reports,
                show_progress=not as_json,
            )
        reports.finish()
        tell_broken_plans(lang)
        if not as_json:
            click.echo(result.tally.words(lang))
            click.echo(say.WROTE(lang, path=result.overview))
            click.echo(say.WROTE(lang, path=result.page))
        if result.interrupted:
            click.echo(say.GO_ON(lang, command=f"rp batch {inbox} --out {out}"), err=True)
            return 130
        return 1 if strict and not result.all_accepted else 0

    return Command(
        "batch",
        lang=lang,
        summary=say.BATCH,
        examples=("rp batch indbakke --out udbakke", "rp batch indbakke --out udbakke --json"),
        params=[
            click.Argument(["inbox"], metavar="INDBAKKE"),
            click.Option(
                ["--out"], required=True, metavar="MAPPE", help=say.OUT_FOLDER_OPTION(lang)
            ),
            json_option(lang),
            click.Option(["--strict"], is_flag=True, help=say.STRICT_OPTION(lang)),
            click.Option(
                ["--workers"],
                type=click.IntRange(1, _MOST_WORKERS),
                metavar="N",
                help=say.WORKERS_OPTION(lang),
            ),
            click.Option(["--register"], metavar="ADRESSE", help=texts.BATCH_REGISTER_OPTION(lang)),
            click.Option(["--no-register"], is_flag=True, help=texts.NO_REGISTER_OPTION(lang)),
            today_option(lang),
            click.Option(["--dask"], metavar="ADRESSE", help=say.DASK_OPTION(lang)),
        ],
        callback=batch,
    )
