"""The received files, unchanged, each under the SHA-256 of its bytes."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, insert, select

from department.register.tables import ORIGINALS

_COMING = ".ny-"
_USUAL = ".xlsx"
_ENDINGS = frozenset({_USUAL, ".xlsm", ".xls", ".ods", ".docx", ".pdf", ".csv"})
_OTHER = ".bin"


class Originals:
    """Keeps bytes by their digest. As it stands it keeps none: for a register thrown away."""

    def keep(self, digest: str, data: bytes, name: str) -> None:
        """Keep the bytes of a file that is called so."""

    def settle(self) -> None:
        """Make whole and durable what was kept: called before rows refer to it."""

    def get(self, digest: str) -> bytes | None:
        """The bytes, None where they are not there."""

    def path(self, digest: str) -> Path | None:
        """The file that holds them, where one does."""

    def tidy(self) -> None:
        """Remove what a killed run left half written; call it while no other run writes."""


class FolderOf(Originals):
    """Originals in a folder: `ab/abcdef….xlsx`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._coming: dict[str, tuple[Path, Path]] = {}
        self._shelves: dict[str, set[str]] = {}

    def keep(self, digest: str, data: bytes, name: str) -> None:
        """Write the bytes beside their place, unless they are in it."""
        shelf = self.folder / digest[:2]
        kept = self._kept_on(shelf)
        if digest in kept:
            return
        coming = shelf / f"{_COMING}{digest}"
        coming.write_bytes(data)
        self._coming[digest] = coming, shelf / f"{digest}{_ending(name)}"
        kept.add(digest)

    def _kept_on(self, shelf: Path) -> set[str]:
        """The digests on a shelf, which is looked through once: nobody else writes meanwhile."""
        if shelf.name not in self._shelves:
            shelf.mkdir(parents=True, exist_ok=True)
            names = (each.name for each in shelf.iterdir() if not each.name.startswith(_COMING))
            self._shelves[shelf.name] = {name.partition(".")[0] for name in names}
        return self._shelves[shelf.name]

    def settle(self) -> None:
        """Put what was written in its place; a power cut then finds it whole or not there.

        Many at a time, since a disk that is asked once for many files is asked little.
        """
        waiting = [each for each in self._coming.values() if each[0].exists()]
        for coming, _ in waiting:
            _to_disk(coming, os.O_RDWR)
        for coming, place in waiting:
            coming.chmod(0o444)
            coming.replace(place)
        if os.name == "posix":
            for shelf in {digest[:2] for digest in self._coming}:
                _to_disk(self.folder / shelf, os.O_RDONLY)
        self._coming.clear()

    def path(self, digest: str) -> Path | None:
        """Where the original is, whatever ending the file that brought it had."""
        shelf = self.folder / digest[:2]
        usual = shelf / f"{digest}{_USUAL}"
        if usual.is_file():
            return usual
        if not shelf.is_dir():
            return None
        return next((each for each in shelf.iterdir() if each.name.startswith(digest)), None)

    def get(self, digest: str) -> bytes | None:
        """The original's bytes."""
        path = self.path(digest)
        return None if path is None else path.read_bytes()

    def tidy(self) -> None:
        """Remove what a killed run left half written; call it while no other run writes."""
        for left in self.folder.glob(f"*/{_COMING}*"):
            left.unlink(missing_ok=True)


class TableOf(Originals):
    """Originals in the register's own database: a server has no folder beside it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, digest: str, data: bytes, name: str) -> None:
        """Add the row unless it is there; it is committed with the receipts."""
        del name
        known = select(ORIGINALS.c.digest).where(ORIGINALS.c.digest == digest)
        if self.connection.execute(known).first() is None:
            self.connection.execute(insert(ORIGINALS).values(digest=digest, data=data))

    def get(self, digest: str) -> bytes | None:
        """The original's bytes."""
        found = select(ORIGINALS.c.data).where(ORIGINALS.c.digest == digest)
        data: bytes | None = self.connection.execute(found).scalar()
        return data


def _to_disk(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _ending(name: str) -> str:
    """`.xlsx` where the file is called so, else an ending that opens nothing."""
    ending = Path(name).suffix.lower()
    return ending if ending in _ENDINGS else _OTHER
