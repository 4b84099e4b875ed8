"""The letter to an agency: its words, filled into `letter.txt.j2`, and the same in Word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

import click
import tomlkit
from jinja2 import Template
from pydantic import BaseModel

from department.documents import filled_document, templates
from department.letters.enclosed import Following
from department.output import inert, inert_line, write_bytes
from department.record import ReportRecord, Summary
from department.standing import FileRow
from department.tables import Changes
from resultatplan.plans_folder import plans_folder
from texts import letters as say
from texts.checker import SINGLE_NAME
from texts.language import Language, day
from workbooks.blueprint.guide_sheet import checking_page

_FILE = "brevpapir.toml"
_ITEM = re.compile(r"\d+(\.\d+)*\.? ")


@dataclass(frozen=True)
class Reply:
    """What one file is answered with. `copy` is the name of the enclosed copy, if there is one.

    `encloses_checker` where the checking page is enclosed too.
    """

    record: ReportRecord
    row: FileRow
    """Whose file it is, when it was due, and which file it is compared with."""
    mend_by: date
    changes: Changes | None = None
    copy: str | None = None
    encloses_checker: bool = False
    following: Following | None = None
    """The enclosed template of the next report."""
    signature: str = ""
    """Of several lines; without one the ministry signs."""


def subject(reply: Reply, lang: Language) -> str:
    """The letter's subject, on one line."""
    summary, plan = reply.record.summary, reply.row.plan
    if plan is None:
        return inert_line(say.SUBJECT_UNKNOWN(lang, file=summary.file))
    text = say.SUBJECT_ACCEPTED if summary.accepted else say.SUBJECT_RETURNED
    period = summary.period_name or say.NO_PERIOD(lang)
    return inert_line(text(lang, institution=plan.institution, period=period, year=plan.year))


@cache
def _template(lang: Language) -> Template:
    made = templates(lang, say, folders=("letters",), autoescape=False)
    return made.get_template("letter.txt.j2")


def letter(reply: Reply, lang: Language) -> str:
    """The whole letter as plain text, a line for each paragraph."""
    text = _template(lang).render(
        reply=reply,
        row=reply.row,
        plan=reply.row.plan,
        record=reply.record,
        summary=reply.record.summary,
        subject=subject(reply, lang),
        came=_came(reply.record.summary, lang),
        check=_how_to_check(reply, lang),
        following=reply.following and reply.following.words(lang),
    )
    return f"{text.rstrip()}\n"


def _how_to_check(reply: Reply, lang: Language) -> str:
    """Where it can be seen before it is sent again whether all is mended, if that is known."""
    if reply.record.summary.accepted:
        return ""
    if reply.encloses_checker:
        return say.CHECK_ENCLOSED(lang, name=SINGLE_NAME)
    address = checking_page()
    return say.CHECK_AT(lang, address=inert_line(address)) if address else ""


def _came(report: Summary, lang: Language) -> str:
    """The day that it states, and that of receipt where it is known or there is no other."""
    submitted, received = report.submitted, report.came.known
    if submitted is None:
        return say.CAME(lang, received=day(received or report.received.date(), lang))
    if received is None:
        return say.CAME_STATED(lang, submitted=day(submitted, lang))
    return say.CAME_BOTH(lang, submitted=day(submitted, lang), received=day(received, lang))


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


def _paragraphs(words: str, subject: str) -> Iterator[dict[str, str]]:
    """Each line is one; but those of plain words that follow one another are one together."""
    for kind, lines in groupby(words.splitlines(), lambda line: _kind(line, subject)):
        texts = [line.strip() for line in lines]
        if kind:
            together = ["\n".join(texts)] if kind == "text" else texts
            yield from ({"kind": kind, "text": each} for each in together)


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
