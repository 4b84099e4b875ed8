"""The schemas of a plan that is written in Excel: a model for each table, and below them its frame.

A rule is named by the finding it raises, its title is the column at which the finding stands, and
its words are columns of the frame, texts, or made of the row. A frame has a column for each field
of the form, by its name in the plan (numbers in the plan's units, dates, texts and choices; nothing
where a cell is blank or wrong), beside it `… missing` (nothing was typed) and `… at` (its cell),
and what a row must know of the rest of the plan, as each model says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

import pandas as pd
import pandera.pandas as pa

from resultatplan.combinations import weighs_criteria
from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import exact
from resultatplan.outcome import Counted
from resultatplan.rulings import Ruled
from texts import findings as say
from texts.functions import PERCENT
from texts.language import Said, Text, phrase, said_day, said_quantity
from validators.failures import failures
from validators.findings import Finding, finding
from validators.plan_draft import (
    Draft,
    Row,
    criterion_by_key,
    goal_of,
    has_form,
    is_provisional,
    keys_by_goal,
    other_target,
    period_end,
    period_name,
    validity,
    year_end,
)
from workbooks.plan_book.fields import FIELDS, TABLE, Field, Type, label_of

_CHANGES = [each.value for each in Kind if each.is_change]
_BASED = [Kind.WITHIN.value, *_CHANGES]
_NO_COUNT = [each.value for each in Kind if each.is_numeric and not each.is_plain]
"""The kinds whose figure cannot be counted up."""
_LONGEST_WORD = 80
_CREDIT = "scoring.partial_credit"
_DTYPES = {Type.NUMBER: "float64", Type.WHOLE: "float64", Type.DATE: "datetime64[s]"}
_GOAL_NUMBER = TABLE["goals"].column("number")

Rows = pd.DataFrame
Passed: TypeAlias = "pd.Series[bool]"
"""Of each row, whether it is right."""


Word = str | Text | Callable[[Rows, int], Said]
"""A word of a message: a column of the frame, a text, or what is made of the frame and the row."""


def rule(code: str, column: str, keeps: Callable[[Rows], Passed], **words: Word) -> object:
    """A rule about rows: the finding where one does not keep it, and the column where it stands.

    What was `found` is in the rule's own column where nothing else is said, nothing where it is
    blank.
    """

    def check(_cls: type, rows: Rows) -> Passed:
        return keeps(rows)

    said = {"words": {"found": column, **words}}
    return pa.dataframe_check(name=code, title=column, statistics=said)(check)


def once(
    column: str, key: str = "", code: str = "RP-821", found: str = "", *, folded: bool = False
) -> object:
    """No two rows have the same in a column, or the same `key`; `folded`: whatever its case."""

    def keys(it: Rows) -> pd.Series:
        return it[key or column].str.casefold() if folded else it[key or column]

    def is_new(it: Rows) -> Passed:
        return keys(it).isna() | ~keys(it).duplicated()

    def first(it: Rows, row: int) -> Said:
        return str(it.loc[keys(it) == keys(it)[row], f"{column} at"].iloc[0])

    return rule(code, column, is_new, found=found or column, first=first)


def weight(column: str, part: str) -> tuple[object, ...]:
    """A weight of this part stands where the way of scoring asks for it, nowhere else, and is
    above 0.

    `… wanted` is whether it is asked for, nothing where that is not known; `… because` is the
    choice that says so.
    """
    wanted, missing = f"{column} wanted", f"{column} missing"
    heading = TABLE[part].column(column).heading
    words: dict[str, Word] = {"name": lambda _it, _row: heading, "found": f"{column} because"}
    above = {"expected": say.POSITIVE}
    return (
        rule("RP-861", column, lambda it: ~(it[wanted].eq(True) & it[missing]), **words),
        rule("RP-862", column, lambda it: ~(it[wanted].eq(False) & it[column].notna()), **words),
        rule("RP-815", column, lambda it: ~(it[wanted].eq(True) & (it[column] <= 0)), **above),
    )


def rises() -> object:
    """An interval runs from its least to its greatest."""
    words = {"expected": "target"}
    return rule("RP-857", "target_to", lambda it: ~(it["target"] >= it["target_to"]), **words)


def is_the_years_target(column: str) -> object:
    """A target in brackets is that of the history for the plan's own year."""
    other = f"{column} differs from"

    def keeps(it: Rows) -> Passed:
        return ~(it[column].notna() & it["target is provisional"] & it[other].notna())

    return rule("RP-849", column, keeps, expected=other, year="year")


def is_the_target_decided(column: str) -> object:
    """The history has the target of the plan's own year."""
    own = f"own {column}"

    def keeps(it: Rows) -> Passed:
        return it[column].isna() | it[own].isna() | it[column].eq(it[own])

    return rule("RP-882", column, keeps, expected=own)


