"""The goal report for the annual report: a Word document, and the same as tables in a workbook."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from department import wording
from department.documents import filled_document, templates
from department.output import inert, write_bytes
from department.record import CriterionRecord, GoalRecord, ReportRecord, Summary
from department.spreadsheet import Book, Item, Kind, Row, Table, TableSheet, Titles, Tone, Value
from department.spreadsheet import Column as Col
from department.standing import Agency, Desk
from department.tables import significant
from resultatplan.criteria import State
from resultatplan.plan import Plan
from resultatplan.rulings import Ruling, in_force
from texts import annual_report as say
from texts import standing
from texts.language import Language, Text, day
from workbooks.form import Column


@dataclass(frozen=True, slots=True)
class Line:
    """A goal with its criteria, or one of these, in finished words.

    A goal's requirement is its rule, its result how many criteria are met. `fulfilment` is None
    while it is not decided, where it has left or the plan has no total, and of a criterion. `cell`
    is where the agency answered a criterion; `reason` is why it is what it is, the rest the
    agency's own words.
    """

    lang: Language
    number: str
    text: str
    section: str = ""
    requirement: str = ""
    result: str = ""
    state: str = ""
    reason: str = ""
    is_met: bool = False
    is_open: bool = False
    fulfilment: float | None = None
    weight: float | None = None
    cell: str = ""
    explanation: str = ""
    action_plan: str = ""
    criteria: tuple[Line, ...] = ()

    @property
    def is_missed(self) -> bool:
        """Whether it is decided and not wholly met."""
        return not (self.is_met or self.is_open)

    @property
    def missed(self) -> tuple[Line, ...]:
        """A goal's criteria that are missed; of a missed goal never none."""
        found = tuple(each for each in self.criteria if each.is_missed)
        return found or (self.criteria if self.is_missed else ())

    @property
    def fulfilment_words(self) -> str:
        """A goal's fulfilment in percent; what it is called where there is none yet.

        Nothing where the plan has no total.
        """
        if self.weight is None:
            return ""
        return wording.percent(self.fulfilment, self.lang) or self.state

    @property
    def analysis(self) -> str:
        """What a goal comes to and what it weighs, and why."""
        if self.weight is None:
            return self.reason
        weight = wording.percent(self.weight, self.lang)
        told = {"fulfilment": self.fulfilment_words, "weight": weight, "reason": self.reason}
        return say.GOAL_WEIGHS(self.lang, **told)


@dataclass(frozen=True)
class GoalReport:
    """What is said of one plan from one accepted report: in the document and in the workbook."""

    plan: Plan
    record: ReportRecord
    goals: tuple[Line, ...]
    today: date
    lang: Language
    with_sources: bool = False
    """Whether cells and the received file's fingerprint are told."""

    @property
    def report(self) -> Summary:
        """The report in short."""
        return self.record.summary

    @property
    def missed(self) -> tuple[Line, ...]:
        """The goals that are not wholly fulfilled; each has its analysis."""
        return tuple(goal for goal in self.goals if goal.is_missed)

    @property
    def still_open(self) -> tuple[Line, ...]:
        """The goals that are not decided yet."""
        return tuple(goal for goal in self.goals if goal.is_open)

    @property
    def otherwise_missed(self) -> tuple[tuple[Line, Line], ...]:
        """Criteria not met under goals that are fulfilled all the same: goal and criterion."""
        return tuple((goal, each) for goal in self.goals if goal.is_met for each in goal.missed)

    @property
    def title(self) -> str:
        """`Målrapportering 2020`."""
        return say.TITLE(self.lang, year=self.plan.year)

    @property
    def subtitle(self) -> str:
        """Whose it is."""
        plan = self.plan
        return say.SUBTITLE(self.lang, institution=plan.institution, ministry=plan.ministry)

    def header(self, words: str) -> str:
        """What stands above a page or a table, which is told to be provisional if it is."""
        return words if self.report.final else say.HEADER_PROVISIONAL(self.lang, header=words)

    @property
    def status(self) -> str:
        """Whether it is final."""
        status = say.FINAL if self.report.final else say.PROVISIONAL
        return status(self.lang, period=self.report.period_name)

    @property
    def source(self) -> str:
        """Which received file the figures stand in."""
        source = say.SOURCE_TRACED if self.with_sources else say.SOURCE
        return source(
            self.lang,
            file=self.report.file,
            day=day(self.report.came.counted, self.lang),
            digest=self.report.digest[:12],
            today=day(self.today, self.lang),
        )

    @property
    def arithmetic(self) -> str:
        """How the total comes about."""
        return wording.arithmetic_words(self.plan, self.report, self.record.goals, self.lang)

    @property
    def totals(self) -> list[tuple[str, float]]:
        """The total by its name; before the final report what is secured, expected, attainable."""
        found = {say.TOTAL: self.report.secured}
        if not self.report.final:
            found = {
                say.TOTAL_SECURED: self.report.secured,
                say.TOTAL_EXPECTED: self.report.expected,
                say.TOTAL_ATTAINABLE: self.report.attainable,
            }
        return [(name(self.lang), total) for name, total in found.items() if total is not None]

    @property
    def remarks(self) -> list[str]:
        """Below the totals: how many goals are met, and what follows from the total."""
        payouts = wording.payouts_words(self.plan, self.report, self.lang)
        return [f"{wording.goals_words(self.record.goals, self.lang)}.", *payouts]

    @property
    def lead(self) -> str:
        """How many goals are missed, above their analyses."""
        count = len(self.missed)
        if count == 0:
            return (say.NONE_MISSED_YET if self.still_open else say.ALL_MET)(self.lang)
        lead = say.MISSED_LEAD_ONE if count == 1 else say.MISSED_LEAD
        left = [each for each in self.record.goals if not each.state.has_left]
        return lead(self.lang, count=count, all=len(left))

    @property
    def rulings(self) -> list[str]:
        """Every ruling as it was made; where it came later, that the figures do not know of it."""
        return [
            (say.RULED_LATER if _is_later(each, self.report) else say.RULED)(
                self.lang, ruling=each.line(self.lang)
            )
            for each in self.plan.rulings
        ]

    @property
    def deviations(self) -> str:
        """Væsentlige afvigelser in the agency's words; nothing where it told of none."""
        return significant(self.record).strip()


