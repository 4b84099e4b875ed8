"""What the desk knows of a file and the file does not tell: the day it came, that it is settled."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import update

from department.inbox import NOON
from department.record import Arrival, Received, ReportRecord, Summary, finding_record
from department.register.run import Run
from department.register.store import Entered, Register
from department.register.tables import RECEIPTS
from department.standing import Role
from resultatplan.library import plan_by_id
from validators.findings import Place
from validators.timing import Timeliness, check_days
from workbooks.blueprint import blueprint_of
from workbooks.form import Field, Sheet

_GRAVEST = ("error", "warning", "info")
_BY_DAYS = frozenset({"RP-701", "RP-705", "RP-706"})


def note(
    register: Register, entered: Entered, received: date | None = None, settled: bool | None = None
) -> None:
    """Enter the day on which a file came, or whether the desk is done with it.

    By another day other files of its period may be late, or the last: what was found about their
    days is found anew.
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
    for row in register.desk(date.max, [plan]).rows:
        if row.time is not None and row.role != Role.DUPLICATE:
            summary = row.file
            arrival = Arrival(summary.digest, summary.size, summary.received, bool(summary.certain))
            each = receipts[summary.file, summary.digest]
            receipt = Received(summary.file, arrival, each.run, each.receipt)
            run.judge(receipt, _by_other_days(register.open(summary), row.time, row.before))
    run.write()


def _by_other_days(record: ReportRecord, time: Timeliness, before: Summary | None) -> ReportRecord:
    """The record with what is found about its days by what is known of them now."""
    plan = plan_by_id(record.summary.plan_id or "", record.summary.plan_version)
    cell = None if plan is None else blueprint_of(plan).layout.field_cell(Field.SUBMITTED)
    earlier = () if before is None else (before.came, before.file)
    found = check_days(time, Place(Sheet.MASTER, cell), *earlier)
    findings = [each for each in record.findings if each.code not in _BY_DAYS]
    findings += map(finding_record, found)
    findings.sort(key=lambda each: (_GRAVEST.index(each.severity), each.code))
    counts = Counter(each.severity for each in findings)
    warnings, infos = counts["warning"], counts["info"]
    summary = replace(record.summary, warnings=warnings, infos=infos)
    return replace(record, summary=summary, findings=tuple(findings))
