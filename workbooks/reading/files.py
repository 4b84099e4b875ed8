"""Getting at a file's bytes: regular files only, read once, never through a link."""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from pathlib import Path

from texts.commandline import disk_trouble
from texts.language import Said, say
from workbooks.reading.archive import limits_in_force


class NotAFile(StrEnum):
    """Why a path gives no bytes."""

    LINK = "link"
    FOLDER = "folder"
    NOT_REGULAR = "not_regular"
    NO_ACCESS = "no_access"


class NoFileError(Exception):
    """A path that is no readable regular file: why, with the machine's reason if it gave one."""

    def __init__(self, why: NotAFile, reason: Said = "") -> None:
        self.why = why
        self.reason = reason
        super().__init__(say(reason) or why)


def read_file(path: Path) -> bytes:
    """The bytes of a regular file, at most one more than the size limit.

    Raises `NoFileError` for links, folders, devices, pipes and what may not be read. Nothing is
    opened that could block: the file is looked at first, and opened without following a link.
    """
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError) as error:
        raise NoFileError(NotAFile.NO_ACCESS, _reason(error)) from error
    if stat.S_ISLNK(mode):
        raise NoFileError(NotAFile.LINK)
    if stat.S_ISDIR(mode):
        raise NoFileError(NotAFile.FOLDER)
    if not stat.S_ISREG(mode):
        raise NoFileError(NotAFile.NOT_REGULAR)
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise NoFileError(NotAFile.NOT_REGULAR)
            most = limits_in_force().file
            size = min(status.st_size, most)
            data = file.read(size + 1)  # Room for `most` would cost more than the reading.
            return data if len(data) <= size else data + file.read(most - size)
    except OSError as error:
        raise NoFileError(NotAFile.NO_ACCESS, _reason(error)) from error


def _reason(error: OSError | ValueError) -> Said:
    return disk_trouble(error) if isinstance(error, OSError) else str(error)
