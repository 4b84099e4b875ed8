"""The tables that every view shows: plain rows, made once from the desk and its records.

Overview and page write these rows and decide nothing themselves; letters and goal report write the
records that the rows are made of. A new view is a file that takes a desk, asks for the rows that it
wants, and writes them. Percentages are 82, amounts in the criterion's unit, and what an agency
wrote is passed on as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from department.record import (
    CriterionRecord,
    FindingRecord,
    GoalRecord,
    InputRecord,
    ReportRecord,
    Summary,
    as_float,
)
from department.standing import Agency, Desk
from department.wording import bearer_of
from resultatplan.criteria import State
from resultatplan.evaluation import judge_history
from resultatplan.goals import Criterion, Goal
from resultatplan.plan import Plan
from texts import standing as say
from texts.language import Language
from validators.typing_mistakes import says_nothing
from workbooks.coordinates import cells_in
from workbooks.form import RED, YELLOW, Column


class FigureChange(NamedTuple):
    """One input cell that says something else than before; None where it was or is blank."""

    key: str
    column: str
    cell: str
    before: float | date | str | None
    after: float | date | str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """A resubmission against the file before it: rettet, ny, tilbage, and the figures."""

    before: Summary
    mended: tuple[FindingRecord, ...]
    new: tuple[FindingRecord, ...]
    remaining: tuple[FindingRecord, ...]
    figures: tuple[FigureChange, ...]


@dataclass(frozen=True)
class Judged:
    """A file judged among the others; `number` counts from 0 among them as they were given."""

    number: int
    record: ReportRecord
    changes: Changes | None = None
    """What it changed against the file that came before it for its period."""


def changes_between(before: ReportRecord, after: ReportRecord) -> Changes:
    """What `after` changed. A finding is the same when code, key, sheet and cell are, or where its
    cell is among those that another one is told of."""
    old = {_identity(each): each for each in before.findings}
    new = {_identity(each): each for each in after.findings}
    was, now = _more(before), _more(after)
    remaining = [key for key, each in new.items() if key in old or _at_cell(each) in was]
    return Changes(
        before.summary,
        mended=tuple(e for key, e in old.items() if key not in new and _at_cell(e) not in now),
        new=tuple(each for key, each in new.items() if key not in remaining),
        remaining=tuple(new[key] for key in remaining),
        figures=tuple(_figures(before, after)),
    )


def _identity(finding: FindingRecord) -> tuple[str, str, str]:
    where = finding.key or finding.cell or ""
    return finding.code, finding.sheet or "", where


def _at_cell(finding: FindingRecord) -> tuple[str, str | None, str | None]:
    return finding.code, finding.sheet, finding.cell


def _more(report: ReportRecord) -> set[tuple[str, str | None, str | None]]:
    """The cells that findings are told of beside their own."""
    told = (each for each in report.findings if each.cell)
    return {(each.code, each.sheet, cell) for each in told for cell in cells_in(each.more)}


def _figures(before: ReportRecord, after: ReportRecord) -> Iterator[FigureChange]:
    for place in dict.fromkeys([*before.typed, *after.typed]):
        was, now = before.typed.get(place), after.typed.get(place)
        shown = now or was
        old = None if was is None else was.value
        new = None if now is None else now.value
        if shown is not None and old != new:
            yield FigureChange(*place, shown.cell, old, new)


def changes_words(changes: Changes, lang: Language) -> str:
    """`rettet: 2, nye: 1, tilbage: 0; ændrede felter: 3`."""
    return say.CHANGES(
        lang,
        mended=len(changes.mended),
        new=len(changes.new),
        remaining=len(changes.remaining),
        figures=len(changes.figures),
    )


@dataclass(frozen=True)
class Year:
    """An agency's year: its plan, and for each of its slots the report that it shows, if any."""

    agency: Agency
    records: tuple[ReportRecord | None, ...]

    @property
    def plan(self) -> Plan:
        """The agency's plan."""
        return self.agency.plan

    @property
    def reports(self) -> tuple[ReportRecord, ...]:
        """The reports that are shown."""
        return tuple(each for each in self.records if each is not None)

    @property
    def outdated(self) -> list[str]:
        """The files whose reports were judged by other goals or criteria than their version of the
        plan has now."""
        return [
            each.summary.file
            for each in self.reports
            if _agreed(each.goals) not in (_agreed((each.summary.plan or self.plan).goals), set())
        ]

    @property
    def to_go_by(self) -> ReportRecord | None:
        """The report to go by: of the latest period that counts, else the last that came."""
        return next((r for r in self.reports if r.summary is self.agency.to_go_by), None)


def _agreed(goals: Iterable[Goal | GoalRecord]) -> set[tuple[str | None, ...]]:
    """Which criteria there are, of what kind, in what unit."""
    return {
        (goal.number, each.key, str(each.kind), each.unit)
        for goal in goals
        for each in goal.criteria
    }


