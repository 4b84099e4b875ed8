"""The goal report written into a folder: a Word document, and the workbook beside it."""

from __future__ import annotations

from pathlib import Path

import click

from department.annual_report.content import (
    AnnualReport,
    annual_report,
    heading_words,
    lead_words,
    remarks,
    totals,
)
from department.annual_report.workbook import workbook_bytes
from department.output import inert, write_bytes
from department.standing import Agency, Desk
from department.template_texts import templates
from department.word_file import filled_document
from texts import annual_report as say
from texts.language import Language


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
    words = templates(lang, say)
    return filled_document(__package__, said, words, name, report.today, lang)
