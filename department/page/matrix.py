"""Agencies by periods: what the page shows first, made from summaries alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from department.page.marks import SLOTS, mark, marks
from department.page.wording import interval, slot_note, trend
from department.record import Summary
from department.standing import Agency, Desk, Slot, SlotState
from texts import page as say
from texts.language import Language
from texts.notation import day, weekday

_RANK = {
    SlotState.MISSING: 0,
    SlotState.RETURNED: 1,
    SlotState.WAITING: 2,
    SlotState.ACCEPTED: 3,
}
_ALPHABET = str.maketrans({"æ": "{a", "ø": "{b", "å": "{c"})
LATE = "late"
"""The filter's word for a slot whose first file came after the deadline."""


class Bar(NamedTuple):
    """A total as a bar from 0 to 100: secured solid, the rest up to attainable hatched."""

    secured: float
    attainable: float


class Cell(NamedTuple):
    """One plan and period."""

    period: str
    href: str
    mark: Markup
    score: str
    bar: Bar | None
    note: str


class Row(NamedTuple):
    """One agency. `states` and `severities` are what the filter looks for, apart by spaces."""

    number: int
    institution: str
    year: int
    quarters: tuple[tuple[Cell, ...], ...]
    """The cells of the periods that end in each of the four quarters."""
    ranks: tuple[int, ...]
    """By which a column is sorted: what needs attention first; 9 where there is no period."""
    total: str
    total_note: str
    bar: Bar | None
    secured: float
    trend: str
    points: float
    states: str
    severities: str

    @property
    def direction(self) -> str:
        """`up`, `down` or `same`: the symbol beside the trend."""
        return "up" if self.points > 0 else "down" if self.points < 0 else "same"


class Count(NamedTuple):
    """How many slots are in one state."""

    mark: Markup
    slots: int


def in_order(desk: Desk) -> list[Agency]:
    """The agencies as the page lists them: the latest year first, then by the Danish alphabet."""
    return sorted(desk.agencies, key=_order)


def rows(agencies: Sequence[Agency], lang: Language) -> list[Row]:
    """A row for each agency, in their order."""
    said = marks(SLOTS, lang)
    return [_row(index, agency, said, lang) for index, agency in enumerate(agencies)]


def counts(agencies: Sequence[Agency], lang: Language) -> list[Count]:
    """How many slots are missing, to be mended, not due yet and accepted, in that order."""
    found = Counter(slot.state for agency in agencies for slot in agency.slots)
    return [Count(mark(SLOTS[state], lang), found[state]) for state in _RANK]


def next_deadline(agencies: Sequence[Agency], lang: Language) -> str:
    """The first deadline to come of a report that has not come; nothing where there is none."""
    waiting = [
        slot for agency in agencies for slot in agency.slots if slot.state is SlotState.WAITING
    ]
    if not waiting:
        return ""
    slot = min(waiting, key=lambda each: (each.due, each.plan.institution))
    return say.NEXT_DEADLINE(
        lang,
        due=day(slot.due, lang),
        weekday=weekday(slot.due, lang),
        agency=slot.plan.institution,
        period=slot.period.name,
    )


def slot_states(slot: Slot) -> set[str]:
    """What the filter calls a slot: its state, and whether it came late."""
    late = {LATE} if slot.receipts and slot.days_late else set()
    return {slot.state.value} | late


def column_anchor(index: int, slot: Slot) -> str:
    """The id of a slot in its agency's part of the page."""
    return f"a{index}-{slot.period.id}"


def bar_of(report: Summary | None) -> Bar | None:
    """The bar of a report that has figures."""
    if report is None or report.secured is None or report.attainable is None:
        return None
    return Bar(round(report.secured, 2), round(report.attainable, 2))


def _order(agency: Agency) -> tuple[int, str, str]:
    plan = agency.plan
    return -plan.year, plan.institution.casefold().translate(_ALPHABET), plan.id


def _row(index: int, agency: Agency, said: dict[SlotState, Markup], lang: Language) -> Row:
    quarters: list[list[Cell]] = [[], [], [], []]
    ranks = [9, 9, 9, 9]
    for slot in agency.slots:
        quarter = (slot.period.ends.month - 1) // 3
        quarters[quarter].append(_cell(index, slot, said, lang))
        ranks[quarter] = min(ranks[quarter], _RANK[slot.state])
    report = standing_report(agency)
    said_trend, points = trend(agency.accepted, lang)
    return Row(
        index,
        agency.plan.institution,
        agency.plan.year,
        tuple(tuple(cells) for cells in quarters),
        tuple(ranks),
        "" if report is None else interval(report, lang),
        _total_note(report, lang),
        bar_of(report),
        -1.0 if report is None or report.secured is None else round(report.secured, 2),
        said_trend,
        round(points, 2),
        " ".join(sorted(set().union(*(slot_states(slot) for slot in agency.slots)))),
        " ".join(_severities(agency)),
    )


def standing_report(agency: Agency) -> Summary | None:
    """The report that tells how the agency stands: the latest that counts, else that came."""
    if agency.latest is not None:
        return agency.latest
    shown = [slot.shown for slot in agency.slots if slot.shown is not None]
    return shown[-1] if shown else None


def _total_note(report: Summary | None, lang: Language) -> str:
    if report is None or report.secured is None:
        return say.NO_FIGURE(lang)
    if not report.accepted:
        return say.NOT_ACCEPTED_YET(lang)
    return say.FINAL(lang) if report.final else (report.period_name or "")


def _cell(index: int, slot: Slot, said: dict[SlotState, Markup], lang: Language) -> Cell:
    shown = slot.shown
    return Cell(
        slot.period.name,
        "#" + column_anchor(index, slot),
        said[slot.state],
        "" if shown is None else interval(shown, lang),
        bar_of(shown),
        slot_note(slot, lang),
    )


def _severities(agency: Agency) -> list[str]:
    reports = [*agency.unplaced]
    for slot in agency.slots:
        reports += [each for each in {slot.shown, slot.latest} if each is not None]
    found = {
        "error": any(each.errors for each in reports),
        "info": any(each.infos for each in reports),
        "warning": any(each.warnings for each in reports),
    }
    return [severity for severity, there in found.items() if there]
