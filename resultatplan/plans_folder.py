"""Where the user's own plans lie: the folder that `RP_PLANS` names, else one in the user's data.

It is told by an environment variable, so that the processes that a command starts look in the same
folder. Nothing is imported here that would slow the help of a command.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

FOLDER_VARIABLE = "RP_PLANS"

_run = 0


def plans_folder() -> Path:
    """The folder of the user's plans; it may not be there yet."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else _data_folder()


def run_number() -> int:
    """Which run of a command this is in this process: what another run read may be stale."""
    return _run


def reread() -> None:
    """Let the plans be read anew: the folder's files have changed."""
    global _run
    _run += 1


@contextmanager
def plans_in(folder: Path | None) -> Iterator[None]:
    """Look for plans in this folder (None: where one would look anyhow), while the run lasts."""
    before = os.environ.get(FOLDER_VARIABLE)
    if folder is not None:
        os.environ[FOLDER_VARIABLE] = str(folder.absolute())
    reread()
    try:
        yield
    finally:
        if before is not None:
            os.environ[FOLDER_VARIABLE] = before
        elif folder is not None:
            del os.environ[FOLDER_VARIABLE]


@cache
def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("resultatplan", appauthor=False) / "plans"
