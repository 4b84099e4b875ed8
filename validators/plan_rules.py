"""What a plan says of goals being met: their rules, the criteria's scales, the weights together.

Each is read here from the cells; what its own model says of a scale is told at the cell it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from resultatplan.bonus import Frame, Payment
from resultatplan.combinations import parse_parts
from resultatplan.criteria import Kind
from resultatplan.exact import HUNDRED
from resultatplan.goals import Criterion, Linear, Step, weighs_criteria
from resultatplan.rules import RuleError, parse_rule
from texts import findings as say
from texts import handwritten as handwritten_texts
from texts.language import Said, Text, phrase, said_quantity
from validators.findings import Finding, finding
from validators.plan_cells import PERCENT, Settled
from validators.plan_draft import (
    Draft,
    Row,
    criteria_of,
    day_of,
    goal_of,
    grades_of,
    keys_by_goal,
    kind_of,
    line_of,
    rule_of,
    steps_of,
    text_of,
)
from validators.plan_levels import about_levels
from validators.typing_mistakes import quotable_text
from workbooks.plan_book.fields import FIELD, TABLE, label_of
from workbooks.plan_book.plan_rows import read_grades, read_steps

_MOST_NAMED = 5
"""Goals and criteria that one finding names."""
_SCALES: Mapping[Text, tuple[str, Text]] = {
    handwritten_texts.PARTIAL_DEADLINE_LATER: ("partial_deadline", say.PARTIAL_TOO_EARLY),
    handwritten_texts.TAKES_NO_GRADES: ("grades", say.TWO_ANSWERS),
    handwritten_texts.SCALES_EXCLUDE: ("steps", say.TWO_SCALES),
    handwritten_texts.STEP_IS_A_SIZE: ("steps", say.STEPS_NEGATIVE),
    handwritten_texts.STEPS_NEARER: ("steps", say.STEPS_ORDER),
    handwritten_texts.STEPS_COUNT_MORE: ("steps", say.STEPS_CREDITS),
    handwritten_texts.BENCHMARK_STEPS: ("steps", say.STEPS_BENCHMARK),
    handwritten_texts.LAST_STEP: ("steps", say.STEPS_END),
    handwritten_texts.LINE_NEEDS_FULL: ("linear.full", say.LINE_END),
    handwritten_texts.LINE_DIRECTION: ("linear.zero", say.LINE_DIRECTION),
}
"""By what the plan's own model says of a scale: the column, and why, in the form's words."""


def check_rules(draft: Draft) -> Iterator[Finding]:
    """What is wrong with rules and scales, and with weights and withdrawals as a whole."""
    keys = keys_by_goal(draft)
    for goal in draft.tables["goals"]:
        for name in ("rule", "partial_rule"):
            yield from _about_rule(goal, name, keys.get(text_of(goal["number"]) or "", ()))
    for row in draft.tables["criteria"]:
        text = text_of(row["steps"])
        if text is not None and read_steps(text) is None:
            yield finding("RP-866", row["steps"].place, found=quotable_text(text))
        text = text_of(row["grades"])
        if text is not None and read_grades(text) is None:
            yield finding("RP-870", row["grades"].place, found=quotable_text(text))
        for name, why in _scale_mistakes(row):
            heading = TABLE["criteria"].column(name).heading
            yield finding("RP-867", row[name].place, name=heading, reason=why)
        yield from about_levels(row, draft.tables["history"])
    goals, left = draft.tables["goals"], _goals_left(draft)
    if goals and not left:
        yield finding("RP-868", draft.tables["rulings"][0]["key"].place)
    if draft.value("scoring.weighting") == "weights":
        yield from _about_weights(goals, left, are_listed=True)
    for goal in goals:
        if weighs_criteria(goal["combine"].value, has_rule=not goal["rule"].is_missing):
            own = criteria_of(draft, goal)
            yield from _about_weights(own, own, are_listed=False)
    yield from _about_scoring(draft)
    for row in draft.tables["bonus.frames"]:
        yield from _about_payout(row)


def _about_payout(row: Row) -> Iterator[Finding]:
    """What a frame pays can be read, and rises with the total."""
    cell, is_linear = row["table"], row["is_linear"].value is True
    text, unit = text_of(cell), text_of(row["unit"])
    if text is None or unit is None:
        return
    payments = read_steps(text, unit)
    table = tuple(Payment(at=at, pays=pays) for at, pays in payments or ())
    frame = Frame.model_construct(name="", table=table, is_linear=is_linear)
    for reason in frame.mistakes() if table else (say.PAYOUT_UNREADABLE,):
        yield finding("RP-869", cell.place, found=quotable_text(text), reason=reason)


def _about_rule(goal: Row, name: str, keys: Sequence[str]) -> Iterator[Finding]:
    """A rule can be read, names the goal's criteria, where they are known, and stands alone."""
    text, place, combine = rule_of(goal[name]), goal[name].place, text_of(goal["combine"])
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
    weights = [cell.value for cell in cells if isinstance(cell.value, Decimal)]
    if len(weights) < len(cells) or not counted or min(weights) <= 0:
        return
    whole = sum((Decimal(str(cell.value)) for cell in counted), Decimal(0))

    def share(cell: Settled) -> Text:
        return said_quantity(round(Decimal(str(cell.value)) / whole * HUNDRED, 2), PERCENT)

    for cell in (cell for cell in counted if "/" in cell.marks):
        yield finding("RP-854", cell.place, found=cell.typed, expected=share(cell))
        break  # The others are read so too.
    fractions = [Fraction(cell.typed) for cell in cells if "/" in cell.marks and cell.typed]
    if not are_listed or len(fractions) not in (0, len(cells)):
        return
    listed = sum(fractions) if fractions else sum(weights, Decimal(0))
    if round(listed, 6) not in (1, 1 if fractions else HUNDRED):
        first = counted[0].typed or said_quantity(Decimal(str(counted[0].value)))
        fields: dict[str, Said] = {
            "found": str(listed) if fractions else said_quantity(Decimal(str(listed))),
            "expected": "1" if fractions else "100",
            "example": phrase(say.WEIGHT_EXAMPLE, weight=first, share=share(counted[0])),
        }
        yield finding("RP-863", cells[0].place, **fields)