def in_the_plans_time(column: str, code: str) -> object:
    """A day lies between `first` and `last`, where they are in order; `span` is both in words."""

    def keeps(it: Rows) -> Passed:
        day, first, last = it[column], it["first"], it["last"]
        return ~(first <= last) | day.isna() | day.between(first, last)

    return rule(code, column, keeps, expected="span")


class PlanFields(pa.DataFrameModel):
    """The sheet Plan: one row. `first` and `last` are the days of its validity, `goals` a count."""

    ends_after_it_begins = rule(
        "RP-852", "valid_to", lambda it: ~(it["last"] < it["first"]), found="last", expected="first"
    )
    counts_in_part = rule(
        "RP-815",
        _CREDIT,
        lambda it: ~((it[_CREDIT] <= 0) | (it[_CREDIT] >= 100)),
        expected=say.CREDIT,
    )
    states_as_many_goals_as_there_are = rule(
        "RP-871",
        "stated_goals",
        lambda it: it["stated_goals"].isna() | it["goals"].isin((0, it["stated_goals"][0])),
        found="goals",
        expected="stated_goals",
    )


class Periods(pa.DataFrameModel):
    """The periods; `named` and `until` are as typed or as usual, nothing for one that repeats.

    `first` and `last` are the days of the plan's validity, `whole year` is when the one that `is
    last` is to end.
    """

    id_once = once("id")
    name_once = once("name", "named", found="named")
    stand_in_order = rule(
        "RP-853",
        "ends",
        lambda it: ~(it["until"] <= it["before"]),
        found="until",
        expected="before",
    )
    ends_in_the_plans_time = in_the_plans_time("ends", "RP-851")
    last_ends_with_the_year = rule(
        "RP-860",
        "id",
        lambda it: (
            ~it["is last"] | ~(it["until"] < it["whole year"]) | (it["until"] <= it["before"])
        ),
        found="until",
        expected="whole year",
    )


class Frames(pa.DataFrameModel):
    """The frames of the bonus."""

    name_once = once("name")
    pays_something = rule("RP-815", "cap", lambda it: ~(it["cap"] <= 0), expected=say.POSITIVE)


class Sections(pa.DataFrameModel):
    """The sections; `is used` is whether a goal stands there, or may."""

    title_once = once("title", folded=True)
    has_goals = rule("RP-826", "title", lambda it: it["title"].isna() | it["is used"])


class Goals(pa.DataFrameModel):
    """The sheet Mål. `lacks section` is whether there are several and it names none, `lacks
    criteria` whether it surely has none."""

    number_once = once("number", folded=True)
    weight_there, weight_asked_for, weight_positive = weight("weight", "goals")
    points_there, points_asked_for, points_positive = weight("points", "goals")
    stands_in_a_section = rule(
        "RP-806",
        "section",
        lambda it: ~it["lacks section"],
        found="",
        name=lambda _it, _row: TABLE["goals"].column("section").heading,
    )
    has_criteria = rule("RP-823", "number", lambda it: ~it["lacks criteria"])


class Criteria(pa.DataFrameModel):
    """The sheet Delmål. `goal` is the number in the key, `lacks goal` whether there is surely none.

    `first` and `last` are the days of the plan's validity, `year` is its own; `target differs from`
    is another target in the history of that year, `target_to differs from` another end.
    """

    key_once = once("key", folded=True)
    interval_rises = rises()
    weight_there, weight_asked_for, weight_positive = weight("weight", "criteria")
    belongs_to_a_goal = rule("RP-822", "key", lambda it: ~it["lacks goal"], found="goal")
    changes_are_in_percent = rule(
        "RP-843",
        "unit",
        lambda it: it["unit"].isna() | ~it["kind"].isin(_CHANGES) | it["unit"].eq(PERCENT),
        expected=lambda _it, _row: PERCENT,
    )
    grows_only_where_it_can = rule(
        "RP-850",
        "counted",
        lambda it: ~(it["kind"].isin(_NO_COUNT) & it["counted"].eq(Counted.RUNNING.value)),
        found="",
        kind=lambda it, row: LABELS[Kind(it["kind"][row])],
    )
    leaves_something_possible = rule(
        "RP-856", "greatest", lambda it: ~(it["least"] >= it["greatest"]), expected="least"
    )
    is_measured_from_something = rule(
        "RP-844", "basis", lambda it: ~(it["kind"].isin(_BASED) & it["basis"].eq(0)), found=""
    )
    changes_without_a_sign = rule(
        "RP-848",
        "target",
        lambda it: ~(it["kind"].isin(_CHANGES) & (it["target"] < 0)),
        found=lambda it, row: said_quantity(exact(it["target"][row]), PERCENT),
        expected=lambda it, row: said_quantity(exact(-it["target"][row]), PERCENT),
    )
    target_of_the_year = is_the_years_target("target")
    interval_of_the_year = is_the_years_target("target_to")
    lies_in_the_plans_time = in_the_plans_time("deadline", "RP-851")


