"""Files judged in their turn, each among those that came before it.

A plan's earlier periods are judged before later ones, and the files for one period in the order in
which they came, so that each is compared with what stands when its turn comes. A verdict does not
depend on where the file lies in a folder, nor on how many are judged together: the order is by run,
by the day of arrival, the day stated, the time of arrival, and only then by name.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import Protocol

from department.inbox import WaitingReport, own_name
from department.record import CriterionRecord, Order, Receipt, ReportRecord, Summary, record_of
from department.tables import Judged, changes_between
from resultatplan.exact import exact
from resultatplan.library import known_ids
from resultatplan.plan import Period, Plan, deadline_of
from validators.consistency import EarlierCriterion, EarlierReport, one_line
from validators.findings import NOWHERE, Finding, Place, in_order
from validators.timing import (
    Came,
    Timeliness,
    came_of,
    check_days,
    check_name,
    duplicate,
    resubmission,
)
from validators.verdict import Verdict, earlier_report, judge
from workbooks.form import Column, Field

CHUNK = 200
"""Files judged together: enough to share the schemas' work, few enough to keep memory flat."""


class Register(Protocol):
    """What is asked of the files that came before."""

    def summaries(
        self, plan_id: str | None = None, digests: Sequence[str] | None = None
    ) -> list[Summary]:
        """Those of a plan, or with these bytes; all without."""

    def open(self, file: Summary) -> ReportRecord:
        """The whole of one."""


@dataclass(frozen=True, slots=True)
class _Due:
    """A file whose turn comes. `twin` names the first file that had the same bytes."""

    number: int
    waiting: WaitingReport
    twin: str | None = None

    @property
    def plan_id(self) -> str:
        return "" if self.waiting.claim is None else self.waiting.claim.plan_id

    @property
    def came(self) -> Came:
        receipt, claim = self.waiting.receipt, self.waiting.claim
        day, certain = receipt.received.date(), receipt.certain
        if claim is None:
            return came_of(None, None, None, day, certain=certain)
        return came_of(claim.plan_id, claim.period_id, claim.submitted, day, certain=certain)

    @property
    def order(self) -> Order:
        receipt = self.waiting.receipt
        return receipt.run, self.came.order(receipt.received, receipt.file)

    @property
    def turn(self) -> tuple[str, date, Order]:
        claim = self.waiting.claim
        return self.plan_id, date.min if claim is None else claim.ends, self.order


def judged_in_turn(
    waiting: Sequence[WaitingReport], register: Register | None = None
) -> Iterator[Judged]:
    """Every waiting report, judged in its turn among the others and those of the register.

    A file of the register that was received again is not another one, wherever it lies: bytes and
    name are the same.
    """
    standing = _Earlier(register, [each.receipt for each in waiting])
    due = [_Due(number, each) for number, each in enumerate(waiting)]
    twins = _twins(due, standing)
    due = [replace(each, twin=twins.get(each.number)) for each in due]
    due.sort(key=lambda each: each.turn)
    for start in range(0, len(due), CHUNK):
        chunk = due[start : start + CHUNK]
        standing.begin(chunk)
        verdicts = judge([each.waiting.report() for each in chunk], standing)
        for each, verdict in zip(chunk, verdicts, strict=True):
            yield standing.judged(each, verdict)


def _twins(due: Sequence[_Due], standing: _Earlier) -> dict[int, str]:
    """The files whose bytes came before: by number, the name of the first that had them."""
    came = [(each.waiting.receipt.digest, (each.order, each.waiting.receipt.file)) for each in due]
    known = standing.registered(digests=sorted({digest for digest, _ in came} - {""}))
    firsts = {each.digest: (each.order, each.file) for each in reversed(known)}
    for digest, one in came:
        firsts[digest] = min(firsts.get(digest, one), one)
    return {
        each.number: firsts[digest][1]
        for each, (digest, one) in zip(due, came, strict=True)
        if digest and firsts[digest] != one
    }


@dataclass
class _Slot:
    """One period of a plan: what came for it, at other times and so far."""

    files: list[Summary] = field(default_factory=list)
    """In their order."""
    last: ReportRecord | None = None
    """The last one that was judged here."""
    counts: tuple[Order, Summary | EarlierReport] | None = None
    """The last accepted one, which counts: as it is compared once that was asked for."""

    def until(self, order: Order) -> list[Summary]:
        """What had come by then."""
        return self.files[: bisect_left(self.files, order, key=lambda each: each.order)]

    def count(self, order: Order, report: Summary | EarlierReport) -> None:
        """Let an accepted report count, unless a later one does."""
        if self.counts is None or order > self.counts[0]:
            self.counts = order, report


