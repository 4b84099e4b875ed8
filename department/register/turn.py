"""One run at a time writes to a register: the second waits its turn, and says so.

Both locks die with the process that holds them, however it ends.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from filelock import FileLock, Timeout
from sqlalchemy import Connection, text

from department.register.address import Address
from texts import register as say
from texts.language import Language

PATIENCE = 60.0
"""Seconds to wait for another run."""
_PAUSE = 0.2
_LOCK_FILE = "register.lock"
_LOCK_NUMBER = 7_247_112_001
"""The number of the advisory lock in PostgreSQL."""


@contextmanager
def own_turn(
    address: Address, connection: Connection, lang: Language, patience: float = PATIENCE
) -> Iterator[None]:
    """Hold the right to write. Raises `click.ClickException` when another keeps it too long."""
    if address.folder is None:
        _wait(lambda: _try_server(connection), address, lang, patience)
        yield
        return
    lock = FileLock(address.folder / _LOCK_FILE, timeout=0)
    _wait(lambda: _try_file(lock), address, lang, patience)
    try:
        yield
    finally:
        lock.release()


def _wait(attempt: Callable[[], bool], address: Address, lang: Language, patience: float) -> None:
    until = time.monotonic() + patience
    if attempt():
        return
    seconds = f"{patience:.0f}"
    click.echo(say.WAITING(lang, address=address.shown, seconds=seconds), err=True)
    while not attempt():
        if time.monotonic() >= until:
            raise click.ClickException(say.STILL_BUSY(lang, address=address.shown))
        time.sleep(_PAUSE)


def _try_file(lock: FileLock) -> bool:
    try:
        lock.acquire()
    except Timeout:
        return False
    return True


def _try_server(connection: Connection) -> bool:
    """The lock belongs to the session: it ends with the connection, not with a transaction."""
    asked = connection.execute(text("SELECT pg_try_advisory_lock(:n)"), {"n": _LOCK_NUMBER})
    got = bool(asked.scalar())
    connection.commit()
    return got
