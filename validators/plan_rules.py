"""What a plan says of goals and criteria being met: rules, weights, what a total pays; and what a
criterion's scale, target and levels are worth against its kind and what can be reported.

A target that no result meets, or every result, is told with the bound that makes it so, whether
the plan states the bound (*Mindste* and *Højeste mulige*) or it is usual for the unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from resultatplan.bonus import Frame, Payment
from resultatplan.combinations import rule_mistakes, weighs_criteria
from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Criterion
from texts import findings as say
from texts.functions import PERCENT
from texts.language import Said, Text, phrase, said_quantity
from validators.findings import Finding, finding
from validators.plan_cells import PlanCell
from validators.plan_draft import (
    Draft,
    Row,
    criteria_of,
    criterion_of,
    goal_of,
    history_of,
    keys_by_goal,
    kind_of,
    payments_of,
)
from validators.typing_mistakes import quotable_text
from workbooks.form import limits_of
from workbooks.plan_book.fields import FIELD, TABLE, label_of

_MOST_NAMED = 5
"""Goals and criteria that one finding names."""
_CREDIT = "scoring.partial_credit"
_COUNTS_BY_A_NUMBER = (
    ("bonus.frames", "table"),
    ("goals", "combine"),
    ("criteria", "steps"),
    ("criteria", "linear.zero"),
    ("criteria", "grades"),
)
"""The columns that have no place where goals are only counted."""
_MEASURES: dict[Kind, Text] = {
    Kind.WITHIN: say.ITS_DEVIATION,
    Kind.REDUCTION: say.ITS_REDUCTION,
    Kind.GROWTH: say.ITS_GROWTH,
}
"""What is held against the target, where it is not the result itself."""
_OF_A_YEAR = ("target", "target_to", "result")
_DECIMALS_SHOWN = 2

_Level = tuple[PlanCell, Decimal | None]
"""A level, where one is typed, and the cell in which it stands."""


def check_rules(draft: Draft) -> Iterator[Finding]:
    """What is wrong with rules, payouts, and with weights and withdrawals as a whole."""
    keys = keys_by_goal(draft)
    for goal in draft.tables["goals"]:
        for name in ("rule", "partial_rule"):
            yield from _about_rule(goal, name, keys.get(goal["number"].text or "", ()))
    goals, left = draft.tables["goals"], _goals_left(draft)
    if goals and not left:
        yield finding("RP-868", draft.tables["rulings"][0]["key"].place)
    weighting = draft.fields["scoring.weighting"].value
    if weighting == "weights":
        yield from _about_weights(goals, left, are_listed=True)
    for goal in goals:
        if weighs_criteria(goal["combine"].value, has_rule=not goal["rule"].is_missing):
            own = criteria_of(draft, goal)
            yield from _about_weights(own, own, are_listed=False)
    yield from _about_counting(draft) if weighting == "counted" else _about_credit(draft)
    yield from _about_shares([(draft.fields[_CREDIT], draft.fields[_CREDIT].number)])
    for row in draft.tables["bonus.frames"]:
        yield from _about_payout(row)


def _about_payout(row: Row) -> Iterator[Finding]:
    """What a frame pays can be read, and rises with the total."""
    cell, is_linear = row["table"], row["is_linear"].value is True
    text, unit = cell.text, row["unit"].text
    if text is None or unit is None:
        return
    table = tuple(Payment(at=at, pays=pays) for at, pays in payments_of(row) or ())
    yield from _about_shares([(cell, each.at) for each in table])
    frame = Frame.model_construct(name="", table=table, is_linear=is_linear)
    for reason in frame.mistakes() if table else (say.PAYOUT_UNREADABLE,):
        yield finding("RP-869", cell.place, found=quotable_text(text), reason=reason)


def _about_rule(goal: Row, name: str, keys: Sequence[str]) -> Iterator[Finding]:
    """A rule can be read, names the goal's criteria, where they are known, and stands alone."""
    text, combine = goal[name].text, goal["combine"].text or "rule"
    own = {"name": TABLE["goals"].column(name).heading}
    for code, fields in rule_mistakes(combine, name, text, keys):
        found = label_of("Sammenregning", combine) if code == "RP-834" else str(fields["found"])
        yield finding(code, goal[name].place, **fields | own | {"found": quotable_text(found)})


