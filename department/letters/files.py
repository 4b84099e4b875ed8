"""Writing the replies: a folder for each plan, and in it letter, draft and copy for each file."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import click

from department.changes import changes_between
from department.letters.copy import annotated_copy
from department.letters.letter import Reply, letter, subject
from department.output import inert_line, write_bytes
from department.record import Summary
from department.standing import Desk, FileRow, Role
from department.tables import STRAY, file_rows
from resultatplan.deadlines import next_working_day
from texts import letters as say
from texts.language import Language

WORKING_DAYS_TO_MEND = 5
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\N{REPLACEMENT CHARACTER}]')
_LONGEST_NAME = 80
_WORKBOOK = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Originals = Callable[[Summary], bytes | None]
"""The bytes of a received file as they came, None where there are none."""


@dataclass(frozen=True)
class ReplyDesk:
    """What replies are written from: the desk, the originals, where copies are made, by when.

    Without a day corrections are due five working days after the desk's own.
    """

    desk: Desk
    originals: Originals
    executor: Executor
    lang: Language
    mend_by: date | None = None


def five_working_days_after(today: date) -> date:
    """The day by which corrections are due where none is named."""
    day = today
    for _ in range(WORKING_DAYS_TO_MEND):
        day = next_working_day(day + timedelta(days=1))
    return day


def write_replies(
    source: ReplyDesk, out: Path, *, all_files: bool = False, only: Container[str] | None = None
) -> int:
    """Write the replies into `out`; how many there are.

    The last file of each period is answered, with `all_files` every one that is no copy of
    another; `only` restricts it to files of these names. Whatever is in the way of one reply, the
    others are written; then a `click.ClickException` says which are missing, and why.
    """
    count = 0
    missing: list[str] = []
    taken: set[Path] = set()
    for row in _to_answer(source.desk, all_files=all_files):
        folder = out / (row.plan.id if row.plan else say.STRAYS_FOLDER(source.lang))
        stem = _free(folder, _stem(row.file.file), taken)
        if only is None or row.file.file in only:
            try:
                _write(source, row, folder, stem)
                count += 1
            except Exception as error:  # noqa: BLE001 — told of this very reply
                missing.append(_missing(row.file.file, error, source.lang))
    if missing:
        raise click.ClickException(" ".join((say.WROTE_SOME(source.lang, count=count), *missing)))
    return count


def _missing(file: str, error: Exception, lang: Language) -> str:
    """Which reply is missing, and why."""
    if isinstance(error, click.ClickException):
        reason = error.format_message()
    else:
        reason = f"{type(error).__name__}: {error}"
    return say.MISSING_REPLY(lang, file=inert_line(file), reason=inert_line(reason).rstrip("."))


def _to_answer(desk: Desk, *, all_files: bool) -> Iterator[FileRow]:
    last = {slot.latest for slot in desk.slots}
    for row in file_rows(desk):
        if row.role == Role.DUPLICATE or (row.role == STRAY and row.file.accepted):
            continue  # What was only passed over (a lock file, a folder) has no sender.
        if all_files or row.due is None or row.file in last:
            yield row


def _write(source: ReplyDesk, row: FileRow, folder: Path, stem: str) -> None:
    lang = source.lang
    record = source.desk.open(row.file)
    name = say.COPY_NAME(lang, stem=stem)
    copy = annotated_copy(record, lambda: source.originals(row.file), source.executor, lang)
    changes = None if row.before is None else changes_between(source.desk.open(row.before), record)
    mend_by = source.mend_by or five_working_days_after(source.desk.today)
    reply = Reply(record, row, mend_by, changes, None if copy is None else name)
    body = letter(reply, lang)
    if copy is not None:
        write_bytes(folder / name, copy, lang)
    write_bytes(folder / say.LETTER_NAME(lang, stem=stem), body.encode("utf-8-sig"), lang)
    mail = _draft(subject(reply, lang), body, name, copy)
    write_bytes(folder / say.DRAFT_NAME(lang, stem=stem), mail, lang)


def _draft(subject: str, body: str, name: str, copy: bytes | None) -> bytes:
    """The letter as an .eml file that nobody is the recipient of yet: opened, it is a draft.

    The same letter gives the same bytes: there is no date in it, and the parts are told apart by
    what they hold.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(body, cte="base64")
    if copy is not None:
        message.add_attachment(copy, maintype="application", subtype=_WORKBOOK, filename=name)
        message.set_boundary("=_svar_fra_departementet_=")
    return message.as_bytes()


def _stem(file: str) -> str:
    """A file name without ending that every system can hold."""
    stem = Path(file).stem if "." in file else file
    return _FORBIDDEN.sub("_", inert_line(stem))[:_LONGEST_NAME].strip(" .") or "fil"


def _free(folder: Path, stem: str, taken: set[Path]) -> str:
    """The stem, with a number where another file has it already."""
    number, free = 2, stem
    while folder / free.casefold() in taken:
        free, number = f"{stem} ({number})", number + 1
    taken.add(folder / free.casefold())
    return free
