"""Examinations waiting on disk: a batch of thousands is judged in flat memory."""

from __future__ import annotations

import tempfile
from types import TracebackType
from typing import Self

from department.intake.examination import Packed
from validators.report import Claim


class Spool:
    """A temporary file of examinations, written once and then read in any order."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 — closed by __exit__
        self._places: list[tuple[int, int]] = []
        self.claims: list[Claim | None] = []
        """What each examined file says it is."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, packed: Packed) -> int:
        """Put an examination at the end; its claim is kept at hand. Its number, counted from 0."""
        self._places.append((self._file.tell(), len(packed.examined)))
        self._file.write(packed.examined)
        self.claims.append(packed.claim)
        return len(self.claims) - 1

    def examined(self, number: int) -> bytes:
        """The packed examination of this number."""
        start, length = self._places[number]
        self._file.seek(start)
        return self._file.read(length)
