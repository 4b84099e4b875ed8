"""`rp plans`: the plans, as a table or whole as JSON."""

from __future__ import annotations

import json

import click

from department.helping import Command, json_option
from texts import commandline as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def show(as_json: bool) -> int:
        from department.planning.broken_plans import tell_broken_plans
        from department.telling.planlist import plans_json, plans_table
        from department.telling.screen import console
        from resultatplan.library import all_plans

        plans = all_plans()
        if as_json:
            click.echo(json.dumps(plans_json(plans), ensure_ascii=False, indent=2))
        else:
            console().print(plans_table(plans, lang))
        return 1 if tell_broken_plans(lang) else 0

    return Command(
        "plans",
        lang=lang,
        summary=say.PLANS,
        examples=("rp plans", "rp plans --json"),
        params=[json_option(lang)],
        callback=show,
    )
