"""What the page's templates are given: a line for each agency, its part, and the lists of all.

The parts are made one by one, so that only one agency's reports are open at a time; what is off
track in them and what was found goes into the lists, which stand after the agencies on the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from department.page.charts import HistoryChart, history_charts
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
from department.wording import arithmetic_words, payouts_words, percent
from resultatplan.plan import Plan
from texts import page as say
from texts.language import MINUS, Language

Told = TypeVar("Told")

LATE = "late"
"""The filter's word for a period whose first file came after the deadline."""
ATTENTION = (SlotState.MISSING, SlotState.RETURNED, SlotState.WAITING, SlotState.ACCEPTED)
"""By which a column is sorted: what needs attention first."""
_NO_PERIOD = 9
_SAME = 0.005
"""Points of the total that are no change."""
_ALPHABET = str.maketrans({"æ": "{a", "ø": "{b", "å": "{c"})


@dataclass(frozen=True)
class Line:
    """One agency among all. `states` and `severities` are what the filter looks for."""

    number: int
    agency: Agency
    states: str
    severities: str
    trend: str
    points: float

    @property
    def direction(self) -> str:
        """`up`, `down` or `same`: the symbol beside the trend."""
        return "up" if self.points > 0 else "down" if self.points < 0 else "same"

    @property
    def quarters(self) -> list[list[Slot]]:
        """The periods that end in each of the four quarters."""
        return [[slot for slot in self.agency.slots if slot.quarter == at] for at in range(4)]

    def rank(self, slots: list[Slot]) -> int:
        """By which a quarter's column is sorted."""
        return min((ATTENTION.index(slot.state) for slot in slots), default=_NO_PERIOD)


@dataclass(frozen=True)
class Source:
    """The report that a row of a list comes from, as the filter and the reader see it."""

    report: Summary
    agency: int = -1
    """The agency's number on the page; -1 for a file of no known plan."""
    states: str = ""
    month: int = 0
    is_latest: bool = True


@dataclass(frozen=True)
class Listed(Generic[Told]):
    """A row of the lists; `rows` are the anchors of the agency's criteria."""

    anchor: str
    source: Source
    told: Told
    rows: dict[str, str]


Found = Listed[FindingRecord]


@dataclass
class Lists:
    """Deviations and findings of all agencies so far. Anchors are given in order of arrival."""

    deviations: list[Listed[DeviationRow]] = field(default_factory=list)
    findings: list[Found] = field(default_factory=list)

    def add_findings(
        self, source: Source, record: ReportRecord, rows: dict[str, str]
    ) -> dict[str, list[Found]]:
        """Add a report's findings, unless it is done with; gives them by criterion key."""
        by_key: dict[str, list[Found]] = defaultdict(list)
        for finding in () if source.report.settled else record.findings:
            row = Listed(f"f{len(self.findings) + 1}", source, finding, rows)
            self.findings.append(row)
            by_key[finding.key or ""].append(row)
        return by_key

    def add_deviations(
        self, source: Source, record: ReportRecord, rows: dict[str, str]
    ) -> dict[str, str]:
        """Add what is not on track in a report; gives the anchors by criterion key."""
        anchors = {}
        for row in deviation_rows(record):
            deviation = Listed(f"d{len(self.deviations) + 1}", source, row, rows)
            self.deviations.append(deviation)
            if row.criterion is not None:
                anchors[row.criterion.key] = deviation.anchor
        return anchors


@dataclass(frozen=True)
class Column:
    """A period that a report is shown for; `at` is its place among the agency's periods."""

    at: int
    slot: Slot
    record: ReportRecord
    findings: dict[str, list[Found]]
    deviations: dict[str, str]


@dataclass(frozen=True)
class Receipt:
    """A file that came; opened, with what it changed, where it still has to be answered."""

    row: FileRow
    record: ReportRecord | None = None
    changes: Changes | None = None

    @property
    def written_by(self) -> str:
        """Who filled it in, who approved it, and whom to ask."""
        record = self.record
        names = (record.prepared_by, record.approved_by, record.contact) if record else ()
        return " / ".join(filter(None, names))


@dataclass(frozen=True)
class Part:
    """All that the page says of one agency."""

    line: Line
    total: list[str]
    """How the total comes about, and what follows from it in each frame of the bonus."""
    anchors: dict[str, str]
    columns: list[Column]
    goals: list[GoalRow]
    receipts: list[Receipt]
    histories: list[HistoryChart]
    units: dict[str, str | None]
    """The unit in which each criterion is reported."""


