"""The formulas of the plan's workbook: what is shown beside what is typed."""

from __future__ import annotations

from resultatplan.goal_reasons import describe_rule
from resultatplan.goals import Goal
from texts import authoring as say
from workbooks.plan_book.fields import PLAN_SHEET, Placed, PlanLayout, label_of

_LONGEST_LITERAL = 250
"""Excel takes 255 characters between two quotation marks."""


def formula_of(layout: PlanLayout, part: str, name: str, row: int, goal: Goal | None) -> str | int:
    """What a computed cell of a table holds; `goal` is the goal of the row, where it is known."""
    placed = layout.tables[part]
    if name == "rule_in_words":
        return _rule_in_words(placed, row, goal)
    if name == "share":
        return _share(layout, placed, row)
    if part == "criteria":
        return _goal_of_key(layout, f"${placed.cell('key', row)}")
    if part == "history":
        key = f"${placed.cell('key', row)}"
        return _looked_up(layout, key, ("criteria", "key", "text"), say.NO_SUCH_CRITERION, key)
    return row + 1


def _rule_in_words(placed: Placed, row: int, goal: Goal | None) -> str:
    number, rule, combine = (f"${placed.cell(name, row)}" for name in ("number", "rule", "combine"))
    cases = [(f'{number}=""', '""')]
    cases += [
        (f"{combine}={_text(label_of('Sammenregning', meaning))}", _text(words))
        for meaning, words in (("mean", say.RULE_MEAN), ("weighted_mean", say.RULE_WEIGHTED_MEAN))
    ]
    cases.append((f'TRIM({rule})=""', _text(say.RULE_ALL)))
    if goal is not None and goal.rule is not None:
        words = describe_rule(goal.rule_tree)
        if max(len(goal.rule), len(words)) <= _LONGEST_LITERAL:
            cases.append((f"{rule}={_text(goal.rule)}", _text(words)))
    plain = f"NOT(OR({_has('(', rule)},{_has('mindst', rule)}))"
    has_and, has_or = _has(" og ", rule), _has(" eller ", rule)
    any_of, all_of = (f'SUBSTITUTE({rule},"{word}",", ")' for word in (" eller ", " og "))
    cases += [
        (f"AND({plain},{has_or},NOT({has_and}))", f'{_text(say.RULE_ANY_OF)}&"("&{any_of}&")"'),
        (f"AND({plain},{has_and},NOT({has_or}))", f'{_text(say.RULE_ALL_OF)}&"("&{all_of}&")"'),
    ]
    formula = _text(say.RULE_TO_CHECK)
    for condition, value in reversed(cases):
        formula = f"IF({condition},{value},{formula})"
    return f"={formula}"


def _share(layout: PlanLayout, placed: Placed, row: int) -> str:
    weighting, withdrawal = (
        f"{PLAN_SHEET}!${address[0]}${address[1:]}"
        for address in map(layout.field_cell, ("scoring.weighting", "scoring.withdrawn"))
    )
    number, gone = (f"${placed.cell(name, row)}" for name in ("number", "withdrawn"))
    numbers, withdrawn = placed.data_range("number"), placed.data_range("withdrawn")
    leaves = f"{withdrawal}={_text(label_of('Udgåede', 'leaves'))}"
    count = f'IF({leaves},COUNTIFS({numbers},"<>",{withdrawn},""),COUNTIF({numbers},"<>"))'

    def share(name: str) -> str:
        values = placed.data_range(name)
        whole = f'IF({leaves},SUMIFS({values},{withdrawn},""),SUM({values}))'
        return f"{placed.cell(name, row)}/{whole}"

    weights, points = (_text(label_of("Vægtning", meaning)) for meaning in ("weights", "points"))
    computed = (
        f"IF({weighting}={weights},{share('weight')},"
        f"IF({weighting}={points},{share('points')},1/{count}))"
    )
    return f'=IF({number}="","",IF(AND({leaves},{gone}<>""),0,IFERROR({computed},"")))'


def _goal_of_key(layout: PlanLayout, key: str) -> str:
    # The last point of the key, marked so that it can be found.
    points = f'LEN({key})-LEN(SUBSTITUTE({key},".",""))'
    number = f'LEFT({key},FIND("~",SUBSTITUTE({key},".","~",{points}))-1)'
    return _looked_up(layout, number, ("goals", "number", "title"), say.NO_SUCH_GOAL, key)


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
