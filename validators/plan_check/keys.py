"""Keys: each once, in their form, and belonging to something that is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from texts import catalogue_plans as codes
from texts import plan_checking as say
from texts.authoring import TABLE_TITLES
from texts.language import Text
from validators.findings import Finding, Place, finding
from validators.plan_check.drafts import Draft, DraftPlan
from validators.plan_check.settling import Settled
from workbooks.authoring.entries import SHEET_OF, Column, PlanField, TableName

_FORMS: dict[PlanField, tuple[re.Pattern[str], Text]] = {
    PlanField.ID: (re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), say.ID_FORM),
    PlanField.VERSION: (re.compile(r"[0-9]+\.[0-9]+"), say.VERSION_FORM),
    PlanField.BONUS_SHARE: (re.compile(r"[0-9]+/[0-9]+"), say.SHARE_FORM),
}
_NEVER_EMPTY = (
    TableName.PERIODS,
    TableName.SECTIONS,
    TableName.GOALS,
    TableName.CRITERIA,
)
_GOAL = re.compile(r"[0-9]+(\.[0-9]+)*")
_CRITERION = re.compile(r"[0-9]+(\.[0-9]+)*\.[a-z][0-9]*")


def check_keys(plan: DraftPlan) -> Iterator[Finding]:
    """Every finding about names, numbers and keys."""
    for name, (pattern, form) in _FORMS.items():
        yield from _form(plan[name], pattern, form)
    goals, criteria = plan.rows(TableName.GOALS), plan.rows(TableName.CRITERIA)
    for row in goals:
        yield from _form(row[Column.NUMBER], _GOAL, say.GOAL_FORM)
    for row in criteria:
        yield from _form(row[Column.KEY], _CRITERION, say.KEY_FORM)
    sections = plan.rows(TableName.SECTIONS)
    yield from _twice(row[Column.SECTION] for row in sections)
    yield from _twice(row[Column.NUMBER] for row in goals)
    yield from _twice(row[Column.KEY] for row in criteria)
    yield from _empty_tables(plan)
    yield from _sections(plan)
    yield from _belonging(plan)
    yield from _history(plan)


def has_form(row: Draft) -> bool:
    """Whether a criterion's key has its form."""
    return _CRITERION.fullmatch(row[Column.KEY].text or "") is not None


def goal_of(key: str) -> str:
    """The number of the goal that a criterion's key names."""
    return key.rpartition(".")[0]


def _form(settled: Settled, pattern: re.Pattern[str], form: Text) -> Iterator[Finding]:
    text = settled.text
    if text is not None and not (text.isascii() and pattern.fullmatch(text)):
        yield finding(codes.WRONG_FORM, settled.place, found=text[:80], expected=form)


def _twice(cells: Iterable[Settled]) -> Iterator[Finding]:
    """A finding for each that stood above already, whatever the case of its letters."""
    first: dict[str, Place] = {}
    for cell in cells:
        if cell.text is None:
            continue
        before = first.setdefault(cell.text.casefold(), cell.place)
        if before is not cell.place:
            yield finding(codes.TWICE, cell.place, found=cell.text[:80], first=_at(before))


def _at(place: Place) -> str:
    return f"{place.sheet}!{place.cell}"


def _empty_tables(plan: DraftPlan) -> Iterator[Finding]:
    for table in _NEVER_EMPTY:
        if table in plan.tables and not plan.rows(table):
            name = TABLE_TITLES.get(table, SHEET_OF[table])
            place = Place(SHEET_OF[table], plan.first_cells.get(table))
            yield finding(codes.NO_ROWS, place, name=name)


def _sections(plan: DraftPlan) -> Iterator[Finding]:
    """Every goal stands in a section, and every section has a goal."""
    sections, goals = plan.rows(TableName.SECTIONS), plan.rows(TableName.GOALS)
    for goal in goals:
        if goal[Column.SECTION].is_missing and len(sections) > 1:
            place = goal[Column.SECTION].place
            yield finding(codes.NEEDED, place, name=str(Column.SECTION))
    used = {goal[Column.SECTION].text for goal in goals}
    if len(sections) == 1 or None in used or not goals:
        return  # A goal without a section may be the one that is missed.
    for section in sections:
        title = section[Column.SECTION]
        if title.text is not None and title.text not in used:
            yield finding(codes.EMPTY_SECTION, title.place, found=title.text[:80])


def _belonging(plan: DraftPlan) -> Iterator[Finding]:
    """Every criterion has its goal, and every goal a criterion."""
    goals = plan.by_key(TableName.GOALS, Column.NUMBER)
    criteria = plan.rows(TableName.CRITERIA)
    keyed = [row for row in criteria if has_form(row)]
    sure = all(_GOAL.fullmatch(row[Column.NUMBER].text or "") for row in plan.rows(TableName.GOALS))
    for row in keyed if sure else ():
        key = row[Column.KEY]
        number = goal_of(key.text or "")
        if number not in goals:
            yield finding(codes.NO_SUCH_GOAL, key.place, found=number[:40])
    if not criteria or len(keyed) < len(criteria):
        return  # A key that is wrong may be the goal's.
    belonging = {goal_of(row[Column.KEY].text or "") for row in keyed}
    for number, row in goals.items():
        if _GOAL.fullmatch(number) and number not in belonging:
            place = row[Column.NUMBER].place
            yield finding(codes.NO_CRITERIA, place, found=number)


def _history(plan: DraftPlan) -> Iterator[Finding]:
    """Every row of Historik names a criterion, and no year of it twice.

    Where a criterion's own key is no key, it may be the one that is meant.
    """
    criteria = plan.by_key(TableName.CRITERIA, Column.KEY)
    sure = all(map(has_form, plan.rows(TableName.CRITERIA)))
    seen: dict[tuple[str, int], Place] = {}
    for row in plan.rows(TableName.HISTORY):
        key, year = row[Column.KEY], row[Column.YEAR]
        if key.text is None:
            continue
        if key.text not in criteria:
            if sure:
                yield finding(codes.NO_SUCH_CRITERION, key.place, found=key.text[:80])
        elif year.whole is not None:
            before = seen.setdefault((key.text, year.whole), year.place)
            if before is not year.place:
                place = year.place
                yield finding(codes.YEAR_TWICE, place, found=str(year.whole), first=_at(before))
