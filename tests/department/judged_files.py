"""Files judged as one batch or each by itself, as `rp` does it, without workers."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from department.inbox import Entry, Read, read_all, read_waiting
from department.record import Receipt, ReportRecord, record_of
from department.report_json import Json, report_json
from department.tables import Judged
from department.turns import judged_in_turn
from tests.validators.damage import Content
from tests.validators.reports import BENCHMARK, NOT_CALCULATED, Where, report
from texts.language import DANISH, Language
from validators.report import read_report
from validators.verdict import Verdict, judge
from workbooks.form import Field

NOON = datetime(2020, 10, 13, 12)
TODAY = date(2021, 2, 1)
RECEIVED = datetime(2021, 1, 10, 9, 30)


def a_receipt(file: str, data: bytes = b"", received: datetime = NOON) -> Receipt:
    """How a file of some bytes came."""
    return Receipt(file, hashlib.sha256(data).hexdigest(), len(data), received)


@dataclass(frozen=True)
class Sent:
    """A file in the inbox, so many hours after the first."""

    name: str
    data: bytes
    hours: int = 0
    certain: bool = False
    """Whether it came in a mail."""

    @property
    def entry(self) -> Entry:
        came = a_receipt(self.name, self.data, NOON + timedelta(hours=self.hours))
        return Entry(replace(came, certain=self.certain), self.data)


def put_in(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The folder, made where there is none, with these files in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def judged(files: Sequence[Sent]) -> dict[str, Judged]:
    """Each file judged among the others, by its name."""
    found = judged_in_turn([read_waiting(each.entry) for each in files])
    return {each.record.summary.file: each for each in found}


def codes(file: Judged) -> list[str]:
    """What was found, but for the information that the workbook was never calculated."""
    return [each.code for each in file.record.findings if each.code != NOT_CALCULATED]


def as_json(verdict: Verdict, lang: Language = DANISH) -> Json:
    """A file that was judged alone, as `rp validate --json` has it."""
    return report_json(record_of(verdict, Receipt(verdict.file, "", 0, NOON)), None, lang)


def verdicts_on(
    entries: Iterable[Entry], executor: Executor, read: Read = read_waiting
) -> list[Verdict]:
    """Verdicts on entries read by an executor, in their order."""
    return judge([each.report() for each in read_all(entries, executor, read)])


def records_of(files: Mapping[str, bytes], received: datetime = RECEIVED) -> list[ReportRecord]:
    """The files judged together, none beside another, as records in the order given."""
    verdicts = judge([read_report(name, data) for name, data in files.items()])
    receipts = [a_receipt(name, data, received) for name, data in files.items()]
    return [record_of(*each) for each in zip(verdicts, receipts, strict=True)]


def at_half_past_nine(day: date) -> datetime:
    return datetime.combine(day, time(9, 30))


def a_report(
    changes: Mapping[Where, Content] | None = None,
    plan_id: str = BENCHMARK,
    period_id: str = "Q2",
    *,
    file: str = "rapport.xlsx",
    received: date = date(2023, 7, 10),
) -> ReportRecord:
    """A complete report but for these changes, judged alone; it came on the day that it states.

    Benchmarkingenheden's are due on 14-07-2023 for half a year (Q2), on 14-01-2024 for it all (Q4).
    """
    data = report({Field.SUBMITTED: received, **(changes or {})}, plan_id, period_id)
    (record,) = records_of({file: data}, at_half_past_nine(received))
    return record
