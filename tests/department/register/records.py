"""Records of received files made by hand, so that a register can be filled without judging."""

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from department.record import Receipt, ReportRecord
from department.register.address import Address, folder_address
from department.register.opening import writing
from department.register.run import Run
from department.register.store import Register
from tests.department.hand_made import QUARTERLY, a_finding, a_report

ARRIVED = datetime(2020, 10, 13, 9, 30, 15, 250)
INBOX = "/indbakke"
CLOCK = frozenset({"began", "finished", "judged"})
"""The columns with the clock's time at which a row was written."""


def data_of(file: str) -> bytes:
    """Some bytes, others for every name."""
    return f"indholdet af {file}".encode()


def a_receipt(file: str, data: bytes | None = None, received: datetime = ARRIVED) -> Receipt:
    """How a file of some bytes came; without them of those that every file has here."""
    data = data_of(file) if data is None else data
    return Receipt(file, hashlib.sha256(data).hexdigest(), len(data), received)


def a_record(file: str, **changes: object) -> ReportRecord:
    """An accepted report for Socialstyrelsen's third quarter of 2020; `changes` of its summary."""
    typed = {
        "1.1.a": {
            "Resultat": 58.0,
            "Dato": date(2020, 9, 27),
            "Dokumentation": "2020-09-27",
            "Afvigelsesforklaring": "=HYPERLINK(1) æøå \u2028 \x7f »citat«",
        }
    }
    fell = a_finding("RP-508", "warning", key="1.1.a", cell="I11")
    day = date(2020, 10, 12)
    record = a_report(QUARTERLY, "Q3", file=file, received=day, typed=typed, findings=[fell])
    came = a_receipt(file)
    known = {"digest": came.digest, "size": came.size, "received": came.received, **changes}
    return replace(record, summary=replace(record.summary, **known))


def fill(
    register: Register,
    records: Iterable[ReportRecord],
    inbox: str = INBOX,
    after_each: Callable[[], object] = lambda: None,
) -> None:
    """A run that receives and judges these; `after_each` is called between two steps of it."""
    run, records = Run(register, inbox), list(records)
    for came in (each.summary for each in records):
        receipt = Receipt(came.file, came.digest, came.size, came.received)
        run.receive(receipt, data_of(came.file) if came.digest else None)
        after_each()
    for known, record in zip(run.received, records, strict=True):
        summary = replace(record.summary, run=known.run, number=known.number)
        run.judge(replace(record, summary=summary))
        after_each()
    run.finish()


def register_files(place: Path | Address, records: Iterable[ReportRecord], *how: object) -> None:
    """The same in the register at an address, or in a folder."""
    address = folder_address(place) if isinstance(place, Path) else place
    with writing(address, "da") as register:
        fill(register, records, *how)


def dump(folder: Path, but: Collection[str] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without some columns."""
    tables = {}
    with sqlite3.connect(folder / "register.sqlite") as connection:
        connection.row_factory = sqlite3.Row
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (name,) in connection.execute(names).fetchall():
            rows = map(dict, connection.execute(f"SELECT * FROM {name} ORDER BY rowid"))
            tables[name] = [tuple(v for key, v in row.items() if key not in but) for row in rows]
    return tables


def originals(folder: Path) -> dict[str, bytes]:
    """Every stored original by its name."""
    return {path.name: path.read_bytes() for path in (folder / "originals").glob("*/*")}
