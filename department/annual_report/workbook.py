"""The goal report as a workbook: part 1 and part 2 as tables to go on with."""

from __future__ import annotations

import io
from datetime import datetime, time

from xlsxwriter import Workbook

from department.annual_report.content import (
    AnnualReport,
    CriterionLine,
    GoalLine,
    heading_words,
    total_words,
)
from department.overview.formats import Formats, Item, Kind, Tone, Value
from department.overview.table_sheet import Book, TableSheet, Titles
from texts import annual as say
from texts.language import Language, Text

_PART_ONE = (
    (say.NUMBER, 9.0),
    (say.KIND, 9.0),
    (say.SECTION, 22.0),
    (say.GOAL, 48.0),
    (say.REQUIREMENT, 24.0),
    (say.RESULT, 24.0),
    (say.STATE, 16.0),
    (say.FULFILMENT, 15.0),
    (say.WEIGHT, 9.0),
    (say.CELL, 8.0),
)
_PART_TWO = (
    (say.NUMBER, 9.0),
    (say.GOAL, 24.0),
    (say.CRITERION, 30.0),
    (say.REQUIREMENT, 16.0),
    (say.RESULT, 16.0),
    (say.REASON, 24.0),
    (say.EXPLANATION_HEADING, 34.0),
    (say.ACTION_PLAN_HEADING, 34.0),
    (say.CELL, 7.0),
)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook_bytes(report: AnnualReport, lang: Language) -> bytes:
    """The .xlsx file: the same bytes for the same report."""
    buffer = io.BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
    title, subtitle, status, source = heading_words(report, lang)
    created = datetime.combine(report.today, time())
    workbook.set_properties({"title": f"{title} · {subtitle}", "created": created})
    book = Book(workbook, Formats(workbook), lang)
    note = f"{status} {source}"
    _part_one(book, report, Titles(_title(say.PART_ONE, report, lang), subtitle, note))
    _part_two(book, report, Titles(_title(say.PART_TWO, report, lang), subtitle, note))
    workbook.close()
    return buffer.getvalue()


def _title(part: Text, report: AnnualReport, lang: Language) -> str:
    title = f"{part(lang)} {report.plan.year}"
    return title if report.is_final else say.HEADER_PROVISIONAL(lang, header=title)


def _part_one(book: Book, report: AnnualReport, titles: Titles) -> None:
    lang = book.lang
    sheet = TableSheet(book, say.SHEET_ONE, "tblMaalrapportering", _PART_ONE, titles)
    for goal in report.goals:
        sheet.add(_goal(goal, lang))
        for line in goal.criteria:
            sheet.add(_criterion(goal, line, lang))
    name, _ = total_words(report, lang)
    total = report.record.summary.secured
    kind = say.KIND_TOTAL(lang)
    sheet.add(["", kind, "", name, "", report.arithmetic, "", total, 100.0, ""])
    sheet.finish()


def _goal(goal: GoalLine, lang: Language) -> list[Item | Value]:
    fulfilment: Item | Value = goal.fulfilment
    if goal.fulfilment is None:
        fulfilment = Item(goal.state, Tone.OPEN, kind=Kind.CENTRED)
    else:
        tone = Tone.WARN if goal.fulfilment else Tone.BAD
        fulfilment = Item(float(goal.fulfilment), Tone.GOOD if goal.fulfilment == 100 else tone)
    return [
        goal.number,
        say.KIND_GOAL(lang),
        goal.section,
        goal.title,
        goal.rule,
        goal.count,
        goal.state,
        fulfilment,
        goal.weight,
        None,
    ]


def _criterion(goal: GoalLine, line: CriterionLine, lang: Language) -> list[Item | Value]:
    return [
        line.key,
        say.KIND_CRITERION(lang),
        goal.section,
        line.text,
        line.requirement,
        line.result,
        line.state,
        None,
        None,
        line.cell,
    ]


def _part_two(book: Book, report: AnnualReport, titles: Titles) -> None:
    sheet = TableSheet(book, say.SHEET_TWO, "tblAnalyser", _PART_TWO, titles)
    analysed = [(goal, line) for goal in report.missed for line in goal.missed]
    for goal, line in (*analysed, *report.otherwise_missed):
        sheet.add(_analysis(goal, line, book.lang))
    sheet.finish()


def _analysis(goal: GoalLine, line: CriterionLine, lang: Language) -> list[Item | Value]:
    return [
        line.key,
        say.GOAL_HEADING(lang, number=goal.number, title=goal.title),
        line.text,
        line.requirement,
        line.result,
        line.reason,
        line.explanation or Item(say.NO_EXPLANATION(lang, key=line.key), Tone.WARN),
        line.action_plan or Item(say.NO_ACTION_PLAN(lang, key=line.key), Tone.WARN),
        line.cell,
    ]
