"""The macro *Kontrollér rapport*: the department's own check of a saved workbook, as rows.

The check itself is the command `rp validate --json`, run as a process of its own, so that nothing
of pandas or the validators is loaded into the process that answers Excel's formulas.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path, PureWindowsPath
from typing import Final, TypedDict, cast

from texts import addin as say
from texts.language import DANISH, Language
from xl_addin.registry import for_xlwings

SECONDS: Final = 120
_COLUMNS: Final = len(say.HEADINGS)
HIDDEN: Final = 0x08000000  # CREATE_NO_WINDOW
_JUDGED: Final = (0, 1)

Row = list[str]


class Finding(TypedDict):
    """A finding as `rp validate --json` prints it, as far as it is shown."""

    severity: str
    sheet: str | None
    cell: str | None
    message: str
    hint: str | None


class Report(TypedDict):
    """A report as `rp validate --json` prints it, as far as it is shown."""

    accepted: bool
    findings: list[Finding]


class CheckError(Exception):
    """The check could not be carried out: why, in the user's language."""


@for_xlwings
def check_report(file: str) -> list[Row]:
    """Rows to show for a report: the verdict, the headings, and a row for each finding.

    A row is severity, sheet, cell, message, what to do. Never raises; where the check cannot be
    carried out the rows say why.
    """
    try:
        report = run_check(Path(file))
    except CheckError as error:
        return _table(str(error), [[""] * _COLUMNS])
    return rows(PureWindowsPath(file).name, report)


def run_check(file: Path, program: str | None = None) -> Report:
    """What `rp validate --json` says about the file; raises `CheckError`.

    `program` is the rp beside this Python unless one is given.
    """
    command = [program or rp_program(), "validate", "--json", str(file)]
    try:
        done = subprocess.run(  # noqa: S603  (our own command, no shell)
            command,
            env=os.environ | {"PYTHONUTF8": "1"},
            capture_output=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
            creationflags=HIDDEN if sys.platform == "win32" else 0,
        )
    except subprocess.TimeoutExpired:
        raise CheckError(say.CHECKER_SLOW.da.format(seconds=SECONDS)) from None
    except OSError as error:
        raise CheckError(say.CHECKER_SILENT.da.format(problem=error)) from error
    if done.returncode not in _JUDGED:
        problem = done.stderr.decode("utf-8", "replace").strip() or done.returncode
        raise CheckError(say.CHECKER_SILENT.da.format(problem=problem))
    try:
        reports = cast(list[Report], json.loads(done.stdout)["reports"])
        return reports[0]
    except (ValueError, LookupError) as error:
        raise CheckError(say.CHECKER_SILENT.da.format(problem=error)) from error


def rows(name: str, report: Report, lang: Language = DANISH) -> list[Row]:
    """The rows that the macro shows, errors first; `name` is the file's."""
    findings = sorted(
        report["findings"], key=lambda each: list(say.SEVERITIES).index(each["severity"])
    )
    counts = _counts(findings)
    verdict = say.VERDICT_ACCEPTED if report["accepted"] else say.VERDICT_REJECTED
    title = verdict(lang, file=name, **counts)
    return _table(title, [_row(finding, lang) for finding in findings], lang)


def _table(title: str, findings: Sequence[Row], lang: Language = DANISH) -> list[Row]:
    nothing = ["", "", "", say.NO_FINDINGS(lang), ""]
    headings = [heading(lang) for heading in say.HEADINGS]
    return [[title, *[""] * (_COLUMNS - 1)], headings, *(findings or [nothing])]


def _row(finding: Finding, lang: Language) -> Row:
    severity = say.SEVERITIES[finding["severity"]](lang)
    where = [finding["sheet"] or "", finding["cell"] or ""]
    return [severity, *where, finding["message"], finding["hint"] or ""]


def _counts(findings: Sequence[Finding]) -> Mapping[str, int]:
    found = [finding["severity"] for finding in findings]
    return {f"{severity}s": found.count(severity) for severity in say.SEVERITIES}


def rp_program() -> str:
    """The rp beside this Python, or the one on the path; raises `CheckError`."""
    beside = Path(sysconfig.get_path("scripts"))
    program = shutil.which("rp", path=str(beside)) or shutil.which("rp")
    if program is None:
        raise CheckError(say.CHECKER_MISSING.da.format(python=sys.executable))
    return program
