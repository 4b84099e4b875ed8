"""`rp status`, `rp calendar`, `rp register …`: what was received, what is still to come."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from department.bilingual import Group, command, option, wrong_usage
from department.commands.options import day, json_option, plan_option, register_option, today_option
from department.output import deliver, echo, print_json, write_bytes
from texts import commandline as say
from texts import standing
from texts.language import Language


@command(
    "status",
    help=standing.STATUS,
    examples=("rp status", "rp status --today 2024-10-22 --register udbakke/register"),
)
@register_option
@today_option
@option("--all", "everything", is_flag=True, help=standing.ALL_OPTION)
@option("--strict", is_flag=True, help=standing.STRICT_OPTION)
@json_option
def status(
    lang: Language, register: str | None, today: date, everything: bool, strict: bool, as_json: bool
) -> int:
    """Who has reported, who is late, who is missing."""
    from department.plans.all_plans import tell_broken_plans
    from department.register.opening import reading
    from department.status import is_missing, print_status, status_json

    with reading(register, lang) as store:
        desk = store.desk(today, everything=everything)
    tell_broken_plans(lang)
    if as_json:
        print_json(status_json(desk))
    else:
        print_status(desk, lang)
    return 1 if strict and is_missing(desk) else 0


@command(
    "calendar", help=standing.CALENDAR, examples=("rp calendar", "rp calendar --ics frister.ics")
)
@option("--ics", metavar="FIL", help=standing.ICS_OPTION)
@today_option
@json_option
def calendar(lang: Language, ics: str | None, today: date, as_json: bool) -> int:
    """The deadlines of all plans."""
    from department.plans.all_plans import tell_broken_plans
    from department.screen import console
    from department.status import calendar_file, deadlines_json, deadlines_of, deadlines_table
    from resultatplan.library import all_plans

    deadlines = deadlines_of(all_plans(), today)
    if as_json:
        print_json(deadlines_json(deadlines))
    elif ics is None:
        console().print(deadlines_table(deadlines, lang))
    if ics is not None:
        write_bytes(Path(ics), calendar_file(deadlines, today, lang), lang)
        echo(say.WROTE(lang, path=ics), err=as_json)
    return 1 if tell_broken_plans(lang) else 0


@command(
    "list",
    help=standing.LIST,
    examples=("rp register list", "rp register list --plan socialstyrelsen-2020"),
)
@register_option
@plan_option
@json_option
def list_files(lang: Language, register: str | None, plan: str | None, as_json: bool) -> None:
    """The received files."""
    from department.register.listing import files_table
    from department.register.opening import reading
    from department.report_json import summary_json
    from department.screen import console

    with reading(register, lang) as store:
        rows = store.rows(plan)
    if as_json:
        print_json({"files": [summary_json(row.file, row.role) for row in rows]})
    else:
        console().print(files_table(rows, lang))
        click.echo(standing.TALLY(lang, count=len(rows)))


@command(
    "show",
    help=standing.SHOW,
    examples=("rp register show rapport.xlsx", "rp register show 3f2a9c --json"),
)
@click.argument("file", metavar="FIL")
@register_option
@json_option
def show_file(lang: Language, file: str, register: str | None, as_json: bool) -> None:
    """One received file with everything, by its name or the beginning of its number."""
    from department.register.listing import found, json_text, print_file
    from department.register.opening import reading
    from department.screen import console

    with reading(register, lang) as store:
        rows = found(store, file)
        if not rows:
            raise wrong_usage(standing.NO_SUCH_FILE(lang, name=file))
        if as_json:
            for text in json_text(rows, store.open):
                click.echo(text, nl=False)
        else:
            screen = console()
            for row in rows:
                print_file(screen, store, row.file, lang)


@command(
    "export",
    help=standing.EXPORT,
    examples=("rp register export --out udtræk", "rp register export --out register.json"),
)
@option("--out", required=True, metavar="STED", help=standing.EXPORT_OPTION)
@register_option
@plan_option
def export_files(lang: Language, out: str, register: str | None, plan: str | None) -> None:
    """The register as csv tables in a folder, or as one file of JSON."""
    from department.register.listing import csv_files, json_text
    from department.register.opening import reading

    with reading(register, lang) as store:
        rows = store.rows(plan)
        if Path(out).suffix.lower() == ".json":
            text = "".join(json_text(rows, store.open))
            written = {Path(out): text.encode()}
        else:
            tables = csv_files(rows, store.open, lang)
            written = {Path(out) / name: data for name, data in tables.items()}
    for path, data in written.items():
        deliver(path, data, lang)


@command(
    "note",
    help=standing.NOTE,
    examples=(
        "rp register note rapport.xlsx --received 2018-01-12",
        "rp register note brev.docx --settled",
    ),
)
@click.argument("file", metavar="FIL")
@register_option
@option("--received", type=day, metavar="DAG", help=standing.NOTE_RECEIVED_OPTION)
@option("--settled/--open", "settled", default=None, help=standing.NOTE_SETTLED_OPTION)
def note_file(
    lang: Language, file: str, register: str | None, received: date | None, settled: bool | None
) -> None:
    """What the desk knows of a file: the day it came, that it is done with."""
    if received is None and settled is None:
        raise wrong_usage(standing.NOTE_NOTHING(lang))
    from department.register.address import address_of
    from department.register.listing import found
    from department.register.opening import reading, writing
    from department.register.run import note

    address = address_of(register, lang)
    with reading(address, lang) as store:
        rows = found(store, file)
    if len(rows) != 1:
        text = standing.NO_SUCH_FILE if not rows else standing.SEVERAL_FILES
        raise wrong_usage(text(lang, name=file))
    with writing(address, lang) as store:
        note(store, rows[0].file, received, settled)
    echo(standing.NOTED(lang, file=rows[0].file.file))


register = Group(
    "register", help=standing.REGISTER, commands=[list_files, show_file, note_file, export_files]
)