def goal_report(
    desk: Desk, agency: Agency, lang: Language, *, with_sources: bool = False
) -> GoalReport | None:
    """The goal report from the latest report that counts; None where none is accepted."""
    plan, latest = agency.plan, agency.latest
    if latest is None:
        return None
    record = desk.open(latest)
    made = in_force(each for each in plan.rulings if not _is_later(each, latest))
    ruled = {key for key, goal in plan.goal_by_key.items() if made.keys() & {key, goal.number}}
    goals = tuple(_goal(goal, ruled, lang, final=latest.final) for goal in record.goals)
    return GoalReport(plan, record, goals, desk.today, lang, with_sources)


def _is_later(ruling: Ruling, report: Summary) -> bool:
    return report.submitted is not None and ruling.day > report.submitted


def _goal(goal: GoalRecord, ruled: Collection[str], lang: Language, *, final: bool) -> Line:
    has_left = goal.state.has_left
    counted = [each for each in goal.criteria if not each.state.has_left]
    met = sum(1 for each in counted if each.state is State.FULFILLED)
    return Line(
        lang,
        goal.number,
        goal.title,
        goal.section,
        goal.rule(lang),
        goal.explanation(lang) if has_left else say.COUNT(lang, met=met, count=len(counted)),
        wording.goal_state_words(goal, lang),
        goal.explanation(lang),
        goal.state is State.FULFILLED or has_left or goal.fulfilment == 100,
        goal.state is State.PENDING and goal.fulfilment is None,
        goal.fulfilment,
        goal.weight,
        criteria=tuple(
            _criterion(each, goal, lang, final=final, is_ruled=each.key in ruled)
            for each in goal.criteria
        ),
    )


def _criterion(
    criterion: CriterionRecord, goal: GoalRecord, lang: Language, *, final: bool, is_ruled: bool
) -> Line:
    """A criterion; of one that the department has decided about, nothing is asked."""
    decided = say.BY_DECISION(lang) if is_ruled else ""
    bearer = wording.bearer_of(criterion)
    return Line(
        lang,
        criterion.key,
        criterion.text,
        goal.section,
        wording.requirement_words(criterion, lang),
        criterion.explanation(lang) if is_ruled else wording.result_words(criterion, lang),
        wording.criterion_words(criterion, lang, final=final),
        criterion.explanation(lang),
        criterion.state is State.FULFILLED or criterion.state.has_left,
        criterion.state is State.PENDING and not final,
        cell="" if bearer is None else bearer.cell,
        explanation=decided or criterion.typed(Column.EXPLANATION),
        action_plan=decided or criterion.typed(Column.ACTION_PLAN),
    )


def _kind(line: Line) -> str:
    if line.criteria:
        return say.KIND_GOAL(line.lang)
    return (say.KIND_CRITERION if line.number else say.KIND_TOTAL)(line.lang)


def _fulfilment(line: Line) -> Item | Value:
    if not line.criteria or line.weight is None:
        return line.fulfilment
    if line.fulfilment is None:
        return Item(line.state, Tone.OPEN if line.is_open else Tone.WARN, kind=Kind.CENTRED)
    short = Tone.WARN if line.fulfilment else Tone.BAD
    return Item(float(line.fulfilment), Tone.GOOD if line.is_met else short)


def _or_missing(words: str, missing: Text, line: Line) -> Item:
    return Item(words) if words else Item(missing(line.lang, key=line.number), Tone.WARN)


