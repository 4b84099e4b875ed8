"""Layer 7: was the report submitted in time?"""

from __future__ import annotations

from resultatplan.deadlines import deadline_of
from resultatplan.plan import Period, Plan
from texts import catalogue as codes
from texts.said import Day
from validators.consistency import submission_fits
from validators.findings import Finding, finding
from validators.rows import Master
from workbooks.layout import Field


def check_timing(plan: Plan, period: Period | None, master: Master) -> list[Finding]:
    """A report dated after its period's deadline.

    A date that cannot be this period's is told by layer 5.
    """
    submitted = master.day(Field.SUBMITTED)
    if period is None or submitted is None or not submission_fits(period, submitted):
        return []
    due = deadline_of(plan, period)
    if submitted <= due:
        return []
    return [
        finding(
            codes.LATE,
            master.place(Field.SUBMITTED),
            found=Day(submitted),
            expected=Day(due),
            days=str((submitted - due).days),
        )
    ]
