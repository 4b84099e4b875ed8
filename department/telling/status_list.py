"""Who has reported, and when reports are due: tables on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rich.markup import escape
from rich.table import Table

from department.calendar_file import Deadline
from department.output import inert_line
from department.standing import Desk, SlotState
from department.status import (
    due_words,
    notes,
    score_words,
    standing_words,
    summary_words,
    time_words,
)
from department.telling.screen import console
from texts import commandline as words
from texts import status as say
from texts.language import Language
from texts.notation import day

_COLOURS = {
    SlotState.ACCEPTED: "green",
    SlotState.RETURNED: "red",
    SlotState.MISSING: "bold red",
    SlotState.WAITING: "dim",
}


def print_status(desk: Desk, lang: Language) -> None:
    """A row per agency and period, how many are where, and what else is to be said."""
    screen = console()
    if not desk.agencies:
        screen.print(say.NOTHING(lang))
    else:
        screen.print(_standing_table(desk, lang))
        screen.print(summary_words(desk, lang))
    for note in notes(desk, lang):
        screen.print(note, markup=False)


def _standing_table(desk: Desk, lang: Language) -> Table:
    table = Table(title=say.AS_AT(lang, day=day(desk.today, lang)))
    table.add_column(words.INSTITUTION(lang), overflow="fold", min_width=16)
    for heading in (words.PERIOD, words.DEADLINE, say.STANDING, say.RECEIVED, say.IN_TIME):
        table.add_column(heading(lang), no_wrap=heading is not say.STANDING)
    table.add_column(say.SCORE(lang), no_wrap=True)
    table.add_column(words.FILE(lang), overflow="fold")
    for agency in desk.agencies:
        plan = agency.plan
        for at, slot in enumerate(agency.slots):
            shown = slot.shown
            table.add_row(
                escape(f"{plan.institution} {plan.year}") if at == 0 else "",
                slot.period.name,
                day(slot.due, lang),
                f"[{_COLOURS[slot.state]}]{standing_words(slot, lang)}[/]",
                "" if shown is None else day(shown.arrived, lang),
                time_words(slot, lang),
                score_words(slot.accepted, lang),
                "" if shown is None else escape(inert_line(shown.file)),
                end_section=at == len(agency.slots) - 1,
            )
    return table


def deadlines_table(deadlines: Iterable[Deadline], today: date, lang: Language) -> Table:
    """A row per deadline; those that have passed are dim."""
    table = Table()
    for heading in (words.DEADLINE, words.INSTITUTION, words.PERIOD, say.DAYS_LEFT):
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
