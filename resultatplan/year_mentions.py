"""Years that the plan's texts name: listed, since only people know which of them move on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from resultatplan.plan import Plan

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|[.,]\d)")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÆØÅ»\"*])")
_MOST = 12
"""Passages quoted of one text."""
_OF_PLAN = (
    *("title", "reporting.text", "stated_goals_text", "scoring_text"),
    *("bonus.text", "bonus.discretion"),
)
_OF_GOAL = ("title", "heading", "description", "source", "notes")
_OF_CRITERION = ("text", "basis_text", "assessor", "source", "notes")


def with_year(text: str, before: int, year: int) -> str:
    """A title or a name with the plan's year replaced by the new one."""
    return re.sub(rf"(?<!\d){before}(?!\d)", str(year), text)


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, each once."""
    return tuple(sorted({int(each) for each in _YEAR.findall(text)}))


def passages_with_years(text: str) -> tuple[str, ...]:
    """The sentences that name a year, blanks and line breaks made even."""
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    found = (each for each in sentences if _YEAR.search(each))
    return tuple(dict.fromkeys(found))[:_MOST]


def texts_of(plan: Plan) -> Iterator[tuple[str, str, str, str]]:
    """Part, key, field and words of every text but the notes on the years of the history."""
    yield from _texts(plan, "plan", "", _OF_PLAN)
    for number, period in enumerate(plan.reporting.periods):
        yield from _texts(period, "reporting.periods", str(number), ("name",))
    for number, section in enumerate(plan.sections):
        yield from _texts(section, "sections", str(number), ("title",))
    for number, note in enumerate(plan.notes):
        yield "notes", str(number), "note", note
    for goal in plan.goals:
        yield from _texts(goal, "goals", goal.number, _OF_GOAL)
    for criterion in plan.criteria:
        yield from _texts(criterion, "criteria", criterion.key, _OF_CRITERION)


def _texts(
    model: BaseModel, part: str, key: str, fields: tuple[str, ...]
) -> Iterator[tuple[str, str, str, str]]:
    for field in fields:
        value: object = model
        for name in field.split("."):
            value = getattr(value, name)
        text = "\n".join(value) if isinstance(value, tuple) else value
        if isinstance(text, str) and text:
            yield part, key, field, text
