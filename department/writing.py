"""Writing files: whole or not at all, and a plain sentence when it cannot be done."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from texts import commandline as say
from texts import disk
from texts.language import Language


def write_bytes(path: Path, data: bytes, lang: Language) -> None:
    """Write a file through a temporary one beside it, so that a reader never sees half of it.

    Raises `click.ClickException` with a plain sentence when it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = disk.reason(error, lang)
        raise click.ClickException(say.CANNOT_WRITE(lang, path=path, reason=reason)) from error
