"""Opening a register: to read it, or to write to it, one run at a time."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import click
from filelock import FileLock, Timeout
from sqlalchemy import (
    Connection,
    Engine,
    NullPool,
    create_engine,
    event,
    insert,
    inspect,
    select,
    text,
)

from department.output import echo
from department.register.address import Address, address_of, folder_address, plainly
from department.register.store import (
    METADATA,
    ORIGINALS,
    SCHEMA,
    SCHEMA_VERSION,
    Register,
    lacking_columns,
)
from texts import standing as say
from texts.commandline import disk_reason
from texts.language import Language

PATIENCE = 60.0
"""Seconds to wait for another run."""
_PAUSE = 0.2
_LOCK_FILE = "register.lock"
_LOCK_NUMBER = 7_247_112_001
"""The number of the advisory lock in PostgreSQL."""
_BUSY_SECONDS = 20
"""How long a statement waits for another one's lock on the database's file."""
_ANSWER_SECONDS = 10
"""How long a server may be silent before there is a connection."""


@contextmanager
def reading(place: Address | str | None, lang: Language) -> Iterator[Register]:
    """An open register to read, at its address or where the command line names it (`address_of`).

    Raises `click.ClickException` where there is none, or it is no use.
    """
    address = place if isinstance(place, Address) else address_of(place, lang)
    if not address.is_here:
        raise click.ClickException(say.NO_REGISTER(lang, address=address.shown))
    with ExitStack() as stack:
        with plainly(address, lang):
            connection = stack.enter_context(_connected(_engine(address, lang, writes=False)))
            if not _has_schema(connection, address, lang):
                raise click.ClickException(say.NO_REGISTER(lang, address=address.shown))
        yield Register(address, connection, lang)


@contextmanager
def writing(address: Address, lang: Language, patience: float = PATIENCE) -> Iterator[Register]:
    """An open register to write to, made where there is none. Only one run at a time has it.

    Raises `click.ClickException` when another run keeps it for longer than `patience` seconds,
    and when the database or the disk refuses.
    """
    with ExitStack() as stack:
        with plainly(address, lang):
            if address.folder is not None:
                address.folder.mkdir(parents=True, exist_ok=True)
            connection = stack.enter_context(_connected(_engine(address, lang, writes=True)))
            stack.enter_context(_own_turn(address, connection, lang, patience))
            if _has_schema(connection, address, lang):
                _complete(connection)
            else:
                _make(connection, address)
        yield Register(address, connection, lang)


@contextmanager
def register_for_batch(address: Address | None, lang: Language) -> Iterator[Register]:
    """The register to write to; without an address one that is gone afterwards."""
    if address is not None:
        with writing(address, lang) as register:
            yield register
        return
    try:
        temporary = tempfile.TemporaryDirectory(prefix="rp-")
    except OSError as error:
        reason = disk_reason(error, lang)
        raise click.ClickException(say.NO_TEMPORARY(lang, reason=reason)) from error
    with temporary as folder, writing(folder_address(Path(folder)), lang) as register:
        yield replace(register, keeps_originals=False)


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _engine(address: Address, lang: Language, *, writes: bool) -> Engine:
    """A reader holds no transaction open, so that it is never in a writer's way."""
    options = {} if writes else {"isolation_level": "AUTOCOMMIT"}
    if address.database is None:
        answer = {"connect_timeout": _ANSWER_SECONDS}
        try:
            return create_engine(address.url, poolclass=NullPool, connect_args=answer, **options)
        except ImportError as error:
            raise click.ClickException(say.NO_DRIVER(lang)) from error
    own = {"timeout": _BUSY_SECONDS, "isolation_level": None}
    engine = create_engine(address.url, poolclass=NullPool, connect_args=own, **options)
    if writes:
        # Python's driver begins none for CREATE TABLE, and a half-made register must not be.
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _has_schema(connection: Connection, address: Address, lang: Language) -> bool:
    """Whether the database is a register; a newer one, or another database, is refused."""
    tables = inspect(connection).get_table_names()
    if SCHEMA.name not in tables:
        if tables and address.database is not None:
            raise click.ClickException(say.OTHER_DATABASE(lang, address=address.shown))
        return False
    version = connection.execute(select(SCHEMA.c.version)).scalar()
    if version is not None and version > SCHEMA_VERSION:
        found = {"found": version, "known": SCHEMA_VERSION}
        raise click.ClickException(say.NEWER(lang, address=address.shown, **found))
    connection.rollback()
    return version is not None


def _make(connection: Connection, address: Address) -> None:
    """The tables and their version, in one transaction: a register is whole or not there."""
    here = address.database is not None
    tables = [each for each in METADATA.sorted_tables if not (here and each is ORIGINALS)]
    METADATA.create_all(connection, tables)
    connection.execute(insert(SCHEMA).values(version=SCHEMA_VERSION))
    connection.commit()


def _complete(connection: Connection) -> None:
    """Add the columns that came later; what was judged before has nothing in them."""
    for column in lacking_columns(connection):
        kind = column.type.compile(connection.dialect)
        added = f"ALTER TABLE {column.table.name} ADD COLUMN {column.name} {kind}"
        connection.execute(text(added))
    connection.commit()


@contextmanager
def _own_turn(
    address: Address, connection: Connection, lang: Language, patience: float
) -> Iterator[None]:
    """Hold the right to write. Raises `click.ClickException` when another keeps it too long.

    Both kinds of lock die with the process that holds them, however it ends.
    """
    lock = None if address.folder is None else FileLock(address.folder / _LOCK_FILE, timeout=0)

    def is_ours() -> bool:
        try:
            return _try_server(connection) if lock is None else bool(lock.acquire())
        except Timeout:
            return False

    until = time.monotonic() + patience
    if not is_ours():
        told = {"address": address.shown, "seconds": f"{patience:.0f}"}
        echo(say.WAITING_FOR_TURN(lang, **told), err=True)
        while not is_ours():
            if time.monotonic() >= until:
                raise click.ClickException(say.STILL_BUSY(lang, address=address.shown))
            time.sleep(_PAUSE)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def _try_server(connection: Connection) -> bool:
    """The lock belongs to the session: it ends with the connection, not with a transaction."""
    asked = connection.execute(text("SELECT pg_try_advisory_lock(:n)"), {"n": _LOCK_NUMBER})
    got = bool(asked.scalar())
    connection.commit()
    return got
