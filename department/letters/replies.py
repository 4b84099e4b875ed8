"""Writing the replies: a folder for each plan, and in it letter, draft and copy for each file.

The agency's latest report that counts is answered with the next report's template too.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import click

from department.documents import is_edited
from department.inbox import is_among
from department.letters.enclosed import (
    annotated_copy,
    following_template,
    following_workbook,
    has_copy,
)
from department.letters.letter import Letterhead, Reply, letter, letterhead, subject, word_letter
from department.output import filed, inert_line, numbered, write_bytes
from department.record import Summary
from department.standing import Desk, FileRow, Role
from department.tables import changes_between
from resultatplan.plan import next_working_day
from texts import letters as say
from texts.checker import SINGLE_NAME
from texts.commandline import disk_reason
from texts.language import Language

WORKING_DAYS_TO_MEND = 5
_WORKBOOK = "application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PAGE = "text", "html"

Originals = Callable[[Summary], bytes]
"""The bytes of a received file as they came; `click.ClickException` where they are gone."""


@dataclass(frozen=True)
class ReplySource:
    """What replies are written from: the desk, the originals, where copies are made, by when.

    Without a day corrections are due five working days after the desk's own.
    """

    desk: Desk
    originals: Originals
    executor: Executor
    lang: Language
    mend_by: date | None = None
    checker: bytes | None = None
    """The checking page in one file, to be enclosed where something is to be mended."""

    @property
    def letterhead(self) -> Letterhead:
        """What stands around the letters, as it is now."""
        return letterhead(self.lang)


def five_working_days_after(today: date) -> date:
    """The day by which corrections are due where none is named."""
    day = today
    for _ in range(WORKING_DAYS_TO_MEND):
        day = next_working_day(day + timedelta(days=1))
    return day


def write_replies(
    source: ReplySource, out: Path, *, all_files: bool = False, only: Container[str] | None = None
) -> int:
    """Write the replies into `out`; how many there are.

    The last file of each period is answered, with `all_files` every one that is no copy of
    another; `only` restricts it to files of these names. Whatever is in the way of one reply, the
    others are written; then a `click.ClickException` says which are missing, and why.
    """
    count = 0
    missing: dict[str, list[str]] = {}
    for place in reply_places(source.desk, out, source.lang, all_files=all_files):
        name = place.row.file.file
        if only is None or is_among(name, only):
            try:
                write_reply(source, place)
                count += 1
            except Exception as error:  # noqa: BLE001 — told of this very reply
                missing.setdefault(_reason(error, source.lang), []).append(inert_line(name))
    if missing:
        told = [say.WROTE_SOME(source.lang, count=count)]
        for reason, files in missing.items():
            told.append(say.MISSING_REPLY(source.lang, file="«, »".join(files), reason=reason))
        raise click.ClickException(" ".join(told))
    return count


@dataclass(frozen=True)
class ReplyPlace:
    """A file to answer, and where its letter, the same in Word, mail draft and copy lie."""

    row: FileRow
    letter: Path
    document: Path
    draft: Path
    copy: Path


def reply_places(desk: Desk, out: Path, lang: Language, *, all_files: bool) -> Iterator[ReplyPlace]:
    """The files to answer, and where: a file's reply has one name, whichever are answered.

    Of files that are called the same the one that came first has the name alone.
    """
    last = {slot.latest for slot in desk.slots}
    rows = [row for row in desk.rows if can_be_answered(row)]
    named: dict[Summary, ReplyPlace] = {}
    taken: set[tuple[Path, str]] = set()
    for row in sorted(rows, key=lambda row: row.file.order):
        folder = out / (row.plan.id if row.plan else say.STRAYS_FOLDER(lang))
        plain = folder / f"{Path(filed(row.file.file)).stem}.txt"
        free = numbered(plain, lambda at: (at.parent, at.name.casefold()) in taken)
        taken.add((folder, free.name.casefold()))
        names = (say.LETTER_NAME, say.DOCUMENT_NAME, say.DRAFT_NAME, say.COPY_NAME)
        named[row.file] = ReplyPlace(row, *(folder / name(lang, stem=free.stem) for name in names))
    for row in rows:
        is_open = row.role != Role.SETTLED and not row.file.settled
        if all_files or (is_open and (row.time is None or row.file in last)):
            yield named[row.file]


def _reason(error: Exception, lang: Language) -> str:
    """Why a reply is missing."""
    if isinstance(error, click.ClickException):
        reason = error.format_message()
    elif isinstance(error, OSError):
        reason = disk_reason(error, lang)
    else:
        reason = f"{type(error).__name__}: {error}"
    return inert_line(reason).rstrip(".")


def can_be_answered(row: FileRow) -> bool:
    """Not a copy of another file; what was only passed over (a lock file) has no sender."""
    return row.role != Role.DUPLICATE and (row.plan is not None or not row.file.accepted)


def reply_to(source: ReplySource, place: ReplyPlace) -> Reply:
    """What a file is answered with, the annotated copy among it where one can be made."""
    row = place.row
    record = source.desk.open(row.file)
    changes = None if row.before is None else changes_between(source.desk.open(row.before), record)
    mend_by = source.mend_by or five_working_days_after(source.desk.today)
    name = place.copy.name if has_copy(record) else None
    encloses = source.checker is not None and not row.file.accepted
    following = following_template(source.desk, row)
    signature = source.letterhead.signature
    return Reply(record, row, mend_by, changes, name, encloses, following, signature)


def write_reply(source: ReplySource, place: ReplyPlace, words: str | None = None) -> None:
    """Write letter, draft, copy and template; in other words than its own where they are given.

    Without them a letter that stands there and says something else is set aside; in Word it is
    where somebody edited it there.
    """
    lang = source.lang
    reply = reply_to(source, place)
    enclosed = _workbooks(source, reply)
    if reply.copy not in enclosed:
        reply = replace(reply, copy=None)
    if reply.following is not None and reply.following.file_name not in enclosed:
        reply = replace(reply, following=None)
    body = letter(reply, lang) if words is None else words
    for name, content in enclosed.items():
        write_bytes(place.letter.parent / name, content, lang)
    text = body.encode("utf-8-sig")
    at, document = place.letter, place.document
    if words is None and at.exists() and at.read_bytes() != text:
        _set_aside(at, lang)
    write_bytes(at, text, lang)
    if document.exists() and is_edited(document.read_bytes()):
        _set_aside(document, lang)
    plan_id = reply.row.plan.id if reply.row.plan else ""
    told = subject(reply, lang), source.letterhead, plan_id, source.desk.today, lang
    write_bytes(document, word_letter(body, *told), lang)
    if source.checker is not None and reply.encloses_checker:
        enclosed[SINGLE_NAME] = source.checker
    mail = _draft(subject(reply, lang), body, enclosed)
    write_bytes(place.draft, mail, lang)


def _workbooks(source: ReplySource, reply: Reply) -> dict[str, bytes]:
    """The workbooks that the letter would tell of, by name, as far as they can be made."""
    lang, executor = source.lang, source.executor
    made: dict[str, bytes | None] = {}
    if reply.copy is None and reply.following is None:
        return {}
    data: bytes | None = None
    with suppress(click.ClickException):  # A file that is gone is answered all the same.
        data = source.originals(reply.row.file)
    if reply.copy is not None:
        made[reply.copy] = annotated_copy(reply.record, data, executor, lang)
    if (next_one := reply.following) is not None:
        made[next_one.file_name] = following_workbook(next_one, reply.row, data, executor, lang)
    return {name: content for name, content in made.items() if content is not None}


def _set_aside(letter: Path, lang: Language) -> None:
    """Keep a letter under another name: somebody may have edited it."""
    at = datetime.fromtimestamp(letter.stat().st_mtime).strftime("%Y-%m-%d %H%M%S")
    letter.replace(letter.with_stem(say.EARLIER_LETTER(lang, stem=letter.stem, at=at)))


def _draft(subject: str, body: str, enclosed: Mapping[str, bytes]) -> bytes:
    """The letter as an .eml file that nobody is the recipient of yet: opened, it is a draft.

    The same letter gives the same bytes: there is no date in it, and the parts are told apart by
    what they hold.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(body, cte="base64")
    for name, content in enclosed.items():
        maintype, subtype = _PAGE if name == SINGLE_NAME else _WORKBOOK
        message.add_attachment(content, maintype=maintype, subtype=subtype, filename=name)
        message.set_boundary("=_svar_fra_departementet_=")
    return message.as_bytes()
