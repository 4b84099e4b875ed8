"""Years that the plan's texts name: listed, since only people know which of them move on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resultatplan.plan import Plan
from resultatplan.rollover_decisions import Decision, Part, Where
from texts import rollover as say

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|[.,]\d)")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÆØÅ»\"*])")
_LONGEST = 180
"""Characters of a passage that is quoted."""
_MOST = 12
"""Passages quoted of one text."""


def with_year(text: str, before: int, year: int) -> str:
    """A title or a name with the plan's year replaced by the new one."""
    return re.sub(rf"(?<!\d){before}(?!\d)", str(year), text)


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, each once."""
    return tuple(sorted({int(each) for each in _YEAR.findall(text)}))


def passages_with_years(text: str) -> tuple[str, ...]:
    """The sentences that name a year, blanks and line breaks made even, long ones cut."""
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    found = (_cut(each) for each in sentences if _YEAR.search(each))
    return tuple(dict.fromkeys(found))[:_MOST]


def years_to_look_at(plan: Plan) -> Iterator[Decision]:
    """A decision for each text of the draft that names a year; `plan` is the draft."""
    for where, text in _texts(plan):
        years = years_in(text)
        if years and not _is_title_of(where, years, plan.year):
            words = _listed(tuple(map(str, years)))
            what = say.YEARS.format(years=words, year=plan.year)
            yield Decision(what, where, passages_with_years(text))


def _is_title_of(where: Where, years: tuple[int, ...], year: int) -> bool:
    """A title or a period's name in which the year has been replaced already."""
    replaced = where in _REPLACED or where.part is Part.PERIOD
    return replaced and years == (year,)


_REPLACED = frozenset({Where(Part.PLAN, "", "title")})


def _texts(plan: Plan) -> Iterator[tuple[Where, str]]:
    """Every text of the plan but the notes on the years of its history."""
    own: tuple[tuple[str, str | None], ...] = (
        ("title", plan.title),
        ("reporting.text", plan.reporting.text),
        ("stated_goals_text", plan.stated_goals_text),
        ("scoring_text", plan.scoring_text),
        ("bonus.text", plan.bonus.text),
        ("bonus.discretion", plan.bonus.discretion),
    )
    yield from _given(Part.PLAN, "", own)
    for number, period in enumerate(plan.reporting.periods):
        yield from _given(Part.PERIOD, str(number), (("name", period.name),))
    for number, section in enumerate(plan.sections):
        yield from _given(Part.SECTION, str(number), (("title", section.title),))
    for number, note in enumerate(plan.notes):
        yield from _given(Part.NOTE, str(number), (("note", note),))
    for goal in plan.goals:
        names = ("title", "heading", "description", "source")
        yield from _given(Part.GOAL, goal.number, tuple((n, getattr(goal, n)) for n in names))
        yield from _given(Part.GOAL, goal.number, (("notes", "\n".join(goal.notes)),))
    for criterion in plan.criteria:
        names = ("text", "basis_text", "assessor", "source")
        texts = tuple((name, getattr(criterion, name)) for name in names)
        yield from _given(Part.CRITERION, criterion.key, texts)
        yield from _given(Part.CRITERION, criterion.key, (("notes", "\n".join(criterion.notes)),))


def _given(
    part: Part, key: str, texts: tuple[tuple[str, str | None], ...]
) -> Iterator[tuple[Where, str]]:
    for field, text in texts:
        if text:
            yield Where(part, key, field), text


def _cut(sentence: str) -> str:
    """A sentence, or as many of its words as stand around its first year."""
    if len(sentence) <= _LONGEST:
        return sentence
    match = _YEAR.search(sentence)
    middle = match.start() if match else 0
    start = max(0, min(middle - _LONGEST // 2, len(sentence) - _LONGEST))
    end = start + _LONGEST
    passage = sentence[start:end]
    if start and " " in passage:
        passage = passage.partition(" ")[2]
    if end < len(sentence) and " " in passage:
        passage = passage.rpartition(" ")[0]
    return passage.strip()


def _listed(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])}{say.TEXT_YEARS_AND}{words[-1]}"
