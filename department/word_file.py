"""Word documents, filled into a `template.docx` that is edited in Word.

Headings, tables and page numbers are the template's. What is filled in is written as text, whatever
an agency wrote.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time
from importlib.resources import as_file, files

from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment

from texts.language import DANISH, Language

_LANGUAGES = {DANISH: "da-DK"}
_OTHER_LANGUAGE = "en-GB"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def filled_document(
    room: str, said: Mapping[str, object], words: Environment, title: str, day: date, lang: Language
) -> bytes:
    """The template of a package, filled in: the same bytes for the same words, title and day."""
    with as_file(files(room) / "template.docx") as path:
        template = DocxTemplate(path)
        template.render({**said}, words)
    _describe(template.docx, title, day, lang)
    written = io.BytesIO()
    template.save(written)
    return _with_fixed_times(written)


def is_edited(document: bytes) -> bool:
    """Whether a document was saved by a person since it was filled in."""
    try:
        properties = Document(io.BytesIO(document)).core_properties
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        return True
    return bool(properties.modified != properties.created)


def _describe(document: Opened, title: str, day: date, lang: Language) -> None:
    """Title, day and language: what screen readers and spelling go by."""
    language = _LANGUAGES.get(lang, _OTHER_LANGUAGE)
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
        element.set(qn("w:eastAsia"), language)
    properties = document.core_properties
    properties.title, properties.language = title, language
    properties.created = properties.modified = datetime.combine(day, time())


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
