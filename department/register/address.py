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
USUAL_OUT = Path("udbakke")
"""The usual batch's output, in which the register is when nothing says otherwise."""
_FOLDER = "register"

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


def address_of(text: str | None, lang: Language, out: Path = USUAL_OUT) -> Address:
    """The register that the option names, else `RP_REGISTER`, else the one in a batch's output.

    A folder (with `register.sqlite` in it), a file called `.sqlite` or `.db`, or an address of
    SQLAlchemy's: `postgresql://…` or `sqlite:///…`. Raises `click.UsageError` for another one.
    """
    named = text or os.environ.get(ADDRESS_VARIABLE) or str(out / _FOLDER)
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


_BY_DATABASE = {
    "SQLITE_BUSY": say.LOCKED,
    "SQLITE_LOCKED": say.LOCKED,
    "SQLITE_NOTADB": say.NO_DATABASE,
    "SQLITE_CORRUPT": say.NO_DATABASE,
    "SQLITE_FULL": say.FULL,
    "SQLITE_READONLY": say.READ_ONLY,
    "SQLITE_CANTOPEN": say.NO_ACCESS,
    "SQLITE_IOERR": say.NO_ACCESS,
    "ConnectionTimeout": say.NO_ANSWER,  # psycopg's own, which need not be installed
}
"""The sentence for what the database refuses, by the beginning of the error's name."""
_BY_DISK = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), say.READ_ONLY),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), say.FULL),
}


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
    original, where = error.orig, {"address": address.shown}
    name = getattr(original, "sqlite_errorname", "") or type(original).__name__
    for beginning, text in _BY_DATABASE.items():
        if name.startswith(beginning):
            return text(lang, **where)
    words = " ".join(str(original).split()).rstrip(".")
    known = (text for own, text in say.SERVER_REASONS.items() if own in words.casefold())
    text = say.CANNOT_OPEN if isinstance(original, sqlite3.Error) else say.FAILED
    return text(lang, **where, reason=next(known, say.OWN_WORDS)(lang, words=words))


def _of_disk(error: OSError, address: Address, lang: Language) -> str:
    text = _BY_DISK.get(error.errno or 0, say.CANNOT_WRITE)
    return text(lang, address=address.shown, reason=disk_reason(error, lang))
