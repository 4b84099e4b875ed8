"""`rp addin …`, `rp checker build`: the add-in and the page that a report is checked with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from department.bilingual import Group, command, option, wrong_usage
from department.commands.options import from_folder_option, out_folder_option, to_folder
from department.output import echo, said_plainly
from texts import commandline as say
from texts.checker import SINGLE_NAME
from texts.language import Language, number

_MEGABYTE = 1024 * 1024

department_option = option("--department", is_flag=True, help=say.ADDIN_DEPARTMENT_OPTION)


@command("status", help=say.ADDIN_STATUS)
def status(lang: Language) -> None:
    """What works here."""
    from xl_addin.installation import status, this_machine

    click.echo(status(this_machine(), lang))


@command("install", help=say.ADDIN_INSTALL)
@option("--out", type=to_folder, metavar="MAPPE", help=say.ADDIN_MADE_IN_OPTION)
@department_option
def install(lang: Language, out: Path | None, department: bool) -> int:
    """Install in this machine's Excel."""
    from xl_addin.installation import install, this_machine

    return _tell(*install(this_machine(), lang, out, department=department))


@command("uninstall", help=say.ADDIN_UNINSTALL)
def uninstall(lang: Language) -> int:
    """Remove from this machine's Excel."""
    from xl_addin.installation import this_machine, uninstall

    return _tell(*uninstall(this_machine(), lang))


@command("build", help=say.ADDIN_BUILD)
@out_folder_option
@option("--python", metavar="STI", help=say.ADDIN_PYTHON_OPTION)
@department_option
def build(lang: Language, out: Path, python: str | None, department: bool) -> int:
    """The files for an administrator who packages the add-in."""
    from xl_addin.installation import build

    with said_plainly(out, lang, say.CANNOT_WRITE):
        return _tell(*build(out, lang, python, department=department))


@command("libreoffice", help=say.ADDIN_LIBREOFFICE)
@out_folder_option
def libreoffice(lang: Language, out: Path) -> None:
    """The extension for LibreOffice."""
    from texts.addin import LIBREOFFICE_BUILT
    from xl_addin.libreoffice import write_extension

    with said_plainly(out, lang, say.CANNOT_WRITE):
        click.echo(LIBREOFFICE_BUILT(lang, path=write_extension(out)))


@command(
    "office",
    help=say.ADDIN_OFFICE,
    examples=("rp addin office --url https://intranet.example/resultatplan/ --out office",),
)
@option("--url", required=True, metavar="ADRESSE", help=say.ADDIN_URL_OPTION)
@out_folder_option
@from_folder_option
def office(lang: Language, url: str, out: Path, folder: str | None) -> None:
    """The add-in for Excel on Mac, on the web and on locked computers."""
    from department.checker.sources import fetch, found_in
    from department.checker.static_files import write_office_addin
    from department.plans.all_plans import tell_broken_plans
    from xl_addin.office_js import MANIFEST

    place = urlsplit(url)
    if place.scheme != "https" or not place.hostname or place.query or place.fragment:
        raise wrong_usage(say.ADDIN_BAD_URL(lang, url=url))
    tell_broken_plans(lang)
    sources = fetch(lang) if folder is None else found_in(Path(folder), lang)
    address = f"{url.rstrip('/')}/"
    write_office_addin(sources, address, out, date.today(), lang)
    echo(say.WROTE(lang, path=out))
    click.echo(say.ADDIN_OFFICE_BUILT(lang, url=address, manifest=out / MANIFEST))


def _tell(done: bool, message: str) -> int:
    click.echo(message)
    return 0 if done else 1


_COMMANDS = [status, install, uninstall, build, libreoffice, office]
addin = Group("addin", help=say.ADDIN, commands=_COMMANDS)


@command(
    "build",
    help=say.CHECKER_BUILD,
    examples=(
        "rp checker build --out kontrolside",
        "rp checker build --out kontrolside --from hentet",
    ),
)
@out_folder_option
@from_folder_option
def build_checker(lang: Language, out: Path, folder: str | None) -> None:
    """The page with the plans and limits in force, as a folder and as one file."""
    from department.checker.sources import PANDAS, fetch, found_in
    from department.checker.static_files import write_checker
    from department.plans.all_plans import tell_broken_plans

    tell_broken_plans(lang)
    sources = fetch(lang) if folder is None else found_in(Path(folder), lang)
    size = write_checker(sources, out, date.today(), lang)
    echo(say.WROTE(lang, path=out))
    click.echo((say.CHECKER_WITH_PANDAS if PANDAS in sources else say.CHECKER_STAND_IN)(lang))
    single = out / SINGLE_NAME
    click.echo(say.CHECKER_BUILT(lang, single=single, size=number(size / _MEGABYTE, lang, 1)))


checker = Group("checker", help=say.CHECKER, commands=[build_checker])
