"""The schemas of a plan that is written in Excel: a model for each table.

A check is named by the finding it raises, its title is the column at which the finding stands, and
what the finding says is told beside it. `validators.plan_book` makes the frames: a column holds the
values of a field of the form by its name in the plan (numbers in the plan's units, dates, texts and
choices; nothing where a cell is blank or wrong). Beside it stand `… missing` (nothing was typed)
and what a row must know of the rest of the plan, as each model says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

import pandas as pd
import pandera.pandas as pa

from resultatplan.criteria import LABELS, Kind
from resultatplan.exact import HUNDRED
from resultatplan.outcome import Counted
from texts import findings as say
from texts.language import Said, Text, phrase, said_day, said_quantity
from validators.failures import failures
from validators.findings import Finding, finding
from validators.plan_cells import PERCENT, Settled

_UPWARDS = [each.value for each in Kind if each.is_upwards]
_CHANGES = [each.value for each in Kind if each.is_change]
_BASED = [Kind.WITHIN.value, *_CHANGES]
_NO_COUNT = [each.value for each in Kind if each.is_numeric and not each.is_plain]
"""The kinds whose figure cannot be counted up."""

Cells = Mapping[str, Settled]
"""The cells of one row, by their names."""
Passed: TypeAlias = "pd.Series[bool]"
"""Of each row, whether it is right."""


@dataclass(frozen=True)
class Failed:
    """A row that fails a check: the table's rows, its frame, which row, and the column meant."""

    rows: Sequence[Cells]
    frame: pd.DataFrame
    index: int
    column: str

    @property
    def cell(self) -> Settled:
        """The cell at which the finding stands."""
        return self.rows[self.index][self.column]

    @property
    def text(self) -> str:
        """The cell's text as it is quoted."""
        return str(self.cell.value)[:80]

    @property
    def number(self) -> Text:
        """The cell's number."""
        return said_quantity(Decimal(str(self.cell.value)))

    def __getitem__(self, column: str) -> object:
        """What the frame has in a column of the row."""
        return self.frame.at[self.index, column]

    def day(self, column: str) -> Text:
        """A day that the frame has in the row."""
        return said_day(self.frame[column][self.index].date())


Words = Callable[[Failed], Mapping[str, Said]]
"""The fields of a finding's message."""


def rule(
    code: str, column: str, words: Words = lambda _: {}
) -> Callable[[Callable[..., Passed]], object]:
    """A check of rows: the finding's code, its column, and the fields of its message."""
    return pa.dataframe_check(name=code, title=column, statistics={"words": words})


def findings_of(
    model: type[pa.DataFrameModel], frame: pd.DataFrame, rows: Sequence[Cells]
) -> Iterator[Finding]:
    """A finding for each row and check of the model that fails. `rows` are the frame's cells."""
    for index, column, code, check in failures(model, frame):
        failed = Failed(rows, frame, index, column)
        statistics = None if check is None else check.statistics
        words = statistics["words"](failed) if statistics else {}
        yield finding(code, failed.cell.place, **words)


# Checks that several columns have.


def once(column: str, key: str, code: str = "RP-821") -> object:
    """No two rows have the same `key`, a column of the frame."""

    def words(it: Failed) -> Mapping[str, Said]:
        first = it.rows[it.frame.index[it.frame[key] == it[key]][0]][column].place
        shown = it[key] if column == "name" else it.text
        return {"found": str(shown)[:80], "first": f"{first.sheet}!{first.cell}"}

    @rule(code, column, words)
    def stands_once(_cls: type, rows: pd.DataFrame) -> Passed:
        return rows[key].isna() | ~rows[key].duplicated()

    return stands_once


def weight(column: str, heading: str) -> tuple[object, object, object]:
    """A weight stands where the way of scoring asks for it, nowhere else, and is above 0.

    `… wanted` is whether it is asked for, nothing where that is not known; `… because` is the
    choice that says so.
    """

    def words(it: Failed) -> Mapping[str, Said]:
        return {"name": heading, "found": str(it[f"{column} because"])}

    @rule("RP-861", column, words)
    def is_there(_cls: type, rows: pd.DataFrame) -> Passed:
        return ~(rows[f"{column} wanted"].eq(True) & rows[f"{column} missing"])

    @rule("RP-862", column, words)
    def is_asked_for(_cls: type, rows: pd.DataFrame) -> Passed:
        return ~(rows[f"{column} wanted"].eq(False) & rows[column].notna())

    @rule("RP-815", column, lambda it: {"found": it.number, "expected": say.POSITIVE})
    def is_positive(_cls: type, rows: pd.DataFrame) -> Passed:
        return ~(rows[f"{column} wanted"].eq(True) & (rows[column] <= 0))

    return is_there, is_asked_for, is_positive


