"""The formulas of the plan's workbook: what is shown beside what is typed."""

from __future__ import annotations

from resultatplan.combinations import Combine
from resultatplan.goals import Goal
from resultatplan.rules import describe_rule
from texts import authoring as say
from workbooks.form import NO, YES
from workbooks.plan_book.fields import CRITERION_SHEET, PLAN_SHEET, Placed, PlanLayout, label_of

_LONGEST_LITERAL = 250
"""Excel takes 255 characters between two quotation marks."""


def formula_of(layout: PlanLayout, part: str, name: str, row: int, goal: Goal | None) -> str | int:
    """What a computed cell of a table holds; `goal` is the goal of the row, where it is known."""
    placed = layout.tables[part]
    if name == "rule_in_words":
        return _rule_in_words(placed, row, goal)
    if name == "share":
        return _share(layout, placed, row)
    if name == "counts":
        return _counts(layout, placed, row)
    if name == "holds":
        return _holds(placed, row)
    if part == "criteria":
        key = f"${placed.cell('key', row)}"
        # The last point of the key, marked so that it can be found.
        points = f'LEN({key})-LEN(SUBSTITUTE({key},".",""))'
        number = f'LEFT({key},FIND("~",SUBSTITUTE({key},".","~",{points}))-1)'
        return _looked_up(layout, number, ("goals", "number", "title"), say.NO_SUCH_GOAL, key)
    if part == "history":
        key = f"${placed.cell('key', row)}"
        return _looked_up(layout, key, ("criteria", "key", "text"), say.NO_SUCH_CRITERION, key)
    return row + 1


def _rule_in_words(placed: Placed, row: int, goal: Goal | None) -> str:
    number, rule, combine = (f"${placed.cell(name, row)}" for name in ("number", "rule", "combine"))
    cases = [(f'{number}=""', '""')]
    cases += [
        (
            f"{combine}={_text(label_of('Sammenregning', meaning))}",
            f'{_text(f"{words} ")}&IF(TRIM({rule})="",{_text(say.OF_CRITERIA)},"("&{rule}&")")',
        )
        for meaning, words in (("mean", say.RULE_MEAN), ("weighted_mean", say.RULE_WEIGHTED_MEAN))
    ]
    cases.append((f'TRIM({rule})=""', _text(say.RULE_ALL)))
    if goal is not None and goal.rule is not None and goal.combine is Combine.RULE:
        words = describe_rule(goal.rule_tree)
        if max(len(goal.rule), len(words)) <= _LONGEST_LITERAL:
            cases.append((f"{rule}={_text(goal.rule)}", _text(words)))
    plain = f"NOT(OR({_has('(', rule)},{_has('mindst', rule)}))"
    has_and, has_or = _has(" og ", rule), _has(" eller ", rule)
    cases += [
        (f"AND({plain},{has_or},NOT({has_and}))", f"{_text(say.RULE_EITHER)}&{rule}"),
        (f"AND({plain},{has_and},NOT({has_or}))", rule),
    ]
    formula = _text(say.RULE_TO_CHECK)
    for condition, value in reversed(cases):
        formula = f"IF({condition},{value},{formula})"
    return f"={formula}"


def _counts(layout: PlanLayout, placed: Placed, row: int) -> str:
    """Whether a goal is part of the total: not where it, or all of its criteria, have left."""
    number, keys = f"${placed.cell('number', row)}", layout.tables["criteria"].data_range("key")
    keys = f"'{CRITERION_SHEET}'!{keys}"
    ruled, holds, effects = (
        f"{PLAN_SHEET}!{layout.tables['rulings'].data_range(name)}"
        for name in ("key", "holds", "effect")
    )
    not_met = label_of("Virkning", "not_met")
    on_goal = f"({ruled}={number})*({holds}={_text(YES)})"
    is_out = f"SUMPRODUCT({on_goal}*({effects}<>{_text(not_met)}))>0"
    on_own = f"COUNTIFS({ruled},{keys},{holds},{_text(YES)},{effects},{_text('<>' + not_met)})"
    # The goal's own criteria: nothing but a letter and digits stands after its number and a point.
    own = f'(LEFT({keys},LEN({number})+1)={number}&".")*ISERROR(FIND(".",{keys},LEN({number})+2))'
    all_out = f"SUMPRODUCT({own})>0,SUMPRODUCT({own}*({on_own}=0))=0"
    has_left = f"OR({is_out},AND(SUMPRODUCT({on_goal})=0,{all_out}))"
    return f'=IF({number}="","",IF({has_left},{_text(NO)},{_text(YES)}))'


def _holds(placed: Placed, row: int) -> str:
    """Whether a ruling holds: the last of its goal or criterion, unless that reinstates it."""
    key, ruled = (f"${placed.cell(name, row)}" for name in ("key", "ruled"))
    later = f"{ruled}={_text(label_of('Beslutning', 'reinstated'))}"
    if row + 1 < placed.rows:
        # COUNTIF would take 1.1 and 1.10 for one number.
        below = placed.data_range("key", row + 1)
        later = f"OR({later},SUMPRODUCT(--({below}={key}))>0)"
    return f'=IF({key}="","",IF({later},{_text(NO)},{_text(YES)}))'


def _share(layout: PlanLayout, placed: Placed, row: int) -> str:
    weighting = layout.field_reference("scoring.weighting")
    number, counts = (f"${placed.cell(name, row)}" for name in ("number", "counts"))
    all_counts, yes = placed.data_range("counts"), _text(YES)

    def share(name: str) -> str:
        whole = f"SUMIFS({placed.data_range(name)},{all_counts},{yes})"
        return f"{placed.cell(name, row)}/{whole}"

    weights, points, counted = (
        _text(label_of("Vægtning", meaning)) for meaning in ("weights", "points", "counted")
    )
    computed = (
        f"IF({weighting}={weights},{share('weight')},"
        f"IF({weighting}={points},{share('points')},"
        f'IF({weighting}={counted},"",1/COUNTIF({all_counts},{yes}))))'
    )
    return f'=IF({number}="","",IF({counts}={_text(NO)},0,IFERROR({computed},"")))'


def _looked_up(
    layout: PlanLayout, wanted: str, where: tuple[str, str, str], missing: str, typed: str
) -> str:
    """The value of a row found by its key; nothing where nothing is `typed`."""
    part, key, value = where
    placed = layout.tables[part]
    values, keys = (f"'{placed.sheet}'!{placed.data_range(each)}" for each in (value, key))
    found = f'INDEX({values},MATCH({wanted},{keys},0))&""'
    return f'=IF({typed}="","",IFERROR({found},{_text(missing)}))'


def _has(part: str, cell: str) -> str:
    return f"ISNUMBER(SEARCH({_text(part)},{cell}))"


def _text(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
