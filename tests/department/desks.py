"""A desk from received files, without a register: judged together, placed by what they say."""

from collections.abc import Mapping
from datetime import date, datetime

from department.record import ReportRecord, record_of
from department.standing import Desk
from tests.department.hand_made import a_desk
from tests.department.register.records import a_receipt
from tests.validators.reports import SOCIAL
from validators.report import read_report
from validators.verdict import judge

TODAY = date(2021, 2, 1)
RECEIVED = datetime(2021, 1, 10, 9, 30)


def records_of(files: Mapping[str, bytes], received: datetime = RECEIVED) -> list[ReportRecord]:
    """The files judged together, as records, in the order given."""
    verdicts = judge([read_report(name, data) for name, data in files.items()])
    receipts = [a_receipt(name, data, received) for name, data in files.items()]
    return [record_of(*each) for each in zip(verdicts, receipts, strict=True)]


def desk_with(
    files: Mapping[str, bytes], *plan_ids: str, today: date = TODAY, opened: list[str] | None = None
) -> Desk:
    """The desk of `files`, with a row for each plan (Socialstyrelsen's by itself).

    The names of the records that are opened go to `opened`.
    """
    return a_desk(records_of(files), today, plan_ids or (SOCIAL,), opened)
