"""A batch: every entry of a folder gets its verdict, and the overview is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from department.inbox import inbox_entries, judge_inbox
from department.overview import build_overview
from department.progress import watched
from department.writing import write_bytes
from texts import commandline as say
from texts.language import Language
from validators.verdict import Verdict


@dataclass(frozen=True)
class BatchResult:
    """The verdicts of a batch in the order of the file names, and where the overview is."""

    verdicts: tuple[Verdict, ...]
    overview: Path

    def summary(self, lang: Language) -> str:
        """How many files were accepted, must be mended, are no report."""
        reports = [verdict for verdict in self.verdicts if verdict.is_report]
        accepted = sum(1 for verdict in reports if verdict.accepted)
        return say.SUMMARY(
            lang,
            files=len(self.verdicts),
            accepted=accepted,
            refused=len(reports) - accepted,
            others=len(self.verdicts) - len(reports),
        )


def run_batch(inbox: Path, out: Path, lang: Language, *, show_progress: bool) -> BatchResult:
    """Judge the folder and write the overview workbook into `out`.

    Raises `click.ClickException` when the folder cannot be listed or the overview not written.
    """
    try:
        entries = inbox_entries(inbox, beside=out)
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(say.CANNOT_READ(lang, path=inbox, reason=reason)) from error
    judged = judge_inbox(entries, lang)
    verdicts = tuple(watched(judged, len(entries), show=show_progress))
    overview = out / say.OVERVIEW_NAME
    write_bytes(overview, build_overview(verdicts, inbox.name, lang), lang)
    return BatchResult(verdicts, overview)
