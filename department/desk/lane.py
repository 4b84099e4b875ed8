"""The files of a batch for one plan, judged one after the other among those before them.

A lane is plain data: what the register knows of the plan is in it, and what its own files have
become so far. It can be judged in a worker process, part after part, while others are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from department.changes import Changes, changes_between
from department.desk.earlier import earlier_of
from department.desk.past import Coming, Known, Order
from department.record import ReportRecord, Summary, record_of
from resultatplan.library import known_ids
from resultatplan.plan import Period, Plan
from validators.findings import Finding, in_order
from validators.report import Claim
from validators.timing import check_name, duplicate, resubmission
from validators.verdict import EarlierReport, Verdict, periods_before


@dataclass(frozen=True, slots=True)
class Due:
    """A file of the batch whose turn comes, counted from 0 among the files as they were given."""

    number: int
    coming: Coming
    claim: Claim | None = None
    """What it says it is; None where it tells no period of a plan."""
    twin: str | None = None
    """The name of the first file that had the same bytes."""

    @property
    def order(self) -> Order:
        """Where it stands among the files."""
        received = self.coming.arrival.received
        stated = None if self.claim is None else self.claim.submitted
        return self.coming.run, (stated or received.date(), received, self.coming.name)


@dataclass(frozen=True)
class Judged:
    """A file of the batch, counted from 0, judged among the others."""

    number: int
    verdict: Verdict
    record: ReportRecord
    changes: Changes | None = None
    """What it changed against `before`, the file that came before it for its period."""
    before: Summary | None = None


@dataclass
class Slot:
    """One period of a plan: what came at other times, and what was judged so far."""

    past: Sequence[Known] = ()
    """In the order in which they came."""
    opened: Mapping[Known, ReportRecord] = field(default_factory=dict)
    """Those of the past that a file may be compared with."""
    accepted: tuple[Order, ReportRecord] | None = None
    """The last accepted one of the batch."""
    last: tuple[Order, ReportRecord] | None = None
    """The last one of the batch."""
    counts: tuple[Order, EarlierReport | None] | None = None
    """What later periods are compared with, as far as it was asked for."""

    def standing(self, order: Order) -> Summary | None:
        """The accepted file that stood when this one came."""
        found = [(each.order, each.summary) for each in self.past if each.summary.accepted]
        if self.accepted is not None:
            found.append((self.accepted[0], self.accepted[1].summary))
        before = [each for each in found if each[0] < order]
        return max(before, key=lambda each: each[0])[1] if before else None

    def before(self, order: Order) -> ReportRecord | None:
        """The file that came before, accepted or not."""
        known = known_before(self.past, order)
        if self.last is not None and (known is None or self.last[0] > known.order):
            return self.last[1]
        return None if known is None else self.opened[known]

    def counting(self) -> EarlierReport | None:
        """The report that counts for the period, now."""
        latest, mine = latest_accepted(self.past), self.accepted
        if mine is not None and (latest is None or mine[0] > latest.order):
            return self._compared(mine[0], mine[1])
        return None if latest is None else self._compared(latest.order, self.opened[latest])

    def _compared(self, order: Order, record: ReportRecord) -> EarlierReport | None:
        if self.counts is None or self.counts[0] != order:
            self.counts = order, earlier_of(record)
        return self.counts[1]


def known_before(past: Sequence[Known], order: Order) -> Known | None:
    """The last of those that came before."""
    return next((each for each in reversed(past) if each.order < order), None)


def latest_accepted(past: Sequence[Known]) -> Known | None:
    """The one that counts for its period."""
    return next((each for each in reversed(past) if each.summary.accepted), None)


@dataclass
class Lane:
    """The files of one plan in their turn; without a plan, one that tells none."""

    plan_id: str
    due: Sequence[Due]
    slots: dict[str, Slot] = field(default_factory=dict)
    """By the ids of the plan's periods."""

    def before(self, plan: Plan, period: Period) -> Sequence[EarlierReport]:
        """The reports that count for the plan's earlier periods, the latest period first."""
        slots = (self.slots.get(each.id) for each in periods_before(plan, period))
        found = (slot.counting() for slot in slots if slot is not None)
        return [each for each in found if each is not None]

    def judged(self, due: Due, verdict: Verdict) -> Judged:
        """A verdict with what is to be said of the file among the others, and its record."""
        plan, period, order = verdict.plan, verdict.period, due.order
        findings: list[Finding] = []
        if plan is not None:
            findings += check_name(plan, PurePath(verdict.file).name, known_ids())
        if due.twin is not None:
            findings.append(duplicate(due.twin))
        if plan is None or period is None or due.twin is not None:
            verdict = _with(verdict, findings)
            return Judged(due.number, verdict, record_of(verdict, due.coming.arrival))
        slot = self.slots.setdefault(period.id, Slot())
        standing = slot.standing(order)
        if standing is not None:
            findings.append(resubmission(period, standing.file, standing.arrived))
        verdict = _with(verdict, findings)
        record, before = record_of(verdict, due.coming.arrival), slot.before(order)
        slot.last = order, record
        if verdict.accepted:
            slot.accepted = order, record
        if before is None:
            return Judged(due.number, verdict, record)
        changes = changes_between(before, record)
        return Judged(due.number, verdict, record, changes, before.summary)


def _with(verdict: Verdict, findings: Sequence[Finding]) -> Verdict:
    if not findings:
        return verdict
    return replace(verdict, findings=in_order((*verdict.findings, *findings)))
