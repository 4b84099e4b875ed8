"""`rp validate FILE…`: judge reports, each in full."""

from __future__ import annotations

from pathlib import Path

import click

from department.helping import Command, json_option
from texts import commandline as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def validate(files: tuple[str, ...], as_json: bool) -> int:
        from department.examination import ExaminingPlace
        from department.inbox import printable, read_entry
        from department.isolation import IsolatedExecutor
        from department.judgement import verdicts_on

        entries = (read_entry(Path(name), printable(name)) for name in files)
        all_accepted = True
        with IsolatedExecutor(1) as executor:
            verdicts = verdicts_on(entries, ExaminingPlace(executor), lang)
            first = next(verdicts)
            # Imported here, after the worker was forked.
            from department.reporting import FullReports, JsonReports

            reports = JsonReports(lang) if as_json else FullReports(lang)
            for verdict in (first, *verdicts):
                reports.add(verdict)
                all_accepted = all_accepted and verdict.accepted
        reports.finish()
        return 0 if all_accepted else 1

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
