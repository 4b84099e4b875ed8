"""An open register: its tables, and the files in them, in short, whole, unchanged.

Rows are added, never changed; only a run is marked as finished, and of a receipt the desk may say
when it came, and that it is done with. An original is kept under the SHA-256 of its bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter
from pydantic_core import from_json
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    inspect,
    null,
    select,
)

from department.record import Receipt, ReportRecord, Summary
from department.register.address import Address, plainly
from department.standing import Desk, FileRow, desk_of
from resultatplan.library import all_plans, plan_by_id
from resultatplan.plan import Plan, deadline_of
from texts import standing as say
from texts.language import Language

SCHEMA_VERSION = 1
"""Counted up when a table changes in a way that an older program cannot read."""

METADATA = MetaData()

SCHEMA = Table("register_schema", METADATA, Column("version", Integer, nullable=False))

RUNS = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("inbox", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("began", DateTime, nullable=False),
    Column("finished", DateTime),
)
"""A run that brought something new. Without an end it was broken off, and the next goes on."""

RECEIPTS = Table(
    "receipts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("file", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("received", DateTime, nullable=False),
    Column("certain", Boolean),
    Column("settled", Boolean, default=False),
    UniqueConstraint("file", "digest"),
    Index("receipts_by_digest", "digest"),
)
"""A file as it came. The same bytes under the same name are the same receipt."""

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("receipt", ForeignKey("receipts.id"), nullable=False),
    Column("judged", DateTime, nullable=False),
    Column("program", Text, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("infos", Integer, nullable=False),
    Column("plan_id", Text),
    Column("plan_version", Text),
    Column("institution", Text),
    Column("year", Integer),
    Column("period_id", Text),
    Column("period_name", Text),
    Column("final", Boolean, nullable=False),
    Column("submitted", Date),
    Column("secured", Float),
    Column("expected", Float),
    Column("attainable", Float),
    Column("shown", Float),
    Column("unsafe", Boolean),
    Column("states", Text),
    Column("fingerprint", String(64), nullable=False),
    Column("record", Text, nullable=False),
    Index("judgements_by_receipt", "receipt", "id"),
    Index("judgements_by_plan", "plan_id"),
)
"""What was judged of a receipt: the summary, and the whole as JSON. The latest row counts."""

GROWN = (RECEIPTS, JUDGEMENTS)
"""Tables that got columns since the first registers were made: there these are nothing until
something is written to the register."""

ORIGINALS = Table(
    "originals",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The received files themselves, where the register is a server's; else they lie in a folder."""


