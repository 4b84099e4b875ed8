"""Where everybody stands: `rp status` on the screen and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.markup import escape
from rich.table import Table

from department.output import inert_line
from department.record import Summary
from department.register.listing import listed_json
from department.screen import console
from department.standing import Agency, Desk, Slot, SlotState
from department.wording import score_words, slot_words, time_words
from texts import standing as say
from texts.language import Language, day

_COLOURS = {
    SlotState.ACCEPTED: "green",
    SlotState.RETURNED: "red",
    SlotState.MISSING: "bold red",
    SlotState.WAITING: "dim",
}
_MOST_NAMES = 5
_DAYS = (say.DEADLINE, say.RECEIVED)
_OF_A_FILE = ("file", "digest", "received", "submitted", "accepted", "errors")


def print_status(desk: Desk, lang: Language) -> None:
    """A row per agency and period, how many are where, and what else is to be said."""
    screen = console()
    if not desk.agencies:
        screen.print(say.NOTHING(lang))
    else:
        screen.print(_table(desk, lang))
        screen.print(summary_words(desk, lang))
    for note in notes(desk, lang):
        screen.print(note, markup=False)


def _table(desk: Desk, lang: Language) -> Table:
    table = Table(title=say.AS_AT(lang, day=day(desk.today, lang)))
    table.add_column(say.INSTITUTION(lang), overflow="fold")
    for heading in (say.PERIOD, say.DEADLINE, say.STANDING, say.RECEIVED, say.IN_TIME):
        table.add_column(heading(lang), no_wrap=heading in _DAYS)
    table.add_column(say.SCORE(lang))
    table.add_column(say.FILE(lang), overflow="fold")
    for agency in desk.agencies:
        plan = agency.plan
        for at, slot in enumerate(agency.slots):
            shown = slot.shown
            table.add_row(
                escape(f"{plan.institution} {plan.year}") if at == 0 else "",
                slot.period.name,
                day(slot.due, lang),
                f"[{_COLOURS[slot.state]}]{slot_words(slot, lang)}[/]",
                "" if shown is None else day(shown.arrived, lang),
                time_words(slot, lang),
                score_words(slot.accepted, lang),
                "" if shown is None else escape(inert_line(shown.file)),
                end_section=at == len(agency.slots) - 1,
            )
    return table


def summary_words(desk: Desk, lang: Language) -> str:
    """How many slots are accepted, to be mended, missing, waiting."""
    counts = Counter(slot.state.value for slot in desk.slots)
    return say.SUMMARY(lang, **{state.value: counts[state.value] for state in SlotState})


def notes(desk: Desk, lang: Language) -> Iterator[str]:
    """What stands in no slot: files without a period, and files that are no reports."""
    for agency in desk.agencies:
        for file in agency.unplaced:
            yield say.UNPLACED(
                lang,
                institution=agency.plan.institution,
                year=agency.plan.year,
                file=inert_line(file.file),
            )
    if desk.strays:
        names = [f"»{inert_line(each.file)}«" for each in desk.strays]
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
        "strays": [_file(each) for each in desk.strays],
    }


def _agency(agency: Agency) -> dict[str, object]:
    return {
        "plan": agency.plan.id,
        "institution": agency.plan.institution,
        "year": agency.plan.year,
        "periods": [_period(slot) for slot in agency.slots],
        "unplaced": [_file(each) for each in agency.unplaced],
    }


def _period(slot: Slot) -> dict[str, object]:
    """A plan's period: `report` counts, or else came last; `to_mend` came last with errors."""
    accepted = slot.accepted
    return {
        "period": slot.period.id,
        "name": slot.period.name,
        "final": slot.period.final,
        "deadline": slot.due.isoformat(),
        "state": slot.state.value,
        "days_late": None if slot.latest is None else slot.days_late,
        "days_missing": slot.days_late if slot.state is SlotState.MISSING else None,
        "days_left": slot.days_left if slot.state is SlotState.WAITING else None,
        "secured": None if accepted is None else accepted.secured,
        "expected": None if accepted is None else accepted.expected,
        "attainable": None if accepted is None else accepted.attainable,
        "report": _file(slot.shown),
        "to_mend": _file(slot.to_mend),
        "files": len(slot.receipts),
    }


def _file(report: Summary | None) -> dict[str, object] | None:
    if report is None:
        return None
    told = listed_json(report, {})
    return {key: told[key] for key in _OF_A_FILE}
