"""What a plan says of goals being met: their rules, the weights together, what a total pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from resultatplan.bonus import Frame, Payment
from resultatplan.combinations import parse_parts
from resultatplan.exact import HUNDRED
from resultatplan.goals import weighs_criteria
from resultatplan.rules import RuleError, parse_rule
from texts import findings as say
from texts.language import Text, phrase, said_quantity
from validators.findings import Finding, finding
from validators.plan_cells import PERCENT, Settled
from validators.plan_draft import (
    Draft,
    Row,
    criteria_of,
    criterion_of,
    goal_of,
    keys_by_goal,
    payments_of,
)
from validators.typing_mistakes import quotable_text
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
    for row in draft.tables["bonus.frames"]:
        yield from _about_payout(row)


def _about_payout(row: Row) -> Iterator[Finding]:
    """What a frame pays can be read, and rises with the total."""
    cell, is_linear = row["table"], row["is_linear"].value is True
    text, unit = cell.text, row["unit"].text
    if text is None or unit is None:
        return
    table = tuple(Payment(at=at, pays=pays) for at, pays in payments_of(row) or ())
    frame = Frame.model_construct(name="", table=table, is_linear=is_linear)
    for reason in frame.mistakes() if table else (say.PAYOUT_UNREADABLE,):
        yield finding("RP-869", cell.place, found=quotable_text(text), reason=reason)


def _about_rule(goal: Row, name: str, keys: Sequence[str]) -> Iterator[Finding]:
    """A rule can be read, names the goal's criteria, where they are known, and stands alone."""
    text, place, combine = goal[name].text, goal[name].place, goal["combine"].text
    if text is None:
        return
    is_mean = combine not in (None, "rule")
    label = label_of("Sammenregning", combine or "rule")
    if is_mean and (name == "partial_rule" or ";" not in text):
        yield finding("RP-834", place, found=label, name=TABLE["goals"].column(name).heading)
        return
    try:
        if is_mean:
            parts = parse_parts(text, is_weighted=combine == "weighted_mean")
        else:
            parts = ((parse_rule(text), Decimal(1)),)
    except RuleError as error:
        reason = say.rule_reason(str(error))
        yield finding("RP-831", place, found=quotable_text(text), reason=reason)
    else:
        named = frozenset[str]().union(*(rule.keys() for rule, _ in parts))
        for each in sorted(named - set(keys)) if keys else ():
            yield finding("RP-832", place, found=each[:40], expected=", ".join(keys))
        for each in sorted(set(keys) - named) if name == "rule" else ():
            yield finding("RP-833", place, found=each)


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

    def share(cell: Settled) -> Text:
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