def _about_weights(
    rows: Sequence[Row], left: Sequence[Row], *, are_listed: bool
) -> Iterator[Finding]:
    """What a fraction is read as, and whether weights `are_listed` as parts of 100, or of 1.

    Those that are `left` share what has left.
    """
    cells, counted = ([row["weight"] for row in each] for each in (rows, left))
    weights = [cell.number for cell in cells if cell.number is not None]
    if len(weights) < len(cells) or not counted or min(weights) <= 0:
        return
    whole = sum((cell.number or Decimal(0) for cell in counted), Decimal(0))

    def share(cell: PlanCell) -> Text:
        return said_quantity(round((cell.number or Decimal(0)) / whole * HUNDRED, 2), PERCENT)

    for cell in (cell for cell in counted if "/" in cell.marks):
        yield finding("RP-854", cell.place, found=cell.typed, expected=share(cell))
        break  # The others are read so too.
    fractions = [Fraction(cell.typed) for cell in cells if "/" in cell.marks and cell.typed]
    if not are_listed or len(fractions) not in (0, len(cells)):
        return
    listed = sum(fractions) if fractions else sum(weights, Decimal(0))
    if round(listed, 6) not in (1, 1 if fractions else HUNDRED):
        first = counted[0].typed or said_quantity(counted[0].number or Decimal(0))
        yield finding(
            "RP-863",
            cells[0].place,
            found=str(listed) if fractions else said_quantity(Decimal(str(listed))),
            expected="1" if fractions else "100",
            example=phrase(say.WEIGHT_EXAMPLE, weight=first, share=share(counted[0])),
        )


def _about_credit(draft: Draft) -> Iterator[Finding]:
    """What can be met in part counts as the plan says."""
    credit, tables = draft.fields[_CREDIT], draft.tables
    in_part = [goal["number"] for goal in tables["goals"] if goal["partial_rule"].text is not None]
    made = ((row["key"], criterion_of(draft, row)) for row in tables["criteria"])
    in_part += [key for key, each in made if each is not None and each.needs_partial_credit]
    if in_part and credit.is_missing:
        named = [str(cell.value or "?")[:40] for cell in in_part]
        more = ", …" if len(named) > _MOST_NAMED else ""
        yield finding("RP-864", credit.place, found=", ".join(named[:_MOST_NAMED]) + more)


def _about_counting(draft: Draft) -> Iterator[Finding]:
    """What counts by a number stands nowhere, where goals are only counted."""
    if not draft.fields[_CREDIT].is_missing:
        yield finding("RP-872", draft.fields[_CREDIT].place, name=FIELD[_CREDIT].heading)
    for part, name in _COUNTS_BY_A_NUMBER:
        for row in draft.tables[part]:
            if row[name].value not in (None, "rule"):
                heading = TABLE[part].column(name).heading
                yield finding("RP-872", row[name].place, name=heading)


def _goals_left(draft: Draft) -> list[Row]:
    """The goals that are part of the computation: none that is out, or all criteria of which."""
    last = {row["key"].text: row for row in draft.tables["rulings"]}
    effects = {
        key: row["effect"].text or "out"
        for key, row in last.items()
        if row["ruled"].text != "reinstated"
    }

    def is_out(goal: Row) -> bool:
        if (number := goal["number"].text) in effects:
            return effects[number] == "out"
        own = [row["key"].text for row in draft.tables["criteria"] if goal_of(row) == number]
        return bool(own) and all(effects.get(key) == "out" for key in own)

    return [goal for goal in draft.tables["goals"] if not is_out(goal)]


