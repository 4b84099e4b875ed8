"""Writing the replies: a folder for each plan, and in it letter, draft and copy for each file."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from department.changes import changes_between
from department.letters.copy import copy_task, is_worth_a_copy, make_copy
from department.letters.draft import draft
from department.letters.letter import Reply, letter, subject
from department.output import inert_line, write_bytes
from department.record import Summary
from department.standing import Desk, Role, Slot
from resultatplan.deadlines import next_working_day
from resultatplan.plan import Plan
from texts import replies as say
from texts.language import Language

WORKING_DAYS_TO_MEND = 5
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\N{REPLACEMENT CHARACTER}]')
_LONGEST_NAME = 80

Originals = Callable[[Summary], bytes | None]
"""The bytes of a received file as they came, None where there are none."""


@dataclass(frozen=True)
class ReplyDesk:
    """What replies are written from: the desk, the originals, where copies are made, by when."""

    desk: Desk
    originals: Originals
    executor: Executor
    mend_by: date
    lang: Language


@dataclass(frozen=True)
class _Answered:
    """One file to answer, and what it is compared with."""

    report: Summary
    plan: Plan | None = None
    due: date | None = None
    before: Summary | None = None


def five_working_days_after(today: date) -> date:
    """The day by which corrections are due where the desk names none."""
    day = today
    for _ in range(WORKING_DAYS_TO_MEND):
        day = next_working_day(day + timedelta(days=1))
    return day


def write_replies(
    source: ReplyDesk,
    out: Path,
    *,
    all_files: bool = False,
    only: Container[str] | None = None,
) -> int:
    """Write the replies into `out`; how many there are.

    The last file of each period is answered, with `all_files` every one that is no copy of
    another; `only` restricts it to files of these names. Raises `click.ClickException` where a
    file cannot be written.
    """
    count = 0
    taken: set[Path] = set()
    for each in _to_answer(source.desk, all_files=all_files):
        folder = out / (each.plan.id if each.plan else say.STRAYS_FOLDER(source.lang))
        stem = _free(folder, _stem(each.report.file), taken)
        if only is not None and each.report.file not in only:
            continue
        _write(source, each, folder, stem)
        count += 1
    return count


def _to_answer(desk: Desk, *, all_files: bool) -> Iterator[_Answered]:
    for agency in desk.agencies:
        for slot in agency.slots:
            yield from _of_slot(slot, all_files=all_files)
        for report in agency.unplaced:
            yield _Answered(report, agency.plan)
    for stray in desk.strays:
        if not stray.accepted:  # What was only passed over (a lock file, a folder) has no sender.
            yield _Answered(stray)


def _of_slot(slot: Slot, *, all_files: bool) -> Iterator[_Answered]:
    own = [each for each in slot.receipts if each.role is not Role.DUPLICATE]
    for receipt in own if all_files else own[-1:]:
        yield _Answered(receipt.report, slot.plan, slot.due, receipt.before)


def _write(source: ReplyDesk, answered: _Answered, folder: Path, stem: str) -> None:
    lang = source.lang
    record = source.desk.open(answered.report)
    copy_name = say.COPY_NAME(lang, stem=stem)
    data = source.originals(answered.report) if is_worth_a_copy(record) else None
    copy = None
    if data is not None:
        copy = make_copy(source.executor, copy_task(record, data, lang))
    before = answered.before
    changes = None if before is None else changes_between(source.desk.open(before), record)
    reply = Reply(
        record,
        answered.plan,
        answered.due,
        source.mend_by,
        changes,
        "" if before is None else before.file,
        None if copy is None else copy_name,
    )
    body = letter(reply, lang)
    enclosed = None if copy is None else (copy_name, copy)
    if copy is not None:
        write_bytes(folder / copy_name, copy, lang)
    write_bytes(folder / say.LETTER_NAME(lang, stem=stem), body.encode("utf-8-sig"), lang)
    mail = draft(subject(reply, lang), body, enclosed)
    write_bytes(folder / say.DRAFT_NAME(lang, stem=stem), mail, lang)


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
