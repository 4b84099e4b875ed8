"""Lanes judged in worker processes: several at a time, each part after part.

Between two parts a lane's standing comes back, so that memory stays flat and any worker can go on
with it. Workers have neither pandas nor the register: what the schemas said of a file, and what
the register knows of its plan, goes along.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from department.desk.course import Course
from department.desk.lane import Judged, Lane, Slot
from department.intake.packing import unpack
from department.workers import TaskStoppedError
from validators.concluding import conclude, settled_report
from validators.inquiry import Answer, answered
from validators.report import Report
from validators.settled import SettledReport

T = TypeVar("T")

PART = 50
"""Files judged in one task: enough to make the pipes cheap, few enough to keep memory flat."""
MOST_RUNNING = 4
"""Tasks handed out ahead, so that no worker waits."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """An examined file as it travels: packed, with what the schemas said of it."""

    examined: bytes
    answer: Answer

    def opened(self) -> tuple[Report, SettledReport | None]:
        """The examination, and the report's inputs as the schemas left them."""
        report = unpack(self.examined)
        if report.plan_id is None:
            return report, None
        return report, answered(settled_report(report), self.answer)


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Some files of a lane, and what is to be told of each once it is judged."""

    lane: Lane
    files: Sequence[Sealed]
    tell: Callable[[Judged], T]


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """What was told of a part's files, and how its lane stands after them."""

    files: list[T]
    slots: dict[str, Slot]


def judge_parts(parts: Sequence[Part[T]]) -> list[Told[T]]:
    """Judge parts of several lanes: what a worker does."""
    return [_judge_part(part) for part in parts]


def _judge_part(part: Part[T]) -> Told[T]:
    told = []
    for due, file in zip(part.lane.due, part.files, strict=True):
        verdict = conclude(*file.opened(), part.lane.before)
        told.append(part.tell(part.lane.judged(due, verdict)))
    return Told(told, part.lane.slots)


def judged_in_lanes(
    executor: Executor | None,
    course: Course,
    lanes: Iterable[Lane],
    sealed: Callable[[int], Sealed],
    tell: Callable[[Judged], T],
) -> Iterator[T]:
    """What `tell` says of every file of the lanes, as they are judged.

    `sealed` gives the file of a number. Without an executor, and where a worker was stopped, they
    are judged in this process.
    """
    waiting: deque[Callable[[], list[Lane]]]
    waiting = deque(partial(_started, course, bundle) for bundle in _bundles(lanes))
    running: dict[Future[list[Told[T]]], tuple[list[Lane], list[Part[T]]]] = {}
    while waiting or running:
        while waiting and len(running) < MOST_RUNNING:
            bundle = waiting.popleft()()
            parts = [_first_part(lane, sealed, tell) for lane in bundle]
            running[_submitted(executor, parts)] = bundle, parts
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            bundle, parts = running.pop(future)
            outcome = _outcome(future, parts)
            for each in outcome:
                yield from each.files
            rest = list(_rest(bundle, outcome))
            if rest:
                waiting.appendleft(partial(list, rest))


def _started(course: Course, bundle: Iterable[Lane]) -> list[Lane]:
    return [course.started(lane) for lane in bundle]


def _rest(bundle: Iterable[Lane], outcome: Iterable[Told[T]]) -> Iterator[Lane]:
    """What is left of lanes after their first part."""
    for lane, told in zip(bundle, outcome, strict=True):
        if len(lane.due) > PART:
            yield Lane(lane.plan_id, lane.due[PART:], told.slots)


def _bundles(lanes: Iterable[Lane]) -> Iterator[list[Lane]]:
    """Short lanes together, up to the files of one part; long ones first, each alone."""
    bundle: list[Lane] = []
    for lane in sorted(lanes, key=lambda each: -len(each.due)):
        if bundle and sum(len(each.due) for each in (*bundle, lane)) > PART:
            yield bundle
            bundle = []
        bundle.append(lane)
    if bundle:
        yield bundle


def _first_part(
    lane: Lane, sealed: Callable[[int], Sealed], tell: Callable[[Judged], T]
) -> Part[T]:
    due = lane.due[:PART]
    return Part(replace(lane, due=due), [sealed(each.number) for each in due], tell)


def _submitted(executor: Executor | None, parts: list[Part[T]]) -> Future[list[Told[T]]]:
    if executor is not None:
        return executor.submit(judge_parts, parts)
    done: Future[list[Told[T]]] = Future()
    done.set_result(judge_parts(parts))
    return done


def _outcome(future: Future[list[Told[T]]], parts: list[Part[T]]) -> list[Told[T]]:
    try:
        return future.result()
    except TaskStoppedError:
        return judge_parts(parts)
