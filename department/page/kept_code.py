"""The templates' compiled code, kept from run to run: compiling takes longer than a short page.

It lies in the user's own cache folder. A folder that cannot be used, or a file in it that is not
whole, costs the compiling and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_DIGEST_SIZE = hashlib.sha256().digest_size
_OURS_ALONE = 0o700
_WRITTEN_BY_OTHERS = 0o022


class KeptCode(BytecodeCache):
    """Compiled templates in a folder, a file for each: SHA-256 of the code, then the code.

    `made_by` is everything but a template's own text that its code depends on.
    """

    def __init__(self, folder: Path, made_by: str) -> None:
        self._folder = folder
        self._made_by = made_by

    def get_source_checksum(self, source: str) -> str:
        """What tells whether code is a template's: of its text, and of what compiles it."""
        return hashlib.sha256(f"{self._made_by}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code that is kept, if it is whole; Jinja looks whether it is this template's."""
        try:
            if not _is_own(self._folder):
                return
            kept = (self._folder / bucket.key).read_bytes()
        except OSError:
            return
        digest, code = kept[:_DIGEST_SIZE], kept[_DIGEST_SIZE:]
        if hashlib.sha256(code).digest() == digest:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code. Where two runs do it at once, each writes it whole."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(_OURS_ALONE, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(code).digest() + code)
                Path(name).replace(self._folder / bucket.key)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise


def _is_own(folder: Path) -> bool:
    """Whether nobody else can have put code into the folder that this user would run."""
    if os.name != "posix":
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & _WRITTEN_BY_OTHERS
