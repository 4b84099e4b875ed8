"""What is written to a register: receipts and judgements, in runs, and what the desk notes.

What is committed is whole. A run that was broken off is gone on with by the next one of the same
inbox, so that the register becomes the one that an undisturbed run had made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime

from sqlalchemy import func, insert, select, update

from department.inbox import NOON
from department.record import Receipt, ReportRecord, Summary, with_findings
from department.register.store import JUDGEMENTS, RECEIPTS, RUNS, Register, as_text
from department.standing import Role, Slot
from department.turns import after_others
from resultatplan import __version__
from resultatplan.library import plan_by_id
from validators.findings import Place
from workbooks.form import Field, Layout, Sheet

CHUNK = 200
"""Rows in one transaction: what a crash can lose."""

_COLUMNS = [each.name for each in fields(Summary) if each.name in JUDGEMENTS.columns]
"""The columns of a judgement that are fields of the summary."""
_TOLD = ("file", "digest", "size", "received", "certain")
"""The columns of a receipt that are told when it comes."""


class Run:
    """Registers the files of one inbox: receipts as they are read, judgements as they are made."""

    def __init__(self, register: Register, inbox: str) -> None:
        self.register = register
        self.inbox = inbox
        self._received: list[Receipt] = []
        self._coming: list[Receipt] = []
        self._judged: list[dict[str, object]] = []
        with register.plainly():
            self._id = self._broken_off()

    def receive(self, receipt: Receipt, data: bytes | None) -> None:
        """Take a file: its original is kept now, its receipt with its chunk."""
        if data is not None and receipt.digest:
            self.register.keep(receipt, data)
        self._coming.append(receipt)
        if len(self._coming) >= CHUNK:
            self.enter()

    @property
    def received(self) -> Sequence[Receipt]:
        """The files that were taken, as they first came, in order; all are registered by then."""
        self.enter()
        return self._received

    def enter(self) -> None:
        """Write the receipts of what was taken; those that are known already are kept."""
        coming = self._coming
        if not coming:
            return
        with self.register.plainly():
            known = self._known(coming)
            new = {each.key: each for each in coming if each.key not in known}
            if new:
                run = self._begun()
                rows = [{name: getattr(each, name) for name in _TOLD} for each in new.values()]
                connection = self.register.connection
                connection.execute(insert(RECEIPTS), [{**row, "run": run} for row in rows])
                known = self._known(coming)
            self.register.connection.commit()
        # Last and at once: an interrupted chunk is entered again, and none is counted twice.
        self._received, self._coming = [*self._received, *(known[e.key] for e in coming)], []

    def judge(self, record: ReportRecord) -> None:
        """Take what was judged of a file; it is written with its chunk, where it is news."""
        text = as_text(record)
        row: dict[str, object] = {name: getattr(record.summary, name) for name in _COLUMNS}
        news = hashlib.sha256(f"{row}{text}".encode()).hexdigest()
        row |= {"receipt": record.summary.number, "judged": _now(), "program": __version__}
        row |= {"fingerprint": news, "record": text}
        self._judged.append(row)
        if len(self._judged) >= CHUNK:
            self.write()

    def write(self) -> None:
        """Write what was judged and is not what was judged before."""
        if not self._judged:
            return
        with self.register.plainly():
            before = self._fingerprints([row["receipt"] for row in self._judged])
            news = []
            for row in self._judged:
                if before.get(row["receipt"]) != row["fingerprint"]:
                    news.append(row)
                    before[row["receipt"]] = row["fingerprint"]
            if news:
                self.register.connection.execute(insert(JUDGEMENTS), news)
            self.register.connection.commit()
        self._judged = []

    def finish(self) -> None:
        """Write what is left, and that the run came to its end."""
        self.enter()
        self.write()
        if self._id is None:
            return
        done = update(RUNS).where(RUNS.c.id == self._id, RUNS.c.finished.is_(None))
        with self.register.plainly():
            self.register.connection.execute(done.values(finished=_now()))
            self.register.connection.commit()

    def _broken_off(self) -> int | None:
        """The run of this inbox that came to no end."""
        query = select(func.max(RUNS.c.id)).where(
            RUNS.c.inbox == self.inbox, RUNS.c.finished.is_(None)
        )
        found: int | None = self.register.connection.execute(query).scalar()
        self.register.connection.commit()
        return found

    def _begun(self) -> int:
        if self._id is None:
            row = insert(RUNS).values(inbox=self.inbox, program=__version__, began=_now())
            key = self.register.connection.execute(row.returning(RUNS.c.id)).scalar_one()
            self._id = int(key)
        return self._id

    def _known(self, coming: list[Receipt]) -> dict[tuple[str, str], Receipt]:
        """The receipts that there are of such names, by name and digest."""
        query = select(RECEIPTS).where(RECEIPTS.c.file.in_({each.file for each in coming}))
        rows = self.register.connection.execute(query)
        found = (
            Receipt(
                row.file, row.digest, row.size, row.received, bool(row.certain), row.run, row.id
            )
            for row in rows
        )
        return {each.key: each for each in found}

    def _fingerprints(self, receipts: list[object]) -> dict[object, object]:
        """The fingerprint of the latest judgement of each receipt that has one."""
        query = (
            select(JUDGEMENTS.c.receipt, JUDGEMENTS.c.fingerprint)
            .where(JUDGEMENTS.c.receipt.in_(receipts))
            .order_by(JUDGEMENTS.c.id)
        )
        rows = self.register.connection.execute(query)
        return {row.receipt: row.fingerprint for row in rows}


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)


_BY_DAYS = frozenset({"RP-701", "RP-703", "RP-705", "RP-706"})
"""The codes of `after_others`."""


def note(
    register: Register, file: Summary, received: date | None = None, settled: bool | None = None
) -> None:
    """Enter the day on which a file came, or whether the desk is done with it.

    By another day other files of its period may be late, or come after it: what was found about
    their days is found anew.
    """
    told: dict[str, object] = {} if settled is None else {"settled": settled}
    if received is not None:
        told |= {"received": datetime.combine(received, NOON), "certain": True}
    with register.plainly():
        here = RECEIPTS.c.id == file.number
        register.connection.execute(update(RECEIPTS).where(here).values(told))
        register.connection.commit()
    plan = plan_by_id(file.plan_id or "")
    if received is None or plan is None:
        return
    run = Run(register, "")
    for slot in register.desk(date.max, [plan]).slots:
        came = [row.file for row in slot.files if row.role != Role.DUPLICATE]
        for at, summary in enumerate(came):
            run.judge(_found_anew(register.open(summary), slot, came[:at]))
    run.write()


def _found_anew(record: ReportRecord, slot: Slot, before: Sequence[Summary]) -> ReportRecord:
    """The record with what is found about its days by what is known of them now."""
    plan = record.summary.plan
    cell = None if plan is None else Layout(plan).field_cell(Field.SUBMITTED)
    place = Place(Sheet.MASTER, cell)
    found = after_others(slot.plan, slot.period, record.summary.came, before, place)
    return with_findings(record, found, instead_of=_BY_DAYS)
