"""`rp register …`: the received files, listed, shown and exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from department.helping import Command, Group, json_option
from department.register.options import register_option
from texts import commandline as words
from texts import register as say
from texts.language import Language, Text

_SUMMARIES = {"list": say.LIST, "show": say.SHOW, "export": say.EXPORT}


def command(lang: Language) -> click.Command:
    """The group in one language."""
    return Group("register", lang=lang, summary=say.REGISTER, load=_load, summaries=_SUMMARIES)


def _load(name: str, lang: Language) -> click.Command:
    makers: dict[str, Callable[[Language, Text], click.Command]] = {
        "list": _list,
        "show": _show,
        "export": _export,
    }
    return makers[name](lang, _SUMMARIES[name])


def _list(lang: Language, summary: Text) -> click.Command:
    def show(register: str | None, plan: str | None, as_json: bool) -> int:
        import json

        from department.output import escaped
        from department.register.address import address_of
        from department.register.listing import files_table, listed_json
        from department.register.opening import reading
        from department.telling.screen import console

        with reading(address_of(register, lang), lang) as store:
            files, roles = store.files_and_roles(plan)
        if as_json:
            document = {"files": [listed_json(each, roles) for each in files]}
            click.echo(escaped(json.dumps(document, ensure_ascii=False, indent=2)))
        else:
            console().print(files_table(files, roles, lang))
            click.echo(say.TALLY(lang, count=len(files)))
        return 0

    return Command(
        "list",
        lang=lang,
        summary=summary,
        examples=("rp register list", "rp register list --plan socialstyrelsen-2020"),
        params=[register_option(lang), _plan_option(lang), json_option(lang)],
        callback=show,
    )


def _show(lang: Language, summary: Text) -> click.Command:
    def show(file: str, register: str | None, as_json: bool) -> int:
        from department.register.address import address_of
        from department.register.export import json_text
        from department.register.listing import found, print_file
        from department.register.opening import reading
        from department.telling.screen import console

        with reading(address_of(register, lang), lang) as store:
            files = found(store, file)
            if not files:
                context = click.get_current_context()
                raise click.UsageError(say.NO_SUCH_FILE(lang, name=file), context)
            if as_json:
                _, roles = store.files_and_roles()
                for text in json_text((each.summary for each in files), roles, store.open):
                    click.echo(text, nl=False)
            else:
                screen = console()
                for each in files:
                    print_file(screen, store, each, lang)
        return 0

    return Command(
        "show",
        lang=lang,
        summary=summary,
        examples=("rp register show rapport.xlsx", "rp register show 3f2a9c --json"),
        params=[
            click.Argument(["file"], metavar="FIL"),
            register_option(lang),
            json_option(lang),
        ],
        callback=show,
    )


def _export(lang: Language, summary: Text) -> click.Command:
    def export(out: str, register: str | None, plan: str | None) -> int:
        from department.output import write_bytes
        from department.register.address import address_of
        from department.register.export import csv_files, json_text
        from department.register.opening import reading

        with reading(address_of(register, lang), lang) as store:
            files, roles = store.files_and_roles(plan)
            if Path(out).suffix.lower() == ".json":
                text = "".join(json_text(files, roles, store.open))
                written = {Path(out): text.encode()}
            else:
                tables = csv_files(files, roles, store.open, lang)
                written = {Path(out) / name: data for name, data in tables.items()}
        for path, data in written.items():
            write_bytes(path, data, lang)
            click.echo(words.WROTE(lang, path=path))
        return 0

    return Command(
        "export",
        lang=lang,
        summary=summary,
        examples=("rp register export --out udtræk", "rp register export --out register.json"),
        params=[
            click.Option(["--out"], required=True, metavar="STED", help=say.EXPORT_OPTION(lang)),
            register_option(lang),
            _plan_option(lang),
        ],
        callback=export,
    )


def _plan_option(lang: Language) -> click.Option:
    return click.Option(["--plan"], metavar="PLAN", help=say.PLAN_OPTION(lang))
