"""Where a register is: a folder of its own, or a PostgreSQL database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from texts import standing as say
from texts.language import Language

DATABASE = "register.sqlite"
"""The database's file in a register's folder."""
ADDRESS_VARIABLE = "RP_REGISTER"
"""The environment variable that names the register where no option does."""
_FOLDER = "register"
USUAL = f"udbakke/{_FOLDER}"
"""Where the register is when nothing says otherwise: beside the usual batch's output."""

_FILE_ENDINGS = (".sqlite", ".sqlite3", ".db")
_POSTGRESQL = "postgresql+psycopg"


@dataclass(frozen=True, slots=True)
class Address:
    """A register's place. `folder` holds originals and lock; None where a server holds all."""

    url: str
    shown: str
    """The address as it may be shown: without a password."""
    folder: Path | None
    database: Path | None

    @property
    def is_here(self) -> bool:
        """Whether there is such a file; a server is asked when it is opened."""
        return self.database is None or self.database.exists()


def address_of(text: str | None, lang: Language) -> Address:
    """The register that the option names, else `RP_REGISTER`, else `udbakke/register`.

    A folder (with `register.sqlite` in it), a file called `.sqlite` or `.db`, or an address of
    SQLAlchemy's: `postgresql://…` or `sqlite:///…`. Raises `click.UsageError` for another one.
    """
    return _address(text or os.environ.get(ADDRESS_VARIABLE) or USUAL, lang)


def batch_register(text: str | None, out: Path, lang: Language) -> Address:
    """The register that a batch writes to: the same, but by itself the one beside its output."""
    named = text or os.environ.get(ADDRESS_VARIABLE)
    return _address(named, lang) if named else _by_file(out / _FOLDER / DATABASE)


def _address(named: str, lang: Language) -> Address:
    if "://" in named:
        return _by_url(named, lang)
    path = Path(named)
    return _by_file(path if path.suffix in _FILE_ENDINGS else path / DATABASE)


def folder_address(folder: Path) -> Address:
    """The register in a folder."""
    return _by_file(folder / DATABASE)


def _by_file(database: Path) -> Address:
    from sqlalchemy import URL

    url = URL.create("sqlite", database=str(database)).render_as_string()
    return Address(url, str(database), database.parent, database)


def _by_url(text: str, lang: Language) -> Address:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise click.UsageError(say.BAD_ADDRESS(lang)) from error
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database:
        return _by_file(Path(url.database))
    if kind != "postgresql":
        raise click.UsageError(say.BAD_ADDRESS(lang))
    if url.drivername == kind:
        url = url.set(drivername=_POSTGRESQL)
    return Address(url.render_as_string(hide_password=False), url.render_as_string(), None, None)
