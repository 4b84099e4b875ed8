"""`rp validate FILE…`: judge reports, each in full."""

from __future__ import annotations

import json
from pathlib import Path

import click

from department.helping import Command, json_option
from texts import commandline as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def validate(files: tuple[str, ...], as_json: bool) -> int:
        from department.inbox import judge_files, printable
        from department.screen import console, print_verdict
        from validators.verdict import as_json as report_json

        paths = [Path(name) for name in files]
        verdicts = list(judge_files(paths, map(printable, files), lang))
        if as_json:
            reports = [report_json(verdict, lang) for verdict in verdicts]
            click.echo(json.dumps({"reports": reports}, ensure_ascii=False, indent=2))
        else:
            screen = console()
            for verdict in verdicts:
                print_verdict(screen, verdict, lang)
        return 0 if all(verdict.accepted for verdict in verdicts) else 1

    return Command(
        "validate",
        lang=lang,
        summary=say.VALIDATE,
        examples=("rp validate rapport.xlsx", "rp validate *.xlsx --json"),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar="FIL…"),
            json_option(lang),
        ],
        callback=validate,
    )
