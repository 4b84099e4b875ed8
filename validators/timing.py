"""RP-7xx: was the report submitted in time, and how does it stand to what came before?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from resultatplan.deadlines import deadline_of
from resultatplan.plan import Period, Plan
from texts.language import Day
from validators.findings import Finding, finding
from validators.inputs import Inputs
from workbooks.form import Field


def late(report: Inputs) -> Finding:
    """The finding about a report dated after its period's deadline (`schemas.Submission`)."""
    period, submitted = report.period, report.submitted
    if period is None or submitted is None:
        raise ValueError("no day or no period to compare")
    due = deadline_of(report.plan, period)
    return finding(
        "RP-701",
        report.master.place(Field.SUBMITTED),
        found=Day(submitted),
        expected=Day(due),
        days=str((submitted - due).days),
    )


def duplicate(file: str) -> Finding:
    """The very bytes of another file that came before."""
    return finding("RP-702", file=file)


def resubmission(period: Period, file: str, received: date) -> Finding:
    """A report for a period that has an accepted one already."""
    return finding("RP-703", period=period.name, file=file, day=Day(received))


def check_name(plan: Plan, file: str, plan_ids: Iterable[str]) -> list[Finding]:
    """A file name that clearly tells another agency than the report: one of these plans' own.

    Agencies are told by their plans' ids without the year. A name that tells both, or an agency
    whose id is very short, is not clear.
    """
    name = f"-{_slug(file.rpartition('.')[0])}-"
    own = {_agency(plan.id), _slug(plan.institution)}
    if any(f"-{each}-" in name for each in own):
        return []
    told = _agencies(tuple(plan_ids)).search(name)
    if told is None or told[1] in own:
        return []
    return [finding("RP-704", found=f"»{told[1]}«", expected=plan.institution)]


_SHORTEST = 6
_YEAR = re.compile(r"-(19|20)[0-9]{2}(-[0-9]{2,4})?$")
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@lru_cache(maxsize=1)
def _agencies(plan_ids: tuple[str, ...]) -> re.Pattern[str]:
    names = {_agency(each) for each in plan_ids}
    longest_first = sorted((each for each in names if len(each) >= _SHORTEST), key=len)[::-1]
    return re.compile(f"-({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?=-)")


def _agency(plan_id: str) -> str:
    return _YEAR.sub("", plan_id)


def _slug(text: str) -> str:
    """`Rådet for Socialt Udsatte` as `raadet-for-socialt-udsatte`."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold().translate(_DANISH)).strip("-")
