"""What stands above and below a criterion's own words on Afrapportering."""

from __future__ import annotations

from resultatplan.plan import Criterion, Goal, HistoryEntry
from texts import workbook as say
from texts.notation import quantity


def lead_of(
    section: str, section_number: str | None, goal: Goal, criterion: Criterion, first: Goal
) -> str:
    """What stands above the first criterion of a goal: the section, once, and the goal's title."""
    if criterion is not goal.criteria[0]:
        return ""
    heading = f"{goal.number} {goal.title}"
    if goal is not first:
        return heading
    name = section if section_number is None else f"{section_number}. {section}"
    return f"{name.upper()}\n{heading}"


def last_year(year: int, criterion: Criterion) -> str:
    """Last year's figures: `2019: mål 97 pct., resultat –`."""
    earlier = [entry for entry in criterion.history if entry.year < year and _has_data(entry)]
    if not earlier:
        return ""
    entry = earlier[-1]
    unit = entry.unit or criterion.unit
    figures = ", ".join(
        template.format(**{name: say.NOT_GIVEN if value is None else quantity(value, unit)})
        for template, name, value in (
            (say.LAST_TARGET, "target", entry.target),
            (say.LAST_RESULT, "result", entry.result),
        )
    )
    return say.LAST_YEAR.format(year=entry.year, figures=figures)


def _has_data(entry: HistoryEntry) -> bool:
    return entry.target is not None or entry.result is not None
