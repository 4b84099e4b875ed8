"""A batch: every entry of a folder gets its verdict, and the overview is written as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from department.examination import Entry, ExaminingPlace
from department.inbox import inbox_paths, printable, read_entry
from department.judgement import verdicts_on
from department.progress import watched
from department.writing import write_bytes
from texts import commandline as say
from texts.language import Language
from validators.verdict import Verdict


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
    all_accepted: bool = True
    interrupted: bool = False


def run_batch(
    inbox: Path,
    out: Path,
    lang: Language,
    *,
    place: ExaminingPlace,
    on_verdict: Callable[[Verdict], None],
    show_progress: bool,
) -> BatchResult:
    """Judge the folder and write the overview workbook into `out`.

    Each verdict goes to `on_verdict` and into the overview, in the order of the file names, and is
    then let go. Raises `click.ClickException` when the folder cannot be listed or the overview
    cannot be written.
    """
    try:
        paths = inbox_paths(inbox, beside=out)
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(say.CANNOT_READ(lang, path=inbox, reason=reason)) from error
    result = BatchResult(Tally(), out / say.OVERVIEW_NAME)
    # Imported here, after the workers were forked: they never write workbooks.
    from department.overview import Overview

    overview = Overview(printable(inbox.name), lang)

    watch = partial(watched, count=len(paths), show=show_progress)
    try:
        for verdict in verdicts_on(_entries(paths), place, lang, watch):
            overview.add(verdict)
            on_verdict(verdict)
            result.tally.count(verdict)
            result.all_accepted = result.all_accepted and verdict.accepted
    except KeyboardInterrupt:
        result.interrupted = True
    write_bytes(result.overview, overview.finish(), lang)
    return result


def _entries(paths: list[Path]) -> Iterator[Entry]:
    return (read_entry(path, printable(path.name)) for path in paths)
