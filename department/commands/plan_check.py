"""`rp plan check FILE.xlsx`: every finding about a plan in a workbook, and its rules in words."""

from __future__ import annotations

import json

import click

from department.helping import Command, json_option
from texts import plan_commands as texts
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def check(file: str, as_json: bool) -> int:
        from department.inbox import printable
        from department.output import escaped
        from department.planning.plan_checking import check_file

        checked = check_file(file)
        # Imported here, after the worker was forked.
        from department.telling.plan_preview import check_json, print_check
        from department.telling.screen import console

        if as_json:
            document = check_json(printable(file), checked, lang)
            click.echo(escaped(json.dumps(document, ensure_ascii=False, indent=2)))
        else:
            print_check(console(), printable(file), checked, lang)
        return 0 if checked.is_accepted else 1

    return Command(
        "check",
        lang=lang,
        summary=texts.CHECK,
        examples=("rp plan check plan.xlsx", "rp plan check plan.xlsx --json"),
        params=[click.Argument(["file"], metavar="FIL.xlsx"), json_option(lang)],
        callback=check,
    )
