"""Dates: within the time for which the plan is valid, and periods in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from texts import catalogue_plans as codes
from texts import plan_checking as say
from texts.said import Day, phrase
from validators.findings import Finding, Place, finding
from validators.plan_check.drafts import Draft, DraftPlan
from workbooks.authoring.choices import PERIOD_ENDS, PERIOD_NAMES
from workbooks.authoring.entries import Column, PlanField, TableName


def check_dates(plan: DraftPlan) -> Iterator[Finding]:
    """Every finding about the plan's time, deadlines and periods."""
    yield from _validity(plan)
    yield from _periods(plan)


def valid_from(plan: DraftPlan) -> date | None:
    """The first day: 1 January of the year where none is typed."""
    return _end_of_validity(plan, PlanField.VALID_FROM, (1, 1))


def valid_to(plan: DraftPlan) -> date | None:
    """The last day: 31 December of the year where none is typed."""
    return _end_of_validity(plan, PlanField.VALID_TO, (12, 31))


def period_name(row: Draft) -> str | None:
    """A period's name: the usual one where none is typed."""
    period, name = row[Column.PERIOD].text, row[Column.PERIOD_NAME]
    if name.is_missing and period is not None:
        return PERIOD_NAMES[period]
    return name.text


def period_end(plan: DraftPlan, row: Draft) -> date | None:
    """A period's last day: that of the quarter or the half-year where none is typed."""
    period, ends, year = row[Column.PERIOD].text, row[Column.ENDS], plan[PlanField.YEAR].whole
    if ends.is_missing and period is not None and year is not None:
        return date(year, *PERIOD_ENDS[period])
    return ends.day


def _end_of_validity(plan: DraftPlan, name: PlanField, usual: tuple[int, int]) -> date | None:
    typed, year = plan[name], plan[PlanField.YEAR].whole
    if typed.is_missing and year is not None:
        return date(year, *usual)
    return typed.day


def _validity(plan: DraftPlan) -> Iterator[Finding]:
    first, last = valid_from(plan), valid_to(plan)
    if first is None or last is None:
        return
    if first > last:
        place = plan[PlanField.VALID_TO].place
        yield finding(codes.ENDS_BEFORE_IT_BEGINS, place, found=Day(last), expected=Day(first))
        return
    for row in plan.rows(TableName.CRITERIA):
        deadline = row[Column.DEADLINE]
        if deadline.day is not None and not first <= deadline.day <= last:
            yield finding(
                codes.OUTSIDE_PLAN,
                deadline.place,
                found=Day(deadline.day),
                expected=phrase(say.SPAN, first=Day(first), last=Day(last)),
            )


def _periods(plan: DraftPlan) -> Iterator[Finding]:
    rows = plan.rows(TableName.PERIODS)
    first: dict[str, Place] = {}
    names: dict[str, Place] = {}
    before: date | None = None
    for row in rows:
        period, ends = row[Column.PERIOD], period_end(plan, row)
        if period.text is not None:
            place = first.setdefault(period.text, period.place)
            if place is not period.place:
                yield finding(codes.TWICE, period.place, found=period.text, first=str(place))
                continue
        name, typed = period_name(row), row[Column.PERIOD_NAME]
        if name is not None:
            place = names.setdefault(name, typed.place)
            if place is not typed.place:
                yield finding(codes.TWICE, typed.place, found=name[:80], first=str(place))
        if ends is not None:
            if before is not None and ends <= before:
                yield finding(
                    codes.PERIODS_OUT_OF_ORDER,
                    row[Column.ENDS].place,
                    found=Day(ends),
                    expected=Day(before),
                )
            before = ends