@dataclass(frozen=True)
class GoalRow:
    """A goal through the year: as each period's report has it, None where one does not."""

    number: str
    by_period: tuple[GoalRecord | None, ...]

    @property
    def newest(self) -> GoalRecord:
        """The goal as the last of the reports has it."""
        return next(goal for goal in reversed(self.by_period) if goal is not None)


@dataclass(frozen=True)
class DeviationRow:
    """A criterion that is not on track, or that the agency explains.

    Without a criterion it is what the agency says of the whole report. `is_off_track` is whether
    more than the agency's own words make it one.
    """

    report: Summary
    criterion: CriterionRecord | None
    whole_report: str = ""
    is_off_track: bool = True

    def typed(self, column: Column) -> str:
        """What the agency wrote about the criterion in a column; nothing where it is blank."""
        return "" if self.criterion is None else self.criterion.typed(column)


@dataclass(frozen=True)
class FigureRow:
    """A criterion's target and result in one year; None where there is none.

    Earlier years are as the plan prints them, the plan's own is as the report has it. `result` is
    what was printed, `measured` what is held against the target. A `unit` that is not the
    criterion's cannot be drawn with the others.
    """

    year: int
    target: float | None
    result: float | None
    measured: float | None
    unit: str | None
    state: State | None
    provisional: bool = False
    note: str = ""
    bearer: InputRecord | None = None
    """The cell in which the agency answered; None where the figure is the plan's."""
    target_to: float | None = None
    """The greatest of an interval, of which the target is the least."""


def in_order_of_name(file: Summary) -> tuple[bytes, datetime]:
    """Sorts files as the inbox lists them; of one name the earlier first."""
    return file.file.encode("utf-8", "surrogateescape"), file.received.replace(microsecond=0)


def years(desk: Desk) -> Iterator[Year]:
    """Each agency with its reports open: those of one agency at a time."""
    for agency in desk.agencies:
        shown = (slot.shown for slot in agency.slots)
        yield Year(agency, tuple(None if file is None else desk.open(file) for file in shown))


def goal_rows(year: Year) -> list[GoalRow]:
    """The goals of the last report, then those that only earlier ones have."""
    by_number = [
        {goal.number: goal for goal in (() if each is None else each.goals)}
        for each in year.records
    ]
    numbers = dict.fromkeys(number for goals in reversed(by_number) for number in goals)
    return [GoalRow(each, tuple(goals.get(each) for goals in by_number)) for each in numbers]


def deviation_rows(record: ReportRecord) -> list[DeviationRow]:
    """What the agency says of the whole report, then what is not on track, in the plan's order."""
    report = record.summary
    rows = [DeviationRow(report, None, words) for words in [significant(record)] if words]
    for goal in record.goals:
        for criterion in goal.criteria:
            is_off_track = (
                criterion.falls_short
                or (criterion.state is State.PENDING and report.final and goal.is_missed)
                or criterion.typed(Column.STATUS) in (YELLOW, RED)
            )
            told = criterion.typed(Column.EXPLANATION) or criterion.typed(Column.ACTION_PLAN)
            if is_off_track or told:
                rows.append(DeviationRow(report, criterion, is_off_track=is_off_track))
    return rows


def significant(record: ReportRecord) -> str:
    """Væsentlige afvigelser in the agency's words; nothing where it told of none."""
    return "" if says_nothing(record.deviations) else record.deviations


def figure_rows(plan: Plan, criterion: Criterion, latest: ReportRecord | None) -> list[FigureRow]:
    """A criterion's targets and results, year by year."""
    rows = []
    for entry in criterion.history:
        if entry.year != plan.year:
            target, result, measured = map(as_float, (entry.target, entry.result, entry.measured))
            state = judge_history(criterion, entry)
            rows.append(
                FigureRow(
                    entry.year,
                    target,
                    result,
                    result if measured is None else measured,
                    entry.unit or criterion.unit,
                    None if state is State.PENDING else state,
                    entry.provisional,
                    entry.note or "",
                    target_to=as_float(entry.target_to),
                )
            )
    reported = None if latest is None else latest.criteria.get(criterion.key)
    if reported is None:
        target, target_to = as_float(criterion.target), as_float(criterion.target_to)
        now = FigureRow(plan.year, target, None, None, criterion.unit, None, target_to=target_to)
    else:
        now = FigureRow(
            plan.year,
            reported.target,
            reported.measured,
            reported.measured,
            criterion.unit,
            reported.state,
            reported.is_provisional,
            bearer=bearer_of(reported),
            target_to=reported.target_to,
        )
    return sorted([*rows, now], key=lambda row: row.year)
