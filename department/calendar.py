"""The deadlines of plans, `rp calendar`: on the screen, as JSON and as a calendar file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from rich.markup import escape
from rich.table import Table

from department.status import due_words
from resultatplan import __version__
from resultatplan.deadlines import deadline_of
from resultatplan.plan import Period, Plan
from texts import standing as say
from texts.language import Language, day

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A report that is due."""

    due: date
    plan: Plan
    period: Period

    @property
    def uid(self) -> str:
        """What a calendar knows the deadline by, also when its day is moved."""
        return f"{self.plan.id}-{self.period.id}@resultatplan"


def deadlines_of(plans: Iterable[Plan]) -> list[Deadline]:
    """Every deadline of these plans, the earliest first."""
    found = [
        Deadline(deadline_of(plan, period), plan, period)
        for plan in plans
        for period in plan.reporting.periods
    ]
    return sorted(found, key=lambda each: (each.due, each.plan.id))


def deadlines_table(deadlines: Iterable[Deadline], today: date, lang: Language) -> Table:
    """A row per deadline; those that have passed are dim."""
    table = Table()
    for heading in (say.DEADLINE, say.INSTITUTION, say.PERIOD, say.DAYS_LEFT):
        table.add_column(heading(lang))
    for each in deadlines:
        table.add_row(
            day(each.due, lang),
            escape(f"{each.plan.institution} {each.plan.year}"),
            each.period.name,
            due_words(each.due, today, lang),
            style="dim" if each.due < today else None,
        )
    return table


def deadlines_json(deadlines: Iterable[Deadline], today: date) -> dict[str, object]:
    """The deadlines as `rp calendar --json` prints them."""
    rows = [
        {
            "plan": each.plan.id,
            "institution": each.plan.institution,
            "year": each.plan.year,
            "period": each.period.id,
            "name": each.period.name,
            "final": each.period.final,
            "deadline": each.due.isoformat(),
            "days_left": (each.due - today).days,
        }
        for each in deadlines
    ]
    return {"deadlines": rows}


def calendar_file(deadlines: Sequence[Deadline], today: date, lang: Language) -> bytes:
    """The deadlines as .ics: all-day events with an alarm a week before, made on `today`."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//resultatplan//rp {__version__}//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say.CALENDAR_NAME(lang))
    for each in deadlines:
        plan = each.plan
        named = {"institution": plan.institution, "year": plan.year, "period": each.period.name}
        summary = say.EVENT(lang, **named)
        event, alarm = Event(), Alarm()
        event.add("uid", each.uid)
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("dtstart", each.due)
        event.add("dtend", each.due + _DAY)
        event.add("summary", summary)
        event.add("description", say.EVENT_TEXT(lang, **named))
        event.add("transp", "TRANSPARENT")
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -_WEEK)
        alarm.add("description", say.ALARM(lang, event=summary))
        event.add_component(alarm)
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data
