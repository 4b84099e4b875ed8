"""Where everybody stands, in words: received, late by n days, missing, due in n days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import TypedDict

from department.output import inert_line
from department.record import Summary
from department.standing import Agency, Desk, Slot, SlotState
from texts import status as say
from texts.language import Language
from texts.notation import number

_STATES = {
    SlotState.ACCEPTED: say.ACCEPTED,
    SlotState.RETURNED: say.RETURNED,
    SlotState.MISSING: say.MISSING,
    SlotState.WAITING: say.WAITING,
}
_MOST_NAMES = 5


class FileJson(TypedDict):
    """A received file in `rp status --json`."""

    file: str
    digest: str
    received: str
    submitted: str | None
    accepted: bool
    errors: int


class PeriodJson(TypedDict):
    """A plan's period in `rp status --json`. Days are None where they say nothing."""

    period: str
    name: str
    final: bool
    deadline: str
    state: str
    days_late: int | None
    days_missing: int | None
    days_left: int | None
    secured: float | None
    attainable: float | None
    report: FileJson | None
    """The report that counts, else the last that came."""
    to_mend: FileJson | None
    """The last file that came, where it was not accepted."""
    files: int


class AgencyJson(TypedDict):
    """An agency's plan in `rp status --json`."""

    plan: str
    institution: str
    year: int
    periods: list[PeriodJson]
    unplaced: list[FileJson]


class StatusJson(TypedDict):
    """`rp status --json`."""

    today: str
    agencies: list[AgencyJson]
    strays: list[FileJson]


def status_json(desk: Desk) -> StatusJson:
    """The desk in JSON form."""
    return {
        "today": desk.today.isoformat(),
        "agencies": [_agency(each) for each in desk.agencies],
        "strays": [_file(each) for each in desk.strays],
    }


def standing_words(slot: Slot, lang: Language) -> str:
    """`godkendt`, `skal rettes (3 fejl)`, `mangler`, `afventer`."""
    latest = slot.latest
    if slot.state is SlotState.RETURNED and latest is not None:
        return say.WITH_ERRORS(lang, count=latest.errors)
    if to_mend(slot) is not None:
        return say.NEWER_RETURNED(lang)
    return _STATES[slot.state](lang)


def time_words(slot: Slot, lang: Language) -> str:
    """`rettidig`, `3 dage for sent`, `fristen var for 3 dage siden`, `frist om 9 dage`."""
    if slot.state in (SlotState.ACCEPTED, SlotState.RETURNED):
        if slot.days_late == 0:
            return say.RECEIVED_IN_TIME(lang)
        return (say.LATE_ONE if slot.days_late == 1 else say.LATE)(lang, days=slot.days_late)
    if slot.state is SlotState.MISSING:
        days = slot.days_late
        return (say.MISSING_ONE if days == 1 else say.MISSING_FOR)(lang, days=days)
    return due_words(slot.due, slot.today, lang)


def due_words(due: date, today: date, lang: Language) -> str:
    """`frist i dag`, `frist om 9 dage`, `fristen var for 3 dage siden`."""
    days = (due - today).days
    if days < 0:
        return (say.MISSING_ONE if days == -1 else say.MISSING_FOR)(lang, days=-days)
    if days < 2:
        return (say.DUE_TOMORROW if days else say.DUE_TODAY)(lang)
    return say.DUE_IN(lang, days=days)


def score_words(report: Summary | None, lang: Language) -> str:
    """`57,14 pct.`, `14,29–85,71 pct.`; nothing without an accepted report."""
    if report is None or report.secured is None or report.attainable is None:
        return ""
    secured, attainable = (
        number(each, lang, decimals=2) for each in (report.secured, report.attainable)
    )
    if report.secured == report.attainable:
        return say.SCORE_FINAL(lang, secured=secured)
    return say.SCORE_RANGE(lang, secured=secured, attainable=attainable)


def to_mend(slot: Slot) -> Summary | None:
    """The last file that came, where it was not accepted."""
    latest = slot.latest
    return None if latest is None or latest.accepted else latest


def summary_words(desk: Desk, lang: Language) -> str:
    """How many slots are accepted, to be mended, missing, waiting."""
    counts = Counter(slot.state.value for agency in desk.agencies for slot in agency.slots)
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
    slots = (slot for agency in desk.agencies for slot in agency.slots)
    return any(slot.state is SlotState.MISSING for slot in slots)


def _agency(agency: Agency) -> AgencyJson:
    return {
        "plan": agency.plan.id,
        "institution": agency.plan.institution,
        "year": agency.plan.year,
        "periods": [_period(slot) for slot in agency.slots],
        "unplaced": [_file(each) for each in agency.unplaced],
    }


def _period(slot: Slot) -> PeriodJson:
    came = slot.latest is not None
    accepted, shown, mend = slot.accepted, slot.shown, to_mend(slot)
    return {
        "period": slot.period.id,
        "name": slot.period.name,
        "final": slot.period.final,
        "deadline": slot.due.isoformat(),
        "state": slot.state.value,
        "days_late": slot.days_late if came else None,
        "days_missing": slot.days_late if slot.state is SlotState.MISSING else None,
        "days_left": slot.days_left if slot.state is SlotState.WAITING else None,
        "secured": None if accepted is None else accepted.secured,
        "attainable": None if accepted is None else accepted.attainable,
        "report": None if shown is None else _file(shown),
        "to_mend": None if mend is None else _file(mend),
        "files": len(slot.receipts),
    }


def _file(report: Summary) -> FileJson:
    return {
        "file": report.file,
        "digest": report.digest,
        "received": _moment(report.received),
        "submitted": None if report.submitted is None else report.submitted.isoformat(),
        "accepted": report.accepted,
        "errors": report.errors,
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
