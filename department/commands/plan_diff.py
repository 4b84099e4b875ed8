"""`rp plan diff A B`: what differs between two plans, in words or as JSON."""

from __future__ import annotations

import json

import click

from department.helping import Command, json_option
from texts import versions as texts
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def diff(before: str, after: str, as_json: bool) -> int:
        from department.output import escaped
        from department.planning.chosen_plan import chosen_plan
        from department.telling.changelist import difference_json, difference_lines

        old, new = (chosen_plan(name, lang, or_workbook=True) for name in (before, after))
        if as_json:
            document = difference_json(old, new, lang)
            click.echo(escaped(json.dumps(document, ensure_ascii=False, indent=2)))
        else:
            for line in difference_lines(old, new, lang):
                click.echo(line)
        return 0

    return Command(
        "diff",
        lang=lang,
        summary=texts.DIFF,
        examples=(
            "rp plan diff socialstyrelsen-2020@1.0 socialstyrelsen-2020@1.1",
            "rp plan diff socialstyrelsen-2020 plan.xlsx",
            "rp plan diff socialstyrelsen-2020 udkast.toml --json",
        ),
        params=[
            click.Argument(["before"], metavar="FØR"),
            click.Argument(["after"], metavar="EFTER"),
            json_option(lang),
        ],
        callback=diff,
    )
