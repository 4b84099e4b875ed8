"""What must stand on a report's sheets: read this first.

A model per sheet, a field per column, and of each row the rules that it keeps: which finding it
raises else, and at which column. The words are put beside it by the module of the code's hundred
(`content`, `consistency`, `score`). One frame holds all files of a chunk, with a `RangeIndex`;
`frames` makes them and finds the cell of each failure.

What a field declares itself raises RP-408 where it may not be blank, and RP-410 where it is none of
its list (`failures.DECLARED`).

Values are settled already: of their type, or blank. Beside a column `X` stands `X refused`, whether
it holds something that is no value, or is gone (of the result also whether it is `there`).
Percentages are 0.82 as in the cells, except between reports, where they are 82.
Lists, limits and days are those that the sheet takes: `workbooks.form` declares both.
"""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from resultatplan.criteria import Kind, State
from validators.failures import EachRow, Rows, rule
from validators.score import TOLERANCE
from validators.typing_mistakes import is_copied, says_nothing
from workbooks.form import NO, RED, STATUSES, YELLOW, YES, Column, Field, ValueType

YES_NO = (YES, NO)
_RELATIVE = [each for each in Kind if each.is_relative]


def _day(title: str, column: str = "") -> object:
    """A day lies among those that the plan's sheet takes, about its year."""
    column = column or title

    @rule("RP-414", title)
    def is_a_day_about_the_year(_cls: type, df: Rows) -> EachRow:
        return df[column].isna() | df[column].between(df["first day"], df["last day"])

    return is_a_day_about_the_year


class MasterData(pa.DataFrameModel):
    """Stamdata, a row per file: who reports, when, and for which period."""

    period: Series[str] = pa.Field(alias=Field.PERIOD)
    submitted: Series[pd.Timestamp] = pa.Field(alias=Field.SUBMITTED)
    prepared_by: Series[str] = pa.Field(alias=Field.PREPARED_BY, nullable=True)
    approved_by: Series[str] = pa.Field(alias=Field.APPROVED_BY, nullable=True)

    submitted_is_a_day = _day(Field.SUBMITTED)

    @rule("RP-410", Field.PERIOD)
    def the_plan_has_the_period(cls, df: Rows) -> EachRow:
        return df[Field.PERIOD].isna() | df["period known"]

    @rule("RP-408", Field.PREPARED_BY)
    def somebody_prepared_it(cls, df: Rows) -> EachRow:
        return ~_says_nothing(df, Field.PREPARED_BY)

    @rule("RP-408", Field.APPROVED_BY)
    def a_final_report_is_approved(cls, df: Rows) -> EachRow:
        return ~(df["final"] & _says_nothing(df, Field.APPROVED_BY))


def _bounds(title: str, column: str = "") -> tuple[object, object]:
    """A number lies within its limits, a share (RP-402) or another (RP-409)."""
    column = column or title

    @rule("RP-402", title)
    def is_a_share(_cls: type, df: Rows) -> EachRow:
        within = df[column].between(df["least"], df["greatest"])
        return df[column].isna() | df["type"].ne(ValueType.PERCENT) | within

    @rule("RP-409", title)
    def keeps_its_limits(_cls: type, df: Rows) -> EachRow:
        within = df[column].between(df["least"], df["greatest"])
        kept = within & (~df["whole"] | (df[column] % 1 == 0))
        return df[column].isna() | df["type"].eq(ValueType.PERCENT) | kept

    return is_a_share, keeps_its_limits


def _answer(title: str, column: str = "") -> object:
    """Ja or Nej, or what the criterion allows between them: one of its `answers`."""
    column = column or title

    @rule("RP-410", title)
    def is_an_answer(_cls: type, df: Rows) -> EachRow:
        pairs = zip(df[column], df["answers"], strict=True)
        listed = pd.Series([value in answers for value, answers in pairs], df.index, dtype=bool)
        return df[column].isna() | listed

    return is_an_answer


