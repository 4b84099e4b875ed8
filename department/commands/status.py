"""`rp status`: who has reported, who is late, who is missing."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from department.helping import Command, json_option
from department.register.options import register_option, today_option
from texts import commandline as words
from texts import status as say
from texts.language import Language

if TYPE_CHECKING:
    from department.standing import Desk


def command(lang: Language) -> click.Command:
    """The command in one language."""

    def status(
        register: str | None, today: date, as_json: bool, everything: bool, strict: bool
    ) -> int:
        from department.output import escaped
        from department.register.address import address_of
        from department.register.opening import reading
        from department.status import is_missing, status_json

        with reading(address_of(register, lang), lang) as store:
            desk = store.desk(today, everything=everything)
        if as_json:
            click.echo(escaped(json.dumps(status_json(desk), ensure_ascii=False, indent=2)))
        else:
            _show(desk, lang)
        return 1 if strict and is_missing(desk) else 0

    return Command(
        "status",
        lang=lang,
        summary=say.STATUS,
        examples=("rp status", "rp status --today 2024-10-22 --register udbakke/register"),
        params=[
            register_option(lang),
            today_option(lang),
            click.Option(["--all", "everything"], is_flag=True, help=say.ALL_OPTION(lang)),
            click.Option(["--strict"], is_flag=True, help=say.STRICT_OPTION(lang)),
            json_option(lang),
        ],
        callback=status,
    )


def _show(desk: Desk, lang: Language) -> None:
    from rich.markup import escape
    from rich.table import Table

    from department.output import inert_line
    from department.standing import SlotState
    from department.status import (
        notes,
        score_words,
        standing_words,
        summary_words,
        time_words,
    )
    from department.telling.screen import console
    from texts.notation import day

    colours = {
        SlotState.ACCEPTED: "green",
        SlotState.RETURNED: "red",
        SlotState.MISSING: "bold red",
        SlotState.WAITING: "dim",
    }
    screen = console()
    if not desk.agencies:
        screen.print(say.NOTHING(lang))
    else:
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
                    f"[{colours[slot.state]}]{standing_words(slot, lang)}[/]",
                    "" if shown is None else day(shown.arrived, lang),
                    time_words(slot, lang),
                    score_words(slot.accepted, lang),
                    "" if shown is None else escape(inert_line(shown.file)),
                    end_section=at == len(agency.slots) - 1,
                )
        screen.print(table)
        screen.print(summary_words(desk, lang))
    for note in notes(desk, lang):
        screen.print(note, markup=False)
