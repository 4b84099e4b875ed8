"""The letter as a Word document: its words in `template.docx`, with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from department.letters.letterhead import Letterhead
from department.output import inert
from department.template_texts import templates
from department.word_file import filled_document
from texts import letters as say
from texts.language import Language, day

_ITEM = re.compile(r"\d+(\.\d+)*\.? ")


@dataclass(frozen=True)
class _Paragraph:
    kind: str
    text: str


def word_letter(
    words: str, subject: str, around: Letterhead, plan_id: str, today: date, lang: Language
) -> bytes:
    """The .docx file of a letter: the same bytes for the same words on the same day."""
    journal = around.journal.get(plan_id, "")
    facts = (
        day(today, lang),
        journal and say.JOURNAL(lang, number=journal),
        around.contact and say.CONTACT(lang, contact=around.contact),
    )
    said = {
        "sender": around.sender,
        "reference": "\n".join(filter(None, facts)),
        "paragraphs": [*_paragraphs(words, subject)],
    }
    return filled_document(__package__, said, templates(lang, say), inert(subject), today, lang)


def _paragraphs(words: str, subject: str) -> Iterator[_Paragraph]:
    """Each line is one; but those of plain words that follow one another are one together."""
    for kind, lines in groupby(words.splitlines(), lambda line: _kind(line, subject)):
        texts = [line.strip() for line in lines]
        if kind:
            together = ["\n".join(texts)] if kind == "text" else texts
            yield from (_Paragraph(kind, each) for each in together)


def _kind(line: str, subject: str) -> str:
    """Which of the template's styles a line has; none where it is blank."""
    if not line.strip():
        return ""
    if line == subject:
        return "title"
    if line.startswith(" "):
        return "under"
    if _ITEM.match(line):
        return "item"
    return "heading" if re.split("[(,]", line)[0].isupper() else "text"
