"""The formulas of the authoring workbook: what is shown beside what is typed."""

from __future__ import annotations

from resultatplan.goal_reasons import describe_rule
from resultatplan.goals import Goal
from texts import authoring as say
from workbooks.authoring.choices import label_of
from workbooks.authoring.entries import Column, ListName, PlanField, TableName
from workbooks.authoring.layout import AuthoringLayout, AuthoringTable

_LONGEST_LITERAL = 250
"""Excel takes 255 characters between two quotation marks."""


def formula_of(
    layout: AuthoringLayout, table: AuthoringTable, column: Column, row: int, goal: Goal | None
) -> str | int:
    """What a computed cell holds; `goal` is the goal of the row, where it is known."""
    if column is Column.RULE_IN_WORDS:
        return _rule_in_words(table, row, goal)
    if column is Column.SHARE:
        return _share(layout, table, row)
    if column is Column.GOAL:
        return _goal_of_key(layout, table, row)
    if column is Column.TEXT:
        return _looked_up(
            layout,
            f"${table.cell(Column.KEY, row)}",
            (TableName.CRITERIA, Column.KEY, Column.TEXT),
            say.NO_SUCH_CRITERION,
        )
    return row + 1


def _rule_in_words(table: AuthoringTable, row: int, goal: Goal | None) -> str:
    number, rule, combine = (
        f"${table.cell(column, row)}" for column in (Column.NUMBER, Column.RULE, Column.COMBINE)
    )
    means = (
        ("mean", say.RULE_MEAN),
        ("weighted_mean", say.RULE_WEIGHTED_MEAN),
    )
    cases = [(f'{number}=""', '""')]
    cases += [
        (f"{combine}={_text(label_of(ListName.COMBINES, meaning))}", _text(words))
        for meaning, words in means
    ]
    cases.append((f'TRIM({rule})=""', _text(say.RULE_ALL)))
    if goal is not None and goal.rule is not None:
        words = describe_rule(goal.rule_tree)
        if max(len(goal.rule), len(words)) <= _LONGEST_LITERAL:
            cases.append((f"{rule}={_text(goal.rule)}", _text(words)))
    plain = f"NOT(OR({_has('(', rule)},{_has('mindst', rule)}))"
    has_and, has_or = _has(" og ", rule), _has(" eller ", rule)
    any_of, all_of = (f'SUBSTITUTE({rule},"{word}",", ")' for word in (" eller ", " og "))
    cases.append(
        (f"AND({plain},{has_or},NOT({has_and}))", f'{_text(say.RULE_ANY_OF)}&"("&{any_of}&")"')
    )
    cases.append(
        (f"AND({plain},{has_and},NOT({has_or}))", f'{_text(say.RULE_ALL_OF)}&"("&{all_of}&")"')
    )
    formula = _text(say.RULE_TO_CHECK)
    for condition, value in reversed(cases):
        formula = f"IF({condition},{value},{formula})"
    return f"={formula}"


def _share(layout: AuthoringLayout, table: AuthoringTable, row: int) -> str:
    weighting, withdrawal = (
        f"Plan!${layout.field_cell(name)[0]}${layout.field_cell(name)[1:]}"
        for name in (PlanField.WEIGHTING, PlanField.WITHDRAWN)
    )
    number, gone = (f"${table.cell(each, row)}" for each in (Column.NUMBER, Column.WITHDRAWN))
    numbers, withdrawn = table.area(Column.NUMBER), table.area(Column.WITHDRAWN)
    leaves = f"{withdrawal}={_text(label_of(ListName.WITHDRAWN, 'leaves'))}"
    count = f'IF({leaves},COUNTIFS({numbers},"<>",{withdrawn},""),COUNTIF({numbers},"<>"))'

    def share(column: Column) -> str:
        values = table.area(column)
        whole = f'IF({leaves},SUMIFS({values},{withdrawn},""),SUM({values}))'
        return f"{table.cell(column, row)}/{whole}"

    weights = _text(label_of(ListName.WEIGHTINGS, "weights"))
    points = _text(label_of(ListName.WEIGHTINGS, "points"))
    computed = (
        f"IF({weighting}={weights},{share(Column.WEIGHT)},"
        f"IF({weighting}={points},{share(Column.POINTS)},1/{count}))"
    )
    return f'=IF({number}="","",IF(AND({leaves},{gone}<>""),0,IFERROR({computed},"")))'


def _goal_of_key(layout: AuthoringLayout, table: AuthoringTable, row: int) -> str:
    key = f"${table.cell(Column.KEY, row)}"
    # The last point of the key, marked so that it can be found.
    points = f'LEN({key})-LEN(SUBSTITUTE({key},".",""))'
    number = f'LEFT({key},FIND("~",SUBSTITUTE({key},".","~",{points}))-1)'
    return _looked_up(
        layout, number, (TableName.GOALS, Column.NUMBER, Column.TITLE), say.NO_SUCH_GOAL, key
    )


def _looked_up(
    layout: AuthoringLayout,
    wanted: str,
    where: tuple[TableName, Column, Column],
    missing: str,
    blank: str | None = None,
) -> str:
    name, key, value = where
    table = layout.tables[name]
    sheet = f"'{table.sheet}'!"
    found = f'INDEX({sheet}{table.area(value)},MATCH({wanted},{sheet}{table.area(key)},0))&""'
    return f'=IF({blank or wanted}="","",IFERROR({found},{_text(missing)}))'


def _has(part: str, cell: str) -> str:
    return f"ISNUMBER(SEARCH({_text(part)},{cell}))"


def _text(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