def rises() -> object:
    """An interval runs from its least to its greatest."""

    def words(it: Failed) -> Mapping[str, Said]:
        return {"found": it.number, "expected": said_quantity(Decimal(str(it["target"])))}

    @rule("RP-857", "target_to", words)
    def ends_above_its_beginning(_cls: type, rows: pd.DataFrame) -> Passed:
        return ~(rows["target"] >= rows["target_to"])

    return ends_above_its_beginning


def is_no_share(column: str, kinds: Sequence[str]) -> object:
    """A target in pct. of these kinds is hardly below 1: 82 was meant, and 0,82 typed."""

    def words(it: Failed) -> Mapping[str, Said]:
        number = Decimal(str(it.cell.value))
        return {
            "found": said_quantity(number, PERCENT),
            "expected": said_quantity(number * HUNDRED, PERCENT),
        }

    @rule("RP-848", column, words)
    def is_whole_percent(_cls: type, rows: pd.DataFrame) -> Passed:
        is_low = rows[column].between(0, 1, inclusive="neither") & ~rows[f"{column} in percent"]
        return ~(is_low & rows["kind"].isin(kinds) & rows["unit"].eq(PERCENT))

    return is_whole_percent


def is_the_years_target(column: str) -> object:
    """A target in brackets is that of the history for the plan's own year."""

    def words(it: Failed) -> Mapping[str, Said]:
        other = said_quantity(Decimal(str(it[f"{column} differs from"])))
        year = str(it["year"]).removesuffix(".0")
        return {"found": it.number, "expected": other, "year": year}

    @rule("RP-849", column, words)
    def is_the_same(_cls: type, rows: pd.DataFrame) -> Passed:
        is_there = rows[column].notna() & rows["target is provisional"]
        return ~(is_there & rows[f"{column} differs from"].notna())

    return is_the_same


def is_the_target_decided(column: str) -> object:
    """A draft's history has the target of the plan's own year."""

    def words(it: Failed) -> Mapping[str, Said]:
        return {"found": it.number, "expected": said_quantity(Decimal(str(it[f"own {column}"])))}

    @rule("RP-882", column, words)
    def is_the_same(_cls: type, rows: pd.DataFrame) -> Passed:
        own = rows[f"own {column}"].astype(float)
        return rows[column].isna() | own.isna() | rows[column].eq(own)

    return is_the_same


def in_the_plans_time(column: str, code: str) -> object:
    """A day lies between `first` and `last`, where they are in order."""

    def words(it: Failed) -> Mapping[str, Said]:
        span = phrase(say.SPAN, first=it.day("first"), last=it.day("last"))
        return {"found": it.day(column), "expected": span}

    @rule(code, column, words)
    def lies_between(_cls: type, rows: pd.DataFrame) -> Passed:
        day, first, last = rows[column], rows["first"], rows["last"]
        return ~(first <= last) | day.isna() | day.between(first, last)

    return lies_between


# The tables.


class PlanFields(pa.DataFrameModel):
    """The sheet Plan: one row. `first` and `last` are the days of its validity, `goals` a count."""

    @rule(
        "RP-852",
        "valid_to",
        lambda it: {"found": it.day("last"), "expected": it.day("first")},
    )
    def ends_after_it_begins(cls, rows: pd.DataFrame) -> Passed:
        return ~(rows["last"] < rows["first"])

    @rule(
        "RP-815", "scoring.partial_credit", lambda it: {"found": it.number, "expected": say.CREDIT}
    )
    def counts_in_part(cls, rows: pd.DataFrame) -> Passed:
        credit = rows["scoring.partial_credit"]
        return credit.isna() | credit.between(0, 100, inclusive="neither")

    @rule(
        "RP-871",
        "stated_goals",
        lambda it: {"found": str(it["goals"]), "expected": str(it.cell.value)},
    )
    def states_as_many_goals_as_there_are(cls, rows: pd.DataFrame) -> Passed:
        stated = rows["stated_goals"]
        return stated.isna() | rows["goals"].eq(0) | stated.eq(rows["goals"])


class Periods(pa.DataFrameModel):
    """The periods; `named` and `until` are as typed or as usual, nothing for one that repeats."""

    id_once = once("id", "id")
    name_once = once("name", "named")

    @rule(
        "RP-853",
        "ends",
        lambda it: {"found": it.day("until"), "expected": it.day("until before")},
    )
    def stand_in_order(cls, rows: pd.DataFrame) -> Passed:
        return ~(rows["until"] <= rows["until before"])


