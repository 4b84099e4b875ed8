"""Reading that falls into a trap where a file's name says so: for workers to be stopped in."""

import os
import time
from collections.abc import Sequence

from department.inbox import Entry, WaitingReport, read_reports

HANGS, EATS, DIES, FAILS = "hænger", "æder", "dør", "fejler"


def read_trapped(entries: Sequence[Entry]) -> list[WaitingReport]:
    """What `read_reports` does, but for files that are traps."""
    for entry in entries:
        _fall_in(entry.name)
    return read_reports(entries)


def _fall_in(name: str) -> None:
    if name == HANGS:
        time.sleep(1_000)
    elif name == EATS:
        hoard = [bytes(1 << 28)]
        while True:
            hoard.append(bytes(1 << 28))
    elif name == DIES:
        os._exit(3)
    elif name == FAILS:
        raise RecursionError
