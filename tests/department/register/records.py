"""A register filled with files of any bytes, as if they were reports."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from department.record import Receipt, ReportRecord
from department.register.address import Address, folder_address
from department.register.opening import writing
from department.register.run import Run
from department.register.store import Register
from tests.department.judged_files import a_receipt, a_report
from tests.validators.reports import SOCIAL
from workbooks.form import Column

ARRIVED = datetime(2020, 10, 13, 9, 30, 15, 250)
INBOX = "/indbakke"
_CLOCK = frozenset({"began", "finished", "judged"})
TYPED = {
    ("1.1.a", Column.RESULT): 58.5,
    ("1.1.a", Column.EXPLANATION): "=HYPERLINK(1) æøå \u2028 \x7f »citat«",
    ("1.2.b", Column.DOCUMENTATION): "2020-09-27",
    ("1.7.a", Column.DATE): date(2020, 9, 27),
}


def data_of(file: str) -> bytes:
    """Some bytes, others for every name."""
    return f"indholdet af {file}".encode()


@cache
def _third_quarter() -> ReportRecord:
    return a_report(TYPED, SOCIAL, "Q3", received=date(2020, 10, 12))


def a_record(file: str, **changes: object) -> ReportRecord:
    """An accepted report for Socialstyrelsen's third quarter of 2020; `changes` of its summary."""
    record, came = _third_quarter(), a_receipt(file, data_of(file), ARRIVED)
    known = {"file": file, "digest": came.digest, "size": came.size, "received": ARRIVED, **changes}
    return replace(record, summary=replace(record.summary, **known))


def fill(register: Register, records: Iterable[ReportRecord], inbox: str = INBOX) -> None:
    """A run that receives and judges these."""
    run, records = Run(register, inbox), list(records)
    for came in (each.summary for each in records):
        receipt = Receipt(came.file, came.digest, came.size, came.received)
        run.receive(receipt, data_of(came.file) if came.digest else None)
    for known, record in zip(run.received, records, strict=True):
        summary = replace(record.summary, run=known.run, number=known.number)
        run.judge(replace(record, summary=summary))
    run.finish()


def register_files(
    place: Path | Address, records: Iterable[ReportRecord], inbox: str = INBOX
) -> None:
    """The same in the register at an address, or in a folder."""
    address = folder_address(place) if isinstance(place, Path) else place
    with writing(address, "da") as register:
        fill(register, records, inbox)


def dump(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without the clock's time at which it was written."""
    tables = {}
    with sqlite3.connect(folder / "register.sqlite") as connection:
        connection.row_factory = sqlite3.Row
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (name,) in connection.execute(names).fetchall():
            rows = map(dict, connection.execute(f"SELECT * FROM {name} ORDER BY rowid"))
            tables[name] = [tuple(v for key, v in row.items() if key not in _CLOCK) for row in rows]
    return tables


def originals(folder: Path) -> dict[str, bytes]:
    """Every stored original by its name."""
    return {path.name: path.read_bytes() for path in (folder / "originals").glob("*/*")}