class History(pa.DataFrameModel):
    """The sheet Historik. `entry` is key and year of a criterion that is there.

    `lacks criterion` is whether there is surely none; `own target` and `own target_to` are the
    criterion's, for the plan's own year and in the criterion's unit.
    """

    year_once = once("year", "entry", "RP-825")
    interval_rises = rises()
    belongs_to_a_criterion = rule(
        "RP-824", "key", lambda it: ~it["lacks criterion"] | it["key"].duplicated()
    )
    target_decided = is_the_target_decided("target")
    interval_decided = is_the_target_decided("target_to")


class Rulings(pa.DataFrameModel):
    """What the department has decided. `lacks place` is whether there is surely no such goal or
    criterion; `first` and `last` are the days of the plan's validity."""

    is_about_something_agreed = rule("RP-891", "key", lambda it: ~it["lacks place"])
    is_made_in_the_plans_time = in_the_plans_time("day", "RP-892")
    reinstates_what_was_decided_about = rule(
        "RP-893", "ruled", lambda it: ~it["reinstates nothing"], found="key"
    )


def check_tables(draft: Draft) -> Iterator[Finding]:
    """What is wrong with rows, tables and the whole plan."""
    tables = draft.tables
    for model, frame, rows in (
        (PlanFields, _plan(draft), [draft.fields]),
        (Periods, _periods(draft), tables["reporting.periods"]),
        (Sections, _sections(draft), tables["sections"]),
        (Frames, _table(draft, "bonus.frames"), tables["bonus.frames"]),
        (Goals, _goals(draft), tables["goals"]),
        (Criteria, _criteria(draft), tables["criteria"]),
        (History, _history(draft), tables["history"]),
        (Rulings, _rulings(draft), tables["rulings"]),
    ):
        for index, column, code, check in failures(model, frame):
            words = {} if check is None or check.statistics is None else check.statistics["words"]
            told = {name: _told(word, frame, index) for name, word in words.items() if word}
            yield finding(code, rows[index][column].place, **told)


def _told(word: Word, frame: Rows, row: int) -> Said:
    """A word about a row, as a message tells it."""
    if isinstance(word, Text):
        return word
    value = frame.at[row, word] if isinstance(word, str) else word(frame, row)
    if isinstance(value, pd.Timestamp):
        return said_day(value.date())
    if isinstance(value, float):
        return said_quantity(exact(value))
    return value if isinstance(value, Text) else str(value or "")[:_LONGEST_WORD]


# The frames.


def _frame(fields: Iterable[Field], rows: Sequence[Row]) -> Rows:
    """The values of rows, a column for each field, with its cell and whether it is missing."""
    columns: dict[str, pd.Series] = {}
    for each in fields:
        cells = [row[each.name] for row in rows]
        values = [cell.value for cell in cells]
        columns[each.name] = pd.Series(values, dtype=_DTYPES.get(each.type, object))
        places = (cell.place for cell in cells)
        columns[f"{each.name} at"] = _objects(f"{place.sheet}!{place.cell}" for place in places)
        missing = [cell.is_missing for cell in cells]
        columns[f"{each.name} missing"] = pd.Series(missing, dtype=bool)
    return pd.DataFrame(columns)


def _table(draft: Draft, part: str) -> Rows:
    return _frame(TABLE[part].typed, draft.tables[part])


def _objects(values: Iterable[object]) -> pd.Series:
    return pd.Series(list(values), dtype=object)


def _days(values: Iterable[object]) -> pd.Series:
    return pd.Series(list(values), dtype="datetime64[s]")


def _put_time(frame: Rows, draft: Draft) -> None:
    """Add the first and last day of the plan, also in words."""
    first, last = validity(draft)
    frame["first"], frame["last"] = (_days([day] * len(frame)) for day in (first, last))
    if first is not None and last is not None:
        span = phrase(say.SPAN, first=said_day(first), last=said_day(last))
        frame["span"] = _objects([span] * len(frame))


def _plan(draft: Draft) -> Rows:
    frame = _frame(FIELDS, [draft.fields])
    _put_time(frame, draft)
    frame["goals"] = float(len(draft.tables["goals"]))
    return frame


