"""The schemas of a plan that is written in Excel: a model for each table, and below them its frame.

They are declared as a report's are (`schemas`), but a rule has its words beside it: columns of the
frame, texts, or made of the row; what was `found` is in the rule's own column where nothing else is
said. A frame has a column for each field of the form, by its name in the plan (numbers in the
plan's units, dates, texts and choices; nothing where a cell is blank or wrong), beside it
`… missing` (nothing was typed) and `… at` (its cell), and what a row must know of the rest of the
plan, as each model says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd
import pandera.pandas as pa

from resultatplan.combinations import weighs_criteria
from resultatplan.rulings import Ruled
from texts import findings as say
from texts.language import Said, Text, phrase, said_day, said_quantity
from validators.failures import EachRow, Rows, Word, failures, rule
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

_CREDIT = "scoring.partial_credit"
_LONGEST_WORD = 80
_DTYPES = {Type.NUMBER: "float64", Type.WHOLE: "float64", Type.DATE: "datetime64[s]"}
_GOAL_NUMBER = TABLE["goals"].column("number")


def _heading(part: str, column: str) -> Text:
    heading = TABLE[part].column(column).heading
    return Text(heading, heading)


def once(
    column: str, key: str = "", code: str = "RP-821", found: str = "", *, folded: bool = False
) -> object:
    """No two rows have the same in a column, or the same `key`; `folded`: whatever its case."""

    def keys(df: Rows) -> pd.Series:
        return df[key or column].str.casefold() if folded else df[key or column]

    def first(df: Rows, row: int) -> Said:
        return str(df.loc[keys(df) == keys(df)[row], f"{column} at"].iloc[0])

    @rule(code, column, found=found or column, first=first)
    def is_new(_cls: type, df: Rows) -> EachRow:
        return keys(df).isna() | ~keys(df).duplicated()

    return is_new


def weight(column: str, part: str) -> tuple[object, object, object]:
    """A weight of this part stands where the way of scoring asks for it, nowhere else, and is
    above 0.

    `… wanted` is whether it is asked for, nothing where that is not known; `… because` is the
    choice that says so.
    """
    wanted, because = f"{column} wanted", f"{column} because"
    heading = _heading(part, column)

    @rule("RP-861", column, name=heading, found=because)
    def stands_where_it_is_asked_for(_cls: type, df: Rows) -> EachRow:
        return ~(df[wanted].eq(True) & df[f"{column} missing"])

    @rule("RP-862", column, name=heading, found=because)
    def stands_nowhere_else(_cls: type, df: Rows) -> EachRow:
        return ~(df[wanted].eq(False) & df[column].notna())

    @rule("RP-815", column, expected=say.POSITIVE)
    def is_above_0(_cls: type, df: Rows) -> EachRow:
        return ~(df[wanted].eq(True) & (df[column] <= 0))

    return stands_where_it_is_asked_for, stands_nowhere_else, is_above_0


def is_the_years_target(column: str) -> object:
    """A target in brackets is that of the history for the plan's own year."""
    other = f"{column} differs from"

    @rule("RP-849", column, expected=other, year="year")
    def is_that_of_the_history(_cls: type, df: Rows) -> EachRow:
        return ~(df[column].notna() & df["target is provisional"] & df[other].notna())

    return is_that_of_the_history


def is_the_target_decided(column: str) -> object:
    """The history has the target of the plan's own year."""
    own = f"own {column}"

    @rule("RP-882", column, expected=own)
    def is_the_criterions(_cls: type, df: Rows) -> EachRow:
        return df[column].isna() | df[own].isna() | df[column].eq(df[own])

    return is_the_criterions


def in_the_plans_time(column: str, code: str) -> object:
    """A day lies between `first` and `last`, where they are in order; `span` is both in words."""

    @rule(code, column, expected="span")
    def lies_between(_cls: type, df: Rows) -> EachRow:
        day, first, last = df[column], df["first"], df["last"]
        return ~(first <= last) | day.isna() | day.between(first, last)

    return lies_between


class PlanFields(pa.DataFrameModel):
    """The sheet Plan: one row. `first` and `last` are the days of its validity, `goals` a count."""

    @rule("RP-852", "valid_to", found="last", expected="first")
    def ends_after_it_begins(cls, df: Rows) -> EachRow:
        return ~(df["last"] < df["first"])

    @rule("RP-815", _CREDIT, expected=say.CREDIT)
    def counts_in_part(cls, df: Rows) -> EachRow:
        return ~((df[_CREDIT] <= 0) | (df[_CREDIT] >= 100))

    @rule("RP-871", "stated_goals", found="goals", expected="stated_goals")
    def states_as_many_goals_as_there_are(cls, df: Rows) -> EachRow:
        return df["stated_goals"].isna() | df["goals"].eq(0) | df["goals"].eq(df["stated_goals"])