class ReportRows(pa.DataFrameModel):
    """Afrapportering, a row per criterion: what is typed, cell by cell.

    The forecast is a number, a date or an answer by the criterion's kind, and has a column of each.
    What a number may be stands beside it: `least`, `greatest`, and whether it must be `whole`.
    """

    basis: Series[float] = pa.Field(alias=Column.BASIS, nullable=True)
    result: Series[float] = pa.Field(alias=Column.RESULT, nullable=True)
    date: Series[pd.Timestamp] = pa.Field(alias=Column.DATE, nullable=True)
    done: Series[str] = pa.Field(alias=Column.DONE, nullable=True)
    status: Series[str] = pa.Field(alias=Column.STATUS, nullable=True, isin=STATUSES)
    expected_number: Series[float] = pa.Field(nullable=True)
    expected_date: Series[pd.Timestamp] = pa.Field(nullable=True)
    expected_answer: Series[str] = pa.Field(nullable=True)
    explanation: Series[str] = pa.Field(alias=Column.EXPLANATION, nullable=True)
    action_plan: Series[str] = pa.Field(alias=Column.ACTION_PLAN, nullable=True)
    provisional: Series[str] = pa.Field(alias=Column.PROVISIONAL, nullable=True, isin=YES_NO)
    documentation: Series[str] = pa.Field(alias=Column.DOCUMENTATION, nullable=True)

    basis_is_a_share, basis_keeps_its_limits = _bounds(Column.BASIS)
    result_is_a_share, result_keeps_its_limits = _bounds(Column.RESULT)
    forecast_is_a_share, forecast_keeps_its_limits = _bounds(Column.FORECAST, "expected_number")
    date_is_a_day = _day(Column.DATE)
    forecast_is_a_day = _day(Column.FORECAST, "expected_date")
    done_is_an_answer = _answer(Column.DONE)
    forecast_is_an_answer = _answer(Column.FORECAST, "expected_answer")

    @rule("RP-408", Column.BASIS)
    def a_result_has_its_basis(cls, df: Rows) -> EachRow:
        """A basis alone is fine: the budget is known before the year is."""
        no_value = df[f"{Column.RESULT} refused"] & df[f"{Column.RESULT} there"]
        reported = df[Column.RESULT].notna() | no_value
        return ~(_is_blank(df, Column.BASIS) & reported)


def _no_share(title: str) -> tuple[object, object]:
    """A percentage is not 0.82 where 82 was meant: it decides (RP-520), or does not (RP-521)."""

    @rule("RP-520", title)
    def decides_by_no_share(_cls: type, df: Rows) -> EachRow:
        return ~(df[f"{title} a share"] & _turns_on_a_share(df))

    @rule("RP-521", title)
    def is_no_share(_cls: type, df: Rows) -> EachRow:
        return ~(df[f"{title} a share"] & ~_turns_on_a_share(df))

    return decides_by_no_share, is_no_share


