"""The total by period as bars: where each stands in the drawing, and what its label says."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from department.page.marks import SLOTS, mark
from department.page.wording import interval
from department.standing import Slot, SlotState
from department.wording import percent
from texts import page as say
from texts.language import Language

_LEFT, _STEP, _WIDTH = 36, 88, 44
_TOP, _HEIGHT = 24, 120
_LINE = 14
_MOST_LETTERS = 14
GRID = (0, 50, 100)


class PeriodBar(NamedTuple):
    """One period: positions in the drawing's units (y downwards), words, and the table's row."""

    x: int
    middle: int
    secured_y: float
    secured_height: float
    attainable_y: float
    attainable_height: float
    label: str
    label_y: float
    names: tuple[str, ...]
    period: str
    mark: Markup
    secured: str
    attainable: str
    accepted: bool
    drawn: bool


class ScoreChart(NamedTuple):
    """The drawing's size, its horizontal lines (y, label) and its bars."""

    width: int
    height: int
    left: int
    lines: tuple[tuple[float, str], ...]
    bars: tuple[PeriodBar, ...]
    summary: str
    names_y: int


def score_chart(slots: Sequence[Slot], lang: Language) -> ScoreChart | None:
    """The chart of an agency's periods; None where no report has figures."""
    if all(slot.shown is None or slot.shown.secured is None for slot in slots):
        return None
    bars = tuple(_bar(at, slot, lang) for at, slot in enumerate(slots))
    names = max(len(bar.names) for bar in bars)
    bottom = _TOP + _HEIGHT
    return ScoreChart(
        _LEFT + _STEP * len(bars),
        bottom + 8 + _LINE * names,
        _LEFT,
        tuple((_y(value), str(value)) for value in GRID),
        bars,
        "; ".join(say.SCORE_POINT(lang, period=bar.period, score=bar.label) for bar in bars),
        bottom + _LINE + 2,
    )


def _y(value: float) -> float:
    return round(_TOP + _HEIGHT * (1 - value / 100), 1)


def _bar(at: int, slot: Slot, lang: Language) -> PeriodBar:
    shown = slot.shown
    x = _LEFT + _STEP * at + (_STEP - _WIDTH) // 2
    drawn = shown is not None and shown.secured is not None and shown.attainable is not None
    secured = shown.secured if shown is not None and shown.secured is not None else 0.0
    attainable = shown.attainable if shown is not None and shown.attainable is not None else secured
    said = interval(shown, lang).removesuffix(" pct.").removesuffix(" per cent") if shown else ""
    return PeriodBar(
        x,
        x + _WIDTH // 2,
        _y(secured),
        round(_y(0) - _y(secured), 1),
        _y(attainable),
        round(_y(secured) - _y(attainable), 1),
        said if drawn else SLOTS[slot.state].word(lang).lower(),
        _y(attainable) - 6,
        tuple(textwrap.wrap(slot.period.name, _MOST_LETTERS)[:3]),
        slot.period.name,
        mark(SLOTS[slot.state], lang),
        percent(secured, lang) if drawn else "",
        percent(attainable, lang) if drawn else "",
        slot.state is SlotState.ACCEPTED,
        drawn,
    )
