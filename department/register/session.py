"""The register that a command works with: the one it names, or a throwaway one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from department.register.address import Address, folder_address
from department.register.opening import writing
from department.register.originals import NotKept
from department.register.store import Register
from texts.language import Language


@contextmanager
def register_for_batch(address: Address | None, lang: Language) -> Iterator[Register]:
    """The register to write to; without an address one that is gone afterwards."""
    if address is not None:
        with writing(address, lang) as register:
            yield register
        return
    with (
        tempfile.TemporaryDirectory(prefix="rp-") as folder,
        writing(folder_address(Path(folder)), lang) as register,
    ):
        yield replace(register, originals=NotKept())
