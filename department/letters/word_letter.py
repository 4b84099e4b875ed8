"""The letter as a Word document, and what the department lets stand around every letter."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import click
import tomlkit
from pydantic import BaseModel

from department.output import inert, write_bytes
from department.templates import filled_document, templates
from resultatplan.plans_folder import plans_folder
from texts import letters as say
from texts.language import Language, day

_FILE = "brevpapir.toml"


class Letterhead(BaseModel, frozen=True, extra="forbid", str_strip_whitespace=True):
    """What stands around letters: texts of several lines, blank where the department said none.

    It is kept in one file beside the folder of plans.
    """

    sender: str = ""
    """Who writes, and where: at the top of the page."""
    contact: str = ""
    """Who can be asked."""
    signature: str = ""
    """Below the regards, instead of the ministry's name."""
    journal: Mapping[str, str] = {}
    """The number of the case of each plan, by the plan's id."""


def letterhead_file() -> Path:
    """The file; it may not be there yet."""
    return plans_folder().with_name(_FILE)


def letterhead(lang: Language) -> Letterhead:
    """What the file says. `click.ClickException` for one that cannot be read."""
    path = letterhead_file()
    try:
        return Letterhead.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        return Letterhead()
    except (OSError, ValueError) as error:
        raise click.ClickException(say.BAD_LETTERHEAD(lang, path=path)) from error


def write_letterhead(said: Letterhead, lang: Language) -> None:
    """Let letters be written with this from now on."""
    write_bytes(letterhead_file(), tomlkit.dumps(said.model_dump()).encode(), lang)


_ITEM = re.compile(r"\d+(\.\d+)*\.? ")


class _Paragraph(NamedTuple):
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
