"""*Overblik*: agencies × periods, each field with state, total, change and delay in words."""

from __future__ import annotations

from collections.abc import Iterable

from department.links import Links
from department.overview.formats import Item, Tone, Value
from department.overview.table_sheet import Book, TableSheet, Titles, opening
from department.record import Summary
from department.standing import Agency, Desk, Slot, SlotState
from department.wording import percent
from texts import commandline, notation
from texts import overview as say
from texts.language import Language, Text

QUARTER_OF = {"Q1": 0, "Q2": 1, "H1": 1, "Q3": 2, "Q4": 3, "H2": 3}
"""In which of the four columns each period stands."""

_HEADINGS = (
    (commandline.INSTITUTION, 28.0),
    (commandline.YEAR, 7.0),
    *((quarter, 21.0) for quarter in say.QUARTERS),
    (commandline.SECURED, 9.0),
    (commandline.ATTAINABLE, 10.0),
    (say.TREND, 17.0),
    (say.LATEST, 26.0),
    (say.OPEN_COLUMN, 6.0),
)
_TONES = {
    SlotState.ACCEPTED: Tone.GOOD,
    SlotState.RETURNED: Tone.WARN,
    SlotState.MISSING: Tone.BAD,
    SlotState.WAITING: Tone.OPEN,
}


def write_standing(book: Book, desk: Desk, subtitle: str, links: Links) -> None:
    """Write the sheet: a row for each agency."""
    note = f"{_tally(desk, book.lang)} {say.STANDING_NOTE(book.lang)}"
    titles = Titles(say.STANDING_TITLE(book.lang), subtitle, note)
    sheet = TableSheet(book, say.SHEET_STANDING, "tblStilling", _HEADINGS, titles)
    for agency in desk.agencies:
        sheet.add(_row(agency, links, book.lang))
    sheet.finish()


def _tally(desk: Desk, lang: Language) -> str:
    states = [slot.state for agency in desk.agencies for slot in agency.slots]
    return say.STANDING_TALLY(
        lang,
        agencies=len(desk.agencies),
        slots=len(states),
        accepted=states.count(SlotState.ACCEPTED),
        returned=states.count(SlotState.RETURNED),
        missing=states.count(SlotState.MISSING),
        waiting=states.count(SlotState.WAITING),
    )


def _row(agency: Agency, links: Links, lang: Language) -> list[Item | Value]:
    fields: list[Item] = [Item(say.NO_REPORT_AGREED(lang), Tone.OPEN)] * len(say.QUARTERS)
    before: Summary | None = None
    trend = ""
    for slot in agency.slots:
        if slot.accepted is not None:
            trend = trend_words(before, slot.accepted, lang)
            before = slot.accepted
        shown_trend = trend if slot.accepted is not None else ""
        text = "\n".join(_lines(slot, shown_trend, lang))
        fields[QUARTER_OF[slot.period.id]] = Item(text, _TONES[slot.state])
    latest = agency.latest
    return [
        agency.plan.institution,
        agency.plan.year,
        *fields,
        None if latest is None else latest.secured,
        None if latest is None else latest.attainable,
        trend,
        say.NO_ACCEPTED_REPORT(lang) if latest is None else latest.file,
        opening(latest, links, lang),
    ]


def _lines(slot: Slot, trend: str, lang: Language) -> Iterable[str]:
    due = notation.day(slot.due, lang)
    if slot.state is SlotState.WAITING:
        yield say.WAITING_DAYS(lang, due=due, days=slot.days_left)
    elif slot.state is SlotState.MISSING:
        yield say.MISSING(lang, due=due)
        yield _days(slot.days_late, say.DAYS_OVER_ONE, say.DAYS_OVER_MANY, lang)
    elif slot.shown is not None:
        is_accepted = slot.accepted is not None
        errors = slot.shown.errors
        yield say.ACCEPTED(lang) if is_accepted else say.RETURNED(lang, errors=errors)
        yield from filter(None, (score_words(slot.shown, lang), trend))
        if slot.days_late:
            yield _days(slot.days_late, say.DAYS_LATE_ONE, say.DAYS_LATE_MANY, lang)
        if is_accepted and slot.latest is not slot.accepted:
            yield say.NEWER_RETURNED(lang)


def _days(days: int, one: Text, many: Text, lang: Language) -> str:
    return one(lang) if days == 1 else many(lang, days=days)


def score_words(report: Summary, lang: Language) -> str:
    """The total: `40–70 pct.`, or one figure where nothing is pending."""
    if report.secured is None or report.attainable is None:
        return ""
    secured, attainable = percent(report.secured, lang), percent(report.attainable, lang)
    if secured == attainable:
        return say.SCORE_ONE(lang, secured=secured)
    return say.SCORE_RANGE(lang, secured=secured, attainable=attainable)


def trend_words(before: Summary | None, after: Summary, lang: Language) -> str:
    """What changed from one report that counts to the next, in points; nothing for the first."""
    if before is None:
        return ""
    changes = (
        _change(before.secured, after.secured, say.SECURED_ROSE, say.SECURED_FELL, lang),
        _change(
            before.attainable, after.attainable, say.ATTAINABLE_ROSE, say.ATTAINABLE_FELL, lang
        ),
    )
    return "\n".join(filter(None, changes)) or say.UNCHANGED(lang)


def _change(
    before: float | None, after: float | None, rose: Text, fell: Text, lang: Language
) -> str:
    if before is None or after is None:
        return ""
    change = percent(abs(after - before), lang)
    if change == "0":
        return ""
    return (rose if after > before else fell)(lang, change=change)
