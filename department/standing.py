"""Where every agency stands: a slot for each plan and period, and the files that came for it.

Made from summaries, so that thousands of files are no burden; a view opens the full records that it
shows. What a file counts for is decided by its content, never by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from department.record import ReportRecord, Summary
from resultatplan.deadlines import deadline_of
from resultatplan.plan import Period, Plan

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


Roles = Mapping[tuple[str, str], str]
"""What each file counts for, by name and digest; a file that is in no slot has none."""


@dataclass(frozen=True)
class FileRow:
    """A received file: what it counts for (its `Role`, or why it is in no slot), whose, when due.

    `before` is the file that it is to be compared with.
    """

    file: Summary
    role: str
    plan: Plan | None = None
    due: date | None = None
    before: Summary | None = None

    @property
    def days_late(self) -> int:
        """Days after the deadline; 0 in time, and where there is no deadline."""
        return 0 if self.due is None else max((self.file.arrived - self.due).days, 0)


@dataclass(frozen=True)
class Slot:
    """One plan and period: when it was due, what came, oldest first."""

    plan: Plan
    period: Period
    due: date
    today: date
    receipts: tuple[FileRow, ...] = ()

    @cached_property
    def accepted(self) -> Summary | None:
        """The report that counts: the latest accepted one."""
        return next((each.file for each in self.receipts if each.role == Role.CURRENT), None)

    @property
    def latest(self) -> Summary | None:
        """The last file that came, duplicates apart, whether or not it was accepted."""
        files = (each.file for each in reversed(self.receipts) if each.role != Role.DUPLICATE)
        return next(files, None)

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
    def days_late(self) -> int:
        """Days after the deadline: of the first file that came, or until today; else 0."""
        came = [each.file.arrived for each in self.receipts]
        return max(((min(came) if came else self.today) - self.due).days, 0)

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
    unplaced: tuple[Summary, ...] = ()
    """Files of this plan that name no period of it."""

    @property
    def accepted(self) -> tuple[Summary, ...]:
        """The reports that count, period by period."""
        return tuple(slot.accepted for slot in self.slots if slot.accepted is not None)

    @property
    def latest(self) -> Summary | None:
        """The report of the latest period that has one that counts."""
        return self.accepted[-1] if self.accepted else None

    @property
    def standing(self) -> Summary | None:
        """The report that tells how the agency stands: the latest that counts, else that came."""
        shown = [slot.shown for slot in self.slots if slot.shown is not None]
        return self.latest or (shown[-1] if shown else None)

    @property
    def to_answer(self) -> tuple[Summary, ...]:
        """Files that no slot shows and that have findings to be told: newer ones, unplaced ones."""
        newer = (slot.latest for slot in self.slots if slot.latest is not slot.shown)
        return (*filter(None, newer), *self.unplaced)


@dataclass(frozen=True)
class Desk:
    """The whole desk on one day. `strays` are files that are no report of a known plan."""

    today: date
    agencies: tuple[Agency, ...]
    strays: tuple[Summary, ...]
    open: OpenRecord
    """Opens the full record of a summary."""

    @property
    def slots(self) -> list[Slot]:
        """Every plan and period."""
        return [slot for agency in self.agencies for slot in agency.slots]


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
    return Desk(today, agencies, tuple(strays), open_record)


def roles_in(desk: Desk) -> Roles:
    """What each file that is placed counts for."""
    return {
        (each.file.file, each.file.digest): each.role
        for slot in desk.slots
        for each in slot.receipts
    }


def order_of_arrival(report: Summary) -> tuple[date, datetime, str]:
    """Sorts the files of one inbox: by the day stated, when they came, and their names."""
    return report.arrived, report.received, report.file


def _agency(plan: Plan, reports: Sequence[Summary], today: date) -> Agency:
    slots = []
    for period in plan.reporting.periods:
        due = deadline_of(plan, period)
        came = [each for each in reports if each.period_id == period.id]
        slots.append(Slot(plan, period, due, today, tuple(_receipts(came, plan, due))))
    ids = {period.id for period in plan.reporting.periods}
    return Agency(plan, tuple(slots), tuple(each for each in reports if each.period_id not in ids))


def _receipts(reports: Sequence[Summary], plan: Plan, due: date) -> Iterator[FileRow]:
    firsts = {each.digest: each for each in reversed(reports)}
    accepted = [each for each in reports if each.accepted and firsts[each.digest] is each]
    before: Summary | None = None
    for each in reports:
        if firsts[each.digest] is not each:
            yield FileRow(each, Role.DUPLICATE, plan, due)
            continue
        role = Role.SUPERSEDED if each.accepted else Role.RETURNED
        if accepted and each is accepted[-1]:
            role = Role.CURRENT
        yield FileRow(each, role, plan, due, before)
        before = each
