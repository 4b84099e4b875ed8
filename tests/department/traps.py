"""Reading that falls into a trap where a file's name says so: for workers to be stopped in."""

import os
import time

from department.inbox import Entry, WaitingReport, read_waiting

HANGS, EATS, DIES, FAILS = "hænger", "æder", "dør", "fejler"


def read_trapped(entry: Entry) -> WaitingReport:
    """What `read_waiting` does, but for files that are traps."""
    name = entry.receipt.file
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
    return read_waiting(entry)
