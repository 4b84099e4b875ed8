"""What lies in an inbox: every entry, taken in once, and read as a report in worker processes.

Reports wait, small, until they are judged in the order of their periods: thousands of them cost
little memory. Where an entry gives no bytes, a finding stands for them.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import zlib
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from department.record import Arrival
from department.workers import TaskStoppedError, gave_up
from texts import findings as say
from texts.language import Said
from validators.findings import Finding, finding
from validators.report import Claim, Report, read_report
from workbooks.reading.archive import limits_in_force
from workbooks.reading.files import NoFileError, NotAFile, read_file

TASK_FILES = 16
"""Files in one task: enough to make the pipes cheap, few enough to spread over the workers."""
TASK_BYTES = 4 * 1024 * 1024
"""Bytes in one task of several files."""
MOST_TASKS = 8
"""Tasks handed out ahead: workers never wait, and the files of few tasks are held."""
MOST_BYTES = 32 * 1024 * 1024
"""Bytes of the tasks handed out ahead, but for a single larger file."""

_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an inbox: its name, and its bytes or the finding that stands for them."""

    name: str
    data: bytes | None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """A report that was read and is not judged yet; beside it what decides its turn."""

    claim: Claim | None
    """None where the file tells no period of a known plan."""
    packed: bytes

    def report(self) -> Report:
        """The report itself."""
        report: Report = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 — made below
        return report


def inbox_paths(folder: Path, beside: Collection[Path] = ()) -> list[Path]:
    """What lies in the folder, by name, but for what is `beside`: the product's own output.

    Raises `OSError` when the folder cannot be listed.
    """
    own = {place for each in beside for place in (each.absolute(), each.resolve())}
    entries = sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    # `Path.resolve` raises for a link that leads to itself.
    real = (Path(os.path.realpath(path)) for path in entries)
    pairs = zip(entries, real, strict=True)
    return [path for path, place in pairs if own.isdisjoint((path.absolute(), place))]


def read_entry(path: Path, name: str) -> Entry:
    """An entry with its bytes; lock files, folders and what gives no bytes become findings."""
    passed_over = _passed_over(path)
    if passed_over is not None:
        return Entry(name, None, finding("RP-105", what=passed_over))
    try:
        return Entry(name, read_file(path))
    except NoFileError as error:
        if error.why is NotAFile.FOLDER:
            return Entry(name, None, finding("RP-105", what=say.FOLDER))
        reasons = {NotAFile.LINK: say.LINK, NotAFile.NOT_REGULAR: say.NOT_REGULAR}
        reason = reasons.get(error.why, error.reason)
        return Entry(name, None, finding("RP-106", reason=reason))


def _passed_over(path: Path) -> Said | None:
    if path.name.startswith(("~$", ".~lock.")):
        return say.LOCK_FILE
    return say.OTHER_FILE if path.name.lower() in _SYSTEM_FILES else None


def arrival_of(path: Path, data: bytes | None) -> Arrival:
    """How an entry came: its bytes' SHA-256 and size, and the time of its last change.

    No digest where there are no bytes, or more of them than were read.
    """
    try:
        status = path.lstat()
        size, changed = status.st_size, status.st_mtime
    except (OSError, ValueError):  # gone since the folder was listed, or no possible name
        size, changed = 0, 0.0
    received = datetime.fromtimestamp(changed)
    if data is None or len(data) > limits_in_force().file:
        return Arrival("", size, received)
    return Arrival(hashlib.sha256(data).hexdigest(), len(data), received)


def printable(name: str) -> str:
    """A file name that can be printed and written as JSON, whatever bytes it is made of."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def read_reports(entries: Sequence[Entry]) -> list[WaitingReport]:
    """Read entries as reports in this process: what a worker does."""
    return [_read(entry) for entry in entries]


def _read(entry: Entry) -> WaitingReport:
    if entry.data is not None and entry.finding is None:
        return _waiting(read_report(entry.name, entry.data))
    return _waiting(Report(entry.name, () if entry.finding is None else (entry.finding,)))


def _waiting(report: Report) -> WaitingReport:
    data = pickle.dumps(report, pickle.HIGHEST_PROTOCOL)
    return WaitingReport(report.claim, zlib.compress(data, 1))


Read = Callable[[Sequence[Entry]], list[WaitingReport]]


def read_all(
    entries: Iterable[Entry], executor: Executor, read: Read = read_reports
) -> Iterator[WaitingReport]:
    """Every entry as a report, in order, whatever becomes of the workers."""
    running: deque[tuple[list[Entry], Future[list[WaitingReport]]]] = deque()
    held = 0
    for task in _tasks(entries):
        while running and (len(running) >= MOST_TASKS or held + _bytes(task) > MOST_BYTES):
            held -= _bytes(running[0][0])
            yield from _outcome(*running.popleft(), executor, read)
        running.append((task, executor.submit(read, task)))
        held += _bytes(task)
    for task, future in running:
        yield from _outcome(task, future, executor, read)


def _tasks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries in tasks, a large file in a task of its own."""
    task: list[Entry] = []
    for entry in entries:
        if task and (len(task) >= TASK_FILES or _bytes([*task, entry]) > TASK_BYTES):
            yield task
            task = []
        task.append(entry)
    if task:
        yield task


def _bytes(task: Sequence[Entry]) -> int:
    return sum(len(entry.data) for entry in task if entry.data is not None)


def _outcome(
    task: list[Entry], future: Future[list[WaitingReport]], executor: Executor, read: Read
) -> Iterator[WaitingReport]:
    """The reports of a task. Where its worker was stopped, each file is tried alone."""
    try:
        yield from future.result()
    except TaskStoppedError as stopped:
        if len(task) == 1:
            yield _waiting(Report(task[0].name, (gave_up(stopped),)))
            return
        for entry in task:
            yield from _outcome([entry], executor.submit(read, [entry]), executor, read)
