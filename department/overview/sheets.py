"""The overview's tables: what each sheet is called, and what its columns say of a row.

A new column is a line here; a new sheet is a `Table` here and its rows in `workbook.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from department.record import CriterionRecord, FindingRecord, GoalRecord, Summary
from department.spreadsheet import Book, Item, Kind, Table, Tone, Value, linked
from department.spreadsheet import Column as Col
from department.standing import Agency, FileRow, Slot, SlotState
from department.tables import DeviationRow, GoalRow, Year, goal_rows
from department.wording import (
    bearer_of,
    changes_of_totals,
    criterion_words,
    forecast_of,
    forecast_words,
    goal_state_words,
    requirement_words,
    result_words,
    score_words,
    slot_time_words,
    slot_words,
    state_words,
    time_words,
    value_words,
    verdict_words,
)
from resultatplan.criteria import State
from texts import overview as say
from texts import standing
from texts.language import Language, Text
from workbooks.form import GREEN, RED, YELLOW, Column, Sheet

_Row = TypeVar("_Row")

_LONGEST_WORDS = 1_100
"""What a row can show on one page."""
_LONGEST_VALUE = 120
"""Long formulas are told in full where the file is judged alone (`rp validate`)."""
_SLOT_TONES = {
    SlotState.ACCEPTED: Tone.GOOD,
    SlotState.RETURNED: Tone.WARN,
    SlotState.MISSING: Tone.BAD,
    SlotState.WAITING: Tone.OPEN,
}
_STATE_TONES = {
    State.FULFILLED: Tone.GOOD,
    State.NOT_FULFILLED: Tone.BAD,
    State.PARTIAL: Tone.WARN,
    State.PENDING: Tone.OPEN,
    State.WITHDRAWN: Tone.OPEN,
    State.NOT_MEASURED: Tone.OPEN,
}
_FORECAST_TONES = {GREEN: Tone.GOOD, YELLOW: Tone.WARN, RED: Tone.BAD}
_SEVERITY_TONES = {"error": Tone.BAD, "warning": Tone.WARN, "info": Tone.OPEN}


def opening(book: Book, file: Summary | None, cell: str | None = None) -> Item:
    """The short link that opens a file, at a cell of Afrapportering where one is named.

    Blank where the file is not to be found.
    """
    address = None if file is None else book.links.to(file, Sheet.REPORT, cell)
    if file is None or address is None:
        return Item(None)
    return linked(say.OPEN(book.lang), address, say.OPEN_TIP(book.lang, file=file.file))


def _quarters(width: float, say_it: Callable[[_Row, int, Language], Item]) -> list[Col[_Row]]:
    """A column for each quarter of the year, in which its period is told."""

    def column(at: int) -> Col[_Row]:
        return Col(standing.QUARTERS[at], width, lambda row, book: say_it(row, at, book.lang))

    return [column(at) for at in range(len(standing.QUARTERS))]


# Overblik: agencies × periods.


def _quarter(agency: Agency, quarter: int, lang: Language) -> Item:
    before: Summary | None = None
    said = Item(say.NO_REPORT_AGREED(lang), Tone.OPEN)
    for slot in agency.slots:
        if slot.quarter == quarter:
            said = Item("\n".join(_slot_lines(slot, before, lang)), _SLOT_TONES[slot.state])
        before = slot.accepted or before
    return said


def _slot_lines(slot: Slot, before: Summary | None, lang: Language) -> Iterator[str]:
    yield slot_words(slot, lang)
    yield from filter(
        None, (score_words(slot.accepted, lang), changes_of_totals(before, slot.accepted, lang))
    )
    if slot.time is None or slot.time.days_late or slot.time.by_sender:
        yield slot_time_words(slot, lang, dated=True)


def _rulings(agency: Agency, lang: Language) -> str:
    return "\n".join(each.line(lang) for each in agency.plan.in_force.values())


def _latest_file(agency: Agency, lang: Language) -> str:
    return say.NO_ACCEPTED_REPORT(lang) if agency.latest is None else agency.latest.file


STANDING: Table[Agency] = Table(
    say.SHEET_STANDING,
    "tblStilling",
    (
        Col(standing.INSTITUTION, 28, lambda agency, _: agency.plan.institution),
        Col(standing.YEAR, 7, lambda agency, _: agency.plan.year),
        *_quarters(21, _quarter),
        Col(standing.SECURED, 9, lambda it, _: it.latest.secured if it.latest else None),
        Col(standing.EXPECTED_TOTAL, 11, lambda it, _: it.latest.expected if it.latest else None),
        Col(
            standing.ATTAINABLE,
            10,
            lambda agency, _: agency.latest.attainable if agency.latest else None,
        ),
        Col(
            say.TREND,
            17,
            lambda agency, book: changes_of_totals(agency.previous, agency.latest, book.lang),
        ),
        Col(say.RULINGS, 30, lambda agency, book: _rulings(agency, book.lang)),
        Col(say.LATEST, 26, lambda agency, book: _latest_file(agency, book.lang)),
        Col(say.OPEN, 6, lambda agency, book: opening(book, agency.latest)),
    ),
)


# Modtaget: every file that came.


def _final(file: Summary, lang: Language) -> str | None:
    return None if file.period_id is None else (standing.YES if file.final else standing.NO)(lang)


def _verdict(file: Summary, lang: Language) -> Item:
    refused = Tone.WARN if file.is_report else Tone.BAD
    accepted = Tone.GOOD if file.is_report else Tone.OPEN
    return Item(verdict_words(file, lang), accepted if file.accepted else refused)


def _timeliness(row: FileRow, lang: Language) -> Item:
    time = row.time
    if time is None or time.days_late is None:
        return Item(None)
    tone = Tone.BAD if time.days_late else Tone.WARN if time.by_sender else Tone.GOOD
    return Item(time_words(time, lang), tone)


RECEIVED: Table[FileRow] = Table(
    say.SHEET_RECEIVED,
    "tblOverblik",
    (
        Col(standing.FILE, 32, lambda row, _: row.file.file),
        Col(standing.INSTITUTION, 24, lambda row, _: row.file.institution),
        Col(standing.YEAR, 7, lambda row, _: row.file.year),
        Col(standing.PERIOD, 14, lambda row, _: row.file.period_name),
        Col(standing.FINAL, 9, lambda row, book: _final(row.file, book.lang)),
        Col(standing.VERDICT, 12, lambda row, book: _verdict(row.file, book.lang)),
        Col(standing.SECURED, 8, lambda row, _: row.file.secured),
        Col(standing.EXPECTED_TOTAL, 11, lambda row, _: row.file.expected),
        Col(standing.ATTAINABLE, 10, lambda row, _: row.file.attainable),
        Col(standing.SHOWN, 9, lambda row, _: row.file.shown),
        Col(standing.ERRORS, 7, lambda row, _: row.file.errors),
        Col(standing.WARNINGS, 10, lambda row, _: row.file.warnings),
        Col(standing.INFOS, 12, lambda row, _: row.file.infos),
        Col(standing.SUBMITTED, 11, lambda row, _: row.file.submitted),
        Col(standing.DEADLINE, 11, lambda row, _: None if row.time is None else row.time.due),
        Col(standing.TIMELINESS, 12, lambda row, book: _timeliness(row, book.lang)),
        Col(say.ROLE, 12, lambda row, book: standing.ROLES[row.role](book.lang)),
        Col(standing.RECEIVED, 11, lambda row, _: row.file.came.known),
        Col(say.OPEN, 6, lambda row, book: opening(book, row.file)),
    ),
)


# Mål: goals × periods.


@dataclass(frozen=True)
class YearGoal:
    """A goal through the year, and as the latest report has it."""

    year: Year
    row: GoalRow
    report: Summary
    goal: GoalRecord

    @property
    def cells(self) -> list[str]:
        """The cells of Afrapportering that hold the goal's figures."""
        return [each.cell for each in map(bearer_of, self.goal.criteria) if each is not None]


