"""A batch: every entry of a folder gets its verdict and its place in the register."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from department.desk.course import Course, Judged
from department.intake.examination import Entry, ExaminingPlace
from department.intake.inbox import arrival_of, inbox_paths, printable, read_entry
from department.intake.judgement import judged_in_turn
from department.register.address import Address
from department.telling.progress import watched
from department.writing import write_bytes
from texts import commandline as say
from texts import disk
from texts import page as page_texts
from texts.language import Language
from validators.verdict import Verdict

if TYPE_CHECKING:
    from department.overview.decisions import Decisions
    from department.register.run import Run


@dataclass
class Tally:
    """How many files were accepted, must be mended, are no report."""

    accepted: int = 0
    refused: int = 0
    others: int = 0

    def count(self, verdict: Verdict) -> None:
        """Count one verdict."""
        if not verdict.is_report:
            self.others += 1
        elif verdict.accepted:
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


@dataclass
class BatchResult:
    """What came of a batch. `interrupted` says that only a first part of the files was judged."""

    tally: Tally
    overview: Path
    page: Path
    all_accepted: bool = True
    interrupted: bool = False


def run_batch(
    inbox: Path,
    out: Path,
    lang: Language,
    *,
    place: ExaminingPlace,
    register_at: Address | None,
    today: date,
    on_judged: Callable[[Judged], None],
    show_progress: bool,
    only: Container[Path] | None = None,
) -> BatchResult:
    """Judge the folder, register its files and write overview and page into `out`.

    Each judged file goes to `on_judged` and into the register, earlier periods first, and is then
    let go; both show all that the register holds on `today`. Without `register_at` the
    files are entered in a register that is thrown away.
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
    from department.overview.links import Links, either, in_inbox
    from department.overview.workbook import write_overview
    from department.page.webpage import write_page
    from department.register.run import Run
    from department.register.session import register_for_batch

    watch = partial(watched, count=len(paths), show=show_progress, lang=lang)
    with register_for_batch(register_at, lang) as register:
        run = Run(register, printable(str(inbox.absolute())))
        course = Course(run.past())
        try:
            for judged in judged_in_turn(_entries(paths, run), run.coming, place, course, watch):
                on_judged(judged)
                result.tally.count(judged.verdict)
                result.all_accepted = result.all_accepted and judged.verdict.accepted
                run.judge(run.receipts[judged.number], judged.record)
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
    from workbooks.reading.container import UnreadableError
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
