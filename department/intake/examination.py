"""Examining files in workers: chunks of bytes go out, packed examinations come back.

An examination comes back pickled, and what the batch must know of it beside it: thousands can then
wait on disk until they are judged in the order of their periods.
"""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import cache, partial

from department.intake.packing import pack, unpack
from department.limits import IntakeLimits, WorkerLimits, limits_in_force, within
from department.workers import TaskStoppedError, Workers, gave_up
from resultatplan.library import OwnFiles, lend
from validators.concluding import settled_report
from validators.findings import Finding
from validators.inquiry import Inquiry, inquiry_of
from validators.report import Claim, Report, read_report

TASK_FILES = 16
"""Files in one task: enough to make the pipes cheap, few enough to spread over the workers."""
TASK_BYTES = 4 * 1024 * 1024
"""Bytes in one task of several files."""
MOST_WAITING = 8
"""Tasks handed out ahead: workers never wait, and the files of few tasks are held."""
MOST_BYTES = 32 * 1024 * 1024
"""Bytes of the tasks handed out ahead, but for a single larger file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an inbox: its name, and its bytes or the finding that stands for them."""

    name: str
    data: bytes | None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """An examined file: packed, and beside it what the batch must know of it.

    That is what the report says it is, and what the schemas are to be asked about it.
    """

    examined: bytes
    claim: Claim | None = None
    inquiry: Inquiry | None = None

    def unpack(self) -> Report:
        """The examination itself."""
        return unpack(self.examined)


def examine_entries(entries: Sequence[Entry]) -> list[Packed]:
    """Examine a chunk of files in this process: what a worker does."""
    return [_read_report(entry) for entry in entries]


def examine_lent(plans: OwnFiles, entries: Sequence[Entry]) -> list[Packed]:
    """Examine a chunk by the built-in plans and these of the user's."""
    lend(plans)
    return examine_entries(entries)


def examine_isolated(plans: OwnFiles, entries: Sequence[Entry]) -> list[Packed]:
    """Examine a chunk in a worker process of this one: what a cluster's machine does.

    That machine has not the user's folder of plans: `plans` are the files in it.
    """
    place = ExaminingPlace(_own_worker(limits_in_force().worker), partial(examine_lent, plans))
    return list(examine_all(place, entries))


@cache
def _own_worker(limits: WorkerLimits) -> Workers:
    """The worker process of a cluster's machine, kept warm from chunk to chunk."""
    executor = Workers(1, limits)
    atexit.register(executor.shutdown, wait=False)
    return executor


Task = Callable[[Sequence[Entry]], list[Packed]]


def examine_within(limits: IntakeLimits, task: Task, entries: Sequence[Entry]) -> list[Packed]:
    """Examine a chunk within other limits, wherever the task is run."""
    with within(limits):
        return task(entries)


@dataclass(frozen=True, slots=True)
class ExaminingPlace:
    """Where chunks are examined: an executor, and the task that is safe to run in it."""

    executor: Executor
    task: Task = examine_entries
    judging: Executor | None = None
    """Where what is examined is then judged; None for this process."""

    def submit(self, chunk: list[Entry]) -> Future[list[Packed]]:
        """Have a chunk examined, within the limits that are in force here."""
        limits = limits_in_force()
        if limits == IntakeLimits():
            return self.executor.submit(self.task, chunk)
        return self.executor.submit(examine_within, limits, self.task, chunk)


def examine_all(place: ExaminingPlace, entries: Iterable[Entry]) -> Iterator[Packed]:
    """Every entry's examination, in order, whatever becomes of the workers."""
    waiting: deque[tuple[list[Entry], Future[list[Packed]]]] = deque()
    held = 0
    for chunk in _tasks(entries):
        while waiting and (len(waiting) >= MOST_WAITING or held + _bytes(chunk) > MOST_BYTES):
            held -= _bytes(waiting[0][0])
            yield from _collect(place, *waiting.popleft())
        waiting.append((chunk, place.submit(chunk)))
        held += _bytes(chunk)
    for chunk, future in waiting:
        yield from _collect(place, chunk, future)


def _tasks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries in chunks of a task, a large file in a chunk of its own."""
    chunk: list[Entry] = []
    for entry in entries:
        if chunk and (len(chunk) >= TASK_FILES or _bytes([*chunk, entry]) > TASK_BYTES):
            yield chunk
            chunk = []
        chunk.append(entry)
    if chunk:
        yield chunk


def _bytes(chunk: Sequence[Entry]) -> int:
    return sum(len(entry.data) for entry in chunk if entry.data is not None)


def _collect(
    place: ExaminingPlace, chunk: list[Entry], future: Future[list[Packed]]
) -> Iterator[Packed]:
    """A chunk's examinations. Where its worker was stopped, each file is tried alone."""
    try:
        yield from future.result()
    except TaskStoppedError as stopped:
        if len(chunk) == 1:
            yield _pack(Report(chunk[0].name, (gave_up(stopped),)))
            return
        for entry in chunk:
            yield from _collect(place, [entry], place.submit([entry]))


def _read_report(entry: Entry) -> Packed:
    if entry.finding is not None or entry.data is None:
        found = () if entry.finding is None else (entry.finding,)
        return _pack(Report(entry.name, found))
    return _pack(read_report(entry.name, entry.data))


def _pack(report: Report) -> Packed:
    if report.plan_id is None:
        return Packed(pack(report))
    return Packed(pack(report), report.claim, inquiry_of(settled_report(report)))
