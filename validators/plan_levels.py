"""What a criterion's target and levels are worth against what can be reported of it.

A target that no result meets, or every result, is told with the bound that makes it so, whether
the plan states the bound (*Mindste* and *Højeste mulige*) or it is usual for the unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Criterion, HistoryEntry, Linear, Step
from texts import findings as say
from texts.language import Text, phrase, said_quantity
from validators.findings import Finding, finding
from validators.plan_cells import PERCENT
from validators.plan_draft import Row, kind_of, line_of, steps_of, text_of
from workbooks.form import limits_of

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


def about_levels(row: Row, history: Sequence[Row]) -> Iterator[Finding]:
    """A target that decides nothing, and the levels that cannot be reported."""
    kind, years = kind_of(row), [each for each in history if each["key"].value == row["key"].value]
    stated = _Span(_number(row, "least"), _number(row, "greatest"))
    least, greatest = stated
    is_backwards = least is not None and greatest is not None and least >= greatest
    if kind is None or not kind.is_numeric or is_backwards:
        return
    about_target = tuple(_about_target(row, kind, years))
    yield from about_target
    if stated == _Span():
        return
    cells, levels = [row["basis"]], []
    if kind is not Kind.WITHIN and not kind.is_change:
        levels = [(row["steps"], at) for at, _ in steps_of(row)]
        names = () if about_target else ("target", "target_to")
        cells += [row[name] for name in (*names, "linear.zero", "linear.full")]
        own = [each for each in years if each["unit"].is_missing]
        cells += [each[name] for each in own for name in ("target", "target_to", "result")]
    levels += [(cell, cell.value) for cell in cells if isinstance(cell.value, Decimal)]
    for cell, level in levels:
        if level not in stated:
            yield finding("RP-855", cell.place, found=said_quantity(level), expected=stated.words())


def _about_target(row: Row, kind: Kind, history: Sequence[Row]) -> Iterator[Finding]:
    """A target that no result meets, or every result."""
    target, until = _number(row, "target"), _number(row, "target_to")
    if target is None or not kind.needs_target or (kind is Kind.BETWEEN and until is None):
        return
    unit = text_of(row["unit"])
    possible = _measurable(_criterion(row, kind, history))
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
    demand = _demand(kind, target, until, unit)
    what = _MEASURES.get(kind, say.ITS_RESULT)
    yield finding(code, row["target"].place, found=demand, expected=bound.words(unit), what=what)


def _demand(kind: Kind, target: Decimal, until: Decimal | None, unit: str | None) -> Text:
    """`mindst 82 pct.`, `mellem 10 og 50 pct.`"""
    if kind is Kind.BETWEEN and until is not None:
        least, greatest = said_quantity(target), said_quantity(until, unit)
        return phrase(say.DEMANDED_BETWEEN, least=least, greatest=greatest)
    return phrase(say.DEMANDED, kind=LABELS[kind], target=said_quantity(target, unit))


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


def _criterion(row: Row, kind: Kind, history: Sequence[Row]) -> Criterion:
    """As much of the criterion as says what can be reported of it."""
    line = line_of(row)
    slope = Linear.model_construct(zero=line["zero"], full=line.get("full")) if line else None
    return Criterion.model_construct(
        key="",
        text=text_of(row["text"]) or "",
        kind=kind,
        unit=text_of(row["unit"]),
        level_unit=text_of(row["level_unit"]),
        target=_number(row, "target"),
        target_to=_number(row, "target_to"),
        basis=_number(row, "basis"),
        least=_number(row, "least"),
        greatest=_number(row, "greatest"),
        steps=tuple(Step.model_construct(at=at, credit=credit) for at, credit in steps_of(row)),
        linear=slope,
        history=tuple(
            HistoryEntry.model_construct(
                year=0,
                unit=text_of(each["unit"]),
                target=_number(each, "target"),
                target_to=_number(each, "target_to"),
                result=_number(each, "result"),
            )
            for each in history
        ),
    )


def _number(row: Row, name: str) -> Decimal | None:
    value = row[name].value
    return value if isinstance(value, Decimal) else None