def year_goals(year: Year) -> Iterator[YearGoal]:
    """The goals of an agency's latest report; none where nothing came."""
    if year.to_go_by is None:
        return
    goals = {goal.number: goal for goal in year.to_go_by.goals}
    for row in goal_rows(year):
        if row.number in goals:
            yield YearGoal(year, row, year.to_go_by.summary, goals[row.number])


def _goal_in(each: YearGoal, quarter: int, lang: Language) -> Item:
    said = Item(say.NO_REPORT_AGREED(lang), Tone.OPEN)
    year = each.year
    periods = zip(year.agency.slots, year.records, each.row.by_period, strict=True)
    for slot, record, goal in periods:
        if slot.quarter != quarter:
            continue
        if record is None or goal is None:
            said = Item(slot_words(slot, lang), Tone.OPEN)
            continue
        report = record.summary
        lines = [goal_state_words(goal, lang)]
        status = forecast_of(goal)
        if status:
            lines.append(say.STATUS(lang, status=forecast_words(status, lang)))
        if not report.accepted:
            lines.append(f"({say.NOT_ACCEPTED(lang)})")
        said = Item("\n".join(lines), _goal_tone(goal, status))
    return said


def _goal_tone(goal: GoalRecord, status: str) -> Tone:
    if goal.state is State.PENDING:
        if goal.fulfilment is not None:
            return Tone.BAD
        return _FORECAST_TONES.get(status, Tone.OPEN)
    return _STATE_TONES[goal.state]


