"""Deadlines in order, and as a calendar that others can read."""

from __future__ import annotations

from datetime import date, timedelta

from icalendar import Calendar

from department.calendar import calendar_file, deadlines_of
from resultatplan.library import built_in_plans

TODAY = date(2024, 9, 1)


def test_every_plans_every_period_is_there_in_order() -> None:
    found = deadlines_of(built_in_plans())
    assert len(found) == sum(len(plan.reporting.periods) for plan in built_in_plans())
    assert [each.due for each in found] == sorted(each.due for each in found)
    assert len({each.uid for each in found}) == len(found)


def test_the_calendar_holds_all_day_events_with_an_alarm_a_week_before() -> None:
    deadlines = deadlines_of(built_in_plans())
    events = Calendar.from_ical(calendar_file(deadlines, TODAY, "da")).walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [each.due for each in deadlines]
    assert [str(event["UID"]) for event in events] == [each.uid for each in deadlines]
    for event in events:
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        (alarm,) = event.walk("VALARM")
        assert alarm["TRIGGER"].dt == timedelta(days=-7)


def test_its_words_are_danish() -> None:
    deadlines = deadlines_of(built_in_plans())
    (event,) = (
        event
        for event in Calendar.from_ical(calendar_file(deadlines, TODAY, "da")).walk("VEVENT")
        if event["UID"] == "social-og-boligstyrelsen-2024-Q3@resultatplan"
    )
    assert event["SUMMARY"] == "Frist: Social- og Boligstyrelsen, 3. kvartal 2024"
    assert event["DTSTART"].dt == date(2024, 10, 21)


def test_the_same_day_gives_the_same_bytes() -> None:
    deadlines = deadlines_of(built_in_plans())
    assert calendar_file(deadlines, TODAY, "da") == calendar_file(deadlines, TODAY, "da")
