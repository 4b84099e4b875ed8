"""What Excel's buttons start: the check of a saved report, and the judging of an inbox.

Each is a command of `rp`, run as a process of its own, so that nothing of pandas or the validators
is loaded into the process that answers Excel's formulas. *Kontrollér rapport* waits for it and
shows the findings as rows. An inbox is judged while Excel goes on: the macro starts it, asks every
other second what came of it, and shows the answer; the output lies in a folder beside the inbox.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import IO, Final, TypedDict, cast

from texts import addin as say
from texts import commandline, standing
from xl_addin.registry import for_xlwings

_RP: Final = (sys.executable, "-P", "-c", "from department.cli import main; main()")
"""`rp` of this Python; the package for Windows has no script of that name."""
_SECONDS: Final = 120
_COLUMNS: Final = len(say.HEADINGS)
_HIDDEN: Final = 0x08000000  # CREATE_NO_WINDOW
_JUDGED: Final = (0, 1)
_LONGEST: Final = 800
"""Characters of a process's complaint; Excel's box cuts its text at 1023."""

Row = list[str]


class Finding(TypedDict):
    """A finding as `--json` prints it, as far as it is shown."""

    severity: str
    sheet: str | None
    cell: str | None
    message: str
    hint: str | None


class Report(TypedDict):
    """A file as `--json` prints it, as far as it is shown; without a plan it is no report."""

    accepted: bool | None
    plan: str | None
    findings: list[Finding]


class RunError(Exception):
    """`rp` could not do what was asked: why, in the user's language."""


@dataclass(frozen=True, slots=True)
class Run:
    """A command of `rp`, going on or ended, and the files that take what it prints."""

    process: subprocess.Popen[bytes]
    printed: IO[bytes]
    complaints: IO[bytes]

    def reports(self) -> list[Report]:
        """The files that it judged; raises `RunError` where it printed none."""
        try:
            return cast(list[Report], json.loads(_read(self.printed))["reports"])
        except (ValueError, LookupError) as error:
            raise RunError(say.CHECKER_SILENT(problem=error)) from error

    def complaint(self) -> str:
        """What it complained of, the end of it; nothing where it did not."""
        return _read(self.complaints).strip()[-_LONGEST:]


_latest: list[tuple[Run, Path]] = []
"""The inbox that was started last, if any, and its overview: between two calls of the macro they
live here."""


@for_xlwings
def check_report(file: str) -> list[Row]:
    """Rows to show for a report: the verdict, the headings, and a row for each finding.

    A row is severity, sheet, cell, message, what to do. Never raises; where the check cannot be
    carried out the rows say why.
    """
    try:
        return rows(PureWindowsPath(file).name, check(Path(file)))
    except RunError as error:
        return _table(str(error), [[""] * _COLUMNS])


@for_xlwings
def start_inbox(folder: str) -> str:
    """Start to judge the inbox; why it cannot be, or nothing. Never raises."""
    if any(run.process.poll() is None for run, _ in _latest):
        return say.INBOX_BUSY()
    try:
        _latest[:] = [begin_inbox(Path(folder))]
    except RunError as error:
        return str(error)
    return ""


@for_xlwings
def inbox_words() -> str:
    """What came of the run in words; nothing while it goes on."""
    return outcome(_latest[0][0]) if _latest else say.INBOX_LOST()


@for_xlwings
def inbox_overview() -> str:
    """The overview's path once the run has ended well; nothing before, or where it did not."""
    return next((str(overview) for run, overview in _latest if run.process.poll() == 0), "")


def check(file: Path, program: Sequence[str] | None = None) -> Report:
    """What `rp validate --json` says about the file; raises `RunError`.

    `program` is this Python's rp unless one is given.
    """
    run = _begin(program, "validate", str(file))
    try:
        code = run.process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        run.process.kill()
        raise RunError(say.CHECKER_SLOW(seconds=_SECONDS)) from None
    if code not in _JUDGED:
        raise RunError(say.CHECKER_SILENT(problem=run.complaint() or code))
    reports = run.reports()
    if not reports:
        raise RunError(say.CHECKER_SILENT(problem=code))
    return reports[0]


def rows(name: str, report: Report) -> list[Row]:
    """The rows that the macro shows, errors first; `name` is the file's."""
    order = list(standing.SEVERITIES)
    findings = sorted(report["findings"], key=lambda each: order.index(each["severity"]))
    found = [each["severity"] for each in findings]
    verdict = say.VERDICT_ACCEPTED if report["accepted"] else say.VERDICT_REJECTED
    counts = {f"{severity}s": found.count(severity) for severity in order}
    return _table(verdict(file=name, **counts), [_row(each) for each in findings])


def begin_inbox(inbox: Path, program: Sequence[str] | None = None) -> tuple[Run, Path]:
    """Start `rp batch` on the folder; the run and its overview. Raises as `check`."""
    if not inbox.is_dir():
        raise RunError(commandline.NO_FOLDER(path=inbox))
    overview = inbox.parent / say.OUT_FOLDER / commandline.OVERVIEW_NAME
    try:
        # Said now: a workbook that is open in Excel would stop the run when all is judged.
        overview.open("r+b").close()
    except FileNotFoundError:
        pass
    except OSError:
        raise RunError(say.OVERVIEW_OPEN(path=overview)) from None
    return _begin(program, "batch", str(inbox), "--out", str(overview.parent)), overview


def outcome(run: Run) -> str:
    """The tally that `rp batch` shows and what it complained of; nothing while it goes on."""
    code = run.process.poll()
    if code is None:
        return ""
    complaint = run.complaint()
    if code == 0:
        return f"{tally(run.reports())}\n\n{complaint}".strip()
    return complaint or say.CHECKER_SILENT(problem=code)


def tally(files: Sequence[Report]) -> str:
    """How many files are accepted, must be mended or are no report."""
    reports = [file for file in files if file["plan"] is not None]
    accepted = sum(file["accepted"] is True for file in reports)
    text = standing.TALLY_OF_ONE if len(files) == 1 else standing.TALLY_OF_FILES
    return text(
        files=len(files),
        accepted=accepted,
        refused=len(reports) - accepted,
        others=len(files) - len(reports),
    )


def _begin(program: Sequence[str] | None, *arguments: str) -> Run:
    # Open as long as the process runs, and gone with it. A pipe that nobody reads would fill.
    printed, complaints = (tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115
    try:
        process = subprocess.Popen(  # noqa: S603  (our own command, no shell)
            [*(program or _RP), *arguments, "--json"],
            env=os.environ | {"PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=complaints,
            creationflags=_HIDDEN if sys.platform == "win32" else 0,
        )
    except OSError as error:
        raise RunError(say.CHECKER_SILENT(problem=error)) from error
    return Run(process, printed, complaints)


def _table(title: str, findings: Sequence[Row]) -> list[Row]:
    nothing = ["", "", "", say.NO_FINDINGS(), ""]
    headings = [heading() for heading in say.HEADINGS]
    return [[title, *[""] * (_COLUMNS - 1)], headings, *(findings or [nothing])]


def _row(finding: Finding) -> Row:
    severity = standing.SEVERITIES[finding["severity"]]().capitalize()
    where = [finding["sheet"] or "", finding["cell"] or ""]
    return [severity, *where, finding["message"], finding["hint"] or ""]


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")
