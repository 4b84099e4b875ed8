"""`rp plan import FILE.xlsx`: a plan from a workbook into the plans folder, and its template."""

from __future__ import annotations

from pathlib import Path

import click

from department.helping import Command
from texts import commandline as say
from texts import plan_commands as texts
from texts.language import Language


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def take_in(file: str, out: str | None, replace: bool) -> int:
        from department.inbox import printable
        from department.planning.plan_checking import check_file

        checked = check_file(file)
        # Imported here, after the worker was forked.
        from department.output import inert, write_bytes
        from department.planning.importing import NotImportableError, prepare
        from department.telling.plan_preview import print_check
        from department.telling.screen import console
        from resultatplan.library import plan_reference
        from resultatplan.plans_folder import plans_folder, reread
        from texts import disk
        from texts.said import say as in_words
        from workbooks.template.build import build_template, template_name

        print_check(console(), printable(file), checked, lang)
        plan = checked.plan
        if plan is None or not checked.is_accepted:
            click.echo(texts.NOT_IMPORTED(lang, path=printable(file)), err=True)
            return 1
        folder = plans_folder()
        try:
            prepared = prepare(plan, folder, replace=replace)
        except NotImportableError as error:
            raise click.ClickException(inert(in_words(error.reason, lang))) from error
        except OSError as error:
            reason = disk.reason(error, lang)
            raise click.ClickException(say.CANNOT_READ(lang, path=folder, reason=reason)) from error
        template = build_template(plan)
        if prepared.content is None:
            click.echo(texts.UNCHANGED(lang, plan=plan_reference(plan)))
        else:
            write_bytes(prepared.path, prepared.content, lang)
            reread()
            click.echo(say.WROTE(lang, path=prepared.path))
        path = (folder if out is None else Path(out)) / template_name(plan)
        write_bytes(path, template, lang)
        click.echo(say.WROTE(lang, path=path))
        return 0

    return Command(
        "import",
        lang=lang,
        summary=texts.IMPORT,
        examples=(
            "rp plan import plan.xlsx",
            "rp --plans planer plan import plan.xlsx --out skabeloner",
        ),
        params=[
            click.Argument(["file"], metavar="FIL.xlsx"),
            click.Option(["--out"], metavar="MAPPE", help=texts.OUT_TEMPLATE_OPTION(lang)),
            click.Option(["--replace"], is_flag=True, help=texts.REPLACE_OPTION(lang)),
        ],
        callback=take_in,
    )
