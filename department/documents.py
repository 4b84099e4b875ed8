"""What pages, letters and Word documents are filled in with: texts in one language, numbers, days.

Whoever wrote what is put into a template, it steers nothing: see `department.output.inert`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from importlib.resources import as_file, files
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from department import wording
from department.output import inert, inert_line
from texts.language import DANISH, Language, Text, day, quantity, target_words, weekday

if TYPE_CHECKING:
    from docx.document import Document


_LANGUAGES = {DANISH: "da-DK"}
_OTHER_LANGUAGE = "en-GB"


def templates(
    lang: Language, *texts: ModuleType, folders: Sequence[str] = (), autoescape: bool = True
) -> Environment:
    """The templates in folders of `department`; `say` in them are the `texts` in `lang`.

    What `wording.py` says is a filter by its own name, `|score_words`. Of a name that several
    modules have, the last one's text is said.
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader("department", each) for each in folders]),
        autoescape=autoescape,  # noqa: S701 (letters are plain text)
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    for name, said in vars(wording).items():
        if name.endswith("_words"):
            made.filters[name] = partial(said, lang=lang)
    for said in (day, quantity, target_words, weekday, wording.percent):
        made.filters[said.__name__] = partial(said, lang=lang)
    made.filters["inert_line"] = inert_line
    made.filters["filled"] = lambda text, **fields: text.format(**fields)
    made.globals.update(lang=lang, say=said_now(lang, *texts))
    return made


def said_now(lang: Language, *texts: ModuleType) -> SimpleNamespace:
    """The texts of modules as they are said in `lang`."""
    words = [each for module in texts for each in vars(module).items()]
    said = {name: text(lang) for name, text in words if isinstance(text, Text)}
    return SimpleNamespace(**said)


def _finalize(value: object) -> object:
    return inert(value) if type(value) is str else value


def filled_document(
    room: str, said: Mapping[str, object], words: Environment, title: str, day: date, lang: Language
) -> bytes:
    """The `template.docx` of a package, filled in: the same words and day give the same bytes.

    Headings, tables and page numbers are the template's, which is edited in Word.
    """
    from docxtpl import DocxTemplate  # Slow to import; pages do without.

    with as_file(files(room) / "template.docx") as path:
        template = DocxTemplate(path)
        template.render({**said}, words)
    _describe(template.docx, title, day, lang)
    written = io.BytesIO()
    template.save(written)
    return _with_fixed_times(written)


def is_edited(document: bytes) -> bool:
    """Whether a document was saved by a person since it was filled in."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        properties = docx.Document(io.BytesIO(document)).core_properties
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        return True
    return bool(properties.modified != properties.created)


def _describe(document: Document, title: str, day: date, lang: Language) -> None:
    """Title, day and language: what screen readers and spelling go by."""
    from docx.oxml.ns import qn

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
            fixed = zipfile.ZipInfo(part.filename)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(part))
    return stream.getvalue()
