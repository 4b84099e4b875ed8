"""A batch: every entry of a folder gets its verdict and its place in the register."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from department.desk.course import Course
from department.desk.lane import Judged
from department.inbox import arrival_of, inbox_paths, printable, read_entry
from department.intake.examination import Entry, ExaminingPlace
from department.intake.judgement import judged_in_turn
from department.output import write_bytes
from department.record import Summary
from department.register.address import Address
from department.register.contents import get_ready as get_ready_to_write
from department.register.contents import written
from department.telling.progress import watched
from department.telling.reporting import Reports, Texts
from texts import commandline as say
from texts import disk
from texts import page as page_texts
from texts.language import Language
from validators.report import get_ready as get_ready_to_examine

if TYPE_CHECKING:
    from department.overview.decisions import Decisions
    from department.register.run import Run


@dataclass
class Tally:
    """How many files were accepted, must be mended, are no report."""

    accepted: int = 0
    refused: int = 0
    others: int = 0

    def count(self, judged: Summary) -> None:
        """Count one file."""
        if not judged.is_report:
            self.others += 1
        elif judged.accepted:
            self.accepted += 1
        else:
            self.refused += 1

    def words(self, lang: Language) -> str:
        """The tally in one sentence."""
        files = self.accepted + self.refused + self.others
        return say.SUMMARY(
            lang,
            files=files,
            accepted=self.accepted,
            refused=self.refused,
            others=self.others,
        )


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a judged file: for the register, and for whoever tells of it."""

    number: int
    summary: Summary
    contents: bytes
    told: Texts


def _kept(judged: Judged, tell: Callable[[Judged], Texts]) -> _Kept:
    return _Kept(judged.number, judged.record.summary, written(judged.record), tell(judged))


@dataclass
class BatchResult:
    """What came of a batch. `interrupted` says that only a first part of the files was judged."""

    tally: Tally
    overview: Path
    page: Path
    all_accepted: bool = True
    interrupted: bool = False


def get_ready() -> None:
    """Make beforehand what every worker process that is forked from here would make for itself."""
    get_ready_to_examine()
    get_ready_to_write()


def run_batch(
    inbox: Path,
    out: Path,
    lang: Language,
    *,
    place: ExaminingPlace,
    register_at: Address | None,
    today: date,
    reports: Reports,
    show_progress: bool,
    only: Container[Path] | None = None,
) -> BatchResult:
    """Judge the folder, register its files and write overview and page into `out`.

    Each judged file goes to `reports` and into the register, a plan's earlier periods first, and is
    then let go; overview and page show all that the register holds on `today`. Without
    `register_at` the files are entered in a register that is thrown away.
    Raises `click.ClickException` when the folder cannot be listed, or the register or the overview
    cannot be written.
    """
    try:
        paths = [path for path in inbox_paths(inbox, beside=out) if only is None or path in only]
    except OSError as error:
        reason = disk.reason(error, lang)
        raise click.ClickException(say.CANNOT_READ(lang, path=inbox, reason=reason)) from error
    result = BatchResult(Tally(), out / say.OVERVIEW_NAME, out / page_texts.NAME)
    # Imported here, after the workers were forked: they never write workbooks or registers.
    from department.links import Links, either, in_inbox
    from department.overview.workbook import write_overview
    from department.page.webpage import write_page
    from department.register.run import Run
    from department.register.session import register_for_batch

    watch = partial(watched, count=len(paths), show=show_progress, lang=lang)
    with register_for_batch(register_at, lang) as register:
        run = Run(register, printable(str(inbox.absolute())))
        course, tell = Course(run.past()), partial(_kept, tell=reports.tell)
        entries = _entries(paths, run)
        try:
            for file in judged_in_turn(entries, run.coming, place, course, tell, watch):
                reports.add(file.number, file.told)
                result.tally.count(file.summary)
                result.all_accepted = result.all_accepted and file.summary.accepted
                run.keep(run.receipts[file.number], file.summary, file.contents)
        except KeyboardInterrupt:
            result.interrupted = True
            run.write()
        else:
            run.finish()
        links = Links(out, in_inbox(inbox))
        if register_at is not None:
            links = Links(out, either(in_inbox(inbox), register.original_path))
        desk = register.desk(today)
        overview = write_overview(
            desk,
            source=printable(inbox.name),
            links=links,
            decisions=_decisions(result.overview, lang),
            lang=lang,
        )
        page = write_page(desk, lang, links)
    write_bytes(result.overview, overview, lang)
    write_bytes(result.page, page, lang)
    return result


def _decisions(overview: Path, lang: Language) -> Decisions:
    """What the department typed in the overview that is there already.

    One that cannot be read is moved aside, so that what is typed in it is not lost.
    """
    from department.overview.decisions import decisions_in
    from workbooks.reading.archive import UnreadableError
    from workbooks.reading.files import NoFileError, read_file

    try:
        return decisions_in(read_file(overview))
    except NoFileError:
        return {}
    except UnreadableError:
        aside = overview.with_name(say.OVERVIEW_ASIDE(lang))
        overview.replace(aside)
        click.echo(say.MOVED_ASIDE(lang, path=aside), err=True)
        return {}


def _entries(paths: list[Path], run: Run) -> Iterator[Entry]:
    """The entries of the inbox, each registered as received."""
    for path in paths:
        entry = read_entry(path, printable(path.name))
        run.receive(entry.name, arrival_of(path, entry.data), entry.data)
        yield entry
