"""The deadlines of plans, `rp calendar`: on the screen, as JSON and as a calendar file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from rich.markup import escape
from rich.table import Table

from department.record import ReportRecord, Summary
from department.screen import table_of
from department.standing import Slot, desk_of
from department.wording import due_words
from resultatplan import __version__
from resultatplan.plan import Plan
from texts import standing as say
from texts.language import Language, day

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def deadlines_of(plans: Sequence[Plan], today: date) -> list[Slot]:
    """Every deadline of these plans, the earliest first."""
    slots = desk_of([], plans, today, _nothing_came).slots
    return sorted(slots, key=lambda each: (each.due, each.plan.id))


def _nothing_came(file: Summary) -> ReportRecord:
    raise LookupError(file.file)


def deadlines_table(deadlines: Iterable[Slot], lang: Language) -> Table:
    """A row per deadline; those that have passed are dim."""
    table = table_of(lang, (say.DEADLINE, say.INSTITUTION, say.PERIOD, say.DAYS_LEFT), ())
    for each in deadlines:
        table.add_row(
            day(each.due, lang),
            escape(f"{each.plan.institution} {each.plan.year}"),
            each.period.name,
            due_words(each.due, each.today, lang),
            style="dim" if each.due < each.today else None,
        )
    return table


def deadlines_json(deadlines: Iterable[Slot]) -> dict[str, object]:
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
            "days_left": (each.due - each.today).days,
        }
        for each in deadlines
    ]
    return {"deadlines": rows}


def calendar_file(deadlines: Iterable[Slot], today: date, lang: Language) -> bytes:
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
        # A calendar knows the deadline by it, also when its day is moved.
        event.add("uid", f"{plan.id}-{each.period.id}@resultatplan")
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
