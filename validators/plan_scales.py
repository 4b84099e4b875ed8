"""What a criterion's scale, target and levels are worth against its kind and what can be reported.

A target that no result meets, or every result, is told with the bound that makes it so, whether
the plan states the bound (*Mindste* and *Højeste mulige*) or it is usual for the unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Criterion
from texts import findings as say
from texts.language import Text, phrase, said_quantity
from validators.findings import Finding, finding
from validators.plan_cells import PERCENT, Settled
from validators.plan_draft import Draft, Row, criterion_of, history_of
from workbooks.form import limits_of
from workbooks.plan_book.fields import TABLE

_MEASURES: dict[Kind, Text] = {
    Kind.WITHIN: say.ITS_DEVIATION,
    Kind.REDUCTION: say.ITS_REDUCTION,
    Kind.GROWTH: say.ITS_GROWTH,
}
"""What is held against the target, where it is not the result itself."""
_DECIMALS_SHOWN = 2


class _Span(NamedTuple):
    """The least and the greatest that something can be; None where there is no such bound."""

    least: Decimal | None = None
    greatest: Decimal | None = None

    def __contains__(self, level: object) -> bool:
        """Whether it can be this."""
        return isinstance(level, Decimal) and (
            (self.least is None or level >= self.least)
            and (self.greatest is None or level <= self.greatest)
        )

    def words(self, unit: str | None = None) -> Text:
        """`højst 100 pct.`"""
        ends = [
            said_quantity(round(each, _DECIMALS_SHOWN), unit) for each in self if each is not None
        ]
        said = say.AT_LEAST if self.greatest is None else say.AT_MOST
        if len(ends) > 1:
            said = say.FROM_TO
        return phrase(said, least=ends[0], greatest=ends[-1])


def check_scales(draft: Draft) -> Iterator[Finding]:
    """What is wrong with each criterion's scale, target and levels."""
    for row in draft.tables["criteria"]:
        criterion = criterion_of(draft, row)
        if criterion is None:
            continue
        for name, why in _scale_mistakes(row, criterion):
            heading = TABLE["criteria"].column(name).heading
            yield finding("RP-867", row[name].place, name=heading, reason=why)
        least, greatest = criterion.least, criterion.greatest
        is_backwards = least is not None and greatest is not None and least >= greatest
        if criterion.kind.is_numeric and not is_backwards:
            about_target = tuple(_about_target(row, criterion))
            yield from about_target
            yield from _about_levels(draft, row, criterion, is_target_told=bool(about_target))


def _scale_mistakes(row: Row, criterion: Criterion) -> Iterator[tuple[str, Text]]:
    """What does not fit a criterion's kind and target, with the column where it stands."""
    takes_end = criterion.kind in TABLE["criteria"].column("linear.full").used_by
    if takes_end and row["linear.full"].value is not None and row["linear.zero"].is_missing:
        yield "linear.full", say.LINE_START
    if any(not 0 < step.credit <= HUNDRED for step in criterion.steps):
        yield "steps", say.STEPS_CREDITS
        criterion = criterion.model_copy(update={"steps": ()})
    yield from criterion.scale_mistakes()


def _about_levels(
    draft: Draft, row: Row, criterion: Criterion, *, is_target_told: bool
) -> Iterator[Finding]:
    """The levels outside of what the plan says that can be reported."""
    stated, kind = _Span(criterion.least, criterion.greatest), criterion.kind
    if stated == _Span():
        return
    cells, levels = [row["basis"]], list[tuple[Settled, Decimal]]()
    if kind is not Kind.WITHIN and not kind.is_change:
        levels = [(row["steps"], step.at) for step in row["steps"].steps]
        names = () if is_target_told else ("target", "target_to")
        cells += [row[name] for name in (*names, "linear.zero", "linear.full")]
        own = [each for each in history_of(draft, row) if each["unit"].is_missing]
        cells += [each[name] for each in own for name in ("target", "target_to", "result")]
    levels += [(cell, cell.number) for cell in cells if cell.number is not None]
    for cell, level in levels:
        if level not in stated:
            yield finding("RP-855", cell.place, found=said_quantity(level), expected=stated.words())


def _about_target(row: Row, criterion: Criterion) -> Iterator[Finding]:
    """A target that no result meets, or every result."""
    kind, target, until = criterion.kind, criterion.target, criterion.target_to
    if target is None or (kind is Kind.BETWEEN and until is None):
        return
    possible = _measurable(criterion)
    if kind is Kind.BETWEEN:
        wanted = _Span(target, until)
    elif kind is Kind.WITHIN:
        wanted = _Span(-abs(target), abs(target))
    else:
        wanted = _Span(target, None) if kind.is_upwards else _Span(None, target)

    def is_met(level: Decimal | None) -> bool:
        return level in wanted and not (kind.is_strict and level == target)

    least, greatest = possible
    is_under = greatest is not None and wanted.least is not None and greatest <= wanted.least
    is_over = least is not None and wanted.greatest is not None and least >= wanted.greatest
    # As far as the demand has an end, that end of the possible decides.
    ends = [None if end is None else each for each, end in zip(possible, wanted, strict=True)]
    if is_under and not is_met(greatest):
        code, bound = "RP-858", _Span(None, greatest)
    elif is_over and not is_met(least):
        code, bound = "RP-858", _Span(least, None)
    elif [is_met(each) for each in ends] == [each is not None for each in wanted]:
        code, bound = "RP-859", _Span(*ends)
    else:
        return
    demand = phrase(say.DEMANDED, kind=LABELS[kind], target=said_quantity(target, criterion.unit))
    if until is not None:
        span = {"least": said_quantity(target), "greatest": said_quantity(until, criterion.unit)}
        demand = phrase(say.DEMANDED_BETWEEN, **span)
    what, expected = _MEASURES.get(kind, say.ITS_RESULT), bound.words(criterion.unit)
    yield finding(code, row["target"].place, found=demand, expected=expected, what=what)


def _measurable(criterion: Criterion) -> _Span:
    """What the measured value can be, in the unit of the target."""
    kind, basis = criterion.kind, criterion.basis
    scale = HUNDRED if criterion.reported_unit == PERCENT else Decimal(1)
    limits = limits_of(criterion)
    least, greatest = (exact(each) * scale for each in (limits.least, limits.greatest))
    if not kind.is_change and kind is not Kind.WITHIN:
        return _Span(least, greatest)
    if not basis:
        if not kind.is_change or least < 0:
            return _Span()
        # Of what cannot be negative all can go, and no more.
        return _Span(None, HUNDRED) if kind is Kind.REDUCTION else _Span(-HUNDRED, None)
    ends = [least - basis, greatest - basis]
    if criterion.is_of_a_level:
        of = basis if kind.is_change else abs(basis)
        ends = [each / of * HUNDRED for each in ends]
    if kind is Kind.REDUCTION:
        ends = [-each for each in ends]
    return _Span(min(ends), max(ends))
