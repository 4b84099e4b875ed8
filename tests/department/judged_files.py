"""Files judged as one batch, as `rp batch` does it, without workers."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from department.inbox import Entry, Read, read_all, read_reports
from department.record import Arrival, Received, record_of
from department.register.store import Register
from department.report_json import Json, report_json
from department.turns import Judged, judged_in_turn
from tests.department.register.records import arrival
from tests.validators.reports import NOT_CALCULATED
from texts.language import DANISH, Language
from validators.verdict import Verdict, judge

NOON = datetime(2020, 10, 13, 12)


@dataclass(frozen=True)
class Sent:
    """A file in the inbox, so many hours after the first."""

    name: str
    data: bytes
    hours: int = 0
    certain: bool = False
    """Whether it came in a mail."""

    @property
    def received(self) -> Received:
        came = arrival(self.data, NOON + timedelta(hours=self.hours))
        return Received(self.name, replace(came, certain=self.certain))


def judged(files: Sequence[Sent], register: Register | None = None) -> dict[str, Judged]:
    """Each file judged among the others, by its name."""
    waiting = read_reports([Entry(each.name, each.data) for each in files])
    found = judged_in_turn(waiting, [each.received for each in files], register)
    return {each.record.summary.file: each for each in found}


def codes(file: Judged) -> list[str]:
    """What was found, but for the information that the workbook was never calculated."""
    return [each.code for each in file.record.findings if each.code != NOT_CALCULATED]


def as_json(verdict: Verdict, lang: Language = DANISH) -> Json:
    """A file that was judged alone, as `rp validate --json` has it."""
    return report_json(record_of(verdict, Arrival("", 0, NOON)), None, lang)


def verdicts_on(
    entries: Iterable[Entry], executor: Executor, read: Read = read_reports
) -> list[Verdict]:
    """Verdicts on entries read by an executor, in their order, compared with each other."""
    return judge([each.report() for each in read_all(entries, executor, read)])
