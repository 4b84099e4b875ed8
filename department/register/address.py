"""Where a register is, a folder or a PostgreSQL database, and what can be in its way there."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from sqlalchemy.exc import DBAPIError

from texts import standing as say
from texts.commandline import disk_reason
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


_BUSY = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED"})
_NO_DATABASE = frozenset({"SQLITE_NOTADB", "SQLITE_CORRUPT"})
_SILENT = "ConnectionTimeout"
"""What psycopg, which need not be installed, calls it."""
_WRITE_PROTECTED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def plainly(address: Address, lang: Language) -> Iterator[None]:
    """Say in a sentence (`click.ClickException`) what the database or the disk refuses."""
    try:
        yield
    except DBAPIError as error:
        raise click.ClickException(_of_database(error, address, lang)) from error
    except OSError as error:
        raise click.ClickException(_of_disk(error, address, lang)) from error


def _of_database(error: DBAPIError, address: Address, lang: Language) -> str:
    original = error.orig
    name = getattr(original, "sqlite_errorname", "") or ""
    where = {"address": address.shown}
    if any(name.startswith(each) for each in _BUSY):
        return say.LOCKED(lang, **where)
    if any(name.startswith(each) for each in _NO_DATABASE):
        return say.NO_DATABASE(lang, **where)
    if name.startswith("SQLITE_FULL"):
        return say.FULL(lang, **where)
    if name.startswith("SQLITE_READONLY"):
        return say.READ_ONLY(lang, **where)
    reason = " ".join(str(original).split()).rstrip(".")
    if type(original).__name__ == _SILENT:
        return say.NO_ANSWER(lang, **where)
    if isinstance(original, sqlite3.Error):
        return say.CANNOT_OPEN(lang, **where, reason=reason)
    return say.FAILED(lang, **where, reason=reason)


def _of_disk(error: OSError, address: Address, lang: Language) -> str:
    if error.errno in _FULL:
        return say.FULL(lang, address=address.shown)
    if error.errno in _WRITE_PROTECTED:
        return say.READ_ONLY(lang, address=address.shown)
    return say.CANNOT_WRITE(lang, address=address.shown, reason=disk_reason(error, lang))
