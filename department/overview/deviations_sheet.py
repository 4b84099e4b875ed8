"""*Afvigelser*: what is not on track, with the agency's own explanation and action plan."""

from __future__ import annotations

from collections.abc import Iterator

from department.links import Links
from department.overview.formats import Item, Tone, Value
from department.overview.showing import ShownAgency
from department.overview.table_sheet import Book, TableSheet, Titles, linked
from department.record import CriterionRecord, GoalRecord, ReportRecord
from department.wording import (
    bearer_of,
    forecast_words,
    requirement_words,
    result_words,
    state_words,
)
from resultatplan.criteria import State
from texts import commandline as cli
from texts import overview as say
from texts.language import Language
from texts.notation import day, quantity
from workbooks.form import Column, Sheet

_HEADINGS = (
    (cli.INSTITUTION, 18.0),
    (cli.YEAR, 7.0),
    (cli.PERIOD, 10.0),
    (cli.KEY, 8.0),
    (say.CRITERION, 27.0),
    (say.REQUIREMENT, 15.0),
    (say.RESULT, 15.0),
    (say.STATE, 12.0),
    (say.FORECAST, 8.0),
    (say.YEAR_FORECAST, 12.0),
    (say.DEVIATION_WORDS, 33.0),
    (say.ACTION_PLAN, 33.0),
    (cli.FILE, 18.0),
    (cli.CELL, 7.0),
)
_LONGEST_WORDS = 1_100
"""What a row can show on one page."""
_STATUS_TONES = {"Grøn": Tone.GOOD, "Gul": Tone.WARN, "Rød": Tone.BAD}
_NOT_ON_TRACK = ("Gul", "Rød")


class DeviationsSheet:
    """The sheet as it grows, agency by agency."""

    def __init__(self, book: Book, subtitle: str, links: Links) -> None:
        self._lang = book.lang
        self._links = links
        titles = Titles(say.DEVIATIONS_TITLE(book.lang), subtitle, say.DEVIATIONS_NOTE(book.lang))
        self._sheet = TableSheet(book, say.SHEET_DEVIATIONS, "tblAfvigelser", _HEADINGS, titles)

    def add(self, shown: ShownAgency) -> None:
        """A row for each criterion off track, and one for what is said of the whole report."""
        record = shown.latest
        if record is None:
            return
        if record.deviations.strip().casefold() not in ("", *say.NONE_TOLD):
            self._sheet.add(self._whole(shown, record))
        for _, criterion in off_track(record):
            self._sheet.add(self._row(shown, record, criterion))

    def finish(self) -> None:
        """Make it a table."""
        self._sheet.finish()

    def _whole(self, shown: ShownAgency, record: ReportRecord) -> list[Item | Value]:
        report = record.summary
        return [
            shown.plan.institution,
            shown.plan.year,
            report.period_name,
            None,
            f"{say.WHOLE_REPORT(self._lang)}: {say.SIGNIFICANT(self._lang)}",
            None,
            None,
            None,
            None,
            None,
            _short(record.deviations, self._lang),
            None,
            report.file,
            None,
        ]

    def _row(
        self, shown: ShownAgency, record: ReportRecord, criterion: CriterionRecord
    ) -> list[Item | Value]:
        report, lang = record.summary, self._lang
        bearer = bearer_of(criterion)
        cell = None if bearer is None else bearer.cell
        status = criterion.typed(Column.STATUS)
        return [
            shown.plan.institution,
            shown.plan.year,
            report.period_name,
            criterion.key,
            criterion.text,
            requirement_words(criterion, lang),
            result_words(criterion, lang),
            _state(criterion, lang, final=report.final),
            Item(forecast_words(status, lang) or None, _STATUS_TONES.get(status, Tone.PLAIN)),
            _forecast(criterion, lang),
            _explanation(criterion, lang),
            _action_plan(criterion, lang),
            report.file,
            linked(cell, self._links.to(report, Sheet.REPORT, cell)),
        ]


def off_track(record: ReportRecord) -> Iterator[tuple[GoalRecord, CriterionRecord]]:
    """The criteria that are not or partly met, unanswered at the year's end, or Gul or Rød."""
    for goal in record.goals:
        for criterion in goal.criteria:
            is_open_at_the_end = (
                criterion.state is State.PENDING and record.summary.final and not goal.fulfilment
            )
            if (
                criterion.state in (State.NOT_FULFILLED, State.PARTIAL)
                or is_open_at_the_end
                or criterion.typed(Column.STATUS) in _NOT_ON_TRACK
            ):
                yield goal, criterion


def _state(criterion: CriterionRecord, lang: Language, *, final: bool) -> Item:
    tones = {State.FULFILLED: Tone.GOOD, State.NOT_FULFILLED: Tone.BAD, State.PARTIAL: Tone.WARN}
    tone = tones.get(criterion.state, Tone.BAD if final else Tone.OPEN)
    return Item(state_words(criterion.state, criterion.degree, lang, final=final), tone)


def _forecast(criterion: CriterionRecord, lang: Language) -> str | None:
    told = criterion.input(Column.FORECAST)
    if told is None:
        return None
    if isinstance(told.value, str):
        return told.value
    if isinstance(told.value, float):
        return quantity(told.value, criterion.unit, lang)
    return day(told.value, lang)


def _explanation(criterion: CriterionRecord, lang: Language) -> Item:
    told = criterion.typed(Column.EXPLANATION)
    return Item(_short(told, lang)) if told else Item(say.NO_EXPLANATION(lang), Tone.WARN)


def _action_plan(criterion: CriterionRecord, lang: Language) -> Item:
    told = criterion.typed(Column.ACTION_PLAN)
    if told:
        return Item(_short(told, lang))
    is_due = criterion.typed(Column.STATUS) == "Rød"
    return Item(say.NO_ACTION_PLAN(lang), Tone.WARN) if is_due else Item(None)


def _short(words: str, lang: Language) -> str:
    if len(words) <= _LONGEST_WORDS:
        return words
    return f"{words[:_LONGEST_WORDS].rstrip()} … {say.SHORTENED(lang)}"
