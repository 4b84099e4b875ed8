"""`rp desk`: what the other commands do, on pages in the browser."""

from __future__ import annotations

import webbrowser
from datetime import date
from pathlib import Path

import click

from department.bilingual import command, option
from department.commands.options import batch_register_option, day
from department.output import echo
from texts import commandline as say
from texts import desk as desk_texts
from texts import standing
from texts.language import Language


@command("desk", help=desk_texts.COMMAND, examples=("rp desk", "rp desk indbakke --out udbakke"))
@click.argument("inbox", default="indbakke", metavar="[INDBAKKE]")
@option("--out", default="udbakke", metavar="MAPPE", help=desk_texts.OUT_OPTION)
@batch_register_option
@option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help=desk_texts.PORT_OPTION
)
@option("--no-browser", is_flag=True, help=desk_texts.NO_BROWSER_OPTION)
@option("--today", type=day, metavar="DAG", help=standing.TODAY_OPTION)
def desk(
    lang: Language,
    inbox: str,
    out: str,
    register: str | None,
    port: int,
    no_browser: bool,
    today: date | None,
) -> None:
    """The desk in the browser, until it is closed."""
    from department.batch import own_folders
    from department.desk.office import Office
    from department.desk.server import serving
    from department.register.address import batch_register
    from department.workers import USUAL, Workers

    address = batch_register(register, Path(out), lang)
    own_folders(Path(inbox), Path(out), address, lang)
    with Workers(USUAL) as executor:
        office = Office(Path(inbox), Path(out), address, executor, today)
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
