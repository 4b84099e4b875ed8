"""Examinations waiting on disk: a batch of thousands is judged in flat memory."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from department.examination import Packed
from validators.between import YearToDate
from validators.examining import Examined

_LENGTH = struct.Struct("<Q")


class Spool:
    """A temporary file of examinations, written once and then read in the same order."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 — closed by __exit__
        self.counts: list[YearToDate] = []
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, packed: Packed) -> None:
        """Put an examination at the end; its counts are kept at hand."""
        self._file.write(_LENGTH.pack(len(packed.examined)))
        self._file.write(packed.examined)
        self.size += 1
        if packed.counts is not None:
            self.counts.append(packed.counts)

    def __iter__(self) -> Iterator[Examined]:
        self._file.seek(0)
        for _ in range(self.size):
            (length,) = _LENGTH.unpack(self._file.read(_LENGTH.size))
            yield Packed(self._file.read(length), None).unpack()
