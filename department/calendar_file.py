"""The deadlines of plans: in order of their days, and as a calendar file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from resultatplan import __version__
from resultatplan.deadlines import deadline_of
from resultatplan.plan import Period, Plan
from texts import status as say
from texts.language import Language

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A report that is due."""

    due: date
    plan: Plan
    period: Period

    def words(self, lang: Language) -> str:
        """`Frist: Socialstyrelsen, 3. kvartal 2020`"""
        return say.EVENT(lang, **self._fields())

    def long_words(self, lang: Language) -> str:
        """What is due, in a sentence."""
        return say.EVENT_TEXT(lang, **self._fields())

    @property
    def uid(self) -> str:
        """What a calendar knows the deadline by, also when its day is moved."""
        return f"{self.plan.id}-{self.period.id}@resultatplan"

    def _fields(self) -> dict[str, object]:
        return {
            "institution": self.plan.institution,
            "year": self.plan.year,
            "period": self.period.name,
        }


def deadlines_of(plans: Iterable[Plan]) -> list[Deadline]:
    """Every deadline of these plans, the earliest first."""
    found = [
        Deadline(deadline_of(plan, period), plan, period)
        for plan in plans
        for period in plan.reporting.periods
    ]
    return sorted(found, key=lambda each: (each.due, each.plan.id))


def calendar_file(deadlines: Sequence[Deadline], today: date, lang: Language) -> bytes:
    """The deadlines as .ics: all-day events with an alarm a week before, made on `today`."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//resultatplan//rp {__version__}//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say.CALENDAR_NAME(lang))
    for each in deadlines:
        event = Event()
        event.add("uid", each.uid)
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("dtstart", each.due)
        event.add("dtend", each.due + _DAY)
        event.add("summary", each.words(lang))
        event.add("description", each.long_words(lang))
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -_WEEK)
        alarm.add("description", say.ALARM(lang, event=each.words(lang)))
        event.add_component(alarm)
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data
