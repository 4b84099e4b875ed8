"""An open register: the files in the order in which they were received, each in short or whole."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Column, Connection, Select, bindparam, func, select

from department.desk.past import Order
from department.record import ReportRecord, Summary
from department.register.address import Address
from department.register.contents import read
from department.register.originals import Originals, is_unchanged
from department.register.plans import plans_shown
from department.register.tables import JUDGEMENTS, RECEIPTS
from department.register.trouble import plainly
from department.standing import Desk, Roles, desk_of, order_of_arrival, roles_in
from resultatplan.library import plan_by_id
from resultatplan.plan import Plan
from texts import register as say
from texts.language import Language

_SUMMARY = (
    RECEIPTS.c.file,
    RECEIPTS.c.digest,
    RECEIPTS.c.size,
    RECEIPTS.c.received,
    JUDGEMENTS.c.accepted,
    JUDGEMENTS.c.errors,
    JUDGEMENTS.c.warnings,
    JUDGEMENTS.c.infos,
    JUDGEMENTS.c.plan_id,
    JUDGEMENTS.c.plan_version,
    JUDGEMENTS.c.institution,
    JUDGEMENTS.c.year,
    JUDGEMENTS.c.period_id,
    JUDGEMENTS.c.period_name,
    JUDGEMENTS.c.final,
    JUDGEMENTS.c.submitted,
    JUDGEMENTS.c.secured,
    JUDGEMENTS.c.attainable,
    JUDGEMENTS.c.shown,
)
"""The columns of a `Summary`, in the order of its fields."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A file in the register: the number of its receipt, the run that first saw it, its summary."""

    receipt: int
    run: int
    summary: Summary

    @property
    def order(self) -> Order:
        """What the files are sorted by."""
        return self.run, order_of_arrival(self.summary)


@dataclass(frozen=True)
class Register:
    """An open register. What the database or the disk refuses is a `click.ClickException`."""

    address: Address
    connection: Connection
    originals: Originals
    lang: Language

    def plainly(self) -> AbstractContextManager[None]:
        """Inside it, what is refused is said in a plain sentence."""
        return plainly(self.address, self.lang)

    def entered(
        self, *, plan_id: str | None = None, digests: Sequence[str] | None = None
    ) -> list[Entered]:
        """Every judged file (of one plan, with these bytes), in the order of their arrival."""
        query = _latest(RECEIPTS.c.id, RECEIPTS.c.run, *_SUMMARY)
        if plan_id is not None:
            query = query.where(JUDGEMENTS.c.plan_id == plan_id)
        if digests is not None:
            query = query.where(RECEIPTS.c.digest.in_(digests))
        with self.plainly():
            rows = self.connection.execute(query).all()
        found = [Entered(row[0], row[1], Summary(*row[2:])) for row in rows]
        return sorted(found, key=lambda each: each.order)

    def summaries(self) -> list[Summary]:
        """Every judged file in short, in the order in which they were received."""
        return [each.summary for each in self.entered()]

    def open(self, summary: Summary) -> ReportRecord:
        """A file in full, as it was last judged. `LookupError` for one that is not there."""
        values = {"file": summary.file, "digest": summary.digest}
        with self.plainly():
            text = self.connection.execute(_RECORD, values).scalar()
        if not isinstance(text, str):
            raise LookupError(summary.file)
        return read(summary, text)

    def original(self, summary: Summary) -> bytes:
        """The file as it was received. `click.ClickException` where it is not there, or not it."""
        with self.plainly():
            data = self.originals.get(summary.digest) if summary.digest else None
        if data is None:
            raise click.ClickException(say.NO_ORIGINAL(self.lang, file=summary.file))
        if not is_unchanged(summary.digest, data):
            raise click.ClickException(say.CHANGED_ORIGINAL(self.lang, file=summary.file))
        return data

    def desk(
        self, today: date, plans: Sequence[Plan] | None = None, *, everything: bool = False
    ) -> Desk:
        """The desk's picture of everything in the register.

        Without `plans`: those that the register has something of, and those running on the day;
        with `everything` all plans.
        """
        summaries = self.summaries()
        if plans is None:
            ids = (each.plan_id for each in summaries)
            plans = plans_shown(ids, today, everything=everything)
        return desk_of(summaries, plans, today, self.open)

    def files_and_roles(self, plan_id: str | None = None) -> tuple[list[Summary], Roles]:
        """Every file (of one plan) in the order of arrival, and what each counts for."""
        summaries = [each.summary for each in self.entered(plan_id=plan_id)]
        ids = {each.plan_id for each in summaries if each.plan_id is not None}
        plans = [plan for plan in map(plan_by_id, sorted(ids)) if plan is not None]
        return summaries, roles_in(desk_of(summaries, plans, date.today(), self.open))

    def original_path(self, summary: Summary) -> Path | None:
        """Where the original lies, in a register that is a folder."""
        with self.plainly():
            return self.originals.path(summary.digest)

    def judgements(self, entered: Entered) -> list[tuple[datetime, str, bool, int]]:
        """When a file was judged, by which program, with what outcome; oldest first."""
        query = (
            select(
                JUDGEMENTS.c.judged,
                JUDGEMENTS.c.program,
                JUDGEMENTS.c.accepted,
                JUDGEMENTS.c.errors,
            )
            .where(JUDGEMENTS.c.receipt == entered.receipt)
            .order_by(JUDGEMENTS.c.id)
        )
        with self.plainly():
            rows = self.connection.execute(query).all()
        return [(row[0], row[1], row[2], row[3]) for row in rows]


def _latest(*columns: Column[Any]) -> Select[Any]:
    """These columns of every receipt with its latest judgement."""
    others = JUDGEMENTS.alias()
    last = select(func.max(others.c.id)).where(others.c.receipt == RECEIPTS.c.id).scalar_subquery()
    return (
        select(*columns)
        .select_from(RECEIPTS)
        .join(JUDGEMENTS, JUDGEMENTS.c.receipt == RECEIPTS.c.id)
        .where(JUDGEMENTS.c.id == last)
    )


_RECORD = (
    select(JUDGEMENTS.c.record)
    .select_from(RECEIPTS)
    .join(JUDGEMENTS, JUDGEMENTS.c.receipt == RECEIPTS.c.id)
    .where(RECEIPTS.c.file == bindparam("file"), RECEIPTS.c.digest == bindparam("digest"))
    .order_by(JUDGEMENTS.c.id.desc())
    .limit(1)
)
"""The latest record of one file."""
