"""`rp addin …`: the RP_ functions on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from department.helping import Command, Group
from texts import commandline as say
from texts import disk
from texts.language import Language, Text

if TYPE_CHECKING:
    from xl_addin.installation import Outcome

_SUMMARIES = {
    "status": say.ADDIN_STATUS,
    "install": say.ADDIN_INSTALL,
    "uninstall": say.ADDIN_UNINSTALL,
    "build": say.ADDIN_BUILD,
    "libreoffice": say.ADDIN_LIBREOFFICE,
}


def command(lang: Language) -> click.Command:
    """The group in one language."""
    return Group("addin", lang=lang, summary=say.ADDIN, load=_load, summaries=_SUMMARIES)


def _load(name: str, lang: Language) -> click.Command:
    makers: dict[str, Callable[[Language, Text], click.Command]] = {
        "status": _status,
        "install": _install,
        "uninstall": _uninstall,
        "build": _build,
        "libreoffice": _libreoffice,
    }
    return makers[name](lang, _SUMMARIES[name])


def _status(lang: Language, summary: Text) -> click.Command:
    def show() -> int:
        from xl_addin.installation import status

        click.echo(status(lang=lang).text(lang))
        return 0

    return Command("status", lang=lang, summary=summary, callback=show)


def _install(lang: Language, summary: Text) -> click.Command:
    def run() -> int:
        from xl_addin.installation import install

        return _tell(install(lang=lang))

    return Command("install", lang=lang, summary=summary, callback=run)


def _uninstall(lang: Language, summary: Text) -> click.Command:
    def run() -> int:
        from xl_addin.installation import uninstall

        return _tell(uninstall(lang=lang))

    return Command("uninstall", lang=lang, summary=summary, callback=run)


def _build(lang: Language, summary: Text) -> click.Command:
    def run(out: str) -> int:
        from xl_addin.installation import build

        return _write(lambda: build(Path(out), lang), out, lang)

    return Command("build", lang=lang, summary=summary, params=_out(lang), callback=run)


def _libreoffice(lang: Language, summary: Text) -> click.Command:
    def run(out: str) -> int:
        from xl_addin.installation import build_libreoffice

        return _write(lambda: build_libreoffice(Path(out), lang), out, lang)

    return Command("libreoffice", lang=lang, summary=summary, params=_out(lang), callback=run)


def _out(lang: Language) -> list[click.Parameter]:
    help_text = say.OUT_FOLDER_OPTION(lang)
    return [click.Option(["--out"], required=True, metavar="MAPPE", help=help_text)]


def _write(make: Callable[[], Outcome], out: str, lang: Language) -> int:
    try:
        return _tell(make())
    except OSError as error:
        reason = disk.reason(error, lang)
        raise click.ClickException(say.CANNOT_WRITE(lang, path=out, reason=reason)) from error


def _tell(outcome: Outcome) -> int:
    click.echo(outcome.message)
    return 0 if outcome.done else 1
