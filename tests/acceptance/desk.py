"""The department's desk: `rp` as it is typed there, and its answer as JSON."""

from pathlib import Path
from typing import Any

from department.inbox import WITHIN
from tests.command import typed

Report = dict[str, Any]
"""A file in `rp validate --json`."""


def validated(path: Path) -> Report:
    """`rp validate FILE --json`; of a mail or an archive the one whose path this is."""
    reports = _reports("validate", str(path).partition(WITHIN)[0], "--json")
    (report,) = (each for each in reports if each["file"] == str(path))
    return report


def batched(inbox: Path, out: Path) -> dict[str, Report]:
    """`rp batch INBOX --out OUT --json`, by file name."""
    reports = _reports("batch", str(inbox), "--out", str(out), "--json")
    return {report["file"]: report for report in reports}


def place(finding: dict[str, Any]) -> str:
    """The key of the finding's row, or its cell (`Stamdata!B10`), or nothing."""
    if finding["key"] is not None:
        return finding["key"]
    return f"{finding['sheet']}!{finding['cell']}" if finding["cell"] else ""


def _reports(*arguments: str) -> list[Report]:
    reports: list[Report] = typed(*arguments).json["reports"]
    return reports
