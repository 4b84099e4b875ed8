"""`rp calendar`: the deadlines of all plans."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from department.helping import Command, json_option
from department.register.options import today_option
from texts import commandline as words
from texts import status as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def calendar(ics: str | None, today: date, as_json: bool) -> int:
        from department.calendar_file import calendar_file, deadlines_of
        from department.output import write_bytes
        from department.planning.broken_plans import tell_broken_plans
        from resultatplan.library import all_plans

        deadlines = deadlines_of(all_plans())
        if as_json:
            rows = [
                {
                    "plan": each.plan.id,
                    "institution": each.plan.institution,
                    "year": each.plan.year,
                    "period": each.period.id,
                    "name": each.period.name,
                    "final": each.period.final,
                    "deadline": each.due.isoformat(),
                    "days_left": (each.due - today).days,
                }
                for each in deadlines
            ]
            click.echo(json.dumps({"deadlines": rows}, ensure_ascii=False, indent=2))
        elif ics is None:
            from rich.markup import escape
            from rich.table import Table

            from department.status import due_words
            from department.telling.screen import console
            from texts.notation import day

            table = Table()
            for heading in (words.DEADLINE, words.INSTITUTION, words.PERIOD, say.DAYS_LEFT):
                table.add_column(heading(lang))
            for each in deadlines:
                table.add_row(
                    day(each.due, lang),
                    escape(f"{each.plan.institution} {each.plan.year}"),
                    each.period.name,
                    due_words(each.due, today, lang),
                    style="dim" if each.due < today else None,
                )
            console().print(table)
        if ics is not None:
            write_bytes(Path(ics), calendar_file(deadlines, today, lang), lang)
            click.echo(words.WROTE(lang, path=ics), err=as_json)
        return 1 if tell_broken_plans(lang) else 0

    return Command(
        "calendar",
        lang=lang,
        summary=say.CALENDAR,
        examples=("rp calendar", "rp calendar --ics frister.ics"),
        params=[
            click.Option(["--ics"], metavar="FIL", help=say.ICS_OPTION(lang)),
            today_option(lang),
            json_option(lang),
        ],
        callback=calendar,
    )