def _fulfilment(goal: GoalRecord, lang: Language) -> Item:
    tone = _goal_tone(goal, "")
    if goal.fulfilment is None:
        return Item(state_words(goal.state, None, lang), tone, kind=Kind.CENTRED)
    return Item(float(goal.fulfilment), tone)


def _judged_file(each: YearGoal, lang: Language) -> str:
    """The report's file, and whether the plan has other goals since it was judged."""
    file = each.report.file
    return f"{file}\n({say.PLAN_WAS_ANOTHER(lang)})" if file in each.year.outdated else file


GOALS: Table[YearGoal] = Table(
    say.SHEET_GOALS,
    "tblOverblikMaal",
    (
        Col(standing.INSTITUTION, 20, lambda each, _: each.year.plan.institution),
        Col(standing.YEAR, 7, lambda each, _: each.year.plan.year),
        Col(standing.PERIOD, 11, lambda each, _: each.report.period_name),
        Col(standing.GOAL, 7, lambda each, _: each.goal.number),
        Col(standing.GOAL_TITLE, 28, lambda each, _: each.goal.title),
        Col(standing.WEIGHT, 8, lambda each, _: each.goal.weight),
        Col(standing.FULFILMENT, 11, lambda each, book: _fulfilment(each.goal, book.lang)),
        Col(standing.EXPECTED_TOTAL, 11, lambda each, _: each.goal.expected),
        *_quarters(13, _goal_in),
        Col(standing.EXPLANATION, 36, lambda each, book: each.goal.explanation(book.lang)),
        Col(standing.FILE, 20, lambda each, book: _judged_file(each, book.lang)),
        Col(say.CELLS, 10, lambda each, _: ", ".join(each.cells)),
        Col(say.OPEN, 6, lambda each, book: opening(book, each.report, *each.cells[:1])),
    ),
)


# Afvigelser: what is not on track, with the agency's own words.


def _of(
    say_it: Callable[[CriterionRecord, Summary, Book], Item | Value],
) -> Callable[[DeviationRow, Book], Item | Value]:
    """What a column says of the criterion; blank where a row is of the whole report."""

    def value(row: DeviationRow, book: Book) -> Item | Value:
        return None if row.criterion is None else say_it(row.criterion, row.report, book)

    return value


def _text(row: DeviationRow, lang: Language) -> str:
    if row.criterion is None:
        return f"{say.WHOLE_REPORT(lang)}: {say.SIGNIFICANT(lang)}"
    return row.criterion.text


def _state(criterion: CriterionRecord, report: Summary, book: Book) -> Item:
    is_final = report.final
    is_unanswered = criterion.state is State.PENDING and is_final
    tone = Tone.BAD if is_unanswered else _STATE_TONES[criterion.state]
    return Item(criterion_words(criterion, book.lang, final=is_final), tone)


def _status(criterion: CriterionRecord, _: Summary, book: Book) -> Item:
    status = criterion.typed(Column.STATUS)
    tone = _FORECAST_TONES.get(status, Tone.PLAIN)
    return Item(forecast_words(status, book.lang) or None, tone)


def _forecast(criterion: CriterionRecord, _: Summary, book: Book) -> str | None:
    told = criterion.input(Column.FORECAST)
    return None if told is None else value_words(told.value, book.lang, criterion.reported_unit)


