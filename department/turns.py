"""Files judged in their turn, each among those that came before it.

A plan's earlier periods are judged before later ones, and the files for one period in the order in
which they came, so that each is compared with what stands when its turn comes. A verdict does not
depend on where the file lies in a folder, nor on how many are judged together: the order is by run,
by the day of arrival, the day stated, the time of arrival, and only then by name.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import Protocol

from department.inbox import WaitingReport, own_name
from department.record import Order, ReportRecord, Summary, record_of, with_findings
from department.standing import counting, originals
from department.tables import Judged, changes_between
from resultatplan.library import known_ids
from resultatplan.plan import Period, Plan, deadline_of
from validators.consistency import EarlierCriterion, EarlierReport
from validators.findings import Finding, Place
from validators.timing import Came, Timeliness, check_days, check_name, duplicate, resubmission
from validators.verdict import Verdict, between, judge
from workbooks.form import Field

CHUNK = 200
"""Files judged together: enough to share the schemas' work, few enough to keep memory flat."""


class Register(Protocol):
    """What is asked of the files that came before."""

    def summaries(self, plan_id: str | None = None) -> list[Summary]:
        """All of them, or those of a plan."""

    def open(self, file: Summary) -> ReportRecord:
        """The whole of one."""


def judged_in_turn(
    waiting: Sequence[WaitingReport], register: Register | None = None
) -> Iterator[Judged]:
    """Every waiting report, judged in its turn among the others and those of the register.

    A file of the register that was received again is not another one, wherever it lies: bytes and
    name are the same.
    """
    others = _Others(waiting, register)
    due = sorted(enumerate(waiting), key=lambda each: _turn(each[1]))
    for start in range(0, len(due), CHUNK):
        yield from others.judged(due[start : start + CHUNK])


def _turn(waiting: WaitingReport) -> tuple[str, date, Order]:
    """When it is judged: plan by plan, earlier periods first."""
    claim = waiting.claim
    plan_id, ends = ("", date.min) if claim is None else (claim.plan_id, claim.ends)
    return plan_id, ends, _order(waiting)


def _order(waiting: WaitingReport) -> Order:
    receipt, claim = waiting.receipt, waiting.claim
    said = (None,) * 3 if claim is None else (claim.plan_id, claim.period_id, claim.submitted)
    return receipt.order_by(receipt.came_for(*said))


class _Others:
    """The files among which each is judged: the register's, and those that were judged so far.

    Of plans that are done with nothing is kept.
    """

    def __init__(self, waiting: Sequence[WaitingReport], register: Register | None) -> None:
        self._register = register
        received = [each.receipt for each in waiting]
        self._received = {
            (ending, each.digest) for each in received for ending in _endings(each.file)
        }
        self._twins = self._with_twins(waiting)
        """The files whose bytes came before: by number, the name of the first that had them."""
        self._files: dict[str, dict[str, list[Summary]]] = {}
        """The files of each plan at hand by period, in their order; copies are left out."""
        self._records: dict[tuple[str, str], ReportRecord] = {}
        """What was judged of them now."""

    def _with_twins(self, waiting: Sequence[WaitingReport]) -> dict[int, str]:
        came = [(each.receipt.digest, (_order(each), each.receipt.file)) for each in waiting]
        firsts = {each.digest: (each.order, each.file) for each in self._registered()}
        for digest, one in came:
            firsts[digest] = min(firsts.get(digest, one), one)
        return {
            number: firsts[digest][1]
            for number, (digest, one) in enumerate(came)
            if digest and firsts[digest] != one
        }

    def _registered(self, plan_id: str | None = None) -> list[Summary]:
        """The register's files, if there is one: no copies, nor what was received again."""
        if self._register is None:
            return []
        found = originals(self._register.summaries(plan_id)).values()
        return [each for each in found if each.key not in self._received]

    def judged(self, chunk: Sequence[tuple[int, WaitingReport]]) -> Iterator[Judged]:
        """Some files judged, together and then one beside the other."""
        ids = {_turn(each)[0] for _, each in chunk}
        self._files = {id: self._files.get(id) or self._by_period(id) for id in ids}
        self._records = {
            key: each for key, each in self._records.items() if each.summary.plan_id in ids
        }
        verdicts = judge([each.report() for _, each in chunk])
        records = []
        for (number, each), verdict in zip(chunk, verdicts, strict=True):
            record, plan, period = record_of(verdict, each.receipt), verdict.plan, verdict.period
            records.append(record)
            if number not in self._twins and plan is not None and period is not None:
                self._records[record.summary.key] = record
                files = self._files[plan.id].setdefault(period.id, [])
                insort(files, record.summary, key=lambda file: file.order)
        found = between(verdicts, [list(self._counting_before(each)) for each in verdicts])
        numbers = [number for number, _ in chunk]
        for parts in zip(numbers, verdicts, records, found, strict=True):
            yield self._placed(*parts)

    def _by_period(self, plan_id: str) -> dict[str, list[Summary]]:
        files: dict[str, list[Summary]] = {}
        for each in self._registered(plan_id):
            files.setdefault(each.period_id or "", []).append(each)
        return files

    def _open(self, file: Summary) -> ReportRecord:
        if self._register is None or file.key in self._records:
            return self._records[file.key]
        return self._register.open(file)

    def _counting_before(self, verdict: Verdict) -> Iterator[EarlierReport]:
        """The reports that count for the periods that end before this one's, the latest first."""
        plan, period = verdict.plan, verdict.period
        if plan is None or period is None:
            return
        for each in reversed(plan.reporting.periods):
            file = counting(self._files[plan.id].get(each.id, ()))
            if each.ends < period.ends and file is not None:
                yield earlier_of(self._open(file), each)

    def _placed(
        self, number: int, verdict: Verdict, record: ReportRecord, found: list[Finding]
    ) -> Judged:
        """A file with what is to be said of it among the others."""
        inputs, file, before = verdict.inputs, record.summary, None
        if inputs is not None:
            found += check_name(inputs.plan, own_name(file.file), known_ids())
        if number in self._twins:
            found.append(duplicate(self._twins[number]))
        elif inputs is not None and inputs.period is not None:
            plan, period, place = inputs.plan, inputs.period, inputs.master.place(Field.SUBMITTED)
            came = [each for each in self._files[plan.id][period.id] if each.order < file.order]
            found += after_others(plan, period, file.came, came, place)
            before = self._open(came[-1]) if came else None
        record = with_findings(record, found)
        if file.key in self._records:
            self._records[file.key] = record
        changes = None if before is None else changes_between(before, record)
        return Judged(number, record, changes)


def after_others(
    plan: Plan, period: Period, came: Came, before: Sequence[Summary], place: Place
) -> list[Finding]:
    """RP-701, RP-703, RP-705, RP-706: what is found about a report by when it and those `before`
    it came for the period; `place` is the cell of the day it states."""
    accepted = counting(before)
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


def earlier_of(record: ReportRecord, period: Period) -> EarlierReport:
    """A period's report as later ones are compared with it."""
    return EarlierReport(
        period.name,
        {
            key: EarlierCriterion(each.state, {one.column: one.value for one in each.inputs})
            for key, each in record.criteria.items()
        },
    )