class _Earlier:
    """What stands for each period of the plans at hand (`validators.verdict.Earlier`)."""

    def __init__(self, register: Register | None, received: Sequence[Receipt]) -> None:
        self._register = register
        self._received = {
            (ending, each.digest) for each in received for ending in _endings(each.file)
        }
        self._plans: dict[str, dict[str, _Slot]] = {}
        self._chunk: dict[str, _Due] = {}

    def registered(
        self, plan_id: str | None = None, digests: Sequence[str] | None = None
    ) -> list[Summary]:
        """The register's files, if there is one, but for those that were received again."""
        if self._register is None:
            return []
        found = self._register.summaries(plan_id, digests)
        return [each for each in found if each.key not in self._received]

    def _open(self, file: Summary) -> ReportRecord:
        if self._register is None:
            raise LookupError(file.file)
        return self._register.open(file)

    def begin(self, chunk: Sequence[_Due]) -> None:
        """Turn to these files; of plans that are done with nothing is kept."""
        self._chunk = {each.waiting.receipt.file: each for each in reversed(chunk)}
        ids = {each.plan_id for each in chunk}
        self._plans = {id: self._plans.get(id) or self._slots(id) for id in ids}

    def _slots(self, plan_id: str) -> dict[str, _Slot]:
        slots: dict[str, _Slot] = {}
        for each in self.registered(plan_id=plan_id):
            slot = slots.setdefault(each.period_id or "", _Slot())
            slot.files.append(each)
            if each.accepted:
                slot.count(each.order, each)
        return slots

    def counting(self, plan_id: str, period_id: str) -> EarlierReport | None:
        """The report that counts for a period of a plan, if any."""
        slot = self._plans[plan_id].get(period_id)
        if slot is None or slot.counts is None:
            return None
        order, report = slot.counts
        if isinstance(report, Summary):
            report = earlier_of(self._open(report))
            slot.counts = order, report
        return report

    def note(self, verdict: Verdict) -> None:
        """Let an accepted report count from now on; the copy of another one never does."""
        due, report = self._chunk[verdict.file], earlier_report(verdict)
        if report is not None and due.twin is None:
            slots = self._plans[report.plan_id]
            slots.setdefault(report.period_id, _Slot()).count(due.order, report)

    def judged(self, due: _Due, verdict: Verdict) -> Judged:
        """A verdict with what is to be said of the file among the others, and its record."""
        plan, period, order = verdict.plan, verdict.period, due.order
        findings: list[Finding] = []
        if plan is not None:
            findings += check_name(plan, own_name(verdict.file), known_ids())
        if due.twin is not None:
            findings.append(duplicate(due.twin))
        if plan is None or period is None or due.twin is not None:
            verdict = _with(verdict, findings)
            return Judged(due.number, record_of(verdict, due.waiting.receipt))
        slot = self._plans[plan.id].setdefault(period.id, _Slot())
        came = slot.until(order)
        place = NOWHERE if verdict.master is None else verdict.master.place(Field.SUBMITTED)
        findings += after_others(plan, period, due.came, came, place)
        verdict = _with(verdict, findings)
        record, before, last = record_of(verdict, due.waiting.receipt), None, slot.last
        if came:
            known = last is not None and last.summary is came[-1]
            before = last if known else self._open(came[-1])
        slot.last = record
        insort(slot.files, record.summary, key=lambda each: each.order)
        changes = None if before is None else changes_between(before, record)
        return Judged(due.number, record, changes)


def after_others(
    plan: Plan, period: Period, came: Came, before: Sequence[Summary], place: Place
) -> list[Finding]:
    """RP-701, RP-703, RP-705, RP-706: what is found about a report by when it and those `before`
    it came for the period; `place` is the cell of the day it states."""
    accepted = next((each for each in reversed(before) if each.accepted), None)
    findings = []
    if accepted is not None:
        findings.append(resubmission(period, accepted.file, accepted.came.counted))
    first = before[0].came if before else came
    earlier = (before[-1].came, before[-1].file) if before else ()
    time = Timeliness(deadline_of(plan, period), first, came)
    return findings + check_days(time, place, *earlier)


def _endings(path: str) -> list[str]:
    """What a register may call a file at this path: by its name alone, or with its folders."""
    parts = PurePath(path).parts
    return [PurePath(*parts[at:]).as_posix() for at in range(len(parts))]


def _with(verdict: Verdict, findings: Sequence[Finding]) -> Verdict:
    if not findings:
        return verdict
    return replace(verdict, findings=in_order((*verdict.findings, *findings)))


def earlier_of(record: ReportRecord) -> EarlierReport:
    """An accepted report's record as later reports are compared with it."""
    criteria = {each.key: _as_earlier(each) for each in record.criteria.values()}
    summary = record.summary
    return EarlierReport(summary.plan_id or "", summary.period_id or "", criteria)


def _as_earlier(record: CriterionRecord) -> EarlierCriterion:
    delivered = record.input(Column.DATE)
    return EarlierCriterion(
        record.state,
        _number(record, Column.BASIS),
        _number(record, Column.RESULT),
        delivered.value if delivered is not None and isinstance(delivered.value, date) else None,
        record.typed(Column.STATUS),
        one_line(record.typed(Column.EXPLANATION)),
        record.is_provisional,
    )


def _number(record: CriterionRecord, column: Column) -> Decimal | None:
    found = record.input(column)
    return exact(found.value) if found is not None and isinstance(found.value, float) else None
