"""The goal report as a Word document: headings, one table for part 1, an analysis per goal."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm

from department.annual_report.accessible import (
    Cell,
    add_header,
    add_page_numbers,
    add_table,
    set_language,
    set_looks,
    stamp,
)
from department.annual_report.content import (
    AnnualReport,
    CriterionLine,
    GoalLine,
    fulfilment_words,
    heading_words,
    total_words,
)
from department.annual_report.package import with_fixed_times
from department.output import inert
from department.wording import percent
from texts import annual as say
from texts.language import Language, Text

_TABLE = (
    (say.NUMBER, 1.5),
    (say.GOAL, 8.6),
    (say.REQUIREMENT, 3.6),
    (say.RESULT, 3.9),
    (say.STATE, 2.6),
    (say.FULFILMENT, 2.4),
    (say.WEIGHT, 1.7),
    (say.CELL, 1.4),
)
_MISSED = (
    (say.NUMBER, 1.6),
    (say.CRITERION, 6.4),
    (say.REQUIREMENT, 2.9),
    (say.RESULT, 3.2),
    (say.REASON, 3.1),
)
_LONG, _SHORT = Cm(29.7), Cm(21.0)
_MARGIN = Cm(2.0)


def document_bytes(report: AnnualReport, lang: Language) -> bytes:
    """The .docx file: the same bytes for the same report."""
    document = Document()
    title, subtitle, status, source = (inert(each) for each in heading_words(report, lang))
    set_looks(document)
    set_language(document, lang)
    _turn(document, is_landscape=True)
    header = say.HEADER(lang, year=report.plan.year, institution=report.plan.institution)
    if not report.is_final:
        header = say.HEADER_PROVISIONAL(lang, header=header)
    add_header(document, inert(header))
    add_page_numbers(document, say.PAGE(lang), say.PAGE_OF(lang))
    document.add_paragraph(title, style="Title")
    document.add_paragraph(subtitle, style="Subtitle")
    document.add_paragraph().add_run(status).bold = True
    document.add_paragraph(source)
    _part_one(document, report, lang)
    document.add_section(WD_SECTION.NEW_PAGE)
    _turn(document, is_landscape=False)
    _part_two(document, report, lang)
    stamp(document, f"{title} · {inert(report.plan.institution)}", report.today, lang)
    buffer = io.BytesIO()
    document.save(buffer)
    return with_fixed_times(buffer.getvalue())


def _turn(document: DocxDocument, *, is_landscape: bool) -> None:
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if is_landscape else (_SHORT, _LONG)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _part_one(document: DocxDocument, report: AnnualReport, lang: Language) -> None:
    document.add_heading(say.PART_ONE(lang), level=1)
    document.add_paragraph(say.PART_ONE_LEAD(lang))
    rows: list[tuple[Cell, ...]] = []
    section = ""
    for goal in report.goals:
        if goal.section != section:
            section = goal.section
            rows.append(_filled(("", section), "section"))
        rows.append(_filled(_goal_cells(goal, lang), "goal"))
        rows += [_filled(_criterion_cells(each), "") for each in goal.criteria]
    name, total = total_words(report, lang)
    rows.append(_filled(("", name, "", report.arithmetic, "", total, "100"), "total"))
    add_table(document, _columns(_TABLE, lang), rows, say.TABLE_ALTERNATIVE(lang))


def _columns(columns: Sequence[tuple[Text, float]], lang: Language) -> list[tuple[str, float]]:
    return [(text(lang), width) for text, width in columns]


def _filled(texts: Sequence[str], look: str) -> tuple[Cell, ...]:
    padded = [*texts, *[""] * (len(_TABLE) - len(texts))]
    return tuple(Cell(inert(each), look) for each in padded)


def _goal_cells(goal: GoalLine, lang: Language) -> tuple[str, ...]:
    return (
        goal.number,
        goal.title,
        goal.rule,
        goal.count,
        goal.state,
        fulfilment_words(goal, lang),
        percent(goal.weight, lang),
    )


def _criterion_cells(line: CriterionLine) -> tuple[str, ...]:
    return (line.key, line.text, line.requirement, line.result, line.state, "", "", line.cell)


def _part_two(document: DocxDocument, report: AnnualReport, lang: Language) -> None:
    document.add_heading(say.PART_TWO(lang), level=1)
    if report.missed:
        count, everything = len(report.missed), len(report.goals)
        lead = say.MISSED_LEAD_ONE if count == 1 else say.MISSED_LEAD
        document.add_paragraph(lead(lang, count=count, all=everything))
    else:
        text = say.NONE_MISSED_YET if report.still_open else say.ALL_MET
        document.add_paragraph(text(lang))
    for goal in report.missed:
        _analysis(document, goal, lang)
    if report.otherwise_missed:
        document.add_heading(say.OTHER_HEADING(lang), level=2)
        for _, line in report.otherwise_missed:
            _told(document, line, lang)
    if report.still_open:
        document.add_heading(say.OPEN_HEADING(lang), level=2)
        for goal in report.still_open:
            name = {"number": goal.number, "title": goal.title, "reason": goal.reason}
            document.add_paragraph(inert(say.OPEN_GOAL(lang, **name)), style="List Bullet")
    if report.withdrawn:
        document.add_heading(say.WITHDRAWN_HEADING(lang), level=2)
        for told in report.withdrawn:
            document.add_paragraph(inert(told), style="List Bullet")
    if report.deviations:
        document.add_heading(say.DEVIATIONS_HEADING(lang), level=2)
        document.add_paragraph(inert(report.deviations))


def _analysis(document: DocxDocument, goal: GoalLine, lang: Language) -> None:
    document.add_heading(inert(goal.heading(lang)), level=2)
    weighs = say.GOAL_WEIGHS(
        lang,
        fulfilment=fulfilment_words(goal, lang),
        weight=percent(goal.weight, lang),
        reason=goal.reason,
    )
    document.add_paragraph(inert(weighs)).paragraph_format.keep_with_next = True
    rows = [
        tuple(
            Cell(inert(each))
            for each in (line.key, line.text, line.requirement, line.result, line.reason)
        )
        for line in goal.missed
    ]
    alternative = say.MISSED_ALTERNATIVE(lang, goal=goal.number)
    if rows:
        add_table(document, _columns(_MISSED, lang), rows, alternative)
    document.add_heading(say.EXPLANATION_HEADING(lang), level=3)
    for line in goal.missed:
        _words(document, line.key, line.explanation, say.NO_EXPLANATION, lang)
    document.add_heading(say.ACTION_PLAN_HEADING(lang), level=3)
    for line in goal.missed:
        _words(document, line.key, line.action_plan, say.NO_ACTION_PLAN, lang)


def _told(document: DocxDocument, line: CriterionLine, lang: Language) -> None:
    words = f"{line.text.rstrip('.')}. {line.reason}"
    document.add_paragraph(inert(say.WORDS(lang, key=line.key, words=words)))
    _words(document, line.key, line.explanation, say.NO_EXPLANATION, lang)


def _words(document: DocxDocument, key: str, words: str, missing: Text, lang: Language) -> None:
    if words:
        document.add_paragraph(inert(say.WORDS(lang, key=key, words=words)))
    else:
        document.add_paragraph().add_run(missing(lang, key=key)).italic = True
