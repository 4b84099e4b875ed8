"""Where everybody stands, and when reports are due: `rp status` and `rp calendar`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from rich.markup import escape
from rich.table import Table

from department.output import inert_line
from department.plans.all_plans import rulings_json
from department.record import Summary
from department.report_json import TOTALS, fields_of, json_value, summary_json
from department.screen import console, table_of
from department.standing import Agency, Desk, Slot, SlotState, to_answer
from department.wording import due_words, score_words, slot_time_words, slot_words
from resultatplan import __version__
from resultatplan.plan import Plan, deadline_of
from texts import standing as say
from texts.language import Language, day

_COLOURS = {
    SlotState.ACCEPTED: "green",
    SlotState.RETURNED: "red",
    SlotState.MISSING: "bold red",
    SlotState.WAITING: "dim",
}
_MOST_NAMES = 5
_WIDE = 110
"""From so many columns of the screen on, each period's file is named."""
_COLUMNS = (
    (say.PERIOD, 17),
    (say.DEADLINE, 12),
    (say.STANDING, 14),
    (say.SUBMITTED, 17),
    (say.SCORE, 18),
    (say.FILE, 26),
)
"""Headings and their share of the width."""
_OF_A_FILE = ("file", "digest", "received", "submitted", "accepted", "errors")


def print_status(desk: Desk, lang: Language) -> None:
    """Each agency with a row per period, how many are where, and what else is to be said."""
    screen = console()
    screen.print(f"[bold]{say.AS_AT(lang, day=day(desk.today, lang))}[/]")
    for number, agency in enumerate(desk.agencies):
        name = f"{agency.plan.institution} {agency.plan.year}"
        screen.print(f"\n[bold]{escape(name)}[/]")
        screen.print(_table(agency, lang, is_first=number == 0, with_files=screen.width >= _WIDE))
    screen.print(f"\n{say.SUMMARY(lang, **desk.tally)}" if desk.agencies else say.NOTHING(lang))
    for note in notes(desk, lang):
        screen.print(note, markup=False)


def _table(agency: Agency, lang: Language, *, is_first: bool, with_files: bool) -> Table:
    """An agency's periods; the columns of all agencies stand under one another."""
    table = Table(box=None, expand=True, show_header=is_first, header_style="dim")
    for heading, share in _COLUMNS[: None if with_files else -1]:
        table.add_column(heading(lang), ratio=share, overflow="fold")
    for slot in agency.slots:
        shown = slot.shown
        stated = day(shown.submitted, lang) if shown is not None and shown.submitted else ""
        cells = (
            slot.period.name,
            day(slot.due, lang),
            f"[{_COLOURS[slot.state]}]{slot_words(slot, lang)}[/]",
            ", ".join(filter(None, [stated, slot_time_words(slot, lang)])),
            score_words(slot.accepted, lang),
            "" if shown is None else escape(inert_line(shown.file)),
        )
        table.add_row(*cells[: len(table.columns)])
    return table


def notes(desk: Desk, lang: Language) -> Iterator[str]:
    """What the department has decided; then what stands in no slot: files without a period, and
    files that are no reports."""
    for agency in desk.agencies:
        named = {"institution": agency.plan.institution, "year": agency.plan.year}
        for ruling in agency.plan.in_force.values():
            yield inert_line(say.DECIDED(lang, **named, ruling=ruling.line(lang)))
        for file in to_answer(agency.unplaced):
            yield say.UNPLACED(lang, **named, file=inert_line(file.file))
    names = [f"»{inert_line(each.file)}«" for each in to_answer(desk.strays)]
    if names:
        files = ", ".join(names[:_MOST_NAMES])
        if len(names) > _MOST_NAMES:
            files = say.AND_MORE(lang, files=files, count=len(names) - _MOST_NAMES)
        text = say.STRAYS_ONE if len(names) == 1 else say.STRAYS
        yield text(lang, count=len(names), files=files)


def is_missing(desk: Desk) -> bool:
    """Whether a report that was due has not come."""
    return any(slot.state is SlotState.MISSING for slot in desk.slots)


def status_json(desk: Desk) -> dict[str, object]:
    """`rp status --json`: days are None where they say nothing, percentages are 82."""
    return {
        "today": desk.today.isoformat(),
        "agencies": [_agency(each) for each in desk.agencies],
        "strays": [_file(each) for each in to_answer(desk.strays)],
    }


def _agency(agency: Agency) -> dict[str, object]:
    return {
        **_whose(agency.plan),
        "rulings": rulings_json(agency.plan),
        "periods": [_period(slot) for slot in agency.slots],
        "unplaced": [_file(each) for each in to_answer(agency.unplaced)],
    }


def _period(slot: Slot) -> dict[str, object]:
    """A plan's period: `report` counts, or else came last; `to_mend` came last with errors.

    Its first report came on `first_submitted`; `received_late` is when, where only the sender says
    that it was in time; a later one corrected it after the deadline, on the day `corrected`.
    """
    accepted, time = slot.accepted, slot.time
    return {
        **_deadline(slot),
        "state": slot.state.value,
        "days_late": None if time is None else slot.days_late,
        "first_submitted": json_value(None if time is None else time.first.day),
        "received_late": json_value(None if time is None else time.by_sender),
        "corrected": json_value(None if time is None else time.corrected),
        "days_missing": slot.days_late if slot.state is SlotState.MISSING else None,
        "days_left": slot.days_left if slot.state is SlotState.WAITING else None,
        **(dict.fromkeys(TOTALS) if accepted is None else fields_of(accepted, *TOTALS)),
        "report": _file(slot.shown),
        "to_mend": _file(slot.to_mend),
        "files": len(slot.files),
    }


def _whose(plan: Plan) -> dict[str, object]:
    return {"plan": plan.id, **fields_of(plan, "institution", "year")}


def _deadline(slot: Slot) -> dict[str, object]:
    period = {"period": slot.period.id, **fields_of(slot.period, "name", "final")}
    return {**period, "deadline": slot.due.isoformat()}


def _file(report: Summary | None) -> dict[str, object] | None:
    if report is None:
        return None
    every = summary_json(report, "")
    return {key: every[key] for key in _OF_A_FILE}


_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def deadlines_of(plans: Sequence[Plan], today: date) -> list[Slot]:
    """Every deadline of these plans, the earliest first."""
    slots = (
        Slot(plan, period, deadline_of(plan, period), today)
        for plan in plans
        for period in plan.reporting.periods
    )
    return sorted(slots, key=lambda each: (each.due, each.plan.id))


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
    return {
        "deadlines": [
            {**_whose(each.plan), **_deadline(each), "days_left": (each.due - each.today).days}
            for each in deadlines
        ]
    }


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