def _periods(draft: Draft) -> Rows:
    rows, frame = draft.tables["reporting.periods"], _table(draft, "reporting.periods")
    repeats = frame["id"].notna() & frame["id"].duplicated()
    frame["named"] = _objects(period_name(draft, row) for row in rows).where(~repeats, None)
    frame["until"] = _days(period_end(draft, row) for row in rows).where(~repeats)
    frame["before"] = frame["until"].ffill().shift()
    _put_time(frame, draft)
    frame["is last"] = frame.index == len(frame) - 1
    frame["whole year"] = _days([year_end(draft)] * len(frame))
    return frame


def _sections(draft: Draft) -> Rows:
    frame, goals = _table(draft, "sections"), draft.tables["goals"]
    used = {goal["section"].text for goal in goals}
    # A goal without a section may be the one that is missed.
    is_sure = len(frame) > 1 and goals and None not in used
    frame["is used"] = frame["title"].isin(used) if is_sure else True
    return frame


def _goals(draft: Draft) -> Rows:
    rows, frame, keys = draft.tables["goals"], _table(draft, "goals"), keys_by_goal(draft)
    lacks = _objects(
        bool(keys) and has_form(row["number"], _GOAL_NUMBER) and row["number"].value not in keys
        for row in rows
    )
    frame["lacks criteria"] = lacks.astype(bool) & ~frame["number"].duplicated()
    frame["lacks section"] = frame["section missing"] & (len(draft.tables["sections"]) > 1)
    weighting = draft.fields["scoring.weighting"]
    chosen = "equal" if weighting.is_missing else weighting.value
    for name, meaning in (("weight", "weights"), ("points", "points")):
        wanted = None if chosen is None else chosen == meaning
        frame[f"{name} wanted"] = _objects([wanted] * len(frame))
        frame[f"{name} because"] = label_of("Vægtning", str(chosen)) if chosen else ""
    return frame


def _criteria(draft: Draft) -> Rows:
    rows, frame = draft.tables["criteria"], _table(draft, "criteria")
    goals = {row["number"].text: row for row in reversed(draft.tables["goals"])}
    are_sure = all(has_form(row["number"], _GOAL_NUMBER) for row in draft.tables["goals"])
    _put_time(frame, draft)
    frame["goal"] = _objects(map(goal_of, rows))
    frame["lacks goal"] = are_sure & frame["goal"].notna() & ~frame["goal"].isin(goals)
    frame["year"] = str(draft.year)
    frame["target is provisional"] = [is_provisional(row) for row in rows]
    for name in ("target", "target_to"):
        others = [other_target(draft, row, name) for row in rows]
        frame[f"{name} differs from"] = pd.Series(others, dtype="float64")
    own = [goals.get(goal) for goal in frame["goal"]]
    frame["weight wanted"] = _objects(
        None
        if goal is None or goal["combine"].is_wrong
        else weighs_criteria(goal["combine"].value, has_rule=not goal["rule"].is_missing)
        for goal in own
    )
    frame["weight because"] = _objects(
        TABLE["goals"].column("rule").heading
        if goal is not None and goal["combine"].value == "weighted_mean" and goal["rule"].text
        else label_of("Sammenregning", str((goal and goal["combine"].value) or "rule"))
        for goal in own
    )
    return frame


def _history(draft: Draft) -> Rows:
    rows, frame = draft.tables["history"], _table(draft, "history")
    are_sure = all(goal_of(row) is not None for row in draft.tables["criteria"])
    criteria = criterion_by_key(draft)
    is_known = frame["key"].isin(criteria)
    frame["lacks criterion"] = are_sure & frame["key"].notna() & ~is_known
    entry = _objects(f"{row['key'].value} {row['year'].value}" for row in rows)
    frame["entry"] = entry.where(is_known & frame["year"].notna(), None)
    own = [criteria.get(key) for key in frame["key"]]
    is_own_year = frame["year"].eq(draft.year or -1) & frame["unit missing"]
    for name in ("target", "target_to"):
        targets = [None if row is None or is_provisional(row) else row[name].value for row in own]
        frame[f"own {name}"] = pd.Series(targets, dtype="float64").where(is_own_year)
    return frame


def _rulings(draft: Draft) -> Rows:
    frame, tables = _table(draft, "rulings"), draft.tables
    known = [row["number"] for row in tables["goals"]] + [row["key"] for row in tables["criteria"]]
    are_sure = all(cell.value is not None for cell in known)
    is_known = frame["key"].isin([cell.value for cell in known])
    frame["lacks place"] = are_sure & frame["key"].notna() & ~is_known
    before = frame.groupby("key")["ruled"].shift()
    ends_nothing = before.isna() | before.eq(Ruled.REINSTATED.value)
    frame["reinstates nothing"] = frame["ruled"].eq(Ruled.REINSTATED.value) & ends_nothing
    _put_time(frame, draft)
    return frame
