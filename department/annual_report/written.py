"""The goal report written into a folder: a Word document, and the same as tables in a workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from department.annual_report.content import (
    AnnualReport,
    Line,
    annual_report,
    heading_words,
    lead_words,
    remarks,
    totals,
)
from department.output import inert, write_bytes
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
from department.standing import Agency, Desk
from department.templates import filled_document, templates
from texts import annual_report as say
from texts import standing
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
        Column(standing.REQUIREMENT, 24, lambda line, _: line.requirement),
        Column(standing.RESULT, 24, lambda line, _: line.result),
        Column(standing.STATE, 16, lambda line, _: line.state),
        Column(say.FULFILMENT, 15, lambda line, _: _fulfilment(line)),
        Column(say.WEIGHT, 9, lambda line, _: line.weight),
        Column(standing.CELL, 8, lambda line, _: line.cell),
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
        Column(standing.CRITERION, 30, lambda row, _: row[1].text),
        Column(standing.REQUIREMENT, 16, lambda row, _: row[1].requirement),
        Column(standing.RESULT, 16, lambda row, _: row[1].result),
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
        Column(standing.CELL, 7, lambda row, _: row[1].cell),
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
        kept = [
            each for each in whole.columns if report.with_sources or each.heading != standing.CELL
        ]
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


def write_annual_report(
    desk: Desk, agency: Agency, out: Path, lang: Language, *, with_sources: bool = False
) -> tuple[list[Path], str]:
    """The files that were written, and what is to be said of them; nothing where all is final.

    `with_sources` they name the cells of the received file, and its fingerprint.

    Raises `click.ClickException` where no report counts, or a file cannot be written.
    """
    report = annual_report(desk, agency, lang, with_sources=with_sources)
    if report is None:
        raise click.ClickException(say.NO_ACCEPTED_REPORT(lang, plan=agency.plan.id))
    written = []
    for ending, make in ((".docx", document_bytes), (".xlsx", workbook_bytes)):
        path = out / f"{say.NAME.format(plan=agency.plan.id)}{ending}"
        write_bytes(path, make(report, lang), lang)
        written.append(path)
    period = report.record.summary.period_name
    return written, "" if report.is_final else say.FROM_PROVISIONAL(lang, period=period)


def document_bytes(report: AnnualReport, lang: Language) -> bytes:
    """The .docx file: the same bytes for the same report."""
    title, subtitle, status, source = heading_words(report, lang)
    header = say.HEADER(lang, year=report.plan.year, institution=report.plan.institution)
    if not report.is_final:
        header = say.HEADER_PROVISIONAL(lang, header=header)
    said = {
        "report": report,
        "header": header,
        "title": title,
        "subtitle": subtitle,
        "status": status,
        "source": source,
        "lead": lead_words(report, lang),
        "totals": totals(report, lang),
        "remarks": remarks(report, lang),
    }
    name = f"{title} · {inert(report.plan.institution)}"
    words = templates(lang, standing, say)
    return filled_document(__package__, said, words, name, report.today, lang)
