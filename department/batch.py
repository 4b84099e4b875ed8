"""A batch: every entry of a folder gets its verdict, its place in the register and in the views."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from department.inbox import (
    DayOf,
    Entry,
    WaitingReport,
    inbox_paths,
    name_in,
    printable,
    read_all,
    taken_in,
)
from department.links import Links, either, in_inbox
from department.output import echo, numbered, said_plainly, write_bytes
from department.overview.assessment import Decisions, decisions_in, stated_in
from department.overview.workbook import write_overview
from department.page.webpage import write_page
from department.record import Summary
from department.register.address import Address
from department.register.opening import register_for_batch
from department.register.run import Run
from department.register.store import Register
from department.tables import Judged
from department.turns import judged_in_turn
from resultatplan.library import all_plans
from texts import commandline as say
from texts import page as page_texts
from texts import standing
from texts.language import Language, Text
from workbooks.reading.archive import UnreadableError
from workbooks.reading.files import NoFileError, read_file

Watched = Callable[[Iterable[WaitingReport], int], Iterable[WaitingReport]]
"""Passes the files on as they are read, told how many there are."""


@dataclass
class BatchResult:
    """What came of a batch: what it wrote, and how many files were accepted, must be mended, or
    are no report. `interrupted` says that only a first part of the files was judged."""

    overview: Path
    page: Path
    accepted: int = 0
    refused: int = 0
    others: int = 0
    all_accepted: bool = True
    interrupted: bool = False

    def count(self, judged: Summary) -> None:
        """Count one file."""
        self.all_accepted = self.all_accepted and judged.accepted
        if not judged.is_report:
            self.others += 1
        elif judged.accepted:
            self.accepted += 1
        else:
            self.refused += 1

    def words(self, lang: Language) -> str:
        """The tally in one sentence."""
        counts = {"accepted": self.accepted, "refused": self.refused, "others": self.others}
        files = sum(counts.values())
        text = standing.TALLY_OF_ONE if files == 1 else standing.TALLY_OF_FILES
        return text(lang, files=files, **counts)


def run_batch(
    inbox: Path,
    out: Path,
    lang: Language,
    *,
    paths: Sequence[Path],
    executor: Executor,
    register_at: Address | None,
    today: date,
    tell: Callable[[Judged], None],
    watched: Watched | None = None,
    received: DayOf = lambda _: None,
) -> BatchResult:
    """Judge `paths` of the inbox (`batch_paths`), register them, write overview and page to `out`.

    New files came on the day that `received` tells of each (`taken_in`).

    All are read by the executor's workers first, since a report is compared with the others of its
    plan wherever they stand. Each judged file then goes to `tell` and into the register, a
    plan's earlier periods first, and is let go; overview and page show all that the register holds
    on `today`. `watched` sees the files as they are read.
    Without `register_at` the files are entered in a register that is thrown away.
    When it is interrupted, what is read by then is judged, and what is judged by then is kept.
    Raises `click.ClickException` when the register or the overview cannot be written.
    """
    result = BatchResult(out / say.OVERVIEW_NAME, out / page_texts.NAME)
    with register_for_batch(register_at, lang) as register:
        run = Run(register, printable(str(inbox.absolute())))
        waiting: list[WaitingReport] = []
        try:
            named = ((path, name_in(inbox, path)) for path in paths)
            coming = taken_in(named, executor, received)
            reading: Iterable[WaitingReport] = read_all(_received(coming, run), executor)
            for each in reading if watched is None else watched(reading, len(paths)):
                waiting.append(each)
        except KeyboardInterrupt:
            result.interrupted = True
        try:
            receipts = zip(waiting, run.received, strict=False)  # What was not read has one too.
            known = [replace(each, receipt=receipt) for each, receipt in receipts]
            for judged in judged_in_turn(known, register):
                tell(judged)
                result.count(judged.record.summary)
                run.judge(judged.record)
        except KeyboardInterrupt:
            result.interrupted = True
        run.write()
        if not result.interrupted:
            run.finish()
        write_views(register, inbox, out, today, lang)
    return result


def batch_paths(
    inbox: Path, out: Path, register_at: Address | None, lang: Language, *, flat: bool
) -> list[Path]:
    """What a batch judges; errors as `own_folders`, and where the folder cannot be listed."""
    with said_plainly(inbox, lang):
        return inbox_paths(inbox, own_folders(inbox, out, register_at, lang), flat=flat)


def own_folders(inbox: Path, out: Path, register_at: Address | None, lang: Language) -> list[Path]:
    """Where a batch writes: no received files, should such a folder lie in the inbox.

    Raises `click.ClickException` when what it writes would lie among the received files.
    """
    folders = [out]
    if register_at is not None and register_at.folder is not None:
        folders.append(register_at.folder)
    if any(each.resolve() == inbox.resolve() for each in folders):
        raise click.ClickException(say.OUT_IS_INBOX(lang, path=inbox))
    return folders


def _received(coming: Iterable[Entry], run: Run) -> Iterator[Entry]:
    """The entries of the inbox, each registered as received."""
    for entry in coming:
        run.receive(entry.receipt, entry.data)
        yield entry


def write_views(
    register: Register,
    inbox: Path,
    out: Path,
    today: date,
    lang: Language,
    decided: Decisions | None = None,
) -> None:
    """Write overview and page into `out`: all that the register holds on `today`.

    What the department typed in the overview that is there already is kept, unless `decided` has
    something else for the agency and year. Raises `click.ClickException` when they cannot be
    written.
    """
    path = out / say.OVERVIEW_NAME
    links = Links(out, either(in_inbox(inbox), register.original_path))
    desk = register.desk(today)
    typed = typed_decisions(path, lang)
    undecided = {key: each for plan in all_plans() for key, each in stated_in(plan).items()}
    shown = {key for agency in desk.agencies for key in stated_in(agency.plan)}
    if any(key not in shown and undecided.get(key) != each for key, each in typed.items()):
        _move_aside(path, say.DECIDED_OF_OTHERS, lang)
    decisions = {**typed, **(decided or {})}
    overview = write_overview(
        desk, source=printable(inbox.name), links=links, decisions=decisions, lang=lang
    )
    write_bytes(path, overview, lang)
    del overview  # With thousands of files it is large, and so is the page.
    write_bytes(out / page_texts.NAME, write_page(desk, lang, links), lang)


def typed_decisions(overview: Path, lang: Language) -> Decisions:
    """What the department typed in the overview that is there already.

    One that is no workbook is moved aside, so that what is typed in it is not lost. Raises
    `click.ClickException` for one that may not be read: it is not written over either.
    """
    try:
        return decisions_in(read_file(overview))
    except NoFileError as error:
        if not os.path.lexists(overview):
            return {}
        raise click.ClickException(say.OVERVIEW_KEPT(lang, path=overview)) from error
    except UnreadableError:
        _move_aside(overview, say.MOVED_ASIDE, lang)
        return {}


def _move_aside(overview: Path, told: Text, lang: Language) -> None:
    """Move the overview to a place beside it where nothing lies, and say so."""
    aside = numbered(overview.with_name(say.OVERVIEW_ASIDE(lang)), os.path.lexists)
    overview.replace(aside)
    echo(told(lang, path=aside), err=True)
