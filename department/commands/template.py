"""`rp template PLAN…`: the Excel templates of plans; with `--prefill` one for the next period."""

from __future__ import annotations

from pathlib import Path

import click

from department.helping import Command
from texts import commandline as say
from texts import prefill as prefill_texts
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def build(plans: tuple[str, ...], out: str, prefill: str | None) -> int:
        from department.output import write_bytes
        from department.planning.broken_plans import tell_broken_plans
        from department.planning.chosen_plan import chosen_plan
        from resultatplan.library import all_plans
        from workbooks.template.build import build_template, template_name

        if prefill is not None:
            if len(plans) > 1:
                message = prefill_texts.ONE_PLAN(lang)
                raise click.UsageError(message, click.get_current_context())
            from department.telling.prefill_told import build_prefilled

            return build_prefilled(plans[0] if plans else None, prefill, out, lang)
        chosen = [chosen_plan(name, lang) for name in plans] if plans else all_plans()
        for plan in chosen:
            path = Path(out) / template_name(plan)
            write_bytes(path, build_template(plan), lang)
            click.echo(say.WROTE(lang, path=path))
        return 1 if not plans and tell_broken_plans(lang) else 0

    return Command(
        "template",
        lang=lang,
        summary=say.TEMPLATE,
        examples=(
            "rp template socialstyrelsen-2020 --out skabeloner",
            "rp template --out skabeloner",
            "rp template socialstyrelsen-2020 --prefill rapport-Q1.xlsx --out skabelon-Q2.xlsx",
        ),
        params=[
            click.Argument(["plans"], nargs=-1, metavar="[PLAN]…"),
            click.Option(
                ["--out"], required=True, metavar="MAPPE", help=say.OUT_FOLDER_OPTION(lang)
            ),
            click.Option(["--prefill"], metavar="RAPPORT", help=prefill_texts.PREFILL_OPTION(lang)),
        ],
        callback=build,
    )
