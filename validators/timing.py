"""RP-7xx and the one rule of time: when a report came, and how that stands to its deadline.

A report states a day, and a mail, the desk or the file's own time tells when it was received. The
stated day decides whether it is in time, and the first file that came for a period decides for
those that correct it. Of those accepted, what arrived last counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from resultatplan.library import plan_by_id, spelled_as_id
from resultatplan.plan import Period, Plan, deadline_of
from resultatplan.rulings import in_force
from texts import findings as say
from texts.language import in_both, said_count, said_day
from validators.findings import Finding, Place, finding
from validators.inputs import Inputs

LONG_AFTER = timedelta(days=183)
"""Where a file's own time is so much later than the deadline, it tells when it was copied."""


@dataclass(frozen=True, slots=True)
class Came:
    """When a file came, as its sender states it and as it was received.

    `stated` is None too where the day cannot be that of its period's report, `due` where it is no
    report for a period. `certain` is whether a mail or the desk tells the day of receipt.
    """

    stated: date | None
    received: date
    certain: bool = False
    due: date | None = None

    @property
    def known(self) -> date | None:
        """The day of receipt; None where only a file's own time tells it, and long afterwards."""
        is_recent = self.due is not None and self.received <= self.due + LONG_AFTER
        return self.received if self.certain or is_recent else None

    @property
    def day(self) -> date | None:
        """The day by which it is in time or late: the stated one, else that of receipt; nothing was
        sent later than it was received for certain."""
        if self.certain and self.stated is not None:
            return min(self.stated, self.received)
        return self.stated or self.known

    @property
    def counted(self) -> date:
        """The day by which files are ordered: of receipt; a file's own time is no earlier than the
        day stated."""
        if self.certain:
            return self.received
        return max(filter(None, (self.known, self.stated)), default=self.received)


def came_of(
    plan_id: str | None,
    period_id: str | None,
    stated: date | None,
    received: date,
    *,
    certain: bool,
) -> Came:
    """When the report for a plan's period came; without a known period no more than its days."""
    plan = plan_by_id(plan_id or "")
    period = None if plan is None else plan.period_by_id(period_id or "")
    if plan is None or period is None:
        return Came(stated, received, certain)
    if stated is not None and not period.fits(stated):
        stated = None
    return Came(stated, received, certain, deadline_of(plan, period))


@dataclass(frozen=True, slots=True)
class Timeliness:
    """How a file for a period stands to the deadline `due`, by the `first` that came for it."""

    due: date
    first: Came
    came: Came

    @property
    def days_late(self) -> int | None:
        """Days after the deadline, 0 in time; None where nobody knows."""
        day = self.first.day
        return None if day is None else max((day - self.due).days, 0)

    @property
    def by_sender(self) -> date | None:
        """The day of receipt after the deadline, where only the sender says that it was in time."""
        known = self.first.known
        return known if self.days_late == 0 and known is not None and known > self.due else None

    @property
    def corrected(self) -> date | None:
        """The day after the deadline on which it corrected the first one."""
        is_later = self.came != self.first and self.came.counted > self.due
        return self.came.counted if is_later else None


def check_days(
    time: Timeliness, place: Place, before: Came | None = None, file: str = ""
) -> list[Finding]:
    """A report that is late, that was received late, or that states an earlier day than the `file`
    which came `before` it; `place` is the cell of the stated day."""
    first, stated, due = time.first, time.came.stated, said_day(time.due)
    findings = []
    if time.days_late and first.day is not None:
        days = said_count(time.days_late, say.ONE_DAY, say.DAYS)
        findings.append(
            finding("RP-701", place, found=said_day(first.day), expected=due, days=days)
        )
    elif time.by_sender is not None and first.stated is not None:
        found, received = said_day(first.stated), said_day(time.by_sender)
        findings.append(finding("RP-705", place, found=found, expected=due, received=received))
    if before is not None and before.stated is not None and stated and stated < before.stated:
        found, expected = said_day(stated), said_day(before.stated)
        findings.append(finding("RP-706", place, found=found, expected=expected, file=file))
    return findings


def decided_since(report: Inputs) -> list[Finding]:
    """What the department has decided since the template was made: it holds for the report all the
    same, but what counts again cannot be reported there."""
    plan, since = report.plan, report.decided_since
    before = in_force(plan.rulings[: len(plan.rulings) - len(since)])
    closed = [each for each in plan.in_force.values() if each in since]
    reopened = [each for each in since if each.key in before.keys() - plan.in_force.keys()]
    return [
        *(finding("RP-707", ruling=in_both(each.line)) for each in closed),
        *(finding("RP-708", ruling=in_both(each.line)) for each in reopened[-1:]),
    ]


def duplicate(file: str) -> Finding:
    """The very bytes of another file that came before."""
    return finding("RP-702", file=file)


def resubmission(period: Period, file: str, received: date) -> Finding:
    """A report for a period that has an accepted one already."""
    return finding("RP-703", period=period.name, file=file, day=said_day(received))


def check_name(plan: Plan, file: str, plan_ids: Iterable[str]) -> list[Finding]:
    """A file name that clearly tells another agency than the report: one of these plans' own.

    Agencies are told by their plans' ids without the year. A name that tells both, or an agency
    whose id is very short, is not clear.
    """
    name = f"-{spelled_as_id(file.rpartition('.')[0])}-"
    own = {_agency(plan.id), spelled_as_id(plan.institution)}
    if any(f"-{each}-" in name for each in own):
        return []
    told = _agencies(tuple(plan_ids)).search(name)
    if told is None or told[1] in own:
        return []
    return [finding("RP-704", found=f"»{told[1]}«", expected=plan.institution)]


_SHORTEST = 6
_YEAR = re.compile(r"-(19|20)[0-9]{2}(-[0-9]{2,4})?$")


@lru_cache(maxsize=1)
def _agencies(plan_ids: tuple[str, ...]) -> re.Pattern[str]:
    names = {_agency(each) for each in plan_ids}
    longest_first = sorted((each for each in names if len(each) >= _SHORTEST), key=len)[::-1]
    return re.compile(f"-({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?=-)")


def _agency(plan_id: str) -> str:
    return _YEAR.sub("", plan_id)
