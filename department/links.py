"""Links from the overview to the received files: relative, and never anywhere else."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from department.record import Summary


class LeadsTo(Protocol):
    """Knows the address of a received file; None where there is none that is safe."""

    def to(self, report: Summary) -> str | None: ...  # noqa: D102

    def agency(self, plan_id: str) -> str | None:
        """The address of what is shown of a plan's agency alone; None where nothing is."""
        del plan_id
        return None


FindFile = Callable[[Summary], Path | None]
"""Where a received file lies now; None where it is not to be found."""

_LONGEST = 1_900
_PARENT = ".."
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\\/:*?"<>|\ufffd\u200e\u200f\u202a-\u202e\u2066-\u2069]')
"""What no name has in Windows, or what hides a name: a link to it could lead elsewhere."""
_LINKED = ".xlsx"
"""Nothing else is a report: what else lies in an inbox is not to be opened with one click."""
_LOCK = "~$"
_SHEET = re.compile(r"^[\w .–-]{1,31}$")
_CELL = re.compile(r"^[A-Z]{1,3}[1-9][0-9]{0,6}$")
_ESCAPED = {ord(each): f"%{ord(each):02x}" for each in '% "#<>[]^`{}'}


@dataclass(frozen=True)
class Links(LeadsTo):
    """Addresses of received files as seen from the folder in which the overview lies."""

    folder: Path
    find: FindFile

    def to(self, report: Summary, sheet: str | None = None, cell: str | None = None) -> str | None:
        """The address of a file, or of a cell in it; None where none, or the file, is not safe."""
        path = None if report.unsafe else self.find(report)
        address = None if path is None else address_of(path, self.folder)
        if address is None or sheet is None or cell is None:
            return address
        if not (_SHEET.match(sheet) and _CELL.match(cell)):
            return address
        return f"{address}#'{sheet}'!{cell}"


NO_LINKS = Links(Path(), lambda _: None)
"""For an overview that links to nothing."""


def in_inbox(inbox: Path) -> FindFile:
    """Finds files by name in `inbox`, as long as they are of the size that was judged.

    A folder in between is looked into, a link to another one is not followed.
    """

    def find(report: Summary) -> Path | None:
        *folders, name = report.file.split("/")
        if any(part in ("", ".", "..") or _UNSAFE.search(part) for part in (*folders, name)):
            return None
        folder = inbox.joinpath(*folders)
        try:
            found = (folder / name).lstat()
            is_inside = folder.resolve() == inbox.resolve().joinpath(*folders)
        except (OSError, ValueError, RuntimeError):
            return None
        is_it = is_inside and stat.S_ISREG(found.st_mode) and found.st_size == report.size
        return folder / name if is_it else None

    return find


def either(first: FindFile, second: FindFile) -> FindFile:
    """Finds files in the first place, and else in the second."""
    return lambda report: first(report) or second(report)


def address_of(path: Path, folder: Path) -> str | None:
    """The relative address of `path` seen from `folder`, escaped as Excel does it.

    None where there is no relative address (another drive), a name in it is not one that a link
    can be trusted with, or it is no workbook.
    """
    name = path.name
    is_workbook = path.suffix.lower() == _LINKED and not name.startswith(_LOCK)
    try:
        relative = PurePath(os.path.relpath(path, folder))
    except ValueError:
        return None
    parts = relative.parts
    if not is_workbook or any(part != _PARENT and _UNSAFE.search(part) for part in parts):
        return None
    is_outside = parts[0] == _PARENT
    address = "/".join(
        each.translate(_ESCAPED) for each in (parts if is_outside else (".", *parts))
    )
    return address if len(address) <= _LONGEST else None
