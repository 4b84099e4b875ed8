"""Figures of the desk in words: intervals, trends, and how a report stands to its deadline."""

from __future__ import annotations

from datetime import date

from department.record import Summary
from department.standing import Slot, SlotState
from department.wording import percent
from texts import page as say
from texts.language import Language
from texts.notation import MINUS, day, number

_SAME = 0.005


def interval(report: Summary, lang: Language) -> str:
    """`14,29–85,71 pct.`, one figure where both ends are the same; nothing without figures."""
    if report.secured is None or report.attainable is None:
        return ""
    secured, attainable = percent(report.secured, lang), percent(report.attainable, lang)
    if secured == attainable:
        return say.SINGLE(lang, secured=secured)
    return say.INTERVAL(lang, secured=secured, attainable=attainable)


def trend(reports: tuple[Summary, ...], lang: Language) -> tuple[str, float]:
    """What the secured total did since the last accepted report, in words and in points."""
    if len(reports) < 2 or reports[-1].secured is None or reports[-2].secured is None:
        return say.TREND_NONE(lang), 0.0
    points = reports[-1].secured - reports[-2].secured
    since = reports[-2].period_name or ""
    if abs(points) < _SAME:
        return say.TREND_SAME(lang, period=since), 0.0
    said = say.TREND_UP if points > 0 else say.TREND_DOWN
    return said(lang, points=percent(abs(points), lang).lstrip(MINUS), period=since), points


def slot_note(slot: Slot, lang: Language) -> str:
    """What is to be said beside a slot's state: late, overdue, due in so many days, errors."""
    if slot.state is SlotState.MISSING:
        return _overdue(slot.days_late, slot.due, lang)
    if slot.state is SlotState.WAITING:
        return _due(slot.days_left, slot.due, lang)
    parts = [_timeliness(slot.days_late, lang)]
    if slot.state is SlotState.RETURNED and slot.latest is not None:
        parts.insert(0, _errors(slot.latest.errors, lang))
    elif slot.latest is not slot.accepted:
        parts.append(say.NEWER_RETURNED(lang))
    return ", ".join(parts)


def _timeliness(days: int, lang: Language) -> str:
    if days == 0:
        return say.IN_TIME(lang)
    return say.DAY_LATE(lang) if days == 1 else say.DAYS_LATE(lang, days=days)


def _overdue(days: int, due: date, lang: Language) -> str:
    said = say.OVERDUE_DAY if days == 1 else say.OVERDUE
    return said(lang, days=number(days, lang), due=day(due, lang))


def _due(days: int, due: date, lang: Language) -> str:
    said = {0: say.DUE_TODAY, 1: say.DUE_TOMORROW}.get(days, say.DUE_IN)
    return said(lang, days=number(days, lang), due=day(due, lang))


def _errors(count: int, lang: Language) -> str:
    said = say.FOUND_ONE if count == 1 else say.FOUND_MANY
    return said["error"](lang, count=number(count, lang))
