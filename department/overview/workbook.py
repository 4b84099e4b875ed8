"""The overview workbook, whole: every sheet from one pass over the desk."""

from __future__ import annotations

import io
from datetime import datetime, time

from xlsxwriter import Workbook

from department.links import NO_LINKS, Links
from department.overview.assessment_sheet import AssessmentSheet
from department.overview.decisions import NO_DECISIONS, Decisions
from department.overview.development_sheet import DevelopmentSheet
from department.overview.deviations_sheet import DeviationsSheet
from department.overview.findings_sheet import FindingsSheet
from department.overview.formats import Formats
from department.overview.goals_sheet import GoalsSheet
from department.overview.received_sheet import write_received
from department.overview.showing import shown_agencies, unsettled_files
from department.overview.standing_sheet import write_standing
from department.overview.table_sheet import Book
from department.standing import Desk
from texts import notation
from texts import overview as say
from texts.language import DANISH, Language

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": "Calibri", "font_size": 11},
}


def write_overview(
    desk: Desk,
    *,
    source: str = "",
    links: Links = NO_LINKS,
    decisions: Decisions = NO_DECISIONS,
    lang: Language = DANISH,
) -> bytes:
    """The overview of `desk` as an .xlsx file: the same bytes for the same desk.

    `source` is what stands under the titles (the inbox), `links` where the received files lie as
    seen from the folder of the overview, `decisions` what the department typed in the one before.
    Records are opened one agency at a time.
    """
    buffer = io.BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
    _describe(workbook, desk, lang)
    book = Book(workbook, Formats(workbook), lang)
    day = notation.day(desk.today, lang)
    subtitle = say.SUBTITLE(lang, source=source, day=day) if source else say.AS_AT(lang, day=day)
    write_standing(book, desk, subtitle, links)
    write_received(book, desk, subtitle, links)
    goals = GoalsSheet(book, subtitle, links)
    deviations = DeviationsSheet(book, subtitle, links)
    findings = FindingsSheet(book, subtitle, links)
    assessment = AssessmentSheet(book, subtitle, links, decisions)
    development = DevelopmentSheet(book, subtitle, links)
    for shown in shown_agencies(desk):
        for by_agency in (goals, deviations, assessment, development):
            by_agency.add(shown)
        for record in shown.records:
            findings.add(record)
        for file in unsettled_files(shown.agency):
            findings.add(desk.open(file))
    for file in desk.strays:
        findings.add(desk.open(file))
    for sheet in (goals, deviations, findings, assessment, development):
        sheet.finish()
    workbook.close()
    return buffer.getvalue()


def _describe(workbook: Workbook, desk: Desk, lang: Language) -> None:
    """The document's properties; made on the day of the desk, so that nothing else changes it."""
    created = datetime.combine(desk.today, time())
    workbook.set_properties({"title": say.DOCUMENT_TITLE(lang), "created": created})
