"""The department's desk: `rp` as it is typed there, and its answer as JSON."""

import contextlib
import io
from pathlib import Path
from typing import cast

from department.cli import run
from tests.command import Ran
from validators.verdict import FindingJson, ReportJson


def validated(path: Path) -> ReportJson:
    """`rp validate FILE --json`."""
    (report,) = _reports("validate", str(path), "--json")
    return report


def batched(inbox: Path, out: Path) -> dict[str, ReportJson]:
    """`rp batch INBOX --out OUT --json`, by file name."""
    reports = _reports("batch", str(inbox), "--out", str(out), "--json")
    return {report["file"]: report for report in reports}


def typed(*arguments: object) -> Ran:
    """Any command as it is typed: its exit code and what it printed."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return Ran(code, out.getvalue(), err.getvalue())


def place(finding: FindingJson) -> str:
    """The key of the finding's row, or its cell (`Stamdata!B10`), or nothing."""
    if finding["key"] is not None:
        return finding["key"]
    return f"{finding['sheet']}!{finding['cell']}" if finding["cell"] else ""


def _reports(*arguments: str) -> list[ReportJson]:
    return cast("list[ReportJson]", typed(*arguments).json["reports"])
