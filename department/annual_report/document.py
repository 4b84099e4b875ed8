"""The goal report as a Word document."""

from __future__ import annotations

from department.annual_report.content import (
    AnnualReport,
    heading_words,
    lead_words,
    remarks,
    totals,
)
from department.output import inert
from department.template_texts import templates
from department.word_file import filled_document
from texts import annual_report as say
from texts.language import Language


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
    words = templates(lang, say)
    return filled_document(__package__, said, words, name, report.today, lang)
