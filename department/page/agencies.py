"""What the page's templates are given: a line for each agency, its part, and the lists of all.

The parts are made one by one, so that only one agency's reports are open at a time; what is off
track in them and what was found goes into the lists, which stand after the agencies on the page.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from department.record import FindingRecord, ReportRecord, Summary
from department.standing import Agency, Desk, FileRow, Role, Slot, SlotState
from department.tables import (
    Changes,
    DeviationRow,
    GoalRow,
    Year,
    changes_between,
    deviation_rows,
    goal_rows,
)
from department.wording import expected_points

Told = TypeVar("Told")

LATE = "late"
"""The filter's word for a period whose first file came after the deadline."""
ATTENTION = (SlotState.MISSING, SlotState.RETURNED, SlotState.WAITING, SlotState.ACCEPTED)
"""By which a column is sorted: what needs attention first."""
_NO_PERIOD = 9
_ALPHABET = str.maketrans({"æ": "{a", "ø": "{b", "å": "{c"})


@dataclass(frozen=True)
class Line:
    """One agency among all, by its number on the page."""

    number: int
    agency: Agency

    @property
    def states(self) -> str:
        """The states of its periods: what the filter looks for."""
        return " ".join(sorted({each for slot in self.agency.slots for each in _states(slot)}))

    @property
    def severities(self) -> str:
        """How grave the findings of its files are: what the filter looks for."""
        shown = [slot.shown for slot in self.agency.slots if slot.shown is not None]
        counts = [each.counts.items() for each in (*shown, *self.agency.to_answer)]
        return " ".join(sorted({severity for each in counts for severity, count in each if count}))

    @property
    def points(self) -> float:
        """What the expected total did since the accepted report before; 0 where there is none."""
        return expected_points(self.agency) or 0.0

    @property
    def quarters(self) -> list[list[Slot]]:
        """The periods that end in each of the four quarters."""
        return [[slot for slot in self.agency.slots if slot.quarter == at] for at in range(4)]

    def rank(self, slots: list[Slot]) -> int:
        """By which a quarter's column is sorted."""
        return min((ATTENTION.index(slot.state) for slot in slots), default=_NO_PERIOD)

    def anchor(self, key: str | None) -> str | None:
        """Where a criterion stands on the page; None for what is no criterion of the plan."""
        return f"a{self.number}-{key}" if key in self.agency.plan.criterion_by_key else None


def _states(slot: Slot) -> set[str]:
    """What the filter calls a period: its state, and whether it came late."""
    return {slot.state.value} | ({LATE} if slot.files and slot.days_late else set())


@dataclass(frozen=True)
class Source:
    """The report that a row of a list comes from, as the filter and the reader see it."""

    report: Summary
    line: Line | None = None
    """The agency; None for a file of no known plan."""
    states: str = ""
    month: int = 0
    is_latest: bool = True


@dataclass(frozen=True)
class Listed(Generic[Told]):
    """A row of the lists."""

    anchor: str
    source: Source
    told: Told


Found = Listed[FindingRecord]


@dataclass
class Lists:
    """Deviations and findings of all agencies so far. Anchors are given in order of arrival."""

    deviations: list[Listed[DeviationRow]] = field(default_factory=list)
    findings: list[Found] = field(default_factory=list)

    def add_findings(self, source: Source, record: ReportRecord) -> dict[str, list[Found]]:
        """Add a report's findings, unless it is done with; gives them by criterion key."""
        by_key: dict[str, list[Found]] = defaultdict(list)
        for finding in () if source.report.settled else record.findings:
            row = Listed(f"f{len(self.findings) + 1}", source, finding)
            self.findings.append(row)
            by_key[finding.key or ""].append(row)
        return by_key

    def add_deviations(self, source: Source, record: ReportRecord) -> dict[str, str]:
        """Add what is not on track in a report; gives the anchors by criterion key."""
        anchors = {}
        for row in deviation_rows(record):
            deviation = Listed(f"d{len(self.deviations) + 1}", source, row)
            self.deviations.append(deviation)
            if row.criterion is not None:
                anchors[row.criterion.key] = deviation.anchor
        return anchors


@dataclass(frozen=True)
class PeriodShown:
    """A period that a report is shown for; `at` is its place among the agency's periods."""

    at: int
    slot: Slot
    record: ReportRecord
    findings: dict[str, list[Found]]
    deviations: dict[str, str]


@dataclass(frozen=True)
class FileShown:
    """A file that came; opened, with what it changed, where it still has to be answered."""

    row: FileRow
    record: ReportRecord | None = None
    changes: Changes | None = None


@dataclass(frozen=True)
class Part:
    """All that the page says of one agency."""

    line: Line
    year: Year
    columns: list[PeriodShown]
    receipts: list[FileShown]

    @property
    def goals(self) -> list[GoalRow]:
        """Its goals, period by period."""
        return goal_rows(self.year)


def lines(desk: Desk) -> list[Line]:
    """A line for each agency: the latest year first, then by the Danish alphabet."""

    def order(agency: Agency) -> tuple[int, str, str]:
        plan = agency.plan
        return -plan.year, plan.institution.casefold().translate(_ALPHABET), plan.id

    return [Line(*each) for each in enumerate(sorted(desk.agencies, key=order))]


def part_of(desk: Desk, line: Line, lists: Lists) -> Part:
    """An agency's part; what is off track in its reports and what was found goes into the lists."""
    agency = line.agency
    newest = next((slot for slot in reversed(agency.slots) if slot.shown), None)
    shown: list[ReportRecord | None] = []
    columns: list[PeriodShown] = []
    receipts: list[FileShown] = []
    # The newest first, as the desk reads its lists.
    for at, slot in reversed(list(enumerate(agency.slots))):
        wanted = dict.fromkeys(each for each in (slot.shown, slot.latest) if each is not None)
        records = {each: desk.open(each) for each in wanted}
        receipts += [_receipt(desk, row, records) for row in slot.files]
        states, month = " ".join(sorted(_states(slot))), slot.period.ends.month
        shown.insert(0, None if slot.shown is None else records[slot.shown])
        for file, record in records.items():
            source = Source(file, line, states, month, is_latest=slot is newest)
            found = lists.add_findings(source, record)
            if file is slot.shown:
                deviations = lists.add_deviations(source, record)
                columns.insert(0, PeriodShown(at, slot, record, found, deviations))
    receipts += _in_no_slot(desk, agency.unplaced, lists, line, SlotState.RETURNED.value)
    return Part(line, Year(agency, tuple(shown)), columns, receipts)


def _receipt(desk: Desk, row: FileRow, records: dict[Summary, ReportRecord]) -> FileShown:
    record = None if row.role == Role.DUPLICATE else records.get(row.file)
    changes = None
    if record is not None and row.before is not None:
        changes = changes_between(records.get(row.before) or desk.open(row.before), record)
    return FileShown(row, record, changes)


def strays(desk: Desk, lists: Lists) -> list[FileShown]:
    """The files that are no report of a known plan; their findings go into the list."""
    return _in_no_slot(desk, desk.strays, lists)


def _in_no_slot(
    desk: Desk, rows: tuple[FileRow, ...], lists: Lists, line: Line | None = None, states: str = ""
) -> list[FileShown]:
    receipts = [FileShown(row, desk.open(row.file)) for row in rows]
    for each in receipts:
        if each.record is not None and each.row.role != Role.SETTLED:
            lists.add_findings(Source(each.row.file, line, states), each.record)
    return receipts