_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".pdf", ".csv"})
_ORIGINALS = "originals"
_OTHER = ".bin"
"""The ending of a file that is called otherwise: it opens nothing."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """When a file was judged, by which version of the program, and with what outcome.

    `plan_id` is None where it was no report of a plan known then.
    """

    judged: datetime
    program: str
    accepted: bool
    errors: int
    plan_id: str | None


@dataclass(frozen=True)
class Register:
    """An open register. What the database or the disk refuses is a `click.ClickException`."""

    address: Address
    connection: Connection
    lang: Language
    keeps_originals: bool = True
    """Not where it is thrown away afterwards."""

    def plainly(self) -> AbstractContextManager[None]:
        """Inside it, what is refused is said in a plain sentence."""
        return plainly(self.address, self.lang)

    def summaries(self, plan_id: str | None = None) -> list[Summary]:
        """Every judged file (of one plan) in short, in the order of arrival."""
        query = _latest().with_only_columns(*self._summary_columns)
        if plan_id is not None:
            query = query.where(JUDGEMENTS.c.plan_id == plan_id)
        names = [each.name for each in fields(Summary)]
        rows = (dict(zip(names, row, strict=True)) for row in self._rows(query))
        return sorted((_summary(row) for row in rows), key=lambda each: each.order)

    def open(self, summary: Summary) -> ReportRecord:
        """A file in full, as it was last judged. `LookupError` for one that is not there."""
        query = _latest().with_only_columns(JUDGEMENTS.c.record)
        query = query.where(RECEIPTS.c.file == summary.file, RECEIPTS.c.digest == summary.digest)
        rows = self._rows(query)
        if not rows:
            raise LookupError(summary.file)
        try:
            return from_text(summary, rows[0][0])
        except ValueError as error:
            told = {"address": self.address.shown, "file": summary.file}
            raise click.ClickException(say.BROKEN_RECORD(self.lang, **told)) from error

    def keep(self, receipt: Receipt, data: bytes) -> None:
        """Keep the bytes of a file, unless they are kept already.

        In a folder the original is there whole and for good, or not at all; in a database it is
        committed with the receipts.
        """
        if not self.keeps_originals:
            return
        with self.plainly():
            if self.address.folder is not None:
                if self.original_path(receipt) is None:
                    _keep_file(self._original(receipt), data)
                return
            known = select(ORIGINALS.c.digest).where(ORIGINALS.c.digest == receipt.digest)
            if self.connection.execute(known).first() is None:
                row = insert(ORIGINALS).values(digest=receipt.digest, data=data)
                self.connection.execute(row)

    def original(self, summary: Summary) -> bytes:
        """The file as it was received. `click.ClickException` where it is not there, or not it."""
        data: bytes | None = None
        with self.plainly():
            path = self.original_path(summary)
            if path is not None:
                data = path.read_bytes()
            elif self.address.folder is None and summary.digest:
                found = select(ORIGINALS.c.data).where(ORIGINALS.c.digest == summary.digest)
                data = self.connection.execute(found).scalar()
        if data is None:
            raise click.ClickException(say.NO_ORIGINAL(self.lang, file=summary.file))
        if hashlib.sha256(data).hexdigest() != summary.digest:
            raise click.ClickException(say.CHANGED_ORIGINAL(self.lang, file=summary.file))
        return data

    def original_path(self, file: Receipt) -> Path | None:
        """Where the original lies, in a register that is a folder, whatever ending it has there."""
        if self.address.folder is None or not file.digest:
            return None
        with self.plainly():
            return next(self._original(file).parent.glob(f"{file.digest}.*"), None)

    def _original(self, file: Receipt) -> Path:
        """Where a folder keeps the original of a file: `originals/ab/abcdef….xlsx`."""
        ending = Path(file.file).suffix.lower()
        name = f"{file.digest}{ending if ending in _ENDINGS else _OTHER}"
        return (self.address.folder or Path()) / _ORIGINALS / file.digest[:2] / name

    def judgements(self, receipt: Receipt) -> list[Judgement]:
        """What was judged of a file, oldest first."""
        columns = [JUDGEMENTS.columns[each.name] for each in fields(Judgement)]
        query = select(*columns).where(JUDGEMENTS.c.receipt == receipt.number)
        return [Judgement(*row) for row in self._rows(query.order_by(JUDGEMENTS.c.id))]

    def desk(
        self, today: date, plans: Sequence[Plan] | None = None, *, everything: bool = False
    ) -> Desk:
        """The desk's picture of everything in the register.

        Without `plans`: those that the register has something of, and those running on the day;
        with `everything` all plans.
        """
        summaries = self.summaries()
        if plans is None:
            running = (each for each in all_plans() if everything or _is_running(each, today))
            shown = {each.id: each for each in (*_plans_of(summaries), *running)}
            plans = [shown[each] for each in sorted(shown)]
        return desk_of(summaries, plans, today, self.open)

    def rows(self, plan_id: str | None = None) -> list[FileRow]:
        """Every file (of one plan) in the order of arrival, with what it counts for."""
        summaries = self.summaries(plan_id)
        desk = desk_of(summaries, _plans_of(summaries), date.max, self.open)
        return sorted(desk.rows, key=lambda row: row.file.order)

    @cached_property
    def _summary_columns(self) -> list[ColumnElement[Any]]:
        """The columns of a summary, in the order of its fields; NULL for one that came later."""
        with self.plainly():
            lacking = [each.name for each in lacking_columns(self.connection)]
        columns = {**JUDGEMENTS.columns, **RECEIPTS.columns, "number": RECEIPTS.c.id}
        names = [each.name for each in fields(Summary)]
        return [null().label(name) if name in lacking else columns[name] for name in names]

    def _rows(self, query: Select[Any]) -> list[tuple[Any, ...]]:
        with self.plainly():
            return [tuple(row) for row in self.connection.execute(query)]


def _keep_file(path: Path, data: bytes) -> None:
    """Write the bytes beside their place, and put them there once they are on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    coming = path.with_name(f".ny-{path.stem}")
    try:
        with coming.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        coming.unlink(missing_ok=True)  # The disk may be full of it.
        raise
    coming.replace(path)
    path.chmod(0o444)
    if os.name == "posix":  # Elsewhere a folder cannot be opened, nor need it be.
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)  # So that the name is there for good too.
        finally:
            os.close(handle)


def _summary(row: dict[str, Any]) -> Summary:
    return Summary(**{**row, "certain": bool(row["certain"]), "settled": bool(row["settled"])})


def lacking_columns(connection: Connection) -> list[Column[Any]]:
    """The columns that came after the register was made, and are not in it yet."""
    here = inspect(connection)
    return [
        column
        for table in GROWN
        for names in [{each["name"] for each in here.get_columns(table.name)}]
        for column in table.columns
        if column.name not in names
    ]


def _latest() -> Select[Any]:
    """Every receipt with its latest judgement."""
    others = JUDGEMENTS.alias()
    last = select(func.max(others.c.id)).where(others.c.receipt == RECEIPTS.c.id).scalar_subquery()
    joined = RECEIPTS.join(JUDGEMENTS, JUDGEMENTS.c.receipt == RECEIPTS.c.id)
    return select(RECEIPTS).select_from(joined).where(JUDGEMENTS.c.id == last)


def _plans_of(summaries: Sequence[Summary]) -> list[Plan]:
    """The plans that something was received for, by id."""
    ids = {each.plan_id for each in summaries if each.plan_id is not None}
    return [plan for plan in map(plan_by_id, sorted(ids)) if plan is not None]


def _is_running(plan: Plan, today: date) -> bool:
    """Whether the plan's year has begun, and its last report was not due before `today`."""
    return plan.valid_from <= today <= deadline_of(plan, plan.reporting.periods[-1])


@cache
def record_form() -> TypeAdapter[ReportRecord]:
    """A record's form in JSON, which takes pydantic a while to make."""
    return TypeAdapter(ReportRecord)


def as_text(record: ReportRecord) -> str:
    """A record as compact JSON, but for the summary, which has columns of its own."""
    return record_form().dump_json(record, exclude={"summary"}).decode()


def from_text(summary: Summary, text: str) -> ReportRecord:
    """The record that `as_text` wrote, with its summary."""
    return record_form().validate_python({**from_json(text), "summary": summary})
