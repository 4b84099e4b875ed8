"""Filling a register, and reading all that is in it."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from department.record import ReportRecord
from department.register.address import folder_address
from department.register.opening import writing
from department.register.run import Run
from tests.department.register.records import ARRIVED, a_receipt, data_of, registered

INBOX = "/indbakke"
_CLOCK = frozenset({"began", "finished", "judged"})


def register_files(
    folder: Path,
    records: Iterable[ReportRecord],
    inbox: str = INBOX,
    received: datetime = ARRIVED,
    after_each: Callable[[], object] = lambda: None,
) -> None:
    """A run that receives and judges these; `after_each` is called between two steps of it."""
    records = list(records)
    with writing(folder_address(folder), "da") as register:
        run = Run(register, inbox)
        for each in records:
            data = data_of(each.summary.file)
            run.receive(a_receipt(each.summary.file, data, received), data)
            after_each()
        for receipt, record in zip(run.received, records, strict=True):
            run.judge(registered(record, receipt))
            after_each()
        run.finish()


def dump(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    return _rows(folder, frozenset())


def timeless_dump(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """The same without the clock's time at which it was written."""
    return _rows(folder, _CLOCK)


def _rows(folder: Path, without: frozenset[str]) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(folder / "register.sqlite") as connection:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        tables = [name for (name,) in connection.execute(names)]
        return {name: _table(connection, name, without) for name in tables}


def _table(
    connection: sqlite3.Connection, name: str, without: frozenset[str]
) -> list[tuple[object, ...]]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    kept = ", ".join(each for each in columns if each not in without)
    return list(connection.execute(f"SELECT {kept} FROM {name} ORDER BY rowid"))


def originals(folder: Path) -> dict[str, bytes]:
    """Every stored original by its name."""
    return {path.name: path.read_bytes() for path in (folder / "originals").glob("*/*")}
