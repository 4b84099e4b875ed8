"""*Modtaget*: every file that came, with its verdict and what it counts for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from department.links import Links
from department.overview.formats import Item, Tone, Value
from department.overview.showing import in_order_of_name
from department.overview.table_sheet import Book, TableSheet, Titles, opening
from department.record import Summary
from department.standing import Desk, Slot
from texts import commandline as cli
from texts import overview as say
from texts.language import Language

_HEADINGS = (
    (cli.FILE, 32.0),
    (cli.INSTITUTION, 24.0),
    (cli.YEAR, 7.0),
    (cli.PERIOD, 14.0),
    (cli.FINAL, 9.0),
    (cli.VERDICT, 12.0),
    (cli.SECURED, 8.0),
    (cli.ATTAINABLE, 10.0),
    (cli.SHOWN, 9.0),
    (cli.ERRORS, 7.0),
    (cli.WARNINGS, 10.0),
    (cli.INFOS, 12.0),
    (cli.SUBMITTED, 11.0),
    (cli.DEADLINE, 11.0),
    (cli.TIMELINESS, 12.0),
    (say.ROLE, 12.0),
    (say.RECEIVED_AT, 11.0),
    (say.OPEN_COLUMN, 6.0),
)
_Placed = tuple[Summary, str, date | None]
"""A file, what it counts for in words, and its deadline where it has one."""


def write_received(book: Book, desk: Desk, subtitle: str, links: Links) -> None:
    """Write the sheet: a row for each file, in the order of the names."""
    titles = Titles(say.RECEIVED_TITLE(book.lang), subtitle, say.RECEIVED_NOTE(book.lang))
    sheet = TableSheet(book, say.SHEET_RECEIVED, "tblOverblik", _HEADINGS, titles)
    for placed in sorted(_placed(desk, book.lang), key=lambda each: in_order_of_name(each[0])):
        sheet.add(_row(placed, links, book.lang))
    sheet.finish()


def _placed(desk: Desk, lang: Language) -> Iterator[_Placed]:
    for agency in desk.agencies:
        for slot in agency.slots:
            yield from _in_slot(slot, lang)
        for file in agency.unplaced:
            yield file, say.UNPLACED(lang), None
    for file in desk.strays:
        yield file, say.STRAY(lang), None


def _in_slot(slot: Slot, lang: Language) -> Iterator[_Placed]:
    for receipt in slot.receipts:
        yield receipt.report, say.ROLES[receipt.role](lang), slot.due


def _row(placed: _Placed, links: Links, lang: Language) -> list[Item | Value]:
    file, role, due = placed
    return [
        file.file,
        file.institution,
        file.year,
        file.period_name,
        Item(None if file.period_id is None else (cli.YES if file.final else cli.NO)(lang)),
        _verdict(file, lang),
        file.secured,
        file.attainable,
        file.shown,
        file.errors,
        file.warnings,
        file.infos,
        file.submitted,
        due,
        _timeliness(file, due, lang),
        role,
        file.received.date(),
        opening(file, links, lang),
    ]


def _verdict(file: Summary, lang: Language) -> Item:
    if not file.is_report:
        text = cli.NO_REPORT if file.accepted else cli.UNREADABLE
        return Item(text(lang), Tone.OPEN if file.accepted else Tone.BAD)
    if file.accepted:
        return Item(cli.ACCEPTED(lang), Tone.GOOD)
    return Item(cli.REFUSED(lang), Tone.WARN)


def _timeliness(file: Summary, due: date | None, lang: Language) -> Item:
    if due is None:
        return Item(None)
    if file.arrived <= due:
        return Item(cli.IN_TIME(lang), Tone.GOOD)
    days = (file.arrived - due).days
    text = say.DAYS_LATE_ONE(lang) if days == 1 else say.DAYS_LATE_MANY(lang, days=days)
    return Item(text, Tone.BAD)
