"""`rp addin …`: the RP_ functions on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from department.bilingual import Group, command
from department.commands.options import out_folder_option
from texts import commandline as say
from texts.language import Language

if TYPE_CHECKING:
    from xl_addin.installation import Outcome


@command("status", help=say.ADDIN_STATUS)
def status(lang: Language) -> None:
    """What works here."""
    from xl_addin.installation import status

    click.echo(status(lang=lang).text(lang))


@command("install", help=say.ADDIN_INSTALL)
def install(lang: Language) -> int:
    """Install in this machine's Excel."""
    from xl_addin.installation import install

    return _tell(install(lang=lang))


@command("uninstall", help=say.ADDIN_UNINSTALL)
def uninstall(lang: Language) -> int:
    """Remove from this machine's Excel."""
    from xl_addin.installation import uninstall

    return _tell(uninstall(lang=lang))


@command("build", help=say.ADDIN_BUILD)
@out_folder_option
def build(lang: Language, out: str) -> int:
    """The files for an administrator who packages the add-in."""
    from xl_addin.installation import build

    return _write(build, out, lang)


@command("libreoffice", help=say.ADDIN_LIBREOFFICE)
@out_folder_option
def libreoffice(lang: Language, out: str) -> int:
    """The extension for LibreOffice."""
    from xl_addin.installation import build_libreoffice

    return _write(build_libreoffice, out, lang)


def _write(make: Callable[[Path, Language], Outcome], out: str, lang: Language) -> int:
    try:
        return _tell(make(Path(out), lang))
    except OSError as error:
        reason = say.disk_reason(error, lang)
        raise click.ClickException(say.CANNOT_WRITE(lang, path=out, reason=reason)) from error


def _tell(outcome: Outcome) -> int:
    click.echo(outcome.message)
    return 0 if outcome.done else 1


addin = Group("addin", help=say.ADDIN, commands=[status, install, uninstall, build, libreoffice])
