"""The goal report as a workbook: part 1 and part 2 as tables to go on with."""

from __future__ import annotations

from typing import NamedTuple

from department.annual_report.content import (
    AnnualReport,
    CriterionLine,
    GoalLine,
    heading_words,
    total_name,
)
from department.spreadsheet import Book, Column, Item, Kind, Table, TableSheet, Titles, Tone, Value
from texts import annual_report as say
from texts.language import Language, Text


class Line(NamedTuple):
    """A line of part 1: a goal, a criterion or the total."""

    number: str
    kind: Text
    section: str
    text: str
    requirement: str
    result: str
    state: str
    fulfilment: Item | Value = None
    weight: float | None = None
    cell: str | None = None


PART_ONE: Table[Line, Language] = Table(
    say.SHEET_ONE,
    "tblMaalrapportering",
    (
        Column(say.NUMBER, 9, lambda line, _: line.number),
        Column(say.KIND, 9, lambda line, lang: line.kind(lang)),
        Column(say.SECTION, 22, lambda line, _: line.section),
        Column(say.GOAL, 48, lambda line, _: line.text),
        Column(say.REQUIREMENT, 24, lambda line, _: line.requirement),
        Column(say.RESULT, 24, lambda line, _: line.result),
        Column(say.STATE, 16, lambda line, _: line.state),
        Column(say.FULFILMENT, 15, lambda line, _: line.fulfilment),
        Column(say.WEIGHT, 9, lambda line, _: line.weight),
        Column(say.CELL, 8, lambda line, _: line.cell),
    ),
)
PART_TWO: Table[tuple[GoalLine, CriterionLine], Language] = Table(
    say.SHEET_TWO,
    "tblAnalyser",
    (
        Column(say.NUMBER, 9, lambda row, _: row[1].key),
        Column(say.GOAL, 24, lambda row, lang: row[0].heading(lang)),
        Column(say.CRITERION, 30, lambda row, _: row[1].text),
        Column(say.REQUIREMENT, 16, lambda row, _: row[1].requirement),
        Column(say.RESULT, 16, lambda row, _: row[1].result),
        Column(say.REASON, 24, lambda row, _: row[1].reason),
        Column(
            say.EXPLANATION_HEADING,
            34,
            lambda row, lang: (
                row[1].explanation or Item(say.NO_EXPLANATION(lang, key=row[1].key), Tone.WARN)
            ),
        ),
        Column(
            say.ACTION_PLAN_HEADING,
            34,
            lambda row, lang: (
                row[1].action_plan or Item(say.NO_ACTION_PLAN(lang, key=row[1].key), Tone.WARN)
            ),
        ),
        Column(say.CELL, 7, lambda row, _: row[1].cell),
    ),
)


def workbook_bytes(report: AnnualReport, lang: Language) -> bytes:
    """The .xlsx file: the same bytes for the same report."""
    title, subtitle, status, source = heading_words(report, lang)
    book = Book(lang, f"{title} · {subtitle}", report.today)

    def titles(part: Text) -> Titles:
        told = f"{part(lang)} {report.plan.year}"
        if not report.is_final:
            told = say.HEADER_PROVISIONAL(lang, header=told)
        return Titles(told, subtitle, f"{status} {source}")

    part_one = TableSheet(book, PART_ONE, titles(say.PART_ONE), lang)
    for goal in report.goals:
        part_one.add(_goal(goal))
        for line in goal.criteria:
            part_one.add(_criterion(goal, line))
    name = total_name(report, lang)
    total = report.record.summary.secured
    arithmetic = report.arithmetic
    part_one.add(Line("", say.KIND_TOTAL, "", name, "", arithmetic, "", total, 100.0, ""))
    part_one.finish()
    part_two = TableSheet(book, PART_TWO, titles(say.PART_TWO), lang)
    analysed = [(goal, line) for goal in report.missed for line in goal.missed]
    for row in (*analysed, *report.otherwise_missed):
        part_two.add(row)
    part_two.finish()
    return book.finished()


def _goal(goal: GoalLine) -> Line:
    fulfilment = Item(goal.state, Tone.OPEN, kind=Kind.CENTRED)
    if goal.fulfilment is not None:
        short = Tone.WARN if goal.fulfilment else Tone.BAD
        tone = Tone.GOOD if goal.fulfilment == 100 else short
        fulfilment = Item(float(goal.fulfilment), tone)
    named = goal.number, say.KIND_GOAL, goal.section, goal.title
    return Line(*named, goal.rule, goal.count, goal.state, fulfilment, goal.weight)


def _criterion(goal: GoalLine, line: CriterionLine) -> Line:
    told = (line.text, line.requirement, line.result, line.state)
    return Line(line.key, say.KIND_CRITERION, goal.section, *told, cell=line.cell)
