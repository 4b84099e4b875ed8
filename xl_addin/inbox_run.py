"""The department's buttons: an inbox judged while Excel goes on, and the overview that came of it.

The judging is `rp batch`, a process of its own. The macro starts it, asks every other second what
came of it, and shows the answer. The output lies in a folder beside the inbox.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, TypedDict, cast

from texts import addin as say
from texts import commandline, standing
from xl_addin.checking import HIDDEN, CheckError, rp_program
from xl_addin.registry import for_xlwings

_LONGEST: Final = 800
"""Characters of a process's complaint; Excel's box cuts its text at 1023."""


class JudgedFile(TypedDict):
    """A file as `rp batch --json` prints it, as far as it is counted; no plan: no report."""

    accepted: bool | None
    plan: str | None


@dataclass(frozen=True, slots=True)
class InboxRun:
    """`rp batch` on an inbox, going on or ended, and the files that take what it prints."""

    process: subprocess.Popen[bytes]
    printed: IO[bytes]
    complaints: IO[bytes]
    overview: Path


_latest: list[InboxRun] = []
"""The run that was started last, if any: between two calls of the macro it lives here."""


@for_xlwings
def start_inbox(folder: str) -> str:
    """Start to judge the inbox; why it cannot be, or nothing. Never raises."""
    if any(run.process.poll() is None for run in _latest):
        return say.INBOX_BUSY.da
    try:
        _latest[:] = [begin(Path(folder))]
    except CheckError as error:
        return str(error)
    return ""


@for_xlwings
def inbox_words() -> str:
    """What came of the run in words; nothing while it goes on."""
    return outcome(_latest[0]) if _latest else say.INBOX_LOST.da


@for_xlwings
def inbox_overview() -> str:
    """The overview's path once the run has ended well; nothing before, or where it did not."""
    done = [run for run in _latest if run.process.poll() == 0]
    return str(done[0].overview) if done else ""


def begin(inbox: Path, program: str | None = None) -> InboxRun:
    """Start `rp batch` on the folder; raises `CheckError` where it cannot be.

    `program` is the rp beside this Python unless one is given.
    """
    if not inbox.is_dir():
        raise CheckError(commandline.NO_FOLDER.da.format(path=inbox))
    overview = inbox.parent / say.OUT_FOLDER / commandline.OVERVIEW_NAME
    try:
        # Said now: a workbook that is open in Excel would stop the run when all is judged.
        overview.open("r+b").close()
    except FileNotFoundError:
        pass
    except OSError:
        raise CheckError(say.OVERVIEW_OPEN.da.format(path=overview)) from None
    command = [program or rp_program(), "batch", str(inbox), "--out", str(overview.parent)]
    # Open as long as the process runs, and gone with it. A pipe that nobody reads would fill.
    printed, complaints = (tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115
    try:
        process = subprocess.Popen(  # noqa: S603  (our own command, no shell)
            [*command, "--json"],
            env=os.environ | {"PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=complaints,
            creationflags=HIDDEN if sys.platform == "win32" else 0,
        )
    except OSError as error:
        raise CheckError(say.CHECKER_SILENT.da.format(problem=error)) from error
    return InboxRun(process, printed, complaints, overview)


def outcome(run: InboxRun) -> str:
    """The tally that `rp batch` shows and what it complained of; nothing while it goes on."""
    code = run.process.poll()
    if code is None:
        return ""
    complaint = _read(run.complaints).strip()[-_LONGEST:]
    if code == 0:
        return f"{tally(_read(run.printed))}\n\n{complaint}".strip()
    return complaint or say.CHECKER_SILENT.da.format(problem=code)


def tally(printed: str) -> str:
    """How many files are accepted, must be mended or are no report, of what `--json` printed."""
    files = cast(list[JudgedFile], json.loads(printed)["reports"])
    reports = [file for file in files if file["plan"] is not None]
    accepted = sum(file["accepted"] is True for file in reports)
    return standing.TALLY_OF_FILES.da.format(
        files=len(files),
        accepted=accepted,
        refused=len(reports) - accepted,
        others=len(files) - len(reports),
    )


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")