def _about_scoring(draft: Draft) -> Iterator[Finding]:
    """What can be met in part counts as the plan says, or it is no plan."""
    goals, criteria = draft.tables["goals"], draft.tables["criteria"]
    has_total = draft.value("scoring.weighting") != "counted"
    if not has_total:
        yield from _about_counting(draft)
    answered, dated = (Kind.DONE, Kind.ASSESSED), (Kind.DELIVERED_BY,)
    in_part = [goal["number"] for goal in goals if goal["partial_rule"].value is not None]
    for name, kinds in (("partly", answered), ("partial_deadline", dated)):
        in_part += [
            row["key"]
            for row in criteria
            if row[name].value not in (None, False) and kind_of(row) in kinds
        ]
    credit = draft.fields["scoring.partial_credit"]
    if in_part and credit.is_missing and has_total:
        named = [str(cell.value or "?")[:40] for cell in in_part]
        more = ", …" if len(named) > _MOST_NAMED else ""
        yield finding("RP-864", credit.place, found=", ".join(named[:_MOST_NAMED]) + more)


def _about_counting(draft: Draft) -> Iterator[Finding]:
    """What counts by a number stands nowhere, where goals are only counted."""
    tables, credit = draft.tables, draft.fields["scoring.partial_credit"]
    found = [(FIELD["scoring.partial_credit"].heading, credit)] if not credit.is_missing else []
    found += [
        (TABLE[part].column(name).heading, row[name])
        for part, name in (
            ("bonus.frames", "table"),
            ("goals", "combine"),
            ("criteria", "steps"),
            ("criteria", "linear.zero"),
            ("criteria", "grades"),
        )
        for row in tables[part]
        if row[name].value not in (None, "rule")
    ]
    for heading, cell in found:
        yield finding("RP-872", cell.place, name=heading)


def _goals_left(draft: Draft) -> list[Row]:
    """The goals that are part of the computation: none that is out, or all criteria of which."""
    last = {text_of(row["key"]): row for row in draft.tables["rulings"]}
    effects = {
        key: text_of(row["effect"]) or "out"
        for key, row in last.items()
        if text_of(row["ruled"]) != "reinstated"
    }

    def is_out(goal: Row) -> bool:
        if (number := text_of(goal["number"])) in effects:
            return effects[number] == "out"
        own = [text_of(row["key"]) for row in draft.tables["criteria"] if goal_of(row) == number]
        return bool(own) and all(effects.get(key) == "out" for key in own)

    return [goal for goal in draft.tables["goals"] if not is_out(goal)]


def _scale_mistakes(row: Row) -> Iterator[tuple[str, Text]]:
    """What does not fit a criterion's kind and target, with the column where it stands."""
    kind = kind_of(row)
    if kind is None:
        return
    used = {
        each.name
        for each in TABLE["criteria"].typed
        if kind in each.used_by and row[each.name].value is not None
    }
    steps = steps_of(row) if "steps" in used else ()
    if "linear.full" in used and row["linear.zero"].is_missing:
        yield "linear.full", say.LINE_START
    if any(not 0 < credit <= HUNDRED for _, credit in steps):
        yield "steps", say.STEPS_CREDITS
        steps = ()
    is_lined = not used.isdisjoint(("linear.zero", "linear.full"))
    if "steps" in used and is_lined:
        yield "steps", say.TWO_SCALES
        return
    linear = line_of(row) if is_lined and ("target" in used or kind.is_benchmark) else None
    target, until = row["target"].value, row["partial_deadline"]
    criterion = Criterion.model_construct(
        key="",
        text="",
        kind=kind,
        partial_deadline=day_of(until) if "partial_deadline" in used else None,
        deadline=day_of(row["deadline"]),
        partly="partly" in used and row["partly"].value is True,
        grades=grades_of(row) if "grades" in used else (),
        steps=tuple(Step(at=at, credit=credit) for at, credit in steps),
        linear=Linear(**linear) if linear else None,
        target=target if isinstance(target, Decimal) else None,
    )
    yield from (_SCALES[text] for text in criterion.scale_mistakes() if text in _SCALES)