def _heading(goal: Line) -> str:
    return say.GOAL_HEADING(goal.lang, number=goal.number, title=goal.text)


PART_ONE: Table[Line] = Table(
    say.SHEET_ONE,
    "tblMaalrapportering",
    (
        Col(say.NUMBER, 9, lambda line, _: line.number),
        Col(say.KIND, 9, lambda line, _: _kind(line)),
        Col(say.SECTION, 22, lambda line, _: line.section),
        Col(say.GOAL, 48, lambda line, _: line.text),
        Col(standing.REQUIREMENT, 24, lambda line, _: line.requirement),
        Col(standing.RESULT, 24, lambda line, _: line.result),
        Col(standing.STATE, 16, lambda line, _: line.state),
        Col(say.FULFILMENT, 15, lambda line, _: _fulfilment(line)),
        Col(say.WEIGHT, 9, lambda line, _: line.weight),
        Col(standing.CELL, 8, lambda line, _: line.cell),
    ),
)
PART_TWO: Table[tuple[Line, Line]] = Table(
    say.SHEET_TWO,
    "tblAnalyser",
    (
        Col(say.NUMBER, 9, lambda row, _: row[1].number),
        Col(say.GOAL, 24, lambda row, _: _heading(row[0])),
        Col(standing.CRITERION, 30, lambda row, _: row[1].text),
        Col(standing.REQUIREMENT, 16, lambda row, _: row[1].requirement),
        Col(standing.RESULT, 16, lambda row, _: row[1].result),
        Col(standing.EXPLANATION, 24, lambda row, _: row[1].reason),
        Col(
            standing.DEVIATION_WORDS,
            34,
            lambda row, _: _or_missing(row[1].explanation, say.NO_EXPLANATION, row[1]),
        ),
        Col(
            standing.ACTION_PLAN,
            34,
            lambda row, _: _or_missing(row[1].action_plan, say.NO_ACTION_PLAN, row[1]),
        ),
        Col(standing.CELL, 7, lambda row, _: row[1].cell),
    ),
)


def workbook_bytes(report: GoalReport) -> bytes:
    """The .xlsx file: the same bytes for the same report."""
    lang = report.lang
    book = Book(lang, f"{report.title} · {report.subtitle}", report.today)

    def sheet(declared: Table[Row], part: Text) -> TableSheet[Row]:
        columns = (
            each
            for each in declared.columns
            if report.with_sources or each.heading != standing.CELL
        )
        title = report.header(f"{part(lang)} {report.plan.year}")
        titles = Titles(title, report.subtitle, f"{report.status} {report.source}")
        return TableSheet(book, replace(declared, columns=tuple(columns)), titles)

    part_one = sheet(PART_ONE, say.PART_ONE)
    for line in (each for goal in report.goals for each in (goal, *goal.criteria)):
        part_one.add(line)
    arithmetic = report.arithmetic
    for name, total in report.totals:
        row = Line(lang, "", name, result=arithmetic, is_met=True, fulfilment=total, weight=100.0)
        part_one.add(row)
        arithmetic = ""
    for remark in report.remarks:
        part_one.add(Line(lang, "", remark, is_met=True))
    part_one.finish()
    part_two = sheet(PART_TWO, say.PART_TWO)
    analysed = [(goal, line) for goal in report.missed for line in goal.missed]
    for pair in (*analysed, *report.otherwise_missed):
        part_two.add(pair)
    part_two.finish()
    return book.finished()


def document_bytes(report: GoalReport) -> bytes:
    """The .docx file: the same bytes for the same report."""
    plan, lang = report.plan, report.lang
    header = report.header(say.HEADER(lang, year=plan.year, institution=plan.institution))
    said = {"report": report, "header": header}
    name = f"{report.title} · {inert(plan.institution)}"
    words = templates(lang, standing, say)
    return filled_document(__package__, said, words, name, report.today, lang)


def write_goal_report(
    desk: Desk, out: Path, lang: Language, *, with_sources: bool = False
) -> tuple[list[Path], str]:
    """The files that were written of the desk's one agency, and what is to be said of them; nothing
    where all is final.

    `with_sources` they name the cells of the received file, and its fingerprint.

    Raises `click.ClickException` where no report counts, or a file cannot be written.
    """
    (agency,) = desk.agencies
    report = goal_report(desk, agency, lang, with_sources=with_sources)
    if report is None:
        raise click.ClickException(say.NO_ACCEPTED_REPORT(lang, plan=agency.plan.id))
    written = []
    for ending, make in ((".docx", document_bytes), (".xlsx", workbook_bytes)):
        path = out / f"{say.NAME.format(plan=agency.plan.id)}{ending}"
        write_bytes(path, make(report), lang)
        written.append(path)
    period = report.report.period_name
    return written, "" if report.report.final else say.FROM_PROVISIONAL(lang, period=period)
