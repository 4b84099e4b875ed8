"""`rp validate`, `batch`, `watch`, `desk`: received reports are checked, also from pages."""

from __future__ import annotations

import sys
import time
import webbrowser
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from subprocess import list2cmdline

import click

from department.bilingual import command, option, wrong_usage
from department.commands.options import (
    batch_register_option,
    day,
    flat_option,
    from_folder,
    json_option,
    out_folder_option,
    received_option,
    to_folder,
    today_option,
)
from department.output import echo
from texts import commandline as say
from texts import desk as desk_texts
from texts import letters, standing
from texts.language import Language

_MOST_WORKERS = 64


@command(
    "validate",
    help=say.VALIDATE,
    examples=(
        "rp validate rapport.xlsx",
        "rp validate *.xlsx --json",
        "rp validate rapport.xlsx --register udbakke/register",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FIL…")
@option("--register", metavar="ADRESSE", help=standing.COMPARE_OPTION)
@received_option
@json_option
def validate(
    lang: Language, files: tuple[str, ...], register: str | None, came: date | None, as_json: bool
) -> int:
    """Judge reports, each in full."""
    from department.inbox import printable, read_all, taken_in
    from department.workers import Workers

    all_accepted = True
    with ExitStack() as stack:
        workers = stack.enter_context(Workers(1))
        # Imported here, while the worker gets ready.
        from department.plans.all_plans import tell_broken_plans
        from department.screen import full_reports, json_reports
        from department.turns import judged_in_turn

        store = None
        if register is not None:
            from department.register.opening import reading

            store = stack.enter_context(reading(register, lang))
        tell_broken_plans(lang)
        reports = json_reports(lang) if as_json else full_reports(lang)
        named = ((Path(name), printable(name)) for name in files)
        coming = taken_in(named, workers, lambda _: came)
        waiting = list(read_all(coming, workers))
        for judged in judged_in_turn(waiting, store):
            all_accepted = all_accepted and judged.record.summary.accepted
            reports.add(judged)
    reports.finish()
    return 0 if all_accepted else 1


@command(
    "batch",
    help=say.BATCH,
    examples=("rp batch indbakke --out udbakke", "rp batch indbakke --out udbakke --json"),
)
@click.argument("inbox", type=from_folder, metavar="INDBAKKE")
@out_folder_option
@json_option
@option("--strict", is_flag=True, help=say.STRICT_OPTION)
@option("--workers", type=click.IntRange(1, _MOST_WORKERS), metavar="N", help=say.WORKERS_OPTION)
@batch_register_option
@option("--no-register", is_flag=True, help=standing.NO_REGISTER_OPTION)
@received_option
@flat_option
@today_option
@option("--dask", metavar="ADRESSE", help=say.DASK_OPTION)
def batch(
    lang: Language,
    inbox: Path,
    out: Path,
    as_json: bool,
    strict: bool,
    workers: int | None,
    register: str | None,
    no_register: bool,
    came: date | None,
    flat: bool,
    today: date,
    dask: str | None,
) -> int:
    """Judge a whole folder and write the overview."""
    if register is not None and no_register:
        raise wrong_usage(standing.ONE_OF_TWO(lang))
    from department.workers import USUAL, Cluster, Workers

    with Cluster(dask, lang) if dask is not None else Workers(workers or USUAL) as executor:
        # Imported here, while the workers get ready.
        from department.batch import batch_paths, run_batch
        from department.plans.all_plans import tell_broken_plans
        from department.register.address import address_of
        from department.screen import json_reports, table_reports, watched

        reports = json_reports(lang) if as_json else table_reports(lang)
        address = None if no_register else address_of(register, lang, out)
        try:
            result = run_batch(
                inbox,
                out,
                lang,
                paths=batch_paths(inbox, out, address, lang, flat=flat),
                executor=executor,
                register_at=address,
                today=today,
                tell=reports.add,
                watched=None if as_json else watched,
                received=lambda _: came,
            )
        except click.ClickException:
            if reports.is_begun:
                reports.finish()  # They are judged, whatever could not be written.
            raise
    reports.finish()
    tell_broken_plans(lang)
    if not as_json:
        click.echo(result.words(lang))
        echo(say.WROTE(lang, path=result.overview))
        echo(say.WROTE(lang, path=result.page))
        if address is not None:
            usual_place = address == address_of(None, lang)
            place = list2cmdline(["--register", str(address.folder or address.shown)])
            replies = list2cmdline([str(out / letters.FOLDER(lang))])
            echo(say.NEXT_STEPS(lang, register="" if usual_place else f" {place}", out=replies))
    if result.interrupted:
        echo(say.GO_ON(lang, command=list2cmdline(["rp", *sys.argv[1:]])), err=True)
        return 130
    return 1 if strict and not result.all_accepted else 0


@command("watch", help=say.WATCH, examples=("rp watch indbakke --out udbakke",))
@click.argument("inbox", type=from_folder, metavar="INDBAKKE")
@out_folder_option
@batch_register_option
@option(
    "--every",
    type=click.FloatRange(0.1, 3600),
    default=5.0,
    metavar="SEKUNDER",
    help=say.EVERY_OPTION,
)
@flat_option
@option("--once", is_flag=True, help=say.ONCE_OPTION)
@option("--no-replies", is_flag=True, help=say.NO_REPLIES_OPTION)
def watch(
    lang: Language,
    inbox: Path,
    out: Path,
    register: str | None,
    every: float,
    flat: bool,
    once: bool,
    no_replies: bool,
) -> int:
    """Judge files as they come; register, overview, page and replies follow."""
    from department.register.address import address_of
    from department.watch import Watch
    from department.workers import Workers

    address = address_of(register, lang, out)
    # One worker: files come a few at a time, and the machine has other things to do.
    with Workers(1) as executor:
        watched = Watch(inbox, out, address, executor, lang)
        watched.replies, watched.flat, watched.once = not no_replies, flat, once
        watched.whole()  # What cannot be watched is refused at once.
        echo(say.WATCHING(lang, inbox=inbox))
        try:
            watched.look()
            while not once:
                time.sleep(every)
                watched.look()
        except KeyboardInterrupt:
            click.echo(say.WATCHING_STOPPED(lang))
    return 1 if once and watched.in_trouble else 0


@command("desk", help=desk_texts.COMMAND, examples=("rp desk", "rp desk indbakke --out udbakke"))
@click.argument("inbox", default="indbakke", type=Path, metavar="[INDBAKKE]")
@option("--out", default="udbakke", type=to_folder, metavar="MAPPE", help=desk_texts.OUT_OPTION)
@batch_register_option
@option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help=desk_texts.PORT_OPTION
)
@option("--no-browser", is_flag=True, help=desk_texts.NO_BROWSER_OPTION)
@option("--today", type=day, metavar="DAG", help=standing.TODAY_OPTION)
def desk(
    lang: Language,
    inbox: Path,
    out: Path,
    register: str | None,
    port: int,
    no_browser: bool,
    today: date | None,
) -> None:
    """The desk in the browser, until it is closed."""
    from department.batch import own_folders
    from department.desk.office import Office
    from department.desk.server import serving
    from department.register.address import address_of
    from department.workers import USUAL, Workers

    address = address_of(register, lang, out)
    own_folders(inbox, out, address, lang)
    with Workers(USUAL) as executor:
        office = Office(inbox, out, address, executor, today)
        office.open(lang)
        try:
            server = serving(office, lang, port)
        except OSError as error:
            reason = say.disk_reason(error, lang)
            raise click.ClickException(
                desk_texts.NO_PORT(lang, port=port, reason=reason)
            ) from error
        echo(desk_texts.IS_OPEN(lang, address=server.address))
        if not no_browser:
            webbrowser.open(server.address)
        server.run()
        office.close()
