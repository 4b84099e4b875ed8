"""`rp rehearse PLAN REPORTS…`: a new or changed plan tried on old reports."""

from __future__ import annotations

import json
from pathlib import Path

import click

from department.helping import Command, json_option
from texts import versions as texts
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def run(plan: str, reports: tuple[str, ...], as_json: bool) -> int:
        from department.inbox import printable, read_entry
        from department.intake.examination import ExaminingPlace, examine_all
        from department.output import escaped
        from department.workers import IsolatedExecutor

        entries = (read_entry(Path(name), printable(name)) for name in reports)
        with IsolatedExecutor(1) as executor:
            # Imported here, after the worker was forked.
            from department.planning.chosen_plan import chosen_plan

            tried = chosen_plan(plan, lang)
            packed = list(examine_all(ExaminingPlace(executor), entries))
        from department.planning.rehearsing import rehearse
        from department.telling.rehearsal_list import rehearsal_json, rehearsal_table
        from department.telling.screen import console
        from resultatplan.library import plan_reference

        rehearsed = rehearse([each.unpack() for each in packed], tried)
        if as_json:
            document = rehearsal_json(tried, rehearsed, lang)
            click.echo(escaped(json.dumps(document, ensure_ascii=False, indent=2)))
            return 0
        console().print(rehearsal_table(rehearsed, lang))
        judged = [each for each in rehearsed if each.judged_by is not None]
        differing = sum(each.differs for each in judged)
        fields = {"plan": plan_reference(tried), "count": len(judged), "differing": differing}
        click.echo(texts.REHEARSED(lang, **fields))
        return 0

    return Command(
        "rehearse",
        lang=lang,
        summary=texts.REHEARSE,
        examples=(
            "rp rehearse udkast.toml rapporter/*.xlsx",
            "rp rehearse socialstyrelsen-2020@1.1 rapport.xlsx --json",
        ),
        params=[
            click.Argument(["plan"], metavar="PLAN"),
            click.Argument(["reports"], nargs=-1, required=True, metavar="RAPPORT…"),
            json_option(lang),
        ],
        callback=run,
    )