class RowConsistency(pa.DataFrameModel):
    """Afrapportering again, beside what follows: `state`, `goal state` (`State`), `deviates`.

    Do the cells of a row fit one another, the period and the year? `to come` is a delivery that is
    dated after the submission. Beside a percentage `X` stands `X a share`, whether it may be 0.82
    for 82, and `share decides`, whether the criterion would be judged otherwise by the other.
    """

    basis_decides_by_no_share, basis_is_no_share = _no_share(Column.BASIS)
    result_decides_by_no_share, result_is_no_share = _no_share(Column.RESULT)
    forecast_decides_by_no_share, forecast_is_no_share = _no_share(Column.FORECAST)

    @rule("RP-511", Column.BASIS)
    def a_share_is_not_of_nothing(cls, df: Rows) -> EachRow:
        return ~_has_zero_basis(df)

    @rule("RP-502", Column.DATE)
    def delivered_before_submitted(cls, df: Rows) -> EachRow:
        return ~df["to come"]

    @rule("RP-512", Column.DATE)
    def delivered_within_the_year(cls, df: Rows) -> EachRow:
        return ~(df[Column.DATE] < df["valid from"])

    @rule("RP-510", Column.DONE)
    def a_dated_delivery_is_not_undone(cls, df: Rows) -> EachRow:
        return ~(df[Column.DATE].notna() & df[Column.DONE].eq(NO))

    @rule("RP-514", Column.DATE)
    def a_delivery_is_dated(cls, df: Rows) -> EachRow:
        delivered = df["kind"].eq(Kind.DELIVERED_BY) & df[Column.DONE].eq(YES)
        return ~(delivered & _is_blank(df, Column.DATE))

    @rule("RP-509", Column.DATE)
    def a_deadline_in_the_period_is_answered(cls, df: Rows) -> EachRow:
        passed = df["last deadline"] <= df["period ends"]
        return df["final"] | ~(passed & _is_unanswered(df))

    @rule("RP-503", "answer")
    def nothing_is_pending_in_the_final_report(cls, df: Rows) -> EachRow:
        decides = df["goal state"].eq(State.PENDING)
        return ~(df["final"] & _is_unanswered(df) & decides)

    @rule("RP-504", "answer")
    def nothing_is_left_out_of_a_decided_goal(cls, df: Rows) -> EachRow:
        decides = df["goal state"].eq(State.PENDING)
        return ~(df["final"] & _is_unanswered(df) & ~decides)

    @rule("RP-505", Column.EXPLANATION)
    def a_deviation_is_explained(cls, df: Rows) -> EachRow:
        """Lost for good, wholly or in part, or expected not to be met, or yellow or red."""
        lost = df["deviates"] & ~df["to come"] & ~_turns_on_a_share(df)
        deviates = lost | df[Column.STATUS].isin([YELLOW, RED])
        return ~(deviates & _adds_nothing(df, Column.EXPLANATION))

    @rule("RP-506", Column.ACTION_PLAN)
    def red_has_an_action_plan(cls, df: Rows) -> EachRow:
        return ~(df[Column.STATUS].eq(RED) & _adds_nothing(df, Column.ACTION_PLAN))

    @rule("RP-507", Column.PROVISIONAL)
    def nothing_is_provisional_in_the_final_report(cls, df: Rows) -> EachRow:
        return ~(df["final"] & df[Column.PROVISIONAL].eq(YES))

    @rule("RP-513", Column.DOCUMENTATION)
    def what_is_done_or_assessed_is_documented(cls, df: Rows) -> EachRow:
        answered = df[Column.DONE].notna()
        done = df["kind"].eq(Kind.DONE) & answered & df[Column.DONE].ne(NO)
        assessed = df["kind"].eq(Kind.ASSESSED) & answered
        return ~((done | assessed) & _adds_nothing(df, Column.DOCUMENTATION))


class Submission(pa.DataFrameModel):
    """Stamdata again: whether the day of submission `fits period`, a year from its end on."""

    @rule("RP-501", Field.SUBMITTED)
    def submitted_after_the_period(cls, df: Rows) -> EachRow:
        return df[Field.SUBMITTED].isna() | df["fits period"]


class ShownFigures(pa.DataFrameModel):
    """Målopfyldelse and the computed columns of Afrapportering: a row per formula.

    `shown` and `computed` are numbers in the plan's units, `shown word` and `computed word` what
    stands there instead (`opfyldt`, `afventer`, an error). `score` works out what `follows` from
    the figures beside, and which of them are `compared` with what the inputs give.
    """

    @rule("RP-603", "figure")
    def it_follows_from_the_figures_beside_it(cls, df: Rows) -> EachRow:
        return df["follows"]

    @rule("RP-602", "figure")
    def it_is_what_the_inputs_give(cls, df: Rows) -> EachRow:
        same_number = (df["shown"] - df["computed"]).abs() <= TOLERANCE
        no_number = df["shown"].isna() & df["computed"].isna()
        same_word = no_number & df["shown word"].eq(df["computed word"])
        return ~df["compared"] | same_number | same_word