def check_criteria(draft: Draft) -> Iterator[Finding]:
    """What is wrong with what each criterion says: its fields beside one another and its kind."""
    for row in draft.tables["criteria"]:
        criterion = criterion_of(draft, row)
        if criterion is None:
            continue
        kind, target, own = criterion.kind, criterion.target, tuple(_mistakes(row, criterion))
        for code, name, words in own:
            heading = TABLE["criteria"].column(name).heading
            yield finding(code, row[name].place, name=heading, kind=LABELS[kind], **words)
        if criterion.unit == PERCENT and kind is Kind.BETWEEN:
            yield from _about_shares([(row["target_to"], criterion.target_to)])
        elif criterion.unit == PERCENT and kind.is_upwards:
            yield from _about_shares(_levels(draft, row), target)
        if kind.is_change and target is not None and target < 0:
            found, expected = (said_quantity(each, PERCENT) for each in (target, -target))
            yield finding("RP-848", row["target"].place, found=found, expected=expected)
        is_backwards = any(code == "RP-856" for code, _, _ in own)
        if kind.is_numeric and not is_backwards:
            about_target = tuple(_about_target(row, criterion))
            yield from about_target
            yield from _about_levels(draft, row, criterion, is_target_told=bool(about_target))


def _mistakes(row: Row, criterion: Criterion) -> Iterator[tuple[str, str, Mapping[str, Said]]]:
    """As `Criterion.mistakes`, with those that no criterion can have."""
    takes_end = criterion.kind in TABLE["criteria"].column("linear.full").used_by
    if takes_end and row["linear.full"].value is not None and row["linear.zero"].is_missing:
        yield "RP-867", "linear.full", {"reason": say.LINE_START}
    if any(not 0 < step.credit <= HUNDRED for step in criterion.steps):
        yield "RP-867", "steps", {"reason": say.STEPS_CREDITS}
        criterion = criterion.model_copy(update={"steps": ()})
    yield from criterion.mistakes()


def _levels(draft: Draft, row: Row) -> Iterator[_Level]:
    """Every level of a criterion in its own unit: targets, scale, and the years it had."""
    yield from ((row["steps"], step.at) for step in row["steps"].steps)
    kind = kind_of(row)
    for name in ("target", "target_to", "linear.zero", "linear.full"):
        if kind in TABLE["criteria"].column(name).used_by:
            yield row[name], row[name].number
    for each in history_of(draft, row):
        if each["unit"].is_missing:
            yield from ((each[name], each[name].number) for name in _OF_A_YEAR)


def _about_shares(levels: Iterable[_Level], target: Decimal | None = None) -> Iterator[Finding]:
    """The first of the levels in percent that was typed as a share: 82 was meant, and 0,82 typed.

    Beside a target of 2 pct. 0,8 is no share: that would be further from it.
    """
    for cell, level in levels:
        if level is None or not 0 < level < 1 or cell.in_percent:
            continue
        meant = level * HUNDRED
        if target is None or target < 1 or abs(meant - target) < abs(level - target):
            found = said_quantity(level, PERCENT)
            yield finding("RP-848", cell.place, found=found, expected=said_quantity(meant, PERCENT))
            return


def _about_levels(
    draft: Draft, row: Row, criterion: Criterion, *, is_target_told: bool
) -> Iterator[Finding]:
    """The levels outside of what the plan says that can be reported."""
    stated, kind = _Span(criterion.least, criterion.greatest), criterion.kind
    if stated == _Span():
        return
    told = [row[name] for name in ("target", "target_to") if is_target_told]
    levels = [(row["basis"], row["basis"].number)]
    if not kind.is_relative:
        levels += [each for each in _levels(draft, row) if each[0] not in told]
    for cell, level in levels:
        if level is not None and level not in stated:
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
