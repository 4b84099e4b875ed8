"""The goal report as a workbook: part 1 and part 2 as tables to go on with."""

from __future__ import annotations

from dataclasses import replace

from department.annual_report.content import AnnualReport, Line, heading_words, remarks, totals
from department.spreadsheet import (
    Book,
    Column,
    Item,
    Kind,
    Row,
    Table,
    TableSheet,
    Titles,
    Tone,
    Value,
)
from texts import annual_report as say
from texts.language import Language, Text


def _kind(line: Line) -> Text:
    if line.criteria:
        return say.KIND_GOAL
    return say.KIND_CRITERION if line.number else say.KIND_TOTAL


def _fulfilment(line: Line) -> Item | Value:
    if not line.criteria or line.weight is None:
        return line.fulfilment
    if line.fulfilment is None:
        return Item(line.state, Tone.OPEN if line.is_open else Tone.WARN, kind=Kind.CENTRED)
    short = Tone.WARN if line.fulfilment else Tone.BAD
    return Item(float(line.fulfilment), Tone.GOOD if line.is_met else short)


def _or_missing(words: str, missing: Text, key: str, lang: Language) -> Item:
    return Item(words) if words else Item(missing(lang, key=key), Tone.WARN)


PART_ONE: Table[Line, Language] = Table(
    say.SHEET_ONE,
    "tblMaalrapportering",
    (
        Column(say.NUMBER, 9, lambda line, _: line.number),
        Column(say.KIND, 9, lambda line, lang: _kind(line)(lang)),
        Column(say.SECTION, 22, lambda line, _: line.section),
        Column(say.GOAL, 48, lambda line, _: line.text),
        Column(say.REQUIREMENT, 24, lambda line, _: line.requirement),
        Column(say.RESULT, 24, lambda line, _: line.result),
        Column(say.STATE, 16, lambda line, _: line.state),
        Column(say.FULFILMENT, 15, lambda line, _: _fulfilment(line)),
        Column(say.WEIGHT, 9, lambda line, _: line.weight),
        Column(say.CELL, 8, lambda line, _: line.cell),
    ),
)
PART_TWO: Table[tuple[Line, Line], Language] = Table(
    say.SHEET_TWO,
    "tblAnalyser",
    (
        Column(say.NUMBER, 9, lambda row, _: row[1].number),
        Column(
            say.GOAL,
            24,
            lambda row, lang: say.GOAL_HEADING(lang, number=row[0].number, title=row[0].text),
        ),
        Column(say.CRITERION, 30, lambda row, _: row[1].text),
        Column(say.REQUIREMENT, 16, lambda row, _: row[1].requirement),
        Column(say.RESULT, 16, lambda row, _: row[1].result),
        Column(say.REASON, 24, lambda row, _: row[1].reason),
        Column(
            say.EXPLANATION_HEADING,
            34,
            lambda row, lang: _or_missing(
                row[1].explanation, say.NO_EXPLANATION, row[1].number, lang
            ),
        ),
        Column(
            say.ACTION_PLAN_HEADING,
            34,
            lambda row, lang: _or_missing(
                row[1].action_plan, say.NO_ACTION_PLAN, row[1].number, lang
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

    def table(whole: Table[Row, Language]) -> Table[Row, Language]:
        kept = [each for each in whole.columns if report.with_sources or each.heading != say.CELL]
        return replace(whole, columns=tuple(kept))

    part_one = TableSheet(book, table(PART_ONE), titles(say.PART_ONE), lang)
    for line in (each for goal in report.goals for each in (goal, *goal.criteria)):
        part_one.add(line)
    for at, (name, total) in enumerate(totals(report, lang)):
        told = report.arithmetic if at == 0 else ""
        part_one.add(Line("", name, "", "", told, "", "", True, False, total, 100.0))
    for remark in remarks(report, lang):
        part_one.add(Line("", remark, "", "", "", "", "", True, False))
    part_one.finish()
    part_two = TableSheet(book, table(PART_TWO), titles(say.PART_TWO), lang)
    analysed = [(goal, line) for goal in report.missed for line in goal.missed]
    for row in (*analysed, *report.otherwise_missed):
        part_two.add(row)
    part_two.finish()
    return book.finished()
