"""`rp template PLAN…`: the Excel templates of plans."""

from __future__ import annotations

from pathlib import Path

import click

from department.helping import Command
from texts import commandline as say
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def build(plans: tuple[str, ...], out: str) -> None:
        from department.writing import write_bytes
        from resultatplan.library import built_in_plans, plan_by_id
        from workbooks.template.build import build_template, template_name

        known = [plan.id for plan in built_in_plans()]
        for name in plans:
            if name not in known:
                raise click.UsageError(
                    say.UNKNOWN_PLAN(lang, name=name, known=", ".join(known)),
                    click.get_current_context(),
                )
        for name in plans or known:
            plan = plan_by_id(name)
            if plan is not None:
                path = Path(out) / template_name(plan)
                write_bytes(path, build_template(plan), lang)
                click.echo(say.WROTE(lang, path=path))

    return Command(
        "template",
        lang=lang,
        summary=say.TEMPLATE,
        examples=(
            "rp template socialstyrelsen-2020 --out skabeloner",
            "rp template --out skabeloner",
        ),
        params=[
            click.Argument(["plans"], nargs=-1, metavar="[PLAN]…"),
            click.Option(
                ["--out"], required=True, metavar="MAPPE", help=say.OUT_FOLDER_OPTION(lang)
            ),
        ],
        callback=build,
    )
