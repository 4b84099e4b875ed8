"""The overview workbook of a batch: who has reported, how they stand, what is wrong where."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from department.pages import Item, Page, Shade, write_page
from department.screen import verdict_words
from resultatplan.deadlines import deadline_of
from resultatplan.evaluation import GoalResult
from texts import commandline as say
from texts.language import DANISH, Language, Text
from validators.verdict import Verdict, by_severity


def build_overview(verdicts: Sequence[Verdict], folder: str, lang: Language = DANISH) -> bytes:
    """The workbook's bytes: sheets Overblik, Mål and Fejl."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    subtitle = say.OVERVIEW_SUBTITLE(lang, folder=folder, day=date.today().strftime("%d-%m-%Y"))
    for page in (
        _overview_page(verdicts, lang),
        _goals_page(verdicts, lang),
        _findings_page(verdicts, lang),
    ):
        write_page(workbook, page, say.OVERVIEW_TITLE(lang), subtitle)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _overview_page(verdicts: Sequence[Verdict], lang: Language) -> Page:
    headings = (
        (say.FILE, 34),
        (say.INSTITUTION, 34),
        (say.YEAR, 8),
        (say.PERIOD, 22),
        (say.FINAL, 10),
        (say.VERDICT, 15),
        (say.SECURED, 10),
        (say.ATTAINABLE, 11),
        (say.SHOWN, 12),
        (say.ERRORS, 8),
        (say.WARNINGS, 11),
        (say.INFOS, 13),
        (say.SUBMITTED, 13),
        (say.DEADLINE, 13),
        (say.TIMELINESS, 20),
    )
    rows = tuple(_overview_row(verdict, lang) for verdict in verdicts)
    return Page(say.SHEET_OVERVIEW(lang), "tblOverblik", _said(headings, lang), rows)


def _overview_row(verdict: Verdict, lang: Language) -> tuple[Item, ...]:
    counts = by_severity(verdict.findings)
    plan, period = verdict.plan, verdict.period
    score = None if verdict.evaluation is None else verdict.evaluation.score
    due = None if plan is None or period is None else deadline_of(plan, period)
    return (
        verdict.file,
        None if plan is None else plan.institution,
        None if plan is None else plan.year,
        None if period is None else period.name,
        None if period is None else (say.YES if period.final else say.NO)(lang),
        Shade(verdict_words(verdict, lang), "good" if verdict.accepted else "bad"),
        None if score is None else score.secured,
        None if score is None else score.attainable,
        verdict.shown,
        counts["error"],
        counts["warning"],
        counts["info"],
        verdict.submitted,
        due,
        _timeliness(verdict.submitted, due, lang),
    )


def _timeliness(submitted: date | None, due: date | None, lang: Language) -> Item:
    if submitted is None or due is None:
        return None
    if submitted <= due:
        return Shade(say.IN_TIME(lang), "good")
    return Shade(say.LATE_BY(lang, days=(submitted - due).days), "bad")


def _goals_page(verdicts: Sequence[Verdict], lang: Language) -> Page:
    headings = (
        (say.INSTITUTION, 34),
        (say.YEAR, 8),
        (say.PERIOD, 22),
        (say.GOAL, 8),
        (say.GOAL_TITLE, 48),
        (say.WEIGHT, 9),
        (say.FULFILMENT, 12),
        (say.EXPLANATION, 70),
        (say.FILE, 34),
    )
    rows = tuple(
        (
            verdict.plan.institution,
            verdict.plan.year,
            None if verdict.period is None else verdict.period.name,
            goal.goal.number,
            goal.goal.title,
            goal.weight,
            _fulfilment(goal, lang),
            goal.explanation,
            verdict.file,
        )
        for verdict in verdicts
        if verdict.plan is not None and verdict.evaluation is not None
        for goal in verdict.evaluation.goals
    )
    return Page(say.SHEET_GOALS(lang), "tblOverblikMaal", _said(headings, lang), rows)


def _fulfilment(goal: GoalResult, lang: Language) -> Shade:
    if goal.fulfilment is None:
        return Shade(say.PENDING(lang), "open")
    return Shade(goal.fulfilment, "good" if goal.fulfilment else "bad")


def _findings_page(verdicts: Sequence[Verdict], lang: Language) -> Page:
    headings = (
        (say.FILE, 34),
        (say.INSTITUTION, 30),
        (say.SEVERITY, 12),
        (say.CODE, 9),
        (say.SHEET, 16),
        (say.CELL, 8),
        (say.KEY, 8),
        (say.MESSAGE, 70),
        (say.HINT, 60),
        (say.FOUND, 26),
        (say.EXPECTED, 26),
    )
    rows = tuple(
        (
            verdict.file,
            None if verdict.plan is None else verdict.plan.institution,
            Shade(
                say.SEVERITIES[found.severity.value](lang),
                {"error": "bad", "warning": "warn"}.get(found.severity.value, "open"),
            ),
            found.code,
            found.place.sheet,
            found.place.cell,
            found.place.key,
            found.message(lang),
            found.hint(lang),
            found.found_text(lang),
            found.expected_text(lang),
        )
        for verdict in verdicts
        for found in verdict.findings
    )
    return Page(say.SHEET_FINDINGS(lang), "tblFejl", _said(headings, lang), rows)


def _said(headings: Sequence[tuple[Text, float]], lang: Language) -> tuple[tuple[str, float], ...]:
    return tuple((text(lang), width) for text, width in headings)
