"""Where every agency stands: a slot for each plan and period, and the files that came for it.

Made from summaries, so that thousands of files are no burden; a view opens the full records that it
shows. What a file counts for is decided by its content, never by its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from department.record import ReportRecord, Summary
from resultatplan.plan import Period, Plan, deadline_of
from validators.timing import Timeliness

OpenRecord = Callable[[Summary], ReportRecord]


class SlotState(StrEnum):
    """How it stands with one plan and period."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    """Something came, but nothing that could be accepted."""
    MISSING = "missing"
    WAITING = "waiting"
    """Nothing came, and it is not due yet."""


class Role(StrEnum):
    """What one received file counts for."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    RETURNED = "returned"
    """Not accepted: it counts for nothing, but is answered."""
    DUPLICATE = "duplicate"
    """The very bytes of an earlier file."""
    SETTLED = "settled"
    """Done with: the desk says so, or what it told of no period came again and is accepted."""
    UNPLACED = "unplaced"
    """A report for no period: to be answered."""
    STRAY = "stray"
    """No report of a known plan: to be answered."""


@dataclass(frozen=True)
class FileRow:
    """A received file: what it counts for (its `Role`), whose, how it stands to its deadline.

    `before` is the file that it is to be compared with.
    """

    file: Summary
    role: str
    plan: Plan | None = None
    time: Timeliness | None = None
    """None where the file is for no period."""
    before: Summary | None = None


@dataclass(frozen=True)
class Slot:
    """One plan and period: when it was due, what came, oldest first."""

    plan: Plan
    period: Period
    due: date
    today: date
    files: tuple[FileRow, ...] = ()

    @cached_property
    def accepted(self) -> Summary | None:
        """The report that counts: the latest accepted one."""
        return next((each.file for each in self.files if each.role == Role.CURRENT), None)

    @property
    def latest(self) -> Summary | None:
        """The last file that came, whether or not it was accepted; not one that is done with."""
        done = (Role.DUPLICATE, Role.SETTLED)
        return next((r.file for r in reversed(self.files) if r.role not in done), None)

    @property
    def shown(self) -> Summary | None:
        """The report to show: the one that counts, else the last that came."""
        return self.accepted or self.latest

    @property
    def state(self) -> SlotState:
        """Accepted, returned, missing or waiting."""
        if self.accepted is not None:
            return SlotState.ACCEPTED
        if self.latest is not None:
            return SlotState.RETURNED
        return SlotState.MISSING if self.today > self.due else SlotState.WAITING

    @property
    def time(self) -> Timeliness | None:
        """How the report that is shown stands to the deadline; None where none came."""
        return next((each.time for each in self.files if each.file is self.shown), None)

    @property
    def days_late(self) -> int | None:
        """Days after the deadline: of the first file that came, or until today; None where its day
        is not known."""
        missing = max((self.today - self.due).days, 0)
        return missing if self.time is None else self.time.days_late

    @property
    def days_left(self) -> int:
        """Days from today to the deadline; 0 when it has passed."""
        return max((self.due - self.today).days, 0)

    @property
    def to_mend(self) -> Summary | None:
        """The last file that came, where it was not accepted."""
        latest = self.latest
        return None if latest is None or latest.accepted else latest

    @property
    def quarter(self) -> int:
        """In which quarter of the year the period ends, 0 to 3."""
        return (self.period.ends.month - 1) // 3


@dataclass(frozen=True)
class Agency:
    """One plan's agency through its year."""

    plan: Plan
    slots: tuple[Slot, ...]
    unplaced: tuple[FileRow, ...] = ()
    """Files of this plan that name no period of it: to be answered, or settled."""

    @property
    def accepted(self) -> tuple[Summary, ...]:
        """The reports that count, period by period."""
        return tuple(slot.accepted for slot in self.slots if slot.accepted is not None)

    @property
    def latest(self) -> Summary | None:
        """The report of the latest period that has one that counts."""
        return self.accepted[-1] if self.accepted else None

    @property
    def previous(self) -> Summary | None:
        """The report that counts for the period before that one's."""
        return self.accepted[-2] if len(self.accepted) > 1 else None

    @property
    def to_go_by(self) -> Summary | None:
        """The report that tells how the agency stands: the latest that counts, else that came."""
        shown = [slot.shown for slot in self.slots if slot.shown is not None]
        return self.latest or (shown[-1] if shown else None)

    @property
    def to_answer(self) -> tuple[Summary, ...]:
        """Files that no slot shows and that have findings to be told: newer ones, unplaced ones."""
        newer = (slot.latest for slot in self.slots if slot.latest is not slot.shown)
        return (*filter(None, newer), *to_answer(self.unplaced))


