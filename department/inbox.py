"""What lies in an inbox: every entry, read once, or the finding that stands for it."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path

from department.intake.examination import Entry
from department.record import Arrival
from texts import catalogue as codes
from texts import judging as say
from texts.said import Said
from validators.findings import Finding, finding
from workbooks.reading.archive import limits_in_force
from workbooks.reading.files import NoFileError, NotAFile, read_file

_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def inbox_paths(folder: Path, beside: Path | None = None) -> list[Path]:
    """What lies in the folder, by name; `beside` is left out: the batch's own output.

    Raises `OSError` when the folder cannot be listed.
    """
    entries = sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    return [path for path in entries if beside is None or not _same(path, beside)]


def read_entry(path: Path, name: str) -> Entry:
    """An entry with its bytes; lock files, folders and what gives no bytes become findings."""
    passed_over = _passed_over(path)
    if passed_over is not None:
        return Entry(name, None, passed_over)
    try:
        return Entry(name, read_file(path))
    except NoFileError as error:
        return Entry(name, None, _no_file(error))


def arrival_of(path: Path, data: bytes | None) -> Arrival:
    """How an entry came: its bytes' SHA-256 and size, and the time of its last change.

    No digest where there are no bytes, or more of them than were read.
    """
    try:
        status = path.lstat()
        size, changed = status.st_size, status.st_mtime
    except (OSError, ValueError):  # gone since the folder was listed, or no possible name
        size, changed = 0, 0.0
    received = datetime.fromtimestamp(changed)
    if data is None or len(data) > limits_in_force().file:
        return Arrival("", size, received)
    return Arrival(hashlib.sha256(data).hexdigest(), len(data), received)


def printable(name: str) -> str:
    """A file name that can be printed and written as JSON, whatever bytes it is made of."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _passed_over(path: Path) -> Finding | None:
    name = path.name
    what: Said | None = None
    if name.startswith(("~$", ".~lock.")):
        what = say.LOCK_FILE
    elif name.lower() in _SYSTEM_FILES:
        what = say.OTHER_FILE
    return None if what is None else finding(codes.PASSED_OVER, what=what)


def _no_file(error: NoFileError) -> Finding:
    if error.why is NotAFile.FOLDER:
        return finding(codes.PASSED_OVER, what=say.FOLDER)
    if error.why is NotAFile.LINK:
        return finding(codes.NO_ACCESS, reason=say.LINK)
    if error.why is NotAFile.NOT_REGULAR:
        return finding(codes.NO_ACCESS, reason=say.NOT_REGULAR)
    return finding(codes.NO_ACCESS, reason=error.reason)


def _same(path: Path, other: Path) -> bool:
    return path.absolute() == other.absolute()
