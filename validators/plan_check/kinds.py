"""Each criterion has what its kind needs, nothing that it does not use, and a unit that fits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import HUNDRED
from texts import catalogue_plans as codes
from texts import judging
from texts import plan_checking as say
from texts.notation import number as written
from texts.said import Quantity, phrase
from validators.findings import Finding, finding
from validators.plan_check.drafts import Draft, DraftPlan
from validators.plan_check.settling import Settled
from workbooks.authoring.entries import Column, PlanField, TableName
from workbooks.authoring.guards import NEEDED_BY

PERCENT = "pct."
_PERCENT_WORDS = frozenset({"%", "pct", "procent", "percent"})
_UNUSED = {
    Column.TARGET: frozenset(kind for kind in Kind if not kind.needs_target),
    Column.BASIS: frozenset(kind for kind in Kind if not kind.needs_basis),
    Column.BASIS_TEXT: frozenset(kind for kind in Kind if not kind.needs_basis),
}
"""The kinds for which a plan may not fill in a column; others it may, though nothing uses it."""


def kind_of(row: Draft) -> Kind | None:
    """The row's kind, None where none is typed or it is unknown."""
    text = row[Column.KIND].text
    return None if text is None else Kind(text)


def check_kinds(plan: DraftPlan) -> Iterator[Finding]:
    """Every finding about kinds, targets, units and bases."""
    for row in plan.rows(TableName.CRITERIA):
        kind = kind_of(row)
        if kind is not None:
            yield from _needs(row, kind)
            yield from _takes_no(row, kind)
            yield from _values(row, kind)
        yield from _range(row[Column.TARGET], kind)
        yield from _percent_unit(row[Column.TARGET], row[Column.UNIT])
        level = row[Column.UNIT] if row[Column.LEVEL_UNIT].is_missing else row[Column.LEVEL_UNIT]
        yield from _percent_unit(row[Column.BASIS], level)
        for column in (Column.UNIT, Column.LEVEL_UNIT):
            yield from _unit_word(row[column])
        if row[Column.TARGET].provisional:
            yield from _provisional(plan, row)
        for column in (Column.BASIS, Column.CRITERION_WEIGHT):
            yield from unmarked(row[column])
    yield from _history(plan)
    yield from _tolerances(plan)
    yield from unmarked(plan[PlanField.PARTIAL_CREDIT])


def unmarked(settled: Settled) -> Iterator[Finding]:
    """A finding for brackets and ranges where a number must stand alone."""
    if settled.typed is not None and settled.number is not None:
        suggestion = phrase(say.DID_YOU_MEAN_PLAIN, value=Quantity(settled.number))
        yield finding(
            codes.TEXT_FOR_NUMBER, settled.place, found=settled.typed, suggestion=suggestion
        )


def _needs(row: Draft, kind: Kind) -> Iterator[Finding]:
    for column, kinds in NEEDED_BY.items():
        settled = row[column]
        if kind in kinds and settled.is_missing:
            yield finding(codes.KIND_NEEDS, settled.place, kind=LABELS[kind], name=str(column))


def _takes_no(row: Draft, kind: Kind) -> Iterator[Finding]:
    for column, kinds in _UNUSED.items():
        settled = row[column]
        if kind in kinds and settled.value is not None:
            place, found = settled.place, _shown(settled)
            yield finding(
                codes.KIND_TAKES_NO, place, kind=LABELS[kind], name=str(column), found=found
            )


def _values(row: Draft, kind: Kind) -> Iterator[Finding]:
    unit, target, basis = row[Column.UNIT], row[Column.TARGET], row[Column.BASIS]
    is_other = unit.text is not None and unit.text.casefold() not in {PERCENT, *_PERCENT_WORDS}
    if kind is Kind.REDUCTION and is_other:
        place, found = unit.place, (unit.text or "")[:40]
        yield finding(codes.UNIT_MISFIT, place, found=found, expected=PERCENT)
    if kind.needs_basis and kind is not Kind.BENCHMARK and basis.number == 0:
        yield finding(codes.ZERO_BASIS, basis.place)
    low = kind in (Kind.AT_LEAST, Kind.REDUCTION) and unit.text == PERCENT
    if low and target.number is not None and 0 < target.number < 1 and not target.in_percent:
        yield finding(
            codes.PERHAPS_PERCENT,
            target.place,
            found=Quantity(target.number, PERCENT),
            expected=Quantity(target.number * HUNDRED, PERCENT),
        )


