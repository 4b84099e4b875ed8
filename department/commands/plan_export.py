"""`rp plan export PLAN`: a plan in a workbook, to be read, changed and imported again."""

from __future__ import annotations

from pathlib import Path

import click

from department.helping import Command
from texts import commandline as say
from texts import plan_commands as texts
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def export(name: str, out: str) -> int:
        from department.output import inert_line, write_bytes
        from department.planning.chosen_plan import chosen_plan
        from workbooks.authoring.build import export_workbook
        from workbooks.authoring.content import CannotHoldError

        plan = chosen_plan(name, lang)
        try:
            data = export_workbook(plan)
        except CannotHoldError as error:
            value = inert_line(str(error))
            raise click.ClickException(
                texts.CANNOT_HOLD(lang, plan=plan.id, value=value)
            ) from error
        write_bytes(Path(out), data, lang)
        click.echo(say.WROTE(lang, path=out))
        return 0

    return Command(
        "export",
        lang=lang,
        summary=texts.EXPORT,
        examples=("rp plan export socialstyrelsen-2020 --out plan.xlsx",),
        params=[
            click.Argument(["name"], metavar="PLAN"),
            click.Option(["--out"], required=True, metavar="FIL", help=say.OUT_FILE_OPTION(lang)),
        ],
        callback=export,
    )
