"""Deadlines in order, and as a calendar that others can read."""

from datetime import date, timedelta

from icalendar import Calendar

from department.status import calendar_file, deadlines_of
from resultatplan.library import built_in_plans

TODAY = date(2024, 9, 1)
HOUSING = "social-og-boligstyrelsen-2024"


def test_every_plans_every_period_is_there_in_order():
    found = deadlines_of(built_in_plans(), TODAY)
    assert len(found) == sum(len(plan.reporting.periods) for plan in built_in_plans())
    assert [each.due for each in found] == sorted(each.due for each in found)


def test_the_calendar_holds_all_day_events_with_an_alarm_a_week_before():
    deadlines = deadlines_of(built_in_plans(), TODAY)
    events = Calendar.from_ical(calendar_file(deadlines, TODAY, "da")).walk("VEVENT")
    assert [event["DTSTART"].dt for event in events] == [each.due for each in deadlines]
    assert len({event["UID"] for event in events}) == len(deadlines)
    for event in events:
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        (alarm,) = event.walk("VALARM")
        assert alarm["TRIGGER"].dt == timedelta(days=-7)
    (event,) = (each for each in events if each["UID"] == f"{HOUSING}-Q3@resultatplan")
    assert event["SUMMARY"] == "Frist: Social- og Boligstyrelsen, 3. kvartal 2024"


def test_the_command_counts_the_days_and_writes_the_same_file_each_day(rp, tmp_path):
    rows = rp("calendar", "--json", "--today", "2024-10-11").json["deadlines"]
    row = next(each for each in rows if each["deadline"] == "2024-10-21")
    assert (row["plan"], row["days_left"]) == (HOUSING, 10)
    assert "frist om 10 dage" in rp("calendar", "--today", "2024-10-11").out
    files = [tmp_path / "a.ics", tmp_path / "b.ics"]
    for file in files:
        assert rp("calendar", "--ics", file, "--today", "2024-10-11").code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