def _range(target: Settled, kind: Kind | None) -> Iterator[Finding]:
    """`+/- 5`: understood for `within`, an error for any other kind."""
    if not target.to_either_side or target.number is None or target.typed is None:
        return
    place = target.place
    if kind is Kind.WITHIN:
        yield finding(codes.RANGE_READ, place, found=target.typed, expected=Quantity(target.number))
    elif kind is not None:
        suggestion = phrase(say.DID_YOU_MEAN_PLAIN, value=Quantity(target.number))
        yield finding(codes.RANGE_MISPLACED, place, found=target.typed, suggestion=suggestion)


def _percent_unit(settled: Settled, unit: Settled) -> Iterator[Finding]:
    """A number typed as `82 %` must have the unit pct."""
    if settled.in_percent and unit.text is not None and unit.text != PERCENT:
        yield finding(codes.UNIT_MISFIT, settled.place, found="%", expected=unit.text[:40])


def _unit_word(unit: Settled) -> Iterator[Finding]:
    if unit.text is not None and unit.text.casefold() in _PERCENT_WORDS:
        yield finding(codes.UNIT_MISFIT, unit.place, found=unit.text[:40], expected=PERCENT)


def _provisional(plan: DraftPlan, row: Draft) -> Iterator[Finding]:
    """A criterion's `[83]` is kept in its history of the plan's year, which must not say else."""
    target, key, year = row[Column.TARGET], row[Column.KEY].text, plan[PlanField.YEAR].whole
    if target.number is None or year is None:
        return
    others = [
        entry[Column.TARGET].number
        for entry in plan.rows(TableName.HISTORY)
        if entry[Column.KEY].text == key and entry[Column.YEAR].whole == year
    ]
    for other in others:
        if other is not None and other != target.number:
            fields = {"found": Quantity(target.number), "expected": Quantity(other)}
            yield finding(codes.TARGETS_DIFFER, target.place, year=str(year), **fields)
            return
    yield _read_as_provisional(target, year)


def _read_as_provisional(target: Settled, year: int) -> Finding:
    return finding(
        codes.PROVISIONAL,
        target.place,
        found=target.typed or "",
        expected=Quantity(target.number or Decimal(0)),
        year=str(year),
    )


def _history(plan: DraftPlan) -> Iterator[Finding]:
    criteria = plan.by_key(TableName.CRITERIA, Column.KEY)
    for row in plan.rows(TableName.HISTORY):
        key = row[Column.KEY].text
        criterion = criteria.get(key or "")
        kind = None if criterion is None else kind_of(criterion)
        own = row[Column.UNIT]
        unit = criterion[Column.UNIT] if own.is_missing and criterion is not None else own
        for column in (Column.TARGET, Column.RESULT, Column.MEASURED):
            yield from _percent_unit(row[column], unit)
        yield from _range(row[Column.TARGET], kind)
        yield from _unit_word(own)
        for column in (Column.TARGET, Column.RESULT):
            settled, year = row[column], row[Column.YEAR].whole
            if settled.provisional and year is not None:
                yield _read_as_provisional(settled, year)
        if row[Column.RESULT].to_either_side:
            yield from unmarked(row[Column.RESULT])
        yield from unmarked(row[Column.MEASURED])


def _tolerances(plan: DraftPlan) -> Iterator[Finding]:
    """An allowed deviation may be written as a range; a percent sign needs the unit."""
    for row in plan.rows(TableName.TOLERANCES):
        yield from _unit_word(row[Column.UNIT])
        for column in (Column.BASE_BUDGET, Column.FOLLOW_UP_2):
            settled = row[column]
            yield from _percent_unit(settled, row[Column.UNIT])
            if settled.provisional:
                yield from unmarked(settled)
            else:
                yield from _range(settled, Kind.WITHIN)


def _shown(settled: Settled) -> str:
    if settled.number is not None:
        return written(settled.number)
    return str(settled.value)[:80] if settled.value is not None else judging.BLANK()