class BetweenReports(pa.DataFrameModel):
    """A criterion now, and in the report before (`X before`), which is not to change silently.

    A count for the year to date can only grow; what was delivered, and what is measured against,
    stays; what was met for good stays met; an explanation belongs to what it explains, but what was
    pending is settled sooner or later. Of one criterion the first cause is told, not what follows
    from it.
    """

    @rule("RP-508", Column.RESULT)
    def a_count_only_grows(cls, df: Rows) -> EachRow:
        return ~_count_fell(df)

    @rule("RP-517", Column.DATE)
    def a_delivery_stays_dated(cls, df: Rows) -> EachRow:
        return ~_date_changed(df)

    @rule("RP-518", Column.BASIS)
    def a_budget_stays(cls, df: Rows) -> EachRow:
        return ~_basis_changed(df)

    @rule("RP-515", "answer")
    def what_was_met_stays_met(cls, df: Rows) -> EachRow:
        was_met = df["state before"].eq(State.FULFILLED)
        is_met = df["state"].eq(State.FULFILLED)
        is_told = df["answer told"] | (df["state"].eq(State.PENDING) & df["final"])
        has_cause = _count_fell(df) | _date_changed(df) | _basis_changed(df)
        return ~(was_met & ~is_met & ~is_told & ~has_cause)

    @rule("RP-516", Column.EXPLANATION)
    def an_explanation_is_not_copied(cls, df: Rows) -> EachRow:
        copied = df[Column.EXPLANATION].ne("") & df[Column.EXPLANATION].eq(df["explanation before"])
        both = df[Column.STATUS].ne("") & df["status before"].ne("")
        other_status = both & df[Column.STATUS].ne(df["status before"])
        was_decided = df["state before"].ne(State.PENDING)
        other_state = was_decided & df["state"].ne(df["state before"])
        return ~(copied & (other_status | other_state))


def _is_blank(df: Rows, column: str) -> EachRow:
    return df[column].isna() & ~df[f"{column} refused"]


def _says_nothing(df: Rows, column: str) -> EachRow:
    return ~df[f"{column} refused"] & df[column].fillna("").map(says_nothing).astype(bool)


def _adds_nothing(df: Rows, column: str) -> EachRow:
    """It says nothing, or no more than the criterion does."""
    pairs = zip(df[column].fillna(""), df["criterion"], strict=True)
    copied = pd.Series([is_copied(*pair) for pair in pairs], df.index, dtype=bool)
    return _says_nothing(df, column) | copied


def _turns_on_a_share(df: Rows) -> EachRow:
    """The criterion turns on the percentage, and nobody says that it is right."""
    return df["share decides"] & _adds_nothing(df, Column.EXPLANATION)


def _has_zero_basis(df: Rows) -> EachRow:
    return df["of a level"] & df[Column.BASIS].eq(0)


def _is_unanswered(df: Rows) -> EachRow:
    """What is pending since it was left blank, and has no other finding that says so already."""
    kind, numeric = df["kind"], df["type"].notna()
    no_basis = df[Column.BASIS].isna() & df[Column.RESULT].notna()
    number = ~df[f"{Column.RESULT} refused"] & ~no_basis & ~_has_zero_basis(df)
    answer = ~df[f"{Column.DONE} refused"]
    delivery = _is_blank(df, Column.DATE) & _is_blank(df, Column.DONE)
    blank = (numeric & number) | (kind.eq(Kind.DELIVERED_BY) & delivery)
    return df["state"].eq(State.PENDING) & (
        blank | (~numeric & kind.ne(Kind.DELIVERED_BY) & answer)
    )


def _count_fell(df: Rows) -> EachRow:
    return df["adds up"] & (df[Column.RESULT] < df["count before"])


def _date_changed(df: Rows) -> EachRow:
    stood = df["date before"].notna() & ~df["provisional before"]
    return stood & ~df[f"{Column.DATE} refused"] & df[Column.DATE].ne(df["date before"])


def _basis_changed(df: Rows) -> EachRow:
    stands = df["kind"].isin(_RELATIVE)
    stood = stands & df["basis before"].notna() & ~df["provisional before"]
    return stood & ~df[f"{Column.BASIS} refused"] & df[Column.BASIS].ne(df["basis before"])
