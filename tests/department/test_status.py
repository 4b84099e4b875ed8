"""Where everybody stands in words and as JSON, and when reports are due."""

import json
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from department.status import calendar_file, deadlines_of, notes, status_json
from resultatplan.library import built_in_plans
from tests.department.desks import sent, unopened


def test_the_json_of_a_day():
    desk = unopened(sent("a", days=5), sent("b", accepted=False, days=6))
    document = json.loads(json.dumps(status_json(desk)))
    assert document["today"] == "2023-07-20"
    half, year = document["agencies"][0]["periods"]
    assert (half["state"], half["days_late"], half["files"]) == ("accepted", 1, 2)
    assert (half["report"]["file"], half["to_mend"]["file"]) == ("a", "b")
    totals = [half[name] for name in ("secured", "expected", "attainable")]
    assert totals == pytest.approx([100 / 3, 200 / 3, 100])
    assert (year["state"], year["days_left"], year["days_late"]) == ("waiting", 178, None)
    assert (year["report"], year["secured"], year["expected"]) == (None, None, None)


def test_what_stands_nowhere_is_noted():
    unplaced = sent("uden \x1b[31mperiode", period_id=None)
    strays = [sent(f"brev {number}", plan_id=None) for number in range(6)]
    strays.append(sent("brev 6", plan_id="en-plan-der-er-slettet"))
    said = list(notes(unopened(unplaced, *strays), "da"))
    assert said == [
        "Indenrigs- og Sundhedsministeriets Benchmarkingenhed 2023: »uden \ufffd[31mperiode« nævner"
        " ingen af planens perioder.",
        "7 filer er ingen rapport for en kendt plan: »brev 0«, »brev 1«, »brev 2«, »brev 3«,"
        " »brev 4« … og 2 til.",
    ]


TODAY = date(2024, 9, 1)
HOUSING = "social-og-boligstyrelsen-2024"


def test_the_calendar_holds_every_deadline_in_order_with_an_alarm_a_week_before():
    deadlines = deadlines_of(built_in_plans(), TODAY)
    assert len(deadlines) == sum(len(plan.reporting.periods) for plan in built_in_plans())
    assert [each.due for each in deadlines] == sorted(each.due for each in deadlines)
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
