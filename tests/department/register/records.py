"""Records of received files made by hand, so that a register can be filled without judging."""

import hashlib
from dataclasses import replace
from datetime import date, datetime

from department.record import Receipt, ReportRecord
from tests.department.hand_made import QUARTERLY, a_finding, a_report

ARRIVED = datetime(2020, 10, 13, 9, 30, 15, 250)


def data_of(file: str) -> bytes:
    """Some bytes, others for every name."""
    return f"indholdet af {file}".encode()


def a_receipt(file: str, data: bytes | None = None, received: datetime = ARRIVED) -> Receipt:
    """How a file of some bytes came; without them of those that every file has here."""
    data = data_of(file) if data is None else data
    return Receipt(file, hashlib.sha256(data).hexdigest(), len(data), received)


def registered(record: ReportRecord, receipt: Receipt) -> ReportRecord:
    """The record with what the register says of its receipt."""
    summary = replace(record.summary, run=receipt.run, number=receipt.number)
    return replace(record, summary=summary)


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