@dataclass(frozen=True)
class Desk:
    """The whole desk on one day. `strays` are files that are no report of a known plan."""

    today: date
    agencies: tuple[Agency, ...]
    strays: tuple[FileRow, ...]
    open: OpenRecord
    """Opens the full record of a summary."""

    @property
    def slots(self) -> list[Slot]:
        """Every plan and period."""
        return [slot for agency in self.agencies for slot in agency.slots]

    @property
    def tally(self) -> dict[str, int]:
        """How many periods are in each state."""
        counts = Counter(slot.state for slot in self.slots)
        return {state.value: counts[state] for state in SlotState}

    @property
    def rows(self) -> list[FileRow]:
        """Every file that came: each agency's by period, then without one; then the strays."""
        rows: list[FileRow] = []
        for agency in self.agencies:
            rows += [row for slot in agency.slots for row in slot.files] + [*agency.unplaced]
        return [*rows, *self.strays]


def desk_of(
    reports: Iterable[Summary], plans: Sequence[Plan], today: date, open_record: OpenRecord
) -> Desk:
    """The desk's picture of `reports`, which come in the order in which they were received.

    Every plan of `plans` has its row, with or without reports.
    """
    by_plan: dict[str, list[Summary]] = {plan.id: [] for plan in plans}
    strays: list[Summary] = []
    for report in reports:
        by_plan.get(report.plan_id or "", strays).append(report)
    agencies = tuple(_agency(plan, by_plan[plan.id], today) for plan in plans)
    rows = (FileRow(each, Role.SETTLED if each.settled else Role.STRAY) for each in strays)
    return Desk(today, agencies, tuple(rows), open_record)


def originals(files: Iterable[Summary]) -> dict[str, Summary]:
    """The files in their order by digest, of the same bytes the first: the others are copies."""
    firsts: dict[str, Summary] = {}
    for each in files:
        firsts.setdefault(each.digest, each)
    return firsts


def counting(files: Iterable[Summary]) -> Summary | None:
    """The report that counts, of files for one period in their order: the latest accepted one."""
    accepted = [each for each in files if each.accepted]
    return accepted[-1] if accepted else None


def to_answer(rows: Iterable[FileRow]) -> list[Summary]:
    """The files in no slot that are not done with."""
    return [each.file for each in rows if each.role != Role.SETTLED]


def _agency(plan: Plan, reports: Sequence[Summary], today: date) -> Agency:
    slots = []
    for period in plan.reporting.periods:
        due = deadline_of(plan, period)
        came = [each for each in reports if each.period_id == period.id]
        slots.append(Slot(plan, period, due, today, tuple(_file_rows(came, plan, due))))
    ids = {period.id for period in plan.reporting.periods}
    last = max((at for at, each in enumerate(reports) if each.accepted), default=-1)
    unplaced = (
        FileRow(each, Role.SETTLED if each.settled or at < last else Role.UNPLACED, plan)
        for at, each in enumerate(reports)
        if each.period_id not in ids
    )
    return Agency(plan, tuple(slots), tuple(unplaced))


def _file_rows(reports: Sequence[Summary], plan: Plan, due: date) -> Iterator[FileRow]:
    firsts = originals(reports)
    current = counting(firsts.values())
    before: Summary | None = None
    for each in reports:
        first = firsts[each.digest]
        time = Timeliness(due, reports[0].came, first.came)
        if first is not each:
            yield FileRow(each, Role.DUPLICATE, plan, time)
            continue
        if each is current:
            role = Role.CURRENT
        elif each.settled:
            role = Role.SETTLED
        else:
            role = Role.SUPERSEDED if each.accepted else Role.RETURNED
        yield FileRow(each, role, plan, time, before)
        before = each
