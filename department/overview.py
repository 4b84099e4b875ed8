"""The overview workbook of a batch: who has reported, how they stand, what is wrong where."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook

from department.pages import Item, PageWriter, Shade
from department.screen import verdict_words
from resultatplan.deadlines import deadline_of
from resultatplan.evaluation import GoalResult
from texts import commandline as say
from texts.language import Language, Text
from validators.verdict import Verdict, by_severity

_OVERVIEW = (
    (say.FILE, 34),
    (say.INSTITUTION, 34),
    (say.YEAR, 8),
    (say.PERIOD, 22),
    (say.FINAL, 10),
    (say.VERDICT, 15),
    (say.SECURED, 11),
    (say.ATTAINABLE, 12),
    (say.SHOWN, 13),
    (say.ERRORS, 9),
    (say.WARNINGS, 12),
    (say.INFOS, 14),
    (say.SUBMITTED, 13),
    (say.DEADLINE, 13),
    (say.TIMELINESS, 20),
)
_GOALS = (
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
_FINDINGS = (
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
_SHADES = {"error": "bad", "warning": "warn", "info": "open"}


class Overview:
    """The workbook as it grows, verdict by verdict; rows go to disk as they come."""

    def __init__(self, folder: str, lang: Language) -> None:
        self.lang = lang
        self._workbook = Workbook(write_only=True)
        judged = date.today().strftime("%d-%m-%Y")
        subtitle = say.OVERVIEW_SUBTITLE(lang, folder=folder, day=judged)

        def page(name: Text, table: str, headings: tuple[tuple[Text, int], ...]) -> PageWriter:
            said = tuple((text(lang), width) for text, width in headings)
            title = say.OVERVIEW_TITLE(lang)
            return PageWriter(self._workbook, name(lang), table, said, (title, subtitle))

        self._overview = page(say.SHEET_OVERVIEW, "tblOverblik", _OVERVIEW)
        self._goals = page(say.SHEET_GOALS, "tblOverblikMaal", _GOALS)
        self._findings = page(say.SHEET_FINDINGS, "tblFejl", _FINDINGS)

    def add(self, verdict: Verdict) -> None:
        """Add a verdict's rows to the three sheets."""
        self._overview.add(_overview_row(verdict, self.lang))
        for row in _goal_rows(verdict, self.lang):
            self._goals.add(row)
        for row in _finding_rows(verdict, self.lang):
            self._findings.add(row)

    def finish(self) -> bytes:
        """The workbook's bytes."""
        for page in (self._overview, self._goals, self._findings):
            page.finish()
        buffer = io.BytesIO()
        self._workbook.save(buffer)
        return buffer.getvalue()


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
        Shade(verdict_words(verdict, lang), _shade(verdict)),
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


def _shade(verdict: Verdict) -> str:
    if not verdict.accepted:
        return "bad"
    return "good" if verdict.is_report else "open"


def _timeliness(submitted: date | None, due: date | None, lang: Language) -> Item:
    if submitted is None or due is None:
        return None
    if submitted <= due:
        return Shade(say.IN_TIME(lang), "good")
    return Shade(say.LATE_BY(lang, days=(submitted - due).days), "bad")


def _goal_rows(verdict: Verdict, lang: Language) -> list[tuple[Item, ...]]:
    plan = verdict.plan
    if plan is None or verdict.evaluation is None:
        return []
    period = None if verdict.period is None else verdict.period.name
    return [
        (
            plan.institution,
            plan.year,
            period,
            goal.goal.number,
            goal.goal.title,
            goal.weight,
            _fulfilment(goal, lang),
            goal.explanation,
            verdict.file,
        )
        for goal in verdict.evaluation.goals
    ]


def _fulfilment(goal: GoalResult, lang: Language) -> Shade:
    if goal.fulfilment is None:
        return Shade(say.PENDING(lang), "open")
    return Shade(goal.fulfilment, "good" if goal.fulfilment else "bad")


def _finding_rows(verdict: Verdict, lang: Language) -> list[tuple[Item, ...]]:
    return [
        (
            verdict.file,
            None if verdict.plan is None else verdict.plan.institution,
            Shade(say.SEVERITIES[found.severity.value](lang), _SHADES[found.severity.value]),
            found.code,
            found.place.sheet,
            found.place.cell,
            found.place.key,
            found.message(lang),
            found.hint(lang),
            found.found_text(lang),
            found.expected_text(lang),
        )
        for found in verdict.findings
    ]
