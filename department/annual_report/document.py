"""The goal report as a Word document, from `template.docx` beside this file.

The template is edited in Word: headings, tables with headings that are repeated and told to a
screen reader, page numbers. What is filled in is written as text, whatever an agency wrote.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from importlib.resources import as_file, files

from docx.document import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from department.annual_report.content import (
    AnnualReport,
    heading_words,
    lead_words,
    remarks,
    totals,
)
from department.output import inert
from department.template_texts import templates
from texts import annual_report as say
from texts.language import DANISH, Language

_LANGUAGES = {DANISH: "da-DK"}
_OTHER_LANGUAGE = "en-GB"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


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
    with as_file(files("department.annual_report") / "template.docx") as path:
        template = DocxTemplate(path)
        template.render(said, templates(lang, say))
    _describe(template.docx, f"{title} · {inert(report.plan.institution)}", report, lang)
    written = io.BytesIO()
    template.save(written)
    return _with_fixed_times(written)


def _describe(document: Document, title: str, report: AnnualReport, lang: Language) -> None:
    """Title, day and language: what screen readers and spelling go by."""
    language = _LANGUAGES.get(lang, _OTHER_LANGUAGE)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
        element.set(qn("w:eastAsia"), language)
    properties = document.core_properties
    properties.title, properties.language = title, language
    properties.created = properties.modified = datetime.combine(report.today, time())


def _with_fixed_times(package: io.BytesIO) -> bytes:
    """The same zip archive, its parts in the same order, none with a time of its own."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(package) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            fixed = zipfile.ZipInfo(part.filename, _EARLIEST)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(part))
    return stream.getvalue()