def lines(desk: Desk, lang: Language) -> list[Line]:
    """A line for each agency: the latest year first, then by the Danish alphabet."""
    return [
        Line(
            number,
            agency,
            " ".join(sorted(set().union(*(_states(slot) for slot in agency.slots)))),
            " ".join(_severities(agency)),
            *trend(agency, lang),
        )
        for number, agency in enumerate(sorted(desk.agencies, key=_order))
    ]


def trend(agency: Agency, lang: Language) -> tuple[str, float]:
    """What the expected total did since the accepted report before, in words and in points."""
    before, after = agency.previous, agency.latest
    if before is None or after is None or before.expected is None or after.expected is None:
        return say.TREND_NONE(lang), 0.0
    points = after.expected - before.expected
    since = before.period_name or ""
    if abs(points) < _SAME:
        return say.TREND_SAME(lang, period=since), 0.0
    said = say.TREND_UP if points > 0 else say.TREND_DOWN
    return said(lang, points=percent(abs(points), lang).lstrip(MINUS), period=since), points


def _order(agency: Agency) -> tuple[int, str, str]:
    plan = agency.plan
    return -plan.year, plan.institution.casefold().translate(_ALPHABET), plan.id


def _states(slot: Slot) -> set[str]:
    """What the filter calls a period: its state, and whether it came late."""
    return {slot.state.value} | ({LATE} if slot.receipts and slot.days_late else set())


def _severities(agency: Agency) -> Iterator[str]:
    shown = [slot.shown for slot in agency.slots if slot.shown is not None]
    for severity in ("error", "info", "warning"):
        if any(getattr(each, f"{severity}s") for each in (*shown, *agency.to_answer)):
            yield severity


def part_of(desk: Desk, line: Line, lists: Lists, lang: Language) -> Part:
    """An agency's part; what is off track in its reports and what was found goes into the lists."""
    agency = line.agency
    anchors = {each.key: f"a{line.number}-{each.key}" for each in agency.plan.criteria}
    newest = next((slot for slot in reversed(agency.slots) if slot.shown), None)
    shown: list[ReportRecord | None] = []
    columns: list[Column] = []
    receipts: list[Receipt] = []
    # The newest first, as the desk reads its lists.
    for at, slot in reversed(list(enumerate(agency.slots))):
        wanted = dict.fromkeys(each for each in (slot.shown, slot.latest) if each is not None)
        records = {each: desk.open(each) for each in wanted}
        receipts += [_receipt(desk, row, records) for row in slot.receipts]
        states, month = " ".join(sorted(_states(slot))), slot.period.ends.month
        shown.insert(0, None if slot.shown is None else records[slot.shown])
        for file, record in records.items():
            source = Source(file, line.number, states, month, is_latest=slot is newest)
            found = lists.add_findings(source, record, anchors)
            if file is slot.shown:
                deviations = lists.add_deviations(source, record, anchors)
                columns.insert(0, Column(at, slot, record, found, deviations))
    for row in agency.unplaced:
        record = desk.open(row.file)
        receipts.append(Receipt(row, record))
        if row.role != Role.SETTLED:
            source = Source(row.file, line.number, SlotState.RETURNED.value)
            lists.add_findings(source, record, anchors)
    year = Year(agency, tuple(shown))
    return Part(
        line,
        [] if year.latest is None else total_words(agency.plan, year.latest, lang),
        anchors,
        columns,
        goal_rows(year),
        receipts,
        history_charts(agency.plan, year.latest, lang),
        {each.key: each.reported_unit for each in agency.plan.criteria},
    )


def _receipt(desk: Desk, row: FileRow, records: dict[Summary, ReportRecord]) -> Receipt:
    record = None if row.role == Role.DUPLICATE else records.get(row.file)
    changes = None
    if record is not None and row.before is not None:
        changes = changes_between(records.get(row.before) or desk.open(row.before), record)
    return Receipt(row, record, changes)


def total_words(plan: Plan, record: ReportRecord, lang: Language) -> list[str]:
    """How a report's total comes about, and what follows from it in each frame of the bonus."""
    words = arithmetic_words(plan, record.summary, record.goals, lang)
    arithmetic = say.ARITHMETIC(lang, period=record.summary.period_name or "", words=words)
    return [arithmetic, *payouts_words(plan, record.summary, lang)]


def strays(desk: Desk, lists: Lists) -> list[Receipt]:
    """The files that are no report of a known plan; their findings go into the list."""
    receipts = []
    for row in desk.strays:
        record = desk.open(row.file)
        if row.role != Role.SETTLED:
            lists.add_findings(Source(row.file), record, {})
        receipts.append(Receipt(row, record))
    return receipts
