"""Lanes judged part after part, in this process or in workers: always the same verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from datetime import datetime, timedelta
from typing import ParamSpec, TypeVar

import pytest

from department.desk.course import Course
from department.desk.lane import Judged
from department.desk.past import Coming
from department.intake import lanes
from department.intake.examination import Entry, Packed, examine_entries
from department.intake.lanes import Sealed, judge_parts, judged_in_lanes
from department.record import Arrival
from department.workers import Stopped, TaskStoppedError, Workers
from tests.validators.reports import BENCHMARK, SOCIAL, report
from validators.content import answers
from validators.inquiry import Answer
from workbooks.form import Column

P = ParamSpec("P")
T = TypeVar("T")

RESULT = ("1.1.a", Column.RESULT)
FILES = [
    *(report({RESULT: value}, SOCIAL, "Q3") for value in (60, 61, "ca. 62", 58)),
    report({RESULT: 59}, SOCIAL),
    report({}, BENCHMARK, "Q2"),
    b"et brev",
]
"""Three of one plan's third quarter follow each other, and its whole year follows them."""

Row = tuple[int, bool, tuple[str, ...], int]


def row(judged: Judged) -> Row:
    """What would change if a file were judged among others than it should be."""
    figures = 0 if judged.changes is None else len(judged.changes.figures)
    verdict = judged.verdict
    return judged.number, verdict.accepted, tuple(each.code for each in verdict.findings), figures


@pytest.fixture(scope="module")
def packed() -> list[Packed]:
    return examine_entries([Entry(f"{number}.xlsx", data) for number, data in enumerate(FILES)])


@pytest.fixture(scope="module")
def expected(packed: list[Packed]) -> list[Row]:
    return judged_by(None, packed)


def judged_by(executor: Executor | None, packed: Sequence[Packed]) -> list[Row]:
    moment = datetime(2020, 10, 13, 12)
    coming = [
        Coming(f"{number}.xlsx", Arrival(f"{number}", 1, moment + timedelta(hours=number)))
        for number in range(len(packed))
    ]
    course = Course()

    def sealed(number: int) -> Sealed:
        inquiry = packed[number].inquiry
        answer = Answer() if inquiry is None else answers([inquiry])[0]
        return Sealed(packed[number].examined, answer)

    all_lanes = course.lanes(coming, [each.claim for each in packed])
    return sorted(judged_in_lanes(executor, course, all_lanes, sealed, row))


def test_every_file_is_judged_once_among_those_before_it(expected: list[Row]) -> None:
    assert [number for number, *_ in expected] == list(range(len(FILES)))
    accepted = [accepted for _, accepted, *_ in expected]
    assert accepted == [True, True, False, True, True, True, False]
    findings = {number: codes for number, _, codes, _ in expected}
    assert "RP-703" in findings[1]
    assert "RP-508" not in findings[4], "59 is more than the 58 that counts now"
    assert [figures for *_, figures in expected] == [0, 1, 1, 1, 0, 0, 0]


@pytest.mark.parametrize("part", [1, 2, 3])
def test_the_length_of_a_part_changes_nothing(
    part: int, packed: list[Packed], expected: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "PART", part)
    assert judged_by(None, packed) == expected


def test_workers_judge_as_this_process_does(
    packed: list[Packed], expected: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "PART", 2)
    with Workers(2) as executor:
        assert judged_by(executor, packed) == expected


def test_what_a_worker_was_stopped_on_is_judged_here(
    packed: list[Packed], expected: list[Row]
) -> None:
    executor = _Stopping()
    assert judged_by(executor, packed) == expected
    assert executor.stopped > 0


def test_short_lanes_share_a_task_and_long_ones_come_part_by_part(
    packed: list[Packed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "PART", 3)
    counting = _Counting()
    judged_by(counting, packed)
    assert sorted(counting.tasks) == [[1, 1], [2], [3]]


class _Stopping(Executor):
    """Every task is stopped."""

    stopped = 0

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        del fn, args, kwargs
        self.stopped += 1
        future: Future[T] = Future()
        future.set_exception(TaskStoppedError(Stopped.DIED))
        return future


class _Counting(Executor):
    """Runs tasks at once, and keeps how many files of each lane they had."""

    def __init__(self) -> None:
        self.tasks: list[list[int]] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        assert fn is judge_parts
        self.tasks.append(list(_lengths(args)))
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _lengths(arguments: Sequence[object]) -> Iterator[int]:
    (parts,) = arguments
    assert isinstance(parts, list)
    for part in parts:
        yield len(part.files)
