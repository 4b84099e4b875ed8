"""A run that registers files: receipts as they are read, judgements as they are made, in chunks.

What is committed is whole. A run that was broken off is gone on with by the next one of the same
inbox, so that the register becomes the one that an undisturbed run had made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, insert, select, update

from department.desk.past import Coming
from department.record import Arrival, ReportRecord, Summary
from department.register.contents import fingerprint, written
from department.register.past import RegisterPast
from department.register.store import Entered, Register
from department.register.tables import JUDGEMENTS, RECEIPTS, RUNS
from resultatplan import __version__

CHUNK = 200
"""Rows in one transaction: what a crash can lose."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file's place in the register: its number, and the run that first saw it."""

    number: int
    run: int
    name: str
    arrival: Arrival
    """How it came: at the time when it was first received."""


class _Coming(NamedTuple):
    name: str
    arrival: Arrival


class Run:
    """Registers the files of one inbox."""

    def __init__(self, register: Register, inbox: str) -> None:
        self.register = register
        self.inbox = inbox
        self._receipts: list[Receipt] = []
        self._numbers: set[int] = set()
        with register.plainly():
            self._id = self._broken_off()
        self._coming: list[_Coming] = []
        self._judged: list[dict[str, object]] = []

    def receive(self, name: str, arrival: Arrival, data: bytes | None) -> None:
        """Take a file: its original is kept now, its receipt with its chunk."""
        if data is not None and arrival.digest:
            with self.register.plainly():
                self.register.originals.keep(arrival.digest, data, name)
        self._coming.append(_Coming(name, arrival))
        if len(self._coming) >= CHUNK:
            self.enter()

    @property
    def receipts(self) -> Sequence[Receipt]:
        """The files that were taken, in their order; all are registered by then."""
        self.enter()
        return self._receipts

    def coming(self) -> list[Coming]:
        """The same as a course orders them."""
        return [Coming(each.name, each.arrival, each.run) for each in self.receipts]

    def past(self) -> RegisterPast:
        """The registered files that were not taken."""
        return RegisterPast(self.register, self._is_own)

    def _is_own(self, entered: Entered) -> bool:
        return entered.receipt in self._numbers

    def enter(self) -> None:
        """Write the receipts of what was taken; those that are known already are kept."""
        coming = self._coming
        if coming:
            with self.register.plainly():
                self._enter(coming)

    def _enter(self, coming: list[_Coming]) -> None:
        self.register.originals.settle()
        known = self._known(coming)
        new = {(each.name, each.arrival.digest): each for each in coming}
        new = {key: each for key, each in new.items() if key not in known}
        if new:
            run = self._begun()
            rows = [
                {
                    "run": run,
                    "file": each.name,
                    "digest": each.arrival.digest,
                    "size": each.arrival.size,
                    "received": each.arrival.received,
                }
                for each in new.values()
            ]
            self.register.connection.execute(insert(RECEIPTS), rows)
            known = self._known(coming)
        self.register.connection.commit()
        taken = [known[each.name, each.arrival.digest] for each in coming]
        self._numbers.update(each.number for each in taken)
        # Last and at once: an interrupted chunk is entered again, and none is counted twice.
        self._receipts, self._coming = [*self._receipts, *taken], []

    def judge(self, receipt: Receipt, record: ReportRecord) -> None:
        """Take what was judged of a file."""
        self.keep(receipt, record.summary, written(record))

    def keep(self, receipt: Receipt, summary: Summary, contents: bytes) -> None:
        """Take what was judged of a file; it is written with its chunk, where it is news.

        `contents` is its record as `contents.written` has it.
        """
        row: dict[str, object] = {
            "receipt": receipt.number,
            "judged": datetime.now().replace(microsecond=0),
            "program": __version__,
            "fingerprint": fingerprint(summary, contents),
            "record": contents.decode(),
        }
        row |= {name: getattr(summary, name) for name in _COLUMNS}
        self._judged.append(row)
        if len(self._judged) >= CHUNK:
            self.write()

    def write(self) -> None:
        """Write what was judged and is not what was judged before."""
        if self._judged:
            with self.register.plainly():
                self._write(self._judged)
            self._judged = []

    def _write(self, rows: list[dict[str, object]]) -> None:
        before = self._fingerprints([row["receipt"] for row in rows])
        news = []
        for row in rows:
            if before.get(row["receipt"]) != row["fingerprint"]:
                news.append(row)
                before[row["receipt"]] = row["fingerprint"]
        if news:
            self.register.connection.execute(insert(JUDGEMENTS), news)
        self.register.connection.commit()

    def finish(self) -> None:
        """Write what is left, and that the run came to its end."""
        self.enter()
        self.write()
        if self._id is None:
            return
        now = datetime.now().replace(microsecond=0)
        done = update(RUNS).where(RUNS.c.id == self._id, RUNS.c.finished.is_(None))
        with self.register.plainly():
            self.register.connection.execute(done.values(finished=now))
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
            row = insert(RUNS).values(
                inbox=self.inbox,
                program=__version__,
                began=datetime.now().replace(microsecond=0),
            )
            key = self.register.connection.execute(row).inserted_primary_key
            if key is None:
                raise LookupError("the database gave the run no number")
            self._id = int(key[0])
        return self._id

    def _known(self, coming: list[_Coming]) -> dict[tuple[str, str], Receipt]:
        columns = (
            RECEIPTS.c.id,
            RECEIPTS.c.run,
            RECEIPTS.c.file,
            RECEIPTS.c.digest,
            RECEIPTS.c.size,
            RECEIPTS.c.received,
        )
        query = select(*columns).where(RECEIPTS.c.file.in_({each.name for each in coming}))
        return {
            (row.file, row.digest): Receipt(
                row.id, row.run, row.file, Arrival(row.digest, row.size, row.received)
            )
            for row in self.register.connection.execute(query)
        }

    def _fingerprints(self, receipts: list[object]) -> dict[object, object]:
        """The fingerprint of the latest judgement of each receipt that has one."""
        query = (
            select(JUDGEMENTS.c.receipt, JUDGEMENTS.c.fingerprint)
            .where(JUDGEMENTS.c.receipt.in_(receipts))
            .order_by(JUDGEMENTS.c.id)
        )
        rows = self.register.connection.execute(query)
        return {row.receipt: row.fingerprint for row in rows}


_COLUMNS = (
    "accepted",
    "errors",
    "warnings",
    "infos",
    "plan_id",
    "plan_version",
    "institution",
    "year",
    "period_id",
    "period_name",
    "final",
    "submitted",
    "secured",
    "attainable",
    "shown",
)
"""The columns of a judgement that are fields of the summary, by the same names."""
