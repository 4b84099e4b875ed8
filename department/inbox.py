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
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path, PurePath

from department.record import Arrival
from department.workers import TaskStoppedError, gave_up
from texts import findings as say
from texts.language import Said
from validators.container import unopened
from validators.findings import Finding, finding
from validators.report import Claim, Report, read_report
from workbooks.reading.archive import UnreadableError, limits_in_force
from workbooks.reading.files import NoFileError, NotAFile, read_file
from workbooks.reading.parcels import Parcel, may_be_parcel, open_parcel

TASK_FILES = 16
"""Files in one task: enough to make the pipes cheap, few enough to spread over the workers."""
TASK_BYTES = 4 * 1024 * 1024
"""Bytes in one task of several files."""
MOST_TASKS = 8
"""Tasks handed out ahead: workers never wait, and the files of few tasks are held."""
MOST_BYTES = 32 * 1024 * 1024
"""Bytes of the tasks handed out ahead, but for a single larger file."""

DayOf = Callable[[Path], date | None]
"""The day on which a file came, where somebody tells it."""
NOON = time(12)
"""When a file came of which the desk tells the day alone."""
ON_THEIR_WAY = (".tmp", ".part", ".partial", ".crdownload", ".download")
_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", "icon\r"})


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


def inbox_paths(folder: Path, beside: Collection[Path] = (), *, flat: bool = False) -> list[Path]:
    """What lies in the folder and, unless it is `flat`, in its folders, by name.

    Not what is `beside`: the product's own output. A folder in which nothing lies, or that cannot
    be listed, stands for itself; `OSError` is raised for the inbox.
    """
    own = {place for each in beside for place in (each.absolute(), each.resolve())}
    paths: list[Path] = []
    folders = [folder]
    while folders:
        here = folders.pop()
        try:
            with os.scandir(here) as listed:
                entries = list(listed)
        except OSError:
            if here == folder:
                raise
            paths.append(here)
            continue
        if not entries and here != folder:
            paths.append(here)
        for entry in entries:
            path = here / entry.name
            # `Path.resolve` raises for a link that leads to itself.
            if own.isdisjoint((path.absolute(), Path(os.path.realpath(path)))):
                is_folder = not flat and entry.is_dir(follow_symlinks=False)
                (folders if is_folder else paths).append(path)
    return sorted(paths, key=os.fsencode)


def name_in(inbox: Path, path: Path) -> str:
    """What a file of the inbox is called: its name, behind those of the folders that it lies in."""
    return printable(path.relative_to(inbox).as_posix())


WITHIN = " › "
"""Between a mail or an archive and what came in it: `Resultatplan.msg › Socialstyrelsen.xlsx`."""


def own_name(file: str) -> str:
    """A file's name without the folder, the mail or the archive that it came in."""
    return PurePath(file).name.rpartition(WITHIN)[2]


def is_among(file: str, names: Container[str]) -> bool:
    """Whether a file has one of these names, or came in a mail or an archive that has."""
    return file in names or file.rpartition(WITHIN)[0] in names


def taken_in(
    paths: Iterable[tuple[Path, str]], executor: Executor, received: DayOf
) -> Iterator[tuple[Entry, Arrival]]:
    """Every file by its path and name, and how it came; of mails and archives what is in them.

    They are opened by the executor's workers. What came in a mail came when it was sent, else on
    the day that is told of it, if one is, else by the file's own time.
    """
    for path, name in paths:
        entry = read_entry(path, name)
        arrival = arrival_of(path, entry.data, received(path))
        data = entry.data
        parcel = None
        if data and may_be_parcel(name, data):
            try:
                parcel = executor.submit(_opened, data).result()
            except TaskStoppedError as stopped:
                parcel = gave_up(stopped)
        if isinstance(parcel, Finding):
            entry = replace(entry, finding=parcel)
        if not isinstance(parcel, Parcel):
            yield entry, arrival
            continue
        if parcel.sent is not None:
            arrival = replace(arrival, received=parcel.sent, certain=True)
        for file, content in parcel.files:
            each = replace(entry, name=printable(f"{name}{WITHIN}{file}"), data=content)
            if content is None:
                told = finding("RP-102", format=say.FORMATS["mail"])
                yield replace(each, finding=told), replace(arrival, digest="", size=0)
            else:
                digest = hashlib.sha256(content).hexdigest()
                yield each, replace(arrival, digest=digest, size=len(content))


def _opened(data: bytes) -> Parcel | Finding | None:
    """What a worker makes of a mail or an archive."""
    try:
        parcel = open_parcel(data)
    except UnreadableError as error:
        return unopened(error)
    if parcel is not None and not parcel.files:
        return finding("RP-105", what=say.MAIL_ALONE)
    return parcel


def read_entry(path: Path, name: str) -> Entry:
    """An entry with its bytes; lock files, folders and what gives no bytes become findings."""
    passed_over = _passed_over(path)
    if passed_over is not None:
        return Entry(name, None, finding("RP-105", what=passed_over))
    try:
        return Entry(name, read_file(path))
    except NoFileError as error:
        if error.why is NotAFile.FOLDER and os.access(path, os.R_OK):
            return Entry(name, None, finding("RP-105", what=say.FOLDER))
        reasons = {NotAFile.LINK: say.LINK, NotAFile.NOT_REGULAR: say.NOT_REGULAR}
        reason = reasons.get(error.why, error.reason)
        return Entry(name, None, finding("RP-106", reason=reason))


def _passed_over(path: Path) -> Said | None:
    name = path.name.lower()
    if name.startswith(("~$", ".~lock.")):
        return say.LOCK_FILE
    if name.endswith(ON_THEIR_WAY):
        return say.ON_ITS_WAY
    return say.OTHER_FILE if name.startswith("._") or name in _SYSTEM_FILES else None


def arrival_of(path: Path, data: bytes | None, day: date | None = None) -> Arrival:
    """How an entry came: its bytes' SHA-256 and size, on the day or at the time of its last change.

    No digest where there are no bytes, or more of them than were read.
    """
    try:
        status = path.lstat()
        size, changed = status.st_size, status.st_mtime
    except (OSError, ValueError):  # gone since the folder was listed, or no possible name
        size, changed = 0, 0.0
    received = datetime.fromtimestamp(changed) if day is None else datetime.combine(day, NOON)
    if data is None or len(data) > limits_in_force().file:
        return Arrival("", size, received, day is not None)
    return Arrival(hashlib.sha256(data).hexdigest(), len(data), received, day is not None)


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