class Periods(pa.DataFrameModel):
    """The periods; `named` and `until` are as typed or as usual, nothing for one that repeats.

    `first` and `last` are the days of the plan's validity, `whole year` is when the one that `is
    last` is to end.
    """

    id_once = once("id")
    name_once = once("name", "named", found="named")
    ends_in_the_plans_time = in_the_plans_time("ends", "RP-851")

    @rule("RP-853", "ends", found="until", expected="before")
    def stands_in_order(cls, df: Rows) -> EachRow:
        return ~(df["until"] <= df["before"])

    @rule("RP-860", "id", found="until", expected="whole year")
    def last_ends_with_the_year(cls, df: Rows) -> EachRow:
        is_early = df["is last"] & (df["until"] < df["whole year"])
        return ~is_early | (df["until"] <= df["before"])


class Frames(pa.DataFrameModel):
    """The frames of the bonus."""

    name_once = once("name")

    @rule("RP-815", "cap", expected=say.POSITIVE)
    def pays_something(cls, df: Rows) -> EachRow:
        return ~(df["cap"] <= 0)


class Sections(pa.DataFrameModel):
    """The sections; `is used` is whether a goal stands there, or may."""

    title_once = once("title", folded=True)

    @rule("RP-826", "title")
    def has_goals(cls, df: Rows) -> EachRow:
        return df["title"].isna() | df["is used"]


class Goals(pa.DataFrameModel):
    """The sheet Mål. `lacks section` is whether there are several and it names none, `lacks
    criteria` whether it surely has none."""

    number_once = once("number", folded=True)
    weight_there, weight_asked_for, weight_positive = weight("weight", "goals")
    points_there, points_asked_for, points_positive = weight("points", "goals")

    @rule("RP-806", "section", found="", name=_heading("goals", "section"))
    def stands_in_a_section(cls, df: Rows) -> EachRow:
        return ~df["lacks section"]

    @rule("RP-823", "number")
    def has_criteria(cls, df: Rows) -> EachRow:
        return ~df["lacks criteria"]


class Criteria(pa.DataFrameModel):
    """The sheet Delmål, beside the others; what one criterion says stands in `plan_rules`.

    `goal` is the number in the key, `lacks goal` whether there is surely none; `first` and `last`
    are the days of the plan's validity, `year` is its own; `target differs from` is another target
    in the history of that year, `target_to differs from` another end.
    """

    key_once = once("key", folded=True)
    weight_there, weight_asked_for, weight_positive = weight("weight", "criteria")
    target_of_the_year = is_the_years_target("target")
    interval_of_the_year = is_the_years_target("target_to")
    lies_in_the_plans_time = in_the_plans_time("deadline", "RP-851")

    @rule("RP-822", "key", found="goal")
    def belongs_to_a_goal(cls, df: Rows) -> EachRow:
        return ~df["lacks goal"]


class History(pa.DataFrameModel):
    """The sheet Historik. `entry` is key and year of a criterion that is there.

    `lacks criterion` is whether there is surely none; `own target` and `own target_to` are the
    criterion's, for the plan's own year and in the criterion's unit.
    """

    year_once = once("year", "entry", "RP-825")
    target_decided = is_the_target_decided("target")
    interval_decided = is_the_target_decided("target_to")

    @rule("RP-857", "target_to", expected="target")
    def interval_rises(cls, df: Rows) -> EachRow:
        return ~(df["target"] >= df["target_to"])

    @rule("RP-824", "key")
    def belongs_to_a_criterion(cls, df: Rows) -> EachRow:
        return ~df["lacks criterion"] | df["key"].duplicated()


class Rulings(pa.DataFrameModel):
    """What the department has decided. `lacks place` is whether there is surely no such goal or
    criterion; `first` and `last` are the days of the plan's validity."""

    is_made_in_the_plans_time = in_the_plans_time("day", "RP-892")

    @rule("RP-891", "key")
    def is_about_something_agreed(cls, df: Rows) -> EachRow:
        return ~df["lacks place"]

    @rule("RP-893", "ruled", found="key")
    def reinstates_what_was_decided_about(cls, df: Rows) -> EachRow:
        return ~df["reinstates nothing"]


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
        for index, column, code, words in failures(model, frame):
            told = {
                name: _told(word, frame, index)
                for name, word in {"found": column, **words}.items()
                if word
            }
            yield finding(code, rows[index][column].place, **told)


def _told(word: Word, frame: Rows, row: int) -> Said:
    """A word about a row, as a message tells it."""
    if isinstance(word, Text):
        return word
    value = frame.at[row, word] if isinstance(word, str) else word(frame, row)
    if isinstance(value, pd.Timestamp):
        return said_day(value.date())
    if isinstance(value, float):
        return said_quantity(value)
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
