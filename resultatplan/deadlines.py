"""When each report is due: so many calendar days after the period, as the plan says.

The 2024 plan heeds weekends and public holidays: there a deadline on such a day moves to the
next working day. The other plans' 14 days are plain calendar days.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from resultatplan.plan import Period, Plan

_FIXED_CLOSING_DAYS = frozenset({(6, 5), (12, 24), (12, 31)})
"""Grundlovsdag, Christmas Eve and New Year's Eve: the state's offices are closed."""


def deadline_of(plan: Plan, period: Period) -> date:
    """The last day on which the period's report is in time."""
    due = period.ends + timedelta(days=plan.reporting.days)
    return next_working_day(due) if plan.reporting.heeds_holidays else due


def next_working_day(day: date) -> date:
    """`day` itself, or the first day after it that is no Saturday, Sunday or Danish holiday."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def is_working_day(day: date) -> bool:
    """Whether a Danish state office is open on `day`."""
    if day.weekday() >= 5 or (day.month, day.day) in _FIXED_CLOSING_DAYS:
        return False
    return day not in _danish_holidays(day.year)


@cache
def _danish_holidays(year: int) -> frozenset[date]:
    # Imported here: only the plans that heed holidays need the package.
    import holidays

    return frozenset(holidays.country_holidays("DK", years=year))
