"""What the desk knows of a file and the file does not tell: the day it came, that it is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import update

from department.inbox import NOON
from department.record import Arrival, Received, ReportRecord, Summary, finding_record
from department.register.run import Run
from department.register.store import Entered, Register
from department.register.tables import RECEIPTS
from department.standing import Role, Slot
from department.turns import after_others
from resultatplan.library import plan_by_id
from texts.findings import Severity
from validators.findings import Place
from workbooks.blueprint import blueprint_of
from workbooks.form import Field, Sheet

_BY_DAYS = frozenset({"RP-701", "RP-703", "RP-705", "RP-706"})
"""The codes of `after_others`."""


def note(
    register: Register, entered: Entered, received: date | None = None, settled: bool | None = None
) -> None:
    """Enter the day on which a file came, or whether the desk is done with it.

    By another day other files of its period may be late, or come after it: what was found about
    their days is found anew.
    """
    told: dict[str, object] = {} if settled is None else {"settled": settled}
    if received is not None:
        told |= {"received": datetime.combine(received, NOON), "certain": True}
    with register.plainly():
        here = RECEIPTS.c.id == entered.receipt
        register.connection.execute(update(RECEIPTS).where(here).values(told))
        register.connection.commit()
    plan = plan_by_id(entered.summary.plan_id or "")
    if received is None or plan is None:
        return
    run = Run(register, "")
    receipts = {(e.summary.file, e.summary.digest): e for e in register.entered(plan_id=plan.id)}
    for slot in register.desk(date.max, [plan]).slots:
        came = [row.file for row in slot.receipts if row.role != Role.DUPLICATE]
        for at, summary in enumerate(came):
            arrival = Arrival(summary.digest, summary.size, summary.received, bool(summary.certain))
            each = receipts[summary.file, summary.digest]
            receipt = Received(summary.file, arrival, each.run, each.receipt)
            run.judge(receipt, _found_anew(register.open(summary), slot, came[:at]))
    run.write()


def _found_anew(record: ReportRecord, slot: Slot, before: Sequence[Summary]) -> ReportRecord:
    """The record with what is found about its days by what is known of them now."""
    plan = record.summary.plan
    cell = None if plan is None else blueprint_of(plan).layout.field_cell(Field.SUBMITTED)
    place = Place(Sheet.MASTER, cell)
    found = after_others(slot.plan, slot.period, record.summary.came, before, place)
    findings = [each for each in record.findings if each.code not in _BY_DAYS]
    findings += map(finding_record, found)
    findings.sort(key=lambda each: (Severity(each.severity).rank, each.code))
    counts = Counter(each.severity for each in findings)
    warnings, infos = counts["warning"], counts["info"]
    summary = replace(record.summary, warnings=warnings, infos=infos)
    return replace(record, summary=summary, findings=tuple(findings))
