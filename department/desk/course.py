"""How the files of one batch follow each other, and what came before them.

Earlier periods are judged before later ones, and the files for one period in the order in which
they came, so that each is compared with what stands when its turn comes. What is known of other
files is asked for plan by plan. A verdict does not depend on where the file lies in a folder: the
order is by run, by the day stated, by the time of arrival, and only then by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from department.desk.changes import Changes, changes_between
from department.desk.earlier import earlier_of
from department.desk.past import Coming, Known, NoPast, Order, Past
from department.desk.record import ReportRecord, Summary
from department.desk.recording import record_of
from resultatplan.library import known_ids
from resultatplan.plan import Period, Plan
from validators.earlier import Claim, EarlierReport, periods_before
from validators.findings import Finding, in_order
from validators.timing import check_name, duplicate, resubmission
from validators.verdict import Verdict


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
class _Slot:
    """One period of the plan at hand: what came at other times, and what was judged so far."""

    past: Sequence[Known] = ()
    accepted: tuple[Order, ReportRecord] | None = None
    """The last accepted one of the batch."""
    last: tuple[Order, ReportRecord] | None = None
    """The last one of the batch."""
    counts: tuple[Order, EarlierReport | None] | None = None
    """What later periods are compared with, as far as it was asked for."""


@dataclass
class Course:
    """Orders the files of a batch, and judges each among those before it."""

    past: Past = field(default_factory=NoPast)
    _coming: Sequence[Coming] = ()
    _claims: Sequence[Claim | None] = ()
    _twins: dict[int, str] = field(default_factory=dict)
    _plan_id: str = ""
    _slots: dict[str, _Slot] = field(default_factory=dict)

    def begin(self, coming: Sequence[Coming], claims: Sequence[Claim | None]) -> list[int]:
        """The numbers of the files in the order in which they are to be judged."""
        self._coming, self._claims = coming, claims
        self._twins = dict(self._find_twins())
        return sorted(range(len(claims)), key=self._turn)

    def before(self, plan: Plan, period: Period) -> Sequence[EarlierReport]:
        """The reports that count for the plan's earlier periods, the latest period first."""
        self._turn_to(plan.id)
        found = (self._counting(each.id) for each in periods_before(plan, period))
        return [each for each in found if each is not None]

    def judged(self, number: int, verdict: Verdict) -> Judged:
        """A verdict with what is to be said of the file among the others, and its record."""
        coming, plan, period = self._coming[number], verdict.plan, verdict.period
        order, twin = self._order(number), self._twins.get(number)
        findings: list[Finding] = []
        if plan is not None:
            findings += check_name(plan, PurePath(verdict.file).name, known_ids())
        if twin is not None:
            findings.append(duplicate(twin))
        if plan is None or period is None or twin is not None:
            verdict = _with(verdict, findings)
            return Judged(number, verdict, record_of(verdict, coming.arrival))
        self._turn_to(plan.id)
        slot = self._slots.setdefault(period.id, _Slot())
        standing = _latest(slot, order)
        if standing is not None:
            findings.append(resubmission(period, standing.file, standing.arrived))
        verdict = _with(verdict, findings)
        record = record_of(verdict, coming.arrival)
        before = self._file_before(slot, order)
        slot.last = order, record
        if verdict.accepted:
            slot.accepted = order, record
        if before is None:
            return Judged(number, verdict, record)
        return Judged(number, verdict, record, changes_between(before, record), before.summary)

    def _turn(self, number: int) -> tuple[str, date, Order]:
        claim = self._claims[number]
        if claim is None:
            return "", date.min, self._order(number)
        return claim.plan_id, claim.ends, self._order(number)

    def _order(self, number: int) -> Order:
        coming, claim = self._coming[number], self._claims[number]
        received = coming.arrival.received
        stated = None if claim is None else claim.submitted
        return coming.run, (stated or received.date(), received, coming.name)

    def _find_twins(self) -> Iterator[tuple[int, str]]:
        """The files whose bytes came before, each with the name of the first that had them."""
        numbers = range(len(self._claims))
        digests = {self._coming[each].arrival.digest for each in numbers} - {""}
        known = self.past.twins(sorted(digests))
        firsts = {digest: (each.order, each.summary.file) for digest, each in known.items()}
        for number in numbers:
            coming = self._coming[number]
            digest, mine = coming.arrival.digest, (self._order(number), coming.name)
            if digest:
                firsts[digest] = min(firsts.get(digest, mine), mine)
        for number in numbers:
            coming = self._coming[number]
            first = firsts.get(coming.arrival.digest)
            if first is not None and first != (self._order(number), coming.name):
                yield number, first[1]

    def _turn_to(self, plan_id: str) -> None:
        """Let go of the plan before, and ask what is known of this one."""
        if plan_id == self._plan_id:
            return
        self._plan_id, self._slots = plan_id, {}
        by_period: dict[str, list[Known]] = {}
        for each in self.past.reports(plan_id):
            by_period.setdefault(each.summary.period_id or "", []).append(each)
        self._slots = {period: _Slot(past) for period, past in by_period.items()}

    def _counting(self, period_id: str) -> EarlierReport | None:
        """The report that counts for a period of the plan at hand, now."""
        slot = self._slots.get(period_id)
        if slot is None:
            return None
        latest = next((each for each in reversed(slot.past) if each.summary.accepted), None)
        mine = slot.accepted
        if mine is not None and (latest is None or mine[0] > latest.order):
            return self._compared(slot, mine[0], lambda: mine[1])
        if latest is None:
            return None
        return self._compared(slot, latest.order, lambda: self.past.open(latest.summary))

    def _compared(
        self, slot: _Slot, order: Order, record: Callable[[], ReportRecord]
    ) -> EarlierReport | None:
        if slot.counts is None or slot.counts[0] != order:
            slot.counts = order, earlier_of(record())
        return slot.counts[1]

    def _file_before(self, slot: _Slot, order: Order) -> ReportRecord | None:
        """The file that came before, accepted or not."""
        past = [each for each in slot.past if each.order < order]
        if slot.last is not None and (not past or slot.last[0] > past[-1].order):
            return slot.last[1]
        return self.past.open(past[-1].summary) if past else None


def _latest(slot: _Slot, order: Order) -> Summary | None:
    """The accepted file that stood when this one came."""
    found = [(each.order, each.summary) for each in slot.past if each.summary.accepted]
    if slot.accepted is not None:
        found.append((slot.accepted[0], slot.accepted[1].summary))
    before = [each for each in found if each[0] < order]
    return max(before, key=lambda each: each[0])[1] if before else None


def _with(verdict: Verdict, findings: Sequence[Finding]) -> Verdict:
    if not findings:
        return verdict
    return replace(verdict, findings=in_order((*verdict.findings, *findings)))
