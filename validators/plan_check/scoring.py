"""Weights, partly met and withdrawn: what the plan's way of scoring asks for, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from resultatplan.criteria import Kind
from resultatplan.exact import HUNDRED
from texts import catalogue_plans as codes
from texts import plan_checking as say
from texts.said import Quantity, Said, phrase
from validators.findings import Finding, finding
from validators.plan_check.drafts import Draft, DraftPlan
from validators.plan_check.keys import goal_of, has_form
from validators.plan_check.kinds import kind_of, unmarked
from validators.plan_check.settling import Settled
from workbooks.authoring.choices import label_of
from workbooks.authoring.entries import Column, ListName, PlanField, TableName

_EQUAL, _WEIGHTS, _POINTS = "equal", "weights", "points"
_WEIGHTED_MEAN = "weighted_mean"
_HALF = Decimal(50)


def check_scoring(plan: DraftPlan) -> Iterator[Finding]:
    """Every finding about weights, credits and what is withdrawn."""
    yield from _goal_weights(plan)
    yield from _criterion_weights(plan)
    yield from _credit(plan)
    yield from _withdrawn(plan)


def weighting_of(plan: DraftPlan) -> str | None:
    """How goals weigh: equally where nothing is chosen; None where it is no choice."""
    weighting = plan[PlanField.WEIGHTING]
    return _EQUAL if weighting.is_missing else weighting.text


def _goal_weights(plan: DraftPlan) -> Iterator[Finding]:
    weighting = weighting_of(plan)
    if weighting is None:
        return
    words = label_of(ListName.WEIGHTINGS, weighting)
    weights: list[Decimal] = []
    for row in plan.rows(TableName.GOALS):
        for column, wanted in ((Column.WEIGHT, _WEIGHTS), (Column.POINTS, _POINTS)):
            cell = row[column]
            yield from _weight(cell, str(column), words, is_wanted=weighting == wanted)
            if weighting == wanted == _WEIGHTS and cell.number is not None:
                weights.append(cell.number)
    if len(weights) == len(plan.rows(TableName.GOALS)):
        yield from _sum(plan, weights)


def _criterion_weights(plan: DraftPlan) -> Iterator[Finding]:
    goals = plan.by_key(TableName.GOALS, Column.NUMBER)
    for row in plan.rows(TableName.CRITERIA):
        goal = goals.get(goal_of(row[Column.KEY].text or "")) if has_form(row) else None
        if goal is None or goal[Column.COMBINE].is_wrong:
            continue
        combine = goal[Column.COMBINE].text or "rule"
        words = label_of(ListName.COMBINES, combine)
        column = Column.CRITERION_WEIGHT
        is_wanted = combine == _WEIGHTED_MEAN
        yield from _weight(row[column], str(column), words, is_wanted=is_wanted)


def _weight(cell: Settled, name: str, words: str, *, is_wanted: bool) -> Iterator[Finding]:
    place = cell.place
    if is_wanted and cell.is_missing:
        yield finding(codes.WEIGHT_NEEDED, place, name=name, found=words)
    if not is_wanted and cell.value is not None:
        yield finding(codes.WEIGHT_UNUSED, place, name=name, found=words)
    elif cell.number is not None:
        if cell.number <= 0:
            found = Quantity(cell.number)
            yield finding(codes.OUT_OF_BOUNDS, place, found=found, expected=say.POSITIVE)
        if name != Column.CRITERION_WEIGHT:
            yield from unmarked(cell)


def _sum(plan: DraftPlan, weights: list[Decimal]) -> Iterator[Finding]:
    """Weights that look like per cent and are not 100 together. Others are only proportions."""
    whole = sum(weights, Decimal(0))
    if whole == HUNDRED or not _HALF < whole < 3 * _HALF or min(weights) <= 0:
        return
    share = weights[0] / whole * HUNDRED
    fields = {"weight": Quantity(weights[0]), "share": Quantity(round(share, 2))}
    example = phrase(say.WEIGHT_EXAMPLE, **fields)
    place = plan.rows(TableName.GOALS)[0][Column.WEIGHT].place
    yield finding(codes.WEIGHTS_DO_NOT_ADD_UP, place, found=Quantity(whole), example=example)


def _credit(plan: DraftPlan) -> Iterator[Finding]:
    credit = plan[PlanField.PARTIAL_CREDIT]
    number = credit.number
    if number is not None and not 0 < number < HUNDRED:
        found = Quantity(number)
        yield finding(codes.OUT_OF_BOUNDS, credit.place, found=found, expected=say.CREDIT)
    if not credit.is_missing:
        return
    for row in plan.rows(TableName.GOALS):
        rule = row[Column.PARTIAL_RULE]
        if rule.text is not None:
            yield _needs_credit(row, rule, Column.NUMBER)
    for row in plan.rows(TableName.CRITERIA):
        partly, until = row[Column.PARTLY], row[Column.PARTIAL_DEADLINE]
        kind = kind_of(row)
        if partly.yes and kind in (Kind.DONE, Kind.ASSESSED):
            yield _needs_credit(row, partly, Column.KEY)
        if until.day is not None and kind is Kind.DELIVERED_BY:
            yield _needs_credit(row, until, Column.KEY)


def _needs_credit(row: Draft, cell: Settled, column: Column) -> Finding:
    return finding(codes.CREDIT_NEEDED, cell.place, found=_named(row, column))


def _named(row: Draft, column: Column) -> Said:
    text = row[column].text or "?"
    if column is Column.NUMBER:
        return phrase(say.GOAL_NAMED, number=text)
    return phrase(say.CRITERION_NAMED, key=text)


def _withdrawn(plan: DraftPlan) -> Iterator[Finding]:
    means = plan[PlanField.WITHDRAWN]
    tables = ((TableName.GOALS, Column.NUMBER), (TableName.CRITERIA, Column.KEY))
    if means.is_missing:
        for table, column in tables:
            for row in plan.rows(table):
                reason = row[Column.WITHDRAWN]
                if reason.text is not None:
                    place = reason.place
                    yield finding(codes.WITHDRAWAL_NEEDED, place, found=_named(row, column))
    goals = plan.rows(TableName.GOALS)
    if means.text == "leaves" and goals and all(_is_wholly_withdrawn(plan, row) for row in goals):
        yield finding(codes.ALL_WITHDRAWN, goals[0][Column.WITHDRAWN].place)


def _is_wholly_withdrawn(plan: DraftPlan, goal: Draft) -> bool:
    if goal[Column.WITHDRAWN].text is not None:
        return True
    number = goal[Column.NUMBER].text
    own = [
        row
        for row in plan.rows(TableName.CRITERIA)
        if has_form(row) and goal_of(row[Column.KEY].text or "") == number
    ]
    return bool(own) and all(row[Column.WITHDRAWN].text is not None for row in own)
