"""The received files, unchanged, each under the SHA-256 of its bytes."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, insert, select

from department.register.tables import ORIGINALS

_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".pdf", ".csv"})
_OTHER = ".bin"
"""The ending of a file that is called otherwise: it opens nothing."""


class Originals:
    """Keeps bytes by their digest. As it stands it keeps none: for a register thrown away."""

    def keep(self, digest: str, data: bytes, name: str) -> None:
        """Keep the bytes of a file that is called so, unless they are kept already."""

    def get(self, digest: str) -> bytes | None:
        """The bytes, None where they are not there."""

    def path(self, digest: str) -> Path | None:
        """The file that holds them, where one does."""


class FolderOf(Originals):
    """Originals in a folder: `ab/abcdef….xlsx`. A file is there whole and for good, or not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, digest: str, data: bytes, name: str) -> None:
        """Write the bytes beside their place, and put them there once they are on the disk."""
        if self.path(digest) is not None:
            return
        ending = Path(name).suffix.lower()
        place = self.folder / digest[:2] / f"{digest}{ending if ending in _ENDINGS else _OTHER}"
        place.parent.mkdir(parents=True, exist_ok=True)
        coming = place.with_name(f".ny-{digest}")
        with coming.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        coming.replace(place)
        place.chmod(0o444)
        if os.name == "posix":  # Elsewhere a folder cannot be opened, nor need it be.
            handle = os.open(place.parent, os.O_RDONLY)
            try:
                os.fsync(handle)  # So that the name is there for good too.
            finally:
                os.close(handle)

    def get(self, digest: str) -> bytes | None:
        """The original's bytes."""
        path = self.path(digest)
        return None if path is None else path.read_bytes()

    def path(self, digest: str) -> Path | None:
        """Where the original is, whatever ending the file that brought it had."""
        return next((self.folder / digest[:2]).glob(f"{digest}.*"), None)


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
