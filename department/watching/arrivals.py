"""Which files of an inbox have come whole: quiet for a while, and with an end.

The folder is looked at again and again, since a network drive tells nobody when a file comes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from department.inbox import inbox_paths

Stamp = tuple[int, int]
"""Size and time of change: what differs when a file is written to."""

_ON_THEIR_WAY = (".tmp", ".part", ".partial", ".crdownload", ".download")
_WORKBOOKS = (".xlsx", ".xlsm")
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 65_557
"""The end of a zip is at most so many bytes from the end of the file."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long, in seconds, a file must be quiet before it counts as whole."""

    settled: float = 2.0
    without_end: float = 30.0
    """For a workbook that has no end: by then it is cut off, and its sender is told."""


@dataclass
class Arrivals:
    """What lies in an inbox, from look to look. `clock` gives seconds that only grow."""

    inbox: Path
    beside: Path | None
    clock: Callable[[], float]
    patience: Patience = field(default_factory=Patience)
    _quiet_since: dict[Path, tuple[Stamp, float]] = field(default_factory=dict)

    def whole(self) -> dict[Path, Stamp]:
        """The entries that have come whole, with their stamps. Raises `OSError` for the folder."""
        now = self.clock()
        seen: dict[Path, tuple[Stamp, float]] = {}
        whole: dict[Path, Stamp] = {}
        for path in inbox_paths(self.inbox, self.beside):
            stamp = _stamp(path)
            if stamp is None or path.name.lower().endswith(_ON_THEIR_WAY):
                continue
            before, since = self._quiet_since.get(path, (None, now))
            seen[path] = (stamp, since if before == stamp else now)
            if self._is_whole(path, now - seen[path][1]):
                whole[path] = stamp
        self._quiet_since = seen
        return whole

    def _is_whole(self, path: Path, quiet: float) -> bool:
        if quiet < self.patience.settled:
            return False
        return quiet >= self.patience.without_end or not _is_without_end(path)


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _is_without_end(path: Path) -> bool:
    """Whether a workbook has begun but not ended: a copy that is under way."""
    if not path.name.lower().endswith(_WORKBOOKS) or path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            beginning = file.read(2)
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - _ZIP_TAIL, 0))
            return beginning in (b"", b"P", b"PK") and _ZIP_END not in file.read()
    except OSError:
        return True
