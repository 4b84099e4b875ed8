"""`rp watch INBOX`: judge files as they come; register, overview, page and replies follow."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from department.helping import Command
from department.register.address import batch_register
from texts import commandline, register
from texts import watching as say
from texts.language import Language

_SECONDS = 5.0


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def watch(
        inbox: str, out: str, register: str | None, every: float, once: bool, no_replies: bool
    ) -> int:
        from department.watching.arrivals import Arrivals, Patience
        from department.watching.desk import WatchedDesk
        from department.watching.rounds import Watcher
        from department.workers import IsolatedExecutor

        folder, target = Path(inbox), Path(out)
        if not folder.is_dir():
            raise click.UsageError(
                commandline.NO_FOLDER(lang, path=inbox), click.get_current_context()
            )
        patience = Patience(0, 0) if once else Patience()
        # One worker: files come a few at a time, and the machine has other things to do.
        with IsolatedExecutor(1) as executor:
            address = batch_register(register, target, lang)
            desk = WatchedDesk(folder, target, address, executor, not no_replies, lang)
            arrivals = Arrivals(folder, target, time.monotonic, patience)
            wait = _never if once else _waiting(every)
            click.echo(say.WATCHING(lang, inbox=inbox))
            try:
                Watcher(arrivals, desk.judge, wait, desk.tell).run()
            except KeyboardInterrupt:
                click.echo(say.STOPPED(lang))
        return 1 if once and desk.in_trouble else 0

    return Command(
        "watch",
        lang=lang,
        summary=say.COMMAND,
        examples=("rp watch indbakke --out udbakke",),
        params=[
            click.Argument(["inbox"], metavar="INDBAKKE"),
            click.Option(
                ["--out"], required=True, metavar="MAPPE", help=commandline.OUT_FOLDER_OPTION(lang)
            ),
            click.Option(
                ["--register"], metavar="ADRESSE", help=register.BATCH_REGISTER_OPTION(lang)
            ),
            click.Option(
                ["--every"],
                type=click.FloatRange(0.1, 3600),
                default=_SECONDS,
                metavar="SEKUNDER",
                help=say.EVERY_OPTION(lang),
            ),
            click.Option(["--once"], is_flag=True, help=say.ONCE_OPTION(lang)),
            click.Option(["--no-replies"], is_flag=True, help=say.NO_REPLIES_OPTION(lang)),
        ],
        callback=watch,
    )


def _waiting(seconds: float) -> Callable[[], bool]:
    def wait() -> bool:
        time.sleep(seconds)
        return True

    return wait


def _never() -> bool:
    return False
