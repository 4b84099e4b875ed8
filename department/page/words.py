"""How the page says a state, a deadline, a trend: each mark a symbol, a colour and a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from markupsafe import Markup

from department.record import FindingRecord, Summary
from department.standing import Agency, Slot, SlotState
from department.wording import count_words, mending_words, percent, slot_time_words, value_words
from resultatplan.criteria import State
from resultatplan.plan import Plan
from resultatplan.rulings import left_as
from texts import page as say
from texts import standing
from texts.language import MINUS, Language, Text, day, weekday
from workbooks.form import GREEN, RED, YELLOW

_SAME = 0.005
_MARK = Markup('<span class="{}">{}</span>')

Look = tuple[str, str]
"""Classes of style.css for the symbol and the colour of a mark."""

_UNANSWERED = "unanswered"
"""What still pends in the final report counts as not fulfilled."""
_ON_LEVEL, _BELOW_LEVEL = "on_level", "below_level"
"""How a pending figure stands."""
_SLOTS: Mapping[str, Look] = {
    SlotState.ACCEPTED: ("yes", "g"),
    SlotState.RETURNED: ("mend", "y"),
    SlotState.MISSING: ("no", "r"),
    SlotState.WAITING: ("clock", "n"),
}
_STATES: Mapping[str, Look] = {
    State.FULFILLED: ("yes", "g"),
    State.NOT_FULFILLED: ("no", "r"),
    State.PENDING: ("clock", "n"),
    State.PARTIAL: ("half", "y"),
    State.WITHDRAWN: ("dash", "n"),
    State.NOT_MEASURED: ("dash", "n"),
    _ON_LEVEL: ("clock", "g"),
    _BELOW_LEVEL: ("clock", "y"),
    _UNANSWERED: ("no", "r"),
}
_STATE_WORDS: Mapping[str, Text] = {
    **standing.STATES,
    _UNANSWERED: standing.NOT_REPORTED_IN_FINAL,
    _ON_LEVEL: standing.ON_LEVEL,
    _BELOW_LEVEL: standing.BELOW_LEVEL,
}
_SEVERITIES: Mapping[str, Look] = {
    "error": ("stop", "r"),
    "warning": ("warn", "y"),
    "info": ("info", "n"),
}
_STATUSES: Mapping[str, Look] = {
    GREEN: ("round", "g"),
    YELLOW: ("warn", "y"),
    RED: ("stop", "r"),
}
"""By what the agency picked in the column Status."""


def _plain_marks(
    looks: Mapping[str, Look], texts: Mapping[str, Text], lang: Language
) -> dict[str, tuple[str, str]]:
    return {
        key: (f"m {colour} {symbol}", texts[key](lang).capitalize())
        for key, (symbol, colour) in looks.items()
    }


def state_marks(lang: Language) -> dict[str, tuple[str, str]]:
    """The marks of goals and criteria: classes of style.css, and the word."""
    return _plain_marks(_STATES, _STATE_WORDS, lang)


def slot_marks(lang: Language) -> dict[str, tuple[str, str]]:
    """The marks of the states of periods: classes of style.css, and the word."""
    return _plain_marks(_SLOTS, standing.SLOTS, lang)


def _marks(marks: Mapping[str, tuple[str, str]]) -> dict[str, Markup]:
    return {key: _MARK.format(*mark) for key, mark in marks.items()}


class Words:
    """What the templates call to say something in one language."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.slots = _marks(slot_marks(lang))
        """The marks of the states of periods."""
        self.severities = _marks(_plain_marks(_SEVERITIES, standing.SEVERITIES, lang))
        """The marks of findings."""
        self._states = _marks(state_marks(lang))
        self._statuses = _marks(_plain_marks(_STATUSES, standing.FORECASTS, lang))

    def state(self, state: State, is_final: bool = False, on_level: bool | None = None) -> Markup:
        """The mark of a goal or criterion; `is_final` where what pends is not fulfilled.

        `on_level` is whether a pending figure would be met if the year ended with it.
        """
        if state is State.PENDING and is_final:
            return self._states[_UNANSWERED]
        if state is State.PENDING and on_level is not None:
            return self._states[_ON_LEVEL if on_level else _BELOW_LEVEL]
        return self._states[state]

    def status(self, status: str) -> Markup | str:
        """The mark of the agency's own forecast; what else it typed as it stands."""
        return self._statuses.get(status, status)

    def legend(self, plans: Iterable[Plan]) -> list[Markup]:
        """The marks that have to be explained; what has left only as it has in these plans."""
        rulings = [each for plan in plans for each in plan.in_force.values() if each.is_out]
        unused = {each for each in State if each.has_left} - {left_as([each]) for each in rulings}
        marks = [
            mark for state, mark in self._states.items() if state not in unused | {_UNANSWERED}
        ]
        return [*marks, self.slots[SlotState.RETURNED]]

    def percent(self, value: float) -> str:
        """`66,67 pct.`"""
        return say.PERCENT(self.lang, value=percent(value, self.lang))

    def found(self, file: Summary) -> str:
        """`2 fejl, 1 advarsel`"""
        counts = {"error": file.errors, "warning": file.warnings, "info": file.infos}
        said = [count_words(each, count, self.lang) for each, count in counts.items() if count]
        return ", ".join(said) or say.FOUND_NOTHING(self.lang)

    def message(self, finding: FindingRecord) -> str:
        """The message without the place in front of it, which has a column of its own."""
        message, place = finding.message(self.lang), finding.place
        for head in (f"{place} ({finding.key}): ", f"{place}: "):
            if place and message.startswith(head):
                return message.removeprefix(head)
        return message

    def expected(self, finding: FindingRecord) -> str:
        """What was found, and what was expected instead; nothing where that cannot be said."""
        if finding.expected is None:
            return ""
        found, expected = (
            say.NOT_GIVEN(self.lang) if each is None else each(self.lang)
            for each in (finding.found, finding.expected)
        )
        return say.FOUND_EXPECTED(self.lang, found=found, expected=expected)

    def value(self, value: float | date | str | None) -> str:
        """A typed value: a number, a date, a text as it stands; blank."""
        return say.BLANK(self.lang) if value is None else value_words(value, self.lang)

    def total_note(self, report: Summary | None) -> str:
        """What an agency's total is made from."""
        if report is None or not report.is_report:
            return say.NO_FIGURE(self.lang)
        if not report.accepted:
            return say.NOT_ACCEPTED_YET(self.lang)
        return say.FINAL(self.lang) if report.final else (report.period_name or "")

    def next_deadline(self, slots: list[Slot]) -> str:
        """The first deadline to come of a report that has not come; nothing where there is none."""
        waiting = [slot for slot in slots if slot.state is SlotState.WAITING]
        if not waiting:
            return ""
        slot = min(waiting, key=lambda each: (each.due, each.plan.institution))
        return say.NEXT_DEADLINE(
            self.lang,
            due=day(slot.due, self.lang),
            weekday=weekday(slot.due, self.lang),
            agency=slot.plan.institution,
            period=slot.period.name,
        )


def trend(agency: Agency, lang: Language) -> tuple[str, float]:
    """What the expected total did since the accepted report before, in words and in points."""
    before, after = [None, None, *agency.accepted][-2:]
    if before is None or after is None or before.expected is None or after.expected is None:
        return say.TREND_NONE(lang), 0.0
    points = after.expected - before.expected
    since = before.period_name or ""
    if abs(points) < _SAME:
        return say.TREND_SAME(lang, period=since), 0.0
    said = say.TREND_UP if points > 0 else say.TREND_DOWN
    return said(lang, points=percent(abs(points), lang).lstrip(MINUS), period=since), points


def slot_note(slot: Slot, lang: Language) -> str:
    """What is said beside a period's state: what is to be mended, when it came or is due."""
    said = mending_words(slot, lang), slot_time_words(slot, lang, dated=True)
    return ", ".join(filter(None, said))