class Frames(pa.DataFrameModel):
    """The frames of the bonus."""

    name_once = once("name", "name")

    @rule("RP-815", "cap", lambda it: {"found": it.number, "expected": say.POSITIVE})
    def pays_something(cls, rows: pd.DataFrame) -> Passed:
        return ~(rows["cap"] <= 0)


class Sections(pa.DataFrameModel):
    """The sections; `is used` is whether a goal stands there, or may."""

    title_once = once("title", "folded title")

    @rule("RP-826", "title", lambda it: {"found": it.text})
    def has_goals(cls, rows: pd.DataFrame) -> Passed:
        return rows["title"].isna() | rows["is used"]


class Goals(pa.DataFrameModel):
    """The sheet Mål. `needs section` is whether there are several, `lacks criteria` whether the
    goal surely has none."""

    number_once = once("number", "folded number")
    weight_there, weight_asked_for, weight_positive = weight("weight", "Vægt")
    points_there, points_asked_for, points_positive = weight("points", "Point")

    @rule("RP-806", "section", lambda _: {"name": "Afsnit"})
    def stands_in_a_section(cls, rows: pd.DataFrame) -> Passed:
        return ~(rows["section missing"] & rows["needs section"])

    @rule("RP-823", "number", lambda it: {"found": str(it.cell.value)})
    def has_criteria(cls, rows: pd.DataFrame) -> Passed:
        return ~rows["lacks criteria"]


class Criteria(pa.DataFrameModel):
    """The sheet Delmål. `goal` is the number in the key, `lacks goal` whether there is surely none.

    `first` and `last` are the days of the plan's validity, `year` is its own; `target differs from`
    is another target in the history of that year, `target_to differs from` another end.
    """

    key_once = once("key", "folded key")
    interval_rises = rises()
    weight_there, weight_asked_for, weight_positive = weight("weight", "Vægt i målet")

    @rule("RP-822", "key", lambda it: {"found": str(it["goal"])[:40]})
    def belongs_to_a_goal(cls, rows: pd.DataFrame) -> Passed:
        return ~rows["lacks goal"]

    @rule("RP-843", "unit", lambda it: {"found": it.text[:40], "expected": PERCENT})
    def reductions_are_in_percent(cls, rows: pd.DataFrame) -> Passed:
        unit = rows["unit"]
        return unit.isna() | ~rows["kind"].isin(_CHANGES) | unit.eq(PERCENT)

    @rule("RP-850", "counted", lambda it: {"kind": LABELS[Kind(str(it["kind"]))]})
    def grows_only_where_it_can(cls, rows: pd.DataFrame) -> Passed:
        return ~(rows["kind"].isin(_NO_COUNT) & rows["counted"].eq(Counted.RUNNING.value))

    @rule(
        "RP-856",
        "greatest",
        lambda it: {"found": it.number, "expected": said_quantity(Decimal(str(it["least"])))},
    )
    def leaves_something_possible(cls, rows: pd.DataFrame) -> Passed:
        return ~(rows["least"] >= rows["greatest"])

    @rule("RP-844", "basis")
    def is_measured_from_something(cls, rows: pd.DataFrame) -> Passed:
        return ~(rows["kind"].isin(_BASED) & rows["basis"].eq(0))

    target_no_share = is_no_share("target", _UPWARDS)
    interval_no_share = is_no_share("target_to", [Kind.BETWEEN.value])
    target_of_the_year = is_the_years_target("target")
    interval_of_the_year = is_the_years_target("target_to")
    lies_in_the_plans_time = in_the_plans_time("deadline", "RP-851")


class History(pa.DataFrameModel):
    """The sheet Historik. `entry` is key and year of a criterion that is there.

    `lacks criterion` is whether there is surely none; `own target` and `own target_to` are the
    criterion's, in a draft and for the plan's own year.
    """

    year_once = once("year", "entry", "RP-825")
    interval_rises = rises()

    @rule("RP-824", "key", lambda it: {"found": it.text})
    def belongs_to_a_criterion(cls, rows: pd.DataFrame) -> Passed:
        return ~rows["lacks criterion"]

    target_decided = is_the_target_decided("target")
    interval_decided = is_the_target_decided("target_to")


class Rulings(pa.DataFrameModel):
    """What the department has decided. `lacks place` is whether there is surely no such goal or
    criterion; `first` and `last` are the days of the plan's validity."""

    @rule("RP-891", "key", lambda it: {"found": it.text})
    def is_about_something_agreed(cls, rows: pd.DataFrame) -> Passed:
        return ~rows["lacks place"]

    is_made_in_the_plans_time = in_the_plans_time("day", "RP-892")

    @rule("RP-893", "ruled", lambda it: {"found": str(it["key"])})
    def reinstates_what_was_decided_about(cls, rows: pd.DataFrame) -> Passed:
        return ~rows["reinstates nothing"]
