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
from collections.abc import Callable, Collection, Container, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path, PurePath
from typing import TypeVar

from department.record import Receipt
from department.workers import Workers, outcome_of
from texts import findings as say
from texts.language import Said
from validators.container import unopened
from validators.findings import Finding, finding
from validators.report import Claim, Report, read_report
from workbooks.reading.archive import UnreadableError, limits_in_force
from workbooks.reading.files import NoFileError, NotAFile, read_file
from workbooks.reading.parcels import Parcel, may_be_parcel, open_parcel

T = TypeVar("T")

AHEAD = 8
"""Files handed out ahead: workers never wait, and few files are held."""

DayOf = Callable[[Path], date | None]
"""The day on which a file came, where somebody tells it."""
NOON = time(12)
"""When a file came of which the desk tells the day alone."""
ON_THEIR_WAY = (".tmp", ".part", ".partial", ".crdownload", ".download")
_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", "icon\r"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an inbox: how it came, and its bytes or the finding that stands for them."""

    receipt: Receipt
    data: bytes | None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """A report that was read and is not judged yet; beside it what decides its turn."""

    receipt: Receipt
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
) -> Iterator[Entry]:
    """Every file by its path and name; of mails and archives what is in them.

    They are opened by the executor's workers. What came in a mail came when it was sent, else on
    the day that is told of it, if one is, else by the file's own time.
    """
    for path, name in paths:
        entry = read_entry(path, name, received(path))
        data, receipt = entry.data, entry.receipt
        parcel = None
        if data and may_be_parcel(name, data):
            parcel = outcome_of(executor.submit(_opened, data))
        if isinstance(parcel, Finding):
            entry = replace(entry, finding=parcel)
        if not isinstance(parcel, Parcel):
            yield entry
            continue
        if parcel.sent is not None:
            receipt = replace(receipt, received=parcel.sent, certain=True)
        for file, content in parcel.files:
            receipt = replace(
                receipt,
                file=printable(f"{name}{WITHIN}{file}"),
                digest="" if content is None else hashlib.sha256(content).hexdigest(),
                size=len(content or b""),
            )
            lacking = finding("RP-102", format=say.FORMATS["mail"]) if content is None else None
            yield Entry(receipt, content, lacking)


def _opened(data: bytes) -> Parcel | Finding | None:
    """What a worker makes of a mail or an archive."""
    try:
        parcel = open_parcel(data)
    except UnreadableError as error:
        return unopened(error)
    if parcel is not None and not parcel.files:
        return finding("RP-105", what=say.MAIL_ALONE)
    return parcel


def read_entry(path: Path, name: str, day: date | None = None) -> Entry:
    """An entry with its bytes; lock files, folders and what gives no bytes become findings.

    It came on the `day` that is told of it, else at the time of its last change.
    """
    data, found = None, None
    passed_over = _passed_over(path)
    if passed_over is not None:
        found = finding("RP-105", what=passed_over)
    else:
        try:
            data = read_file(path)
        except NoFileError as error:
            if error.why is NotAFile.FOLDER and os.access(path, os.R_OK):
                found = finding("RP-105", what=say.FOLDER)
            else:
                reasons = {NotAFile.LINK: say.LINK, NotAFile.NOT_REGULAR: say.NOT_REGULAR}
                found = finding("RP-106", reason=reasons.get(error.why, error.reason))
    return Entry(_receipt(path, name, data, day), data, found)


def _passed_over(path: Path) -> Said | None:
    name = path.name.lower()
    if name.startswith(("~$", ".~lock.")):
        return say.LOCK_FILE
    if name.endswith(ON_THEIR_WAY):
        return say.ON_ITS_WAY
    return say.OTHER_FILE if name.startswith("._") or name in _SYSTEM_FILES else None


def _receipt(path: Path, name: str, data: bytes | None, day: date | None) -> Receipt:
    """How an entry came; no digest where there are no bytes, or more of them than were read."""
    size, received = 0, datetime(1970, 1, 1)
    with suppress(OSError, ValueError, OverflowError):  # Gone by now; no name, or no time, at all.
        status = path.lstat()
        size = status.st_size
        received = datetime.fromtimestamp(status.st_mtime)
    if day is not None:
        received = datetime.combine(day, NOON)
    digest = ""
    if data is not None and len(data) <= limits_in_force().file:
        digest, size = hashlib.sha256(data).hexdigest(), len(data)
    return Receipt(name, digest, size, received, certain=day is not None)


def read_one(name: str, read: Callable[[bytes], T]) -> tuple[Entry, T | Finding]:
    """A file by itself, and what `read` makes of its bytes in a worker process.

    Where it cannot be read, the finding that says why.
    """
    entry = read_entry(Path(name), printable(name))
    if entry.data is None:
        assert entry.finding is not None  # what stands for the bytes
        return entry, entry.finding
    with Workers(1) as worker:
        return entry, outcome_of(worker.submit(read, entry.data))


def printable(name: str) -> str:
    """A file name that can be printed and written as JSON, whatever bytes it is made of."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def read_waiting(entry: Entry) -> WaitingReport:
    """Read an entry as a report in this process: what a worker does."""
    if entry.data is not None and entry.finding is None:
        return _waiting(entry, read_report(entry.receipt.file, entry.data))
    return unread(entry, entry.finding)


def unread(entry: Entry, finding: Finding | None) -> WaitingReport:
    """An entry of which a finding is all there is to be said."""
    found = () if finding is None else (finding,)
    return _waiting(entry, Report(entry.receipt.file, found))


def _waiting(entry: Entry, report: Report) -> WaitingReport:
    data = pickle.dumps(report, pickle.HIGHEST_PROTOCOL)
    return WaitingReport(entry.receipt, report.claim, zlib.compress(data, 1))


Read = Callable[[Entry], WaitingReport]


def read_all(
    entries: Iterable[Entry], executor: Executor, read: Read = read_waiting
) -> Iterator[WaitingReport]:
    """Every entry as a report, in order, whatever becomes of the workers."""
    running: deque[tuple[Entry, Future[WaitingReport]]] = deque()
    for entry in entries:
        if len(running) == AHEAD:
            yield _outcome(*running.popleft())
        running.append((replace(entry, data=None), executor.submit(read, entry)))
    while running:
        yield _outcome(*running.popleft())


def _outcome(entry: Entry, future: Future[WaitingReport]) -> WaitingReport:
    outcome = outcome_of(future)
    return unread(entry, outcome) if isinstance(outcome, Finding) else outcome
