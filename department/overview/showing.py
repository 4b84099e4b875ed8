"""Which of the received files the overview shows, opened agency by agency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from department.record import ReportRecord, Summary
from department.standing import Agency, Desk, Slot
from resultatplan.plan import Plan


class ShownSlot(NamedTuple):
    """A plan's period with the report that it shows; None where nothing came."""

    slot: Slot
    record: ReportRecord | None


class ShownAgency(NamedTuple):
    """An agency with the reports that it shows, period by period."""

    agency: Agency
    slots: tuple[ShownSlot, ...]

    @property
    def plan(self) -> Plan:
        """The agency's plan."""
        return self.agency.plan

    @property
    def records(self) -> tuple[ReportRecord, ...]:
        """The reports that it shows."""
        return tuple(each.record for each in self.slots if each.record is not None)

    @property
    def latest(self) -> ReportRecord | None:
        """The report to go by: of the latest period that counts, else the last that came."""
        accepted = tuple(each for each in self.records if each.summary.accepted)
        return next(reversed(accepted or self.records), None)


def shown_agencies(desk: Desk) -> Iterator[ShownAgency]:
    """Each agency with its reports open; those of one agency at a time."""
    for agency in desk.agencies:
        yield ShownAgency(
            agency,
            tuple(
                ShownSlot(slot, None if slot.shown is None else desk.open(slot.shown))
                for slot in agency.slots
            ),
        )


def unsettled_files(agency: Agency) -> tuple[Summary, ...]:
    """Files to answer that no slot shows: newer than what counts, or without a period."""
    newer = tuple(
        slot.latest
        for slot in agency.slots
        if slot.latest is not None and slot.latest is not slot.shown
    )
    return newer + agency.unplaced


def in_order_of_name(file: Summary) -> tuple[bytes, int]:
    """Sorts files as the inbox lists them; of one name the earlier first."""
    return file.file.encode("utf-8", "surrogateescape"), int(file.received.timestamp())
