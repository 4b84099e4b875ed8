"""What can be in a register's way, as a plain sentence."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import DBAPIError

from department.register.address import Address
from texts import standing as say
from texts.commandline import disk_reason
from texts.language import Language

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