def _explanation(row: DeviationRow, lang: Language) -> Item:
    told = row.whole_report or row.typed(Column.EXPLANATION)
    return Item(_short(told, lang)) if told else Item(standing.NO_EXPLANATION(lang), Tone.WARN)


def _action_plan(row: DeviationRow, lang: Language) -> Item:
    told = row.typed(Column.ACTION_PLAN)
    if told or row.typed(Column.STATUS) != RED:
        return Item(_short(told, lang) or None)
    return Item(standing.NO_ACTION_PLAN(lang), Tone.WARN)


def _short(words: str, lang: Language) -> str:
    if len(words) <= _LONGEST_WORDS:
        return words
    return f"{words[:_LONGEST_WORDS].rstrip()} … {say.SHORTENED(lang)}"


def _cell_of(criterion: CriterionRecord, report: Summary, book: Book) -> Item:
    bearer = bearer_of(criterion)
    cell = None if bearer is None else bearer.cell
    return linked(cell, book.links.to(report, Sheet.REPORT, cell))


DEVIATIONS: Table[DeviationRow] = Table(
    say.SHEET_DEVIATIONS,
    "tblAfvigelser",
    (
        Col(standing.INSTITUTION, 18, lambda row, _: row.report.institution),
        Col(standing.YEAR, 7, lambda row, _: row.report.year),
        Col(standing.PERIOD, 10, lambda row, _: row.report.period_name),
        Col(standing.KEY, 8, _of(lambda it, *_: it.key)),
        Col(standing.CRITERION, 27, lambda row, book: _text(row, book.lang)),
        Col(standing.REQUIREMENT, 15, _of(lambda it, _, book: requirement_words(it, book.lang))),
        Col(standing.RESULT, 15, _of(lambda it, _, book: result_words(it, book.lang))),
        Col(standing.STATE, 12, _of(_state)),
        Col(say.FORECAST, 8, _of(_status)),
        Col(say.YEAR_FORECAST, 12, _of(_forecast)),
        Col(standing.DEVIATION_WORDS, 33, lambda row, book: _explanation(row, book.lang)),
        Col(standing.ACTION_PLAN, 33, lambda row, book: _action_plan(row, book.lang)),
        Col(standing.FILE, 18, lambda row, _: row.report.file),
        Col(standing.CELL, 7, _of(_cell_of)),
    ),
)


# Fejl: the findings of every file that is still to be answered.

FindingRow = tuple[Summary, FindingRecord]


def _clipped(value: Text | None, lang: Language) -> str | None:
    text = None if value is None else value(lang)
    if text is None or len(text) <= _LONGEST_VALUE:
        return text
    return f"{text[: _LONGEST_VALUE - 1]}…"


def _finding_cell(file: Summary, finding: FindingRecord, book: Book) -> Item:
    return linked(finding.cell, book.links.to(file, finding.sheet, finding.cell))


def _severity(finding: FindingRecord, lang: Language) -> Item:
    return Item(standing.SEVERITIES[finding.severity](lang), _SEVERITY_TONES[finding.severity])


FINDINGS: Table[FindingRow] = Table(
    say.SHEET_FINDINGS,
    "tblFejl",
    (
        Col(standing.FILE, 24, lambda row, _: row[0].file),
        Col(standing.INSTITUTION, 20, lambda row, _: row[0].institution),
        Col(standing.SEVERITY, 10, lambda row, book: _severity(row[1], book.lang)),
        Col(standing.CODE, 8, lambda row, _: row[1].code),
        Col(standing.SHEET, 14, lambda row, _: row[1].sheet),
        Col(standing.CELL, 7, lambda row, book: _finding_cell(*row, book)),
        Col(standing.KEY, 8, lambda row, _: row[1].key),
        Col(standing.MESSAGE, 44, lambda row, book: row[1].message(book.lang)),
        Col(standing.HINT, 36, lambda row, book: row[1].hint(book.lang)),
        Col(standing.FOUND, 15, lambda row, book: _clipped(row[1].found, book.lang)),
        Col(standing.EXPECTED, 15, lambda row, book: _clipped(row[1].expected, book.lang)),
        Col(say.OPEN, 6, lambda row, book: opening(book, row[0])),
    ),
)
