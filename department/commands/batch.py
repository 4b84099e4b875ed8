"""`rp batch INBOX`: judge a whole folder and write the overview."""

from __future__ import annotations

import json
from pathlib import Path

import click

from department.helping import Command, json_option
from texts import commandline as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def batch(inbox: str, out: str, as_json: bool, strict: bool) -> int:
        from department.batch import run_batch
        from department.screen import console, verdicts_table
        from validators.verdict import as_json as report_json

        folder = Path(inbox)
        if not folder.is_dir():
            raise click.UsageError(say.NO_FOLDER(lang, path=inbox), click.get_current_context())
        result = run_batch(folder, Path(out), lang, show_progress=not as_json)
        if as_json:
            reports = [report_json(verdict, lang) for verdict in result.verdicts]
            click.echo(json.dumps({"reports": reports}, ensure_ascii=False, indent=2))
        else:
            screen = console()
            screen.print(verdicts_table(result.verdicts, lang))
            screen.print(result.summary(lang))
            click.echo(say.WROTE(lang, path=result.overview))
        return 1 if strict and not all(v.accepted for v in result.verdicts) else 0

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
        ],
        callback=batch,
    )
